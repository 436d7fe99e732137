/**
 * Words of headlines, in the languages we read: those that say that something is out, and those that show a headline to be
 * about it rather than it: announcements of what is to come, requests, reactions, papers that go with it. A catalogue: one
 * line a thought. Written as they are spoken; they are folded before they are compared. `*` stands for any ending.
 */

/** "… issues report on …" */
export const ISSUED = [
  // English
  "issues, issued, publishes, published, releases, released, unveils, unveiled, out now, now available, made public, makes public",
  // French
  "publie, publié, publiée, publiés, publient, publication du, publication de la, rend public, rendu public, rendue publique, paru, parue, parution",
  // Spanish
  "publica, publicado, publicada, publican, publicó, emite, da a conocer, hace público, hecho público",
  // Russian
  "опубликовал*, опубликован*, публикует, обнародовал*, выпустил*",
  // Chinese
  "发布, 公布, 发表, 出版",
  // Arabic
  "تصدر, يصدر, أصدرت, أصدر, نشرت, نشر, تنشر, صدر, صدور",
];

/** What is still to come, or being worked on. */
export const TO_COME = [
  "will, would, shall, should, must be, must publish, must release, must end, must stop, must act, must address, soon, shortly, upcoming, forthcoming, coming weeks, coming days, coming months, ahead of, in advance of, before publication, before the recess, before the end of, before summer, expected, expects, planned, plans to, plan to, set to, due to be, due out, due in, about to, yet to, not yet, not published, not released, not issued, not out, not been published, not been released, not been issued, not been made, not made public, yet to, unpublished, awaited, awaits, awaiting, pending, imminent, in preparation, prepares, preparing, prepared for, ready to, when will, if published, promise*, pledge*, vow*",
  "to be, to publish, to release, to issue, to update, to hold, to present, to brief, to launch, to discuss, to consider, to address, to decide, to share, to announce, to report, to examine, to debate, to appear, to give, to speak, to visit, to meet, to testify, to deliver, to finalise, to finalize, to complete, to respond, to review, to investigate",
  "delay*, postpone*, timetable, timeline, timing, schedule*, final stage*, finali*, nearing completion, progress of the, progress on the, progress report, draft, interim, preliminary, inception, embargo*, no date, never, without delay, on hold, nears, nearing, outline of, annotated outline, concept paper",
  "initiation, initiates, initiated, commissions, begins, began, starts, started, opens, opening of, launches a review, launches review, launches inquiry, launches an inquiry, launches investigation, launches an investigation, launches consultation, launches a consultation, terms of reference, call for, calls for, scope of, membership of, appoint*, checking of",
  "présentera, publiera, va publier, doit publier, n est pas, pas encore, d étape, à venir, sera, seront, devrait, bientôt, prochainement, prochain*, avant la, avant le, en préparation, en cours, attendu*, retard*, report de la publication, calendrier, provisoire, projet de, mandat, lancement de l’enquête, ouverture d’une enquête, appel à",
  "publicará, presentará, va a publicar, aún no, todavía no, no se ha, de progreso, será, serán, debe, debería, pronto, próximo*, próxima*, próximamente, antes de, en preparación, en curso, esperado*, retras*, aplaza*, calendario, provisional, borrador, términos de referencia, mandato, inicio de, convocatoria",
  "опубликует, представит, готовит, ещё не, еще не, не опубликован*, промежуточн*, техническое задание, будет, будут, должен, должна, скоро, предстоящ*, ожида*, подготовк*, накануне, в преддверии, задерж*, отлож*, срок*, проект доклада, круг ведения, начало расследования",
  "将, 拟, 暂未, 仍在, 征求意见, 即将, 尚未, 预计, 准备, 推迟, 时间表, 草案, 职权范围, 启动调查",
  "سوف, تعتزم, يعتزم, قيد الإعداد, المؤقت, لم ينشر, لم يصدر, لم تنشر, سينشر, ستنشر, سيصدر, ستصدر, قريبا, القادم, المقبل, المرتقب, قبل نشر, تأجيل, تأخير, مسودة, اختصاصات",
];

