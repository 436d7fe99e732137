/** A WARC file that somebody named: opened only when it is a file, and read through a window, so that small records cost little. */

import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { machinesOwn } from "../language/machine-fault.ts";
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

/** Who reads on wants much at once; who reads one record alone often wants no more than the first. */
const FIRST_WINDOW = 16 * 1024;
const WINDOW = 256 * 1024;
/** So many windows take turns in the same memory: what was read from one lasts until as many more were read. */
const WINDOWS = 4;

/** A file that is kept elsewhere than on a disk, and never changes. */
export interface RemoteFile {
  /** As people name it. */
  name: string;
  size(): Promise<number>;
  /** The bytes from a place up to another, as they come. @throws {ArchiveError} when they cannot be had */
  bytes(from: number, to: number): AsyncGenerator<Buffer>;
}

/** A path, or what is kept elsewhere. */
export type KeptFile = string | RemoteFile;

export function nameOf(file: KeptFile): string {
  return typeof file === "string" ? file : file.name;
}

export interface WarcFile {
  file: string;
  size: number;
  /**
   * Up to `count` bytes from a place, and a quarter of a megabyte at the most; fewer at the end. They are overwritten a
   * megabyte later: who wants them for longer copies them.
   */
  read(offset: number, count: number): Buffer | Promise<Buffer>;
  close(): void;
}

export interface Stretch {
  /** Where reading begins. */
  from?: number;
  /** Where it ends: behind the last byte that is wanted, where that is known. */
  to?: number | undefined;
  /** Called with the bytes that were reached since the last call. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** Fills as much of a buffer as there is from a place on. */
interface Bytes {
  size: number;
  fill(at: number, into: Buffer): Buffer | Promise<Buffer>;
  close(): void;
}

/** @throws {ArchiveError} when it is no file, or cannot be read */
export async function openWarc(file: KeptFile, { from = 0, to, onBytes }: Stretch = {}): Promise<WarcFile> {
  const bytes = typeof file === "string" ? onDisk(file) : await elsewhere(file, to);
  const size = Math.min(bytes.size, to ?? bytes.size);
  const [first, most] = to === undefined ? [FIRST_WINDOW, WINDOW] : [WINDOW, Math.min(WINDOW, size - from)];
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  let reached = from;
  let filling: Promise<void> | undefined;
  const windows: Buffer[] = [];
  const refill = async (offset: number, count: number) => {
    const isFirst = windows.length === 0;
    const next = (windows.length < WINDOWS ? undefined : windows.shift()) ?? Buffer.allocUnsafeSlow(Math.max(0, most));
    windows.push(next);
    const wanted = isFirst ? next.subarray(0, Math.max(first, count)) : next;
    // What goes on from this window is not read anew.
    const isInWindow = offset >= start && offset < start + window.length;
    const known = isInWindow ? window.copy(wanted, 0, offset - start) : 0;
    const filled = await bytes.fill(offset + known, wanted.subarray(known));
    window = wanted.subarray(0, known + filled.length);
    start = offset;
    const end = start + window.length;
    if (end > reached) onBytes?.(end - reached);
    reached = Math.max(reached, end);
  };
  const isAtHand = (offset: number, count: number) => offset >= start && offset + count <= start + window.length;
  const readOn = async (offset: number, count: number) => {
    // Who was read ahead for may not want it any more, and is still being read for.
    while (filling) await filling.catch(() => undefined);
    if (!isAtHand(offset, count)) {
      filling = refill(offset, count);
      await filling.finally(() => {
        filling = undefined;
      });
    }
    return window.subarray(offset - start, offset - start + count);
  };
  const read = (offset: number, wanted: number) => {
    const count = Math.max(0, Math.min(wanted, WINDOW, size - offset));
    if (filling || !isAtHand(offset, count)) return readOn(offset, count);
    return window.subarray(offset - start, offset - start + count);
  };
  return { file: nameOf(file), size, read, close: () => bytes.close() };
}

/** The bytes of a file from a place up to another, in pieces that last. @throws {ArchiveError} where they break off */
export async function* bytesBetween(file: KeptFile, from: number, to: number): AsyncGenerator<Buffer> {
  const source = await openWarc(file, { from, to });
  try {
    for (let at = from; at < to; ) {
      const piece = await source.read(at, to - at);
      if (piece.length === 0) throw new ArchiveError(`${source.file}: ends before byte ${to}`);
      yield Buffer.from(piece);
      at += piece.length;
    }
  } finally {
    source.close();
  }
}

function onDisk(file: string): Bytes {
  const descriptor = openFile(file);
  const { size } = fstatSync(descriptor);
  return { size, fill: (at, into) => readFully(file, descriptor, at, into), close: () => closeSync(descriptor) };
}

/** So much is read and thrown away rather than asked for anew. */
const SKIPPED = 1024 * 1024;

/** One request as long as reading goes on; the first for no more than is asked for, as that is often all. */
async function elsewhere(file: RemoteFile, to: number | undefined): Promise<Bytes> {
  const size = to ?? (await file.size());
  let coming: AsyncGenerator<Buffer> | undefined;
  let piece: Buffer = Buffer.alloc(0);
  let position = 0;
  let end = 0;
  const close = () => void coming?.return(undefined).catch(() => undefined);
  const take = async (count: number) => {
    if (piece.length === 0) piece = (await coming?.next())?.value ?? piece;
    const taken = piece.subarray(0, count);
    piece = piece.subarray(taken.length);
    position += taken.length;
    return taken;
  };
  const go = (at: number, until: number) => {
    close();
    [coming, piece, position, end] = [file.bytes(at, until), piece.subarray(0, 0), at, until];
  };
  return {
    size,
    close,
    fill: async (at, into) => {
      if (!coming) go(at, Math.min(size, to === undefined ? at + into.length : size));
      else if (at < position || at > position + SKIPPED || (position === end && end < size)) go(at, size);
      while (position < at) if ((await take(at - position)).length === 0) return into.subarray(0, 0);
      let length = 0;
      while (length < into.length && at + length < size) {
        if (position === end && end < size) go(position, size);
        const taken = await take(into.length - length);
        if (taken.length === 0) break;
        length += taken.copy(into, length);
      }
      return into.subarray(0, length);
    },
  };
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

function unreadable(file: string, error: unknown): PlainError {
  const machines = machinesOwn(error, file);
  if (machines) return machines;
  const { code } = error as NodeJS.ErrnoException;
  const isThere = code !== "ENOENT" && code !== "ENOTDIR";
  return new ArchiveError(
    `${file}: cannot be read (${code ?? error}); give ${isThere ? "a WARC file that may be read" : "an existing WARC file"}`,
  );
}

/** How many bytes the files hold, as far as that can be told. @throws {ArchiveError} when one is named twice */
export async function bytesOf(files: readonly KeptFile[]): Promise<number> {
  const named = new Map<string, string>();
  let bytes = 0;
  for (const file of files) {
    const name = nameOf(file);
    const stats = typeof file === "string" ? statOf(file) : { size: await file.size() };
    if (!stats) continue;
    const key = "ino" in stats ? `${stats.dev} ${stats.ino}` : name;
    const other = named.get(key);
    if (other !== undefined)
      throw new ArchiveError(`${name}: is named twice${other === name ? "" : ` (as ${other})`}; name each file once`);
    named.set(key, name);
    bytes += stats.size;
  }
  return bytes;
}

/** Of a path that leads to a file. */
function statOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() ? stats : undefined;
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
