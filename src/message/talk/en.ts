/** What the bot says in English when it is spoken to. */
import type { Talk } from "../catalogue.ts";
import { pens } from "../pens.ts";

const { written, says, quote, count } = pens.en;

export const talk: Talk = {
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
    mute: (title) => says`No weekly reminders of ${title} are posted in this channel from now on. Everything else is.`,
    pause: (title) =>
      says`Of ${title}, this channel is told only that it is published, or that this is taken back. The looks go on; to stop them for everybody, pause the watch on the page, or with \`watch pause\` at the command line.`,
    resume: (title) => says`Everything about ${title} is told in this channel again.`,
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
        says`**${title}** is looked at no more, for everybody. Nothing that was found is lost: messages, evidence and archive stay, and so does what its file says.`,
      name: "Its name, to be sure",
      otherName: "That is not its name; nothing was removed.",
      removed: (title) => says`${title} is not watched any more. What was found of it stays.`,
    },
    buttons: {
      write: "Write it",
      said: "What was said…",
      proposed: "Change…",
      leave: "Leave it",
    },
    faults: {
      empty: (asked) => says`${quote(asked)} wants an answer.`,
      noDay: "The day on which it was said is missing: write it behind the name, such as 10 December 2021.",
      openDay: "A day such as 3/4/2022 can be read in two ways: write 2022-04-03, or 3 April 2022.",
      noName: "Who said so is missing: write a name before the day.",
      noWords: "The subject wants words, such as: Xinjiang, XUAR; report, assessment",
      noDays:
        "The days were not understood: write the last day alone, or the first, the likeliest and the last, such as 2022-02-04; or the number of a reading.",
      manyAddresses: "Twenty addresses are the most.",
      address: (text) => says`${quote(text)} is not an address; write one such as https://www.example.org/news`,
    },
    waiting: "I am looking at two other sites first; yours is next.",
    looking: "I am looking at the site, as slowly as is polite: up to a minute.",
    read: (kind, items) =>
      says`${kind}${items === undefined ? "" : says`, ${count(items, { one: "# item", other: "# items" })}`}`,
    notRead: (problem) => says`not read: it ${problem}`,
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
      horizon: (earliest, likely, latest) => says`from ${earliest}, most likely ${likely}, ${latest} at the latest`,
      onOneDay: (day) => says`on ${day}`,
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
      zone: (zone) => says`days are counted in ${zone}`,
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
      more: (more) => says`and ${more} more`,
      followed: "An item with a word of each group is followed.",
      counts: (countsPages, words) =>
        says`${countsPages ? "A long page under its own heading, or a file" : "A file"}, of at least ${count(words, { one: "# word", other: "# words" })}.`,
      seen: (title, is, words) =>
        says`${quote(title)} there is ${{ file: "a file", page: "a page", "page-with-files": "a page with files" }[is]}, of ${count(words, { one: "# word", other: "# words" })}.`,
      notSeen: "None of its items could be looked behind.",
    },
    refusals: {
      "no-source":
        "Nothing can be read there for news: name another page of the publisher’s, such as its news, its press releases or its publications (“What was said…”).",
      "sent-elsewhere": (from, to) =>
        says`${from} sends on to ${to}: if that is the publisher’s, name the page there (“What was said…”).`,
      "http-only": (host) =>
        says`${host} answers only over plain http, which anybody on the way could have written: nothing from there can prove. Name a page of the publisher’s on https (“What was said…”).`,
      "host-without-source": (host) =>
        says`${host}: nothing is read on this host, and no file was seen on it; leave it out, or add a page there (“Change…”).`,
      "source-elsewhere": (host) =>
        says`${host}: a source is there, and it is not one of the publisher’s hosts; if it is the publisher’s own site, add it to the hosts (“Change…”), which alone can prove; never another’s, nor where it has an account.`,
      "promise-to-come": (on) =>
        says`${written.day(on)} has not come yet: write the day on which it was promised (“What was said…”).`,
      "no-days": "Nobody can say by when it was promised: write the days (“Change…”), or other words.",
      "days-out-of-order": "The first day, the likeliest and the last are out of order (“Change…”).",
      "no-subject":
        "The title says only what kind of thing it is, so that everything of that kind would be taken for it; say what it is about, too (“What was said…”, or its subject: “Change…”).",
      "title-off-subject": (lacks) =>
        says`The title itself would not be recognised by its subject: it has no word of ${lacks.join("; nor of ") || "the groups"} (“Change…”).`,
      "pages-only": (url) => says`The office publishes pages (${url} offers no file), and no page is to count.`,
      "too-many-words": (least, most) =>
        says`None of its documents that were looked at has ${least} words, but ${most} at the most.`,
      "id-taken": (id) => says`There is a watch of the name ${id} already; “Change…” finds another name.`,
      "no-watch": (faults) => faults,
    },
    written: (id) =>
      says`Written: \`${id}\`. The first look at it is taken now; what it finds is told in the channels.`,
    notTaken:
      "It is kept, but not in force yet: something else about the config is wrong, and I go on with the last good one. The page and the log say what.",
    changedMeanwhile: "It was changed by somebody else meanwhile: nothing was written. Please look at it again.",
    cannotWrite: (file) =>
      says`I may not write there, so nothing was changed. This is the file: whoever runs me can put it into the folder of the watches, as \`${file}\`, and I see it within seconds.`,
    cannotPutAside: (file) =>
      says`I may not write there, so nothing was changed. Whoever runs me can put \`${file}\` aside by hand, and I see it within seconds.`,
    onlyWatch: "It is the only watch, and I need one: add another first.",
    refused: (faults) => says`That cannot be taken: ${faults}`,
  },
  personal: {
    begun: (watches) =>
      says`From now on I tell you here when ${watches ? watches.join(", ") : "anything that is watched"} is published, or when that is taken back. Nothing else. To end it, give /subscribe once more on the server.`,
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
      says`One of the watched pages: ${source}, for ${watch}${lastRead ? says`; last read ${lastRead}` : "; not read yet"}.`,
    evidence: (watch, rule, foundAt) => says`Evidence for ${watch}, found ${foundAt}: ${rule}`,
    publishers: (names) => says`On a site of the publisher’s (${names}).`,
    nobodys: "Not on a site of any publisher that is watched.",
  },
  pages: { back: "Back", next: "Next", place: (page, of) => says`-# Page ${page} of ${of}` },
  history: "What was told",
  nothingTold: "Nothing has been told yet.",
  why: {
    restsOn: "What it rests on",
    looked: (read, of) =>
      of === 0
        ? "No source is known to be there."
        : says`${read} of ${count(of, { one: "# source", other: "# sources" })} can be read now.`,
    wouldChange: "What would change it",
    changes: {
      unknown: (hosts) =>
        says`A source that is read again: only then does it mean anything that nothing was found. “Published” is said of a document under the title on ${hosts.join(", ")}, dated on or after the promise.`,
      unpublished: (hosts) =>
        says`A document under the title on ${hosts.join(", ")}, dated on or after the promise: then “published” is said. Anything less that is found is a signal, and a person is asked.`,
      signalled: (hosts) =>
        says`A person who confirms it, or dismisses it; or the document itself on ${hosts.join(", ")}, dated on or after the promise.`,
      published: () =>
        "A person who dismisses the evidence: then it is taken back. If the document cannot be read at several looks in a row while the site answers, that is said.",
      withdrawn: () =>
        "The document, read again where it stood: then that is said. A person who dismisses the evidence takes “published” back.",
    },
  },
  looking: {
    you: (until) => says`Thank you: everybody sees that you are looking, until ${until}.`,
    another: (until) => says`A reviewer is looking at this already, until ${until}.`,
  },
  really: (title) => says`Really? This tells everybody that it is published: ${quote(title)}.`,
  reallyButton: "Yes, it is published",
  nothingWatched: "Nothing is watched.",
  noSuchWatch: (name) => says`There is no watch ${quote(name)}.`,
  statements: "What was said",
  noEvidence: "Nothing has been found that bears on the publication.",
  evidence: (title) => says`Evidence: ${title}`,
  dismissed: "dismissed",
  gone: "no longer there",
  sources: (title) => says`Sources: ${title}`,
  states: {
    read: "read",
    unread: "unread",
    "not there": "not there (a guess)",
    paused: "paused",
    "not looked at yet": "not looked at yet",
  },
  lastRead: (at) => says`last read ${at}`,
  waitToCheck: (until) => says`It was looked at a moment ago. The next look on request is possible ${until}.`,
  checked: (title) => says`Looked: ${title}`,
  outcomes: { baseline: "first reading", unchanged: "unchanged", changed: "changed", problem: "could not be read" },
  toldSeparately: (notices) => says`${count(notices, { one: "# message", other: "# messages" })} told in the channels.`,
  watches: "Watched",
  muted: "No weekly reminders are posted in this channel from now on. Everything else is.",
  unmuted: "Weekly reminders are posted in this channel again.",
  notAPlace:
    "No messages are posted in this channel. Somebody who manages the server can change that with /channel here.",
  noRole: "No role is mentioned when it is published, so there is nothing to subscribe to.",
  subscribed: (role) => says`You now have ${role}, which is mentioned when it is published.`,
  unsubscribed: (role) => says`You no longer have ${role}.`,
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
    says`Messages about ${watches ? watches.join(", ") : "everything that is watched"} are posted in ${channel} from now on.`,
  channelMissing: (permissions) => says`I cannot post there yet: I lack ${permissions.join(", ")} in the channel.`,
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
  noSuchEvidence: (id) => says`There is no evidence ${quote(id)}.`,
  decidedBefore: (decision, isOwn, at) =>
    says`Already ${{ confirm: "confirmed", dismiss: "dismissed", add: "added", none: "dismissed" }[decision]}, by ${isOwn ? "you" : "a reviewer"}, on ${at}.`,
  decidedOtherwise:
    "A reviewer decided the contrary at this very moment: look at the message, and decide again if you hold otherwise.",
  decided: {
    confirm: (title) => says`Confirmed: ${quote(title)} is the report. The message is brought up to date.`,
    dismiss: (title) => says`Dismissed: ${quote(title)} is not the report. The message is brought up to date.`,
    add: (what) => says`Added: ${quote(what)}. The message is brought up to date.`,
    none: (what) => says`Dismissed: ${quote(what)} is no word on timing. The message is brought up to date.`,
  },
  dismissTitle: "Dismiss this signal",
  dismissWhy: "Why is it not the report?",
};
