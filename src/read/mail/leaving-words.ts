/**
 * Words of newsletters' feet, in the languages of the United Nations and a few more: how one leaves a list, and what its subscribers
 * alone are told. A catalogue: one line a language. They are folded before they are compared. `*` stands for any ending, `~` for up
 * to five words, `_` for small words alone (SMALL), MAIL for any of the nouns: "stop the dredging" is no way out, "stop the mails" is.
 */

/** What is sent to subscribers. */
export const MAIL = [
  "mail, mails, mailing, mailings, email, emails, e mail, e mails, newsletter*, news letter*, subscription*, messages, alerts, bulletin, bulletins, notifications, updates, digest, digests, this message, this alert, this list, our list, our lists, these lists, this group, mailing list*, distribution list*, press list, from us, preferences",
  "courriel*, courrier*, lettre d information, lettres d information, infolettre*, abonnement*, nos messages, ces messages, nos alertes, ces alertes, liste de diffusion, nos envois",
  "correo*, boletin*, suscripcion*, mensajes, avisos, alertas, lista de correo, lista de distribucion",
  "рассылк*, писем, письма, подписк*, уведомлени*, сообщени*",
  "邮件, 电邮, 简报, 通讯, 订阅, 通知",
  "بريد*, رسائل*, رسائلنا, النشره, نشرتنا, نشره, اشتراك*, الاشتراك, قائمه البريد*, القائمه البريديه",
  "nachrichten, rundbrief*, abonnement*, abo, mailingliste, verteiler, benachrichtigung*",
  "iscrizione, messaggi, comunicazioni, avvisi, mailing list",
  "inscricao, assinatura, mensagens, boletim, boletins, lista de emails",
  "nieuwsbrief, nieuwsbrieven, berichten, abonnement*, mailinglijst, inschrijving",
];

/** What stands between a verb and what is left by it. */
export const SMALL =
  "to, receive, receiving, received, get, getting, got, be, being, hear, hearing, from, of, on, at, all, any, these, this, those, that, our, your, my, the, such, further, more, future, other, us, me, you, yourself, sending, wish, want, like, would, have, regular, press, weekly, monthly, daily, free, e, email, mail, news, update, in, as, a, an, again, with, for, and, or, address, s";

