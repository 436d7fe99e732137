/**
 * The texts of a language. Every sentence that people are told stands in one of these, short, dated, sourced and neutral.
 * Dates, figures and lists are no words: writing.ts has them. To add a language: CONTRIBUTING.md, "Where a new … goes".
 *
 * Titles, phrases, and the reasoning of a horizon are quoted as they were written; what went wrong and what is noted of a
 * piece of evidence is recorded in English, and put into the language by `recorded`.
 */

import type { ReadState } from "../judge/coverage.ts";
import type { Edition } from "../judge/notice.ts";
import type { RevisionKind } from "../judge/revision.ts";
import type { Rule } from "../judge/rules.ts";
import type { Status } from "../judge/status.ts";
import type { MachineFaultKind } from "../language/machine-fault.ts";
import type { Problem } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Kind } from "../track-record/promise.ts";
import type { Bearing, Card, Reach, RecordSaid, SourceKind, UnknownBecause, Verdict } from "../watch/names.ts";
import type { Unreachable } from "./unreachable.ts";
import type { Written } from "./writing.ts";

/** A chance in whole hundredths, where it is none of these. */
export type Hundredths = number | "fewer than 1" | "more than 99";

export interface Catalogue extends Written {
  /** A detail, note or problem as it was recorded. */
  recorded(text: string): string;
  /** What is said of a site that could not be reached. */
  unreachable: Record<Unreachable, string>;
  /** What has no title. */
  untitled: string;

  titles: {
    started(name: string): string;
    moved(source: string): string;
    appeared(item: string): string;
    edited(item: string): string;
    disappeared(item: string): string;
    file: Record<"offered" | "annex" | "withdrawn" | "replaced", (document: string) => string>;
    /** Of a document on the subject, and of an item that only says so. */
    signalled: Record<"strong" | "hint", (name: string) => string>;
    published(name: string): string;
    withdrawn(name: string): string;
    edition: Record<Edition, (name: string) => string>;
    proposed(name: string): string;
    stated: Record<Bearing, (name: string) => string>;
    revised: Record<RevisionKind, (name: string) => string>;
    overdue(name: string): string;
    stillNotConfirmed(name: string): string;
    notPublishedYet(name: string): string;
    blind(sources: number): string;
    recovered(sources: number): string;
    corrected(name: string): string;
    confirmed(name: string): string;
    added(name: string): string;
    dismissed(name: string): string;
    /** @param title the title as it was */
    takenBack(title: string): string;
  };
  /** `add`, `none`: of a proposed statement. */
  rulings: Record<"confirm" | "dismiss" | "add" | "none", (at: InstantText, reason?: string) => string>;
  /** Of a signal that somebody looks at. */
  looking(until: InstantText): string;

  /** The parts of the clock's line; no full stop. */
  clock: {
    toCome(on: CivilDate): string;
    /** @param stretch since it was said; none on that day */
    since(phrase: string, stretch: string | undefined): string;
    /** The same of what is published. */
    after(phrase: string, stretch: string | undefined): string;
    expected(earliest: CivilDate, latest: CivilDate): string;
    ends(latest: CivilDate, isToday: boolean): string;
    /** @param days in days, where days stand before it already */
    past(past: string, days: number | undefined): string;
    within: string;
    /** A newer promise, by how it stands. */
    newer: Record<"open" | "over" | "kept" | "late", (latest: string) => string>;
  };

