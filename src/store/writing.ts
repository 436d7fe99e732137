/**
 * Everything is written here, one step after the other: what is to be archived is on the disk before the transaction that
 * cites it, and looks without news wait to be written together.
 */
import type { Transaction } from "kysely";
import pLimit from "p-limit";
import { type Appended, type Archive, type Citation, keepsNothing, type ToArchive } from "../archive/citation.ts";
import type { JournalLine } from "../archive/journal.ts";
import { asDiskFull } from "./fault.ts";
import { lostTurns, type Turn, TurnLost } from "./lines.ts";
import { countLooks } from "./look-days.ts";
import type { LookNumbers } from "./look-numbers.ts";
import { type Written, writeLooks } from "./look-rows.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import { hasNews, type Recorded, replaceSource } from "./record.ts";
import type { OwnSteps, SharedSteps, Step } from "./steps.ts";
import type { CheckRow, Database, SourceRow, Tables } from "./tables.ts";

export interface Uneventful {
  source: SourceRow;
  check: CheckRow;
  line: JournalLine;
  /** In whose course it was made, where several processes look. */
  turn?: Turn | undefined;
}

/** Who writes: one process alone, or one of several, by the name that its archive's files bear. */
export type Author = { steps: OwnSteps } | { worker: string; steps: SharedSteps };

/** Looks without news that wait to be written together; and how long, where others are to see them. */
const MAX_UNEVENTFUL = 50;
const SHARED_WITHIN_MS = 100;

/** What one transaction is to write, besides what waits. */
interface Work<T> {
  watch: string | undefined;
  found: Recorded;
  answers: readonly ToArchive[];
  /** All looks, as they are written. */
  rows: ReadonlyMap<CheckRow, Written>;
  write: (transaction: Transaction<Tables>) => Promise<T>;
}

export class Writing {
  readonly #database: Database;
  readonly #author: Author;
  readonly #numbers: LookNumbers;
  readonly #noteLooks: (looks: readonly CheckRow[]) => void;
  /** What is appended to the archive and the transaction that cites it go together, one pair after the other. */
  readonly #oneAtATime = pLimit(1);
  #archive: Archive = keepsNothing;
  /** What was appended last, until it is known to be cited. */
  #doubtful: Appended | undefined;
  #uneventful: Uneventful[] = [];
  readonly #latest = new Map<string, SourceRow>();
  #flushing: NodeJS.Timeout | undefined;

  /** @param noteLooks is told which looks were written */
  constructor(
    database: Database,
    numbers: LookNumbers,
    author: Author,
    noteLooks: (looks: readonly CheckRow[]) => void,
  ) {
    this.#database = database;
    this.#numbers = numbers;
    this.#author = author;
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
  async note({ source, check, line, turn }: Uneventful): Promise<void> {
    this.#uneventful.push({ source, check, line, turn });
    this.#latest.set(`${source.watch}/${source.source}`, source);
    if ("worker" in this.#author) this.#flushing ??= setTimeout(() => void this.#flushWaiting(), SHARED_WITHIN_MS);
    if (this.#uneventful.length < MAX_UNEVENTFUL) return;
    try {
      await this.flush();
    } catch (error) {
      // With no room left nothing piles up in memory: a look that cannot be written is a gap, and shows as one.
      this.#uneventful = this.#uneventful.slice(0, MAX_UNEVENTFUL - 1);
      throw error;
    }
  }

  /** What cannot be written now is tried again with whatever is written next, which tells why. */
  async #flushWaiting(): Promise<void> {
    this.#flushing = undefined;
    await this.flush().catch(() => undefined);
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    if (this.#uneventful.length > 0) await this.write(undefined, {}, async () => undefined);
  }

  /**
   * Archives what was found and what waits to be written with it, then writes both in one transaction. When there is no
   * room for it nothing is written, and what waits goes on waiting.
   * @throws {Overtaken} {TurnLost} when what was found may not be written; what waits is written then with the next
   */
  async write<T>(
    watch: string | undefined,
    found: Recorded,
    write: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    return this.#oneAtATime(async () => {
      const waiting = [...this.#uneventful];
      const looks = [...waiting.map(({ check }) => check), ...(found.check ? [found.check] : [])];
      const written = await this.#numbers.rowsOf(looks);
      const rows = new Map(looks.flatMap((look, index) => (written[index] ? [[look, written[index]] as const] : [])));
      const work = { watch, found, answers: await this.#withKnownPayloads(found.answers ?? []), rows, write };
      const { done, kept } = await this.#commit(work, waiting).catch((error) => {
        throw asDiskFull(error);
      });
      this.#noteLooks([...kept.map(({ check }) => check), ...(found.check ? [found.check] : [])]);
      this.#uneventful = this.#uneventful.slice(waiting.length);
      for (const { source } of waiting)
        if (this.#latest.get(`${source.watch}/${source.source}`) === source)
          this.#latest.delete(`${source.watch}/${source.source}`);
      return done;
    });
  }

  #commit<T>(work: Work<T>, waiting: readonly Uneventful[]): Promise<{ done: T; kept: readonly Uneventful[] }> {
    const author = this.#author;
    return "worker" in author
      ? this.#commitAmongOthers(author, work, waiting)
      : this.#commitAlone(author, work, waiting);
  }

  async #commitAlone<T>({ steps }: { steps: OwnSteps }, work: Work<T>, waiting: readonly Uneventful[]) {
    const own = stepsOf(work);
    steps.check(own);
    const appended = await this.#append(linesOf(waiting, work), work.answers);
    const written = this.#database
      .transaction()
      .execute((transaction) => keep(transaction, "", appended, waiting, work));
    const done = await written.catch((error) => {
      if (appended) this.#archive.disown(appended);
      throw error;
    });
    steps.note(own);
    return { done, kept: waiting };
  }