/** What leads out, wherever it is said. */
export const LEAVING = [
  // English
  "unsubscri*, un subscri*, unsub, stop _ MAIL, stopping _ MAIL, cancel _ MAIL, cancelling _ MAIL, end _ MAIL, ending _ MAIL, leave _ MAIL, leaving _ MAIL, quit _ MAIL, exit _ MAIL, disable _ MAIL, discontinue _ MAIL, turn off _ MAIL, switch off _ MAIL, mute _ MAIL, delete _ MAIL, delete profile, delete your profile, opt out _ MAIL, opting out _ MAIL, opt out here, no longer _ MAIL, no longer wish _ MAIL, not wish _ MAIL, not want _ MAIL, t want _ MAIL, t wish _ MAIL, not like _ MAIL, t like _ MAIL, tired _ MAIL, rather not ~ MAIL, prefer not ~ MAIL, not get ~ by mail, not receive ~ by mail, fewer _ MAIL, too many _ MAIL, unwanted _ MAIL, remove me, remove yourself, remove my, remove your email, remove your e mail, remove your address, remove your name, removed from _ MAIL, removed from our, removed from this, removed from all, remove _ MAIL, taken off _ MAIL, taken off our, take me off, get off _ MAIL, change your MAIL, change my MAIL, change your subscri*, update your subscri*, update your preferences, update your profile, update subscri*, update preferences, change subscri*, change preferences, edit your subscri*, edit your preferences, manage your MAIL, manage MAIL, manage my MAIL, manage your subscri*, manage subscri*, mail settings, email settings, subscription settings, notification settings, mail preferences, email preferences, subscription preferences, communication preferences, confirm your subscription, confirm subscription, confirm your email, confirm your e mail, confirm my subscription, confirm that you want to subscribe",
  // French
  "desabonn*, desinscri*, plus recevoir ~ MAIL, pas recevoir ~ MAIL, plus recevoir de, cesser de recevoir, arreter de recevoir, annuler votre abonnement, annuler mon abonnement, resilier votre abonnement, gerer votre abonnement, gerer vos abonnements, gerer vos preferences, modifier vos preferences, vous retirer de ~ MAIL, quitter ~ MAIL, confirmer votre abonnement, confirmer votre inscription",
  // Spanish
  "darse de baja, darme de baja, darte de baja, darle de baja, date de baja, dese de baja, dar de baja, baja de ~ MAIL, cancelar ~ MAIL, cancele ~ MAIL, cancela ~ MAIL, anular ~ MAIL, anule ~ MAIL, anula ~ MAIL, desuscri*, desinscri*, desapunt*, dejar de recibir, deje de recibir, no desea recibir ~ MAIL, no desea seguir, no quiere recibir ~ MAIL, no deseas recibir ~ MAIL, no quieres recibir ~ MAIL, eliminar ~ MAIL, gestionar ~ MAIL, gestione ~ MAIL, confirmar su suscripcion, confirme su suscripcion, confirma tu suscripcion",
  // Russian
  "отписат*, отпишит*, отписыва*, отказат* ~ MAIL, отказ от ~ MAIL, прекратить ~ MAIL, отменить ~ MAIL, не хотите ~ MAIL, не желаете ~ MAIL, больше не ~ MAIL, удалить ~ MAIL, управл* ~ MAIL, подтвердит* подписку",
  // Chinese
  "退订, 退閱, 取消订阅, 取消訂閱, 取消关注, 不想再收到, 不再收到, 不再接收, 不愿再收到, 停止接收, 停止发送, 不想收到, 管理订阅, 更改订阅, 确认订阅",
  // Arabic
  "الغاء الاشتراك, لالغاء الاشتراك, الغاء اشتراك*, لالغاء اشتراك*, الغ اشتراك*, الغي اشتراك*, ايقاف ~ MAIL, لايقاف ~ MAIL, وقف ~ MAIL, عدم تلقي ~ MAIL, عدم استلام ~ MAIL, لا ترغب ~ MAIL, لا تريد ~ MAIL, التوقف عن ~ MAIL, للتوقف عن ~ MAIL, اداره ~ MAIL, تاكيد اشتراك*",
  // German
  "abmelden, abmeldung, abmeldelink, abbestell*, austragen, keine ~ MAIL, MAIL nicht mehr, MAIL nicht laenger, MAIL nicht langer, MAIL kundigen, MAIL beenden, MAIL verwalten, MAIL andern, MAIL bestatigen, nicht mehr ~ MAIL, aus ~ verteiler, aus ~ mailingliste, aus ~ verteilers",
  // Italian
  "disiscriv*, disiscri*, cancellarti, cancellarsi, cancellati, cancella ~ iscrizione, annulla ~ iscrizione, annullare ~ iscrizione, cancellare ~ iscrizione, cancellazione ~ MAIL, non ricevere piu, non ~ piu ricevere, smettere di ricevere, smetti di ricevere, gestisci ~ MAIL, gestisci ~ iscrizione, conferma ~ iscrizione",
  // Portuguese
  "descadastr*, cancelar ~ MAIL, cancele ~ MAIL, anular ~ MAIL, desinscrev*, remover ~ MAIL, deixar de receber, parar de receber, nao ~ receber ~ MAIL, gerir ~ MAIL, gerenciar ~ MAIL, confirme ~ inscricao, confirmar ~ inscricao",
  // Dutch
  "afmelden, meld ~ af, uitschrijv*, schrijf ~ uit, uit te schrijven, af te melden, opzeggen ~ MAIL, MAIL opzeggen, geen ~ MAIL, niet meer ontvangen, niet langer ontvangen, MAIL beheren, MAIL wijzigen, MAIL bevestigen",
  // Others that offices of the region write in
  "avregistrera, avsluta prenumeration*, afmeld, frameld*, avmeld*, wypisz, wypisac sie, zrezygn*, anuluj subskrypcj*, odhlasit, leiratkoz*, dezabon*, abonelikten cik*, aboneligi iptal, відписат*, відпишіт*, 配信停止, 購読解除, 수신거부, 구독취소, διαγραφ*, peruuta tilaus",
];