  started: { read(names: string): string; nothingRead: string; notThere(names: string): string };
  /** Beside a change: by itself it shows no publication. */
  aloneShowsNothing: string;
  /** Stands above every message when a history is played to people. */
  rehearsal: string;
  changes: {
    /** Where, and the date that it carries. */
    listed(source: string, date?: CivilDate): string;
    goneFrom(source: string): string;
    before(title: string): string;
    moved: string;
    movedFrom(address: string): string;
    moreLines(count: number): string;
    moreChanges(count: number): string;
    /** A file with its size; `before`: what it was. */
    file(now: string, before?: string): string;
    /** Of a file that is another now, of the same size. */
    asBefore(now: string): string;
    notRead: string;
    otherAddress: string;
    /** Of a file that was replaced. */
    textIsSame: string;
  };
  file: {
    /** "PDF" */
    kind(ending: string | undefined): string;
    pages(count: number): string;
    scan: string;
    advance: string;
  };
  /** How what a message asks is answered without buttons. */
  answer: Record<"confirm" | "add", (id: string) => string>;
  /** What came after the publication. */
  edition: {
    found(title: string, date?: CivilDate): string;
    textIsSame: string;
  };
  /** A statement on timing that was found, and what it would mean for the clock. */
  proposal: {
    quoted(sentence: string): string;
    promise(earliest: CivilDate, latest: CivilDate): string;
    floor(notBefore: CivilDate | undefined): string;
    noDate: string;
    saidBy(by: string, on: CivilDate): string;
    more(count: number): string;
  };
  /** A statement that a person added. */
  stated: {
    promise(phrase: string, latest: CivilDate): string;
    floor(phrase: string, notBefore: CivilDate | undefined): string;
    noDate(phrase: string): string;
    firstStays: string;
    /** @param person undefined where it was done in the watch's file */
    /** @param isPersons whether a person added it, or it stands in its file */
    added(said: string, isPersons: boolean): string;
    takenBack(phrase: string, isPersons: boolean): string;
  };
  /** What a person changed about a watch: in a sentence, of sources with their names. */
  revised: {
    says: Record<RevisionKind, (names: string, until: CivilDate | undefined) => string>;
    changed(isPersons: boolean): string;
  };
  /** Of many signals in one look: how many besides the surest. */
  otherSignals(count: number): string;
  published: {
    dated(date: CivilDate, seen: string): string;
    firstSeen(seen: string): string;
    more(documents: number): string;
  };
  /** Messages that waited, as they could not be sent in time or were not to be, and that are named in one; and the regular word on several watches. */
  sumUp: {
    digest(watches: number): string;
    title(messages: number): string;
    earlier(more: number): string;
  };
  /** What is told past the record, while nothing can be written down. */
  unwritten: {
    why: Record<MachineFaultKind, string>;
    began: string;
    since(why: string, since: string): string;
    meanwhile: string;
    /** Of something that was seen, and is not on record: what it may be, never that it is so. */
    seen(name: string): string;
    of: Record<"publication" | "withdrawal" | "other", string>;
    later(why: string): string;
    ended: string;
    over(since: string, at: string): string;
    /** Of a message that only shows that messages arrive. */
    test: string;
    tested(at: string): string;
    /** On a card or a page. */
    stands(why: string, since: string): string;
  };
  /** Days in a calendar: at most a line each. */
  calendar: {
    /** When something was said, by what it does to the clock. */
    promised: Record<Bearing, (name: string) => string>;
    earliest(name: string): string;
    likely(name: string): string;
    latest(name: string): string;
    floor(name: string): string;
    published(name: string): string;
    said(phrase: string, by: string, on: string): string;
  };
  /** Below a message by mail, and on the page that ends it. */
  mail: {
    /** Why somebody is sent it. */
    why: string;
    leave: string;
    asks: string;
    left: string;
    back: string;
    isBack: string;
    unknown: string;
  };
  withdrawn(documents: number): string;
  overdue(on: CivilDate, latest: CivilDate): string;
  nothingFound: string;
  /** Where a signal waits for a person. */
  foundUnconfirmed: string;
  looks: {
    /** @param over a stretch; none where it is no minute yet. @param covered the share of the time, 0 to 1; left out where there was none */
    looked(looks: number, over: string | undefined, failed: number, covered?: number): string;
    longestGap(milliseconds: number): string;
  };
  unread: {
    since(milliseconds: number, names: string): string;
    because(problem: Omit<Problem, "kind">): string;
    /** Beside other news. */
    beside(names: string): string;
    untilOver: string;
  };
  recovered: {
    again(milliseconds: number, names: string): string;
    nothingChanged: string;
    changed(names: string): string;
  };
  corrected: {
    returned: string;
    reinstated: string;
    dismissed(reason?: string): string;
    signalDismissed(title: string, reason?: string): string;
  };

