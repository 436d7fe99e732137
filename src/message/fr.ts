/** French. */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { pens } from "./pens.ts";
import { recorded } from "./recorded/fr.ts";
import { recorder } from "./recorded/recorded.ts";
import { talk } from "./talk/fr.ts";

const { written, says, quote, count, percent, capital } = pens.fr;
const dated = (date?: CivilDate) => (date ? says`, daté du ${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says` Motif donné : ${reason.replace(/[.\s]+$/, "")}.` : "");

const unreachable: Catalogue["unreachable"] = {
  name: "est introuvable sous son nom",
  "look-up": "est introuvable, car les noms de sites ne peuvent pas être résolus",
  refused: "a refusé la connexion",
  "broken-off": "a interrompu la connexion",
  "no-way": "n’a pas pu être joint par le réseau",
  expired: "présente un certificat qui a expiré",
  certificate: "présente un certificat qui n’est pas digne de confiance",
  secure: "n’a pas pu établir de connexion sécurisée",
  other: "n’a pas pu être joint",
};

const STANDINGS = {
  awaited: "pas encore attendu",
  due: "attendu",
  overdue: "en retard",
  kept: "tenu",
  "kept-late": "trop tard",
  withdrawn: "retiré",
};

export const fr: Catalogue = {
  ...written,
  recorded: recorder(written, quote, unreachable, recorded),
  unreachable,
  untitled: "sans titre",

  titles: {
    started: (name) => says`Surveillé : ${name}`,
    moved: (source) => says`Nouvelle adresse : ${source}`,
    appeared: (item) => says`Nouveau : ${quote(item)}`,
    edited: (item) => says`Modifié : ${quote(item)}`,
    disappeared: (item) => says`N’est plus listé : ${quote(item)}`,
    file: {
      offered: (document) => says`Un autre fichier : ${quote(document)}`,
      annex: (document) => says`Une nouvelle annexe : ${quote(document)}`,
      withdrawn: (document) => says`Un fichier a disparu : ${quote(document)}`,
      replaced: (document) => says`Un fichier a été remplacé : ${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`Très probablement publié : ${name}`,
      hint: (name) => says`Peut-être publié : ${name}`,
    },
    published: (name) => says`Publié : ${name}`,
    withdrawn: (name) => says`N’est plus là : ${name}`,
    edition: {
      translation: (name) => says`Dans une autre langue : ${name}`,
      annex: (name) => says`Une annexe : ${name}`,
      advance: (name) => says`Une version préliminaire : ${name}`,
      final: (name) => says`Nouvelle version : ${name}`,
      replaced: (name) => says`Un fichier a été remplacé : ${name}`,
      other: (name) => says`Une autre version : ${name}`,
      document: (name) => says`Un autre document sur le sujet : ${name}`,
    },
    proposed: (name) => says`Nouvelle parole sur la date : ${name}`,
    stated: {
      promise: (name) => says`Nouvelle promesse : ${name}`,
      floor: (name) => says`Pas avant une date : ${name}`,
      "no-date": (name) => says`Aucune date donnée : ${name}`,
      withdrawal: (name) => says`Annoncé comme abandonné : ${name}`,
    },
    revised: {
      archived: (name) => says`N’est plus surveillé : ${name}`,
      returned: (name) => says`De nouveau surveillé : ${name}`,
      paused: (name) => says`En pause : ${name}`,
      resumed: (name) => says`Fin de la pause : ${name}`,
      muted: (name) => says`En sourdine : ${name}`,
      unmuted: (name) => says`Fin de la sourdine : ${name}`,
      "source-added": (name) => says`Source ajoutée : ${name}`,
      "source-removed": (name) => says`Source retirée : ${name}`,
      "source-paused": (name) => says`Source en pause : ${name}`,
      "source-resumed": (name) => says`Fin de la pause d’une source : ${name}`,
      "source-changed": (name) => says`Source modifiée : ${name}`,
      title: (name) => says`Titre modifié : ${name}`,
      hosts: (name) => says`Sites de l’éditeur modifiés : ${name}`,
      words: (name) => says`Ce qui compte a changé : ${name}`,
    },
    overdue: (name) => says`En retard : ${name}`,
    stillNotConfirmed: (name) => says`Toujours non confirmé : ${name}`,
    notPublishedYet: (name) => says`Pas encore publié : ${name}`,
    blind: (sources) =>
      says`Lecture impossible : ${count(sources, { one: "# source non lue", other: "# sources non lues" })}`,
    recovered: (sources) => says`Lecture rétablie : ${count(sources, { one: "# source", other: "# sources" })}`,
    corrected: (name) => says`Rectification : ${name}`,
    confirmed: (name) => says`Confirmé : ${name}`,
    added: (name) => says`Ajouté à ce qui a été dit : ${name}`,
    dismissed: (name) => says`Écarté : ${name}`,
    takenBack: (title) => says`Annulé : ${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) =>
      says`Confirmé par une personne habilitée, le ${written.moment(at)} : c’est le rapport.${why(reason)}`,
    dismiss: (at, reason) =>
      says`Écarté par une personne habilitée, le ${written.moment(at)} : ce n’est pas le rapport.${why(reason)}`,
    add: (at) => says`Ajouté par une personne habilitée, le ${written.moment(at)}.`,
    none: (at) =>
      says`Écarté par une personne habilitée, le ${written.moment(at)} : ce n’est pas une parole sur la date.`,
  },
  looking: (until) => says`Une personne habilitée s’en occupe, jusqu’au ${written.moment(until)}.`,

  clock: {
    toCome: (on) => says`La promesse est du ${written.day(on)}`,
    since: (phrase, stretch) =>
      stretch ? says`${stretch} depuis ${quote(phrase)}` : says`Dit aujourd’hui : ${quote(phrase)}`,
    after: (phrase, stretch) =>
      stretch ? says`${stretch} après ${quote(phrase)}` : says`Le jour même de ${quote(phrase)}`,
    expected: (earliest, latest) =>
      earliest === latest
        ? says`attendu le ${written.day(latest)}`
        : says`attendu du ${written.dayBeside(earliest, latest)} au ${written.day(latest)}`,
    ends: (latest, isToday) => says`au plus tard ${isToday ? "aujourd’hui" : says`le ${written.day(latest)}`}`,
    past: (past, days) => says`au moins ${days ?? past} de retard`,
    within: "dans le délai",
    newer: {
      open: (latest) => says`promesse ultérieure : d’ici au ${latest}`,
      over: (latest) => says`une promesse ultérieure a expiré le ${latest}`,
      kept: (latest) => says`promesse ultérieure (${latest}) tenue`,
      late: (latest) => says`promesse ultérieure (${latest}) non tenue`,
    },
  },

  started: {
    read: (names) => says`Lu : ${names}.`,
    nothingRead: "Aucune source n’a encore pu être lue.",
    notThere: (names) => says`Supposé, et absent : ${names}`,
  },
  rehearsal: "-# Une reprise de ce qui s’est passé alors. Ce n’est pas une nouvelle.",
  aloneShowsNothing: "Cela seul ne montre pas de publication.",
  changes: {
    listed: (source, date) => says`${capital(source)}${date ? says`, ${written.day(date)}` : ""}`,
    goneFrom: (source) => says`Disparu à plusieurs lectures de suite (${source}).`,
    before: (title) => says`Avant : ${quote(title)}.`,
    moved: "La lecture y continue.",
    movedFrom: (address) => says`Avant : ${address}`,
    moreLines: (number) => count(number, { one: "# autre ligne", other: "# autres lignes" }),
    moreChanges: (number) => count(number, { one: "# autre changement", other: "# autres changements" }),
    file: (now, before) => (before ? says`${now} ; avant : ${before}` : now),
    asBefore: (now) => says`${now}, comme avant`,
    notRead: "pas encore lu",
    otherAddress: "à une autre adresse",
    textIsSame: "Son texte, pour ce qui en a été lu, dit la même chose.",
  },
  file: {
    kind: (ending) => ending ?? "Fichier",
    pages: (number) => count(number, { one: "# page", other: "# pages" }),
    scan: "numérisé, sans texte",
    advance: "version préliminaire",
  },
  answer: {
    confirm: (id) => says`À vérifier, puis confirm ou dismiss ${id}`,
    add: (id) => says`Cela compte-t-il ? statement add ou statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => says`${quote(title)}${dated(date)}.`,
    textIsSame: "Pour ce qui en a été lu, il dit la même chose que le fichier d’avant.",
  },
  proposal: {
    quoted: (sentence) => quote(sentence),
    promise: (earliest, latest) =>
      earliest === latest
        ? says`Comme promesse : le ${written.day(latest)}.`
        : says`Comme promesse : d’ici au ${written.day(latest)}.`,
    floor: (notBefore) => says`Donc pas ${notBefore ? says`avant le ${written.day(notBefore)}` : "encore"}.`,
    noDate: "Sans date : l’horloge reste la même.",
    saidBy: (by, on) => says`${by}, ${written.day(on)}`,
    more: (number) => says`${number} de plus à la même lecture`,
  },
  stated: {
    promise: (phrase, latest) => says`${quote(phrase)} : au plus tard le ${written.day(latest)}.`,
    floor: (phrase, notBefore) =>
      says`${quote(phrase)}${notBefore ? says` : pas avant le ${written.day(notBefore)}` : ""}.`,
    noDate: (phrase) => says`${quote(phrase)}.`,
    firstStays: "La première promesse compte toujours.",
    added: (said, isPersons) => says`${said} ; ajouté ${isPersons ? "par une personne habilitée" : "dans son fichier"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`Une personne habilitée a annulé ${quote(phrase)} : cela ne compte plus.`
        : says`${quote(phrase)} a été retiré de son fichier : cela ne compte plus.`,
  },
  revised: {
    says: {
      archived: () => "Plus rien n’en est consulté. Ce qui a été trouvé reste, et peut être lu.",
      returned: () => "C’est de nouveau consulté, et ce que l’on en savait vaut toujours.",
      paused: () => "Rien n’en est consulté ni annoncé jusqu’à la fin de la pause.",
      resumed: () => "C’est de nouveau consulté désormais.",
      muted: (_, until) =>
        says`Jusqu’au ${until ? written.day(until) : "jour dit"}, seule la publication, ou ce qui peut l’être, est annoncée ; le reste attend.`,
      unmuted: () => "Tout est de nouveau annoncé, aussi ce qui attendait.",
      "source-added": (names) => says`Consulté désormais : ${names}.`,
      "source-removed": (names) => says`N’est plus consulté : ${names}.`,
      "source-paused": (names) => says`N’est pas consulté pour l’instant : ${names}.`,
      "source-resumed": (names) => says`De nouveau consulté : ${names}.`,
      "source-changed": (names) => says`Lu d’une autre manière désormais : ${names}.`,
      title: () => "Le document est connu sous un autre titre désormais.",
      hosts: () => "D’autres sites peuvent prouver la publication désormais.",
      words: () => "D’autres règles disent désormais ce qui touche au sujet.",
    },
    changed: (isPersons) => (isPersons ? "modifié par une personne habilitée" : "modifié dans son fichier"),
  },
  otherSignals: (number) => count(number, { one: "# autre", other: "# autres" }),
  published: {
    dated: (date, seen) => says`Daté du ${written.day(date)}, vu d’abord : ${seen}.`,
    firstSeen: (seen) => says`Vu d’abord : ${seen}.`,
    more: (documents) => says`${count(documents, { one: "# document", other: "# documents" })} de plus`,
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "Où en est la promesse" : says`Où en sont ${watches} promesses`),
    title: (messages) =>
      messages === 1
        ? "Entre-temps : un message qui attendait"
        : says`Entre-temps : ${messages} messages qui attendaient`,
    earlier: (more) => (more === 1 ? "Et un autre, plus ancien." : says`Et ${more} autres, plus anciens.`),
  },
  unwritten: {
    why: {
      full: "le disque est plein",
      limited: "les fichiers ne peuvent plus grandir",
      "read-only": "le disque est monté en lecture seule",
      refused: "le dossier des données refuse l’écriture",
      "too-many-files": "la machine permet trop peu de fichiers ouverts",
      failing: "le disque n’écrit pas comme il le devrait",
      damaged: "les données sont abîmées",
      gone: "les données ne sont plus à leur place",
      held: "un autre programme occupe les données",
      memory: "la machine n’a plus de mémoire",
      away: "la base de données ne répond pas",
      unusable: "le dossier des données est inutilisable",
    },
    began: "Je ne peux plus rien consigner",
    since: (why, since) =>
      says`Depuis le ${since} : ${why}. Qui s’occupe de moi devrait regarder ma machine ; son journal en dit plus.`,
    meanwhile:
      "Je continue à regarder autant que possible. Ce que je vois entre-temps est dit ici aussitôt, comme non encore consigné ; ce sera jugé à nouveau, consigné et dit comme d’habitude dès que je pourrai écrire.",
    seen: (name) => says`Vu, non encore consigné : ${name}`,
    of: {
      publication: "Quelque chose qui pourrait être la publication a été vu. Rien n’est confirmé.",
      withdrawal: "Quelque chose qui pourrait démentir ce qui a été dit a été vu. Rien n’est confirmé.",
      other: "Quelque chose qui mentionne le sujet a été vu. À soi seul, cela ne montre aucune publication.",
    },
    later: (why) =>
      says`Je ne peux pas le consigner (${why}). Ce sera lu et jugé à nouveau dès que je le pourrai ; alors seulement, je dirai ce que c’est.`,
    ended: "Je peux de nouveau consigner",
    over: (since, at) =>
      says`Du ${since} au ${at}, rien n’a pu être consigné. Ce qui a été vu pendant ce temps est lu et jugé à nouveau, et dit comme d’habitude.`,
    test: "Un message d’essai",
    tested: (at) =>
      says`Envoyé le ${at} pour vérifier que les messages arrivent ici. Rien n’a été publié, et rien n’a changé.`,
    stands: (why, since) => says`Rien ne peut être consigné depuis le ${since} : ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`Promis : ${name}`,
      floor: (name) => says`Dit quand ce ne sera pas encore publié : ${name}`,
      "no-date": (name) => says`Évoqué, sans date : ${name}`,
      withdrawal: (name) => says`Dit que ce ne sera pas publié : ${name}`,
    },
    earliest: (name) => says`Attendu à partir d’aujourd’hui : ${name}`,
    likely: (name) => says`Jour le plus probable, d’après les termes : ${name}`,
    latest: (name) => says`Dernier jour de la promesse : ${name}`,
    floor: (name) => says`Pas avant aujourd’hui : ${name}`,
    published: (name) => says`Publié : ${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}, ${by}, ${on}`,
  },
  mail: {
    why: "Vous recevez ce message parce que la personne qui tient ce bot a inscrit votre adresse sur sa liste.",
    leave: "Ne plus rien m’envoyer",
    asks: "Faut-il ne plus vous envoyer de messages de ce bot ?",
    left: "C’est fait. Aucun message ne vous est plus envoyé.",
    back: "Recevoir de nouveau",
    isBack: "Des messages vous sont envoyés.",
    unknown: "Ce lien ne mène à personne : rien n’a été changé. Écrivez à la personne qui tient le bot.",
  },
  withdrawn: (documents) =>
    says`${documents === 1 ? "Le document n’est plus lisible" : says`Les ${documents} documents ne sont plus lisibles`}, plusieurs fois de suite. Le site, lui, répond.`,
  overdue: (on, latest) => says`Dit le ${written.day(on)}, soit au plus tard le ${written.day(latest)}.`,
  nothingFound: "Aucune publication n’a été trouvée.",
  foundUnconfirmed: "Quelque chose qui pourrait l’être a été trouvé ; personne ne l’a encore confirmé.",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${looks === 0 ? "Aucune lecture" : count(looks, { one: "# lecture", other: "# lectures" })}${over ? says` en ${over}` : ""}${failed > 0 ? says`, ${count(failed, { one: "# échec", other: "# échecs" })}` : ""}${covered === undefined ? "" : says` · ${percent(covered)} du temps couvert`}`,
    longestGap: (milliseconds) => says`lacune de ${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`Non lu depuis ${written.span(milliseconds)} : ${names}.`,
    because: ({ detail }) => says`Chaque fois, le site ${fr.recorded(detail)}.`,
    beside: (names) => says`Non lu : ${names}.`,
    untilOver: "D’ici là, le silence sur ces sources ne veut rien dire.",
  },
  recovered: {
    again: (milliseconds, names) => says`De nouveau lu après ${written.span(milliseconds)} : ${names}.`,
    nothingChanged: "Rien n’avait changé entre-temps.",
    changed: (names) => says`Changé entre-temps : ${names}. Ce qui compte est dit à part.`,
  },
  corrected: {
    returned: "Le document est de nouveau lisible ; il ne manque plus.",
    reinstated: "Quelqu’un l’a confirmé après tout : « publié » vaut de nouveau.",
    dismissed: (reason) => says`« Publié » a été retiré par une personne habilitée.${why(reason)}`,
    signalDismissed: (title, reason) =>
      says`${quote(title)} a été écarté par une personne habilitée : ce n’est pas le rapport.${why(reason)}`,
  },

  unknown: {
    "never-looked": "Personne n’a encore regardé",
    paused: "En pause : personne ne regarde pour l’instant",
    "looked-no-more": "Personne n’a regardé depuis un certain temps",
    unread: "Inconnu : aucune source ne peut être lue en ce moment",
  },
  reach: {
    "can-prove": { name: "peut prouver", says: "Les pages de l’éditeur sont lues : une parution peut être prouvée." },
    "can-only-signal": {
      name: "ne peut que signaler",
      says: "Aucune page de l’éditeur ne peut être lue en ce moment : une parution ne peut qu’être signalée, et quelqu’un doit la confirmer.",
    },
    blind: { name: "aveugle", says: "Rien ne peut être lu en ce moment : une parution passerait inaperçue." },
  },
  status: {
    news: {
      unpublished: "Pas encore publié",
      signalled: {
        strong: (title) => says`Très probablement publié${title ? says` : ${quote(title)}` : ""}`,
        hint: (title) => says`Peut-être publié${title ? says` : ${quote(title)}` : ""}`,
      },
      published: (on) => says`Publié${on ? says` le ${written.day(on)}` : ""}`,
      withdrawn: "Publié, mais n’est plus là",
    },
    nothingFound: "Rien, sur les pages surveillées, ne montre de publication.",
    unconfirmed: "Personne ne l’a encore confirmé.",
    promise: (phrase, on, by) => says`${quote(phrase)} : dit le ${written.day(on)} par ${by}.`,
    reading: (latest, basis) =>
      says`Au plus tard le ${written.day(latest)} ; fondement, tel qu’il est noté : ${basis}.`,
    newer: (on, phrase, isAdded) =>
      says`${quote(phrase)} : dit le ${written.day(on)}${isAdded ? ", ajouté par une personne habilitée" : ""}.`,
  },
  record: {
    kinds: {
      "exact-date": "qui donnaient un jour",
      deadline: "qui donnaient une échéance",
      season: "qui donnaient une saison ou un trimestre",
      "vague-days": "formulées en jours",
      "vague-weeks": "formulées en semaines",
      "vague-months": "formulées en mois",
      "vague-soon": "qui disaient « bientôt »",
      "vague-asap": "qui disaient « dès que possible »",
      "vague-due-course": "qui disaient « en temps utile »",
    },
    share: (chance, low, high) => {
      const said = (one: Hundredths) =>
        one === "fewer than 1" ? "moins de 1" : one === "more than 99" ? "plus de 99" : one;
      return says`${typeof chance === "number" ? "environ " : ""}${said(chance)} sur 100 (${low === high ? "toute la marge" : says`de ${said(low)} à ${said(high)}`})`;
    },
    kept: (promises, kind, documents, kept) =>
      says`Sur ${count(promises, { one: "# promesse", other: "# promesses" })} ${kind} (${count(documents, { one: "# document", other: "# documents" })}), ${kept === 0 ? "aucune n’a été tenue" : kept === 1 ? "1 a été tenue" : says`${kept} ont été tenues`} avant la fin de la lecture la plus longue.`,
    none: (kind, all) => says`Le relevé n’a pas de promesses ${kind} ; le chiffre s’appuie sur les ${all}.`,
    leansOnAll: (promises, all) =>
      says`${count(promises, { one: "# promesse", other: "# promesses" })} seulement ${promises < 2 ? "était formulée" : "étaient formulées"} ainsi ; le chiffre s’appuie sur les ${all}.`,
    notOut: (day, phrase) => says`Pas publié au jour ${day}${phrase ? says` depuis ${quote(phrase)}` : ""}.`,
    notConfirmed: (day, phrase) =>
      says`Aucune publication n’est confirmée au jour ${day}${phrase ? says` depuis ${quote(phrase)}` : ""}.`,
    nextDays: (days, share) => says`Dans les ${days} jours qui viennent : ${share}.`,
    byLatest: (latest, share) => says`D’ici au ${latest}, dernier jour de sa lecture la plus longue : ${share}.`,
    by: (day, share) => says`D’ici au ${day} : ${share}.`,
    middle: (day) => says`Autant arrivent avant le ${day} qu’après.`,
    span: (from, to) => says`Huit sur dix arrivent du ${from} au ${to}.`,
    tooFew: {
      late: "Trop peu de promesses ont jamais eu un tel retard pour donner une chance.",
      far: "Trop peu de promesses portaient aussi loin pour donner une chance.",
    },
    beforehand: (promises, kind, day, share) =>
      says`Le passé donnait ${share} au jour ${day}, d’après ${count(promises, { one: "# promesse", other: "# promesses" })} ${kind}.`,
    basis: (all, asOf) =>
      says`D’après ${count(all, { one: "# promesse", other: "# promesses" })} relevées jusqu’au ${written.day(asOf)} ; chaque chance s’entend : sauf abandon`,
    bias: (neutral, others) =>
      says`Les promesses dont la presse a parlé sont surreprésentées : ${neutral.kept} sur ${neutral.rows} trouvées par une recherche neutre ont été tenues, ${others.kept} sur ${others.rows} des autres.`,
    unlessDropped:
      "Chaque chance s’entend : sauf abandon de la promesse. Celles qui ont été retirées comptent comme inachevées.",
    weakSpots:
      "Les derniers jours avant une échéance sont sous-estimés : de 65 échéances tenues, données 21 jours à l’avance ou plus, 10 l’ont été le tout dernier jour. Juste après une fenêtre de 29 à 59 jours, le relevé dit 44 sur 100 en 30 jours, et 33 sur 100 de 33 sont arrivées.",
    sample:
      "L’échantillon n’est ni aléatoire, ni complet, ni mondial : il est surtout britannique et américain, et en anglais. C’est un relevé de formules, qui ne juge ni un office ni une personne.",
    heading: "Ce que de telles promesses sont devenues",
    curveTitle: "Pas encore publié, sur 100, selon le relevé",
    curveKey: "Gris : sa lecture la plus longue. Bande : la marge.",
    curve: (latest) =>
      says`La chance que ce ne soit pas encore publié, d’après le relevé, en courbe avec sa marge, et sa lecture la plus longue, jusqu’au ${written.day(latest)}`,
    row: (phrase, document, said) => says`${quote(phrase)}, ${document}, ${written.day(said)}`,
    ended: {
      kept: (on) => says`tenue : paru le ${written.day(on)}`,
      late: (on) => says`en retard : paru le ${written.day(on)}`,
      open: (on) => says`pas paru au ${written.day(on)}`,
      withdrawn: (on) => says`retirée, pas paru au ${written.day(on)}`,
    },
    more: (rows) =>
      says`et ${count(rows, { one: "# autre ligne", other: "# autres lignes" })} : sur la page, et par \`coming-weeks record\``,
    nothing: {
      out: "C’est publié : aucune chance n’est plus donnée.",
      none: "Rien de daté n’est promis, si bien que le relevé n’en dit rien.",
      off: "Ce suivi se passe du relevé.",
    },
    floor: (day) =>
      says`Il a été dit que rien ne viendrait avant le ${written.day(day)} : aucune chance n’est donnée avant ce jour.`,
  },
  chart: {
    alt: "Une ligne du temps : ce qui a été dit, ce que cela pouvait vouloir dire, et les lectures du robot",
    said: (on, phrase, latest) =>
      says`${written.day(on)} : ${quote(phrase)}${latest ? says`, dont la lecture la plus longue finit le ${written.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? " (ajouté)" : ""}`,
    today: (date) => says`Aujourd’hui, ${written.day(date)}`,
    published: (date) => says`Publié le ${written.day(date)}`,
    looks: "Les lectures du robot",
    looked: (looks, blind) =>
      looks === 0
        ? "Pas encore de lecture"
        : says`${count(looks, { one: "# lecture", other: "# lectures" })} ; ${blind === 0 ? "aucune période" : count(blind, { one: "# période", other: "# périodes" })} sans lecture réussie`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`Publié après ${written.stretch(promisedOn, publishedOn)}`
          : "Publié le jour de la promesse";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "avant la promesse" : says`jour ${day}`;
      const verdicts = {
        unknown: "Inconnu",
        unpublished: "Pas publié",
        signalled: "Peut-être publié, non confirmé",
        published: "Publié",
        withdrawn: "N’y est plus",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "lu", partly: "lu en partie", unread: "illisible" },
  },
  card: {
    promised: (date, by) => says`Promis le ${date} par ${by}`,
    said: (date, by, phrase) => says`${date}${by ? says`, ${by}` : ""} : ${quote(phrase)}`,
    range: (earliest, likely, latest) => says`du ${earliest} au ${latest}, le plus probable le ${likely}`,
    added: "ajouté par une personne habilitée",
    looked: (at, read, of) =>
      says`${at ? says`Dernière lecture ${at}` : "Pas encore de lecture"}${of > 0 ? says` ; ${count(read, { one: "# source lue", other: "# sources lues" })} sur\u00a0${of}` : ""}`,
    unread: (names) => says`Illisibles : ${names.join(", ")}`,
    furtherThread: "-# Le fil précédent a été fermé ; la suite est ici.",
  },
  buttons: {
    confirm: "Confirmer",
    dismiss: "Écarter…",
    add: "Ajouter",
    none: "Ce n’en est pas une",
    look: "Je m’en occupe",
    open: "Ouvrir la page",
  },
  rules: {
    "document-at-known-address": {
      name: "le document, à l’adresse surveillée",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}, à l’adresse surveillée.`,
    },
    "document-reached-from-entry": {
      name: "le document, atteint depuis un élément de liste",
      says: ({ title, date }) => says`${quote(title)}${dated(date)} ; un élément des listes y mène.`,
    },
    "two-official-sources-say-issued": {
      name: "deux sites de l’éditeur disent qu’il est paru",
      says: ({ title }) => says`Deux sites de l’éditeur disent que c’est paru ; ${quote(title)} en est un.`,
    },
    "confirmed-by-a-person": {
      name: "confirmé par une personne",
      says: ({ title }) => says`Une personne a regardé ${quote(title)} : c’est bien cela.`,
    },
    "copy-of-the-document": {
      name: "une copie du document dans une archive du web",
      says: ({ title, date }) =>
        says`Une archive du web a une copie de ${quote(title)}${dated(date)} ; le site de l’éditeur n’a pas pu être lu.`,
    },
    "document-on-the-subject": {
      name: "un document sur le sujet, au titre encore inconnu",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}.`,
    },
    "title-without-document": {
      name: "nommé comme la chose même, sans le document",
      says: ({ title, date }) => says`L’éditeur liste ${quote(title)}${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "headline-says-issued": {
      name: "un titre dit qu’il est paru",
      says: ({ title, date }) => says`Un titre le dit : ${quote(title)}${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-in-signed-mail": {
      name: "dit dans un courriel signé de l’éditeur",
      says: ({ title, date }) =>
        says`Dans un courriel signé de l’éditeur : ${quote(title)}${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-on-own-account": {
      name: "dit sur un compte de l’éditeur",
      says: ({ title, date }) =>
        says`Sur un compte de l’éditeur : ${quote(title)}${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-by-others": {
      name: "dit par quelqu’un qui n’est pas l’éditeur",
      says: ({ title, date }) => says`D’autres le disent, pas l’éditeur : ${quote(title)}${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "le titre, sur un site qui n’est pas celui de l’éditeur",
      says: ({ title, date }) => says`À une adresse qui n’est pas celle de l’éditeur : ${quote(title)}${dated(date)}.`,
    },
    "document-without-proof": {
      name: "un document qui ne montre pas ce qu’une preuve demande",
      says: ({ title, date }) => says`Là où le document était attendu : ${quote(title)}${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "un document qui se dit encore à venir",
      says: ({ title, date }) => says`Une page l’annonce : ${quote(title)}${dated(date)}. Le document est à venir.`,
    },
  },
  talk,
  labels: {
    item: "Ouvrir l’élément",
    document: "Ouvrir le document",
    page: "Ouvrir la page",
    evidence: "Voir la preuve",
    copy: "Copie à la Wayback Machine",
    outside: (host) => says`Ouvrir ${host}`,
  },
};
