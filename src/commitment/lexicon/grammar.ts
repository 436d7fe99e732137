/**
 * The grammar of time phrases, one for all languages: how meanings in a row make a time. It goes for the longest time that the
 * words make. Anything left over that speaks of time, or could turn it into another, makes a phrase one that is not understood.
 */
import { counted } from "./count.ts";
import type { Means, Part, Unit, Vague } from "./meaning.ts";
import { dateAt, is, isThatLong, type Read, stretchAt, yearAt } from "./period.ts";
import type { Period, Time } from "./time.ts";
import type { Token } from "./token.ts";

/**
 * The time that a phrase is about. Words that are not known may stand before it, behind a comma, and behind "in" or "at" (a
 * place): "publication is expected in May, we hear, at the Palais".
 */
export function wholeTime(tokens: readonly Token[]): Time | undefined {
  if (tokens.some(({ means }) => means === "refused")) return undefined;
  // "Two weeks" by itself answers "when?"; among other words it is how long something takes.
  const alone = counted(tokens, 0, "in");
  if (alone?.next === tokens.length) return alone.of;
  let time: Time | undefined;
  let isOpen = true;
  for (let at = 0; at < tokens.length; ) {
    const { means } = tokens[at] as Token;
    if (means === "unknown" && !isOpen) return undefined;
    if (is(tokens, at - 1, "unknown") && isBareName(tokens, at)) return undefined;
    const read = timeAt(tokens, at);
    if (read) time = time ? { kind: "both", one: time, other: read.of } : read.of;
    // "Completed and published in the autumn": no "and" between times.
    else if (!["comma", "unknown"].includes(means) && !(means === "or" && isOpen) && !isPlace(tokens, at))
      return undefined;
    isOpen = !read;
    at = read ? read.next : at + 1;
  }
  return time;
}

/** The time with which a text begins; undefined where what follows at once would make it another. */
export function openingTime(tokens: readonly Token[]): { time: Time; end: number } | undefined {
  const read = timeAt(tokens, 0);
  const last = read && tokens[read.next - 1];
  if (!last) return undefined;
  const behind = tokens[read.next]?.means ?? "comma";
  // "Before the Olympics start on 4 February": the day of that name is known.
  const isNamed = read.of.kind === "period" && read.of.period.kind === "named" && behind === "in";
  const isSafe = behind === "comma" || behind === "unknown" || isNamed || isPlace(tokens, read.next);
  return isSafe ? { time: read.of, end: last.end } : undefined;
}

/** "No verão de 2022", "depois de abril", in a language that is not known: a name by itself says too little behind such words. */
function isBareName(tokens: readonly Token[], at: number): boolean {
  if (is(tokens, at, "year-number")) return true;
  const isName = is(tokens, at, "month") || is(tokens, at, "season");
  return isName && !yearAt(tokens, at + 1) && !dateAt(tokens, at);
}

/** "In Geneva", "at the Council": says where. */
function isPlace(tokens: readonly Token[], at: number): boolean {
  return ["in", "for", "over"].includes(tokens[at]?.means ?? "") && is(tokens, at + 1, "unknown");
}

/** A time, or several with "or" between. */
function timeAt(tokens: readonly Token[], at: number): Read<Time> | undefined {
  let read = single(tokens, is(tokens, at, "between") ? at + 1 : at);
  while (read && is(tokens, read.next, "or")) {
    const second = another(tokens, read.next + 1, read.of);
    if (!second) return undefined;
    read = { of: either(read.of, second.of), next: second.next };
  }
  return read;
}

/**
 * What stands behind "or" is told by what stood before it: "by May or June", "July 26–30", "the next few days or weeks", "this week
 * or next".
 */
function another(tokens: readonly Token[], at: number, before: Time): Read<Time> | undefined {
  const { means, value } = tokens[at] ?? {};
  const read = single(tokens, at);
  if (read?.of.kind === "period" && before.kind === "period" && !RELATIONS.has(means as Means))
    return { ...read, of: { ...read.of, relation: before.relation } };
  if (read) return read;
  if (means === "unit" && (before.kind === "amount" || before.kind === "counted"))
    return { of: { ...before, unit: value as Unit }, next: at + 1 };
  if (before.kind !== "period") return undefined;
  const { period } = before;
  if (period.kind === "date" && (means === "number" || means === "ordinal")) {
    const year = yearAt(tokens, at + 1);
    return { of: { ...before, period: { ...period, day: Number(value), year: year?.of } }, next: year?.next ?? at + 1 };
  }
  if (means === "next" && (period.kind === "week" || period.kind === "running") && period.later === 0)
    return { of: { ...before, period: { ...period, later: 1 } }, next: at + 1 };
  return undefined;
}

/** "March or April 2022": the year goes for both. "Between November and February 2023" begins in 2022. */
function either(one: Time, other: Time): Time {
  if (one.kind !== "period" || other.kind !== "period") return { kind: "either", one, other };
  const first = one.period;
  const second = other.period;
  if (!("year" in first && "year" in second) || first.year !== undefined || typeof second.year !== "number")
    return { kind: "either", one, other };
  const year = second.year - (monthOf(first) > monthOf(second) ? 1 : 0);
  return { kind: "either", one: { ...one, period: { ...first, year } }, other };
}

