/**
 * The bodies that are being read: noted before and struck out after, so that a body that ended the process is known at the
 * next start. In a small file of its own, which costs a reading next to nothing; what a power cut takes of it is nothing that
 * anything else rests on.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
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

export class BodiesInReading {
  readonly #file: string;
  readonly #software: string;
  #noted: Noted[];

  /** @param software the program and its version: what ended one need not end the next */
  constructor(directory: string, software: string, now: InstantText) {
    this.#file = join(directory, "in-reading.json");
    this.#software = software;
    this.#noted = this.#read().map((noted) =>
      noted.isInReading ? { ...noted, isInReading: false, ends: noted.ends + 1, at: now, software } : noted,
    );
    this.#write();
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

  #read(): Noted[] {
    try {
      return z.array(notedSchema).parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch {
      // There is none yet, or a power cut took it.
      return [];
    }
  }

  /** Another file is put in its place, so that a kill leaves the one or the other. */
  #write(): void {
    try {
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#noted));
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // A full disk: what is read meanwhile is not remembered, and read all the same.
    }
  }
}
