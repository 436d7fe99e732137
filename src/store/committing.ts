/**
 * One transaction: what was found, and what waits to be written with it, with the lines of the journal that tell of both. What is archived is on
 * the disk before the transaction that cites it ends; where that fails, the archive says that it does not count.
 */
import type { Transaction } from "kysely";
import {
  type Appended,
  type Archive,
  type Citation,
  type ConfigFiles,
  keepsNothing,
  type ToArchive,
} from "../archive/citation.ts";
import { readFileName } from "../archive/file-names.ts";
import type { JournalLine } from "../archive/journal.ts";
import { lostTurns, type Turn, TurnLost } from "./lines.ts";
import { countLooks } from "./look-days.ts";
import { type Written, writeLooks } from "./look-rows.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import { hasNews, type Recorded, replaceSource } from "./record.ts";
import type { OwnSteps, SharedSteps, Step } from "./steps.ts";
import type { CheckRow, Database, SourceRow, Tables } from "./tables.ts";
import { tryWriting } from "./trial.ts";

/** A look that found nothing new. */
export interface Uneventful {
  source: SourceRow;
  check: CheckRow;
  line: JournalLine;
  /** In whose course it was made, where several processes look. */
  turn?: Turn | undefined;
  /** Whether the config that it was made under is the one that holds: else it comes to nothing. */
  isCurrent?: (() => boolean) | undefined;
}

/** What one transaction is to write, besides what waits. */
export interface Work<T> {
  watch: string | undefined;
  found: Recorded;
  answers: readonly ToArchive[];
  /** All looks, as they are written. */
  rows: ReadonlyMap<CheckRow, Written>;
  write: (transaction: Transaction<Tables>) => Promise<T>;
}

/** What came of a transaction, and what of that which waited was written. */
interface Done<T> {
  done: T;
  kept: readonly Uneventful[];
}

export interface Committing {
  /** From here on, what is written is archived first. */
  archiveTo(archive: Archive): void;
  /** From here on, what is archived was made under a config of these files. */
  holdConfig(files: ConfigFiles): void;
  /** @throws {Overtaken} {TurnLost} when what was found may not be written */
  commit<T>(work: Work<T>, waiting: readonly Uneventful[]): Promise<Done<T>>;
  /** Whether a payload in a file of the archive may be referred to rather than written again. */
  mayReferTo(file: string, isUploaded: boolean): boolean;
  /** Lets go of the archive. */
  close(): void;
}

/** Where one process has the data for itself. */
export class Alone implements Committing {
  readonly #database: Database;
  readonly #steps: OwnSteps;
  #archive: Archive = keepsNothing;
  /** Whether the last transaction failed: what would be archived for the next is not to pile up where none can be written. */
  #hasFailed = false;

  constructor(database: Database, steps: OwnSteps) {
    this.#database = database;
    this.#steps = steps;
  }

  archiveTo(archive: Archive): void {
    this.#archive = archive;
  }

  holdConfig(files: ConfigFiles): void {
    this.#archive.holdConfig(files);
  }

  async commit<T>(work: Work<T>, waiting: readonly Uneventful[]): Promise<Done<T>> {
    const own = stepsOf(work);
    this.#steps.check(own);
    const kept = waiting.filter(isCurrent);
    if (this.#hasFailed) await tryWriting(this.#database);
    this.#hasFailed = false;
    // Before it begins: who reads meanwhile would wait for it.
    const appended = await append(this.#archive, linesOf(kept, work), work.answers);
    try {
      const keeping = (transaction: Transaction<Tables>) => keep(transaction, "", appended, kept, work);
      const done = await this.#database.transaction().execute(keeping);
      this.#steps.note(own);
      return { done, kept };
    } catch (error) {
      this.#hasFailed = true;
      if (appended) this.#archive.disown(appended);
      throw error;
    }
  }

  mayReferTo(): boolean {
    return true;
  }

  close(): void {
    this.#archive.close();
  }
}

/** Where several processes write to one database: the journals' order is that of the transactions. */
export class AmongOthers implements Committing {
  readonly #database: Database;
  readonly #steps: SharedSteps;
  readonly #worker: string;
  #archive: Archive = keepsNothing;
  /** What was appended last, until it is known to be cited. */
  #doubtful: Appended | undefined;

  /** @param worker the name that its archive's files bear */
  constructor(database: Database, steps: SharedSteps, worker: string) {
    this.#database = database;
    this.#steps = steps;
    this.#worker = worker;
  }

  archiveTo(archive: Archive): void {
    this.#archive = archive;
  }

  holdConfig(files: ConfigFiles): void {
    this.#archive.holdConfig(files);
  }

  /** What others write meanwhile of the same watches waits for this transaction. */
  async commit<T>(work: Work<T>, waiting: readonly Uneventful[]): Promise<Done<T>> {
    await this.#settleDoubt();
    await this.#steps.begin([
      ...waiting.map(({ source }) => source.watch),
      ...(work.watch === undefined ? [] : [work.watch]),
    ]);
    const written = await this.#database.transaction().execute(async (transaction) => {
      const kept = await withTheirTurns(transaction, work, waiting);
      const uneventful = kept.map(({ source }) => ({ watch: source.watch, hasNews: false }));
      const places = await this.#steps.take(transaction, [...uneventful, ...stepsOf(work)]);
      const lines = linesOf(kept, work).map((line, index) =>
        "watch" in line ? { ...line, order: places[index] } : line,
      );
      this.#doubtful = await append(this.#archive, lines, work.answers);
      return { done: await keep(transaction, this.#worker, this.#doubtful, kept, work), kept };
    });
    this.#doubtful = undefined;
    return written;
  }