function monthOf(period: Period): number {
  return period.kind === "months" ? period.first : period.kind === "date" ? period.month : 0;
}

/** Several in a row are one: "by no later than", "within the next". */
const RELATIONS: ReadonlySet<Means> = new Set(["in", "over", "for", "within", "by", "before", "after", "at-latest"]);

function single(tokens: readonly Token[], start: number): Read<Time> | undefined {
  let at = start;
  const said = new Set<Means>();
  while (RELATIONS.has(tokens[at]?.means as Means)) said.add((tokens[at++] as Token).means);
  if (is(tokens, at, "vague"))
    return isBound(said) ? undefined : { of: { kind: "vague", vague: tokens[at]?.value as Vague }, next: at + 1 };
  const read = during(tokens, at, said) ?? afterAll(tokens, at, said) ?? named(tokens, at, said);
  return read && (is(tokens, read.next, "or-so") || is(tokens, read.next, "more")) ? undefined : read;
}

/** Whether a day ends or begins it: nothing that is counted, or vague. */
function isBound(said: ReadonlySet<Means>): boolean {
  return said.has("before") || said.has("by") || said.has("after");
}

/** At a stretch of the calendar, by its end, or before it. */
function during(tokens: readonly Token[], at: number, said: ReadonlySet<Means>): Read<Time> | undefined {
  if (said.has("after")) return undefined;
  const isLater = is(tokens, at, "later");
  const read: (Read<Period> & Partial<FromTo>) | undefined =
    fromDayAt(tokens, at) ??
    fromPartAt(tokens, at) ??
    stretchAt(tokens, isLater ? at + (is(tokens, at + 1, "in") ? 2 : 1) : at);
  if (!read || (isLater && read.of.part)) return undefined;
  let { next } = read;
  let isBy = said.has("by") || said.has("within") || said.has("at-latest");
  for (;;) {
    const behind = is(tokens, next, "comma") ? next + 1 : next;
    if (!is(tokens, next, "by-then") && !is(tokens, next, "within-then") && !is(tokens, behind, "at-latest")) break;
    isBy = true;
    next = behind + 1;
  }
  // "Two weeks before Christmas", "the week after", "August 3 reports": another time than the one that was read.
  if (CHANGES.has(tokens[next]?.means as Means) || (isThatLong(read.of) && !isBy)) return undefined;
  const relation = isBy ? "by" : said.has("before") ? "before" : "in";
  const time: Time = { kind: "period", relation, period: read.of };
  if (!read.from) return { of: time, next };
  return { of: { kind: "either", one: { ...time, period: read.from }, other: time }, next };
}

const CHANGES: ReadonlySet<Means> = new Set(["before", "after-then", "number", "ordinal", "unit", "from-now"]);

interface FromTo extends Read<Period> {
  from: Period;
}

/** "26–30 July 2021", "3 or 4 May": the last day, and the first of them. */
function fromDayAt(tokens: readonly Token[], at: number): FromTo | undefined {
  const isDay = is(tokens, at, "number") || is(tokens, at, "ordinal");
  const read = isDay && is(tokens, at + 1, "or") ? dateAt(tokens, at + 2) : undefined;
  return read && { ...read, from: { ...read.of, day: Number(tokens[at]?.value) } };
}

/** "Mid to late February", "mid/late February". */
function fromPartAt(tokens: readonly Token[], at: number): FromTo | undefined {
  const isPair = is(tokens, at, "part") && is(tokens, at + 1, "or") && is(tokens, at + 2, "part");
  const read = isPair ? stretchAt(tokens, at + 2) : undefined;
  return read && { ...read, from: { ...read.of, part: tokens[at]?.value as Part } };
}

function afterAll(tokens: readonly Token[], at: number, said: ReadonlySet<Means>): Read<Time> | undefined {
  if (said.has("before") || said.has("by") || said.has("for")) return undefined;
  const way = said.has("within") ? "within" : said.has("over") ? "over" : said.size > 0 ? "in" : "bare";
  return counted(tokens, at, way);
}

/** "Before her term ends", "at the end of her term"; "before the Olympics start (4 February 2022)", "before the games on 4 July". */
function named(tokens: readonly Token[], at: number, said: ReadonlySet<Means>): Read<Time> | undefined {
  const isBounded = said.has("before") || said.has("by") || said.has("at-latest");
  const isPart = is(tokens, at, "part");
  let next = isPart ? at + 1 : at;
  if (is(tokens, next, "named") && (isBounded || isPart)) {
    const period: Period = { kind: "named", on: String(tokens[next]?.value) };
    const isEdge = is(tokens, next + 1, "edge") || is(tokens, next + 1, "part");
    return { of: { kind: "period", relation: "by", period }, next: next + (isEdge ? 2 : 1) };
  }
  if (!isBounded) return undefined;
  while (["unknown", "part", "edge"].includes(tokens[next]?.means ?? "")) next++;
  if (!is(tokens, next, "comma") && !is(tokens, next, "in")) return undefined;
  const read = dateAt(tokens, next + 1);
  return read && { of: { kind: "period", relation: "by", period: read.of }, next: read.next };
}
