/** The record of looks: single ones, and what they say over a period. */
import { type Coverage, type CoveredSource, coverage } from "../judge/coverage.ts";
import { DAY_MS, elapsed, type InstantText } from "../time/instant.ts";
import { LookCounts } from "./look-counts.ts";
import { dayOf, recountDays, watchesLookedAt } from "./look-days.ts";
import type { CheckRow, Database } from "./tables.ts";

interface ChangeFilter {
  watch: string;
  source?: string | undefined;
  since?: InstantText | undefined;
  until?: InstantText | undefined;
  limit: number;
}

/** Looks that are forgotten after a while. */
const UNREMARKABLE: CheckRow["outcome"][] = ["unchanged", "problem"];
const SOON_MS = 2 * DAY_MS;

/** The record of looks. What a step did not yet write down is written first, so that nothing is missed. */
export class LookRecords {
  readonly #database: Database;
  readonly #flush: () => Promise<void>;
  readonly #counts: LookCounts;
  /** Once it is known, only what is forgotten, or written by a clock that was set back, changes it. */
  #wholeFrom: InstantText | undefined;
  #finding: Promise<InstantText | undefined> | undefined;

  constructor(database: Database, flush: () => Promise<void>) {
    this.#database = database;
    this.#flush = flush;
    this.#counts = new LookCounts(database);
  }

  /** These looks were written. */
  noted(looks: readonly Pick<CheckRow, "at">[]): void {
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
      return its ? [coverage(source, its.record, its.goodBefore, from, to)] : [];
    });
  }

  /** A look's row, and the ids of the notices that came of it. */
  async one(id: string): Promise<{ look: CheckRow | undefined; notices: string[] }> {
    await this.#flush();
    const look = await this.#database.selectFrom("check_record").selectAll().where("id", "=", id).executeTakeFirst();
    const notices = await this.#database.selectFrom("notice").select("id").where("check", "=", id).execute();
    return { look, notices: notices.map((row) => row.id) };
  }

  /** Looks that found something changed, the newest first. */
  async changed({ watch, source, since, until, limit }: ChangeFilter): Promise<CheckRow[]> {
    await this.#flush();
    let query = this.#database
      .selectFrom("check_record")
      .selectAll()
      .where("watch", "=", watch)
      .where("outcome", "=", "changed")
      // By this the index knows them.
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
    const any = await this.#first(["baseline", "changed", ...UNREMARKABLE]);
    const unremarkable = await this.#first(UNREMARKABLE);
    if (!any || !unremarkable) return any;
    // A bot's first looks are all remarkable, and unremarkable ones soon follow.
    this.#wholeFrom = elapsed(any, unremarkable) < SOON_MS ? any : unremarkable;
    return this.#wholeFrom;
  }

  /** When the first look was that ended so. */
  async #first(outcomes: readonly CheckRow["outcome"][]): Promise<InstantText | undefined> {
    let first: InstantText | undefined;
    for (const watch of await watchesLookedAt(this.#database)) {
      const look = await this.#database
        .selectFrom("check_record")
        .select("at")
        .where("watch", "=", watch)
        .where("outcome", "in", outcomes)
        .orderBy("at")
        .limit(1)
        .executeTakeFirst();
      if (look && (first === undefined || look.at < first)) first = look.at;
    }
    return first;
  }

  /** Removes the record of looks older than an instant; those that led to something are kept. */
  async forget(before: InstantText): Promise<void> {
    await this.#flush();
    for (const watch of await watchesLookedAt(this.#database))
      await this.#database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom("check_record")
          .where("watch", "=", watch)
          .where("at", "<", before)
          .where("outcome", "in", UNREMARKABLE)
          .executeTakeFirstOrThrow();
        if (numDeletedRows > 0n) await recountDays(transaction, watch, dayOf(before));
      });
    this.#counts.forget();
    this.#wholeFrom = undefined;
  }
}
