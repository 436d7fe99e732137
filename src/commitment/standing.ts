/**
 * The clock: where a commitment stands on a given day. The clock that is shown runs from the first promise, and a newer
 * promise is held beside it: saying it again never makes the first one any less late.
 */
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import type { Horizon, Statement } from "../watch/statement.ts";
import { readPhrase } from "./lexicon/lexicon.ts";

export type Standing = "awaited" | "due" | "overdue" | "kept" | "kept-late" | "withdrawn";

/** How the publication itself stands, as far as the clock needs to know. */
export interface Outcome {
  publishedOn?: CivilDate | undefined;
  isWithdrawn?: boolean | undefined;
}

/** One promise held against a day. */
interface PromiseClock {
  statement: Statement;
  horizon: Horizon;
  standing: Standing;
}

/** How the promises of a commitment stand on a day. */
export interface PromiseClocks {
  today: CivilDate;
  first: PromiseClock;
  /** The newest promise made since, where there is one. */
  newest?: PromiseClock | undefined;
  /** The newest statement of any bearing. */
  lastWord: Statement;
  /** Civil days since the first promise; the day of the promise is day 0. */
  day: number;
}

/** Asked at every check, and always the same. */
const horizons = new WeakMap<Statement, Horizon | undefined>();

/**
 * What a statement's words amount to in dates: its own horizon when a person gave one, else the lexicon's reading.
 * Only a promise has one.
 */
export function horizon(statement: Statement): Horizon | undefined {
  if (statement.bearing !== "promise") return undefined;
  if (!horizons.has(statement))
    horizons.set(statement, statement.horizon ?? readPhrase(statement.phrase, statement.on));
  return horizons.get(statement);
}

/** One horizon held against a day. The last day of the horizon still counts as kept. */
export function standing(range: Horizon, today: CivilDate, outcome: Outcome): Standing {
  if (outcome.isWithdrawn) return "withdrawn";
  if (outcome.publishedOn) return outcome.publishedOn <= range.latest ? "kept" : "kept-late";
  if (today < range.earliest) return "awaited";
  return today <= range.latest ? "due" : "overdue";
}

/**
 * Where a commitment stands. Statements dated after `today` are not yet known.
 * @throws when no statement is a promise with a horizon; config refuses such a watch
 */
export function clock(statements: readonly Statement[], today: CivilDate, outcome: Outcome): PromiseClocks {
  const ordered = statements.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const promises = ordered.flatMap((statement) => {
    const range = horizon(statement);
    return range ? [{ statement, horizon: range }] : [];
  });
  const [first] = promises;
  if (!first) throw new Error("a commitment needs a statement that promises something");
  const said = ordered.filter((statement) => statement.on <= today);
  const lastWord = said.at(-1) ?? first.statement;
  const isWithdrawn = outcome.isWithdrawn || lastWord.bearing === "withdrawal";
  const against = (promise: { statement: Statement; horizon: Horizon }): PromiseClock => ({
    ...promise,
    standing: standing(promise.horizon, today, { ...outcome, isWithdrawn }),
  });
  const newest = promises.filter((promise) => promise.statement.on <= today).at(-1);
  return {
    today,
    first: against(first),
    newest: newest && newest !== first ? against(newest) : undefined,
    lastWord,
    day: daysBetween(first.statement.on, today),
  };
}
