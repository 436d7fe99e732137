/** French. */
import { languageName } from "../language/tongue.ts";
import { type CivilDate, civilDateAt, stretchOf } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { dateWords } from "./date-words.ts";
import { unreachableIn } from "./unreachable.ts";

/** French counts zero and one alike. */
const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("fr")} ${Math.abs(number) < 2 ? one : many}`;
const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toLocaleString("fr")} %`;
const dated = (date?: CivilDate) => (date ? `, daté du ${fr.day(date)}` : "");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const why = (reason?: string) => (reason ? ` Motif donné : ${reason.replace(/[.\s]+$/, "")}.` : "");
/** Language names stand in lower case, with the article's contraction left out: « PDF (anglais) ». */
const tongue = (code: string) => languageName(code, "fr");

/** What is recorded in English, put into French; what no line knows is quoted as it stands. Where a part was recorded by itself, it stands as `$recorded`. */
const RECORDED: readonly [pattern: RegExp, french: string][] = [
  [/^answered (\d{3})$/, "a répondu $1"],
  [/^answered (\d{3}) \(([\w ]+)\)$/, "a répondu $1 ($2)"],
  [
    /^showed a bot wall instead of the page \(([\w ]+)\)$/,
    "a montré un barrage contre les robots ($1) à la place de la page",
  ],
  [/^answered with nothing$/, "a répondu sans contenu"],
  [/^answered with a page that holds no text$/, "a répondu par une page sans texte"],
  [/^answered with (.+) where a page should be$/, "a répondu par $1 à la place d’une page"],
  [/^answered with a page where a PDF should be$/, "a répondu par une page à la place d’un PDF"],
  [
    /^answered with a page where a feed or sitemap should be$/,
    "a répondu par une page à la place d’un flux ou d’un plan du site",
  ],
  [/^answered with a page where JSON should be$/, "a répondu par une page à la place de JSON"],
  [/^answered with an error: (.+)$/s, "a répondu par une erreur : $1"],
  [/^answered (\d{3}): (.+)$/s, "a répondu $1 : $2"],
  [/^holds nothing at (.+), where its items should be$/, "ne contient rien à $1, où ses éléments devraient être"],
  [/^has no title at (.+) in any of its items$/, "n’a de titre à $1 dans aucun de ses éléments"],
  [/^has no address at (.+) in any of its items$/, "n’a d’adresse à $1 dans aucun de ses éléments"],
  [/^has no date at (.+) in any of its items$/, "n’a de date à $1 dans aucun de ses éléments"],
  [/^has something else than dates at (.+)$/, "a autre chose que des dates à $1"],
  [/^is not JSON that can be read$/, "n’est pas du JSON lisible"],
  [
    /^is JSON, and not a feed .* nor a list of things with titles$/,
    "est du JSON, et ni un flux (jsonfeed.org) ni une liste de choses avec des titres",
  ],
  [/^is JSON, and nobody said where its items stand$/, "est du JSON, et personne n’a dit où sont ses éléments"],
  [/^was cut off before the end of its JSON$/, "a été coupé avant la fin de son JSON"],
  [
    /^was sent on from what its terms offer to programs \(to (.+)\)$/,
    "a été renvoyé hors de ce que ses conditions offrent aux programmes (vers $1)",
  ],
  [/^was sent on to where its question is not put \((.+)\)$/, "a été renvoyé là où sa question n’est pas posée ($1)"],
  [/^answered 304 .*$/, "a répondu 304 (inchangé) sans raison"],
  [
    /^answered, but what it said could not be kept: (.+)$/,
    "a répondu, mais sa réponse n’a pas pu être conservée : $recorded",
  ],
  [
    /^leads to (.+), an address that is not public; .*$/,
    "mène à $1, une adresse qui n’est pas publique ; fetch.allow_private_addresses permet de la lire",
  ],
  [/^did not answer(?: in time)?$/, "n’a pas répondu à temps"],
  [
    /^says nothing but what walls, errors and notices of a server say$/,
    "ne dit rien d’autre que ce que disent barrages, erreurs et avis de serveur",
  ],
  [/^showed a bot wall instead of the page$/, "a montré un barrage contre les robots à la place de la page"],
  [
    /^showed a consent or sign-in wall instead of the page$/,
    "a demandé un consentement ou une connexion à la place de la page",
  ],
  [/^showed a waiting room instead of the page$/, "a montré une file d’attente à la place de la page"],
  [/^showed an error of its server instead of the page$/, "a montré une erreur de son serveur à la place de la page"],
  [/^showed a domain that is parked or for sale$/, "a montré un nom de domaine à vendre ou sans site"],
  [/^holds nothing but a way to another page .*$/, "ne contient qu’un renvoi vers une autre page"],
  [
    /^shows nothing without JavaScript; .*$/,
    "ne montre rien sans JavaScript ; un flux ou un plan du site, s’il en a, conviendrait",
  ],
  [
    /^is a short page that names neither the title nor the subject$/,
    "est une page courte qui ne nomme ni le titre ni le sujet",
  ],
  [/^keeps no line of what it held before, .*$/, "ne garde aucune ligne de ce qu’il contenait, et ne dit presque rien"],
  [/^showed a maintenance page$/, "a montré une page de maintenance"],
  [/^said “not found” with status 200 \(a soft 404\)$/, "a dit « introuvable » avec le code 200"],
  [/^was cut off before the (?:page|feed|sitemap)’s end$/, "a été coupé avant la fin"],
  [/^was sent to the front page \((.+)\)$/, "a renvoyé à la page d’accueil ($1)"],
  [/^was sent .*$/, "a renvoyé à une adresse qui n’est pas suivie"],
  [
    /^robots\.txt asks robots not to read this address$/,
    "demande aux robots (robots.txt) de ne pas lire cette adresse",
  ],
  [/^nothing matches “(.+)” any more$/, "ne contient plus rien qui corresponde à « $1 »"],
  [/^shows other items in another layout than before.*$/, "montre d’autres éléments dans une autre mise en page"],
  [/^keeps hardly a line of what it held before.*$/, "ne garde presque aucune ligne de ce qu’il contenait"],
  [/^is a (?:file|PDF) that (?:cannot be opened|was cut off .*)$/, "a donné un fichier qui ne peut pas être ouvert"],
  [/^is an old Word file.*$/, "a donné un ancien fichier Word, dont le texte n’est pas lu"],
  [/^it came from (\S+), which .*$/, "cela vient de $1, qui n’est pas un site de l’éditeur"],
  [/^it came by way of (\S+), which .*$/, "cela passe par $1, qui n’est pas en https sur le port habituel"],
  [
    /^only (\d+) words of text were found; a document has at least (\d+)$/,
    "seuls $1 mots de texte ont été trouvés ; un document en a au moins $2",
  ],
  [
    /^its first page says that it goes with the document, and is not it$/,
    "sa première page dit qu’il accompagne le document, et n’est pas lui",
  ],
  [/^its first page does not carry the title that is known$/, "première page sans le titre connu"],
  [/^its own heading does not carry the title that is known$/, "son titre propre n’est pas le titre connu"],
  [/^its text hardly speaks of the subject$/, "son texte parle à peine du sujet"],
  [/^it is dated (.+) or (.+), before the promise$/, "il est daté du $1 ou du $2, avant la promesse"],
  [/^it is dated (.+), before the promise$/, "il est daté du $1, avant la promesse"],
  [/^it was listed before with the date (.+)$/, "il figurait déjà avec la date du $1"],
  [/^as (\S+) has it, from (\S+ \S+ UTC)$/, "tel que $1 le conserve, du $2"],
  [/^has no copy in the Wayback Machine(?: since (\S+))?$/, "n’a pas de copie dans la Wayback Machine"],
  [
    /^(?:is asked for too often: the Wayback Machine|could not be had from the Wayback Machine, which asks) .*$/,
    "n’a pas pu être obtenu de la Wayback Machine, qui demande qu’on la laisse en paix pour l’instant (429)",
  ],
  [
    /^could not be had from the Wayback Machine, which answered (\d+)$/,
    "n’a pas pu être obtenu de la Wayback Machine, qui a répondu $1",
  ],
  [
    /^is said by the Wayback Machine in a form .*$/,
    "est donné par la Wayback Machine dans une forme qu’elle ne documente pas",
  ],
  [/^it is signed by (\S+)$/, "il est signé par $1"],
  [/^(.+); it is signed by (\S+)$/s, "$recorded ; il est signé par $2"],
  [/^was not asked: (\S+) is not in the environment$/, "n’a pas été interrogé : $1 n’est pas dans l’environnement"],
  [/^refused the login; see that (\S+) and (\S+) are right$/, "a refusé la connexion au compte ; vérifiez $1 et $2"],
  [/^has no mailbox of that name; .*$/, "n’a pas de boîte de ce nom ; vérifiez comment elle s’y appelle"],
  [/^offers no TLS there, .*$/, "n’offre pas de TLS, sans quoi aucun mot de passe n’est envoyé ; vérifiez son adresse"],
  [/^sends more than .*$/, "envoie plus que ce qui lui a été demandé"],
  [/^does not answer as an IMAP server does$/, "ne répond pas comme le fait un serveur IMAP"],
  [/^refused what it was asked for \((\w+)\)$/, "a refusé ce qui lui était demandé ($1)"],
  [/^could not search the mailbox$/, "n’a pas pu chercher dans la boîte"],
  [/^ended the connection$/, "a mis fin à la connexion"],
  [/^answered with something else than messages$/, "a répondu par autre chose que des courriels"],
  [
    /^holds a message whose signature could not be asked for .*$/,
    "contient un courriel dont la signature n’a pas pu être vérifiée dans le DNS ; un nouvel essai suit",
  ],
  [
    /^holds a message that may be the publisher’s and is too large .*$/,
    "contient un courriel qui peut être de l’éditeur et qui est trop grand pour être lu ici ; ouvrez-le",
  ],
  [
    /^holds more messages that claim to be the publisher’s than .*$/,
    "contient plus de courriels qui se disent de l’éditeur qu’il n’en est lu à la fois ; voyez qui les envoie",
  ],
  [
    /^holds (\d+) messages and more in a row that claim to be the publisher’s .*$/,
    "contient au moins $1 courriels de suite qui se disent de l’éditeur et qu’il n’a pas signés ; voyez qui les envoie",
  ],
  [/^it carries no date$/, "il ne porte pas de date"],
  [/^the same (?:file|page) stood there before the promise$/, "la même chose s’y trouvait avant la promesse"],
  [/^no file was found that could be read$/, "aucun fichier lisible n’a été trouvé"],
  [/^its file (.+)$/, "son fichier $recorded"],
  [/^was not followed yet: .*$/, "n’a pas encore été suivi"],
  [/^is (?:not )?a (?:feed|sitemap).*$/, "a donné un flux ou un plan du site qui ne peut pas être lu"],
  [/^the disk has less than (\d+) MB left$/, "il reste moins de $1 Mo sur le disque"],
  [/^was not asked: on this machine (.+)$/, "n’a pas été interrogé, par la faute de cette machine : $recorded"],
  [/^the disk is full$/, "le disque est plein"],
  [/^the disk is mounted read-only$/, "le disque est monté en lecture seule"],
  [/^the folder takes no writes$/, "le dossier refuse l’écriture"],
  [/^too many files are open$/, "trop de fichiers sont ouverts"],
  [/^the disk does not write or read as it should$/, "le disque n’écrit ou ne lit pas comme il le devrait"],
  [/^what is kept there is damaged, or no data of coming-weeks$/, "les données sont abîmées"],
  [/^is not there$/, "le fichier n’est plus là"],
  [/^cannot be used \((\w+)\)$/, "le fichier ne peut pas être utilisé ($1)"],
  [/^another program holds it$/, "un autre programme l’occupe"],
  [/^there is no memory left$/, "il n’y a plus de mémoire"],
  [/^the database is away.*$/, "la base de données ne répond pas"],
  [
    /^is written in a character set that cannot be read$/,
    "a donné une page dans un jeu de caractères qui ne peut pas être lu",
  ],
  [/^was not asked: the look had much to read already$/, "n’a pas été interrogé : il y avait déjà beaucoup à lire"],
  [/^was not asked: the look took long already$/, "n’a pas été interrogé : la lecture avait déjà duré longtemps"],
  [/^answers with more than (\d+) interim responses$/, "répond par plus de $1 réponses intermédiaires"],
  [/^is JSON nested deeper than any (?:feed|list)$/, "a donné du JSON imbriqué plus profondément qu’aucune liste"],
  [/^has a text of more than (\d+) MB$/, "contient un texte de plus de $1 Mo"],
  [/^answered with something that is no text where a page should be$/, "a répondu par autre chose que du texte"],
  [/^takes too long to read$/, "demande trop de temps à lire"],
  [/^takes too much memory to read$/, "demande trop de mémoire à lire"],
  [/^ended the thread that read it$/, "a mis fin à sa propre lecture"],
  [
    /^was being read at each of the last (\d+) times .*$/,
    "était en lecture à chacune des $1 dernières fins inattendues du robot",
  ],
  [/^(?:unpacks to|is a (?:page|file) of) more than (\d+) MB$/, "dépasse $1 Mo"],
  [/^is larger than (\d+) bytes$/, "dépasse $1 octets"],
  [/^announces (\d+) bytes; the limit is (\d+)$/, "annonce $1 octets ; la limite est de $2"],
  [/^is larger than what can be read as a whole.*$/, "dépasse ce qui peut être lu d’un seul tenant"],
  [/^has an element with more than (\d+) attributes$/, "a un élément de plus de $1 attributs"],
  [/^holds more than ([\d,]+) items.*$/, "contient plus de $1 éléments"],
  [/^holds more than ([\d,]+) links$/, "contient plus de $1 liens"],
  [/^holds more than ([\d,]+) lines of text$/, "contient plus de $1 lignes de texte"],
  [/^is made of more than ([\d,]+) parts.*$/, "est fait de plus de $1 morceaux"],
  [/^lists more, in all its parts, than .*$/, "énumère, dans toutes ses parties, plus qu’il n’en est lu"],
  [/^has a part, (\S+), that .*$/, "a une partie, $1, qui n’a pas pu être lue"],
  [/^lists more than ([\d,]+) addresses.*$/, "énumère plus de $1 adresses"],
  [/^says more than ([\d,]+) characters$/, "contient plus de $1 caractères"],
  [/^has a robots\.txt that costs more .*$/, "a un robots.txt trop coûteux à lire"],
  [/^cannot be unpacked \((.+)\)$/, "a répondu par des données qui ne se décompressent pas ($1)"],
  [/^is in an unknown encoding \((.+)\)$/, "a répondu dans un codage inconnu ($1)"],
  [/^is compressed more than three times over$/, "a répondu par des données compressées plus de trois fois"],
  [/^could not be (?:looked at|read): (.+)$/, "n’a pas pu être lu : $1"],
  [/^blocked$/, "bloqué"],
  [/^gone$/, "absent"],
  [/^empty$/, "vide"],
  [/^redesigned$/, "remanié"],
  [/^unreadable$/, "illisible"],
  [/^unavailable$/, "indisponible"],
  [/^unkept$/, "non conservé"],
  [/^too-costly$/, "trop coûteux à lire"],
  [/^confirmed by a reviewer: (.+)$/, "confirmé par une personne habilitée : $1"],
  // Up to the ninth edition of the rules, by name.
  [/^confirmed by .+$/, "confirmé par une personne habilitée"],
  [/^so does (.+)$/, "de même $1"],
  [/^(\S+) is not one of the publisher’s hosts$/, "$1 n’est pas un site de l’éditeur"],
  [
    /^the address leads to (\S+), which is not one of the publisher’s hosts$/,
    "l’adresse mène à $1, qui n’est pas un site de l’éditeur",
  ],
  [
    /^the file holds no text that can be read \(a scan\?\)$/,
    "le fichier ne contient pas de texte lisible (numérisé ?)",
  ],
  [/^what stands there does not carry the title$/, "ce qui s’y trouve ne porte pas le titre"],
  [/^it carries the title but no date$/, "le titre y est, sans date"],
  [/^its address is dated (.+), before the promise$/, "son adresse est datée du $1, avant la promesse"],
  [/^its date may be (.+) or (.+)$/, "sa date peut être le $1 ou le $2"],
  [/^it is dated (.+) or (.+), which has not come yet$/, "il est daté du $1 ou du $2, des jours à venir"],
  [/^it is dated (.+), which has not come yet$/, "il est daté du $1, un jour à venir"],
  [/^the page offers no file yet$/, "la page n’offre pas encore de fichier"],
  [/^the page carries the title but offers no document$/, "la page porte le titre mais n’offre pas de document"],
  [/^the page itself says that the document is still to come$/, "la page dit elle-même que le document est à venir"],
  [/^no document was found behind its link$/, "aucun document n’a été trouvé derrière son lien"],
  [/^its link leads to no document$/, "son lien ne mène à aucun document"],
  [/^its link (.+)$/, "son lien $recorded"],
  [/^its file could not be had: (\S+) (.+)$/, "son fichier n’a pas pu être obtenu : $1 ($2)"],
  [/^is in more parts than the (\d+) that are read.*$/, "est en plus de parties que les $1 qui sont lues"],
  [
    /^answered with something that is no text where a list should be$/,
    "a répondu par autre chose qu’un texte à la place d’une liste",
  ],
  [/^is a file that is locked with a password$/, "a donné un fichier protégé par un mot de passe"],
];

