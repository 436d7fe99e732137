/** The grammar of stretches of the calendar: "the end of the first quarter of 2022", "Tuesday next week", "15 March". */
import type { Feast, Means, Part } from "./meaning.ts";
import type { Period, Year } from "./time.ts";
import type { Token } from "./token.ts";

/** Something read, and the place of the token behind it. */
export interface Read<Of> {
  of: Of;
  next: number;
}

type Months = { first: number; length: number };
type Running = Period & { kind: "running" };

export function is(tokens: readonly Token[], at: number, means: Means): boolean {
  return tokens[at]?.means === means;
}

/** "The month", "the week": which one is not said, and "within" it is as long from now on. */
export function isThatLong(of: Period): boolean {
  return (of.kind === "running" || of.kind === "week") && of.later === undefined;
}

/** A stretch, with the part of it that is meant. */
export function stretchAt(tokens: readonly Token[], start: number): Read<Period> | undefined {
  const half = halfOfMonth(tokens, start);
  const part = half ?? (is(tokens, start, "part") ? (tokens[start]?.value as Part) : undefined);
  if (part) {
    const at = start + (half ? 2 : 1);
    return partOf(whole(tokens, is(tokens, at, "in") ? at + 1 : at), part);
  }
  const read = weeksOfMonth(tokens, start) ?? whole(tokens, start);
  // "Before the year is over".
  if (read && is(tokens, read.next, "edge")) return partOf({ ...read, next: read.next + 1 }, "end");
  // "Month end", 3月底.
  return read && is(tokens, read.next, "part")
    ? partOf({ ...read, next: read.next + 1 }, tokens[read.next]?.value as Part)
    : read;
}

function partOf(read: Read<Period> | undefined, part: Part): Read<Period> | undefined {
  if (!read || read.of.part || !["months", "running", "week", "feast"].includes(read.of.kind)) return undefined;
  const of = isThatLong(read.of) ? { ...(read.of as Running), later: 0 } : read.of;
  return { of: { ...of, part }, next: read.next };
}

/** "The first half of March"; that of a year is a stretch of its own. */
function halfOfMonth(tokens: readonly Token[], at: number): Part | undefined {
  const isHalf = is(tokens, at, "ordinal") && isStretch(tokens, at + 1, 6) && is(tokens, at + 2, "month");
  return isHalf ? ({ 1: "first-half", 2: "second-half" } as const)[Number(tokens[at]?.value)] : undefined;
}

/** "The first two weeks of March", "the last week in February", "the second week of next month". */
function weeksOfMonth(tokens: readonly Token[], start: number): Read<Period> | undefined {
  const isLast = is(tokens, start, "last");
  if (!isLast && !is(tokens, start, "ordinal")) return undefined;
  const isCounted = is(tokens, start + 1, "number");
  const unit = start + (isCounted ? 2 : 1);
  // "Week of" is a word of its own.
  if (!isStretch(tokens, unit, 0) && !is(tokens, unit, "week-of") && tokens[unit]?.value !== "weeks") return undefined;
  const month = whole(tokens, is(tokens, unit + 1, "in") ? unit + 2 : unit + 1);
  if (month?.of.kind !== "months" && month?.of.kind !== "running") return undefined;
  const of = isThatLong(month.of) ? { ...(month.of as Running), later: 0 } : month.of;
  const nth = isLast ? -1 : Number(tokens[start]?.value);
  const count = isCounted ? Number(tokens[start + 1]?.value) : 1;
  if (of.length !== 1 || of.part || nth === 0 || nth > 5 || count < 1 || count > 4) return undefined;
  return { of: { kind: "weeks", nth, count, of }, next: month.next };
}

function whole(tokens: readonly Token[], at: number): Read<Period> | undefined {
  return (
    dateAt(tokens, at) ??
    weekday(tokens, at) ??
    ofYear(tokens, at) ??
    running(tokens, at) ??
    weekOf(tokens, at) ??
    (is(tokens, at, "day") ? { of: { kind: "day", later: Number(tokens[at]?.value) }, next: at + 1 } : undefined)
  );
}

/** "The week of 14 March", "week ending Friday 18 March". */
function weekOf(tokens: readonly Token[], at: number): Read<Period> | undefined {
  const isEnding = is(tokens, at, "week-ending");
  if (!isEnding && !is(tokens, at, "week-of")) return undefined;
  const read = dateAt(tokens, at + 1) ?? weekday(tokens, at + 1);
  return read?.of.kind === "date" ? { of: { kind: "week-of", day: read.of, isEnding }, next: read.next } : undefined;
}

/** "Friday", "next Tuesday", "Tuesday next week", "next week Tuesday", "Monday week", "Friday 21 January". */
function weekday(tokens: readonly Token[], start: number): Read<Period> | undefined {
  const isNext = is(tokens, start, "next");
  let at = isNext || is(tokens, start, "this") ? start + 1 : start;
  const isWeekFirst = at > start && isStretch(tokens, at, 0);
  if (isWeekFirst) at += is(tokens, at + 1, "in") ? 2 : 1;
  if (!is(tokens, at, "weekday")) return undefined;
  const found = { kind: "weekday", weekday: Number(tokens[at++]?.value) } as const;
  if (isWeekFirst) return { of: { ...found, week: isNext ? 1 : 0 }, next: at };
  const dated = dateAt(tokens, is(tokens, at, "comma") ? at + 1 : at);
  if (dated) return { of: { ...dated.of, weekday: found.weekday }, next: dated.next };
  const week = running(tokens, is(tokens, at, "in") ? at + 1 : at);
  if (week?.of.kind === "week" && week.of.later !== undefined)
    return { of: { ...found, week: week.of.later }, next: week.next };
  if (isStretch(tokens, at, 0)) return { of: { ...found, later: 7 }, next: at + 1 };
  return is(tokens, at, "next")
    ? { of: { ...found, isNext: true }, next: at + 1 }
    : { of: { ...found, isNext }, next: at };
}

