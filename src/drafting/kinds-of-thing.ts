/** What offices publish is called: a line a kind, whose words stand for one another in a headline. The first language is English. */
import type { LanguageCode } from "../language/tongue.ts";

export type Words = Readonly<Record<LanguageCode, string>>;

export const KINDS_OF_THING: readonly Words[] = [
  {
    en: "report, review, assessment, findings, inquiry, investigation, study, evaluation, audit",
    fr: "rapport, évaluation, enquête, étude, examen, conclusions",
    es: "informe, evaluación, investigación, estudio, examen, conclusiones",
    ru: "доклад, отчёт, оценка, расследование, исследование, выводы",
    zh: "报告, 评估, 调查, 研究",
    ar: "تقرير, تقييم, تحقيق, دراسة",
  },
  {
    en: "strategy, plan, roadmap, framework, policy, white paper, green paper, programme",
    fr: "stratégie, plan, feuille de route, cadre, politique, livre blanc, programme",
    es: "estrategia, plan, hoja de ruta, marco, política, libro blanco, programa",
    ru: "стратегия, план, дорожная карта, концепция, программа",
    zh: "战略, 计划, 规划, 白皮书, 路线图",
    ar: "استراتيجية, خطة, برنامج, سياسة",
  },
  {
    en: "guidance, guidelines, guide, code, standards, manual, handbook",
    fr: "lignes directrices, guide, directives, code, normes, manuel",
    es: "directrices, guía, código, normas, manual",
    ru: "руководство, рекомендации, кодекс, стандарты",
    zh: "指南, 准则, 标准, 手册",
    ar: "توجيهات, دليل, معايير, مدونة",
  },
  {
    en: "bill, act, law, regulation, regulations, directive, legislation, order, rules",
    fr: "projet de loi, loi, règlement, directive, décret, arrêté",
    es: "proyecto de ley, ley, reglamento, directiva, decreto",
    ru: "законопроект, закон, постановление, указ, положение",
    zh: "法案, 法律, 条例, 规定",
    ar: "مشروع قانون, قانون, لائحة, مرسوم",
  },
  {
    en: "decision, ruling, judgment, judgement, opinion, recommendation, recommendations, advice",
    fr: "décision, arrêt, jugement, avis, recommandation, recommandations",
    es: "decisión, fallo, sentencia, dictamen, recomendación, recomendaciones",
    ru: "решение, постановление, заключение, рекомендация, рекомендации",
    zh: "决定, 裁决, 判决, 意见, 建议",
    ar: "قرار, حكم, رأي, توصية, توصيات",
  },
  {
    en: "data, dataset, statistics, figures, list, register, database, index",
    fr: "données, statistiques, chiffres, liste, registre, base de données, indice",
    es: "datos, estadísticas, cifras, lista, registro, base de datos, índice",
    ru: "данные, статистика, список, реестр, база данных, индекс",
    zh: "数据, 统计, 名单, 登记册, 数据库, 指数",
    ar: "بيانات, إحصاءات, قائمة, سجل, قاعدة بيانات, مؤشر",
  },
  {
    en: "files, papers, documents, records, transcript, minutes, emails, correspondence, archive",
    fr: "dossiers, documents, procès-verbal, archives, correspondance",
    es: "archivos, documentos, expedientes, actas, correspondencia",
    ru: "файлы, документы, материалы, протокол, переписка, архив",
    zh: "文件, 档案, 记录, 信函",
    ar: "ملفات, وثائق, محضر, مراسلات, أرشيف",
  },
  {
    en: "agreement, treaty, accord, memorandum, contract, deal",
    fr: "accord, traité, protocole, contrat, mémorandum",
    es: "acuerdo, tratado, memorando, contrato, convenio",
    ru: "соглашение, договор, меморандум, контракт",
    zh: "协议, 条约, 备忘录, 合同",
    ar: "اتفاق, معاهدة, مذكرة, عقد",
  },
  {
    en: "budget, accounts, estimates, spending review",
    fr: "budget, comptes, prévisions",
    es: "presupuesto, cuentas, estimaciones",
    ru: "бюджет, счета, смета",
    zh: "预算, 账目",
    ar: "ميزانية, حسابات",
  },
];

/** Words that say little of what a thing is about. Folded. */
export const SAYS_LITTLE = new Set(
  (
    "situation concerns concern matter matters issue issues question questions event events allegation allegations alleged aspect " +
    "aspects other others new final full first second third independent official public annual yearly national government state " +
    "general international use effects impact between against after before under over during about regarding concerning certain " +
    "joint special interim updated revised publication release promised planned forthcoming their his her our this that " +
    "préoccupations questions affaire affaires nouveau nouvelle annuel annuelle national nationale gouvernement indépendant " +
    "situación asunto asuntos cuestiones nuevo nueva anual nacional gobierno independiente " +
    "ситуация положение вопросы новый новая ежегодный национальный правительство 关于 情况 问题 政府 حالة قضايا حكومة"
  ).split(" "),
);
