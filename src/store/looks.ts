/** The record of looks: single ones, and what they say over a period, counted and paired in the database, which may hold millions. */
import { sql } from "kysely";
import { type Coverage, type CoveredSource, coverage, type Gap, type LookRecord } from "../judge/coverage.ts";
import type { ProblemName } from "../read/reading.ts";
import { DAY_MS, elapsed, type InstantText } from "../time/instant.ts";
import type { CheckRow, Database } from "./tables.ts";

interface LookFilter {
  watch?: string | undefined;
  source?: string | undefined;
  since?: InstantText | undefined;
  until?: InstantText | undefined;
  outcomes?: CheckRow["outcome"][] | undefined;
  limit: number;
}

/** Looks that are forgotten after a while. */
const UNREMARKABLE: CheckRow["outcome"][] = ["unchanged", "problem"];
const SOON_MS = 2 * DAY_MS;

/** The record of looks. What a step did not yet write down is written first, so that nothing is missed. */
export class LookRecords {
  readonly #database: Database;
  readonly #flush: () => Promise<void>;

  constructor(database: Database, flush: () => Promise<void>) {
    this.#database = database;
    this.#flush = flush;
  }

  /** How well some sources of a watch were looked after from one instant to another. */
  async coverage(
    watch: string,
    sources: readonly CoveredSource[],
    from: InstantText,
    to: InstantText,
  ): Promise<Coverage[]> {
    await this.#flush();
    const ids = sources.map((source) => source.id);
    const leastGap = Math.min(...sources.map((source) => source.patience));
    const records = await lookRecords(this.#database, watch, ids, { from, to }, leastGap);
    return records.flatMap((record, index) => {
      const source = sources[index];
      return source ? [coverage(record, source, from, to)] : [];
    });
  }

  /** A look's row, and the ids of the notices that came of it. */
  async one(id: string): Promise<{ look: CheckRow | undefined; notices: string[] }> {
    await this.#flush();
    const look = await this.#database.selectFrom("check_record").selectAll().where("id", "=", id).executeTakeFirst();
    const notices = await this.#database.selectFrom("notice").select("id").where("check", "=", id).execute();
    return { look, notices: notices.map((row) => row.id) };
  }

  /** Looks that found or failed something, the newest first. */
  async remarkable(filter: LookFilter): Promise<CheckRow[]> {
    await this.#flush();
    let query = this.#database.selectFrom("check_record").selectAll().orderBy("at", "desc").limit(filter.limit);
    if (filter.watch) query = query.where("watch", "=", filter.watch);
    if (filter.source) query = query.where("source", "=", filter.source);
    if (filter.since) query = query.where("at", ">=", filter.since);
    if (filter.until) query = query.where("at", "<=", filter.until);
    return query.where("outcome", "in", filter.outcomes ?? ["baseline", "changed", "problem"]).execute();
  }

  /** From when on the record is whole: of older looks only those that led to something are kept. */
  async wholeFrom(): Promise<InstantText | undefined> {
    await this.#flush();
    const first = await this.#database
      .selectFrom("check_record")
      .select((e) => [
        e.fn.min("at").as("any"),
        e.fn.min("at").filterWhere("outcome", "in", UNREMARKABLE).as("unremarkable"),
      ])
      .executeTakeFirst();
    if (!first?.any || !first.unremarkable) return first?.any ?? undefined;
    // A bot's first looks are all remarkable, and unremarkable ones soon follow.
    return elapsed(first.any, first.unremarkable) < SOON_MS ? first.any : first.unremarkable;
  }

  /** Removes the record of looks older than an instant; those that led to something are kept. */
  async forget(before: InstantText): Promise<void> {
    await this.#database
      .deleteFrom("check_record")
      .where("at", "<", before)
      .where("outcome", "in", UNREMARKABLE)
      .execute();
  }
}

interface Counts {
  source: string;
  looks: number;
  failed: number;
  first_good: InstantText | null;
  last_good: InstantText | null;
  failures_before: number | null;
  failures_after: number | null;
}

/** @param leastGap gaps longer than this are given one by one, in milliseconds; of shorter ones, the longest of a source */
async function lookRecords(
  database: Database,
  watch: string,
  sources: readonly string[],
  { from, to }: { from: InstantText; to: InstantText },
  leastGap: number,
): Promise<LookRecord[]> {
  const look = sql`SELECT source, at, outcome <> 'problem' AS good, ROW_NUMBER() OVER (PARTITION BY source ORDER BY at) AS n
    FROM check_record WHERE watch = ${watch} AND at >= ${from} AND at <= ${to}`;
  const counts = await sql<Counts>`WITH look AS (${look})
    SELECT source, COUNT(*) AS looks, SUM(NOT good) AS failed,
      MIN(CASE WHEN good THEN at END) AS first_good, MAX(CASE WHEN good THEN at END) AS last_good,
      MIN(CASE WHEN good THEN n END) - 1 AS failures_before, COUNT(*) - MAX(CASE WHEN good THEN n END) AS failures_after
    FROM look GROUP BY source`.execute(database);
  const gaps = await sql<Gap & { source: string }>`WITH look AS (${look}),
    good AS (SELECT source, at, n, LAG(at) OVER w AS before, LAG(n) OVER w AS before_n
      FROM look WHERE good WINDOW w AS (PARTITION BY source ORDER BY at)),
    gap AS (SELECT source, before, at, n - before_n - 1 AS failures, julianday(at) - julianday(before) AS days
      FROM good WHERE before IS NOT NULL),
    ranked AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY source ORDER BY days DESC) AS rank FROM gap)
    SELECT source, before AS "from", at AS "to", failures FROM ranked
    WHERE rank = 1 OR days > ${leastGap / DAY_MS} ORDER BY at`.execute(database);
  const before = await database
    .selectFrom("check_record")
    .select((e) => ["source", e.fn.max("at").as("at")])
    .where("watch", "=", watch)
    .where("at", "<", from)
    .where("outcome", "<>", "problem")
    .groupBy("source")
    .execute();
  const causes = await database
    .selectFrom("check_record")
    .select((e) => ["source", "problem", e.fn.countAll<number>().as("count")])
    .where("watch", "=", watch)
    .where("at", ">=", from)
    .where("at", "<=", to)
    .where("outcome", "=", "problem")
    .groupBy(["source", "problem"])
    .orderBy("count", "desc")
    .execute();
  return sources.map((source) => {
    const counted = counts.rows.find((row) => row.source === source);
    return {
      source,
      looks: counted?.looks ?? 0,
      failed: counted?.failed ?? 0,
      goodBefore: before.find((row) => row.source === source)?.at ?? undefined,
      firstGood: counted?.first_good ?? undefined,
      lastGood: counted?.last_good ?? undefined,
      failuresBeforeGood: counted?.failures_before ?? 0,
      failuresAfterGood: counted?.failures_after ?? 0,
      gaps: gaps.rows.filter((row) => row.source === source).map(({ from, to, failures }) => ({ from, to, failures })),
      causes: causes
        .filter((row) => row.source === source)
        .map(({ problem, count }) => ({ problem: problem as ProblemName, count })),
    };
  });
}
