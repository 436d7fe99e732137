/**
 * The pages' own words, in each language: what a page says besides what messages say (message/catalogue.ts). To add a language, write
 * its file beside en.ts and name it in languages.ts; `tsc` names every sentence that is missing.
 *
 * Each is neutral, short and plain, and claims no more than what is passed in. Names, titles and quotations come in as they were written.
 */
import type { ReadState } from "../../judge/coverage.ts";
import type { SourceState } from "../../judge/source-health.ts";
import type { ProblemName } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { NoticeKind, Verdict } from "../../watch/names.ts";
import type { FormWords } from "./forms/words.ts";

export interface PageWords {
  forms: FormWords;
  frame: {
    skip: string;
    /** Names the menu for who hears it. */
    pages: string;
    watches: string;
    log: string;
    feed: string;
    api: string;
    metrics: string;
    keys: string;
    /** For who looks at what is public alone. */
    signIn: string;
    language: string;
    /** In which zone times are; {zone} is put in by the browser, which knows the reader's own. */
    zone: Record<"utc" | "own", string>;
    /** {time} is put in by the browser. */
    upToDate: string;
    never: string;
    notFound: string;
    nothingHere: string;
    toWatches: string;
    toWatch: string;
  };
  /** The large figure of the clock, whose first number is set larger, and beside it what it counts. */
  figure: {
    late(days: number): string;
    lateBy(phrase: string, latest: CivilDate): string;
    /** Beside how late it is, where something was found and nobody has confirmed it. */
    unconfirmed: string;
    dayOf(day: number, of: number): string;
    lasts(phrase: string, latest: CivilDate): string;
    day(day: number): string;
    since(phrase: string, on: CivilDate): string;
    took(days: number): string;
    toPublication(phrase: string, on: CivilDate): string;
  };
  /** Stands beside the verdict where nothing was found. */
  facts: Record<"heading" | "promisedOn" | "promisedBy" | "longest" | "lastLooked" | "sourcesRead", string> & {
    readOf(read: number, of: number): string;
  };
  found: {
    heading: Record<"signalled" | "published" | "withdrawn", string>;
    /** What was found besides the surest. */
    others: string;
    more(count: number): string;
    gone: string;
    pages(count: number): string;
    bytes(count: number): string;
  } & Record<"dated" | "where" | "at" | "why" | "capture" | "note" | "address", string>;
  proposed: Record<"heading" | "says", string>;
  clock: Record<"heading" | "reported" | "added", string>;
  statements: { heading: string; to(from: CivilDate, to: CivilDate): string };
  notices: {
    heading: string;
    none: string;
    /** Above what was told of the same thing earlier. */
    before: string;
    /** Of reminders that are shown as one. */
    times(count: number): string;
    more(count: number): string;
    kinds: Record<NoticeKind, string>;
  };
  /** The sentences of a citation: each whole, with its full stop. */
  cite: Record<"heading" | "copy" | "copied" | "notCopied", string> & {
    said(at: string, title: string): string;
    /** What became of it since. */
    since(title: string): string;
    of(title: string, publisher: string): string;
    /** @param digest the beginning of the SHA-256 of the capture */
    evidence(url: string, digest: string): string;
    noPage: string;
    address(url: string): string;
    /** Where the bot's pages have no address that others can open. @param id by which who keeps the bot finds it */
    notice(id: string): string;
  };
  sources: {
    heading: string;
    legend(days: number): string;
    read: Record<Exclude<ReadState, "unwatched">, string>;
    states: Record<SourceState, string>;
    /** What a site did: a clause without its subject, as it was recorded. */
    says(detail: string): string;
    more(count: number): string;
    /** The strip of days, for who does not see it. */
    strip(name: string, days: Record<ReadState, number>): string;
  } & Record<"lastRead" | "since" | "details" | "covered" | "looks" | "gap" | "code", string>;
  /** What kept a source from being read. */
  problems: Record<ProblemName, string>;
  record: {
    /** @param kind as in "promises that named a deadline" */
    rows(count: number, kind: string): string;
    ownForecasts: string;
    forecasts: string;
    ofWatches(forecasts: number, watches: number): string;
    byRecord: string;
    literally: string;
    score(brier: number, log: number): string;
  };
  ask: Record<"heading" | "publisher" | "keeper", string>;
  downloads: Record<"heading" | "feed" | "calendar" | "status" | "notices" | "clock" | "badge", string>;
  changes: {
    heading: string;
    none: string;
    /** Behind the first: ", and 3 more". */
    more(count: number): string;
  };
  care: Record<
    | "confirm"
    | "dismiss"
    | "takeBack"
    | "told"
    | "yes"
    | "no"
    | "why"
    | "whyHint"
    | "name"
    | "nameHint"
    | "add"
    | "saysNothing"
    | "heading"
    | "change"
    | "versions"
    | "notWatched"
    | "watchAgain"
    | "pause"
    | "resume"
    | "pauseIt"
    | "resumeIt"
    | "isPaused"
    | "pauseMeans"
    | "mute"
    | "unmute"
    | "muteIt"
    | "unmuteIt"
    | "untilWhen"
    | "muteMeans"
    | "end"
    | "endIt",
    string
  > & {
    mutedUntil(day: string): string;
    endMeans(title: string): string;
    done: Record<Done, string>;
  };
  front: Record<
    | "heading"
    | "another"
    | "needsYou"
    | "toDecide"
    | "toAdd"
    | "blind"
    | "allWell"
    | "search"
    | "publisher"
    | "state"
    | "all"
    | "show"
    | "reset"
    | "none"
    | "pages"
    | "earlier"
    | "later"
    | "archived"
    | "since",
    string
  > & {
    andMore(count: number): string;
    found(found: number, of: number): string;
    page(page: number, of: number): string;
    /** Behind a number of watches. */
    states: Record<Verdict | "overdue", string>;
  };
  look: {
    problem(source: string): string;
    baseline(source: string): string;
    changes(count: number, source: string): string;
    nothing(source: string): string;
    says(detail: string): string;
  } & Record<"heading" | "watch" | "source" | "why" | "status" | "bytes" | "check" | "capture" | "told", string>;
  notice: {
    kinds: Record<"appeared" | "edited" | "moved" | "disappeared", string>;
    datedOn(day: CivilDate): string;
  } & Record<"restsOn" | "noPage" | "capture" | "handOn" | "beforeAt", string>;
  diff: { same: string; moreLines(count: number): string };
  capture: Record<
    | "heading"
    | "of"
    | "bytesAsSent"
    | "inArchive"
    | "elsewhere"
    | "anotherWorker"
    | "download"
    | "asSent"
    | "sameDigest"
    | "headers"
    | "notText"
    | "asText"
    | "more",
    string
  > & { packed(encoding: string): string };
  log: {
    days(count: number): string;
    times(count: number): string;
    unreadFor(span: string): string;
    moreOutages(count: number): string;
    ofWatches(shown: number, of: number): string;
    crashes(count: number): string;
    kinds: Record<"told" | "changed" | "outage", string>;
    /** What became of a message, behind a number of them. */
    states: Record<"pending" | "sent" | "summed-up" | "refused", string>;
  } & Record<
    | "watch"
    | "source"
    | "level"
    | "time"
    | "all"
    | "show"
    | "outages"
    | "noOutage"
    | "from"
    | "to"
    | "now"
    | "lasted"
    | "why"
    | "nobodyLooked"
    | "byDay"
    | "nothing"
    | "lines"
    | "noFiles"
    | "noTrouble"
    | "summary"
    | "looks"
    | "failed"
    | "covered"
    | "notices"
    | "deliveries"
    | "none"
    | "sources"
    | "longestGap"
    | "causes"
    | "live"
    | "liveHint"
    | "withoutScript",
    string
  >;
  telling: Record<"heading" | "none" | "stopped" | "goesOn" | "nextTry" | "refused" | "notWhole", string> & {
    waiting(count: number): string;
    more(count: number): string;
  };
  config: Record<"heading" | "refused" | "untilRestart", string>;
  versions: {
    title(watch: string): string;
    version(version: number): string;
    whatChanged(version: number): string;
  } & Record<"inFile" | "byReviewer" | "noLonger" | "archived", string>;
}

/** What was just done, as the page that follows says it. */
export type Done = "decided" | "paused" | "resumed" | "muted" | "unmuted" | "saved" | "added" | "archived";
