/** How each source stands, and what it remembers of its readings. */
import { sql } from "kysely";
import type { InstantText } from "../time/instant.ts";
import { prepared } from "./prepared.ts";
import type { Database, SourceRow } from "./tables.ts";
import type { Writing } from "./writing.ts";

const STANDING = [
  "source",
  "checked_at",
  "due_at",
  "good_at",
  "failing_since",
  "problem",
  "detail",
  "told_blind_at",
  "recovered_since",
  "recovered_changes",
] as const satisfies (keyof SourceRow)[];
export type SourceStanding = Pick<SourceRow, (typeof STANDING)[number]>;
/** Rows that are asked for at once. */
const AT_ONCE = 500;

interface Named {
  watch: string;
  source: string;
}

const rowOf = prepared((tables, { watch, source }: Named) =>
  tables.selectFrom("source").selectAll().where("watch", "=", watch).where("source", "=", source),
);
const memoryOf = prepared((tables, { watch, source }: Named) =>
  tables.selectFrom("source_memory").select("memory").where("watch", "=", watch).where("source", "=", source),
);
const sizeOf = prepared((tables, { watch, source }: Named) =>
  tables
    .selectFrom("source_memory")
    .select((table) => table.fn<number>("length", ["memory"]).as("size"))
    .where("watch", "=", watch)
    .where("source", "=", source),
);

/** By which it is known when a source is to be looked at, and whether it is at all. */
const DUE = ["watch", "source", "checked_at", "due_at", "rules", "problem", "detail", "failing_since"] as const;

/** What waits to be written is read as if it were. */
export class Sources {
  readonly #database: Database;
  readonly #writing: Writing;

  constructor(database: Database, writing: Writing) {
    this.#database = database;
    this.#writing = writing;
  }

  async one(watch: string, source: string): Promise<SourceRow | undefined> {
    const waiting = this.#writing.latest(watch, source);
    if (waiting) return waiting;
    const [row] = await rowOf(this.#database, { watch, source });
    return row;
  }

  /** How the sources of a watch stand; of its thousands, no more is read than that. */
  async of(watch: string): Promise<SourceStanding[]> {
    await this.#writing.flush();
    const rows = await this.#database.selectFrom("source").select(STANDING).where("watch", "=", watch).execute();
    const waiting = this.#writing.waiting.filter((row) => row.watch === watch);
    return latest(rows, waiting, ({ source }) => source);
  }

  /** Which sources were ever looked at. */
  async lookedAt(): Promise<Pick<SourceRow, "watch" | "source">[]> {
    await this.#writing.flush();
    const rows = await this.#database
      .selectFrom("source")
      .select(["watch", "source"])
      .where("checked_at", "is not", null)
      .execute();
    return latest(rows, this.#writing.waiting, ({ watch, source }) => `${watch}/${source}`);
  }

  /** When some sources were looked at, are due, and in what trouble they are, as far as that is written. */
  async due(sources: readonly Named[]): Promise<Pick<SourceRow, (typeof DUE)[number]>[]> {
    const rows = [];
    for (let from = 0; from < sources.length; from += AT_ONCE) {
      const some = sources.slice(from, from + AT_ONCE).map(({ watch, source }) => sql`(${watch}, ${source})`);
      rows.push(
        ...(await this.#database
          .selectFrom("source")
          .select(DUE)
          .where(sql<boolean>`(watch, source) IN (VALUES ${sql.join(some)})`)
          .execute()),
      );
    }
    return rows;
  }

  /** Has one be due earlier than it is; not where it is in trouble, as its site may have asked to be let be. */
  async bringForward(watch: string, source: string, due: InstantText): Promise<void> {
    await this.#writing.flush();
    await this.#database
      .updateTable("source")
      .set({ due_at: due })
      .where("watch", "=", watch)
      .where("source", "=", source)
      .where("due_at", ">", due)
      .where("failing_since", "is", null)
      .execute();
  }

  async all(): Promise<SourceRow[]> {
    await this.#writing.flush();
    const rows = await this.#database.selectFrom("source").selectAll().execute();
    return latest(rows, this.#writing.waiting, ({ watch, source }) => `${watch}/${source}`);
  }

  /** What it remembers, as JSON: a `Memory`. */
  async memory(watch: string, source: string): Promise<string | undefined> {
    const [row] = await memoryOf(this.#database, { watch, source });
    return row?.memory;
  }

  /** How long that is, in characters. */
  async memorySize(watch: string, source: string): Promise<number> {
    const [row] = await sizeOf(this.#database, { watch, source });
    return row?.size ?? 0;
  }
}

/** The rows as they are written, but for those that wait to be: as a rule none does by then. */
function latest<Row>(written: Row[], waiting: readonly Row[], keyOf: (row: Row) => string): Row[] {
  if (waiting.length === 0) return written;
  return [...new Map([...written, ...waiting].map((row) => [keyOf(row), row])).values()];
}
