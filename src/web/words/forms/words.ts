/**
 * The words of the forms in which a watch is added and changed, and of what comes of sending one. What is wrong with an answer or with
 * a watch's file is said by those who read it (config/, drafting/), to the command line as well, and in English.
 */
import type { Because } from "../../../drafting/glimpse.ts";
import type { Meaning, Unmeaning } from "../../../drafting/meaning.ts";
import type { LeftOut } from "../../../read/html/offers.ts";
import type { ProblemName } from "../../../read/reading.ts";
import type { DateOrder } from "../../../time/date-order.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { Bearing, SourceKind } from "../../../watch/names.ts";
import type { Horizon } from "../../../watch/statement.ts";

interface Asked {
  label: string;
  hint?: string;
}

/** The fields of a watch that stand for themselves, by the way to each. */
export type FieldName =
  | "title"
  | "short"
  | "publisher.name"
  | "publisher.zone"
  | "publisher.hosts"
  | "publisher.files"
  | "publisher.sisters"
  | "evidence.titles"
  | "evidence.subject"
  | "evidence.topic"
  | "evidence.spellings"
  | "evidence.words";

export interface FormWords {
  buttons: Record<
    "lookAround" | "lookAgain" | "lookAt" | "check" | "write" | "save" | "download" | "leave" | "leaveAsIs" | "back",
    string
  >;
  headings: Record<"promise" | "proposed" | "said" | "known" | "where" | "change", string>;
  outcome: {
    notChanged: string;
    notThere: string;
    /** Written, and something else of the config is wrong. */
    waits: string;
    /** Each with the path behind it. */
    takeTheFile: string;
    putAside: string;
    already: Record<"confirm" | "dismiss" | "add", (at: InstantText) => string>;
    otherwise: string;
    wrong: string;
    tryAgain: string;
    /** Of a form that is not taken. */
    notTaken: string;
    refused: Record<"tooLarge" | "noForm" | "otherRun" | "tooSlow", string>;
  };
  /** What a person says of a promise. */
  promise: Record<"title" | "by" | "on" | "words" | "link" | "site" | "earliest" | "likely" | "latest", Asked> & {
    days: string;
    which: string;
    /** What words on timing were read as. */
    read(phrase: string, on: string, horizon: string): string;
    notYet(phrase: string): string;
    unread: string;
    horizon(horizon: Horizon): string;
    latestToo: string;
    unclear: string;
  };
  adding: Record<"politely" | "youGetTheFile" | "underWay" | "notYet", string>;
  /** What is proposed of a watch. */
  proposed: Record<"publisher" | "id" | "short" | "sources", Asked> & {
    zone: { label: string; hint(why: string): string };
    hosts: Asked;
    subject: Asked;
    /** Words of the title that are in no group. */
    without(own: readonly string[], little: readonly string[]): string;
    countsPages: string;
    least: { label: string; hint(counts: string): string };
    watchIt: string;
    afterAll(url: string): string;
    leftOut: string;
    takeIn: string;
  };
  fields: Record<FieldName, Asked>;
  officeOfPages: string;
  statement: Record<"on" | "by" | "phrase" | "bearing" | "link", string> & {
    said(number: number): string;
    since: string;
    add: string;
    takeOut: string;
    phraseHint: string;
    bearings: Record<Bearing, string>;
    readAs(horizon: string, basis: string): string;
    unread: string;
    /** Of the parts that are understood, each by itself. */
    partly(parts: readonly string[]): string;
    part(phrase: string, horizon: string): string;
  };
  source: Record<
    "address" | "more" | "name" | "kind" | "dates" | "asItsPages" | "paused" | "takeOut" | "lookFirst",
    string
  > & {
    every: Asked;
    orders: Record<DateOrder, string>;
    kinds: Record<SourceKind, string>;
    furtherInFile(count: number): string;
  };
  changing: Record<"wrong" | "empty" | "unread" | "look" | "lookHint" | "addAsSource" | "notJudged", string> & {
    title(watch: string): string;
    lookFor(watch: string): string;
    meanwhile: Record<"title" | "heading" | "unknown" | "against" | "now" | "yours" | "changeNow", string>;
  };
  preview: {
    sentOn: string;
    notRead(problem: string): string;
    advice: Partial<Record<ProblemName, string>>;
    readAs(kind: string, reason: string): string;
    reasons: Record<Because, string>;
    items(count: number): string;
    absent: string;
    itsTitle(title: string): string;
    more(count: number): string;
    further: string;
    words(count: number): string;
    file: string;
    region(parts: readonly string[]): string;
    leftOut(parts: readonly string[]): string;
    /** @param part as a page's tree names it; without one, links that have no words */
    part(part: string | undefined, links: number, why: LeftOut["why"]): string;
    beside(count: number): string;
    parts(count: number): string;
    feed(url: string): string;
    noDate: string;
    or(days: readonly string[]): string;
    open(count: number): string;
    /** What in the watch's file would settle it. @param setting `dates: dmy` */
    decides(setting: string, order: string, dates: number): string;
    news: Record<"published" | "signal", string>;
    /** Behind the news, where there is any. */
    means: Record<"published" | "signal", (rule: string) => string> &
      Record<"change", string> & {
        followed: Record<Extract<Meaning, { kind: "followed" }>["says"], string>;
        nothing: Record<Unmeaning, string>;
        lacks(groups: readonly string[]): string;
      };
  };
  keys: Record<"says" | "none" | "bot" | "newest" | "signature" | "how", string> & {
    since(who: string, at: string): string;
    exports: string;
  };
}
