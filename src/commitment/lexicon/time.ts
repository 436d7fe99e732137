/** What a time phrase says, before it is reckoned out for the day on which it was said. */
import type { Amount, Feast, Part, Unit, Vague } from "./meaning.ts";

/** A year by its number, this or the next; undefined: the first in which it is not over. */
export type Year = number | "this" | "next" | undefined;

/** A stretch of the calendar. */
export type Period = { part?: Part | undefined } & (
  | { kind: "date"; year: Year; month: number; day: number; weekday?: number | undefined }
  /** Days after the day it was said. */
  | { kind: "day"; later: number }
  /** `next` may mean the first or the second; `week` is that of a week after this one. */
  | { kind: "weekday"; weekday: number; isNext?: boolean; later?: number; week?: number }
  /** The one in which it was said, or one after it; undefined: as long from that day on. */
  | { kind: "week"; later: number | undefined }
  | { kind: "weekend"; later: number }
  /** The week from a day, or up to it. */
  | { kind: "week-of"; day: Period; isEnding: boolean }
  /** So many months from the first of one: a month, a season, a quarter, a half, a year. */
  | { kind: "months"; first: number; length: number; year: Year; isNext?: boolean }
  /** The same of a stretch of so many months: "this quarter", "next year". */
  | { kind: "running"; length: number; later: number | undefined }
  | { kind: "feast"; feast: Feast; year: Year }
  /** "The first two weeks of March"; from the end when it is negative. */
  | { kind: "weeks"; nth: number; count: number; of: Period }
  /** A day that the watch knows by name. */
  | { kind: "named"; on: string }
);

/** How a time bears on what is to come: at it, up to its last day, or before its first. */
type Relation = "in" | "by" | "before";

export type Time =
  | { kind: "period"; relation: Relation; period: Period }
  /** From the day it was said; `isWithin`: any day of it, not its end. `more`: half a unit more, for "or so". */
  | { kind: "counted"; from: number; to: number; unit: Unit; isWithin: boolean; isAbout: boolean }
  | { kind: "amount"; amount: Amount; unit: Unit }
  | { kind: "vague"; vague: Vague }
  /** Either: from the first day of one to the last of the other. */
  | { kind: "either"; one: Time; other: Time }
  /** Both: the narrower holds. */
  | { kind: "both"; one: Time; other: Time };
