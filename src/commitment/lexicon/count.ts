/** The grammar of what is counted from the day it was said: "in two to three weeks", "the next few days", "six weeks from now". */
import type { Amount, Means, Unit } from "./meaning.ts";
import { is, type Read } from "./period.ts";
import type { Time } from "./time.ts";
import type { Token } from "./token.ts";

/** Behind a count these count it from something else, or make it a row of days: "two weeks before", "3 May". */
const BEHIND: ReadonlySet<Means> = new Set([
  ...(["before", "by-then", "after-then", "number", "ordinal", "month", "year-number"] as const),
]);

/**
 * So many units of time.
 * @param way "over" wants "the next" before the number; "bare" wants it, or "from now" behind it
 */
export function counted(
  tokens: readonly Token[],
  start: number,
  way: "in" | "within" | "over" | "bare",
): Read<Time> | undefined {
  const { amount, range, isNext, next } = howMany(tokens, start);
  const unit = unitAt(tokens[next], Boolean(range ?? amount));
  if (!unit) return undefined;
  let at = next + 1;
  let [from, to] = range ?? [1, 1];
  // "A week or two".
  if (range && from === 1 && to === 1 && is(tokens, at, "or") && is(tokens, at + 1, "number")) {
    if (is(tokens, at + 2, "unit")) return undefined;
    to = Number(tokens[at + 1]?.value);
    at += 2;
  }
  const behind = new Set<Means>();
  for (; BEHIND_UNIT.has(tokens[at]?.means as Means); at++) behind.add((tokens[at] as Token).means);
  const isComing = isNext || behind.has("next");
  const isWithin = way === "within" || way === "over" || isComing || behind.has("within-then");
  const isTime = isWithin || way === "in" || behind.has("from-now") || behind.has("after-then");
  if (BEHIND.has(tokens[at]?.means as Means) || !isTime || (way === "over" && !isComing)) return undefined;
  if (!range) return { of: { kind: "amount", amount: amount ?? "next", unit }, next: at };
  if (from < 1 || to < from || to > 999) return undefined;
  return { of: { kind: "counted", from, to, unit, isWithin, isAbout: behind.has("or-so") }, next: at };
}

const BEHIND_UNIT: ReadonlySet<Means> = new Set([
  ...(["next", "from-now", "after-then", "or-so", "within-then", "more", "at-latest"] as const),
]);

/** What stands before a unit: "the next two to three", "a few more". */
function howMany(tokens: readonly Token[], start: number) {
  let at = start;
  let isNext = false;
  let amount: Amount | undefined;
  let range: [number, number] | undefined;
  for (; ; at++) {
    const { means, value } = tokens[at] ?? {};
    if (means === "next") isNext = true;
    else if (means === "amount" && !amount) amount = value as Amount;
    else if ((means === "number" || means === "one") && !range && !amount) {
      const first = means === "one" ? 1 : Number(value);
      // "Bis" is "by" and "to".
      const isRange = (is(tokens, at + 1, "or") || is(tokens, at + 1, "by")) && is(tokens, at + 2, "number");
      range = [first, isRange ? Number(tokens[at + 2]?.value) : first];
      if (isRange) at += 2;
    } else if (means !== "more") return { amount, range, isNext, next: at };
  }
}

/** "A week": a stretch of the calendar is a unit when one is counted. */
function unitAt(token: Token | undefined, isCounted: boolean): Unit | undefined {
  if (token?.means === "unit" || (isCounted && token?.means === "single")) return token.value as Unit;
  if (!isCounted || token?.means !== "stretch") return undefined;
  return ({ 0: "weeks", 1: "months", 12: "years" } as const)[Number(token.value)];
}
