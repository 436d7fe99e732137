/** The archive's files: which there are, written so that what is in them lasts, and mended after a crash. */

import { existsSync, fdatasync, ftruncateSync, readdirSync, statfsSync, statSync, truncateSync, write } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { machineFault } from "../language/machine-fault.ts";
import type { Head } from "./chain/link.ts";
import type { ArchiveEnd } from "./citation.ts";
import { digestOfText } from "./digest.ts";
import { byFileName, readFileName } from "./file-names.ts";
import { JOURNAL_URI, MAX_JOURNAL, readLine, stepsOf, textLines } from "./journal.ts";
import type { ArchivedRecord, RecordHead } from "./record.ts";
import { ArchiveError } from "./source.ts";
import { readRecords } from "./warc.ts";

const writing = promisify(write);
const syncing = promisify(fdatasync);

export interface OpenFile {
  name: string;
  descriptor: number;
  size: number;
}

/** The archive's files, worker by worker, and of each in the order they were written. */
export function archiveFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => readFileName(name))
    .sort(byFileName);
}

/** Those that one worker writes. */
export function filesOf(worker: string | undefined, directory: string): string[] {
  return archiveFiles(directory).filter((name) => readFileName(name)?.worker === worker);
}

/** As many bytes are written at one time. */
const TOGETHER = 256 * 1024;

/** Appends and syncs, or leaves the file as it was. */
export async function writeTo(file: OpenFile, pieces: readonly Buffer[]): Promise<void> {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  try {
    for (const piece of bytes <= TOGETHER ? [Buffer.concat(pieces)] : pieces)
      for (let from = 0; from < piece.length; )
        from += (await writing(file.descriptor, piece, from, piece.length - from)).bytesWritten;
    await syncing(file.descriptor);
    file.size += bytes;
  } catch (error) {
    ftruncateSync(file.descriptor, file.size);
    throw machineFault(error, file.name) ?? error;
  }
}

/** What was written and never cited. */
export interface Uncited {
  /** The ids of its steps. */
  steps: string[];
  /** Up to where the chain goes with it. */
  head: Head | undefined;
  /** Digests of the records behind the last link's own. */
  unlinked: string[];
}

/**
 * Cuts off a torn last record, and gives what was written but never cited.
 * @param files those that the worker writes
 */
export async function mend(directory: string, files: readonly string[], end: ArchiveEnd): Promise<Uncited> {
  const uncited: Uncited = { steps: [], head: end.head, unlinked: [] };
  for (const name of files.filter((file) => byFileName(file, end.file) >= 0)) {
    const path = join(directory, name);
    let offset = name === end.file ? end.size : 0;
    const { size } = statSync(path);
    if (size < offset)
      throw new ArchiveError(
        `${path}: is shorter than the store says (${size} of ${offset} bytes); put back the whole file, or move the data folder away to begin anew`,
      );
    try {
      const keep = ({ url }: RecordHead) => (url === JOURNAL_URI ? MAX_JOURNAL : 0);
      for await (const record of readRecords(path, { from: offset, keep, withDigests: true })) {
        offset = record.offset + record.length;
        const lines = record.url === JOURNAL_URI && record.payload ? [...textLines(record.payload)] : [];
        takeUp(
          uncited,
          record,
          lines.map(({ text }) => text),
        );
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      // Nothing cites what stands here: it was being written when the process died.
      truncateSync(path, offset);
    }
  }
  return uncited;
}

function takeUp(uncited: Uncited, { digest = "" }: ArchivedRecord, texts: readonly string[]): void {
  const lines = texts.map(readLine);
  uncited.steps.push(...stepsOf(lines));
  const link = lines.at(-1);
  if (link?.kind !== "link") return void uncited.unlinked.push(digest);
  const { chain, number } = link;
  uncited.head = { chain, number, digest: digestOfText(texts.at(-1) ?? ""), record: digest };
  uncited.unlinked = [];
}

export function bytesLeft(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}
