/**
 * The archive: every capture that says something new, and the journal of all looks, in WARC files that roll by size and
 * day. What is appended is on the disk before the transaction that cites it; what a crash left half-written is cut off,
 * and what it left uncited is marked as unfinished, when the archive is opened again.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { STATUS_CODES } from "node:http";
import { join } from "node:path";
import type { Answer } from "../fetch/capture.ts";
import type { InstantText } from "../time/instant.ts";
import { CONFIG_URI, JOURNAL_URI, type JournalLine, readLines, writeLines } from "./journal.ts";
import { ArchiveError, encodeRecord, type NewRecord, readRecords } from "./warc.ts";

/** Where an archived answer stands. */
export interface Citation {
  record: string;
  /** SHA-256 of the payload, as notices cite it. */
  digest: string;
  /** The address that answered. */
  url: string;
  at: InstantText;
  file: string;
  offset: number;
  length: number;
  kind: "response" | "revisit";
}

/** Up to where the archive was written when the store last cited it, and the config that holds there. */
export interface ArchiveEnd {
  file: string;
  size: number;
  config: string;
}

/** An answer to archive, under the record id that the journal names it by. */
export interface ToArchive {
  record: string;
  answer: Answer;
  /** An archived payload that is the same, byte for byte. */
  same?: Pick<Citation, "record" | "url" | "at"> | undefined;
}

export interface Appended {
  citations: Citation[];
  end: ArchiveEnd;
}

export interface Archive {
  /** Writes answers and lines, all of them or none, and waits until they are on the disk. @throws {DiskFull} */
  append(lines: readonly JournalLine[], answers: readonly ToArchive[], at: InstantText): Promise<Appended>;
  close(): void;
}

/** There is no room to keep what was read. */
export class DiskFull extends Error {}

export interface ArchiveSettings {
  directory: string;
  /** A file that has reached this many bytes is followed by another. */
  maxFileBytes: number;
  /** Nothing is archived when less than this would be left on the disk. */
  minFreeBytes: number;
  /** The config files as they were read: name → text. */
  config: Readonly<Record<string, string>>;
  software: string;
  /** Bytes left on the disk; asked of the operating system by default. */
  freeBytes?: (directory: string) => number;
}

interface OpenFile {
  name: string;
  descriptor: number;
  size: number;
}

const SUFFIX = ".warc.gz";
/** ISO 28500:2017 §6.7.2. */
export const REVISIT_PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

/**
 * Opens the archive to write at its end.
 * @param end what the store knows to be written; anything behind it was never cited
 */
export async function openArchive(
  settings: ArchiveSettings,
  end: ArchiveEnd | undefined,
  now: InstantText,
): Promise<WarcArchive> {
  const { directory } = settings;
  // A store that knows of no archive begins one of its own; another's is put aside, never written to.
  if (!end && archiveFiles(directory).length > 0)
    renameSync(directory, `${directory}-before-${now.replaceAll(":", "")}`);
  mkdirSync(directory, { recursive: true });
  const unfinished = end ? await mend(directory, end) : [];
  return new WarcArchive(settings, end?.config, unfinished);
}

export class WarcArchive implements Archive {
  readonly #settings: ArchiveSettings;
  readonly #config: string;
  #file: OpenFile | undefined;
  /** Which config the records that were written last hold. */
  #writtenConfig: string | undefined;
  #unfinished: string[];

  constructor(settings: ArchiveSettings, writtenConfig?: string, unfinished: string[] = []) {
    this.#settings = settings;
    this.#config = createHash("sha256").update(JSON.stringify(settings.config)).digest("hex");
    this.#writtenConfig = writtenConfig;
    this.#unfinished = unfinished;
  }