  /** The verdict where nothing is known: why; no full stop. */
  unknown: Record<UnknownBecause, string>;
  /** What can be done now, in a word or three, and as a sentence. */
  reach: Record<Reach, { name: string; says: string }>;
  /** Where a watch stands, for the page, the card and the command line. */
  status: {
    /** The verdict; no full stop. */
    news: {
      unpublished: string;
      /** @param title of what was found */
      signalled: Record<"strong" | "hint", (title: string | undefined) => string>;
      published(on: CivilDate | undefined): string;
      withdrawn: string;
    };
    nothingFound: string;
    unconfirmed: string;
    promise(phrase: string, on: CivilDate, by: string): string;
    /** @param basis how the longest reading was reached */
    reading(latest: CivilDate, basis: string): string;
    /** @param isAdded whether a person added it while the bot ran */
    newer(on: CivilDate, phrase: string, isAdded: boolean): string;
  };
  /** How such promises went before, and what that says of one (track-record/). Chances are as `share` says them. */
  record: {
    /** Behind "promises", in the middle of a sentence. */
    kinds: Record<Kind, string>;
    /** @param chance in hundredths: a whole number, or that it is below one or above 99 */
    share(chance: Hundredths, low: Hundredths, high: Hundredths): string;
    kept(promises: number, kind: string, documents: number, kept: number): string;
    /** Of a wording that it does not have. */
    none(kind: string, all: number): string;
    leansOnAll(promises: number, all: number): string;
    /** @param phrase of a promise other than the first */
    notOut(day: number, phrase: string | undefined): string;
    /** Where something may be out, or nothing can be read. */
    notConfirmed(day: number, phrase: string | undefined): string;
    nextDays(days: number, share: string): string;
    byLatest(latest: string, share: string): string;
    by(day: string, share: string): string;
    middle(day: string): string;
    span(from: string, to: string): string;
    tooFew: Record<"late" | "far", string>;
    beforehand(promises: number, kind: string, day: number, share: string): string;
    /** What it rests on, and what every chance means. */
    basis(all: number, asOf: CivilDate): string;
    /** What a reader must know besides: how the rows were found. */
    bias(neutral: { rows: number; kept: number }, others: { rows: number; kept: number }): string;
    unlessDropped: string;
    weakSpots: string;
    sample: string;
    heading: string;
    /** Above the curve, at most 48 characters. */
    curveTitle: string;
    /** Below it, as short: what is grey, and what the band is. */
    curveKey: string;
    /** What the picture shows, for those who do not see it. */
    curve(latest: CivilDate): string;
    /** A row of the record. */
    row(phrase: string, document: string, said: CivilDate): string;
    ended: Record<"kept" | "late" | "open" | "withdrawn", (on: CivilDate) => string>;
    more(rows: number): string;
    nothing: Record<"out" | "none" | "off", string>;
    floor(day: CivilDate): string;
  };
  chart: {
    alt: string;
    said(on: CivilDate, phrase: string, latest?: CivilDate): string;
    quoted(phrase: string, isAdded: boolean): string;
    today(date: CivilDate): string;
    published(date: CivilDate): string;
    looks: string;
    looked(looks: number, blindStretches: number): string;
    /** The verdict and the day, in a few words. */
    verdict(status: Status): string;
    states: Record<Extract<ReadState, "read" | "partly" | "unread">, string>;
  };
  /** The status card. Dates come as Discord shows them, each reader in their own zone. */
  card: {
    promised(date: string, by: string): string;
    said(date: string, by: string | undefined, phrase: string): string;
    range(earliest: string, likely: string, latest: string): string;
    added: string;
    looked(at: string | undefined, read: number, of: number): string;
    unread(names: readonly string[]): string;
    /** Above the first message of a thread that takes the place of one that was closed. */
    furtherThread: string;
  };
  buttons: Record<"confirm" | "dismiss" | "add" | "none" | "look" | "open", string>;
  rules: Record<Rule, RuleWords>;
  talk: Talk;
  /** What a link leads to; on Discord these are buttons, of at most 80 characters. */
  labels: Record<"item" | "document" | "page" | "evidence" | "copy", string> & {
    /** Of an address that is not the publisher's. */
    outside(host: string): string;
  };
}

