/** English. */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";
import { times } from "./figures.ts";
import { pens } from "./pens.ts";
import { talk } from "./talk/en.ts";
import { unreachableIn } from "./unreachable.ts";

const { written, says, quote, count, percent, capital } = pens.en;
const dated = (date?: CivilDate) => (date ? says`, dated ${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says` Reason given: ${reason.replace(/[.\s]+$/, "")}.` : "");

/** What is recorded at more length than people need. */
const SHORTER = [
  [" with status 200 (a soft 404)", ""],
  ["does not carry the title that is known", "lacks the known title"],
] as const;

const STANDINGS = {
  awaited: "not due yet",
  due: "due",
  overdue: "overdue",
  kept: "kept",
  "kept-late": "too late",
  withdrawn: "withdrawn",
};

export const en: Catalogue = {
  ...written,
  recorded: (text) => {
    const found = unreachableIn(text);
    const [recorded, said] = SHORTER.find(([one]) => text.includes(one)) ?? [text, text];
    return found ? text.replace(found.whole, en.unreachable[found.reason]) : text.replace(recorded, said);
  },
  unreachable: {
    name: "could not be found under its name",
    "look-up": "could not be found, as names could not be looked up",
    refused: "refused the connection",
    "broken-off": "broke off the connection",
    "no-way": "could not be reached over the network",
    expired: "has a certificate that has run out",
    certificate: "has a certificate that cannot be trusted",
    secure: "could not agree on a secure connection",
    other: "could not be reached",
  },
  untitled: "without a title",

  titles: {
    started: (name) => says`Now watching: ${name}`,
    moved: (source) => says`A new address: ${source}`,
    appeared: (item) => says`New: ${quote(item)}`,
    edited: (item) => says`Edited: ${quote(item)}`,
    disappeared: (item) => says`No longer listed: ${quote(item)}`,
    file: {
      offered: (document) => says`Another file: ${quote(document)}`,
      annex: (document) => says`A new annex: ${quote(document)}`,
      withdrawn: (document) => says`A file is gone: ${quote(document)}`,
      replaced: (document) => says`A file was replaced: ${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`Very likely published: ${name}`,
      hint: (name) => says`Possibly published: ${name}`,
    },
    published: (name) => says`Published: ${name}`,
    withdrawn: (name) => says`No longer there: ${name}`,
    edition: {
      translation: (name) => says`In another language: ${name}`,
      annex: (name) => says`An annex: ${name}`,
      advance: (name) => says`An advance version: ${name}`,
      final: (name) => says`New edition: ${name}`,
      replaced: (name) => says`A file was replaced: ${name}`,
      other: (name) => says`Another edition: ${name}`,
      document: (name) => says`Another document on the subject: ${name}`,
    },
    proposed: (name) => says`New word on timing: ${name}`,
    stated: {
      promise: (name) => says`New promise: ${name}`,
      floor: (name) => says`Not before a date: ${name}`,
      "no-date": (name) => says`No date given: ${name}`,
      withdrawal: (name) => says`Said not to come: ${name}`,
    },
    revised: {
      archived: (name) => says`No longer watched: ${name}`,
      returned: (name) => says`Watched again: ${name}`,
      paused: (name) => says`Paused: ${name}`,
      resumed: (name) => says`No longer paused: ${name}`,
      muted: (name) => says`Muted: ${name}`,
      unmuted: (name) => says`No longer muted: ${name}`,
      "source-added": (name) => says`Source added: ${name}`,
      "source-removed": (name) => says`Source removed: ${name}`,
      "source-paused": (name) => says`Source paused: ${name}`,
      "source-resumed": (name) => says`Source no longer paused: ${name}`,
      "source-changed": (name) => says`Source changed: ${name}`,
      title: (name) => says`Title changed: ${name}`,
      hosts: (name) => says`Publisher’s hosts changed: ${name}`,
      words: (name) => says`What counts has changed: ${name}`,
    },
    overdue: (name) => says`Overdue: ${name}`,
    stillNotConfirmed: (name) => says`Still not confirmed: ${name}`,
    notPublishedYet: (name) => says`Not published yet: ${name}`,
    blind: (sources) => says`Cannot look: ${count(sources, { one: "# source", other: "# sources" })} unread`,
    recovered: (sources) => says`Looking again: ${count(sources, { one: "# source", other: "# sources" })} back`,
    corrected: (name) => says`Correction: ${name}`,
    confirmed: (name) => says`Confirmed: ${name}`,
    added: (name) => says`Added to what was said: ${name}`,
    dismissed: (name) => says`Dismissed: ${name}`,
    takenBack: (title) => says`Taken back: ${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) => says`Confirmed by a reviewer, ${written.moment(at)}: this is the report.${why(reason)}`,
    dismiss: (at, reason) =>
      says`Dismissed by a reviewer, ${written.moment(at)}: this is not the report.${why(reason)}`,
    add: (at) => says`Added by a reviewer, ${written.moment(at)}.`,
    none: (at) => says`Dismissed by a reviewer, ${written.moment(at)}: this is no word on timing.`,
  },
  looking: (until) => says`A reviewer is looking at this, until ${written.moment(until)}.`,

  clock: {
    toCome: (on) => says`The promise is of ${written.day(on)}`,
    since: (phrase, stretch) =>
      stretch ? says`${stretch} since ${quote(phrase)}` : says`Said today: ${quote(phrase)}`,
    after: (phrase, stretch) =>
      stretch ? says`${stretch} after ${quote(phrase)}` : says`On the day of ${quote(phrase)}`,
    expected: (earliest, latest) =>
      earliest === latest
        ? says`expected on ${written.day(latest)}`
        : says`expected from ${written.dayBeside(earliest, latest)} to ${written.day(latest)}`,
    ends: (latest, isToday) => says`at its longest until ${isToday ? "today" : written.day(latest)}`,
    past: (past, days) => says`${days ?? past} past its longest reading`,
    within: "within its longest reading",
    newer: {
      open: (latest) => says`a later promise: by ${latest}`,
      over: (latest) => says`a later promise ran out on ${latest}`,
      kept: (latest) => says`the later promise (${latest}) was kept`,
      late: (latest) => says`the later promise (${latest}) was not kept`,
    },
  },

  started: {
    read: (names) => says`Read: ${names}.`,
    nothingRead: "No source could be read yet.",
    notThere: (names) => says`Guessed, and not there: ${names}`,
  },
  rehearsal: "-# A replay of what happened then. It is not news.",
  aloneShowsNothing: "By itself this shows no publication.",
  changes: {
    listed: (source, date) => says`${capital(source)}${date ? says`, ${written.day(date)}` : ""}`,
    goneFrom: (source) => says`Gone from ${source} at several looks in a row.`,
    before: (title) => says`Before: ${quote(title)}.`,
    moved: "It goes on being read there.",
    movedFrom: (address) => says`Before: ${address}`,
    moreLines: (number) => count(number, { one: "# more line", other: "# more lines" }),
    moreChanges: (number) => count(number, { one: "# more change", other: "# more changes" }),
    file: (now, before) => (before ? says`${now}; before: ${before}` : now),
    asBefore: (now) => says`${now}, as before`,
    notRead: "not read yet",
    otherAddress: "at another address",
    textIsSame: "Its text, as far as it was read, says the same.",
  },
  file: {
    kind: (ending) => ending ?? "File",
    pages: (number) => count(number, { one: "# page", other: "# pages" }),
    scan: "a scan",
    advance: "advance version",
  },
  answer: {
    confirm: (id) => says`Please look; then confirm or dismiss ${id}`,
    add: (id) => says`Does it count? statement add or statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => says`${quote(title)}${dated(date)}.`,
    textIsSame: "As far as both were read, it says what the file before says.",
  },
  proposal: {
    quoted: (sentence) => quote(sentence),
    promise: (earliest, latest) =>
      earliest === latest
        ? says`As a promise: on ${written.day(latest)}.`
        : says`As a promise: by ${written.day(latest)}.`,
    floor: (notBefore) => says`Meaning: not ${notBefore ? says`before ${written.day(notBefore)}` : "yet"}.`,
    noDate: "No date: the clock would stay as it is.",
    saidBy: (by, on) => says`${by}, ${written.day(on)}`,
    more: (number) => says`${number} more in the same look`,
  },
  stated: {
    promise: (phrase, latest) => says`${quote(phrase)}: by ${written.day(latest)} at the latest.`,
    floor: (phrase, notBefore) =>
      says`${quote(phrase)}${notBefore ? says`: not before ${written.day(notBefore)}` : ""}.`,
    noDate: (phrase) => says`${quote(phrase)}.`,
    firstStays: "The first promise still counts.",
    added: (said, isPersons) => says`${said}; added ${isPersons ? "by a reviewer" : "to its file"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`A reviewer took back ${quote(phrase)}: it no longer counts.`
        : says`${quote(phrase)} was taken out of its file: it no longer counts.`,
  },
  revised: {
    says: {
      archived: () => "It is not looked at any more. What was found stays, and can be read.",
      returned: () => "It is looked at again, and what was known of it still is.",
      paused: () => "Nothing of it is looked at or told until it goes on.",
      resumed: () => "It is looked at again from now on.",
      muted: (_, until) =>
        says`Until ${until ? written.day(until) : "then"} only the publication, and what may be it, is told; the rest waits.`,
      unmuted: () => "Everything is told again, also what waited.",
      "source-added": (names) => says`Looked at from now on: ${names}.`,
      "source-removed": (names) => says`Not looked at any more: ${names}.`,
      "source-paused": (names) => says`Not looked at for now: ${names}.`,
      "source-resumed": (names) => says`Looked at again: ${names}.`,
      "source-changed": (names) => says`Read in another way from now on: ${names}.`,
      title: () => "The document is known by another title from now on.",
      hosts: () => "Other hosts can prove the publication from now on.",
      words: () => "What is on the subject is told by other rules from now on.",
    },
    changed: (isPersons) => (isPersons ? "changed by a reviewer" : "changed in its file"),
  },
  otherSignals: (number) => count(number, { one: "# other", other: "# others" }),
  published: {
    dated: (date, seen) => says`Dated ${written.day(date)}, first seen ${seen}.`,
    firstSeen: (seen) => says`First seen ${seen}.`,
    more: (documents) => says`${count(documents, { one: "# document", other: "# documents" })} more`,
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "Where the promise stands" : says`Where ${watches} promises stand`),
    title: (messages) => says`Meanwhile: ${count(messages, { one: "# message", other: "# messages" })} that waited`,
    earlier: (more) => says`${count(more, { one: "# earlier one", other: "# earlier ones" })} besides these.`,
  },
  unwritten: {
    why: {
      full: "the disk is full",
      limited: "the files may not grow any further",
      "read-only": "the disk is mounted read-only",
      refused: "the data folder takes no writes",
      "too-many-files": "the machine allows too few open files",
      failing: "the disk does not write as it should",
      damaged: "the data are damaged",
      gone: "the data are not where they were",
      held: "another program holds the data",
      memory: "the machine has no memory left",
      away: "the database does not answer",
      unusable: "the data folder cannot be used",
    },
    began: "I cannot write anything down",
    since: (why, since) => says`Since ${since}: ${why}. Whoever keeps me should look at my machine; its log says more.`,
    meanwhile:
      "I go on looking as far as I can. What I see meanwhile is told here at once, as not yet on record; it is judged anew, recorded and told as usual when I can write again.",
    seen: (name) => says`Seen, not yet on record: ${name}`,
    of: {
      publication: "Something that may be the publication was seen. Nothing is confirmed.",
      withdrawal: "Something that may take back what was told before was seen. Nothing is confirmed.",
      other: "Something that mentions the subject was seen. By itself it shows no publication.",
    },
    later: (why) =>
      says`I cannot write it down (${why}). It is looked at and judged anew when I can; only then do I say what it is.`,
    ended: "I can write things down again",
    over: (since, at) =>
      says`From ${since} to ${at} nothing could be recorded. What was seen in that time is looked at and judged anew, and told as usual.`,
    test: "A test message",
    tested: (at) =>
      says`Sent on ${at} to try out whether messages arrive here. Nothing was published, and nothing changed.`,
    stands: (why, since) => says`Nothing can be written down since ${since}: ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`Promised: ${name}`,
      floor: (name) => says`Said when it will not be out yet: ${name}`,
      "no-date": (name) => says`Spoken of, without a date: ${name}`,
      withdrawal: (name) => says`Said that it will not be published: ${name}`,
    },
    earliest: (name) => says`Expected from today on: ${name}`,
    likely: (name) => says`Likeliest day, by the wording: ${name}`,
    latest: (name) => says`Last day of the promise: ${name}`,
    floor: (name) => says`Not before today: ${name}`,
    published: (name) => says`Published: ${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}, ${by}, ${on}`,
  },
  mail: {
    why: "You are sent this because whoever keeps this bot put your address on its list.",
    leave: "Send me no more of this",
    asks: "Shall no more messages of this bot be sent to you?",
    left: "Done. No more messages are sent to you.",
    back: "Send them again",
    isBack: "Messages are sent to you.",
    unknown: "This link leads to nobody: nothing was changed. Write to whoever keeps the bot.",
  },
  withdrawn: (documents) =>
    says`${documents === 1 ? "The document" : says`All ${documents} documents`} cannot be read any more, at several looks in a row. The site itself answers.`,
  overdue: (on, latest) => says`Said on ${written.day(on)}; its longest reading ended on ${written.day(latest)}.`,
  nothingFound: "No publication has been found.",
  foundUnconfirmed: "Something that may be it was found; nobody has confirmed it yet.",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${looks === 0 ? "No look" : count(looks, { one: "# look", other: "# looks" })}${over ? says` in ${over}` : ""}${failed > 0 ? says`, ${failed} failed` : ""}${covered === undefined ? "" : says` · ${percent(covered)} of the time covered`}`,
    longestGap: (milliseconds) => says`longest gap ${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`Unread for ${written.span(milliseconds)}: ${names}.`,
    because: ({ detail }) => says`Each time, the site ${en.recorded(detail)}.`,
    beside: (names) => says`Unread: ${names}.`,
    untilOver: "Until they are back, silence about them means nothing.",
  },
  recovered: {
    again: (milliseconds, names) => says`Back after ${written.span(milliseconds)}: ${names}.`,
    nothingChanged: "Nothing had changed meanwhile.",
    changed: (names) => says`Changed meanwhile: ${names}. What bears on it is told separately.`,
  },
  corrected: {
    returned: "The document can be read again; it is no longer missing.",
    reinstated: "A reviewer confirmed it after all: “published” stands again.",
    dismissed: (reason) => says`“Published” was taken back by a reviewer.${why(reason)}`,
    signalDismissed: (title, reason) =>
      says`${quote(title)} was dismissed by a reviewer: it is not the report.${why(reason)}`,
  },

  unknown: {
    "never-looked": "Nobody has looked yet",
    paused: "Paused: nobody looks for now",
    "looked-no-more": "Nobody has looked for some time",
    unread: "Unknown: no source can be read at the moment",
  },
  reach: {
    "can-prove": { name: "can prove", says: "The publisher’s own pages are read: a publication can be proved." },
    "can-only-signal": {
      name: "can only signal",
      says: "None of the publisher’s own pages can be read now: a publication can only be signalled, and a person must confirm it.",
    },
    blind: { name: "blind", says: "Nothing can be read now: a publication would not be seen." },
  },
  status: {
    news: {
      unpublished: "Not published yet",
      signalled: {
        strong: (title) => says`Very likely published${title ? says`: ${quote(title)}` : ""}`,
        hint: (title) => says`Possibly published${title ? says`: ${quote(title)}` : ""}`,
      },
      published: (on) => says`Published${on ? says` on ${written.day(on)}` : ""}`,
      withdrawn: "Published, and no longer there",
    },
    nothingFound: "Nothing on the watched pages shows a publication.",
    unconfirmed: "Nobody has confirmed it yet.",
    promise: (phrase, on, by) => says`${quote(phrase)} was said on ${written.day(on)} by ${by}.`,
    reading: (latest, basis) => says`At its longest, until ${written.day(latest)}: ${basis}.`,
    newer: (on, phrase, isAdded) =>
      says`${quote(phrase)} was said on ${written.day(on)}${isAdded ? ", and added by a reviewer" : ""}.`,
  },
  record: {
    kinds: {
      "exact-date": "that named a day",
      deadline: "that named a deadline",
      season: "that named a season or a quarter",
      "vague-days": "worded in days",
      "vague-weeks": "worded in weeks",
      "vague-months": "worded in months",
      "vague-soon": "worded as “soon”",
      "vague-asap": "worded as “as soon as possible”",
      "vague-due-course": "worded as “in due course”",
    },
    share: (chance, low, high) =>
      says`${typeof chance === "number" ? says`about ${chance}` : chance} in 100 (${low === high ? "its whole range" : says`${low} to ${high}`})`,
    kept: (promises, kind, documents, kept) =>
      says`Of ${count(promises, { one: "# promise", other: "# promises" })} ${kind} (${count(documents, { one: "# document", other: "# documents" })}), ${kept === 0 ? "none was" : kept === 1 ? "1 was" : says`${kept} were`} kept by the end of the longest reading.`,
    none: (kind, all) => says`The record has no promises ${kind}; the figure leans on all ${all}.`,
    leansOnAll: (promises, all) =>
      says`Only ${count(promises, { one: "# promise", other: "# promises" })} worded like this; the figure leans on all ${all}.`,
    notOut: (day, phrase) => says`Not out by day ${day}${phrase ? says` since ${quote(phrase)}` : ""}.`,
    notConfirmed: (day, phrase) =>
      says`No publication is confirmed by day ${day}${phrase ? says` since ${quote(phrase)}` : ""}.`,
    nextDays: (days, share) => says`In the next ${days} days: ${share}.`,
    byLatest: (latest, share) => says`By ${latest}, the last day of its longest reading: ${share}.`,
    by: (day, share) => says`By ${day}: ${share}.`,
    middle: (day) => says`As many come before ${day} as after.`,
    span: (from, to) => says`Eight in ten come from ${from} to ${to}.`,
    tooFew: {
      late: "Too few promises were ever this late to give a chance.",
      far: "Too few promises were made for so far ahead to give a chance.",
    },
    beforehand: (promises, kind, day, share) =>
      says`The record gave ${share} by day ${day}, from ${count(promises, { one: "# promise", other: "# promises" })} ${kind}.`,
    basis: (all, asOf) =>
      says`By a record of ${count(all, { one: "# promise", other: "# promises" })}, as of ${written.day(asOf)}; every chance means: unless it is dropped`,
    bias: (neutral, others) =>
      says`Promises that made news are over-represented: ${neutral.kept} of ${neutral.rows} found by a neutral search were kept, ${others.kept} of ${others.rows} of the others.`,
    unlessDropped: "Every chance means: unless the promise is dropped. Rows that were withdrawn count as unfinished.",
    weakSpots:
      "The last days before a deadline are underrated: of 65 kept deadlines at least 21 days ahead, 10 came on the very last day. Just after a window of 29 to 59 days the record says 44 in 100 within 30 days, and 33 in 100 of 33 came.",
    sample:
      "The sample is neither random nor complete nor of the world: most of it is British and American, and in English. It is a record of wordings, and judges no office and no person.",
    heading: "How such promises went before",
    curveTitle: "Still unpublished, in 100, by the record",
    curveKey: "Grey: its longest reading. Band: the range.",
    curve: (latest) =>
      says`The chance that it is still unpublished, by the record, as a curve with its range, and its longest reading, to ${written.day(latest)}`,
    row: (phrase, document, said) => says`${quote(phrase)}, ${document}, ${written.day(said)}`,
    ended: {
      kept: (on) => says`kept: out on ${written.day(on)}`,
      late: (on) => says`late: out on ${written.day(on)}`,
      open: (on) => says`not out by ${written.day(on)}`,
      withdrawn: (on) => says`withdrawn, not out by ${written.day(on)}`,
    },
    more: (rows) => says`and ${rows} more rows: on the page, and by \`coming-weeks record\``,
    nothing: {
      out: "It is out: no chance is given any more.",
      none: "Nothing that is dated stands promised, so that the record says nothing of it.",
      off: "This watch has the record switched off.",
    },
    floor: (day) => says`It was said not to come before ${written.day(day)}: before that day no chance is given.`,
  },
  chart: {
    alt: "A time line of what was said, what it may have meant, and how often the bot looked",
    said: (on, phrase, latest) =>
      says`${written.day(on)}: ${quote(phrase)}${latest ? says`, whose longest reading ends on ${written.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? " (added)" : ""}`,
    today: (date) => says`Today, ${written.day(date)}`,
    published: (date) => says`Published, ${written.day(date)}`,
    looks: "How well the bot looked",
    looked: (looks, blind) =>
      looks === 0
        ? "The bot has not looked yet"
        : says`The bot looked ${times(looks)}; ${blind === 0 ? "no stretch" : count(blind, { one: "# stretch", other: "# stretches" })} without a good reading`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`Published after ${written.stretch(promisedOn, publishedOn)}`
          : "Published on the day of the promise";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "before the promise" : says`day ${day}`;
      const verdicts = {
        unknown: "Unknown",
        unpublished: "Not published",
        signalled: "Possibly published, not confirmed",
        published: "Published",
        withdrawn: "No longer there",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "read", partly: "partly read", unread: "could not be read" },
  },
  card: {
    promised: (date, by) => says`Promised on ${date} by ${by}`,
    said: (date, by, phrase) => says`${date}${by ? says`, ${by}` : ""}: ${quote(phrase)}`,
    range: (earliest, likely, latest) => says`${earliest} to ${latest}, most likely ${likely}`,
    added: "added by a reviewer",
    looked: (at, read, of) =>
      says`${at ? says`Last looked ${at}` : "Not looked yet"}${of > 0 ? says`; ${read} of ${count(of, { one: "# source", other: "# sources" })} read` : ""}`,
    unread: (names) => says`Unread: ${names.join(", ")}`,
    furtherThread: "-# The thread before this one was closed; it goes on here.",
  },
  buttons: {
    confirm: "Confirm",
    dismiss: "Dismiss…",
    add: "Add",
    none: "Not one",
    look: "I am looking",
    open: "Open page",
  },
  rules: {
    "document-at-known-address": {
      name: "the document, at the address that was watched",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}, at the address that was watched.`,
    },
    "document-reached-from-entry": {
      name: "the document, reached from a listed item",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}; an item that is listed leads to it.`,
    },
    "two-official-sources-say-issued": {
      name: "two of the publisher’s own sites say that it is issued",
      says: ({ title }) => says`Two of the publisher’s own sites say that it is issued; ${quote(title)} is one.`,
    },
    "confirmed-by-a-person": {
      name: "confirmed by a person",
      says: ({ title }) => says`A person looked at ${quote(title)}: this is it.`,
    },
    "copy-of-the-document": {
      name: "a web archive’s copy of the document",
      says: ({ title, date }) =>
        says`A web archive has a copy of ${quote(title)}${dated(date)}; the publisher’s own site could not be read.`,
    },
    "document-on-the-subject": {
      name: "a document on the subject, its title not the one known",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}.`,
    },
    "title-without-document": {
      name: "named as the thing itself, without the document",
      says: ({ title, date }) => says`The publisher lists ${quote(title)}${dated(date)}. No document was found.`,
    },
    "headline-says-issued": {
      name: "a headline says that it is issued",
      says: ({ title, date }) => says`A headline says so: ${quote(title)}${dated(date)}. No document was found.`,
    },
    "said-in-signed-mail": {
      name: "said in a signed mail of the publisher’s",
      says: ({ title, date }) =>
        says`In a signed mail of the publisher’s: ${quote(title)}${dated(date)}. No document was found.`,
    },
    "said-on-own-account": {
      name: "said on an account of the publisher’s",
      says: ({ title, date }) =>
        says`On an account of the publisher’s: ${quote(title)}${dated(date)}. No document was found.`,
    },
    "said-by-others": {
      name: "said by somebody who is not the publisher",
      says: ({ title, date }) => says`Others say so, not the publisher: ${quote(title)}${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "the title, on a host that is not the publisher’s",
      says: ({ title, date }) => says`At an address that is not the publisher’s: ${quote(title)}${dated(date)}.`,
    },
    "document-without-proof": {
      name: "a document that does not show what proof needs",
      says: ({ title, date }) => says`Where the document was expected: ${quote(title)}${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "a document that says it is still to come",
      says: ({ title, date }) => says`A page for it: ${quote(title)}${dated(date)}. The document is still to come.`,
    },
  },
  talk,
  labels: {
    item: "Open the item",
    document: "Open the document",
    page: "Open the page",
    evidence: "See the evidence",
    copy: "Copy at the Wayback Machine",
    outside: (host) => says`Open ${host}`,
  },
};
