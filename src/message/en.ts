/** English. */
import { languageName } from "../language/tongue.ts";
import { type CivilDate, civilDateAt, stretchOf } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";
import { dateWords } from "./date-words.ts";
import { counted as count, times } from "./figures.ts";
import { unreachableIn } from "./unreachable.ts";

/** Never rounded up to "100%" while something is missing. */
const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toLocaleString("en")}%`;
const dated = (date?: CivilDate) => (date ? `, dated ${en.day(date)}` : "");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const why = (reason?: string) => (reason ? ` Reason given: ${reason.replace(/[.\s]+$/, "")}.` : "");

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
  day: (date) => dateWords("en-GB", "long", date),
  dayBeside: (date, other) =>
    date.slice(0, 4) === other.slice(0, 4) ? dateWords("en-GB", "withoutYear", date) : en.day(date),
  moment: (instant) => `${en.day(civilDateAt(instant, "UTC"))}, ${instant.slice(11, 16)} UTC`,
  span: (milliseconds) => {
    const minutes = Math.round(Math.abs(milliseconds) / 60_000);
    if (minutes === 0) return "less than a minute";
    if (minutes < 120) return count(minutes, "minute");
    const hours = Math.round(minutes / 60);
    return hours < 72 ? count(hours, "hour") : count(Math.round(hours / 24), "day");
  },
  days: (number) => count(number, "day"),
  number: (number) => number.toLocaleString("en"),
  list: (names) => names.join(", "),
  stretch: (from, to) => {
    const { years, months, days } = stretchOf(from, to);
    if (days !== undefined) return count(days, "day");
    return months === 0 ? count(years, "year") : `${count(years, "year")} and ${count(months, "month")}`;
  },
  hour: (instant) => `${instant.slice(11, 16)} UTC`,
  andMore: (names, more) => [...names, ...(more > 0 ? [`${en.number(more)} more`] : [])].join(", "),
  typeset: (text) => text,
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
    started: (name) => `Now watching: ${name}`,
    moved: (source) => `A new address: ${source}`,
    appeared: (item) => `New: “${item}”`,
    edited: (item) => `Edited: “${item}”`,
    disappeared: (item) => `No longer listed: “${item}”`,
    file: {
      offered: (document) => `Another file: “${document}”`,
      annex: (document) => `A new annex: “${document}”`,
      withdrawn: (document) => `A file is gone: “${document}”`,
      replaced: (document) => `A file was replaced: “${document}”`,
    },
    signalled: {
      strong: (name) => `Very likely published: ${name}`,
      hint: (name) => `Possibly published: ${name}`,
    },
    published: (name) => `Published: ${name}`,
    withdrawn: (name) => `No longer there: ${name}`,
    edition: {
      translation: (name) => `In another language: ${name}`,
      annex: (name) => `An annex: ${name}`,
      advance: (name) => `An advance version: ${name}`,
      final: (name) => `New edition: ${name}`,
      replaced: (name) => `A file was replaced: ${name}`,
      other: (name) => `Another edition: ${name}`,
      document: (name) => `Another document on the subject: ${name}`,
    },
    proposed: (name) => `New word on timing: ${name}`,
    stated: {
      promise: (name) => `New promise: ${name}`,
      floor: (name) => `Not before a date: ${name}`,
      "no-date": (name) => `No date given: ${name}`,
      withdrawal: (name) => `Said not to come: ${name}`,
    },
    revised: {
      archived: (name) => `No longer watched: ${name}`,
      returned: (name) => `Watched again: ${name}`,
      paused: (name) => `Paused: ${name}`,
      resumed: (name) => `No longer paused: ${name}`,
      muted: (name) => `Muted: ${name}`,
      unmuted: (name) => `No longer muted: ${name}`,
      "source-added": (name) => `Source added: ${name}`,
      "source-removed": (name) => `Source removed: ${name}`,
      "source-paused": (name) => `Source paused: ${name}`,
      "source-resumed": (name) => `Source no longer paused: ${name}`,
      "source-changed": (name) => `Source changed: ${name}`,
      title: (name) => `Title changed: ${name}`,
      hosts: (name) => `Publisher’s hosts changed: ${name}`,
      words: (name) => `What counts has changed: ${name}`,
    },
    overdue: (name) => `Overdue: ${name}`,
    stillNotConfirmed: (name) => `Still not confirmed: ${name}`,
    notPublishedYet: (name) => `Not published yet: ${name}`,
    blind: (sources) => `Cannot look: ${count(sources, "source")} unread`,
    recovered: (sources) => `Looking again: ${count(sources, "source")} back`,
    corrected: (name) => `Correction: ${name}`,
    confirmed: (name) => `Confirmed: ${name}`,
    added: (name) => `Added to what was said: ${name}`,
    dismissed: (name) => `Dismissed: ${name}`,
    takenBack: (title) => `Taken back: “${title}”`,
  },
  rulings: {
    confirm: (at, reason) => `Confirmed by a reviewer, ${en.moment(at)}: this is the report.${why(reason)}`,
    dismiss: (at, reason) => `Dismissed by a reviewer, ${en.moment(at)}: this is not the report.${why(reason)}`,
    add: (at) => `Added by a reviewer, ${en.moment(at)}.`,
    none: (at) => `Dismissed by a reviewer, ${en.moment(at)}: this is no word on timing.`,
  },
  looking: (until) => `A reviewer is looking at this, until ${en.moment(until)}.`,

  clock: {
    toCome: (on) => `The promise is of ${en.day(on)}`,
    since: (phrase, stretch) => (stretch ? `${stretch} since “${phrase}”` : `Said today: “${phrase}”`),
    after: (phrase, stretch) => (stretch ? `${stretch} after “${phrase}”` : `On the day of “${phrase}”`),
    expected: (earliest, latest) =>
      earliest === latest
        ? `expected on ${en.day(latest)}`
        : `expected from ${en.dayBeside(earliest, latest)} to ${en.day(latest)}`,
    ends: (latest, isToday) => `at its longest until ${isToday ? "today" : en.day(latest)}`,
    past: (past) => `${past} past its longest reading`,
    within: "within its longest reading",
    newer: {
      open: (latest) => `a later promise: by ${latest}`,
      over: (latest) => `a later promise ran out on ${latest}`,
      kept: (latest) => `the later promise (${latest}) was kept`,
      late: (latest) => `the later promise (${latest}) was not kept`,
    },
  },

  started: {
    read: (names) => `Read: ${names}.`,
    nothingRead: "No source could be read yet.",
    notThere: (names) => `Guessed, and not there: ${names}`,
  },
  rehearsal: "-# A replay of what happened then. It is not news.",
  aloneShowsNothing: "By itself this shows no publication.",
  changes: {
    listed: (source, date) => `${sentence(source)}${date ? `, ${en.day(date)}` : ""}`,
    goneFrom: (source) => `Gone from ${source} at several looks in a row.`,
    before: (title) => `Before: “${title}”.`,
    moved: "It goes on being read there.",
    movedFrom: (address) => `Before: ${address}`,
    moreLines: (number) => count(number, "more line"),
    moreChanges: (number) => count(number, "more change"),
    file: (now, before) => (before ? `${now}; before: ${before}` : now),
    asBefore: (now) => `${now}, as before`,
    notRead: "not read yet",
    otherAddress: "at another address",
    textIsSame: "Its text, as far as it was read, says the same.",
  },
  file: {
    kind: (ending) => ending ?? "File",
    language: (code) => languageName(code),
    size: (pages, bytes) => {
      if (pages) return count(pages, "page");
      return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    },
    scan: "a scan",
    advance: "advance version",
  },
  answer: {
    confirm: (id) => `Please look; then confirm or dismiss ${id}`,
    add: (id) => `Does it count? statement add or statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => `“${title}”${dated(date)}.`,
    textIsSame: "As far as both were read, it says what the file before says.",
  },
  proposal: {
    quoted: (sentence) => `“${sentence}”`,
    promise: (earliest, latest) =>
      earliest === latest ? `As a promise: on ${en.day(latest)}.` : `As a promise: by ${en.day(latest)}.`,
    floor: (notBefore) => `Meaning: not ${notBefore ? `before ${en.day(notBefore)}` : "yet"}.`,
    noDate: "No date: the clock would stay as it is.",
    saidBy: (by, on) => `${by}, ${en.day(on)}`,
    more: (number) => `${en.number(number)} more in the same look`,
  },
  stated: {
    promise: (phrase, latest) => `“${phrase}”: by ${en.day(latest)} at the latest.`,
    floor: (phrase, notBefore) => `“${phrase}”${notBefore ? `: not before ${en.day(notBefore)}` : ""}.`,
    noDate: (phrase) => `“${phrase}”.`,
    firstStays: "The first promise still counts.",
    added: (said, isPersons) => `${said}; added ${isPersons ? "by a reviewer" : "to its file"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? `A reviewer took back “${phrase}”: it no longer counts.`
        : `“${phrase}” was taken out of its file: it no longer counts.`,
  },
  revised: {
    says: {
      archived: () => "It is not looked at any more. What was found stays, and can be read.",
      returned: () => "It is looked at again, and what was known of it still is.",
      paused: () => "Nothing of it is looked at or told until it goes on.",
      resumed: () => "It is looked at again from now on.",
      muted: (_, until) =>
        `Until ${until ? en.day(until) : "then"} only the publication, and what may be it, is told; the rest waits.`,
      unmuted: () => "Everything is told again, also what waited.",
      "source-added": (names) => `Looked at from now on: ${names}.`,
      "source-removed": (names) => `Not looked at any more: ${names}.`,
      "source-paused": (names) => `Not looked at for now: ${names}.`,
      "source-resumed": (names) => `Looked at again: ${names}.`,
      "source-changed": (names) => `Read in another way from now on: ${names}.`,
      title: () => "The document is known by another title from now on.",
      hosts: () => "Other hosts can prove the publication from now on.",
      words: () => "What is on the subject is told by other rules from now on.",
    },
    changed: (isPersons) => (isPersons ? "changed by a reviewer" : "changed in its file"),
  },
  otherSignals: (number) => count(number, "other"),
  published: {
    dated: (date, seen) => `Dated ${en.day(date)}, first seen ${seen}.`,
    firstSeen: (seen) => `First seen ${seen}.`,
    more: (documents) => `${count(documents, "document")} more`,
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "Where the promise stands" : `Where ${en.number(watches)} promises stand`),
    title: (messages) => `Meanwhile: ${count(messages, "message")} that waited`,
    earlier: (more) => `${count(more, "earlier one")} besides these.`,
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
    since: (why, since) => `Since ${since}: ${why}. Whoever keeps me should look at my machine; its log says more.`,
    meanwhile:
      "I go on looking as far as I can. What I see meanwhile is told here at once, as not yet on record; it is judged anew, recorded and told as usual when I can write again.",
    seen: (name) => `Seen, not yet on record: ${name}`,
    of: {
      publication: "Something that may be the publication was seen. Nothing is confirmed.",
      withdrawal: "Something that may take back what was told before was seen. Nothing is confirmed.",
      other: "Something that mentions the subject was seen. By itself it shows no publication.",
    },
    later: (why) =>
      `I cannot write it down (${why}). It is looked at and judged anew when I can; only then do I say what it is.`,
    ended: "I can write things down again",
    over: (since, at) =>
      `From ${since} to ${at} nothing could be recorded. What was seen in that time is looked at and judged anew, and told as usual.`,
    test: "A test message",
    tested: (at) =>
      `Sent on ${at} to try out whether messages arrive here. Nothing was published, and nothing changed.`,
    stands: (why, since) => `Nothing can be written down since ${since}: ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => `Promised: ${name}`,
      floor: (name) => `Said when it will not be out yet: ${name}`,
      "no-date": (name) => `Spoken of, without a date: ${name}`,
      withdrawal: (name) => `Said that it will not be published: ${name}`,
    },
    earliest: (name) => `Expected from today on: ${name}`,
    likely: (name) => `Likeliest day, by the wording: ${name}`,
    latest: (name) => `Last day of the promise: ${name}`,
    floor: (name) => `Not before today: ${name}`,
    published: (name) => `Published: ${name}`,
    said: (phrase, by, on) => `“${phrase}”, ${by}, ${on}`,
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
  note: sentence,
  withdrawn: (documents) =>
    `${documents === 1 ? "The document" : `All ${documents} documents`} cannot be read any more, at several looks in a row. The site itself answers.`,
  overdue: (on, latest) => `Said on ${en.day(on)}; its longest reading ended on ${en.day(latest)}.`,
  nothingFound: "No publication has been found.",
  looks: {
    looked: (looks, over, failed, covered) =>
      `${looks === 0 ? "No look" : count(looks, "look")}${over ? ` in ${over}` : ""}${failed > 0 ? `, ${en.number(failed)} failed` : ""}${covered === undefined ? "" : ` · ${percent(covered)} of the time covered`}`,
    longestGap: (milliseconds) => `longest gap ${en.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => `Unread for ${en.span(milliseconds)}: ${names}.`,
    because: ({ detail }) => `Each time, the site ${en.recorded(detail)}.`,
    beside: (names) => `Unread: ${names}.`,
    untilOver: "Until they are back, silence about them means nothing.",
  },
  recovered: {
    again: (milliseconds, names) => `Back after ${en.span(milliseconds)}: ${names}.`,
    nothingChanged: "Nothing had changed meanwhile.",
    changed: (names) => `Changed meanwhile: ${names}. What bears on it is told separately.`,
  },
  corrected: {
    returned: "The document can be read again; it is no longer missing.",
    reinstated: "A reviewer confirmed it after all: “published” stands again.",
    dismissed: (reason) => `“Published” was taken back by a reviewer.${why(reason)}`,
    signalDismissed: (title, reason) => `“${title}” was dismissed by a reviewer: it is not the report.${why(reason)}`,
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
        strong: (title) => `Very likely published${title ? `: “${title}”` : ""}`,
        hint: (title) => `Possibly published${title ? `: “${title}”` : ""}`,
      },
      published: (on) => `Published${on ? ` on ${en.day(on)}` : ""}`,
      withdrawn: "Published, and no longer there",
    },
    nothingFound: "Nothing on the watched pages shows a publication.",
    unconfirmed: "Nobody has confirmed it yet.",
    promise: (phrase, on, by) => `“${phrase}” was said on ${en.day(on)} by ${by}.`,
    reading: (latest, basis) => `At its longest, until ${en.day(latest)}: ${basis}.`,
    newer: (on, phrase, isAdded) =>
      `“${phrase}” was said on ${en.day(on)}${isAdded ? ", and added by a reviewer" : ""}.`,
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
      `${typeof chance === "number" ? `about ${chance}` : chance} in 100 (${low === high ? "its whole range" : `${low} to ${high}`})`,
    kept: (promises, kind, documents, kept) =>
      `Of ${count(promises, "promise")} ${kind} (${count(documents, "document")}), ${kept === 0 ? "none was" : kept === 1 ? "1 was" : `${kept} were`} kept by the end of the longest reading.`,
    none: (kind, all) => `The record has no promises ${kind}; the figure leans on all ${all.toLocaleString("en")}.`,
    leansOnAll: (promises, all) =>
      `Only ${count(promises, "promise")} worded like this; the figure leans on all ${all.toLocaleString("en")}.`,
    notOut: (day, phrase) => `Not out by day ${day.toLocaleString("en")}${phrase ? ` since “${phrase}”` : ""}.`,
    notConfirmed: (day, phrase) =>
      `No publication is confirmed by day ${day.toLocaleString("en")}${phrase ? ` since “${phrase}”` : ""}.`,
    nextDays: (days, share) => `In the next ${days} days: ${share}.`,
    byLatest: (latest, share) => `By ${latest}, the last day of its longest reading: ${share}.`,
    by: (day, share) => `By ${day}: ${share}.`,
    middle: (day) => `As many come before ${day} as after.`,
    span: (from, to) => `Eight in ten come from ${from} to ${to}.`,
    tooFew: {
      late: "Too few promises were ever this late to give a chance.",
      far: "Too few promises were made for so far ahead to give a chance.",
    },
    beforehand: (promises, kind, day, share) =>
      `The record gave ${share} by day ${day.toLocaleString("en")}, from ${count(promises, "promise")} ${kind}.`,
    basis: (all, asOf) =>
      `By a record of ${count(all, "promise")}, as of ${en.day(asOf)}; every chance means: unless it is dropped`,
    bias: (neutral, others) =>
      `Promises that made news are over-represented: ${neutral.kept} of ${neutral.rows} found by a neutral search were kept, ${others.kept} of ${others.rows} of the others.`,
    unlessDropped: "Every chance means: unless the promise is dropped. Rows that were withdrawn count as unfinished.",
    weakSpots:
      "The last days before a deadline are underrated: of 65 kept deadlines at least 21 days ahead, 10 came on the very last day. Just after a window of 29 to 59 days the record says 44 in 100 within 30 days, and 33 in 100 of 33 came.",
    sample:
      "The sample is neither random nor complete nor of the world: most of it is British and American, and in English. It is a record of wordings, and judges no office and no person.",
    heading: "How such promises went before",
    curveTitle: "Still unpublished, in 100, by the record",
    curveKey: "Grey: its longest reading. Band: the range.",
    curve: (latest) =>
      `The chance that it is still unpublished, by the record, as a curve with its range, and its longest reading, to ${en.day(latest)}`,
    row: (phrase, document, said) => `“${phrase}”, ${document}, ${en.day(said)}`,
    ended: {
      kept: (on) => `kept: out on ${en.day(on)}`,
      late: (on) => `late: out on ${en.day(on)}`,
      open: (on) => `not out by ${en.day(on)}`,
      withdrawn: (on) => `withdrawn, not out by ${en.day(on)}`,
    },
    more: (rows) => `and ${rows.toLocaleString("en")} more rows: on the page, and by \`coming-weeks record\``,
    nothing: {
      out: "It is out: no chance is given any more.",
      none: "Nothing that is dated stands promised, so that the record says nothing of it.",
      off: "This watch has the record switched off.",
    },
    floor: (day) => `It was said not to come before ${en.day(day)}: before that day no chance is given.`,
  },
  chart: {
    alt: "A time line of what was said, what it may have meant, and how often the bot looked",
    said: (on, phrase, latest) =>
      `${en.day(on)}: “${phrase}”${latest ? `, whose longest reading ends on ${en.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => `“${phrase}”${isAdded ? " (added)" : ""}`,
    shortDay: (date) => dateWords("en-GB", "short", date),
    month: (date) => dateWords("en-GB", "month", date),
    today: (date) => `Today, ${en.day(date)}`,
    published: (date) => `Published, ${en.day(date)}`,
    looks: "How well the bot looked",
    looked: (looks, blind) =>
      looks === 0
        ? "The bot has not looked yet"
        : `The bot looked ${times(looks)}; ${blind === 0 ? "no stretch" : count(blind, "stretch", "stretches")} without a good reading`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? `Published after ${en.stretch(promisedOn, publishedOn)}`
          : "Published on the day of the promise";
      const time = day > 365 ? en.stretch(promisedOn, today) : day < 0 ? "before the promise" : `day ${day}`;
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
    promised: (date, by) => `Promised on ${date} by ${by}`,
    said: (date, by, phrase) => `${date}${by ? `, ${by}` : ""}: “${phrase}”`,
    range: (earliest, likely, latest) => `${earliest} to ${latest}, most likely ${likely}`,
    added: "added by a reviewer",
    looked: (at, read, of) =>
      `${at ? `Last looked ${at}` : "Not looked yet"}${of > 0 ? `; ${en.number(read)} of ${count(of, "source")} read` : ""}`,
    unread: (names) => `Unread: ${names.join(", ")}`,
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
      says: ({ title, date }) => `“${title}”${dated(date)}, at the address that was watched.`,
    },
    "document-reached-from-entry": {
      name: "the document, reached from a listed item",
      says: ({ title, date }) => `“${title}”${dated(date)}; an item that is listed leads to it.`,
    },
    "two-official-sources-say-issued": {
      name: "two of the publisher’s own sites say that it is issued",
      says: ({ title }) => `Two of the publisher’s own sites say that it is issued; “${title}” is one.`,
    },
    "confirmed-by-a-person": {
      name: "confirmed by a person",
      says: ({ title }) => `A person looked at “${title}”: this is it.`,
    },
    "copy-of-the-document": {
      name: "a web archive’s copy of the document",
      says: ({ title, date }) =>
        `A web archive has a copy of “${title}”${dated(date)}; the publisher’s own site could not be read.`,
    },
    "document-on-the-subject": {
      name: "a document on the subject, its title not the one known",
      says: ({ title, date }) => `“${title}”${dated(date)}.`,
    },
    "title-without-document": {
      name: "named as the thing itself, without the document",
      says: ({ title, date }) => `The publisher lists “${title}”${dated(date)}. No document was found.`,
    },
    "headline-says-issued": {
      name: "a headline says that it is issued",
      says: ({ title, date }) => `A headline says so: “${title}”${dated(date)}. No document was found.`,
    },
    "said-in-signed-mail": {
      name: "said in a signed mail of the publisher’s",
      says: ({ title, date }) =>
        `In a signed mail of the publisher’s: “${title}”${dated(date)}. No document was found.`,
    },
    "said-on-own-account": {
      name: "said on an account of the publisher’s",
      says: ({ title, date }) => `On an account of the publisher’s: “${title}”${dated(date)}. No document was found.`,
    },
    "said-by-others": {
      name: "said by somebody who is not the publisher",
      says: ({ title, date }) => `Others say so, not the publisher: “${title}”${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "the title, on a host that is not the publisher’s",
      says: ({ title, date }) => `At an address that is not the publisher’s: “${title}”${dated(date)}.`,
    },
    "document-without-proof": {
      name: "a document that does not show what proof needs",
      says: ({ title, date }) => `Where the document was expected: “${title}”${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "a document that says it is still to come",
      says: ({ title, date }) => `A page for it: “${title}”${dated(date)}. The document is still to come.`,
    },
  },
  talk: {
    commands: {
      status: "Where things stand",
      why: "What the last verdict rests on, and what would change it",
      history: "Everything that was told, the newest first",
      timeline: "What was said, and the clock as a picture",
      odds: "How such promises went before, and what that says of this one",
      evidence: "What was found that bears on the publication",
      sources: "The pages that are watched, and how each is doing",
      check: "Look at every page of a watch now",
      watches: "Everything that is watched",
      mute: "No weekly reminders in this channel",
      unmute: "Weekly reminders in this channel again",
      watch: "Add or remove a watch; hear less of one in this channel, or all of it again",
      subscribe: "Be told when it is published, by a role or a direct message, or no longer",
      help: "What this bot does, and what it can be asked",
      channel: "Have messages posted in this channel, or no longer",
      confirm: "Confirm a signal: this is the report",
      dismiss: "Dismiss a signal or evidence: this is not the report",
    },
    options: {
      watch: "Which watch; all of them when left out",
      evidence: "Which piece of evidence",
      reason: "Why; it is told with the correction",
      here: "Post messages in this channel",
      off: "Post no more messages in this channel",
      role: "The one role to mention when it is published",
      language: "The language of the messages",
      card: "The message that always says where things stand",
      record: "How such promises went before, with the weekly reminder",
      kinds: "What is told here",
      how: "By the role that is mentioned, or by a direct message",
      mute: "No weekly reminders of a watch in this channel",
      pause: "Nothing of a watch here, but that it is published or taken back",
      resume: "Everything of a watch in this channel again",
      add: "Watch another promise: a form, then all that I propose, before anything is written",
      remove: "Watch a promise no more, for everybody; what was found of it stays",
    },
    choices: {
      language: { en: "English", fr: "French" },
      card: { pinned: "shown and pinned", shown: "shown", off: "none" },
      record: { on: "said", off: "not said" },
      kinds: {
        all: "everything",
        signals: "signals, new word on timing, and that it is published",
        publication: "only that it is published, or taken back",
      },
      how: { role: "the role", message: "a direct message" },
    },
    watch: {
      mute: (title) => `No weekly reminders of ${title} are posted in this channel from now on. Everything else is.`,
      pause: (title) =>
        `Of ${title}, this channel is told only that it is published, or that this is taken back. The looks go on; to stop them for everybody, pause the watch on the page, or with \`watch pause\` at the command line.`,
      resume: (title) => `Everything about ${title} is told in this channel again.`,
    },
    upkeep: {
      cannot: "The watches cannot be changed from Discord here.",
      forms: {
        said: "Watch another promise",
        proposed: "Change what is proposed",
        remove: "Watch it no more?",
      },
      said: {
        title: {
          asks: "What was promised?",
          hint: "Its title, as far as it is known: Report on the Marlow Harbour fire",
        },
        who: { asks: "Who said so, and on which day?", hint: "Jane Doe, spokesperson, 10 December 2021" },
        words: {
          asks: "In which words on timing?",
          hint: "The sentence, or the few words that speak of time: in the coming weeks",
        },
        link: { asks: "Where is that reported?", hint: "The address; may be left empty" },
        site: {
          asks: "On which page would it appear?",
          hint: "The publisher’s news, press releases or publications, or its front page",
        },
      },
      proposed: {
        publisher: { asks: "What is the publisher called?", hint: "As messages should name it" },
        hosts: { asks: "The publisher’s hosts", hint: "Only these can prove publication; with spaces between" },
        sources: {
          asks: "The addresses to look at",
          hint: "One a line; take out what is not wanted, add what is missing",
        },
        subject: {
          asks: "What it is about, and what kind of thing",
          hint: "Words that stand for one another with commas, groups with semicolons",
        },
        days: {
          asks: "First, likeliest and last day",
          hint: "2022-01-03, 2022-01-17, 2022-02-04; or the last alone; or a reading’s number",
        },
      },
      remove: {
        says: (title) =>
          `**${title}** is looked at no more, for everybody. Nothing that was found is lost: messages, evidence and archive stay, and so does what its file says.`,
        name: "Its name, to be sure",
        otherName: "That is not its name; nothing was removed.",
        removed: (title) => `${title} is not watched any more. What was found of it stays.`,
      },
      buttons: {
        write: "Write it",
        said: "What was said…",
        proposed: "Change…",
        leave: "Leave it",
      },
      faults: {
        empty: (asked) => `“${asked}” wants an answer.`,
        noDay: "The day on which it was said is missing: write it behind the name, such as 10 December 2021.",
        openDay: "A day such as 3/4/2022 can be read in two ways: write 2022-04-03, or 3 April 2022.",
        noName: "Who said so is missing: write a name before the day.",
        noWords: "The subject wants words, such as: Xinjiang, XUAR; report, assessment",
        noDays:
          "The days were not understood: write the last day alone, or the first, the likeliest and the last, such as 2022-02-04; or the number of a reading.",
        manyAddresses: "Twenty addresses are the most.",
        address: (text) => `“${text}” is not an address; write one such as https://www.example.org/news`,
      },
      waiting: "I am looking at two other sites first; yours is next.",
      looking: "I am looking at the site, as slowly as is polite: up to a minute.",
      read: (kind, items) => `${kind}${items === undefined ? "" : `, ${count(items, "item")}`}`,
      notRead: (problem) => `not read: it ${problem}`,
      refusedSteps: {
        looking: "I am still looking at the site of your last one; what I propose comes in a moment.",
        writing: "It is being written already.",
        gone: "That proposal is gone: it was written or left, is older than half an hour, or I was started again. `/watch add` begins anew.",
        anothers: "That is somebody else’s proposal.",
      },
      left: "Left. Nothing was written.",
      proposal: {
        heading: "This is what would be watched. Nothing is written yet.",
        refused: "It cannot be written yet:",
        cutShort: "I stopped looking after a minute; “Change…” goes on with the rest.",
        horizon: (earliest, likely, latest) => `from ${earliest}, most likely ${likely}, ${latest} at the latest`,
        onOneDay: (day) => `on ${day}`,
        readings: "Of these words, only a part is understood as a time. Which is meant?",
        fields: {
          publisher: "Publisher",
          hosts: "Hosts that can prove publication",
          sources: "Sources, with their first reading",
          leftOut: "Left out",
          subject: "Subject",
          counts: "What counts as the document",
          name: "Its name",
        },
        zone: (zone) => `days are counted in ${zone}`,
        zones: {
          said: "as you said",
          institution: "where that institution is",
          country: "its host’s country",
          language: "where its language is spoken",
          unknown: "nothing tells where it is; that can be changed later",
        },
        hosts: {
          site: "the page’s own",
          twin: "the same, with or without www",
          files: "its items have their files there",
          said: "as you said",
        },
        found: {
          given: "the page you named",
          feed: "its feed",
          robots: "its robots.txt names it",
          link: "its link says so",
          "front-page": "the site’s front page",
        },
        leftOut: {
          problem: "cannot be read",
          "no-list": "lists nothing",
          "is-document": "is a document by itself, and nothing new will appear in it",
          "another-host": "is on another host",
          "no-https": "is not on https",
          "many-parts": "is in many parts, each a request of every look",
          "same-items": "shows the same items as another",
          enough: "is not needed beside the others",
        },
        noDate: "no date",
        more: (more) => `and ${more} more`,
        followed: "An item with a word of each group is followed.",
        counts: (countsPages, words) =>
          `${countsPages ? "A long page under its own heading, or a file" : "A file"}, of at least ${count(words, "word")}.`,
        seen: (title, is, words) =>
          `“${title}” there is ${{ file: "a file", page: "a page", "page-with-files": "a page with files" }[is]}, of ${count(words, "word")}.`,
        notSeen: "None of its items could be looked behind.",
      },
      refusals: {
        "no-source":
          "Nothing can be read there for news: name another page of the publisher’s, such as its news, its press releases or its publications (“What was said…”).",
        "sent-elsewhere": (from, to) =>
          `${from} sends on to ${to}: if that is the publisher’s, name the page there (“What was said…”).`,
        "http-only": (host) =>
          `${host} answers only over plain http, which anybody on the way could have written: nothing from there can prove. Name a page of the publisher’s on https (“What was said…”).`,
        "host-without-source": (host) =>
          `${host}: nothing is read on this host, and no file was seen on it; leave it out, or add a page there (“Change…”).`,
        "source-elsewhere": (host) =>
          `${host}: a source is there, and it is not one of the publisher’s hosts; if it is the publisher’s own site, add it to the hosts (“Change…”), which alone can prove; never another’s, nor where it has an account.`,
        "promise-to-come": (on) =>
          `${en.day(on)} has not come yet: write the day on which it was promised (“What was said…”).`,
        "no-days": "Nobody can say by when it was promised: write the days (“Change…”), or other words.",
        "days-out-of-order": "The first day, the likeliest and the last are out of order (“Change…”).",
        "no-subject":
          "The title says only what kind of thing it is, so that everything of that kind would be taken for it; say what it is about, too (“What was said…”, or its subject: “Change…”).",
        "title-off-subject": (lacks) =>
          `The title itself would not be recognised by its subject: it has no word of ${lacks.join("; nor of ") || "the groups"} (“Change…”).`,
        "pages-only": (url) => `The office publishes pages (${url} offers no file), and no page is to count.`,
        "too-many-words": (least, most) =>
          `None of its documents that were looked at has ${en.number(least)} words, but ${en.number(most)} at the most.`,
        "id-taken": (id) => `There is a watch of the name ${id} already; “Change…” finds another name.`,
        "no-watch": (faults) => faults,
      },
      written: (id) => `Written: \`${id}\`. The first look at it is taken now; what it finds is told in the channels.`,
      notTaken:
        "It is kept, but not in force yet: something else about the config is wrong, and I go on with the last good one. The page and the log say what.",
      changedMeanwhile: "It was changed by somebody else meanwhile: nothing was written. Please look at it again.",
      cannotWrite: (file) =>
        `I may not write there, so nothing was changed. This is the file: whoever runs me can put it into the folder of the watches, as \`${file}\`, and I see it within seconds.`,
      cannotPutAside: (file) =>
        `I may not write there, so nothing was changed. Whoever runs me can put \`${file}\` aside by hand, and I see it within seconds.`,
      onlyWatch: "It is the only watch, and I need one: add another first.",
      refused: (faults) => `That cannot be taken: ${faults}`,
    },
    personal: {
      begun: (watches) =>
        `From now on I tell you here when ${watches ? watches.join(", ") : "anything that is watched"} is published, or when that is taken back. Nothing else. To end it, give /subscribe once more on the server.`,
      done: "I have written to you; from now on I tell you there when it is published.",
      ended: "I tell you no more in direct messages.",
      closed: "Discord does not let me write to you: allow direct messages from members of this server, and try again.",
    },
    failed: "That went wrong, and is noted in the log. Please try again.",
    notKnown:
      "I do not know what to do with that. It may be from an earlier version of me; /help says what I can be asked.",
    linkCommand: "What is known of this link?",
    links: {
      title: "What is known",
      none: "There is no link in that message.",
      nothing: "Nothing: it is none of the pages that are watched, and nothing was found there.",
      watched: (watch, source, lastRead) =>
        `One of the watched pages: ${source}, for ${watch}${lastRead ? `; last read ${lastRead}` : "; not read yet"}.`,
      evidence: (watch, rule, foundAt) => `Evidence for ${watch}, found ${foundAt}: ${rule}`,
      publishers: (names) => `On a site of the publisher’s (${names}).`,
      nobodys: "Not on a site of any publisher that is watched.",
    },
    pages: { back: "Back", next: "Next", place: (page, of) => `-# Page ${page} of ${of}` },
    history: "What was told",
    nothingTold: "Nothing has been told yet.",
    why: {
      restsOn: "What it rests on",
      looked: (read, of) =>
        of === 0 ? "No source is known to be there." : `${en.number(read)} of ${count(of, "source")} can be read now.`,
      wouldChange: "What would change it",
      changes: {
        unknown: (hosts) =>
          `A source that is read again: only then does it mean anything that nothing was found. “Published” is said of a document under the title on ${hosts.join(", ")}, dated on or after the promise.`,
        unpublished: (hosts) =>
          `A document under the title on ${hosts.join(", ")}, dated on or after the promise: then “published” is said. Anything less that is found is a signal, and a person is asked.`,
        signalled: (hosts) =>
          `A person who confirms it, or dismisses it; or the document itself on ${hosts.join(", ")}, dated on or after the promise.`,
        published: () =>
          "A person who dismisses the evidence: then it is taken back. If the document cannot be read at several looks in a row while the site answers, that is said.",
        withdrawn: () =>
          "The document, read again where it stood: then that is said. A person who dismisses the evidence takes “published” back.",
      },
    },
    looking: {
      you: (until) => `Thank you: everybody sees that you are looking, until ${until}.`,
      another: (until) => `A reviewer is looking at this already, until ${until}.`,
    },
    really: (title) => `Really? This tells everybody that it is published: “${title}”.`,
    reallyButton: "Yes, it is published",
    nothingWatched: "Nothing is watched.",
    noSuchWatch: (name) => `There is no watch “${name}”.`,
    statements: "What was said",
    noEvidence: "Nothing has been found that bears on the publication.",
    evidence: (title) => `Evidence: ${title}`,
    dismissed: "dismissed",
    gone: "no longer there",
    sources: (title) => `Sources: ${title}`,
    states: {
      read: "read",
      unread: "unread",
      "not there": "not there (a guess)",
      paused: "paused",
      "not looked at yet": "not looked at yet",
    },
    lastRead: (at) => `last read ${at}`,
    waitToCheck: (until) => `It was looked at a moment ago. The next look on request is possible ${until}.`,
    checked: (title) => `Looked: ${title}`,
    outcomes: { baseline: "first reading", unchanged: "unchanged", changed: "changed", problem: "could not be read" },
    toldSeparately: (notices) => `${count(notices, "message")} told in the channels.`,
    watches: "Watched",
    muted: "No weekly reminders are posted in this channel from now on. Everything else is.",
    unmuted: "Weekly reminders are posted in this channel again.",
    notAPlace:
      "No messages are posted in this channel. Somebody who manages the server can change that with /channel here.",
    noRole: "No role is mentioned when it is published, so there is nothing to subscribe to.",
    subscribed: (role) => `You now have ${role}, which is mentioned when it is published.`,
    unsubscribed: (role) => `You no longer have ${role}.`,
    roleRefused: "Discord does not let me give that role: I need Manage Roles, and my own role must stand above it.",
    roleHasPowers: "I give only a role that carries no permissions of its own.",
    help: "I watch the publisher’s own pages for a promised publication, keep the clock against what was promised, and tell this server what I can show. “Nothing yet” means that I looked and it was not there.",
    helpOn: [
      "**Read:** `/status` `/why` `/history` `/timeline` `/odds` `/evidence` `/sources` `/watches`",
      "**Ask for a look:** `/check`; of a link: a message’s menu, Apps",
      "**Be told:** `/subscribe`",
      "**This channel:** `/channel` `/watch` `/mute` `/unmute`",
      "**What is watched:** `/watch add`, `/watch remove`",
      "**Decide:** the buttons of a signal, `/confirm` `/dismiss`",
    ],
    channelSet: (channel, watches) =>
      `Messages about ${watches ? watches.join(", ") : "everything that is watched"} are posted in ${channel} from now on.`,
    channelMissing: (permissions) => `I cannot post there yet: I lack ${permissions.join(", ")} in the channel.`,
    channelOff: "No more messages are posted in this channel.",
    channelFixed: "This channel is set up in the bot’s settings; it can only be changed there.",
    channelUnknown: "No messages are posted in this channel.",
    onlyOnServer: "That is possible only on a server that I am a member of.",
    mayNot: {
      decide: "Only people who manage the server, or have a role named for it, may decide this.",
      setUp: "Only people who manage the server, or have a role named for it, may set this up.",
      quieten: "Only people who manage messages here, or have a role named for it, may have less told.",
    },
    notThisServer: "That can only be decided on the server of whoever runs this bot.",
    noSuchEvidence: (id) => `There is no evidence “${id}”.`,
    decidedBefore: (decision, isOwn, at) =>
      `Already ${{ confirm: "confirmed", dismiss: "dismissed", add: "added", none: "dismissed" }[decision]}, by ${isOwn ? "you" : "a reviewer"}, on ${at}.`,
    decidedOtherwise:
      "A reviewer decided the contrary at this very moment: look at the message, and decide again if you hold otherwise.",
    decided: {
      confirm: (title) => `Confirmed: “${title}” is the report. The message is brought up to date.`,
      dismiss: (title) => `Dismissed: “${title}” is not the report. The message is brought up to date.`,
      add: (what) => `Added: “${what}”. The message is brought up to date.`,
      none: (what) => `Dismissed: “${what}” is no word on timing. The message is brought up to date.`,
    },
    dismissTitle: "Dismiss this signal",
    dismissWhy: "Why is it not the report?",
  },
  labels: {
    item: "Open the item",
    document: "Open the document",
    page: "Open the page",
    evidence: "See the evidence",
    copy: "Copy at the Wayback Machine",
    outside: (host) => `Open ${host}`,
  },
};