/** What people are told of a rule of evidence. */
interface RuleWords {
  /** In a few words. */
  name: string;
  /** What was found by it, in a sentence. */
  says(found: { title: string; date?: CivilDate | undefined; publisher: string }): string;
}

/** What the bot says when it is spoken to. */
export interface Talk {
  /** Each command, as Discord's menu describes it; at most 100 characters. */
  commands: Record<CommandName, string>;
  options: {
    watch: string;
    evidence: string;
    reason: string;
    here: string;
    off: string;
    role: string;
    language: string;
    card: string;
    kinds: string;
    how: string;
    mute: string;
    pause: string;
    resume: string;
    add: string;
    remove: string;
    record: string;
  };
  /** What some options can be, as Discord's menu names them. */
  choices: {
    card: Record<Card, string>;
    record: Record<RecordSaid, string>;
    kinds: Record<"all" | "signals" | "publication", string>;
    how: Record<"role" | "message", string>;
  };
  /** What a watch was set to in a channel. */
  watch: Record<"mute" | "pause" | "resume", (title: string) => string>;
  /** What people change about the watches themselves. */
  upkeep: UpkeepTalk;
  /** Direct messages to one person. */
  personal: {
    begun(watches: readonly string[] | undefined): string;
    done: string;
    ended: string;
    closed: string;
  };
  failed: string;
  /** Of a command or button that the bot does not have, or not any more. */
  notKnown: string;
  /** Of the menu of a message; at most 32 characters. */
  linkCommand: string;
  links: {
    title: string;
    none: string;
    nothing: string;
    watched(watch: string, source: string, lastRead: string | undefined): string;
    evidence(watch: string, rule: string, foundAt: string): string;
    publishers(names: string): string;
    nobodys: string;
  };
  /** Of an answer that has several. */
  pages: { back: string; next: string; place(page: number, of: number): string };
  history: string;
  nothingTold: string;
  why: {
    restsOn: string;
    looked(read: number, of: number): string;
    wouldChange: string;
    /** By the verdict as it is. @param hosts the publisher's */
    changes: Record<Verdict, (hosts: readonly string[]) => string>;
  };
  /** @param until as Discord shows it */
  looking: Record<"you" | "another", (until: string) => string>;
  really(title: string): string;
  reallyButton: string;
  nothingWatched: string;
  noSuchWatch(name: string): string;
  statements: string;
  noEvidence: string;
  evidence(title: string): string;
  dismissed: string;
  gone: string;
  sources(title: string): string;
  states: Record<"read" | "unread" | "paused" | "not there" | "not looked at yet", string>;
  lastRead(at: string): string;
  waitToCheck(until: string): string;
  checked(title: string): string;
  outcomes: Record<"baseline" | "unchanged" | "changed" | "problem", string>;
  toldSeparately(notices: number): string;
  watches: string;
  muted: string;
  unmuted: string;
  notAPlace: string;
  noRole: string;
  subscribed(role: string): string;
  unsubscribed(role: string): string;
  roleRefused: string;
  roleHasPowers: string;
  help: string;
  /** What can be asked, a line a purpose; with the sentence above it, all of it fits one screen. */
  helpOn: readonly string[];
  channelSet(channel: string, watches: readonly string[] | undefined): string;
  channelMissing(permissions: readonly string[]): string;
  channelOff: string;
  channelFixed: string;
  channelUnknown: string;
  onlyOnServer: string;
  /** By what somebody may not do: decide on what was found, set up a channel, have it told less. */
  mayNot: Record<"decide" | "setUp" | "quieten", string>;
  notThisServer: string;
  noSuchEvidence(id: string): string;
  /** Somebody decided the same before. @param isOwn whether whoever asks did */
  decidedBefore(decision: "confirm" | "dismiss" | "add" | "none", isOwn: boolean, at: string): string;
  /** Somebody decided the contrary at the very same moment. */
  decidedOtherwise: string;
  decided: Record<"confirm" | "dismiss" | "add" | "none", (what: string) => string>;
  dismissTitle: string;
  dismissWhy: string;
}

