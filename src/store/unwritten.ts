/**
 * What was seen, and cannot be written down: a full disk, a folder that takes no writes, a database that is away. It stands in memory alone,
 * and no more of it than when each source is to be looked at again: what it showed is read and judged anew then.
 */
import type { Notice } from "../judge/notice.ts";
import type { MachineFault, MachineFaultKind } from "../language/machine-fault.ts";
import { type InstantText, isToCome, later } from "../time/instant.ts";
import type { SourceRow } from "./tables.ts";

/** How a source stands that was looked at. */
export type Standing = Pick<SourceRow, "checked_at" | "due_at" | "rules">;

/** That nothing can be written, since when and why. */
export interface Trouble {
  since: InstantText;
  kind: MachineFaultKind;
  /** The whole sentence, for who keeps the bot: it names a path. */
  says: string;
}

interface Listener {
  began(trouble: Trouble): void;
  /** Things that a look found, none of which is on record. */
  saw(notices: readonly Notice[]): void;
  ended(trouble: Trouble, at: InstantText): void;
}

/** What seems to work again may not: it is tried after so long, and each further time after twice as long. */
const FIRST_TRY_MS = 60_000;
const LONGEST_TRY_MS = 600_000;

export class Unwritten {
  /** By what they are of: a source, or a duty of the bot's. */
  readonly #refused = new Map<string, Standing | undefined>();
  #trouble: Trouble | undefined;
  #listener: Listener | undefined;
  #tries = 0;
  #nextTry: InstantText | undefined;

  /** From here on, this is told of it. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  /** That something cannot be written, where it cannot. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** A duty was refused, and is tried again whenever its time comes. */
  refuse(duty: string, fault: MachineFault, at: InstantText): void {
    this.#note(duty, undefined, fault, at);
  }

  /** What a look came to was refused. @param next how its source would stand @param seen what would be told of it */
  refuseLook({ watch, source }: Source, fault: MachineFault, next: Standing, seen: readonly Notice[]): void {
    this.#note(keyOf({ watch, source }), next, fault, next.checked_at ?? "");
    if (seen.length > 0) this.#listener?.saw(seen);
  }

  #note(key: string, next: Standing | undefined, { kind, message }: MachineFault, at: InstantText): void {
    this.#refused.set(key, next);
    if (this.#trouble) return;
    this.#trouble = { since: at, kind, says: message };
    this.#listener?.began(this.#trouble);
  }

  /** Written it is, by now. */
  wrote(duty: string, at: InstantText): void {
    if (!this.#refused.delete(duty) || this.#refused.size > 0 || !this.#trouble) return;
    const ended = this.#trouble;
    this.#trouble = undefined;
    this.#tries = 0;
    this.#nextTry = undefined;
    this.#listener?.ended(ended, at);
  }

  wroteLook(source: Source, at: InstantText): void {
    this.wrote(keyOf(source), at);
  }

  /** How a source stands: as it is written, or as it was looked at since. */
  standing<Row extends Standing>({ watch, source }: Source, written: Row | undefined): Row | Standing | undefined {
    const unwritten = this.#refused.get(keyOf({ watch, source }));
    return unwritten && (unwritten.checked_at ?? "") > (written?.checked_at ?? "") ? unwritten : written;
  }

  /** Only these are watched from here on. */
  keep(sources: readonly Source[], at: InstantText): void {
    const kept = new Set(sources.map(keyOf));
    for (const [key, next] of this.#refused) if (next && !kept.has(key)) this.wrote(key, at);
  }

  /**
   * Has all that could not be written looked at again, where a trial can be.
   * @param trial throws where it cannot
   */
  async tryAgain(trial: () => Promise<void>, now: InstantText): Promise<void> {
    if (!this.#trouble || (this.#nextTry && isToCome(this.#nextTry, now, LONGEST_TRY_MS))) return;
    await trial();
    this.#nextTry = later(now, Math.min(FIRST_TRY_MS * 2 ** this.#tries++, LONGEST_TRY_MS));
    for (const [key, next] of this.#refused) if (next) this.#refused.set(key, { ...next, due_at: now });
  }
}

type Source = Pick<SourceRow, "watch" | "source">;

function keyOf({ watch, source }: Source): string {
  return `source ${watch}/${source}`;
}