/** Verbs that say nothing but leaving where a sentence begins with them and ends in the link. */
export const CLEARLY_OUT =
  "unsubscribe, opt out, opting out, opt me out, be removed, remove me, get removed, be taken off, taken off, take me off, get off, be deleted from";

/** The same where the link has no words of its own to say where it leads. */
export const OUT =
  "stop, cancel, end, leave, quit, exit, remove, no longer, not interested, t interested, no more, had enough, want out, unregister, deregister, withdraw, sign off, signoff";

/** What stands before such a verb. */
export const BEFORE_OUT =
  "to, if, you, do, don, t, want, wish, would, like, please, can, may, also, or, and, prefer, rather, are, we, if, in, order, at, any, time, for, simply, just, s, longer";

/** A link of one of these alone. */
export const OUT_ALONE =
  "stop them, stop these, stop this, end them, cancel them, cancel, stop, leave, quit, remove, exit, stop receiving, stop getting, stop sending, delete me, sign off, leave list, leave group, annuler, arreter, cancelar, anular, baja, sair, parar, stoppen, austragen, abmelden, afmelden, uitschrijven, annulla, cancella";

/** What begins a foot: who it is sent to, and why. */
export const FOOT = [
  "you receive this, you are receiving this, you re receiving this, you received this, you have received this, you get this, you got this, you are getting this, you are subscribed, you subscribed, you have subscribed, you signed up, mail was sent to, email was sent to, message was sent to, newsletter was sent to, sent to subscribers, view this email, mailing list, mailman*, update your profile, subscriber id, subscription, subscriptions, newsletter settings, forward to a friend, forward a message, forward this, preferences",
  "vous recevez ce*, vous avez recu ce*, vous etes abonn*, vous etes inscri*, ce courriel a ete envoye, liste de diffusion",
  "recibe este, recibes este, ha recibido este, esta suscrit*, este correo fue enviado, lista de correo",
  "вы получили это, вы получаете это, вы подписаны, вы подписались",
  "您收到此邮件, 您收到这封, 您订阅了",
  "تلقيت هذ*, تتلقي هذ*, وصلتك هذه, لانك مشترك, لانك اشتركت",
  "sie erhalten diese*, sie haben diese*, sie sind angemeldet, diese e mail wurde, dieser newsletter wurde",
  "ricevi questa, ricevi questo, hai ricevuto questa, sei iscritto, recebe este, recebeu este, voce recebeu, esta inscrito, u ontvangt deze, je ontvangt deze, u bent aangemeld",
];

/** What only points at a link, or stands around such words. */
export const POINTING =
  "click, clicking, here, this, that, the, a, link, links, follow, following, go, to, at, on, in, by, visit, press, tap, just, simply, please, use, using, page, button, form, see, address, below, above, webpage, website, online, then, so, do, can, you, it, easily, easy, no, problem, ok, okay, it s, s, is, or, and, via, with, one, right, now, url, web, our, your, open, browser, paste, copy, into, " +
  "cliquez, cliquer, clique, ici, sur, ce, cette, le, la, lien, suivez, veuillez, rendez, vous, en, ou, et, merci, de, " +
  "clic, haga, haz, pulse, pulsa, aqui, este, esta, enlace, siga, en, por, favor, el, visite, y, " +
  "klicken, klick, klicke, hier, bitte, sie, auf, diesen, den, dem, link, folgen, unter, einfach, " +
  "clicca, cliccate, cliccare, fare, fai, qui, questo, su, segui, vai, a, clique, em, nesta, neste, ligacao, siga, o, acesse, klik, deze, op, volg, via, u, " +
  "нажмите, здесь, сюда, по, ссылке, ссылку, эту, этой, на, пожалуйста, перейдите, перейти, кликните, " +
  "请, 点击, 單擊, 单击, 这里, 此处, 链接, 此, 按此, " +
  "اضغط, انقر, هنا, علي, الرابط, هذا, يرجي, من, فضلك, الضغط, النقر";
