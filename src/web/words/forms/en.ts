/** The forms in English. */
import { ABSENT, ADVICE, KINDS, LEFT_OUT, ORDERS, REASONS } from "../../../drafting/preview-said.ts";
import { pens } from "../../../message/pens.ts";
import type { FormWords } from "./words.ts";

const { written, says, quote, count } = pens.en;

export const forms: FormWords = {
  buttons: {
    lookAround: "Look around",
    lookAgain: "Look again",
    lookAt: "Look at it",
    check: "Look it through",
    write: "Write it",
    save: "Save",
    download: "Download the file",
    leave: "Leave it",
    leaveAsIs: "Leave it as it is",
    back: "Back",
  },
  headings: {
    promise: "The promise",
    proposed: "What is proposed",
    said: "What was said",
    known: "By what it is known",
    where: "Where it would appear",
    change: "Change",
  },
  outcome: {
    notChanged: "Not changed",
    notThere: "That is not there any more.",
    waits: "It is written, and holds once this is put right:",
    takeTheFile:
      "It cannot be written here. Take the file instead, and put it in its place; the bot sees it within seconds:",
    putAside: "It cannot be put aside here. Do so by hand, into a folder “archived” beside it:",
    already: {
      confirm: (at) => says`Already confirmed, by a reviewer, on ${written.moment(at)}.`,
      dismiss: (at) => says`Already dismissed, by a reviewer, on ${written.moment(at)}.`,
      add: (at) => says`Already added, by a reviewer, on ${written.moment(at)}.`,
    },
    otherwise:
      "A reviewer decided the contrary at this very moment. Look at it again, and decide anew if you hold otherwise.",
    wrong: "Something went wrong",
    tryAgain: "The log says what. It is worth a try to load the page anew.",
    notTaken: "Not taken",
    refused: {
      tooLarge: "That is more than a form of this page holds.",
      noForm: "Only forms, please.",
      otherRun:
        "The bot was started again since you opened that form. Go back, load the page anew, and send it once more.",
      tooSlow: "The form did not arrive in time. Go back, and send it once more.",
    },
  },
  promise: {
    title: {
      label: "What was promised?",
      hint: "Its title, as far as it is known: “Report on the harbour fire”.",
    },
    by: { label: "Who promised it?", hint: "Such as “Jane Doe, spokesperson”." },
    on: { label: "On which day did they say so?" },
    words: {
      label: "In which words?",
      hint: "The sentence, or the few words that speak of time: “in the coming weeks”.",
    },
    link: { label: "Where is that reported?", hint: "The address. May be left empty." },
    site: {
      label: "On which page of the publisher’s would it appear?",
      hint: "Its news, press releases or publications; or its front page.",
    },
    earliest: { label: "Earliest" },
    likely: { label: "Most likely" },
    latest: { label: "At the latest" },
    days: "The days, where the words do not say them",
    which: "Which of these is meant?",
    read: (phrase, on, horizon) => says`${quote(phrase)}, said on ${on}: ${horizon}.`,
    notYet: (phrase) => says`${quote(phrase)} says only that it is not out yet, or not before when it will come.`,
    unread: "These words are not understood as a time.",
    horizon: ({ earliest, likely, latest }) =>
      earliest === latest
        ? says`on ${written.day(latest)}`
        : says`from ${written.day(earliest)}, most likely ${written.day(likely)}, ${written.day(latest)} at the latest`,
    latestToo: "Give the last day as well.",
    unclear:
      "Nobody can say by when: choose what is meant, write the few words that speak of time, or give the last day.",
  },
  adding: {
    politely: "The site is looked at politely, which may take a minute. Nothing is watched before you say so.",
    youGetTheFile: "The watches cannot be written here: you get the file, to put it in its place.",
    underWay: "The bot looks around there, politely. This may take a minute.",
    notYet: "It cannot be written yet.",
  },
  proposed: {
    publisher: { label: "The publisher", hint: "As its page calls it." },
    zone: { label: "Its time zone", hint: (why) => says`Its days are counted there: ${why}.` },
    hosts: { label: "Its hosts", hint: "Only what stands on these can prove the publication." },
    subject: {
      label: "What it is about",
      hint: "Words with commas between, a group a line. An item with a word of every group is followed.",
    },
    without: (own, little) =>
      says`Not used: ${[
        ...(own.length > 0 ? [says`${written.list(own)} (the publisher’s own)`] : []),
        ...(little.length > 0 ? [says`${written.list(little)} (said of many things)`] : []),
      ].join("; ")}.`,
    short: { label: "What messages call it", hint: "In a few words; the title when left empty." },
    countsPages: "Pages count: a long one is the document",
    least: { label: "Words that the document has at least", hint: (counts) => says`What counts: ${counts}` },
    id: { label: "What its file is called", hint: "Small letters, digits and hyphens." },
    sources: { label: "Other addresses to watch", hint: "A line each. Look again, and they are read." },
    watchIt: "Watch it",
    afterAll: (url) => says`Watch ${url} after all`,
    leftOut: "What was left out, and why",
    takeIn: "Take it in",
  },
  fields: {
    title: { label: "What was promised" },
    short: {
      label: "What messages call it",
      hint: "In a few words; the title when left empty. Where languages differ, a line each: “en: Gray report”.",
    },
    "publisher.name": { label: "The publisher" },
    "publisher.zone": { label: "Its time zone", hint: "Such as Europe/Zurich: its days are counted there." },
    "publisher.hosts": {
      label: "Its hosts",
      hint: "A line each. Only what stands on these can prove the publication.",
    },
    "publisher.files": {
      label: "Hosts where only its files stand",
      hint: "A line each. They prove as well, and no source need be on them.",
    },
    "publisher.sisters": {
      label: "Hosts of other official bodies",
      hint: "A line each. What they say is a signal.",
    },
    "evidence.titles": {
      label: "Titles it may come under",
      hint: "A line each. A document proves by one of these; under any other, a person is asked. What became known later: “… (since 2022-09-08)”.",
    },
    "evidence.subject": {
      label: "Subject",
      hint: "Words with commas between, a group a line: what it is about, and what kind of thing it is. An item with a word of every group is followed.",
    },
    "evidence.topic": { label: "Words that make a change worth telling", hint: "With commas between." },
    "evidence.spellings": {
      label: "Spellings",
      hint: "Words that are the same, with commas between, a group a line. The first stands for all.",
    },
    "evidence.words": { label: "Words that the document has at least", hint: "300 when left empty." },
  },
  officeOfPages: "The office publishes pages: a long one counts as the document",
  statement: {
    said: (number) => says`Said ${number}`,
    since: "Said since",
    add: "Add what was said",
    takeOut: "Take it out",
    on: "On which day",
    by: "Who said it",
    phrase: "In which words",
    phraseHint: "The few words that speak of time.",
    bearing: "What they say",
    bearings: {
      promise: "by when it will come",
      floor: "before when it will not come",
      "no-date": "that there is no date",
      withdrawal: "that it will not come",
    },
    link: "Where it is reported",
    readAs: (horizon, basis) => says`Read as: ${horizon} (${basis}).`,
    unread: "Not understood as a time: give the days below.",
    partly: (parts) => says`Of these words, only a part is understood. ${parts.join(" ")}`,
    part: (phrase, horizon) => says`${quote(phrase)}: ${horizon}.`,
  },
  source: {
    address: "Address",
    more: "More of it",
    name: "What messages call it",
    kind: "Read as",
    kinds: KINDS,
    every: { label: "How often", hint: "Such as 10m or 6h; as usual when left empty." },
    dates: "How it writes 03/04/2022",
    asItsPages: "as its pages tell",
    orders: ORDERS,
    paused: "Paused",
    takeOut: "Take it out",
    lookFirst: "Look at it first: then it is known how it is read.",
    furtherInFile: (more) => says`And ${more} more, which stand in the watch’s file.`,
  },
  changing: {
    title: (watch) => says`Change: ${watch}`,
    wrong: "Something is not right yet; it stands beside its field.",
    empty: "This must not be left empty.",
    unread: "These words are not understood as a time: give the days below, or fewer words.",
    look: "What would a page mean?",
    lookHint: "Looked at once, politely. Nothing of it is kept.",
    lookFor: (watch) => says`For ${quote(watch)}, as the form has it now.`,
    addAsSource: "Add it as a source",
    notJudged: "What it would mean can be said once the form is right.",
    meanwhile: {
      title: "Changed meanwhile",
      heading: "Not saved: it was changed by somebody else meanwhile",
      unknown: "The text that your form was made of is not known any more.",
      against: "What stands now, against what your form says:",
      now: "now",
      yours: "yours",
      changeNow: "Change what stands now",
    },
  },
  preview: {
    sentOn: "sent on to",
    notRead: (problem) => says`Cannot be read: ${problem}.`,
    advice: ADVICE,
    readAs: (kind, reason) => says`Read as ${kind}: ${reason}.`,
    reasons: REASONS,
    items: (items) => count(items, { one: "# item", other: "# items" }),
    absent: ABSENT,
    itsTitle: (title) => says`Its title: ${quote(title)}.`,
    more: (more) => says`… and ${more} more`,
    further: "Further down, and beside the list:",
    words: (words) => says`${count(words, { one: "# word", other: "# words" })}. It begins:`,
    file: "A file:",
    region: (parts) => says`The part that is read: ${written.list(parts)}.`,
    leftOut: (parts) => says`Left out: ${parts.join("; ")}.`,
    part: (part, links, why) => {
      const many = count(links, { one: "# link", other: "# links" });
      return part ? says`${part} (${many}, ${LEFT_OUT[why]})` : says`${many} without words`;
    },
    beside: (links) =>
      says`Besides, ${count(links, { one: "# link that is no item is", other: "# links that are no items are" })} judged by what they say.`,
    parts: (parts) => says`It is in ${count(parts, { one: "# part", other: "# parts" })}, each read at every look.`,
    feed: (url) => says`A feed of it: ${url}`,
    noDate: "no date",
    or: (days) => days.join(" or "),
    open: (dates) =>
      says`${count(dates, { one: "# date", other: "# dates" })} may be read in more than one order, and no other date of the page tells which.`,
    decides: (setting, order, dates) => says`In the source, ${setting} (${order}) would decide ${dates}.`,
    news: { published: "published", signal: "a signal" },
    means: {
      published: (rule) => says`: ${rule}`,
      signal: (rule) => says`, for a person to confirm: ${rule}`,
      change: "were it new: a change that mentions the subject",
      followed: {
        named:
          "named as the thing itself: its link is followed at once. A document there with the title is “published”; else it is a signal",
        "on-subject":
          "on the subject: its link is followed at once. A document there with the title is “published”, another on the subject a signal",
        mention:
          "mentions the subject: its link is followed at once, and only the document itself counts; else it is a change",
      },
      nothing: {
        "before-the-promise": "nothing: it is of before the promise",
        "off-the-subject": "nothing: it does not name the subject",
        "about-it": "nothing: it speaks of it, and is not it",
        "to-come": "nothing yet: its date is still to come",
        undated: "nothing: it has no date, and nobody can say whether it is new",
        "no-document": "nothing: it does not say that it is out, and no document stands there",
      },
      lacks: (groups) => says` (no word of: ${groups.join("; nor of: ")})`,
    },
  },
  keys: {
    says: "Once a day this bot signs how far its journals go. Whoever holds what it exported can check that nothing of it was written, changed or taken away since: with the key below, and better with one that they noted earlier, or had from somebody else.",
    none: "Nothing has been signed yet.",
    bot: "The bot",
    since: (who, at) => says`${who}, since ${at}`,
    newest: "The newest checkpoint",
    exports: "What is exported is signed by this key (ECDSA), as the checkpoint says:",
    signature: "Signature, in Base64:",
    how: "With the text in checkpoint.txt, byte for byte, the signature decoded into checkpoint.sig, and the key in key.pem:",
  },
};
