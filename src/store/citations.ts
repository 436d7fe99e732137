/** Where the answers stand that the archive holds, and what rests on them. */
import { sql } from "kysely";
import type { Head } from "../archive/chain/link.ts";
import type { ArchiveEnd, Citation } from "../archive/citation.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import { fromRow } from "./row-json.ts";
import type { ArchiveEndRow, Database } from "./tables.ts";

export class Citations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Up to where a worker's archive is written and cited. One that was killed may have a transaction that is still being committed. */
  async end(worker = ""): Promise<ArchiveEnd | undefined> {
    const row = await this.#database
      .selectFrom("archive_end")
      .selectAll()
      .where("worker", "=", worker)
      .$if(worker !== "", (query) => query.forUpdate())
      .executeTakeFirst();
    return row && endOf(row);
  }

  /** Those of all workers. */
  async ends(): Promise<ArchiveEnd[]> {
    return (await this.#database.selectFrom("archive_end").selectAll().execute()).map(endOf);
  }

  /** How many bytes each file must have for what is cited in it; files that stand in a bucket may be there alone. */
  async reaches(): Promise<{ file: string; size: number; isUploaded: boolean }[]> {
    const cited = await this.#database
      .selectFrom("archived")
      .select(["file", sql<number>`max("offset" + "length")`.as("size")])
      .groupBy("file")
      .execute();
    const uploaded = new Set(
      (await this.#database.selectFrom("uploaded").select("file").execute()).map(({ file }) => file),
    );
    return cited.map(({ file, size }) => ({ file, size: Number(size), isUploaded: uploaded.has(file) }));
  }

  /** Where the payload of a digest stands in the archive. */
  async of(digest: string): Promise<Citation | undefined> {
    return this.#database
      .selectFrom("archived")
      .selectAll()
      .where("digest", "=", digest)
      .where("kind", "=", "response")
      .executeTakeFirst();
  }

  /** The archived answer of an address that is the newest. */
  async newestRecord(url: string): Promise<string | undefined> {
    const row = await this.#database
      .selectFrom("archived")
      .select("record")
      .where("url", "=", url)
      .orderBy("at", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.record;
  }

  /** Every archived answer, every digest that a notice or a piece of evidence cites, every record that a source rests on. */
  async all(): Promise<{ citations: Citation[]; cited: Set<string>; restedOn: Set<string> }> {
    const citations = await this.#database.selectFrom("archived").selectAll().execute();
    const notices = await this.#database.selectFrom("notice").select("body").execute();
    const evidence = await this.#database.selectFrom("evidence").select("body").execute();
    const digests = [
      ...notices.flatMap(({ body }) => fromRow<Notice>("notice", body).grounds.map((ground) => ground.capture)),
      ...evidence.map(({ body }) => fromRow<Evidence>("evidence", body).capture),
    ];
    const restedOn = (await this.#database.selectFrom("source").selectAll().execute()).flatMap((row) =>
      [row.good_record ?? [], row.problem_record ?? []].flat(),
    );
    return { citations, cited: new Set(digests.filter((digest) => digest !== "")), restedOn: new Set(restedOn) };
  }
}

/** Forgets what stood in files of the archive that are to be removed. */
export async function forgetFiles(database: Database, files: readonly string[]): Promise<void> {
  if (files.length > 0) await database.deleteFrom("archived").where("file", "in", files).execute();
}

function endOf({ file, size, config, head }: ArchiveEndRow): ArchiveEnd {
  return { file, size, config, head: head === null ? undefined : fromRow<Head>("archive_end", head) };
}
