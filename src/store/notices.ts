/** What people were told, and what was learnt since. */
import { decidable, type Notice, type Ruling, type Sequel } from "../judge/notice.ts";
import type { InstantText } from "../time/instant.ts";
import { fromRow } from "./row-json.ts";
import type { Database } from "./tables.ts";

/** Of a hundred watches those of two years: more say nothing else, and take a second to read. */
const MOST_FORECASTS = 10_000;

export class Notices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async one(id: string): Promise<Notice | undefined> {
    const row = await this.#database.selectFrom("notice").select("body").where("id", "=", id).executeTakeFirst();
    return row && fromRow<Notice>("notice", row.body);
  }

  async list(filter: {
    watch?: string | undefined;
    since?: InstantText | undefined;
    until?: InstantText | undefined;
    limit: number;
  }): Promise<Notice[]> {
    let query = this.#database.selectFrom("notice").select("body").orderBy("at", "desc").limit(filter.limit);
    if (filter.watch) query = query.where("watch", "=", filter.watch);
    if (filter.since) query = query.where("at", ">=", filter.since);
    if (filter.until) query = query.where("at", "<=", filter.until);
    return (await query.execute()).map((row) => fromRow<Notice>("notice", row.body)).reverse();
  }

  /** The newest that told a forecast, the oldest first. */
  async withOdds(): Promise<Notice[]> {
    const rows = await this.#database
      .selectFrom("notice")
      .select("body")
      .where("kind", "in", ["overdue", "reminder"])
      .orderBy("at", "desc")
      .limit(MOST_FORECASTS)
      .execute();
    const told = rows.map((row) => fromRow<Notice>("notice", row.body)).reverse();
    return told.filter(({ odds }) => odds !== undefined);
  }

  /** What was learnt of a notice since it was recorded. */
  async sequel(id: string, notice: Notice): Promise<Sequel> {
    const looking = await this.#claim(notice);
    return {
      copies: await this.#copies(id),
      rulings: await this.#rulings(notice),
      ...(looking ? { looking } : {}),
    };
  }

  /** Who said last that they look at what a signal is about. */
  async #claim(notice: Notice): Promise<Sequel["looking"]> {
    if (notice.kind !== "signalled") return undefined;
    return this.#database
      .selectFrom("claim")
      .select("until")
      .where("watch", "=", notice.watch)
      .where("evidence", "in", decidable(notice))
      .orderBy("until", "desc")
      .limit(1)
      .executeTakeFirst();
  }

  /** What people decided, and the bot acted on, of what a notice names. */
  async #rulings(notice: Notice): Promise<Ruling[]> {
    const about = decidable(notice);
    if (about.length === 0) return [];
    const onEvidence = await this.#database
      .selectFrom("decision")
      .select(["evidence as about", "decision", "reason", "at"])
      .where("watch", "=", notice.watch)
      .where("evidence", "in", about)
      .where("applied_at", "is not", null)
      .orderBy("at")
      .orderBy("turn")
      .execute();
    const onStatements = await this.#database
      .selectFrom("statement_decision")
      .select(["statement as about", "decision", "at"])
      .where("watch", "=", notice.watch)
      .where("statement", "in", about)
      .where("applied_at", "is not", null)
      .orderBy("at")
      .orderBy("turn")
      .execute();
    return [...onEvidence.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) })), ...onStatements];
  }

  /** The addresses of copies that the Wayback Machine made of what a notice rests on. */
  async #copies(notice: string): Promise<string[]> {
    const rows = await this.#database
      .selectFrom("submission")
      .select("saved_url")
      .where("notice", "=", notice)
      .where("state", "=", "saved")
      .orderBy("url")
      .execute();
    return rows.flatMap(({ saved_url }) => saved_url ?? []);
  }
}
