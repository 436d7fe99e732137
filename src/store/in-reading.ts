/**
 * The bodies that are being read: noted before and struck out after, so that a body that ended the process is known at the
 * next start. In a small file of its own, a line each time, of which the last says what holds: a line more costs a reading next to
 * nothing, where another file in its place cost milliseconds. What a power cut takes of it is nothing that anything else rests on.
 */
import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DAY_MS, elapsed, type InstantText } from "../time/instant.ts";

/** A body that was fetched. */
export interface FetchedBody {
  url: string;
  /** SHA-256 of its bytes, hex. */
  digest: string;
}

const notedSchema = z.object({
  url: z.string(),
  digest: z.string(),
  /** How often it was in reading when the process ended without a word. */
  ends: z.int().min(0),
  isInReading: z.boolean(),
  at: z.iso.datetime(),
  software: z.string(),
});
type Noted = z.output<typeof notedSchema>;

/** One end may be anything: a power cut, another body's doing. */
const ENDS_OF_A_BODY = 2;
/** What stands at an address may be another body each time. */
const ENDS_OF_AN_ADDRESS = 3;
/** What it is not read for this long, or until the program is another. */
const REFUSED_MS = DAY_MS;

/** A longer file is begun anew. */
const MAX_BYTES = 256 * 1024;

export class BodiesInReading {
  readonly #file: string;
  /** Undefined where it cannot be written. */
  #open: number | undefined;
  #bytes = 0;
  readonly #software: string;
  #noted: Noted[];

  /** @param software the program and its version: what ended one need not end the next */
  constructor(directory: string, software: string, now: InstantText) {
    this.#file = join(directory, "in-reading.jsonl");
    this.#software = software;
    this.#noted = this.#read().map((noted) =>
      noted.isInReading ? { ...noted, isInReading: false, ends: noted.ends + 1, at: now, software } : noted,
    );
    this.#beginAnew();
  }

  /** Why a body is not to be read now; undefined when it may be. */
  refusal({ url, digest }: FetchedBody, now: InstantText): string | undefined {
    const isRecent = ({ at, software }: Noted) =>
      software === this.#software && Math.abs(elapsed(at, now)) < REFUSED_MS;
    const ends = (noted: Noted[]) => noted.filter(isRecent).reduce((sum, { ends }) => sum + ends, 0);
    const ofBody = ends(this.#noted.filter((noted) => noted.digest === digest));
    const ofAddress = ends(this.#noted.filter((noted) => noted.url === url));
    return ofBody >= ENDS_OF_A_BODY || ofAddress >= ENDS_OF_AN_ADDRESS
      ? `was being read at each of the last ${Math.max(ofBody, ofAddress)} times that the bot was ended without warning`
      : undefined;
  }

  /** Whether one of those that may have ended the process is still to be read: until then, one is read at a time. */
  isSuspecting(now: InstantText): boolean {
    return this.#noted.some(({ ends, at }) => ends > 0 && Math.abs(elapsed(at, now)) < REFUSED_MS);
  }

  begin({ url, digest }: FetchedBody, now: InstantText): void {
    const known = this.#noted.find((noted) => noted.url === url && noted.digest === digest);
    if (known) known.isInReading = true;
    else this.#noted.push({ url, digest, ends: 0, isInReading: true, at: now, software: this.#software });
    this.#write();
  }

  /** Not in reading for now: what ends the process meanwhile, while something else is asked for, is not its doing. */
  rest({ url, digest }: FetchedBody): void {
    const known = this.#noted.find((noted) => noted.url === url && noted.digest === digest);
    if (known) known.isInReading = false;
    this.#noted = this.#noted.filter((noted) => noted !== known || noted.ends > 0);
    this.#write();
  }

  /** All that is done with it is done, and the process alive: neither the body nor its address is suspected any more. */
  end({ url, digest }: FetchedBody): void {
    this.#noted = this.#noted.filter((noted) => noted.url !== url && noted.digest !== digest);
    this.#write();
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open);
    this.#open = undefined;
  }

  /** The last line that is whole: the process may have ended while it wrote one. */
  #read(): Noted[] {
    const lines = textOf(this.#file).split("\n").reverse();
    for (const line of lines) {
      const noted = line === "" ? undefined : parsed(line);
      if (noted) return noted;
    }
    return [];
  }

  #write(): void {
    const line = `${JSON.stringify(this.#noted)}\n`;
    if (this.#open === undefined || this.#bytes + line.length > MAX_BYTES) return this.#beginAnew();
    try {
      this.#bytes += writeSync(this.#open, line);
    } catch {
      // A full disk: what is read meanwhile is not remembered, and read all the same.
    }
  }

  /** Another file is put in its place, so that a kill leaves the one or the other. */
  #beginAnew(): void {
    const line = `${JSON.stringify(this.#noted)}\n`;
    try {
      writeFileSync(`${this.#file}.new`, line);
      renameSync(`${this.#file}.new`, this.#file);
      this.close();
      this.#open = openSync(this.#file, "a");
      this.#bytes = line.length;
    } catch {
      // As above.
    }
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // There is none yet.
    return "";
  }
}

/** Undefined where a line is not whole, or a power cut spoilt it. */
function parsed(line: string): Noted[] | undefined {
  try {
    return z.array(notedSchema).parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
