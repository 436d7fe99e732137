/** What the record of looks says of each source over a period: counted and paired in the database, which may hold millions. */
import { sql } from "kysely";
import type { Gap, LookRecord } from "../judge/coverage.ts";
import type { InstantText } from "../language/civil-date.ts";
import type { ProblemName } from "../read/reading.ts";
import type { Database } from "./database.ts";

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
export async function lookRecords(
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

const DAY_MS = 86_400_000;
