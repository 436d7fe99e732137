/** A WARC file that somebody named: opened only when it is a file, and read through a window, so that small records cost little. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { PlainError } from "../language/plain-error.ts";

/** A file that is not a WARC, is damaged, or goes past what is read. The message names the file and the place. */
export class ArchiveError extends PlainError {
  /** Whether the file only stops too early: it was being written. */
  readonly isCutOff: boolean;
  /** Where the record stands that cannot be read, and where the next must begin, as far as that is known. */
  readonly at: number | undefined;
  readonly next: number | undefined;
  constructor(
    message: string,
    { isCutOff = false, at, next }: Partial<Pick<ArchiveError, "isCutOff" | "at" | "next">> = {},
  ) {
    super(message);
    this.isCutOff = isCutOff;
    this.at = at;
    this.next = next;
  }
}

/** Who reads one record alone seldom wants more than the first; who goes on, wants much at once. */
const FIRST_WINDOW = 16 * 1024;
const WINDOW = 256 * 1024;
/** So many windows take turns in the same memory: what was read from one lasts until as many more were read. */
const WINDOWS = 4;

export interface WarcFile {
  file: string;
  size: number;
  /**
   * Up to `count` bytes from a place, and a quarter of a megabyte at the most; fewer at the end. They are overwritten a
   * megabyte later: who wants them for longer copies them.
   */
  read(offset: number, count: number): Buffer;
  close(): void;
}

/**
 * @param onBytes called with the bytes from `from` on that were reached since the last call
 * @throws {ArchiveError} when it is no file, or cannot be read
 */
export function openWarc(file: string, from = 0, onBytes: (bytes: number) => void = () => undefined): WarcFile {
  const descriptor = openFile(file);
  const { size } = fstatSync(descriptor);
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  let reached = from;
  const windows: Buffer[] = [];
  const read = (offset: number, wanted: number) => {
    const count = Math.max(0, Math.min(wanted, WINDOW, size - offset));
    if (offset < start || offset + count > start + window.length) {
      const isFirst = windows.length === 0;
      const next = (windows.length < WINDOWS ? undefined : windows.shift()) ?? Buffer.allocUnsafeSlow(WINDOW);
      windows.push(next);
      window = readFully(file, descriptor, offset, next.subarray(0, isFirst ? Math.max(FIRST_WINDOW, count) : WINDOW));
      start = offset;
      const end = start + window.length;
      if (end > reached) onBytes(end - reached);
      reached = Math.max(reached, end);
    }
    return window.subarray(offset - start, offset - start + count);
  };
  return { file, size, read, close: () => closeSync(descriptor) };
}

function openFile(file: string): number {
  let descriptor: number;
  try {
    // Without waiting: a pipe that nobody writes to would hold us up for ever.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw unreadable(file, error);
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return descriptor;
  closeSync(descriptor);
  throw new ArchiveError(`${file}: is ${kindOf(stats)}; give a WARC file`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  return stats.isFIFO() ? "a pipe" : "a device";
}

function readFully(file: string, descriptor: number, offset: number, into: Buffer): Buffer {
  let length = 0;
  try {
    for (let got = 1; got > 0 && length < into.length; length += got)
      got = readSync(descriptor, into, length, into.length - length, offset + length);
  } catch (error) {
    throw unreadable(file, error);
  }
  return into.subarray(0, length);
}

function unreadable(file: string, error: unknown): ArchiveError {
  const { code } = error as NodeJS.ErrnoException;
  const isThere = code !== "ENOENT" && code !== "ENOTDIR";
  return new ArchiveError(
    `${file}: cannot be read (${code ?? error}); give ${isThere ? "a WARC file that may be read" : "an existing WARC file"}`,
  );
}

/** How many bytes the files hold, as far as that can be told. @throws {ArchiveError} when one is named twice */
export function bytesOf(files: readonly string[]): number {
  const named = new Map<string, string>();
  let bytes = 0;
  for (const file of files) {
    const stats = statOf(file);
    if (!stats?.isFile()) continue;
    const key = `${stats.dev} ${stats.ino}`;
    const other = named.get(key);
    if (other !== undefined)
      throw new ArchiveError(`${file}: is named twice${other === file ? "" : ` (as ${other})`}; name each file once`);
    named.set(key, file);
    bytes += stats.size;
  }
  return bytes;
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

const BREATH_MS = 50;
let breathed = 0;

/** Lets signals and timers have their turn: who reads and computes by itself never waits for anything. */
export async function breathe(): Promise<void> {
  if (performance.now() - breathed < BREATH_MS) return;
  await setImmediate();
  breathed = performance.now();
}