/** "This week", "next month", "the week after next", "the year". */
function running(tokens: readonly Token[], start: number): Read<Period> | undefined {
  let at = start;
  let later: number | undefined;
  const step = () => {
    if (is(tokens, at, "this")) later = 0;
    else if (is(tokens, at, "next") && later !== 0) later = 1;
    else if (is(tokens, at, "after-next")) later = 2;
    else return false;
    at++;
    return true;
  };
  while (step());
  const { means, value } = tokens[at++] ?? {};
  if (means !== "stretch" && means !== "weekend") return undefined;
  while (step());
  if (means === "weekend") return { of: { kind: "weekend", later: later ?? 0 }, next: at };
  return { of: value === 0 ? { kind: "week", later } : { kind: "running", length: Number(value), later }, next: at };
}

/** A month, a season, a quarter, a half, a feast, with or without its year; a year. */
function ofYear(tokens: readonly Token[], start: number): Read<Period> | undefined {
  const year = yearAt(tokens, start);
  // 2022年3月, 今年上半年: the year goes before.
  const within = year && monthsAt(tokens, year.next);
  if (within && !is(tokens, start, "in"))
    return { of: { kind: "months", ...within.of, year: year.of }, next: within.next };
  if (is(tokens, start, "year-number"))
    return year && { of: { kind: "months", first: 1, length: 12, year: year.of }, next: year.next };
  let isNext = is(tokens, start, "next");
  let at = isNext || is(tokens, start, "this") ? start + 1 : start;
  // "This coming February".
  if (is(tokens, at, "next")) at++;
  const months = monthsAt(tokens, at);
  if (!months && !is(tokens, at, "feast")) return undefined;
  const name = tokens[at]?.value as Feast;
  at = months?.next ?? at + 1;
  const behind = yearAt(tokens, at);
  if (!behind && is(tokens, at, "next")) {
    isNext = true;
    at++;
  }
  const next = behind?.next ?? at;
  if (!months) return { of: { kind: "feast", feast: name, year: behind?.of }, next };
  return { of: { kind: "months", ...months.of, year: behind?.of, isNext: isNext && !behind }, next };
}

/** "March", "spring", "the second quarter", "the last half". */
function monthsAt(tokens: readonly Token[], at: number): Read<Months> | undefined {
  const { means, value } = tokens[at] ?? {};
  if (means === "month" || means === "season")
    return { of: { first: Number(value), length: means === "month" ? 1 : 3 }, next: at + 1 };
  const length = isStretch(tokens, at + 1, 3) ? 3 : isStretch(tokens, at + 1, 6) ? 6 : 0;
  const nth = length === 0 ? 0 : means === "last" ? 12 / length : means === "ordinal" ? Number(value) : 0;
  return nth >= 1 && nth <= 12 / length ? { of: { first: (nth - 1) * length + 1, length }, next: at + 2 } : undefined;
}

/** "2022", "(2022)", "2022年", "of next year", "of the year". */
export function yearAt(tokens: readonly Token[], start: number): Read<Year> | undefined {
  const at = is(tokens, start, "comma") || is(tokens, start, "in") ? start + 1 : start;
  if (is(tokens, at, "year-number"))
    return { of: Number(tokens[at]?.value), next: at + (isStretch(tokens, at + 1, 12) ? 2 : 1) };
  const read = is(tokens, start, "comma") ? undefined : running(tokens, at);
  if (read?.of.kind !== "running" || read.of.length !== 12) return undefined;
  const { later } = read.of;
  if (later === 2) return undefined;
  return { of: later === undefined ? undefined : later === 0 ? "this" : "next", next: read.next };
}

/** "4 July", "July 4, 2022", "3月15日", "2022-03-15"; a day of the month by itself says too little. */
export function dateAt(tokens: readonly Token[], at: number): Read<Period & { kind: "date" }> | undefined {
  const one = tokens[at];
  const two = tokens[at + 1];
  if (one?.means === "date") {
    const [year, month = 0, day = 0] = String(one.value).split("-").map(Number);
    return { of: { kind: "date", year, month, day }, next: at + 1 };
  }
  const isDay = (token: Token | undefined) => token?.means === "number" || token?.means === "ordinal";
  const [day, month] = isDay(one) ? [one, two] : [two, one];
  if (!isDay(day) || month?.means !== "month") {
    // 2022年3月15日.
    const year = is(tokens, at, "year-number") ? yearAt(tokens, at) : undefined;
    const read = year && !is(tokens, year.next, "year-number") ? dateAt(tokens, year.next) : undefined;
    return read && { of: { ...read.of, year: year?.of }, next: read.next };
  }
  const year = yearAt(tokens, at + 2);
  return {
    of: { kind: "date", year: year?.of, month: Number(month.value), day: Number(day?.value) },
    next: year?.next ?? at + 2,
  };
}

function isStretch(tokens: readonly Token[], at: number, length: number): boolean {
  return is(tokens, at, "stretch") && tokens[at]?.value === length;
}