/** A question of a form: at most 45 characters, and beneath it 100. */
interface Question {
  asks: string;
  hint: string;
}

/** What is said where a watch is added, or removed. Whatever comes from a person or a site is text of Discord's already. */
export interface UpkeepTalk {
  cannot: string;
  /** Titles of forms: at most 45 characters. */
  forms: Record<"said" | "proposed" | "remove", string>;
  said: Record<"title" | "who" | "words" | "link" | "site", Question>;
  proposed: Record<"publisher" | "hosts" | "sources" | "subject" | "days", Question>;
  remove: { says(title: string): string; name: string; otherName: string; removed(title: string): string };
  buttons: Record<"write" | "said" | "proposed" | "leave", string>;
  /** Of an answer that could not be read. */
  faults: Record<"empty", (asked: string) => string> &
    Record<"noDay" | "openDay" | "noName" | "noWords" | "noDays" | "manyAddresses", string> &
    Record<"address", (text: string) => string>;
  /** While others are looked for, and then. */
  waiting: string;
  looking: string;
  /** Of what was looked at. */
  read(kind: SourceKind, items: number | undefined): string;
  notRead(problem: string): string;
  /** Why a step is not taken: the last still looks, or writes; the proposal is gone, or somebody else's. */
  refusedSteps: Record<"looking" | "writing" | "gone" | "anothers", string>;
  left: string;
  proposal: {
    heading: string;
    refused: string;
    cutShort: string;
    /** Three days, as Discord shows them. */
    horizon(earliest: string, likely: string, latest: string): string;
    onOneDay(day: string): string;
    readings: string;
    fields: Record<"publisher" | "hosts" | "sources" | "leftOut" | "subject" | "counts" | "name", string>;
    zone(zone: string): string;
    zones: Record<"said" | "institution" | "country" | "language" | "unknown", string>;
    hosts: Record<"site" | "twin" | "files" | "said", string>;
    found: Record<"given" | "feed" | "robots" | "link" | "front-page", string>;
    leftOut: Record<
      "problem" | "no-list" | "is-document" | "another-host" | "no-https" | "many-parts" | "same-items" | "enough",
      string
    >;
    noDate: string;
    more(count: number): string;
    followed: string;
    counts(countsPages: boolean, words: number): string;
    seen(title: string, is: "file" | "page" | "page-with-files", words: number): string;
    notSeen: string;
  };
  /** What keeps a watch from ever saying “published”, and what to do about it. */
  refusals: Record<"no-source" | "no-days" | "days-out-of-order" | "no-subject", string> &
    Record<"http-only" | "host-without-source" | "source-elsewhere" | "id-taken", (name: string) => string> & {
      "sent-elsewhere"(from: string, to: string): string;
      "promise-to-come"(on: CivilDate): string;
      "title-off-subject"(lacks: readonly string[]): string;
      "pages-only"(url: string): string;
      "too-many-words"(least: number, most: number): string;
      "no-watch"(faults: string): string;
    };
  written(id: string): string;
  notTaken: string;
  changedMeanwhile: string;
  /** Where the file goes with it, and where one is to be taken away. */
  cannotWrite(file: string): string;
  cannotPutAside(file: string): string;
  onlyWatch: string;
  refused(faults: string): string;
}

export type CommandName =
  | "status"
  | "why"
  | "history"
  | "timeline"
  | "odds"
  | "evidence"
  | "sources"
  | "check"
  | "watches"
  | "mute"
  | "unmute"
  | "watch"
  | "subscribe"
  | "help"
  | "channel"
  | "confirm"
  | "dismiss";
