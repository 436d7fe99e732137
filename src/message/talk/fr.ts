/** What the bot says in French when it is spoken to. */
import type { Talk } from "../catalogue.ts";
import { pens } from "../pens.ts";

const { written, says, quote, count } = pens.fr;

export const talk: Talk = {
  commands: {
    status: "Où en sont les choses",
    why: "Sur quoi repose le dernier verdict, et ce qui le changerait",
    history: "Tout ce qui a été dit, le plus récent d’abord",
    timeline: "Ce qui a été dit, et l’horloge en image",
    odds: "Ce que de telles promesses sont devenues, et ce que cela dit de celle-ci",
    evidence: "Ce qui a été trouvé et touche à la publication",
    sources: "Les pages surveillées, et comment va chacune",
    check: "Lire maintenant toutes les pages d’une veille",
    watches: "Tout ce qui est surveillé",
    mute: "Plus de rappels hebdomadaires dans ce salon",
    unmute: "De nouveau des rappels hebdomadaires dans ce salon",
    watch: "Ajouter ou retirer une veille ; recevoir moins d’une dans ce salon, ou de nouveau tout",
    subscribe: "Être prévenu à la publication, par un rôle ou un message privé, ou ne plus l’être",
    help: "Ce que fait ce robot, et ce qu’on peut lui demander",
    channel: "Recevoir les messages dans ce salon, ou ne plus les recevoir",
    confirm: "Confirmer un signal : c’est le rapport",
    dismiss: "Écarter un signal ou une preuve : ce n’est pas le rapport",
  },
  options: {
    watch: "Quelle veille ; toutes par défaut",
    evidence: "Quelle preuve",
    reason: "Pourquoi ; c’est dit avec la rectification",
    here: "Publier les messages dans ce salon",
    off: "Ne plus publier de messages dans ce salon",
    role: "Le seul rôle à mentionner à la publication",
    language: "La langue des messages",
    card: "Le message qui dit toujours où en sont les choses",
    record: "Ce que de telles promesses sont devenues, avec le rappel hebdomadaire",
    kinds: "Ce qui est dit ici",
    how: "Par le rôle mentionné, ou par un message privé",
    mute: "Plus de rappels hebdomadaires d’une veille dans ce salon",
    pause: "Plus rien d’une veille ici, sauf sa publication ou son retrait",
    resume: "De nouveau tout d’une veille dans ce salon",
    add: "Surveiller une autre promesse : un formulaire, puis tout ce que je propose avant d’écrire",
    remove: "Ne plus surveiller une promesse, pour tous ; ce qui a été trouvé reste",
  },
  choices: {
    card: { pinned: "affiché et épinglé", shown: "affiché", off: "aucun" },
    record: { on: "dit", off: "pas dit" },
    kinds: {
      all: "tout",
      signals: "les signaux, les paroles sur la date, et la publication",
      publication: "seulement la publication, ou son retrait",
    },
    how: { role: "le rôle", message: "un message privé" },
  },
  watch: {
    mute: (title) => says`Plus de rappels hebdomadaires de ${title} dans ce salon. Tout le reste y est publié.`,
    pause: (title) =>
      says`De ${title}, ce salon n’apprend que la publication, ou son retrait. Les lectures continuent ; pour les arrêter pour tous, mettez la veille en pause sur la page, ou par \`watch pause\` en ligne de commande.`,
    resume: (title) => says`Tout ce qui touche à ${title} est de nouveau dit dans ce salon.`,
  },
  upkeep: {
    cannot: "Les veilles ne peuvent pas être changées ici depuis Discord.",
    forms: {
      said: "Surveiller une autre promesse",
      proposed: "Changer ce qui est proposé",
      remove: "Ne plus la surveiller ?",
    },
    said: {
      title: {
        asks: "Qu’est-ce qui a été promis ?",
        hint: "Son titre, pour autant qu’il est connu : Rapport sur l’incendie du port",
      },
      who: { asks: "Qui l’a dit, et quel jour ?", hint: "Jane Doe, porte-parole, 10 décembre 2021" },
      words: {
        asks: "En quels mots sur la date ?",
        hint: "La phrase, ou les quelques mots qui parlent de temps : dans les prochaines semaines",
      },
      link: { asks: "Où cela est-il rapporté ?", hint: "L’adresse ; peut rester vide" },
      site: {
        asks: "Sur quelle page paraîtrait-il ?",
        hint: "Les actualités, communiqués ou publications de l’éditeur, ou sa page d’accueil",
      },
    },
    proposed: {
      publisher: { asks: "Comment s’appelle l’éditeur ?", hint: "Comme les messages doivent le nommer" },
      hosts: {
        asks: "Les hôtes de l’éditeur",
        hint: "Eux seuls peuvent prouver la publication ; séparés par des espaces",
      },
      sources: {
        asks: "Les adresses à lire",
        hint: "Une par ligne ; ôtez ce qui est de trop, ajoutez ce qui manque",
      },
      subject: {
        asks: "De quoi il s’agit, et quel genre de chose",
        hint: "Des virgules entre mots équivalents, des points-virgules entre groupes",
      },
      days: {
        asks: "Premier jour, plus probable, dernier",
        hint: "2022-01-03, 2022-01-17, 2022-02-04 ; ou le dernier seul ; ou le numéro d’une lecture",
      },
    },
    remove: {
      says: (title) =>
        says`**${title}** n’est plus lu, pour personne. Rien de ce qui a été trouvé n’est perdu : messages, preuves et archives restent, et ce que dit son fichier aussi.`,
      name: "Son nom, pour être sûr",
      otherName: "Ce n’est pas son nom ; rien n’a été retiré.",
      removed: (title) => says`${title} n’est plus surveillé. Ce qui a été trouvé reste.`,
    },
    buttons: {
      write: "Écrire",
      said: "Ce qui a été dit…",
      proposed: "Changer…",
      leave: "Laisser",
    },
    faults: {
      empty: (asked) => says`${quote(asked)} attend une réponse.`,
      noDay: "Le jour où cela a été dit manque : écrivez-le après le nom, comme 10 décembre 2021.",
      openDay: "Un jour comme 3/4/2022 se lit de deux façons : écrivez 2022-04-03, ou 3 avril 2022.",
      noName: "Qui l’a dit manque : écrivez un nom avant le jour.",
      noWords: "Le sujet attend des mots, comme : Xinjiang, XUAR ; rapport, évaluation",
      noDays:
        "Les jours n’ont pas été compris : écrivez le dernier seul, ou le premier, le plus probable et le dernier, comme 2022-02-04 ; ou le numéro d’une lecture.",
      manyAddresses: "Vingt adresses sont le maximum.",
      address: (text) => says`${quote(text)} n’est pas une adresse ; écrivez-en une comme https://www.example.org/news`,
    },
    waiting: "Je lis d’abord deux autres sites ; le vôtre vient ensuite.",
    looking: "Je lis le site, aussi lentement que la politesse le demande : une minute au plus.",
    read: (kind, items) =>
      says`${{ listing: "liste", page: "page", feed: "flux", sitemap: "plan du site", json: "JSON", oai: "bibliothèque", mail: "boîte aux lettres", document: "document" }[kind]}${items === undefined ? "" : says`, ${count(items, { one: "# élément", other: "# éléments" })}`}`,
    notRead: (problem) => says`illisible : ${problem}`,
    refusedSteps: {
      looking: "Je lis encore le site de votre demande précédente ; ce que je propose arrive dans un instant.",
      writing: "C’est déjà en train d’être écrit.",
      gone: "Cette proposition n’est plus là : elle a été écrite ou laissée, a plus d’une demi-heure, ou j’ai été redémarré. `/watch add` recommence.",
      anothers: "C’est la proposition de quelqu’un d’autre.",
    },
    left: "Laissé. Rien n’a été écrit.",
    proposal: {
      heading: "Voici ce qui serait surveillé. Rien n’est encore écrit.",
      refused: "Cela ne peut pas encore être écrit :",
      cutShort: "J’ai arrêté de lire après une minute ; « Changer… » reprend le reste.",
      horizon: (earliest, likely, latest) =>
        says`du ${earliest}, le plus probable ${likely}, au ${latest} au plus tard`,
      onOneDay: (day) => says`le ${day}`,
      readings: "De ces mots, une partie seulement est comprise comme un temps. Laquelle est voulue ?",
      fields: {
        publisher: "Éditeur",
        hosts: "Hôtes qui peuvent prouver la publication",
        sources: "Sources, avec leur première lecture",
        leftOut: "Écarté",
        subject: "Sujet",
        counts: "Ce qui compte comme le document",
        name: "Son nom",
      },
      zone: (zone) => says`les jours y sont comptés selon ${zone}`,
      zones: {
        said: "comme vous l’avez dit",
        institution: "là où est cette institution",
        country: "le pays de son hôte",
        language: "là où l’on parle sa langue",
        unknown: "rien ne dit où elle est ; cela se change plus tard",
      },
      hosts: {
        site: "celui de la page",
        twin: "le même, avec ou sans www",
        files: "ses éléments y ont leurs fichiers",
        said: "comme vous l’avez dit",
      },
      found: {
        given: "la page que vous avez nommée",
        feed: "son flux",
        robots: "nommée par son robots.txt",
        link: "son lien le dit",
        "front-page": "la page d’accueil du site",
      },
      leftOut: {
        problem: "illisible",
        "no-list": "ne liste rien",
        "is-document": "est un document en soi, où rien de nouveau ne paraîtra",
        "another-host": "est sur un autre hôte",
        "no-https": "n’est pas en https",
        "many-parts": "est en plusieurs parties, chacune une requête de chaque lecture",
        "same-items": "montre les mêmes éléments qu’une autre",
        enough: "n’est pas nécessaire à côté des autres",
      },
      noDate: "sans date",
      more: (more) => says`et ${more} de plus`,
      followed: "Un élément qui a un mot de chaque groupe est suivi.",
      counts: (countsPages, words) =>
        says`${countsPages ? "Une longue page sous son propre titre, ou un fichier" : "Un fichier"}, d’au moins ${count(words, { one: "# mot", other: "# mots" })}.`,
      seen: (title, is, words) =>
        says`${quote(title)} y est ${{ file: "un fichier", page: "une page", "page-with-files": "une page avec fichiers" }[is]}, de ${count(words, { one: "# mot", other: "# mots" })}.`,
      notSeen: "Aucun de ses éléments n’a pu être ouvert.",
    },
    refusals: {
      "no-source":
        "Rien n’y peut être lu comme nouvelles : nommez une autre page de l’éditeur, comme ses actualités, ses communiqués ou ses publications (« Ce qui a été dit… »).",
      "sent-elsewhere": (from, to) =>
        says`${from} renvoie à ${to} : si c’est à l’éditeur, nommez la page de là (« Ce qui a été dit… »).`,
      "http-only": (host) =>
        says`${host} ne répond qu’en http simple, que n’importe qui en chemin aurait pu écrire : rien de là ne peut prouver. Nommez une page de l’éditeur en https (« Ce qui a été dit… »).`,
      "host-without-source": (host) =>
        says`${host} : rien n’est lu sur cet hôte, et aucun fichier n’y a été vu ; ôtez-le, ou ajoutez une page de là (« Changer… »).`,
      "source-elsewhere": (host) =>
        says`${host} : une source y est, et ce n’est pas un hôte de l’éditeur ; si c’est le site de l’éditeur même, ajoutez-le aux hôtes (« Changer… »), qui seuls peuvent prouver ; jamais celui d’un autre, ni celui où il a un compte.`,
      "promise-to-come": (on) =>
        says`Le ${written.day(on)} n’est pas encore venu : écrivez le jour où cela a été promis (« Ce qui a été dit… »).`,
      "no-days":
        "Personne ne peut dire pour quand c’était promis : écrivez les jours (« Changer… »), ou d’autres mots.",
      "days-out-of-order": "Le premier jour, le plus probable et le dernier ne sont pas dans l’ordre (« Changer… »).",
      "no-subject":
        "Le titre ne dit que le genre de chose, si bien que tout de ce genre serait pris pour elle ; dites aussi de quoi il s’agit (« Ce qui a été dit… », ou son sujet : « Changer… »).",
      "title-off-subject": (lacks) =>
        says`Le titre lui-même ne serait pas reconnu par son sujet : il n’a aucun mot de ${lacks.join(" ; ni de ") || "ses groupes"} (« Changer… »).`,
      "pages-only": (url) =>
        says`L’éditeur publie des pages (${url} n’offre aucun fichier), et aucune page ne doit compter.`,
      "too-many-words": (least, most) =>
        says`Aucun de ses documents qui ont été lus n’a ${least} mots, mais ${most} au plus.`,
      "id-taken": (id) => says`Il y a déjà une veille du nom de ${id} ; « Changer… » trouve un autre nom.`,
      "no-watch": (faults) => faults,
    },
    written: (id) =>
      says`Écrit : \`${id}\`. La première lecture se fait maintenant ; ce qu’elle trouve est dit dans les salons.`,
    notTaken:
      "C’est gardé, mais pas encore en vigueur : autre chose ne va pas dans la configuration, et je continue avec la dernière bonne. La page et le journal disent quoi.",
    changedMeanwhile: "Quelqu’un d’autre l’a changé entre-temps : rien n’a été écrit. Veuillez regarder de nouveau.",
    cannotWrite: (file) =>
      says`Je ne peux pas y écrire : rien n’a été changé. Voici le fichier : qui me fait tourner peut le mettre dans le dossier des veilles, sous \`${file}\`, et je le vois en quelques secondes.`,
    cannotPutAside: (file) =>
      says`Je ne peux pas y écrire : rien n’a été changé. Qui me fait tourner peut mettre \`${file}\` de côté à la main, et je le vois en quelques secondes.`,
    onlyWatch: "C’est la seule veille, et il m’en faut une : ajoutez-en d’abord une autre.",
    refused: (faults) => says`Cela ne peut pas être accepté : ${faults}`,
  },
  personal: {
    begun: (watches) =>
      says`Je vous dirai désormais ici la publication de ${watches ? watches.join(", ") : "tout ce qui est surveillé"}, ou son retrait. Rien d’autre. Pour y mettre fin, donnez encore /subscribe sur le serveur.`,
    done: "Je vous ai écrit ; je vous y dirai désormais la publication.",
    ended: "Je ne vous dis plus rien par message privé.",
    closed:
      "Discord ne me laisse pas vous écrire : autorisez les messages privés des membres de ce serveur, puis réessayez.",
  },
  failed: "Cela a échoué ; le journal le note. Veuillez réessayer.",
  notKnown:
    "Je ne sais que faire de cela. Cela vient peut-être d’une version précédente de moi ; /help dit ce qu’on peut me demander.",
  linkCommand: "Que sait-on de ce lien ?",
  links: {
    title: "Ce que l’on sait",
    none: "Il n’y a pas de lien dans ce message.",
    nothing: "Rien : ce n’est aucune des pages surveillées, et rien n’y a été trouvé.",
    watched: (watch, source, lastRead) =>
      says`Une des pages surveillées : ${source}, pour ${watch}${lastRead ? says` ; dernière lecture ${lastRead}` : " ; pas encore lue"}.`,
    evidence: (watch, rule, foundAt) => says`Preuve pour ${watch}, trouvée ${foundAt} : ${rule}`,
    publishers: (names) => says`Sur un site de l’éditeur (${names}).`,
    nobodys: "Sur aucun site d’un éditeur surveillé.",
  },
  pages: { back: "Retour", next: "Suite", place: (page, of) => says`-# Page ${page} sur ${of}` },
  history: "Ce qui a été dit",
  nothingTold: "Rien n’a encore été dit.",
  why: {
    restsOn: "Ce sur quoi il repose",
    looked: (read, of) =>
      of === 0
        ? "Aucune source n’est encore connue."
        : says`${count(read, { one: "# source lisible", other: "# sources lisibles" })} en ce moment, sur ${of}.`,
    wouldChange: "Ce qui le changerait",
    changes: {
      unknown: (hosts) =>
        says`Une source qui est lue de nouveau : alors seulement, n’avoir rien trouvé veut dire quelque chose. « Publié » est dit d’un document portant le titre sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après.`,
      unpublished: (hosts) =>
        says`Un document portant le titre sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après : « publié » est dit alors. Tout ce qui est trouvé de moindre est un signal, et une personne est consultée.`,
      signalled: (hosts) =>
        says`Une personne qui le confirme, ou l’écarte ; ou le document lui-même sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après.`,
      published: () =>
        "Une personne qui écarte la preuve : « publié » est alors retiré. Si le document ne peut plus être lu à plusieurs lectures de suite alors que le site répond, cela est dit.",
      withdrawn: () =>
        "Le document, lu de nouveau à sa place : cela est dit alors. Une personne qui écarte la preuve retire « publié ».",
    },
  },
  looking: {
    you: (until) => says`Merci : tout le monde voit que vous vous en occupez, jusqu’à ${until}.`,
    another: (until) => says`Une personne habilitée s’en occupe déjà, jusqu’à ${until}.`,
  },
  really: (title) => says`Vraiment ? Cela dit à tout le monde que c’est publié : ${quote(title)}.`,
  reallyButton: "Oui, c’est publié",
  nothingWatched: "Rien n’est surveillé.",
  noSuchWatch: (name) => says`Il n’y a pas de veille ${quote(name)}.`,
  statements: "Ce qui a été dit",
  noEvidence: "Rien n’a été trouvé qui touche à la publication.",
  evidence: (title) => says`Preuves : ${title}`,
  dismissed: "écarté",
  gone: "n’y est plus",
  sources: (title) => says`Sources : ${title}`,
  states: {
    read: "lue",
    unread: "illisible",
    "not there": "absente (une supposition)",
    paused: "en pause",
    "not looked at yet": "pas encore lue",
  },
  lastRead: (at) => says`dernière lecture ${at}`,
  waitToCheck: (until) => says`Une lecture vient d’avoir lieu. La prochaine sur demande est possible ${until}.`,
  checked: (title) => says`Lu : ${title}`,
  outcomes: { baseline: "première lecture", unchanged: "inchangé", changed: "changé", problem: "illisible" },
  toldSeparately: (notices) => says`${count(notices, { one: "# message", other: "# messages" })} dans les salons.`,
  watches: "Surveillé",
  muted: "Plus de rappels hebdomadaires dans ce salon. Tout le reste y est publié.",
  unmuted: "Les rappels hebdomadaires sont de nouveau publiés dans ce salon.",
  notAPlace: "Aucun message n’est publié dans ce salon. Qui gère le serveur peut le changer avec /channel here.",
  noRole: "Aucun rôle n’est mentionné à la publication : il n’y a pas à quoi s’abonner.",
  subscribed: (role) => says`Vous avez maintenant ${role}, mentionné à la publication.`,
  unsubscribed: (role) => says`Vous n’avez plus ${role}.`,
  roleRefused:
    "Discord ne me laisse pas donner ce rôle : il me faut « Gérer les rôles », et mon rôle doit être au-dessus.",
  roleHasPowers: "Je ne donne qu’un rôle sans permissions propres.",
  help: "Je surveille les pages de l’éditeur pour une publication promise, je tiens l’horloge face à la promesse, et je dis à ce serveur ce que je peux montrer. « Rien encore » veut dire que j’ai lu et que ce n’y était pas.",
  helpOn: [
    "**Lire :** `/status` `/why` `/history` `/timeline` `/odds` `/evidence` `/sources` `/watches`",
    "**Demander une lecture :** `/check` ; d’un lien : le menu d’un message, Applications",
    "**Être prévenu :** `/subscribe`",
    "**Ce salon :** `/channel` `/watch` `/mute` `/unmute`",
    "**Ce qui est surveillé :** `/watch add`, `/watch remove`",
    "**Décider :** les boutons d’un signal, `/confirm` `/dismiss`",
  ],
  channelSet: (channel, watches) =>
    says`Les messages sur ${watches ? watches.join(", ") : "tout ce qui est surveillé"} sont désormais publiés dans ${channel}.`,
  channelMissing: (permissions) =>
    says`Je ne peux pas encore y écrire : il me manque ${permissions.join(", ")} dans le salon.`,
  channelOff: "Plus aucun message n’est publié dans ce salon.",
  channelFixed: "Ce salon est fixé dans les réglages du robot ; il ne peut être changé que là.",
  channelUnknown: "Aucun message n’est publié dans ce salon.",
  onlyOnServer: "Cela n’est possible que sur un serveur dont je suis membre.",
  mayNot: {
    decide: "Seules les personnes qui gèrent le serveur, ou qui ont un rôle prévu pour cela, peuvent en décider.",
    setUp: "Seules les personnes qui gèrent le serveur, ou qui ont un rôle prévu pour cela, peuvent régler cela.",
    quieten:
      "Seules les personnes qui gèrent les messages ici, ou qui ont un rôle prévu pour cela, peuvent faire taire.",
  },
  notThisServer: "Cela ne se décide que sur le serveur de la personne qui tient ce robot.",
  noSuchEvidence: (id) => says`Il n’y a pas de preuve ${quote(id)}.`,
  decidedBefore: (decision, isOwn, at) =>
    says`Déjà ${{ confirm: "confirmé", dismiss: "écarté", add: "ajouté", none: "écarté" }[decision]}, par ${isOwn ? "vous" : "une personne habilitée"}, le ${at}.`,
  decidedOtherwise:
    "Une personne habilitée a décidé le contraire au même instant : regardez le message, et décidez à nouveau si vous êtes d’un autre avis.",
  decided: {
    confirm: (title) => says`Confirmé : ${quote(title)} est le rapport. Le message est mis à jour.`,
    dismiss: (title) => says`Écarté : ${quote(title)} n’est pas le rapport. Le message est mis à jour.`,
    add: (what) => says`Ajouté : ${quote(what)}. Le message est mis à jour.`,
    none: (what) => says`Écarté : ${quote(what)} n’est pas une parole sur la date. Le message est mis à jour.`,
  },
  dismissTitle: "Écarter ce signal",
  dismissWhy: "Pourquoi n’est-ce pas le rapport ?",
};