const STANDINGS = {
  awaited: "pas encore attendu",
  due: "attendu",
  overdue: "en retard",
  kept: "tenu",
  "kept-late": "trop tard",
  withdrawn: "retiré",
};

export const fr: Catalogue = {
  day: (date) => {
    const written = dateWords("fr", "long", date);
    return written.replace(/^1 /, "1er ");
  },
  dayBeside: (date, other) => {
    if (date.slice(0, 4) !== other.slice(0, 4)) return fr.day(date);
    return dateWords("fr", "withoutYear", date).replace(/^1 /, "1er ");
  },
  moment: (instant) => `${fr.day(civilDateAt(instant, "UTC"))}, ${instant.slice(11, 16).replace(":", " h ")} UTC`,
  span: (milliseconds) => {
    const minutes = Math.round(Math.abs(milliseconds) / 60_000);
    if (minutes === 0) return "moins d’une minute";
    if (minutes < 120) return count(minutes, "minute");
    const hours = Math.round(minutes / 60);
    return hours < 72 ? count(hours, "heure") : count(Math.round(hours / 24), "jour");
  },
  days: (number) => count(number, "jour"),
  number: (number) => number.toLocaleString("fr"),
  list: (names) => names.join(", "),
  stretch: (from, to) => {
    const { years, months, days } = stretchOf(from, to);
    if (days !== undefined) return count(days, "jour");
    return months === 0 ? count(years, "an") : `${count(years, "an")} et ${months} mois`;
  },
  hour: (instant) => `${instant.slice(11, 16).replace(":", " h ")} UTC`,
  andMore: (names, more) => [...names, ...(more > 0 ? [`${fr.number(more)} de plus`] : [])].join(", "),
  typeset: (text) => text.replace(/ (?=[:;!?»·])/g, "\u00a0").replaceAll("« ", "«\u00a0"),
  recorded: (text) => {
    const unreachable = unreachableIn(text);
    if (unreachable?.whole === text) return fr.unreachable[unreachable.reason];
    const [pattern, french = ""] = RECORDED.find(([one]) => one.test(text)) ?? [];
    if (!pattern) return `« ${text} »`;
    const part = french.includes("$recorded") ? fr.recorded(pattern.exec(text)?.[1] ?? "") : "";
    return text.replace(pattern, french).replace("$recorded", () => part);
  },
  unreachable: {
    name: "est introuvable sous son nom",
    "look-up": "est introuvable, car les noms de sites ne peuvent pas être résolus",
    refused: "a refusé la connexion",
    "broken-off": "a interrompu la connexion",
    "no-way": "n’a pas pu être joint par le réseau",
    expired: "présente un certificat qui a expiré",
    certificate: "présente un certificat qui n’est pas digne de confiance",
    secure: "n’a pas pu établir de connexion sécurisée",
    other: "n’a pas pu être joint",
  },
  untitled: "sans titre",

  titles: {
    started: (name) => `Surveillé : ${name}`,
    moved: (source) => `Nouvelle adresse : ${source}`,
    appeared: (item) => `Nouveau : « ${item} »`,
    edited: (item) => `Modifié : « ${item} »`,
    disappeared: (item) => `N’est plus listé : « ${item} »`,
    file: {
      offered: (document) => `Un autre fichier : « ${document} »`,
      annex: (document) => `Une nouvelle annexe : « ${document} »`,
      withdrawn: (document) => `Un fichier a disparu : « ${document} »`,
      replaced: (document) => `Un fichier a été remplacé : « ${document} »`,
    },
    signalled: {
      strong: (name) => `Très probablement publié : ${name}`,
      hint: (name) => `Peut-être publié : ${name}`,
    },
    published: (name) => `Publié : ${name}`,
    withdrawn: (name) => `N’est plus là : ${name}`,
    edition: {
      translation: (name) => `Dans une autre langue : ${name}`,
      annex: (name) => `Une annexe : ${name}`,
      advance: (name) => `Une version préliminaire : ${name}`,
      final: (name) => `Nouvelle version : ${name}`,
      replaced: (name) => `Un fichier a été remplacé : ${name}`,
      other: (name) => `Une autre version : ${name}`,
      document: (name) => `Un autre document sur le sujet : ${name}`,
    },
    proposed: (name) => `Nouvelle parole sur la date : ${name}`,
    stated: {
      promise: (name) => `Nouvelle promesse : ${name}`,
      floor: (name) => `Pas avant une date : ${name}`,
      "no-date": (name) => `Aucune date donnée : ${name}`,
      withdrawal: (name) => `Annoncé comme abandonné : ${name}`,
    },
    revised: {
      archived: (name) => `N’est plus surveillé : ${name}`,
      returned: (name) => `De nouveau surveillé : ${name}`,
      paused: (name) => `En pause : ${name}`,
      resumed: (name) => `Fin de la pause : ${name}`,
      muted: (name) => `En sourdine : ${name}`,
      unmuted: (name) => `Fin de la sourdine : ${name}`,
      "source-added": (name) => `Source ajoutée : ${name}`,
      "source-removed": (name) => `Source retirée : ${name}`,
      "source-paused": (name) => `Source en pause : ${name}`,
      "source-resumed": (name) => `Fin de la pause d’une source : ${name}`,
      "source-changed": (name) => `Source modifiée : ${name}`,
      title: (name) => `Titre modifié : ${name}`,
      hosts: (name) => `Sites de l’éditeur modifiés : ${name}`,
      words: (name) => `Ce qui compte a changé : ${name}`,
    },
    overdue: (name) => `En retard : ${name}`,
    stillNotConfirmed: (name) => `Toujours non confirmé : ${name}`,
    notPublishedYet: (name) => `Pas encore publié : ${name}`,
    blind: (sources) => `Lecture impossible : ${count(sources, "source non lue", "sources non lues")}`,
    recovered: (sources) => `Lecture rétablie : ${count(sources, "source")}`,
    corrected: (name) => `Rectification : ${name}`,
    confirmed: (name) => `Confirmé : ${name}`,
    added: (name) => `Ajouté à ce qui a été dit : ${name}`,
    dismissed: (name) => `Écarté : ${name}`,
    takenBack: (title) => `Annulé : « ${title} »`,
  },
  rulings: {
    confirm: (at, reason) =>
      `Confirmé par une personne habilitée, le ${fr.moment(at)} : c’est le rapport.${why(reason)}`,
    dismiss: (at, reason) =>
      `Écarté par une personne habilitée, le ${fr.moment(at)} : ce n’est pas le rapport.${why(reason)}`,
    add: (at) => `Ajouté par une personne habilitée, le ${fr.moment(at)}.`,
    none: (at) => `Écarté par une personne habilitée, le ${fr.moment(at)} : ce n’est pas une parole sur la date.`,
  },
  looking: (until) => `Une personne habilitée s’en occupe, jusqu’au ${fr.moment(until)}.`,

  clock: {
    toCome: (on) => `La promesse est du ${fr.day(on)}`,
    since: (phrase, stretch) => (stretch ? `${stretch} depuis « ${phrase} »` : `Dit aujourd’hui : « ${phrase} »`),
    after: (phrase, stretch) => (stretch ? `${stretch} après « ${phrase} »` : `Le jour même de « ${phrase} »`),
    expected: (earliest, latest) =>
      earliest === latest
        ? `attendu le ${fr.day(latest)}`
        : `attendu du ${fr.dayBeside(earliest, latest)} au ${fr.day(latest)}`,
    ends: (latest, isToday) => `au plus tard ${isToday ? "aujourd’hui" : `le ${fr.day(latest)}`}`,
    past: (past) => `au moins ${past} de retard`,
    within: "dans le délai",
    newer: {
      open: (latest) => `promesse ultérieure : d’ici au ${latest}`,
      over: (latest) => `une promesse ultérieure a expiré le ${latest}`,
      kept: (latest) => `promesse ultérieure (${latest}) tenue`,
      late: (latest) => `promesse ultérieure (${latest}) non tenue`,
    },
  },

  started: {
    read: (names) => `Lu : ${names}.`,
    nothingRead: "Aucune source n’a encore pu être lue.",
    notThere: (names) => `Supposé, et absent : ${names}`,
  },
  rehearsal: "-# Une reprise de ce qui s’est passé alors. Ce n’est pas une nouvelle.",
  aloneShowsNothing: "Cela seul ne montre pas de publication.",
  changes: {
    listed: (source, date) => `${sentence(source)}${date ? `, ${fr.day(date)}` : ""}`,
    goneFrom: (source) => `Disparu à plusieurs lectures de suite (${source}).`,
    before: (title) => `Avant : « ${title} ».`,
    moved: "La lecture y continue.",
    movedFrom: (address) => `Avant : ${address}`,
    moreLines: (number) => count(number, "autre ligne", "autres lignes"),
    moreChanges: (number) => count(number, "autre changement", "autres changements"),
    file: (now, before) => (before ? `${now} ; avant : ${before}` : now),
    asBefore: (now) => `${now}, comme avant`,
    notRead: "pas encore lu",
    otherAddress: "à une autre adresse",
    textIsSame: "Son texte, pour ce qui en a été lu, dit la même chose.",
  },
  file: {
    kind: (ending) => ending ?? "Fichier",
    language: tongue,
    size: (pages, bytes) => {
      if (pages) return count(pages, "page");
      return bytes < 1e6
        ? `${Math.max(1, Math.round(bytes / 1e3))} ko`
        : `${(bytes / 1e6).toLocaleString("fr", { maximumFractionDigits: 1 })} Mo`;
    },
    scan: "numérisé, sans texte",
    advance: "version préliminaire",
  },
  answer: {
    confirm: (id) => `À vérifier, puis confirm ou dismiss ${id}`,
    add: (id) => `Cela compte-t-il ? statement add ou statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => `« ${title} »${dated(date)}.`,
    textIsSame: "Pour ce qui en a été lu, il dit la même chose que le fichier d’avant.",
  },
  proposal: {
    quoted: (sentence) => `« ${sentence} »`,
    promise: (earliest, latest) =>
      earliest === latest ? `Comme promesse : le ${fr.day(latest)}.` : `Comme promesse : d’ici au ${fr.day(latest)}.`,
    floor: (notBefore) => `Donc pas ${notBefore ? `avant le ${fr.day(notBefore)}` : "encore"}.`,
    noDate: "Sans date : l’horloge reste la même.",
    saidBy: (by, on) => `${by}, ${fr.day(on)}`,
    more: (number) => `${fr.number(number)} de plus à la même lecture`,
  },
  stated: {
    promise: (phrase, latest) => `« ${phrase} » : au plus tard le ${fr.day(latest)}.`,
    floor: (phrase, notBefore) => `« ${phrase} »${notBefore ? ` : pas avant le ${fr.day(notBefore)}` : ""}.`,
    noDate: (phrase) => `« ${phrase} ».`,
    firstStays: "La première promesse compte toujours.",
    added: (said, isPersons) => `${said} ; ajouté ${isPersons ? "par une personne habilitée" : "dans son fichier"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? `Une personne habilitée a annulé « ${phrase} » : cela ne compte plus.`
        : `« ${phrase} » a été retiré de son fichier : cela ne compte plus.`,
  },
  revised: {
    says: {
      archived: () => "Plus rien n’en est consulté. Ce qui a été trouvé reste, et peut être lu.",
      returned: () => "C’est de nouveau consulté, et ce que l’on en savait vaut toujours.",
      paused: () => "Rien n’en est consulté ni annoncé jusqu’à la fin de la pause.",
      resumed: () => "C’est de nouveau consulté désormais.",
      muted: (_, until) =>
        `Jusqu’au ${until ? fr.day(until) : "jour dit"}, seule la publication, ou ce qui peut l’être, est annoncée ; le reste attend.`,
      unmuted: () => "Tout est de nouveau annoncé, aussi ce qui attendait.",
      "source-added": (names) => `Consulté désormais : ${names}.`,
      "source-removed": (names) => `N’est plus consulté : ${names}.`,
      "source-paused": (names) => `N’est pas consulté pour l’instant : ${names}.`,
      "source-resumed": (names) => `De nouveau consulté : ${names}.`,
      "source-changed": (names) => `Lu d’une autre manière désormais : ${names}.`,
      title: () => "Le document est connu sous un autre titre désormais.",
      hosts: () => "D’autres sites peuvent prouver la publication désormais.",
      words: () => "D’autres règles disent désormais ce qui touche au sujet.",
    },
    changed: (isPersons) => (isPersons ? "modifié par une personne habilitée" : "modifié dans son fichier"),
  },
  otherSignals: (number) => count(number, "autre"),
  published: {
    dated: (date, seen) => `Daté du ${fr.day(date)}, vu d’abord : ${seen}.`,
    firstSeen: (seen) => `Vu d’abord : ${seen}.`,
    more: (documents) => `${count(documents, "document")} de plus`,
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "Où en est la promesse" : `Où en sont ${fr.number(watches)} promesses`),
    title: (messages) =>
      messages === 1
        ? "Entre-temps : un message qui attendait"
        : `Entre-temps : ${fr.number(messages)} messages qui attendaient`,
    earlier: (more) => (more === 1 ? "Et un autre, plus ancien." : `Et ${fr.number(more)} autres, plus anciens.`),
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
      `Depuis le ${since} : ${why}. Qui s’occupe de moi devrait regarder ma machine ; son journal en dit plus.`,
    meanwhile:
      "Je continue à regarder autant que possible. Ce que je vois entre-temps est dit ici aussitôt, comme non encore consigné ; ce sera jugé à nouveau, consigné et dit comme d’habitude dès que je pourrai écrire.",
    seen: (name) => `Vu, non encore consigné : ${name}`,
    of: {
      publication: "Quelque chose qui pourrait être la publication a été vu. Rien n’est confirmé.",
      withdrawal: "Quelque chose qui pourrait démentir ce qui a été dit a été vu. Rien n’est confirmé.",
      other: "Quelque chose qui mentionne le sujet a été vu. À soi seul, cela ne montre aucune publication.",
    },
    later: (why) =>
      `Je ne peux pas le consigner (${why}). Ce sera lu et jugé à nouveau dès que je le pourrai ; alors seulement, je dirai ce que c’est.`,
    ended: "Je peux de nouveau consigner",
    over: (since, at) =>
      `Du ${since} au ${at}, rien n’a pu être consigné. Ce qui a été vu pendant ce temps est lu et jugé à nouveau, et dit comme d’habitude.`,
    test: "Un message d’essai",
    tested: (at) =>
      `Envoyé le ${at} pour vérifier que les messages arrivent ici. Rien n’a été publié, et rien n’a changé.`,
    stands: (why, since) => `Rien ne peut être consigné depuis le ${since} : ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => `Promis : ${name}`,
      floor: (name) => `Dit quand ce ne sera pas encore publié : ${name}`,
      "no-date": (name) => `Évoqué, sans date : ${name}`,
      withdrawal: (name) => `Dit que ce ne sera pas publié : ${name}`,
    },
    earliest: (name) => `Attendu à partir d’aujourd’hui : ${name}`,
    likely: (name) => `Jour le plus probable, d’après les termes : ${name}`,
    latest: (name) => `Dernier jour de la promesse : ${name}`,
    floor: (name) => `Pas avant aujourd’hui : ${name}`,
    published: (name) => `Publié : ${name}`,
    said: (phrase, by, on) => `« ${phrase} », ${by}, ${on}`,
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
  note: sentence,
  withdrawn: (documents) =>
    `${documents === 1 ? "Le document n’est plus lisible" : `Les ${documents} documents ne sont plus lisibles`}, plusieurs fois de suite. Le site, lui, répond.`,
  overdue: (on, latest) => `Dit le ${fr.day(on)}, soit au plus tard le ${fr.day(latest)}.`,
  nothingFound: "Aucune publication n’a été trouvée.",
  looks: {
    looked: (looks, over, failed, covered) =>
      `${looks === 0 ? "Aucune lecture" : count(looks, "lecture")}${over ? ` en ${over}` : ""}${failed > 0 ? `, ${count(failed, "échec")}` : ""}${covered === undefined ? "" : ` · ${percent(covered)} du temps couvert`}`,
    longestGap: (milliseconds) => `lacune de ${fr.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => `Non lu depuis ${fr.span(milliseconds)} : ${names}.`,
    because: ({ detail }) => `Chaque fois, le site ${fr.recorded(detail)}.`,
    beside: (names) => `Non lu : ${names}.`,
    untilOver: "D’ici là, le silence sur ces sources ne veut rien dire.",
  },
  recovered: {
    again: (milliseconds, names) => `De nouveau lu après ${fr.span(milliseconds)} : ${names}.`,
    nothingChanged: "Rien n’avait changé entre-temps.",
    changed: (names) => `Changé entre-temps : ${names}. Ce qui compte est dit à part.`,
  },
  corrected: {
    returned: "Le document est de nouveau lisible ; il ne manque plus.",
    reinstated: "Quelqu’un l’a confirmé après tout : « publié » vaut de nouveau.",
    dismissed: (reason) => `« Publié » a été retiré par une personne habilitée.${why(reason)}`,
    signalDismissed: (title, reason) =>
      `« ${title} » a été écarté par une personne habilitée : ce n’est pas le rapport.${why(reason)}`,
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
        strong: (title) => `Très probablement publié${title ? ` : « ${title} »` : ""}`,
        hint: (title) => `Peut-être publié${title ? ` : « ${title} »` : ""}`,
      },
      published: (on) => `Publié${on ? ` le ${fr.day(on)}` : ""}`,
      withdrawn: "Publié, mais n’est plus là",
    },
    nothingFound: "Rien, sur les pages surveillées, ne montre de publication.",
    unconfirmed: "Personne ne l’a encore confirmé.",
    promise: (phrase, on, by) => `« ${phrase} » : dit le ${fr.day(on)} par ${by}.`,
    reading: (latest, basis) => `Au plus tard le ${fr.day(latest)} ; fondement, tel qu’il est noté : ${basis}.`,
    newer: (on, phrase, isAdded) =>
      `« ${phrase} » : dit le ${fr.day(on)}${isAdded ? ", ajouté par une personne habilitée" : ""}.`,
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
      return `${typeof chance === "number" ? "environ " : ""}${said(chance)} sur 100 (${low === high ? "toute la marge" : `de ${said(low)} à ${said(high)}`})`;
    },
    kept: (promises, kind, documents, kept) =>
      `Sur ${count(promises, "promesse")} ${kind} (${count(documents, "document")}), ${kept === 0 ? "aucune n’a été tenue" : kept === 1 ? "1 a été tenue" : `${kept} ont été tenues`} avant la fin de la lecture la plus longue.`,
    none: (kind, all) =>
      `Le relevé n’a pas de promesses ${kind} ; le chiffre s’appuie sur les ${all.toLocaleString("fr")}.`,
    leansOnAll: (promises, all) =>
      `${count(promises, "promesse")} seulement ${promises < 2 ? "était formulée" : "étaient formulées"} ainsi ; le chiffre s’appuie sur les ${all.toLocaleString("fr")}.`,
    notOut: (day, phrase) => `Pas publié au jour ${day.toLocaleString("fr")}${phrase ? ` depuis « ${phrase} »` : ""}.`,
    notConfirmed: (day, phrase) =>
      `Aucune publication n’est confirmée au jour ${day.toLocaleString("fr")}${phrase ? ` depuis « ${phrase} »` : ""}.`,
    nextDays: (days, share) => `Dans les ${days} jours qui viennent : ${share}.`,
    byLatest: (latest, share) => `D’ici au ${latest}, dernier jour de sa lecture la plus longue : ${share}.`,
    by: (day, share) => `D’ici au ${day} : ${share}.`,
    middle: (day) => `Autant arrivent avant le ${day} qu’après.`,
    span: (from, to) => `Huit sur dix arrivent du ${from} au ${to}.`,
    tooFew: {
      late: "Trop peu de promesses ont jamais eu un tel retard pour donner une chance.",
      far: "Trop peu de promesses portaient aussi loin pour donner une chance.",
    },
    beforehand: (promises, kind, day, share) =>
      `Le passé donnait ${share} au jour ${day.toLocaleString("fr")}, d’après ${count(promises, "promesse")} ${kind}.`,
    basis: (all, asOf) =>
      `D’après ${count(all, "promesse")} relevées jusqu’au ${fr.day(asOf)} ; chaque chance s’entend : sauf abandon`,
    bias: (neutral, others) =>
      `Les promesses dont la presse a parlé sont surreprésentées : ${neutral.kept} sur ${neutral.rows} trouvées par une recherche neutre ont été tenues, ${others.kept} sur ${others.rows} des autres.`,
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
      `La chance que ce ne soit pas encore publié, d’après le relevé, en courbe avec sa marge, et sa lecture la plus longue, jusqu’au ${fr.day(latest)}`,
    row: (phrase, document, said) => `« ${phrase} », ${document}, ${fr.day(said)}`,
    ended: {
      kept: (on) => `tenue : paru le ${fr.day(on)}`,
      late: (on) => `en retard : paru le ${fr.day(on)}`,
      open: (on) => `pas paru au ${fr.day(on)}`,
      withdrawn: (on) => `retirée, pas paru au ${fr.day(on)}`,
    },
    more: (rows) => `et ${count(rows, "autre ligne", "autres lignes")} : sur la page, et par \`coming-weeks record\``,
    nothing: {
      out: "C’est publié : aucune chance n’est plus donnée.",
      none: "Rien de daté n’est promis, si bien que le relevé n’en dit rien.",
      off: "Ce suivi se passe du relevé.",
    },
    floor: (day) =>
      `Il a été dit que rien ne viendrait avant le ${fr.day(day)} : aucune chance n’est donnée avant ce jour.`,
  },
  chart: {
    alt: "Une ligne du temps : ce qui a été dit, ce que cela pouvait vouloir dire, et les lectures du robot",
    said: (on, phrase, latest) =>
      `${fr.day(on)} : « ${phrase} »${latest ? `, dont la lecture la plus longue finit le ${fr.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => `« ${phrase} »${isAdded ? " (ajouté)" : ""}`,
    shortDay: (date) => dateWords("fr", "short", date),
    month: (date) => dateWords("fr", "month", date),
    today: (date) => `Aujourd’hui, ${fr.day(date)}`,
    published: (date) => `Publié le ${fr.day(date)}`,
    looks: "Les lectures du robot",
    looked: (looks, blind) =>
      looks === 0
        ? "Pas encore de lecture"
        : `${count(looks, "lecture")} ; ${blind === 0 ? "aucune période" : count(blind, "période")} sans lecture réussie`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? `Publié après ${fr.stretch(promisedOn, publishedOn)}`
          : "Publié le jour de la promesse";
      const time = day > 365 ? fr.stretch(promisedOn, today) : day < 0 ? "avant la promesse" : `jour ${day}`;
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
    promised: (date, by) => `Promis le ${date} par ${by}`,
    said: (date, by, phrase) => `${date}${by ? `, ${by}` : ""} : « ${phrase} »`,
    range: (earliest, likely, latest) => `du ${earliest} au ${latest}, le plus probable le ${likely}`,
    added: "ajouté par une personne habilitée",
    looked: (at, read, of) =>
      `${at ? `Dernière lecture ${at}` : "Pas encore de lecture"}${of > 0 ? ` ; ${count(read, "source lue", "sources lues")} sur\u00a0${fr.number(of)}` : ""}`,
    unread: (names) => `Illisibles : ${names.join(", ")}`,
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
      says: ({ title, date }) => `« ${title} »${dated(date)}, à l’adresse surveillée.`,
    },
    "document-reached-from-entry": {
      name: "le document, atteint depuis un élément de liste",
      says: ({ title, date }) => `« ${title} »${dated(date)} ; un élément des listes y mène.`,
    },
    "two-official-sources-say-issued": {
      name: "deux sites de l’éditeur disent qu’il est paru",
      says: ({ title }) => `Deux sites de l’éditeur disent que c’est paru ; « ${title} » en est un.`,
    },
    "confirmed-by-a-person": {
      name: "confirmé par une personne",
      says: ({ title }) => `Une personne a regardé « ${title} » : c’est bien cela.`,
    },
    "copy-of-the-document": {
      name: "une copie du document dans une archive du web",
      says: ({ title, date }) =>
        `Une archive du web a une copie de « ${title} »${dated(date)} ; le site de l’éditeur n’a pas pu être lu.`,
    },
    "document-on-the-subject": {
      name: "un document sur le sujet, au titre encore inconnu",
      says: ({ title, date }) => `« ${title} »${dated(date)}.`,
    },
    "title-without-document": {
      name: "nommé comme la chose même, sans le document",
      says: ({ title, date }) => `L’éditeur liste « ${title} »${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "headline-says-issued": {
      name: "un titre dit qu’il est paru",
      says: ({ title, date }) => `Un titre le dit : « ${title} »${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-in-signed-mail": {
      name: "dit dans un courriel signé de l’éditeur",
      says: ({ title, date }) =>
        `Dans un courriel signé de l’éditeur : « ${title} »${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-on-own-account": {
      name: "dit sur un compte de l’éditeur",
      says: ({ title, date }) =>
        `Sur un compte de l’éditeur : « ${title} »${dated(date)}. Aucun document n’a été trouvé.`,
    },
    "said-by-others": {
      name: "dit par quelqu’un qui n’est pas l’éditeur",
      says: ({ title, date }) => `D’autres le disent, pas l’éditeur : « ${title} »${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "le titre, sur un site qui n’est pas celui de l’éditeur",
      says: ({ title, date }) => `À une adresse qui n’est pas celle de l’éditeur : « ${title} »${dated(date)}.`,
    },
    "document-without-proof": {
      name: "un document qui ne montre pas ce qu’une preuve demande",
      says: ({ title, date }) => `Là où le document était attendu : « ${title} »${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "un document qui se dit encore à venir",
      says: ({ title, date }) => `Une page l’annonce : « ${title} »${dated(date)}. Le document est à venir.`,
    },
  },
  talk: {
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
      language: { en: "anglais", fr: "français" },
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
      mute: (title) => `Plus de rappels hebdomadaires de ${title} dans ce salon. Tout le reste y est publié.`,
      pause: (title) =>
        `De ${title}, ce salon n’apprend que la publication, ou son retrait. Les lectures continuent ; pour les arrêter pour tous, mettez la veille en pause sur la page, ou par \`watch pause\` en ligne de commande.`,
      resume: (title) => `Tout ce qui touche à ${title} est de nouveau dit dans ce salon.`,
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
          `**${title}** n’est plus lu, pour personne. Rien de ce qui a été trouvé n’est perdu : messages, preuves et archives restent, et ce que dit son fichier aussi.`,
        name: "Son nom, pour être sûr",
        otherName: "Ce n’est pas son nom ; rien n’a été retiré.",
        removed: (title) => `${title} n’est plus surveillé. Ce qui a été trouvé reste.`,
      },
      buttons: {
        write: "Écrire",
        said: "Ce qui a été dit…",
        proposed: "Changer…",
        leave: "Laisser",
      },
      faults: {
        empty: (asked) => `« ${asked} » attend une réponse.`,
        noDay: "Le jour où cela a été dit manque : écrivez-le après le nom, comme 10 décembre 2021.",
        openDay: "Un jour comme 3/4/2022 se lit de deux façons : écrivez 2022-04-03, ou 3 avril 2022.",
        noName: "Qui l’a dit manque : écrivez un nom avant le jour.",
        noWords: "Le sujet attend des mots, comme : Xinjiang, XUAR ; rapport, évaluation",
        noDays:
          "Les jours n’ont pas été compris : écrivez le dernier seul, ou le premier, le plus probable et le dernier, comme 2022-02-04 ; ou le numéro d’une lecture.",
        manyAddresses: "Vingt adresses sont le maximum.",
        address: (text) => `« ${text} » n’est pas une adresse ; écrivez-en une comme https://www.example.org/news`,
      },
      waiting: "Je lis d’abord deux autres sites ; le vôtre vient ensuite.",
      looking: "Je lis le site, aussi lentement que la politesse le demande : une minute au plus.",
      read: (kind, items) =>
        `${{ listing: "liste", page: "page", feed: "flux", sitemap: "plan du site", json: "JSON", oai: "bibliothèque", mail: "boîte aux lettres", document: "document" }[kind]}${items === undefined ? "" : `, ${count(items, "élément")}`}`,
      notRead: (problem) => `illisible : ${problem}`,
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
        horizon: (earliest, likely, latest) => `du ${earliest}, le plus probable ${likely}, au ${latest} au plus tard`,
        onOneDay: (day) => `le ${day}`,
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
        zone: (zone) => `les jours y sont comptés selon ${zone}`,
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
        more: (more) => `et ${more} de plus`,
        followed: "Un élément qui a un mot de chaque groupe est suivi.",
        counts: (countsPages, words) =>
          `${countsPages ? "Une longue page sous son propre titre, ou un fichier" : "Un fichier"}, d’au moins ${count(words, "mot")}.`,
        seen: (title, is, words) =>
          `« ${title} » y est ${{ file: "un fichier", page: "une page", "page-with-files": "une page avec fichiers" }[is]}, de ${count(words, "mot")}.`,
        notSeen: "Aucun de ses éléments n’a pu être ouvert.",
      },
      refusals: {
        "no-source":
          "Rien n’y peut être lu comme nouvelles : nommez une autre page de l’éditeur, comme ses actualités, ses communiqués ou ses publications (« Ce qui a été dit… »).",
        "sent-elsewhere": (from, to) =>
          `${from} renvoie à ${to} : si c’est à l’éditeur, nommez la page de là (« Ce qui a été dit… »).`,
        "http-only": (host) =>
          `${host} ne répond qu’en http simple, que n’importe qui en chemin aurait pu écrire : rien de là ne peut prouver. Nommez une page de l’éditeur en https (« Ce qui a été dit… »).`,
        "host-without-source": (host) =>
          `${host} : rien n’est lu sur cet hôte, et aucun fichier n’y a été vu ; ôtez-le, ou ajoutez une page de là (« Changer… »).`,
        "source-elsewhere": (host) =>
          `${host} : une source y est, et ce n’est pas un hôte de l’éditeur ; si c’est le site de l’éditeur même, ajoutez-le aux hôtes (« Changer… »), qui seuls peuvent prouver ; jamais celui d’un autre, ni celui où il a un compte.`,
        "promise-to-come": (on) =>
          `Le ${fr.day(on)} n’est pas encore venu : écrivez le jour où cela a été promis (« Ce qui a été dit… »).`,
        "no-days":
          "Personne ne peut dire pour quand c’était promis : écrivez les jours (« Changer… »), ou d’autres mots.",
        "days-out-of-order": "Le premier jour, le plus probable et le dernier ne sont pas dans l’ordre (« Changer… »).",
        "no-subject":
          "Le titre ne dit que le genre de chose, si bien que tout de ce genre serait pris pour elle ; dites aussi de quoi il s’agit (« Ce qui a été dit… », ou son sujet : « Changer… »).",
        "title-off-subject": (lacks) =>
          `Le titre lui-même ne serait pas reconnu par son sujet : il n’a aucun mot de ${lacks.join(" ; ni de ") || "ses groupes"} (« Changer… »).`,
        "pages-only": (url) =>
          `L’éditeur publie des pages (${url} n’offre aucun fichier), et aucune page ne doit compter.`,
        "too-many-words": (least, most) =>
          `Aucun de ses documents qui ont été lus n’a ${fr.number(least)} mots, mais ${fr.number(most)} au plus.`,
        "id-taken": (id) => `Il y a déjà une veille du nom de ${id} ; « Changer… » trouve un autre nom.`,
        "no-watch": (faults) => faults,
      },
      written: (id) =>
        `Écrit : \`${id}\`. La première lecture se fait maintenant ; ce qu’elle trouve est dit dans les salons.`,
      notTaken:
        "C’est gardé, mais pas encore en vigueur : autre chose ne va pas dans la configuration, et je continue avec la dernière bonne. La page et le journal disent quoi.",
      changedMeanwhile: "Quelqu’un d’autre l’a changé entre-temps : rien n’a été écrit. Veuillez regarder de nouveau.",
      cannotWrite: (file) =>
        `Je ne peux pas y écrire : rien n’a été changé. Voici le fichier : qui me fait tourner peut le mettre dans le dossier des veilles, sous \`${file}\`, et je le vois en quelques secondes.`,
      cannotPutAside: (file) =>
        `Je ne peux pas y écrire : rien n’a été changé. Qui me fait tourner peut mettre \`${file}\` de côté à la main, et je le vois en quelques secondes.`,
      onlyWatch: "C’est la seule veille, et il m’en faut une : ajoutez-en d’abord une autre.",
      refused: (faults) => `Cela ne peut pas être accepté : ${faults}`,
    },
    personal: {
      begun: (watches) =>
        `Je vous dirai désormais ici la publication de ${watches ? watches.join(", ") : "tout ce qui est surveillé"}, ou son retrait. Rien d’autre. Pour y mettre fin, donnez encore /subscribe sur le serveur.`,
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
        `Une des pages surveillées : ${source}, pour ${watch}${lastRead ? ` ; dernière lecture ${lastRead}` : " ; pas encore lue"}.`,
      evidence: (watch, rule, foundAt) => `Preuve pour ${watch}, trouvée ${foundAt} : ${rule}`,
      publishers: (names) => `Sur un site de l’éditeur (${names}).`,
      nobodys: "Sur aucun site d’un éditeur surveillé.",
    },
    pages: { back: "Retour", next: "Suite", place: (page, of) => `-# Page ${page} sur ${of}` },
    history: "Ce qui a été dit",
    nothingTold: "Rien n’a encore été dit.",
    why: {
      restsOn: "Ce sur quoi il repose",
      looked: (read, of) =>
        of === 0
          ? "Aucune source n’est encore connue."
          : `${count(read, "source lisible", "sources lisibles")} en ce moment, sur ${fr.number(of)}.`,
      wouldChange: "Ce qui le changerait",
      changes: {
        unknown: (hosts) =>
          `Une source qui est lue de nouveau : alors seulement, n’avoir rien trouvé veut dire quelque chose. « Publié » est dit d’un document portant le titre sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après.`,
        unpublished: (hosts) =>
          `Un document portant le titre sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après : « publié » est dit alors. Tout ce qui est trouvé de moindre est un signal, et une personne est consultée.`,
        signalled: (hosts) =>
          `Une personne qui le confirme, ou l’écarte ; ou le document lui-même sur ${hosts.join(", ")}, daté du jour de la promesse ou d’après.`,
        published: () =>
          "Une personne qui écarte la preuve : « publié » est alors retiré. Si le document ne peut plus être lu à plusieurs lectures de suite alors que le site répond, cela est dit.",
        withdrawn: () =>
          "Le document, lu de nouveau à sa place : cela est dit alors. Une personne qui écarte la preuve retire « publié ».",
      },
    },
    looking: {
      you: (until) => `Merci : tout le monde voit que vous vous en occupez, jusqu’à ${until}.`,
      another: (until) => `Une personne habilitée s’en occupe déjà, jusqu’à ${until}.`,
    },
    really: (title) => `Vraiment ? Cela dit à tout le monde que c’est publié : « ${title} ».`,
    reallyButton: "Oui, c’est publié",
    nothingWatched: "Rien n’est surveillé.",
    noSuchWatch: (name) => `Il n’y a pas de veille « ${name} ».`,
    statements: "Ce qui a été dit",
    noEvidence: "Rien n’a été trouvé qui touche à la publication.",
    evidence: (title) => `Preuves : ${title}`,
    dismissed: "écarté",
    gone: "n’y est plus",
    sources: (title) => `Sources : ${title}`,
    states: {
      read: "lue",
      unread: "illisible",
      "not there": "absente (une supposition)",
      paused: "en pause",
      "not looked at yet": "pas encore lue",
    },
    lastRead: (at) => `dernière lecture ${at}`,
    waitToCheck: (until) => `Une lecture vient d’avoir lieu. La prochaine sur demande est possible ${until}.`,
    checked: (title) => `Lu : ${title}`,
    outcomes: { baseline: "première lecture", unchanged: "inchangé", changed: "changé", problem: "illisible" },
    toldSeparately: (notices) => `${count(notices, "message")} dans les salons.`,
    watches: "Surveillé",
    muted: "Plus de rappels hebdomadaires dans ce salon. Tout le reste y est publié.",
    unmuted: "Les rappels hebdomadaires sont de nouveau publiés dans ce salon.",
    notAPlace: "Aucun message n’est publié dans ce salon. Qui gère le serveur peut le changer avec /channel here.",
    noRole: "Aucun rôle n’est mentionné à la publication : il n’y a pas à quoi s’abonner.",
    subscribed: (role) => `Vous avez maintenant ${role}, mentionné à la publication.`,
    unsubscribed: (role) => `Vous n’avez plus ${role}.`,
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
      `Les messages sur ${watches ? watches.join(", ") : "tout ce qui est surveillé"} sont désormais publiés dans ${channel}.`,
    channelMissing: (permissions) =>
      `Je ne peux pas encore y écrire : il me manque ${permissions.join(", ")} dans le salon.`,
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
    noSuchEvidence: (id) => `Il n’y a pas de preuve « ${id} ».`,
    decidedBefore: (decision, isOwn, at) =>
      `Déjà ${{ confirm: "confirmé", dismiss: "écarté", add: "ajouté", none: "écarté" }[decision]}, par ${isOwn ? "vous" : "une personne habilitée"}, le ${at}.`,
    decidedOtherwise:
      "Une personne habilitée a décidé le contraire au même instant : regardez le message, et décidez à nouveau si vous êtes d’un autre avis.",
    decided: {
      confirm: (title) => `Confirmé : « ${title} » est le rapport. Le message est mis à jour.`,
      dismiss: (title) => `Écarté : « ${title} » n’est pas le rapport. Le message est mis à jour.`,
      add: (what) => `Ajouté : « ${what} ». Le message est mis à jour.`,
      none: (what) => `Écarté : « ${what} » n’est pas une parole sur la date. Le message est mis à jour.`,
    },
    dismissTitle: "Écarter ce signal",
    dismissWhy: "Pourquoi n’est-ce pas le rapport ?",
  },
  labels: {
    item: "Ouvrir l’élément",
    document: "Ouvrir le document",
    page: "Ouvrir la page",
    evidence: "Voir la preuve",
    copy: "Copie à la Wayback Machine",
    outside: (host) => `Ouvrir ${host}`,
  },
};
