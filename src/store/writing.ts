/**
 * Everything is written here, one step after the other: what is to be archived is on the disk before the transaction that
 * cites it, and looks without news wait to be written together.
 */
import type { Transaction } from "kysely";
import pLimit from "p-limit";
import { type Appended, type Archive, type Citation, keepsNothing, type ToArchive } from "../archive/citation.ts";
import type { JournalLine } from "../archive/journal.ts";
import { asDiskFull } from "./disk-full.ts";
import { countLooks } from "./look-days.ts";
import type { LookNumbers } from "./look-numbers.ts";
import { writeLooks } from "./look-rows.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import { type Recorded, replaceSource } from "./record.ts";
import type { CheckRow, Database, SourceRow, Tables } from "./tables.ts";

export interface Uneventful {
  source: SourceRow;
  check: CheckRow;
  line: JournalLine;
}

/** Looks without news that wait to be written together. */
const MAX_UNEVENTFUL = 50;

export class Writing {
  readonly #database: Database;
  readonly #numbers: LookNumbers;
  readonly #noteLooks: (looks: readonly CheckRow[]) => void;
  /** What is appended to the archive and the transaction that cites it go together, one pair after the other. */
  readonly #oneAtATime = pLimit(1);
  #archive: Archive = keepsNothing;
  #uneventful: Uneventful[] = [];
  readonly #latest = new Map<string, SourceRow>();

  /** @param noteLooks is told which looks were written */
  constructor(database: Database, numbers: LookNumbers, noteLooks: (looks: readonly CheckRow[]) => void) {
    this.#database = database;
    this.#numbers = numbers;
    this.#noteLooks = noteLooks;
  }

  /** From here on, what is written is archived first. */
  archiveTo(archive: Archive): void {
    this.#archive = archive;
  }

  /** The row of a source that waits to be written. */
  latest(watch: string, source: string): SourceRow | undefined {
    return this.#latest.get(`${watch}/${source}`);
  }

  /**
   * Notes a look that found nothing new, to be written together with others: at most with the next thing that is
   * recorded or asked for. A crash before that loses only the note, and the source is simply looked at again.
   */
  async note({ source, check, line }: Uneventful): Promise<void> {
    this.#uneventful.push({ source, check, line });
    this.#latest.set(`${source.watch}/${source.source}`, source);
    if (this.#uneventful.length < MAX_UNEVENTFUL) return;
    try {
      await this.flush();
    } catch (error) {
      // With no room left nothing piles up in memory: a look that cannot be written is a gap, and shows as one.
      this.#uneventful = this.#uneventful.slice(0, MAX_UNEVENTFUL - 1);
      throw error;
    }
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    if (this.#uneventful.length > 0) await this.write({}, async () => undefined);
  }

  /**
   * Archives what was found and what waits to be written with it, then writes both in one transaction. When there is no
   * room for it nothing is written, and what waits goes on waiting.
   */
  async write<T>(
    found: Pick<Recorded, "line" | "answers" | "check">,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    return this.#oneAtATime(async () => {
      const waiting = [...this.#uneventful];
      const lines = [...waiting.map(({ line }) => line), ...(found.line ? [found.line] : [])];
      const answers = await this.#withKnownPayloads(found.answers ?? []);
      const at = lines.at(-1)?.at;
      const appended = at ? await this.#archive.append(lines, answers, at) : undefined;
      const looks = [...waiting.map(({ check }) => check), ...(found.check ? [found.check] : [])];
      const transact = async () => {
        const rows = await this.#numbers.rowsOf(looks);
        return this.#database.transaction().execute(async (transaction) => {
          if (appended) await cite(transaction, appended);
          await keepSources(transaction, waiting);
          await writeLooks(transaction, rows);
          await countLooks(transaction, looks);
          return work(transaction);
        });
      };
      const done = await transact().catch((error) => {
        throw asDiskFull(error);
      });
      this.#noteLooks(looks);
      this.#uneventful = this.#uneventful.slice(waiting.length);
      for (const { source } of waiting)
        if (this.#latest.get(`${source.watch}/${source.source}`) === source)
          this.#latest.delete(`${source.watch}/${source.source}`);
      return done;
    });
  }

  /** A payload that is archived already is referred to, not written again. */
  async #withKnownPayloads(answers: readonly ToArchive[]): Promise<ToArchive[]> {
    return Promise.all(
      answers.map(async (item) => {
        const [known] = await archivedOf(this.#database, { digest: item.answer.digest });
        return known ? { ...item, same: known } : item;
      }),
    );
  }

  /** Writes what waits, and lets go of the archive. */
  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      this.#archive.close();
    }
  }
}

async function keepSources(transaction: Transaction<Tables>, waiting: readonly Uneventful[]): Promise<void> {
  const latest = new Map(waiting.map(({ source }) => [`${source.watch}/${source.source}`, source]));
  for (const source of latest.values()) await replaceSource(transaction, source);
}

const archivedOf = prepared((tables, { digest }: { digest: string }) =>
  tables
    .selectFrom("archived")
    .select(["record", "url", "at"])
    .where("digest", "=", digest)
    .where("kind", "=", "response")
    .limit(1),
);
const insertCitation = prepared((tables, row: Citation) => tables.insertInto("archived").values(row));
const replaceEnd = prepared((tables, row: Tables["archive_end"]) => put(tables, "archive_end", row));

async function cite(transaction: Transaction<Tables>, { citations, end }: Appended): Promise<void> {
  for (const citation of citations) await insertCitation(transaction, citation);
  await replaceEnd(transaction, { id: 1, ...end });
}
