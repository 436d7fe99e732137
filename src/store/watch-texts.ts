/**
 * What each watch's YAML says and said, version by version, and who wrote it. Where several processes share a database the watches
 * themselves stand here; else in files, and here what these said.
 */
import type { InstantText } from "../time/instant.ts";
import type { Database, WatchTextRow } from "./tables.ts";

export interface WatchText {
  watch: string;
  version: number;
  at: InstantText;
  by: string;
  text: string;
  /** It was taken away; the text is the last that it had. */
  isArchived: boolean;
}

/** Somebody else wrote a newer version meanwhile. */
export class Outdated extends Error {
  constructor(watch: string) {
    super(`${watch} was changed by somebody else meanwhile`);
  }
}

/** A new version of one watch, after another. */
export interface NewText extends Pick<WatchText, "watch" | "text" | "by" | "at" | "isArchived"> {
  /** The version that it follows; 0 before the first. */
  after: number;
}

/** Who keeps a watch has no more of a use for older ones. */
const MOST_SHOWN = 100;

export class WatchTexts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest version of every watch that there is or was, by its id. */
  async newest(): Promise<WatchText[]> {
    const rows = await this.#database
      .selectFrom("watch_text")
      .selectAll()
      .where(({ eb, selectFrom, ref }) =>
        eb(
          "version",
          "=",
          selectFrom("watch_text as other")
            .select((of) => of.fn.max<number>("other.version").as("last"))
            .where("other.watch", "=", ref("watch_text.watch")),
        ),
      )
      .orderBy("watch")
      .execute();
    return rows.map(asText);
  }

  /** Changes whenever anybody writes a version: cheap to ask for. */
  async mark(): Promise<string> {
    const { versions } = await this.#database
      .selectFrom("watch_text")
      .select((of) => of.fn.countAll<number>().as("versions"))
      .executeTakeFirstOrThrow();
    return String(versions);
  }

  /** Versions of one watch, the newest first. */
  async versions(watch: string, limit = MOST_SHOWN): Promise<WatchText[]> {
    const rows = await this.#database
      .selectFrom("watch_text")
      .selectAll()
      .where("watch", "=", watch)
      .orderBy("version", "desc")
      .limit(limit)
      .execute();
    return rows.map(asText);
  }

  async version(watch: string, version: number): Promise<WatchText | undefined> {
    const row = await this.#database
      .selectFrom("watch_text")
      .selectAll()
      .where("watch", "=", watch)
      .where("version", "=", version)
      .executeTakeFirst();
    return row && asText(row);
  }

  /** @throws {Outdated} when there is a version after that which it is to follow; nothing is written then */
  async put(texts: readonly NewText[]): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      for (const { after, isArchived, ...text } of texts) {
        const row = { ...text, version: after + 1, is_archived: isArchived ? 1 : 0 } as const;
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto("watch_text")
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) throw new Outdated(text.watch);
      }
    });
  }
}

function asText({ is_archived, ...row }: WatchTextRow): WatchText {
  return { ...row, isArchived: is_archived === 1 };
}
