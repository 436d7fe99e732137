/** The forms in French. */
import { pens } from "../../../message/pens.ts";
import type { FormWords } from "./words.ts";

const { written, says, quote, count } = pens.fr;

export const forms: FormWords = {
  buttons: {
    lookAround: "Explorer le site",
    lookAgain: "Explorer de nouveau",
    lookAt: "Consulter",
    check: "Vérifier",
    write: "Écrire",
    save: "Enregistrer",
    download: "Télécharger le fichier",
    leave: "Abandonner",
    leaveAsIs: "Laisser tel quel",
    back: "Retour",
  },
  headings: {
    promise: "La promesse",
    proposed: "Ce qui est proposé",
    said: "Ce qui a été dit",
    known: "À quoi on le reconnaît",
    where: "Où cela paraîtrait",
    change: "Modifier",
  },
  outcome: {
    notChanged: "Rien n’a été changé",
    notThere: "Cela n’existe plus.",
    waits: "C’est écrit, et ce sera valable une fois ceci corrigé :",
    takeTheFile:
      "Impossible d’écrire ici. Prenez le fichier et mettez-le à sa place ; le robot le voit en quelques secondes :",
    putAside: "Impossible de le mettre de côté ici. Faites-le à la main, dans un dossier « archived » à côté :",
    already: {
      confirm: (at) => says`Déjà confirmé, par une personne chargée de la relecture, le ${written.moment(at)}.`,
      dismiss: (at) => says`Déjà écarté, par une personne chargée de la relecture, le ${written.moment(at)}.`,
      add: (at) => says`Déjà ajouté, par une personne chargée de la relecture, le ${written.moment(at)}.`,
    },
    otherwise:
      "Une personne chargée de la relecture vient de décider le contraire. Examinez-le de nouveau, et décidez encore si vous êtes d’un autre avis.",
    wrong: "Quelque chose a échoué",
    tryAgain: "Le journal dit quoi. On peut essayer de recharger la page.",
    notTaken: "Non pris en compte",
    refused: {
      tooLarge: "C’est plus que ce que contient un formulaire de cette page.",
      noForm: "Seuls les formulaires sont acceptés.",
      otherRun:
        "Le robot a redémarré depuis que vous avez ouvert ce formulaire. Revenez en arrière, rechargez la page, et envoyez-le encore une fois.",
      tooSlow: "Le formulaire n’est pas arrivé à temps. Revenez en arrière, et envoyez-le encore une fois.",
    },
  },
  promise: {
    title: {
      label: "Qu’a-t-on promis ?",
      hint: "Le titre, pour autant qu’on le connaît : « Rapport sur l’incendie du port ».",
    },
    by: { label: "Qui l’a promis ?", hint: "Par exemple « Jane Doe, porte-parole »." },
    on: { label: "Quel jour l’a-t-on dit ?" },
    words: {
      label: "En quels termes ?",
      hint: "La phrase, ou les quelques mots qui parlent du temps : « in the coming weeks ».",
    },
    link: { label: "Où cela est-il rapporté ?", hint: "L’adresse. Peut rester vide." },
    site: {
      label: "Sur quelle page de l’éditeur cela paraîtrait-il ?",
      hint: "Ses actualités, communiqués ou publications ; ou sa page d’accueil.",
    },
    earliest: { label: "Au plus tôt" },
    likely: { label: "Le plus probable" },
    latest: { label: "Au plus tard" },
    days: "Les jours, si les termes ne les disent pas",
    which: "Laquelle de ces lectures est la bonne ?",
    read: (phrase, on, horizon) => says`${quote(phrase)}, dit le ${on} : ${horizon}.`,
    notYet: (phrase) =>
      says`${quote(phrase)} dit seulement que ce n’est pas encore paru, ou avant quand cela ne paraîtra pas.`,
    unread: "Ces termes ne sont pas compris comme une date.",
    horizon: ({ earliest, likely, latest }) =>
      earliest === latest
        ? says`le ${written.day(latest)}`
        : says`du ${written.day(earliest)}, le plus probablement le ${written.day(likely)}, au ${written.day(latest)} au plus tard`,
    latestToo: "Donnez aussi le dernier jour.",
    unclear:
      "Personne ne peut dire pour quand : choisissez la bonne lecture, écrivez les quelques mots qui parlent du temps, ou donnez le dernier jour.",
  },
  adding: {
    politely:
      "Le site est consulté avec ménagement, ce qui peut prendre une minute. Rien n’est suivi avant que vous ne le disiez.",
    youGetTheFile: "Les veilles ne peuvent pas être écrites ici : vous recevez le fichier, à mettre à sa place.",
    underWay: "Le robot explore ce site, avec ménagement. Cela peut prendre une minute.",
    notYet: "Cela ne peut pas encore être écrit.",
  },
  proposed: {
    publisher: { label: "L’éditeur", hint: "Comme sa page le nomme." },
    zone: { label: "Son fuseau horaire", hint: (why) => says`Ses jours y sont comptés : ${why}.` },
    hosts: { label: "Ses sites", hint: "Seul ce qui s’y trouve peut prouver la publication." },
    subject: {
      label: "De quoi il s’agit",
      hint: "Des mots séparés par des virgules, un groupe par ligne. Un élément qui a un mot de chaque groupe est suivi.",
    },
    without: (own, little) =>
      says`Non repris : ${[
        ...(own.length > 0 ? [says`${written.list(own)} (le nom de l’éditeur)`] : []),
        ...(little.length > 0 ? [says`${written.list(little)} (se dit de bien des choses)`] : []),
      ].join(" ; ")}.`,
    short: { label: "Comment les messages l’appellent", hint: "En quelques mots ; le titre si c’est vide." },
    countsPages: "Les pages comptent : une longue page est le document",
    least: { label: "Nombre minimal de mots du document", hint: (counts) => says`Ce qui compte : ${counts}` },
    id: { label: "Nom de son fichier", hint: "Petites lettres, chiffres et traits d’union." },
    sources: { label: "Autres adresses à suivre", hint: "Une par ligne. Explorez de nouveau pour les lire." },
    watchIt: "Suivre",
    afterAll: (url) => says`Suivre tout de même ${url}`,
    leftOut: "Ce qui a été laissé de côté, et pourquoi",
    takeIn: "L’inclure",
  },
  fields: {
    title: { label: "Ce qui a été promis" },
    short: {
      label: "Comment les messages l’appellent",
      hint: "En quelques mots ; le titre si c’est vide. Si cela change d’une langue à l’autre, une ligne pour chacune : « en: Gray report ».",
    },
    "publisher.name": { label: "L’éditeur" },
    "publisher.zone": {
      label: "Son fuseau horaire",
      hint: "Par exemple Europe/Zurich : ses jours y sont comptés.",
    },
    "publisher.hosts": {
      label: "Ses sites",
      hint: "Un par ligne. Seul ce qui s’y trouve peut prouver la publication.",
    },
    "publisher.files": {
      label: "Sites où ne se trouvent que ses fichiers",
      hint: "Un par ligne. Ils prouvent aussi, et aucune source n’a besoin de s’y trouver.",
    },
    "publisher.sisters": {
      label: "Sites d’autres organismes officiels",
      hint: "Un par ligne. Ce qu’ils disent est un signal.",
    },
    "evidence.titles": {
      label: "Titres possibles",
      hint: "Un par ligne. Un document prouve sous l’un de ces titres ; sous un autre, on demande à une personne. Ce qui n’a été connu que plus tard : « … (since 2022-09-08) ».",
    },
    "evidence.subject": {
      label: "Sujet",
      hint: "Des mots séparés par des virgules, un groupe par ligne : de quoi il s’agit, et quelle sorte de chose c’est. Un élément qui a un mot de chaque groupe est suivi.",
    },
    "evidence.topic": {
      label: "Mots pour lesquels un changement est annoncé",
      hint: "Séparés par des virgules.",
    },
    "evidence.spellings": {
      label: "Graphies",
      hint: "Des mots équivalents, séparés par des virgules, un groupe par ligne. Le premier vaut pour tous.",
    },
    "evidence.words": { label: "Nombre minimal de mots du document", hint: "300 si c’est vide." },
  },
  officeOfPages: "L’organisme publie des pages : une longue page compte comme le document",
  statement: {
    said: (number) => says`Déclaration ${number}`,
    since: "Dit depuis",
    add: "Ajouter ce qui a été dit",
    takeOut: "Retirer",
    on: "Quel jour",
    by: "Qui l’a dit",
    phrase: "En quels termes",
    phraseHint: "Les quelques mots qui parlent du temps.",
    bearing: "Ce que cela dit",
    bearings: {
      promise: "pour quand cela paraîtra",
      floor: "avant quand cela ne paraîtra pas",
      "no-date": "qu’il n’y a pas de date",
      withdrawal: "que cela ne paraîtra pas",
    },
    link: "Où cela est rapporté",
    readAs: (horizon, basis) => says`Lu comme : ${horizon} (${basis}).`,
    unread: "Non compris comme une date : donnez les jours ci-dessous.",
    partly: (parts) => says`De ces termes, seule une partie est comprise. ${parts.join(" ")}`,
    part: (phrase, horizon) => says`${quote(phrase)} : ${horizon}.`,
  },
  source: {
    address: "Adresse",
    more: "Davantage",
    name: "Comment les messages l’appellent",
    kind: "Lu comme",
    kinds: {
      listing: "une liste",
      page: "une page",
      feed: "un flux",
      sitemap: "un plan de site",
      json: "du JSON",
      oai: "les notices d’une bibliothèque (OAI-PMH)",
      mail: "une boîte aux lettres",
      document: "un document",
    },
    every: { label: "À quel rythme", hint: "Par exemple 10m ou 6h ; comme d’habitude si c’est vide." },
    dates: "Comment elle écrit 03/04/2022",
    asItsPages: "comme ses pages l’indiquent",
    orders: { dmy: "jour d’abord", mdy: "mois d’abord", ymd: "année d’abord" },
    paused: "En pause",
    takeOut: "Retirer",
    lookFirst: "Consultez-la d’abord : on saura alors comment la lire.",
    furtherInFile: (more) =>
      count(more, {
        one: "Et # autre, qui se trouve dans le fichier de la veille.",
        other: "Et # autres, qui se trouvent dans le fichier de la veille.",
      }),
  },
  changing: {
    title: (watch) => says`Modifier : ${watch}`,
    wrong: "Quelque chose n’est pas encore juste ; c’est indiqué à côté du champ.",
    empty: "Ceci ne peut pas rester vide.",
    unread: "Ces termes ne sont pas compris comme une date : donnez les jours ci-dessous, ou moins de mots.",
    look: "Que signifierait une page ?",
    lookHint: "Consultée une fois, avec ménagement. Rien n’en est conservé.",
    lookFor: (watch) => says`Pour ${quote(watch)}, tel que le formulaire le décrit maintenant.`,
    addAsSource: "L’ajouter comme source",
    notJudged: "Ce qu’elle signifierait pourra être dit quand le formulaire sera juste.",
    meanwhile: {
      title: "Modifié entre-temps",
      heading: "Non enregistré : quelqu’un d’autre l’a modifié entre-temps",
      unknown: "Le texte dont votre formulaire était tiré n’est plus connu.",
      against: "Ce qui vaut maintenant, et ce que dit votre formulaire :",
      now: "maintenant",
      yours: "le vôtre",
      changeNow: "Modifier ce qui vaut maintenant",
    },
  },
  preview: {
    sentOn: "renvoyé vers",
    notRead: (problem) => says`Lecture impossible : ${problem}.`,
    advice: {
      blocked:
        "Le site refuse les robots, ou cette machine. Son flux, son plan de site ou une autre de ses pages est peut-être ouvert.",
      gone: "Rien ne s’y trouve (plus). Ouvrez-la dans un navigateur et copiez-en l’adresse.",
      unavailable: "Réessayez plus tard ; si cela persiste, ouvrez-la dans un navigateur.",
      redesigned:
        "Elle ne contient pas de liste. Une autre page du site en a peut-être une : actualités, publications, communiqués.",
    },
    readAs: (kind, reason) => says`Lu comme ${kind} : ${reason}.`,
    reasons: {
      asked: "comme vous l’avez dit",
      file: "c’est un fichier",
      feed: "cela commence comme un flux",
      sitemap: "cela commence comme un plan de site",
      oai: "cela répond comme un dépôt OAI-PMH",
      json: "c’est du JSON, avec une liste de choses qui ont un titre",
      "dated-items": "ses liens sont en lignes avec des dates",
      items: "l’essentiel est fait de liens en lignes de même forme",
      text: "elle ne contient pas de liste : son texte et ses liens sont suivis",
      "not-yet": "son site répond par rien là où un document n’est pas encore",
    },
    items: (items) => count(items, { one: "# élément", other: "# éléments" }),
    absent: "Rien ne s’y trouve encore, et son site le dit.",
    itsTitle: (title) => says`Son titre : ${quote(title)}.`,
    more: (more) => count(more, { one: "… et # autre", other: "… et # autres" }),
    further: "Plus bas, et à côté de la liste :",
    words: (words) => says`${count(words, { one: "# mot", other: "# mots" })}. Le début :`,
    file: "Un fichier :",
    region: (parts) => says`La partie qui est lue : ${written.list(parts)}.`,
    leftOut: (parts) => says`Laissé de côté : ${parts.join(" ; ")}.`,
    part: (part, links, why) => {
      const many = count(links, { one: "# lien", other: "# liens" });
      const whys = {
        menu: "menu ou pied de page",
        surrounds: "autour du contenu",
        visitors: "écrit par des visiteurs",
        wordless: "sans texte",
      };
      return part ? says`${part} (${many}, ${whys[why]})` : says`${many} sans texte`;
    },
    beside: (links) =>
      count(links, {
        one: "En outre, # lien qui n’est pas un élément est jugé d’après ce qu’il dit.",
        other: "En outre, # liens qui ne sont pas des éléments sont jugés d’après ce qu’ils disent.",
      }),
    parts: (parts) =>
      count(parts, {
        one: "En # partie, lue à chaque passage.",
        other: "En # parties, chacune lue à chaque passage.",
      }),
    feed: (url) => says`Un flux de celle-ci : ${url}`,
    noDate: "sans date",
    or: (days) => days.join(" ou "),
    open: (dates) =>
      says`${count(dates, { one: "# date peut se lire", other: "# dates peuvent se lire" })} dans plus d’un ordre, et aucune autre date de la page ne dit lequel.`,
    decides: (setting, order, dates) => says`Dans la source, ${setting} (${order}) en déciderait ${dates}.`,
    news: { published: "publié", signal: "un signal" },
    means: {
      published: (rule) => says` : ${rule}`,
      signal: (rule) => says`, à confirmer par une personne : ${rule}`,
      change: "si c’était nouveau : un changement qui mentionne le sujet",
      followed: {
        named:
          "nommé comme la chose elle-même : son lien est suivi aussitôt. Un document qui y porte le titre est « publié » ; sinon, c’est un signal",
        "on-subject":
          "sur le sujet : son lien est suivi aussitôt. Un document qui y porte le titre est « publié », un autre sur le sujet est un signal",
        mention:
          "mentionne le sujet : son lien est suivi aussitôt, et seul le document lui-même compte ; sinon, c’est un changement",
      },
      nothing: {
        "before-the-promise": "rien : c’est d’avant la promesse",
        "off-the-subject": "rien : le sujet n’est pas nommé",
        "about-it": "rien : cela en parle, et ne l’est pas",
        "to-come": "rien encore : sa date est à venir",
        undated: "rien : sans date, personne ne peut dire si c’est nouveau",
        "no-document": "rien : il n’est pas dit que c’est paru, et aucun document ne s’y trouve",
      },
      lacks: (groups) => says` (aucun mot de : ${groups.join(" ; ni de : ")})`,
    },
  },
  keys: {
    says: "Une fois par jour, ce robot signe jusqu’où vont ses journaux. Qui détient ce qu’il a exporté peut vérifier que rien n’y a été écrit, changé ou retiré depuis : avec la clé ci-dessous, et mieux avec une clé notée plus tôt, ou reçue de quelqu’un d’autre.",
    none: "Rien n’a encore été signé.",
    bot: "Le robot",
    since: (who, at) => says`${who}, depuis le ${at}`,
    newest: "Le point de contrôle le plus récent",
    exports: "Ce qui est exporté est signé par cette clé (ECDSA), comme le dit le point de contrôle :",
    signature: "Signature, en Base64 :",
    how: "Avec le texte dans checkpoint.txt, octet pour octet, la signature décodée dans checkpoint.sig, et la clé dans key.pem :",
  },
};