  async append(lines: readonly JournalLine[], answers: readonly ToArchive[], at: InstantText): Promise<Appended> {
    const { directory, minFreeBytes, freeBytes = bytesLeft } = this.#settings;
    // The account of the trouble itself is small, and goes into what is held in reserve.
    if (answers.length > 0 && freeBytes(directory) < minFreeBytes)
      throw new DiskFull(`the disk has less than ${Math.round(minFreeBytes / 1e6)} MB left`);
    const file = this.#fileFor(at);
    const members: Buffer[] = [];
    const citations: Citation[] = [];
    let offset = file.size;
    const add = async (record: NewRecord) => {
      const member = await encodeRecord(record);
      members.push(member);
      const place = { file: file.name, offset, length: member.length };
      offset += member.length;
      return place;
    };
    if (file.size === 0) await add(this.#aboutFile(file.name, at));
    if (file.size === 0 || this.#writtenConfig !== this.#config)
      for (const record of configRecords(this.#settings.config, at)) await add(record);
    for (const item of answers) {
      for (const hop of hopRecords(item)) await add(hop);
      const place = await add(responseRecord(item));
      await add(requestRecord(item));
      const { finalUrl, at: capturedAt, digest } = item.answer;
      citations.push({
        record: item.record,
        digest,
        url: finalUrl,
        at: capturedAt,
        kind: item.same ? "revisit" : "response",
        ...place,
      });
    }
    const marks: JournalLine[] =
      this.#unfinished.length > 0 ? [{ kind: "unfinished", at, looks: this.#unfinished }] : [];
    if (marks.length + lines.length > 0) await add(journalRecord([...marks, ...lines], at));
    write(file, Buffer.concat(members));
    this.#writtenConfig = this.#config;
    this.#unfinished = [];
    return { citations, end: { file: file.name, size: file.size, config: this.#config } };
  }

  close(): void {
    if (this.#file) closeSync(this.#file.descriptor);
    this.#file = undefined;
  }

  /** The newest file while its day lasts and it has room, or the next. When a clock is set back, names still go on. */
  #fileFor(at: InstantText): OpenFile {
    const { directory, maxFileBytes } = this.#settings;
    const newest = this.#file?.name ?? archiveFiles(directory).at(-1);
    const size = this.#file?.size ?? (newest ? statSync(join(directory, newest)).size : 0);
    const today = at.slice(0, 10).replaceAll("-", "");
    const [, day = "", number = "0"] = /-(\d{8})-(\d+)\./.exec(newest ?? "") ?? [];
    const isSameDay = day >= today;
    if (newest && isSameDay && size < maxFileBytes) return this.#open(newest, size);
    const next = isSameDay ? Number(number) + 1 : 1;
    return this.#open(`coming-weeks-${isSameDay ? day : today}-${String(next).padStart(4, "0")}${SUFFIX}`, 0);
  }

  #open(name: string, size: number): OpenFile {
    if (this.#file?.name === name) return this.#file;
    this.close();
    this.#file = { name, descriptor: openSync(join(this.#settings.directory, name), "a"), size };
    // The file's name must last as well as what is in it.
    const directory = openSync(this.#settings.directory, "r");
    fsyncSync(directory);
    closeSync(directory);
    return this.#file;
  }

  #aboutFile(name: string, at: InstantText): NewRecord {
    const about = {
      software: this.#settings.software,
      format: "WARC File Format 1.1",
      conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      description: `${JOURNAL_URI} records hold the bot’s own account of its looks, a JSON object a line`,
    };
    const payload = Buffer.from(
      Object.entries(about)
        .map((pair) => `${pair.join(": ")}\r\n`)
        .join(""),
    );
    return { type: "warcinfo", id: newId(), at, fields: { "WARC-Filename": name }, payload };
  }
}

/** Where nothing is to be kept: a replay of what is archived already. */
export const keepsNothing: Archive = {
  append: async (_, answers) => ({
    citations: answers.map(({ record, answer: { digest, finalUrl, at } }) => ({
      record,
      digest,
      url: finalUrl,
      at,
      file: "",
      offset: 0,
      length: 0,
      kind: "response",
    })),
    end: { file: "", size: 0, config: "" },
  }),
  close: () => undefined,
};

export function newId(): string {
  return `urn:uuid:${randomUUID()}`;
}

/** The archive's own files, in the order they were written. */
export function archiveFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.startsWith("coming-weeks-") && name.endsWith(SUFFIX))
    .sort();
}

function responseRecord({ record, answer, same }: ToArchive): NewRecord {
  const { finalUrl, at, status, rawHeaders, wire, digest } = answer;
  const http = { statusLine: statusLine(status), rawHeaders: withoutFraming(rawHeaders) };
  if (!same) return { type: "response", id: record, at, url: finalUrl, http, payload: wire };
  const fields = {
    "WARC-Payload-Digest": `sha256:${digest}`,
    "WARC-Profile": REVISIT_PROFILE,
    "WARC-Refers-To": `<${same.record}>`,
    "WARC-Refers-To-Target-URI": same.url,
    "WARC-Refers-To-Date": same.at,
  };
  return { type: "revisit", id: record, at, url: finalUrl, fields, http, payload: Buffer.alloc(0) };
}

function requestRecord({ record, answer: { finalUrl, at, sentHeaders } }: ToArchive): NewRecord {
  const { host, pathname, search } = new URL(finalUrl);
  const http = {
    statusLine: `GET ${pathname}${search} HTTP/1.1`,
    rawHeaders: [["host", host] as const, ...sentHeaders].map(([name, value]): [string, string] => [name, value]),
  };
  return {
    type: "request",
    id: newId(),
    at,
    url: finalUrl,
    fields: { "WARC-Concurrent-To": `<${record}>` },
    http,
    payload: Buffer.alloc(0),
  };
}

/** The addresses that only sent us on, so that other tools can follow the same way. */
function hopRecords({ answer: { hops, at } }: ToArchive): NewRecord[] {
  return hops.map(({ url, status, rawHeaders }) => ({
    type: "response",
    id: newId(),
    at,
    url,
    fields: { "WARC-Truncated": "unspecified" },
    http: { statusLine: statusLine(status), rawHeaders: withoutFraming(rawHeaders) },
    payload: Buffer.alloc(0),
  }));
}

export function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
}

/** The body is kept as one piece; a header that says it comes in chunks would mislead who reads it. */
function withoutFraming(rawHeaders: Answer["rawHeaders"]): Answer["rawHeaders"] {
  return rawHeaders.map(([name, value]) =>
    name.toLowerCase() === "transfer-encoding" ? [`X-Archive-Orig-${name}`, value] : [name, value],
  );
}

function configRecords(config: Readonly<Record<string, string>>, at: InstantText): NewRecord[] {
  return Object.entries(config).map(([name, text]) => ({
    type: "resource",
    id: newId(),
    at,
    url: `${CONFIG_URI}${encodeURI(name)}`,
    fields: { "Content-Type": "application/yaml" },
    payload: Buffer.from(text),
  }));
}

function journalRecord(lines: readonly JournalLine[], at: InstantText): NewRecord {
  const fields = { "Content-Type": "application/x-ndjson" };
  return { type: "metadata", id: newId(), at, url: JOURNAL_URI, fields, payload: writeLines(lines) };
}

/** Appends and syncs, or leaves the file as it was. */
function write(file: { descriptor: number; size: number }, bytes: Buffer): void {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file.descriptor, bytes, written);
    fdatasyncSync(file.descriptor);
    file.size += bytes.length;
  } catch (error) {
    ftruncateSync(file.descriptor, file.size);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") throw new DiskFull("the disk is full");
    throw error;
  }
}

/** Cuts off a torn last record, and gives the looks that were written but never cited. */
async function mend(directory: string, end: ArchiveEnd): Promise<string[]> {
  const unfinished: string[] = [];
  for (const name of archiveFiles(directory).filter((file) => file >= end.file)) {
    const path = join(directory, name);
    let offset = name === end.file ? end.size : 0;
    const { size } = statSync(path);
    if (size < offset)
      throw new ArchiveError(
        `${path}: is shorter than the store says (${size} of ${offset} bytes); put back the whole file, or move the data folder away to begin anew`,
      );
    try {
      for await (const record of readRecords(path, offset)) {
        offset = record.offset + record.length;
        if (record.url !== JOURNAL_URI) continue;
        for (const line of readLines(record.payload)) if (line.kind === "look") unfinished.push(line.id);
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      // Nothing cites what stands here: it was being written when the process died.
      truncateSync(path, offset);
    }
  }
  return unfinished;
}

function bytesLeft(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}
