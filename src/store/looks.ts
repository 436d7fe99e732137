/** The record of looks: single ones, and what they say over a period. */
import { type Coverage, type CoveredSource, coverage } from "../judge/coverage.ts";
import { DAY_MS, elapsed, type InstantText } from "../time/instant.ts";
import { LookCounts } from "./look-counts.ts";
import { recountDays } from "./look-days.ts";
import { dropMonths, isPostgres, keptFrom, monthOf, waitForOthers } from "./look-months.ts";
import type { LookNumbers } from "./look-numbers.ts";
import { firstLean, lookOf, removeLean } from "./look-rows.ts";
import type { CheckRow, Database } from "./tables.ts";

interface ChangeFilter {
  watch: string;
  source?: string | undefined;
  since?: InstantText | undefined;
  until?: InstantText | undefined;
  limit: number;
}

const SOON_MS = 2 * DAY_MS;
/** Sources whose looks are forgotten in one transaction: others wait as long. */
const FORGOTTEN_AT_ONCE = 50;

/** The record of looks. What a step did not yet write down is written first, so that nothing is missed. */
export class LookRecords {
  readonly #database: Database;
  readonly #numbers: LookNumbers;
  readonly #flush: () => Promise<void>;
  readonly #counts: LookCounts;
  /** Once it is known, only what is forgotten, or written by a clock that was set back, changes it. */
  #wholeFrom: InstantText | undefined;
  #finding: Promise<InstantText | undefined> | undefined;

  constructor(database: Database, numbers: LookNumbers, flush: () => Promise<void>) {
    this.#database = database;
    this.#numbers = numbers;
    this.#flush = flush;
    this.#counts = new LookCounts(database);
  }

  /** These looks were written. */
  noted(looks: readonly Pick<CheckRow, "watch" | "source" | "at">[]): void {
    this.#counts.noted(looks);
    if (looks.some(({ at }) => at < (this.#wholeFrom ?? ""))) this.#wholeFrom = undefined;
  }

  /** How well some sources of a watch were looked after from one instant to another. */
  async coverage(
    watch: string,
    sources: readonly CoveredSource[],
    from: InstantText,
    to: InstantText,
  ): Promise<Coverage[]> {
    await this.#flush();
    const counted = await this.#counts.of(watch, sources, from, to);
    return sources.flatMap((source) => {
      const its = counted.get(source.id);
      return its ? [coverage(source, its, from, to)] : [];
    });
  }

  /** A look's row, and the ids of the notices that came of it. */
  async one(id: string): Promise<{ look: CheckRow | undefined; notices: string[] }> {
    await this.#flush();
    const look = await lookOf(this.#database, id);
    const notices = await this.#database.selectFrom("notice").select("id").where("check", "=", id).execute();
    return { look, notices: notices.map((row) => row.id) };
  }

  /** Looks that found something changed, the newest first. */
  async changed({ watch, source, since, until, limit }: ChangeFilter): Promise<CheckRow[]> {
    await this.#flush();
    let query = this.#database
      .selectFrom("remarkable_look")
      .selectAll()
      .where("watch", "=", watch)
      .where("outcome", "=", "changed")
      .where("changes", "is not", null)
      .orderBy("at", "desc")
      .limit(limit);
    if (source) query = query.where("source", "=", source);
    if (since) query = query.where("at", ">=", since);
    if (until) query = query.where("at", "<=", until);
    return query.execute();
  }

  /** From when on the record is whole: of older looks only those that led to something are kept. */
  async wholeFrom(): Promise<InstantText | undefined> {
    await this.#flush();
    if (this.#wholeFrom) return this.#wholeFrom;
    this.#finding ??= this.#findWholeFrom().finally(() => {
      this.#finding = undefined;
    });
    return this.#finding;
  }

  async #findWholeFrom(): Promise<InstantText | undefined> {
    const remarkable = await this.#database
      .selectFrom("remarkable_look")
      .select((e) => e.fn.min<InstantText | null>("at").as("at"))
      .executeTakeFirst();
    const [first, other] = [await firstLean(this.#database), remarkable?.at ?? undefined];
    if (!first) return other;
    // A bot's first looks are all remarkable, and others soon follow.
    const isOther = other !== undefined && other < first && elapsed(other, first) < SOON_MS;
    this.#wholeFrom = isOther ? other : first;
    return this.#wholeFrom;
  }

  /**
   * Removes the record of looks older than an instant; those that led to something are kept.
   * @returns from when on all looks are kept: where they are forgotten by whole months, it is earlier
   */
  async forget(before: InstantText): Promise<InstantText> {
    await this.#flush();
    const kept = keptFrom(this.#database, before);
    const first = await firstLean(this.#database);
    if (first && first < kept) await this.#forget(first, kept);
    return kept;
  }

  async #forget(first: InstantText, kept: InstantText): Promise<void> {
    const all = await this.#database.selectFrom("source_number").selectAll().execute();
    for (const [watch, sources] of Map.groupBy(all, (row) => row.watch))
      for (let from = 0; from < sources.length; from += FORGOTTEN_AT_ONCE) {
        const some = sources.slice(from, from + FORGOTTEN_AT_ONCE);
        const names = some.map(({ source }) => source);
        const numbers = some.map(({ number }) => number);
        await this.#database.transaction().execute(async (transaction) => {
          await waitForOthers(transaction);
          await recountDays(transaction, watch, names, first, kept);
          if (!isPostgres(transaction)) await removeLean(transaction, numbers, kept);
        });
      }
    if (isPostgres(this.#database)) await dropMonths(this.#database, monthOf(kept));
    await this.#database.deleteFrom("look_ending").where("month", "<", monthOf(kept)).execute();
    this.#numbers.forget();
    this.#counts.forget();
    this.#wholeFrom = undefined;
  }
}
