/** English. */
import { languageName } from "../language/tongue.ts";
import { type CivilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
/** Never rounded up to "100%" while something is missing. */
const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toLocaleString("en")}%`;
const dated = (date?: CivilDate) => (date ? `, dated ${en.day(date)}` : "");
const inBrackets = (date?: CivilDate) => (date ? ` (dated ${en.day(date)})` : "");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const who = (by?: string, reason?: string) => ({
  by: by ? ` by ${by}` : "",
  why: reason ? ` Reason given: ${reason}.` : "",
});

const STANDINGS = {
  awaited: "not due yet",
  due: "due",
  overdue: "overdue",
  kept: "kept",
  "kept-late": "kept late",
  withdrawn: "withdrawn",
};

export const en: Catalogue = {
  day: (date) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(date)),
  moment: (instant) => `${en.day(civilDateAt(instant, "UTC"))}, ${instant.slice(11, 16)} UTC`,
  span: (milliseconds) => {
    const minutes = Math.round(Math.abs(milliseconds) / 60_000);
    if (minutes < 120) return count(minutes, "minute");
    const hours = Math.round(minutes / 60);
    return hours < 72 ? count(hours, "hour") : count(Math.round(hours / 24), "day");
  },
  days: (number) => count(number, "day"),
  number: (number) => number.toLocaleString("en"),
  list: (names) => names.join(", "),
  recorded: (text) => text,

  titles: {
    started: (name) => `Now watching: ${name}`,
    moved: (source) => `A source has moved: ${source}`,
    changed: (source) => `Change noticed: ${source}`,
    signalled: {
      strong: (name) => `Very likely published: please confirm · ${name}`,
      hint: (name) => `Possibly published: please look · ${name}`,
    },
    published: (name) => `Published: ${name}`,
    withdrawn: (name) => `No longer there: ${name}`,
    edition: {
      translation: (name) => `In another language: ${name}`,
      annex: (name) => `An annex: ${name}`,
      advance: (name) => `An advance version: ${name}`,
      final: (name) => `A new edition, after the advance version: ${name}`,
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
    overdue: (name) => `Overdue: ${name}`,
    stillNotConfirmed: (name) => `Still not confirmed: ${name}`,
    notPublishedYet: (name) => `Not published yet: ${name}`,
    blind: (sources) => `Cannot look: ${count(sources, "source")} unread`,
    recovered: (sources) => `Looking again: ${count(sources, "source")} back`,
    corrected: (name) => `Correction: ${name}`,
    confirmed: (name) => `Confirmed: ${name}`,
    added: (name) => `Added to what was said: ${name}`,
    dismissed: (name) => `Dismissed: ${name}`,
    takenBack: (title) => `Taken back: ${title}`,
  },
  rulings: {
    confirm: (by, at, reason) => `Confirmed by ${by}, ${en.moment(at)}: this is the report.${who(by, reason).why}`,
    dismiss: (by, at, reason) => `Dismissed by ${by}, ${en.moment(at)}: this is not the report.${who(by, reason).why}`,
    add: (by, at) => `Added by ${by}, ${en.moment(at)}.`,
    none: (by, at) => `Dismissed by ${by}, ${en.moment(at)}: this is no word on timing.`,
  },
  looking: (by, until) => `${by} is looking at this, until ${en.moment(until)}.`,

  started: {
    read: (names) => `First look done. Read: ${names.join(", ")}.`,
    nothingRead: "First look done. No source could be read.",
    notThere: (names) =>
      `Nothing stands at ${count(names.length, "address", "addresses")} that we only guessed: ${names.join(", ")}. Each is asked once a day from now on.`,
  },
  rehearsal: "-# A replay of what happened then. It is not news.",
  aloneShowsNothing: "By itself this does not show that it is published.",
  changes: {
    appeared: (source, title, date) => `New in ${source}: “${title}”${dated(date)}.`,
    edited: (source, title, before, date) => `Edited in ${source}: “${title}”${dated(date)}; before: “${before}”.`,
    textEdited: (title) => `The text of “${title}” was edited.`,
    moved: (source, from, to) =>
      `${sentence(source)} now answers at another address. Before: ${from}. Now: ${to}. It goes on being read there.`,
    disappeared: (source, title, date) =>
      `No longer in ${source}, at several looks in a row: “${title}”${dated(date)}.`,
    moreLines: (number) => `… and ${number} more lines`,
    moreChanges: (number) => `And ${count(number, "more change")} in the same look; the source shows them all.`,
    offered: (title, file, what, isAnnex) =>
      `“${title}” now offers ${isAnnex ? "an annex" : "another file"}. ${file}: ${what ?? "not read yet"}.`,
    withdrawnFile: (title, file) => `“${title}” no longer offers this file: ${file}.`,
    replaced: (title, file, before, now, from) =>
      `A file of “${title}” has been replaced ${from ? `by another, at an address of its own (before: ${from})` : "at the same address"}. ${file}; before: ${before}; now: ${now}.`,
    textDiffers: "In its text, as far as it was read, these sentences came (+) and went (−):",
    textIsSame: "Its text, as far as it was read, says the same.",
  },
  file: {
    name: (ending, language) => `${ending ?? "File"}${language ? ` in ${languageName(language)}` : ""}`,
    size: (pages, bytes) => {
      const size = bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
      return pages ? `${count(pages, "page")}, ${size}` : size;
    },
    line: (name, size, sha256, date) => `${name}:${date ? ` dated ${en.day(date)},` : ""} ${size}. SHA-256: ${sha256}.`,
    withDigest: (size, sha256) => `${size}, SHA-256: ${sha256}`,
    advance: "advance version",
    scan: "It holds no text (a scan).",
    languages: (codes) => `Languages available: ${codes.map((code) => languageName(code)).join(", ")}.`,
    unknown: "unknown",
  },
  askToLook: (id) => `A person should look. Then: confirm ${id}, or dismiss ${id}.`,
  edition: {
    found: (title, url, date) => `The publisher now also offers “${title}”${inBrackets(date)}, at ${url}.`,
    textDiffers: (than) =>
      `Beside the file at ${than}, as far as both were read, these sentences came (+) and went (−):`,
    textIsSame: (than) => `As far as both were read, its text says the same as the file at ${than}.`,
  },
  proposal: {
    said: (by, on, sentence) => `${by}, ${en.day(on)}: “${sentence}”`,
    promise: (phrase, { earliest, likely, latest, basis }) =>
      `Added as a promise, “${phrase}” would run from ${en.day(earliest)} to ${en.day(latest)}, likely ${en.day(likely)} (${basis}). The first promise would not be any less late.`,
    floor: (phrase, notBefore) =>
      `Added, “${phrase}” would say${notBefore ? ` not before ${en.day(notBefore)}` : " when it will not come"}; it sets no horizon, and the first promise would not be any less late.`,
    noDate: (phrase) =>
      `No date is given (“${phrase}”). Added, it would be shown among what was said; the clock stays as it is.`,
    ask: (id) => `A person should say whether it counts. Then: statement add ${id}, or statement dismiss ${id}.`,
    more: (number) => `And ${count(number, "more word")} on timing in the same look: statement list shows them.`,
  },
  stated: {
    promise: (phrase, on, by, { latest, basis }) =>
      `${by} said on ${en.day(on)}: “${phrase}”. Its longest reading ends on ${en.day(latest)} (${basis}).`,
    floor: (phrase, on, by, notBefore) =>
      `${by} said on ${en.day(on)}: “${phrase}”${notBefore ? `, so not before ${en.day(notBefore)}` : ""}. It sets no horizon.`,
    noDate: (phrase, on, by) => `${by} said on ${en.day(on)}, without a date: “${phrase}”.`,
    firstStays: "The first promise is not any less late.",
    addedBy: (person) => `Added by ${person}.`,
    takenBack: (phrase, on, person) =>
      `“${phrase}”, added before as said on ${en.day(on)}, was taken back by ${person}: it no longer counts.`,
  },
  otherSignals: (titles, more) =>
    `In the same look also: ${titles.map((title) => `“${title}”`).join("; ")}${more > 0 ? `; and ${en.number(more)} more` : ""}. The source shows them all.`,
  published: {
    firstSeen: (at) => `First seen by this bot: ${en.moment(at)}.`,
    withinPromise: (days) =>
      `That is ${count(days, "day")} after the promise, within the longest reading of the promise.`,
    afterPromise: (days, late, phrase) =>
      `That is ${count(days, "day")} after the promise, ${count(late, "day")} after the longest reading of “${phrase}” ended.`,
    newerKept: (on, phrase) => `The newer promise of ${en.day(on)} (“${phrase}”) was kept.`,
  },
  sumUp: {
    digest: (watches) => `Where ${en.number(watches)} promises stand`,
    title: (messages) => `Meanwhile: ${count(messages, "message")} could not be sent in time`,
    earlier: (more) => `${count(more, "earlier one")} besides these.`,
  },
  note: (note) => `Note: ${note}.`,
  withdrawn: (documents) =>
    `${documents === 1 ? "The document that was found" : `All ${documents} documents that were found`} can no longer be read where it stood. The site itself answers, and did so at several looks in a row.`,
  overdue: (phrase, on, latest) =>
    `The longest reading of “${phrase}”, said on ${en.day(on)}, ended on ${en.day(latest)}. No publication has been found.`,
  looks: {
    looked: (looks, since, failed, covered) =>
      `Looked ${en.number(looks)} times since ${en.moment(since)}${failed > 0 ? `; ${count(failed, "look")} failed` : ", every time with an answer"}; ${percent(covered)} of the time covered.`,
    longestGap: (milliseconds) => `The longest time any source went unread was ${en.span(milliseconds)}.`,
  },
  unread: (milliseconds, since, names, { problem, detail }) =>
    `Unread for ${en.span(milliseconds)}, since ${en.moment(since)}: ${names.join(", ")}. Each time, the site ${detail} (${problem}).`,
  untilOver: "Until this is said to be over, silence about these sources means nothing.",
  recovered: {
    again: (milliseconds, names, since) =>
      `Read again after ${en.span(milliseconds)}: ${names.join(", ")}. Unread since ${en.moment(since)}.`,
    nothingChanged: "Nothing had changed meanwhile.",
    changed: (sources) =>
      `Changed meanwhile: ${sources.map(({ name, changes }) => `${name} (${count(changes, "change")})`).join(", ")}; what bears on the report is told separately.`,
  },
  corrected: {
    returned: (title) =>
      `The document “${title}” can be read again. The earlier message that it was no longer there is out of date.`,
    dismissed: (title, given, reason) => {
      const { by, why } = who(given, reason);
      return `“Published” was said, and has been taken back${by}.${why} The evidence was “${title}”.`;
    },
    signalDismissed: (title, given, reason) => {
      const { by, why } = who(given, reason);
      return `The signal “${title}” was dismissed${by}: it is not the report.${why}`;
    },
  },

  status: {
    unknown: "Status: unknown; no source can be read at the moment",
    unpublished: (reading) =>
      `Status: not published, as far as the watched pages show${reading ? ` (${reading.read} of ${reading.of} sources can be read now)` : ""}`,
    signalled: "Status: signalled, not confirmed",
    published: (on) => `Status: published${on ? ` on ${en.day(on)}` : ""}`,
    withdrawn: "Status: withdrawn",
    promiseToCome: (on) => `The promise is of ${en.day(on)}.`,
    day: (day, on, by, phrase) =>
      `Day ${day} since ${en.day(on)}, when ${by}${by.includes(",") ? "," : ""} said “${phrase}”.`,
    newer: (on, phrase, standing, addedBy) =>
      `Newer promise, ${en.day(on)}${addedBy ? ` (added by ${addedBy})` : ""}: “${phrase}”, ${standing}.`,
    standing: (standing, latest, today, earliest) => {
      switch (standing) {
        case "awaited":
          return `not due before ${earliest ? en.day(earliest) : "its time"}; the horizon ends on ${en.day(latest)}`;
        case "due":
          return `due; the horizon ends on ${en.day(latest)}, in ${count(daysBetween(today, latest), "day")}`;
        case "overdue":
          return `overdue since ${en.day(latest)}, ${count(daysBetween(latest, today), "day")} ago`;
        case "kept":
          return `kept; the horizon ran to ${en.day(latest)}`;
        case "kept-late":
          return `kept late; the horizon ended on ${en.day(latest)}`;
        case "withdrawn":
          return `withdrawn; the horizon ran to ${en.day(latest)}`;
      }
    },
    because: (standing, basis) => `${sentence(standing)} (${basis}).`,
    horizonEnds: (latest, isOver) => `The horizon ${isOver ? "ended" : "ends"} on ${en.day(latest)}.`,
  },
  chart: {
    alt: "A time line of what was said, what it may have meant, and how often the bot looked",
    said: (on, phrase, latest) =>
      `${en.day(on)}: “${phrase}”${latest ? `, whose longest reading ends on ${en.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => `“${phrase}”${isAdded ? " (added)" : ""}`,
    shortDay: (date) =>
      new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
        Date.parse(date),
      ),
    month: (date) =>
      new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }).format(Date.parse(date)),
    today: (date) => `Today, ${en.day(date)}`,
    published: (date) => `Published, ${en.day(date)}`,
    looks: "How well the bot looked",
    looked: (looks, blind) =>
      `The bot looked ${en.number(looks)} times; ${count(blind, "stretch", "stretches")} without a good reading`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn }) => {
      if (publishedOn) return `Published after ${count(daysBetween(promisedOn, publishedOn), "day")}`;
      const verdicts = {
        unpublished: "Not published",
        signalled: "Possibly published, not confirmed",
        published: "Published",
        withdrawn: "No longer there",
      };
      return [verdicts[verdict], `day ${day}`, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "read", partly: "partly read", unread: "could not be read", unlooked: "no look on record" },
  },
  card: {
    unknown: "Unknown: no source can be read at the moment",
    verdicts: {
      unpublished: "Not published, as far as the watched pages show",
      signalled: "Possibly published, not confirmed",
      published: "Published",
      withdrawn: "No longer there",
    },
    publishedOn: (date, days) => `${date}, ${count(days, "day")} after the promise`,
    day: (day) => `day ${day}`,
    promise: "Promise",
    said: (date, by, phrase) => `${date}${by ? `, ${by}` : ""}: “${phrase}”`,
    horizon: "Horizon",
    range: (earliest, likely, latest, standing, basis) =>
      `${earliest} to ${latest}, most likely ${likely}: **${STANDINGS[standing]}** (${basis})`,
    newer: "Newer promise",
    addedBy: (person) => `added by ${person}`,
    reading: "Reading",
    looked: (at, read, of) => `${at ? `Last looked ${at}` : "Not looked yet"}; ${read} of ${count(of, "source")} read`,
    unread: (names) => `Unread: ${names.join(", ")}`,
    links: "Links",
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
      says: ({ title, date }) =>
        `The document “${title}”${date ? `${dated(date)},` : ""} stands on the publisher’s site, at the address that was watched.`,
    },
    "document-reached-from-entry": {
      name: "the document, reached from a listed item",
      says: ({ title, date }) =>
        `The document “${title}”${date ? `${dated(date)},` : ""} stands on the publisher’s site; an item listed there led to it.`,
    },
    "two-official-sources-say-issued": {
      name: "two of the publisher’s own sites say that it is issued",
      says: ({ title }) => `Two of the publisher’s own sites say that it is issued; “${title}” is one.`,
    },
    "confirmed-by-a-person": {
      name: "confirmed by a person",
      says: ({ title }) => `A person looked at “${title}” and confirmed that this is it.`,
    },
    "document-on-the-subject": {
      name: "a document on the subject, its title not the one known",
      says: ({ title, date }) =>
        `A document on the subject stands on the publisher’s site: “${title}”${inBrackets(date)}. Whether it is the one that was promised is for a person to say.`,
    },
    "title-without-document": {
      name: "named as the thing itself, without the document",
      says: ({ title, date }) =>
        `An item of the publisher’s is named as the thing itself: “${title}”${inBrackets(date)}. The document was not found.`,
    },
    "headline-says-issued": {
      name: "a headline says that it is issued",
      says: ({ title, date }) =>
        `A headline of the publisher’s says that it is issued: “${title}”${inBrackets(date)}. The document was not found.`,
    },
    "said-by-others": {
      name: "said by somebody who is not the publisher",
      says: ({ title, publisher, date }) =>
        `Somebody who is not the publisher says so: “${title}”${inBrackets(date)}. Only ${publisher} itself can show that it is published.`,
    },
    "title-on-another-host": {
      name: "the title, on a host that is not the publisher’s",
      says: ({ title, publisher, date }) =>
        `The title stands at an address that is not the publisher’s: “${title}”${inBrackets(date)}. Only ${publisher} itself can show that it is published.`,
    },
    "document-without-proof": {
      name: "a document that does not show what proof needs",
      says: ({ title, date }) => `Something stands where the document was expected: “${title}”${inBrackets(date)}.`,
    },
    "document-still-to-come": {
      name: "a document that says it is still to come",
      says: ({ title, date }) =>
        `A page for the document stands there: “${title}”${inBrackets(date)}. It is not the document yet.`,
    },
  },
  talk: {
    commands: {
      status: "Where things stand",
      why: "What the last verdict rests on, and what would change it",
      history: "Everything that was told, the newest first",
      timeline: "What was said, and the clock as a picture",
      evidence: "What was found that bears on the publication",
      sources: "The pages that are watched, and how each is doing",
      check: "Look at every page of a watch now",
      watches: "Everything that is watched",
      mute: "No weekly reminders in this channel",
      unmute: "Weekly reminders in this channel again",
      watch: "Hear less of one watch in this channel, or all of it again",
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
      kinds: "What is told here",
      how: "By the role that is mentioned, or by a direct message",
      mute: "No weekly reminders of a watch in this channel",
      pause: "Nothing of a watch here, but that it is published or taken back",
      resume: "Everything of a watch in this channel again",
    },
    choices: {
      language: { en: "English", fr: "French" },
      card: { pinned: "shown and pinned", shown: "shown", off: "none" },
      kinds: {
        all: "everything",
        signals: "signals, new word on timing, and that it is published",
        publication: "only that it is published, or taken back",
      },
      how: { role: "the role", message: "a direct message" },
    },
    watch: {
      mute: (title) => `No weekly reminders of ${title} are posted in this channel from now on. Everything else is.`,
      pause: (title) => `Of ${title}, this channel is told only that it is published, or that this is taken back.`,
      resume: (title) => `Everything about ${title} is told in this channel again.`,
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
      looked: (read, of) => `${read} of ${count(of, "source")} can be read now.`,
      wouldChange: "What would change it",
      changes: {
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
      another: (until, by) => `${by} is looking at this already, until ${until}.`,
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
      "**Read:** `/status` `/why` `/history` `/timeline` `/evidence` `/sources` `/watches`",
      "**Ask for a look:** `/check`; of a link: a message’s menu, Apps",
      "**Be told:** `/subscribe`",
      "**This channel:** `/channel` `/watch` `/mute` `/unmute`",
      "**Decide:** the buttons of a signal, `/confirm` `/dismiss`",
    ],
    channelSet: (channel, watches) =>
      `Messages about ${watches ? watches.join(", ") : "everything that is watched"} are posted in ${channel} from now on.`,
    channelMissing: (permissions) => `I cannot post there yet: I lack ${permissions.join(", ")} in the channel.`,
    channelOff: "No more messages are posted in this channel.",
    channelFixed: "This channel is set up in the bot’s settings; it can only be changed there.",
    channelUnknown: "No messages are posted in this channel.",
    onlyOnServer: "That is possible only on a server that I am a member of.",
    mayNotDecide: "Only people who manage the server, or have a role named for it, may decide this.",
    notThisServer: "That can only be decided on the server of whoever runs this bot.",
    noSuchEvidence: (id) => `There is no evidence “${id}”.`,
    decided: {
      confirm: (title) => `Confirmed: “${title}” is the report. The message is brought up to date.`,
      dismiss: (title) => `Dismissed: “${title}” is not the report. The message is brought up to date.`,
      add: (what) => `Added: “${what}”. The message is brought up to date.`,
      none: (what) => `Dismissed: “${what}” is no word on timing. The message is brought up to date.`,
    },
    dismissTitle: "Dismiss this signal",
    dismissWhy: "Why is it not the report?",
  },
  labels: { item: "Item", evidence: "Evidence", source: "Source", copy: "Copy at the Wayback Machine" },
};