/** What others want, say or ask. */
export const OTHERS = [
  "urge*, calls on, call on, called on, calling on, calls for, called for, call for, demand*, press for, presses for, asks for, ask for, asked for, request for, requests for, request to, requested, requests that, appeal*, petition, react*, responds, respond to, responding to, response to, responses to, response by, government response, s response, in response, comment*, slams, hits back, rebuts, denies, note verbale, correspondence with, submissions to, submission to, an update, update on, vote on, welcome*, critici*, reject*, condemn*, denounce*, dismiss*, experts, ngo, ngos, say, says, said, tells, told, statement*, remark*, speech*, address by, testimony, testifies, interview*, letter*, opinion, blog, podcast, webinar, side event*, launch event*, online event*, conference, debate*, hearing on, hearings on, questions and answers, questions to, your questions, q a, faq, briefing, press conference, media advisory, save the date, invitation, register*, registration, anniversary, years on, one year, follow up, implementation of, seminar, panel discussion, discussion of, reflections on",
  "exhort*, appellent, appelle à, demand*, exig*, réclam*, réaction*, réagi*, réponse*, commentaire*, salu*, critiqu*, rejet*, experts, ong, déclaration*, discours, allocution, lettre*, entretien, conférence*, point de presse, débat*, audition*, questions, avis aux médias, invitation, inscription*, anniversaire, suivi",
  "instan, piden, pide, exige*, reclama*, llamamiento*, reacci*, respuesta*, comentario*, acoge*, celebra, critica*, rechaza*, expertos, ong, declaración, declaraciones, discurso, carta, entrevista, conferencia, rueda de prensa, debate*, audiencia, preguntas, aviso a los medios, invitación, inscripción, aniversario, seguimiento",
  "призыва*, призвал*, требу*, реакци*, ответ*, комментари*, приветству*, критик*, отверга*, эксперт*, нпо, заявлени*, выступлени*, речь, письмо, интервью, брифинг*, пресс конференци*, дебат*, слушани*, вопрос*, приглашени*, регистраци*, годовщин*",
  "呼吁, 敦促, 要求, 反应, 回应, 答复, 评论, 欢迎, 批评, 反对, 专家, 非政府组织, 声明, 讲话, 发言, 信函, 采访, 新闻发布会, 简报, 会议, 辩论, 听证, 问答, 邀请, 报名, 周年",
  "يدعو, تدعو, يدعون, دعوة, دعوات, يطالب, تطالب, رد, ردود, تعليق*, ترحب, يرحب, ينتقد, يرفض, ترفض, خبراء, منظمات, بيان*, كلمة, خطاب, رسالة, مقابلة, مؤتمر, إحاطة, نقاش, جلسة, أسئلة, ذكرى",
];

/** Papers that go with a publication, or stand for it. */
export const COMPANIONS = [
  "summary of, summary report, a summary, summaries, flyer, leaflet, fact sheet, factsheet, press release, press notice, press pack, news release, media release, poster, infographic, brochure, presentation, slides, agenda for, draft agenda, provisional agenda, annotated agenda, minutes of, transcript, concept note, guidance note, methodology, annex to, appendix to, corrigendum, correction to",
  "résumé, synthèse de, dépliant, communiqué, fiche, affiche, brochure, présentation, ordre du jour, procès verbal, transcription, note de cadrage, rectificatif",
  "resumen, folleto, comunicado, hoja informativa, cartel, presentación, orden del día, acta, transcripción, nota conceptual, corrección",
  "резюме, листовка, пресс релиз, информационный бюллетень, плакат, презентация, повестка дня, протокол, стенограмма, исправление",
  "摘要, 传单, 新闻稿, 概况介绍, 海报, 议程, 会议记录, 更正",
  "ملخص, نشرة, بيان صحفي, صحيفة وقائع, ملصق, عرض, جدول الأعمال, محضر, تصويب",
];
