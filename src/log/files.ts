/** The log's files in the data folder: one a day, or several where a day's grow too large; the oldest go. */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { basename, join } from "node:path";

const LOG_FOLDER = "logs";

/** As earlier versions named them as well. */
const NAME = /^coming-weeks\.(\d{4}-\d{2}-\d{2})\.(\d+)\.log$/;
const nameOf = (day: string, number: number) => `coming-weeks.${day}.${number}.log`;

/** The oldest first. */
export function logFiles(dataDirectory: string): string[] {
  const folder = logFolder(dataDirectory);
  try {
    const parts = (name: string) => [...(NAME.exec(name) ?? [])].slice(1).map((part) => part.padStart(10, "0"));
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort((a, b) => (parts(a).join() < parts(b).join() ? -1 : 1))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

export function logFolder(dataDirectory: string): string {
  return join(dataDirectory, LOG_FOLDER);
}

export interface Rolling {
  /** A file this large, or of another day, is followed by another. */
  bytes: number;
  /** How many stay besides the newest, those of earlier runs among them. */
  keep: number;
  /** Makes the data folder, where it is not there yet. */
  makeFolder: () => void;
  now?: () => number;
}

/** What cannot be written is held, up to so many bytes; what comes then is lost to the files, and never ends the bot. */
const MOST_HELD = 256 * 1024;
const TRY_AGAIN_MS = 60_000;

/** Lines written one by one, at once: the last ones of a process that dies are those that are wanted. */
export class RollingFile {
  readonly #dataDirectory: string;
  readonly #rolling: Rolling;
  readonly #now: () => number;
  #file: number | undefined;
  #size = 0;
  /** When the day of the file is over. */
  #until = 0;
  #failedAt = Number.NEGATIVE_INFINITY;
  #held: Buffer[] = [];
  /** Whether the beginning of what is held first was written already. */
  #isCut = false;

  constructor(dataDirectory: string, rolling: Rolling) {
    this.#dataDirectory = dataDirectory;
    this.#rolling = rolling;
    this.#now = rolling.now ?? Date.now;
  }

  /**
   * Goes on with the newest file of the day, or begins the next.
   * @throws what the file system says; it is tried again once a minute, and what is written until then is held
   */
  open(): void {
    const { bytes, keep, makeFolder } = this.#rolling;
    const folder = logFolder(this.#dataDirectory);
    const now = new Date(this.#now());
    const day = `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
    const opened = (number: number) => {
      const path = join(folder, nameOf(day, number));
      const file = openSync(path, "a");
      return { path, file, size: fstatSync(file).size };
    };
    try {
      makeFolder();
      mkdirSync(folder, { recursive: true });
      const last = lastOf(day, logFiles(this.#dataDirectory)) ?? 1;
      let next = opened(last);
      if (next.size >= bytes) {
        closeSync(next.file);
        next = opened(last + 1);
      }
      this.close();
      this.#file = next.file;
      this.#size = next.size;
      this.#until = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
      // By a clock that was set back since, others are of a later day: this one stays all the same.
      const others = logFiles(this.#dataDirectory).filter((other) => other !== next.path);
      for (const old of others.slice(0, Math.max(0, others.length - keep))) rmSync(old, { force: true });
    } catch (error) {
      this.#failedAt = this.#now();
      throw error;
    }
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    const held = this.#held.reduce((all, { length }) => all + length, 0);
    if (held + bytes.length <= MOST_HELD) this.#held.push(bytes);
    if (this.#isDue() && this.#now() - this.#failedAt >= TRY_AGAIN_MS) {
      try {
        this.open();
      } catch {
        // The file that there is goes on.
      }
    }
    this.#writeHeld();
  }

  /** No line is cut in two by a new file. */
  #isDue(): boolean {
    return (
      this.#file === undefined || (!this.#isCut && (this.#size >= this.#rolling.bytes || this.#now() >= this.#until))
    );
  }

  #writeHeld(): void {
    if (this.#file === undefined) return;
    try {
      for (let [first] = this.#held; first; [first] = this.#held) {
        const written = writeSync(this.#file, first);
        this.#size += written;
        this.#isCut = written < first.length;
        if (this.#isCut) this.#held[0] = first.subarray(written);
        else this.#held.shift();
      }
    } catch {
      // The disk is full, or away: what is held waits for the next line.
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** The number of a day's newest file. @param files the oldest first */
function lastOf(day: string, files: readonly string[]): number | undefined {
  const numbers = files.flatMap((file) => {
    const [, of, number] = NAME.exec(basename(file)) ?? [];
    return of === day ? [Number(number)] : [];
  });
  return numbers.at(-1);
}

const twoDigits = (number: number) => String(number).padStart(2, "0");
