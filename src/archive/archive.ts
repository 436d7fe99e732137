/**
 * The archive: every capture that says something new, and the journal of all looks, in WARC files that roll by size and
 * day. What is appended is on the disk before the transaction that cites it; what a crash left half-written is cut off,
 * and what it left uncited is marked as unfinished, when the archive is opened again. Of several bots that share a
 * database, each writes files of its own.
 */
import { createHash, randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { redacted } from "../config/redaction.ts";
import { MachineFault, machineFault } from "../language/machine-fault.ts";
import type { InstantText } from "../time/instant.ts";
import { Chain } from "./chain/link.ts";
import type { Appended, Archive, ArchiveEnd, Citation, ConfigFiles, ToArchive } from "./citation.ts";
import { sha256 } from "./digest.ts";
import { byFileName, fileName, readFileName } from "./file-names.ts";
import { bytesLeft, filesOf, mend, type OpenFile, type Uncited, writeTo } from "./files.ts";
import { type JournalLine, stepsOf } from "./journal.ts";
import { aboutFile, configRecords, hopRecords, journalRecord, requestRecord, responseRecord } from "./records.ts";
import { encodeRecord, type NewRecord } from "./warc.ts";

export interface ArchiveSettings {
  directory: string;
  /** Whose files it writes, where several bots share a database. */
  worker?: string | undefined;
  /** A file that has reached this many bytes is followed by another. */
  maxFileBytes: number;
  /** Nothing is archived when less than this would be left on the disk. */
  minFreeBytes: number;
  config: ConfigFiles;
  software: string;
  /** The edition of the rules that is written in. */
  edition: number;
  /** Bytes left on the disk; asked of the operating system by default. */
  freeBytes?: (directory: string) => number;
}

/**
 * Opens the archive to write at its end.
 * @param end what the store knows to be written; anything behind it was never cited
 */
export async function openArchive(
  settings: ArchiveSettings,
  end: ArchiveEnd | undefined,
  now: InstantText,
): Promise<WarcArchive> {
  const { directory, worker } = settings;
  mkdirSync(directory, { recursive: true });
  const files = filesOf(worker, directory);
  if (end) return new WarcArchive(settings, end, await mend(directory, files, end));
  // A store that knows of no archive begins one of its own; another's is put aside, never written to.
  const aside = `${directory}-before-${now.replaceAll(":", "")}`;
  if (files.length > 0) mkdirSync(aside, { recursive: true });
  for (const file of files) renameSync(join(directory, file), join(aside, file));
  return new WarcArchive(settings);
}

export class WarcArchive implements Archive {
  readonly #settings: ArchiveSettings;
  #config: ConfigFiles;
  #configDigest: string;
  #file: OpenFile | undefined;
  /** The newest file that was ever written to, also where it is gone: no other takes its name. */
  #newest: string | undefined;
  /** Which config the records that were written last hold. */
  #writtenConfig: string | undefined;
  #unfinished: string[];
  readonly #chain: Chain;
  /** Once at each start, and at the start of each file: a version of tomorrow may go on in the file of today. */
  #hasNamedEdition = false;

  constructor(settings: ArchiveSettings, end?: ArchiveEnd, uncited?: Uncited) {
    const { directory, worker, config } = settings;
    this.#settings = settings;
    this.#config = config;
    this.#configDigest = digestOf(config);
    this.#newest = [...filesOf(worker, directory), ...(end ? [end.file] : [])].sort(byFileName).at(-1);
    this.#writtenConfig = end?.config;
    this.#unfinished = uncited?.steps ?? [];
    this.#chain = new Chain(uncited?.head, uncited?.unlinked ?? [], randomUUID());
  }

  async append(lines: readonly JournalLine[], answers: readonly ToArchive[], at: InstantText): Promise<Appended> {
    try {
      return await this.#append(lines, answers, at);
    } catch (error) {
      throw machineFault(error) ?? error;
    }
  }

  async #append(lines: readonly JournalLine[], answers: readonly ToArchive[], at: InstantText): Promise<Appended> {
    const { directory, minFreeBytes, freeBytes = bytesLeft } = this.#settings;
    // The account of the trouble itself is small, and goes into what is held in reserve.
    if (answers.length > 0 && freeBytes(directory) < minFreeBytes)
      throw new MachineFault("full", directory, `the disk has less than ${Math.round(minFreeBytes / 1e6)} MB left`);
    const file = this.#fileFor(at);
    const members: Buffer[] = [];
    const citations: Citation[] = [];
    let offset = file.size;
    const digests: string[] = [];
    const add = async (record: NewRecord) => {
      const member = await encodeRecord(record);
      members.push(member);
      digests.push(sha256(member));
      const place = { file: file.name, offset, length: member.length };
      offset += member.length;
      return place;
    };
    if (file.size === 0) this.#hasNamedEdition = false;
    if (file.size === 0) await add(aboutFile(this.#settings.software, file.name, at));
    // Another may hold by the time that this is written.
    const [config, configDigest] = [this.#config, this.#configDigest];
    if (file.size === 0 || this.#writtenConfig !== configDigest)
      for (const record of configRecords(config, at)) await add(record);
    for (const item of answers) {
      for (const hop of hopRecords(item)) await add(hop);
      const place = await add(responseRecord(item));
      // A mailbox is not asked in words of HTTP.
      if (/^https?:/.test(item.answer.finalUrl)) await add(requestRecord(item));
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
    const marks: JournalLine[] = [
      ...(this.#hasNamedEdition ? [] : [{ kind: "rules" as const, at, edition: this.#settings.edition }]),
      ...(this.#unfinished.length > 0 ? [{ kind: "unfinished" as const, at, steps: this.#unfinished }] : []),
    ];
    const named = lines.map((line) => ("watch" in line ? { ...line, id: line.id ?? randomUUID() } : line));
    const texts = [...marks, ...named].map((line) => redacted(JSON.stringify(line)));
    const link = this.#chain.next(digests, texts, at);
    await add(journalRecord([...texts, link.line], at));
    await writeTo(file, members);
    const head = this.#chain.written(link, digests.at(-1) ?? "");
    this.#writtenConfig = configDigest;
    this.#hasNamedEdition = true;
    this.#unfinished = [];
    return { citations, end: { file: file.name, size: file.size, config: configDigest, head }, steps: stepsOf(named) };
  }

  disown({ steps }: Appended): void {
    this.#unfinished.push(...steps);
  }

  holdConfig(files: ConfigFiles): void {
    this.#config = files;
    this.#configDigest = digestOf(files);
  }

  close(): void {
    if (this.#file) closeSync(this.#file.descriptor);
    this.#file = undefined;
  }

  /** The newest file while its day lasts and it has room, or the next. When a clock is set back, names still go on. */
  #fileFor(at: InstantText): OpenFile {
    const { directory, worker, maxFileBytes } = this.#settings;
    const newest = this.#newest;
    const size = this.#file?.size ?? statSync(join(directory, newest ?? ""), { throwIfNoEntry: false })?.size;
    const today = at.slice(0, 10).replaceAll("-", "");
    const { day = "", number = 0 } = readFileName(newest ?? "") ?? {};
    const isSameDay = day >= today;
    if (newest && isSameDay && size !== undefined && size < maxFileBytes) return this.#open(newest, size);
    return this.#open(fileName({ worker, day: isSameDay ? day : today, number: isSameDay ? number + 1 : 1 }), 0);
  }

  #open(name: string, size: number): OpenFile {
    if (this.#file?.name === name) return this.#file;
    this.close();
    this.#newest = name;
    this.#file = { name, descriptor: openSync(join(this.#settings.directory, name), "a"), size };
    // The file's name must last as well as what is in it.
    const directory = openSync(this.#settings.directory, "r");
    fsyncSync(directory);
    closeSync(directory);
    return this.#file;
  }
}

function digestOf(config: ConfigFiles): string {
  return createHash("sha256").update(JSON.stringify(config)).digest("hex");
}
