/**
 * Closed files of the archive, taken to a bucket: each once and whole, read back before it counts, and noted. Whatever stops
 * it, it goes on from there; what fails is tried again, less and less often, and holds up nothing.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Clock } from "../time/clock.ts";
import { type InstantText, later } from "../time/instant.ts";
import { BucketError } from "./bucket/asking.ts";
import type { Bucket, Fingerprint } from "./bucket/bucket.ts";
import { indexOf } from "./cdxj.ts";
import type { ArchiveEnd } from "./citation.ts";
import { sha256 } from "./digest.ts";
import { byFileName } from "./file-names.ts";
import { filesOf } from "./files.ts";

/** A file that is in the bucket, or was until it was no longer needed. */
export interface Uploaded extends Fingerprint {
  file: string;
  uploaded_at: InstantText;
  removed_at: InstantText | null;
}

/** What the store knows. */
export interface Uploads {
  all(): Promise<Uploaded[]>;
  note(uploaded: Uploaded): Promise<void>;
}

interface Parts {
  directory: string;
  worker: string | undefined;
  bucket: Bucket;
  uploads: Uploads;
  /** Up to where the worker's files are written and cited. */
  end: () => Promise<ArchiveEnd | undefined>;
  /** Milliseconds that an uploaded file stays in the folder. */
  keep: number;
  clock: Clock;
  log: Logger;
}

export const INDEX_SUFFIX = ".cdxj";
const EVERY_MS = 60_000;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Another file has the name: nothing but a person can mend that. */
class NameTaken extends BucketError {}

export class Uploader {
  readonly #parts: Parts;
  readonly #aside = new Set<string>();
  /** The file that failed last: the next pass begins behind it, so that it holds up no other. */
  #failed = "";
  #failures = 0;
  #restUntil: InstantText = "";
  #isClosed = false;
  #passing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes what is closed to the bucket, and lets go of what has been there for long enough; unless it is at it already. */
  async pass(): Promise<void> {
    if (this.#passing) return;
    this.#passing = this.#pass().finally(() => {
      this.#passing = undefined;
    });
    await this.#passing;
  }

  /** Breaks off what is on its way: it is taken up again at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#passing) await this.#parts.bucket.close();
    await this.#passing?.catch(() => undefined);
  }

  async #pass(): Promise<void> {
    const { directory, worker, uploads, end, clock, log } = this.#parts;
    if (clock.now() < this.#restUntil) return;
    this.#restUntil = later(clock.now(), EVERY_MS);
    const written = await end();
    // What is cited stands before the end: files before that one are never written to again.
    const isClosed = (name: string) => written !== undefined && byFileName(name, written.file) < 0;
    // What one bot wrote alone, before there were several, goes with those of whoever has its folder.
    const ours = [...filesOf(undefined, directory), ...(worker ? filesOf(worker, directory) : [])];
    const files = ours.filter((name) => isClosed(name) && !this.#aside.has(name));
    if (files.length === 0) return;
    const known = new Map((await uploads.all()).map((uploaded) => [uploaded.file, uploaded]));
    const first = files.indexOf(this.#failed) + 1;
    for (const file of [...files.slice(first), ...files.slice(0, first)]) {
      if (this.#isClosed) return;
      try {
        if (await this.#goOn(file, known.get(file))) this.#failures = 0;
      } catch (error) {
        if (this.#isClosed) return;
        const isAside = error instanceof NameTaken;
        if (isAside) this.#aside.add(file);
        const wait = isAside ? undefined : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++);
        const said = error instanceof Error ? error.message : `${error}`;
        log.warn({ event: "upload-failed", file, error: said, wait }, "a file of the archive was not uploaded");
        if (wait === undefined) continue;
        this.#failed = file;
        this.#restUntil = later(clock.now(), wait);
        return;
      }
    }
  }

  /** @returns whether there was something to do */
  async #goOn(file: string, known: Uploaded | undefined): Promise<boolean> {
    const { directory, bucket, keep, clock } = this.#parts;
    if (known?.removed_at === null && later(known.uploaded_at, keep) > clock.now()) return false;
    const isNeeded = !known || (known.removed_at === null && (await bucket.standing(file))?.bytes !== known.bytes);
    if (isNeeded) await this.#upload(file);
    else await rm(join(directory, file), { force: true });
    return true;
  }

  async #upload(file: string): Promise<void> {
    const { directory, bucket, uploads, clock, log } = this.#parts;
    const path = join(directory, file);
    const fingerprint = await fingerprintOf(path);
    const { bytes, digest } = fingerprint;
    const isRight = async () => (await bucket.digestOf(file, bytes)) === digest;
    const there = await bucket.standing(file);
    if (there?.bytes !== bytes || !(await isRight())) {
      if (there && there.digest !== digest)
        throw new NameTaken(
          `${bucket.addressOf(file)}: another file has this name already; give each worker a WORKER_NAME of its own, and each archive a prefix of its own in ARCHIVE_URL`,
        );
      await bucket.put(file, path, fingerprint);
      if (!(await isRight()))
        throw new BucketError(`${bucket.addressOf(file)}: what is read back is not what was sent`, { isPassing: true });
    }
    const index = await indexOf(path);
    await bucket.put(file + INDEX_SUFFIX, index, { bytes: index.length, digest: sha256(index) });
    await uploads.note({ file, bytes, digest, uploaded_at: clock.now(), removed_at: null });
    log.info({ event: "uploaded", file, bytes }, "a file of the archive was uploaded");
  }
}

async function fingerprintOf(path: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, digest: hash.digest("hex") };
}
