/**
 * Everything is written here, one step after the other (committing.ts): what is found at once, and looks without news together, as they wait
 * for each other.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Transaction } from "kysely";
import pLimit from "p-limit";
import type { Archive, ConfigFiles, ToArchive } from "../archive/citation.ts";
import { MachineFault } from "../language/machine-fault.ts";
import type { Committing, Uneventful } from "./committing.ts";
import { DatabaseAway } from "./fault.ts";
import type { LookNumbers } from "./look-numbers.ts";
import { prepared } from "./prepared.ts";
import type { Recorded } from "./record.ts";
import type { CheckRow, Database, SourceRow, Tables } from "./tables.ts";
import type { Unwritten } from "./unwritten.ts";

/** Of one payload: each of several processes may have archived it. */
const MOST_COPIES = 100;
/** Looks without news that wait to be written together. */
const MAX_UNEVENTFUL = 50;
/** Their name among what could not be written. */
const WAITING = "looks that found nothing new";

interface Parts {
  database: Database;
  numbers: LookNumbers;
  committing: Committing;
  /** Milliseconds after which what waits is written, where others are to see it; with the next thing at the latest otherwise. */
  within?: number | undefined;
  unwritten: Unwritten;
  /** Is told which looks were written. */
  noteLooks: (looks: readonly CheckRow[]) => void;
}

export class Writing {
  readonly #parts: Parts;
  /** What is appended to the archive and the transaction that cites it go together, one pair after the other. */
  readonly #oneAtATime = pLimit(1);
  #uneventful: Uneventful[] = [];
  readonly #latest = new Map<string, SourceRow>();
  /** What waits is to be written soon, with whatever comes until then. */
  #soon: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From here on, what is written is archived first. */
  archiveTo(archive: Archive): void {
    this.#parts.committing.archiveTo(archive);
  }

  /**
   * Writes what waits, and then has another config hold for what is written next.
   * @param hold takes it into use, at the same moment
   */
  async holdConfig(files: ConfigFiles, hold: () => void): Promise<void> {
    await this.flush();
    await this.#oneAtATime(async () => {
      hold();
      this.#parts.committing.holdConfig(files);
    });
  }

  /** The rows of sources that wait to be written. */
  get waiting(): SourceRow[] {
    return [...this.#latest.values()];
  }

  /** That of one. */
  latest(watch: string, source: string): SourceRow | undefined {
    return this.#latest.get(`${watch}/${source}`);
  }

  /**
   * Notes a look that found nothing new, to be written together with others: at most with the next thing that is
   * recorded or asked for. A crash before that loses only the note, and the source is simply looked at again.
   */
  async note(uneventful: Uneventful): Promise<void> {
    const { source } = uneventful;
    this.#uneventful.push(uneventful);
    this.#latest.set(`${source.watch}/${source.source}`, source);
    const { within } = this.#parts;
    // What cannot be written then is tried again with whatever is written next, which tells why.
    if (within !== undefined) this.#flushSoon(within).catch(() => undefined);
    if (this.#uneventful.length < MAX_UNEVENTFUL) return;
    try {
      await this.#flush();
    } catch (error) {
      // With no room left nothing piles up in memory: a look that cannot be written is a gap, and shows as one.
      this.#forgetLatest(this.#uneventful.splice(MAX_UNEVENTFUL - 1));
      throw error;
    }
  }

  #flushSoon(within: number): Promise<void> {
    this.#soon ??= wait(within).then(() => {
      this.#soon = undefined;
      return this.#flush();
    });
    return this.#soon;
  }

  /** What waits is written when this ends, together with what others add to it meanwhile. */
  async settle(): Promise<void> {
    const { within } = this.#parts;
    if (within === undefined) return this.#flush();
    if (this.#uneventful.length > 0) await this.#flushSoon(within);
  }

  /** Writes what waits, for who is to read it; where the machine refuses that, it waits on, and what is written is read. */
  async flush(): Promise<void> {
    const { unwritten } = this.#parts;
    const at = this.#uneventful.at(-1)?.check.at;
    if (at === undefined) return;
    try {
      await this.#flush();
      unwritten.wrote(WAITING, at);
    } catch (error) {
      if (!(error instanceof MachineFault) || error instanceof DatabaseAway) throw error;
      unwritten.refuse(WAITING, error, at);
    }
  }

  async #flush(): Promise<void> {
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
      const { numbers, committing, noteLooks } = this.#parts;
      const waiting = [...this.#uneventful];
      const looks = [...waiting.map(({ check }) => check), ...(found.check ? [found.check] : [])];
      const written = await numbers.rowsOf(looks);
      const rows = new Map(looks.flatMap((look, index) => (written[index] ? [[look, written[index]] as const] : [])));
      const work = { watch, found, answers: await this.#withKnownPayloads(found.answers ?? []), rows, write };
      const { done, kept } = await committing.commit(work, waiting);
      noteLooks([...kept.map(({ check }) => check), ...(found.check ? [found.check] : [])]);
      this.#uneventful = this.#uneventful.slice(waiting.length);
      this.#forgetLatest(waiting);
      return done;
    });
  }

  /** These wait no longer. */
  #forgetLatest(looks: readonly Uneventful[]): void {
    for (const { source } of looks)
      if (this.#latest.get(`${source.watch}/${source.source}`) === source)
        this.#latest.delete(`${source.watch}/${source.source}`);
  }

  /** A payload that is archived already is referred to, not written again. */
  async #withKnownPayloads(answers: readonly ToArchive[]): Promise<ToArchive[]> {
    const { committing } = this.#parts;
    return Promise.all(
      answers.map(async (item) => {
        const archived = await archivedOf(this.#parts.database, { digest: item.answer.digest });
        const same = archived.find(({ file, uploaded }) => committing.mayReferTo(file, uploaded !== null));
        return same ? { ...item, same } : item;
      }),
    );
  }

  /** Writes what waits, and lets go of the archive. */
  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      this.#parts.committing.close();
    }
  }
}

const archivedOf = prepared((tables, { digest }: { digest: string }) =>
  tables
    .selectFrom("archived")
    .leftJoin("uploaded", (join) => join.onRef("uploaded.file", "=", "archived.file").on("removed_at", "is", null))
    .select(["record", "url", "at", "archived.file", "uploaded.file as uploaded"])
    .where("archived.digest", "=", digest)
    .where("kind", "=", "response")
    .limit(MOST_COPIES),
);