  /** What others write meanwhile of the same watches waits for this transaction: the journal's order is that of the transactions. */
  async #commitAmongOthers<T>(
    { steps, worker }: { steps: SharedSteps; worker: string },
    work: Work<T>,
    waiting: readonly Uneventful[],
  ) {
    await this.#settleDoubt(worker);
    const written = this.#database.transaction().execute(async (transaction) => {
      const { turn } = work.found;
      const lost = await lostTurns(transaction, [...waiting.flatMap((one) => one.turn ?? []), ...(turn ? [turn] : [])]);
      if (turn && lost.has(turn)) throw new TurnLost(turn.host);
      const kept = waiting.filter((one) => !one.turn || !lost.has(one.turn));
      const uneventful = kept.map(({ source }) => ({ watch: source.watch, hasNews: false }));
      const places = await steps.take(transaction, [...uneventful, ...stepsOf(work)]);
      const lines = linesOf(kept, work).map((line, index) =>
        "watch" in line ? { ...line, order: places[index] } : line,
      );
      this.#doubtful = await this.#append(lines, work.answers);
      return { done: await keep(transaction, worker, this.#doubtful, kept, work), kept };
    });
    const done = await written;
    this.#doubtful = undefined;
    return done;
  }

  /** Where a connection broke, what was appended last may be cited or not: what the database says is so, once it has ended what it was at. */
  async #settleDoubt(worker: string): Promise<void> {
    const doubtful = this.#doubtful;
    if (!doubtful) return;
    const row = await this.#database
      .selectFrom("archive_end")
      .select(["file", "size"])
      .where("worker", "=", worker)
      .forUpdate()
      .executeTakeFirst();
    const { file, size } = doubtful.end;
    if (row?.file !== file || row.size !== size) this.#archive.disown(doubtful);
    this.#doubtful = undefined;
  }

  async #append(lines: readonly JournalLine[], answers: readonly ToArchive[]): Promise<Appended | undefined> {
    const at = lines.at(-1)?.at;
    return at ? this.#archive.append(lines, answers, at) : undefined;
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
    clearTimeout(this.#flushing);
    try {
      await this.flush();
    } finally {
      this.#archive.close();
    }
  }
}

/** A line of the journal is a step of its watch. */
function stepsOf({ watch, found }: Pick<Work<unknown>, "watch" | "found">): Step[] {
  return watch !== undefined && found.line ? [{ watch, hasNews: hasNews(found), basis: found.basis }] : [];
}

function linesOf(waiting: readonly Uneventful[], { found }: Pick<Work<unknown>, "found">): JournalLine[] {
  return [...waiting.map(({ line }) => line), ...(found.line ? [found.line] : [])];
}

async function keep<T>(
  transaction: Transaction<Tables>,
  worker: string,
  appended: Appended | undefined,
  waiting: readonly Uneventful[],
  { found, rows, write }: Work<T>,
): Promise<T> {
  if (appended) await cite(transaction, worker, appended);
  await keepSources(transaction, waiting);
  const looks = [...waiting.map(({ check }) => check), ...(found.check ? [found.check] : [])];
  await writeLooks(
    transaction,
    looks.flatMap((look) => rows.get(look) ?? []),
  );
  await countLooks(transaction, looks);
  return write(transaction);
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

async function cite(transaction: Transaction<Tables>, worker: string, { citations, end }: Appended): Promise<void> {
  for (const citation of citations) await insertCitation(transaction, citation);
  await replaceEnd(transaction, { worker, ...end });
}