  /** Where a connection broke, what was appended last may be cited or not: what the database says is so, once it has ended what it was at. */
  async #settleDoubt(): Promise<void> {
    const doubtful = this.#doubtful;
    if (!doubtful) return;
    const row = await this.#database
      .selectFrom("archive_end")
      .select(["file", "size"])
      .where("worker", "=", this.#worker)
      .forUpdate()
      .executeTakeFirst();
    const { file, size } = doubtful.end;
    if (row?.file !== file || row.size !== size) this.#archive.disown(doubtful);
    this.#doubtful = undefined;
  }

  /** Another's folder may be lost before its files are taken to the bucket, and so may one that was this process's. */
  mayReferTo(file: string, isUploaded: boolean): boolean {
    return isUploaded || readFileName(file)?.worker === this.#worker;
  }

  close(): void {
    this.#archive.close();
  }
}

/** What waits, but for looks under another config, and those in turns that are lost. @throws {TurnLost} where what was found was found in one */
async function withTheirTurns(
  transaction: Transaction<Tables>,
  { found: { turn } }: Pick<Work<unknown>, "found">,
  waiting: readonly Uneventful[],
): Promise<Uneventful[]> {
  const lost = await lostTurns(transaction, [...waiting.flatMap((one) => one.turn ?? []), ...(turn ? [turn] : [])]);
  if (turn && lost.has(turn)) throw new TurnLost(turn.host);
  return waiting.filter((one) => isCurrent(one) && !(one.turn && lost.has(one.turn)));
}

function isCurrent({ isCurrent }: Uneventful): boolean {
  return isCurrent?.() ?? true;
}

/** A line of the journal is a step of its watch. */
function stepsOf({ watch, found }: Pick<Work<unknown>, "watch" | "found">): Step[] {
  return watch !== undefined && found.line ? [{ watch, hasNews: hasNews(found), basis: found.basis }] : [];
}

function linesOf(waiting: readonly Uneventful[], { found }: Pick<Work<unknown>, "found">): JournalLine[] {
  return [...waiting.map(({ line }) => line), ...(found.line ? [found.line] : [])];
}

async function append(
  archive: Archive,
  lines: readonly JournalLine[],
  answers: readonly ToArchive[],
): Promise<Appended | undefined> {
  const at = lines.at(-1)?.at;
  return at ? archive.append(lines, answers, at) : undefined;
}

async function keep<T>(
  transaction: Transaction<Tables>,
  worker: string,
  appended: Appended | undefined,
  waiting: readonly Uneventful[],
  { found, rows, write }: Work<T>,
): Promise<T> {
  if (appended) await cite(transaction, worker, appended);
  const latest = new Map(waiting.map(({ source }) => [`${source.watch}/${source.source}`, source]));
  for (const source of latest.values()) await replaceSource(transaction, source);
  const looks = [...waiting.map(({ check }) => check), ...(found.check ? [found.check] : [])];
  await writeLooks(
    transaction,
    looks.flatMap((look) => rows.get(look) ?? []),
  );
  await countLooks(transaction, looks);
  return write(transaction);
}

const insertCitation = prepared((tables, row: Citation) => tables.insertInto("archived").values(row));
const replaceEnd = prepared((tables, row: Tables["archive_end"]) => put(tables, "archive_end", row));

async function cite(transaction: Transaction<Tables>, worker: string, { citations, end }: Appended): Promise<void> {
  for (const citation of citations) await insertCitation(transaction, citation);
  await replaceEnd(transaction, { ...end, worker, head: end.head ? JSON.stringify(end.head) : null });
}
