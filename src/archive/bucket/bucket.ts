/** A folder in a bucket of any S3 service: files put there whole, read in parts, listed and removed. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import type { BucketPlace, S3Access } from "../../config/bucket.ts";
import { sha256 } from "../digest.ts";
import type { RemoteFile } from "../source.ts";
import { BucketError, type Patience, S3Client } from "./asking.ts";
import { type ListingPage, readListing } from "./listing.ts";

/** What the service says of a file. */
export interface Standing {
  bytes: number;
  /** The SHA-256 it was put there with, in hex, where it was. */
  digest: string | undefined;
}

/** What a file is known by. */
export interface Fingerprint {
  bytes: number;
  /** SHA-256, in hex. */
  digest: string;
}

const MEGABYTE = 1024 * 1024;

export class Bucket {
  readonly #client: S3Client;
  readonly #prefix: string;

  constructor(access: S3Access, { bucket, prefix }: BucketPlace, patience?: Partial<Patience>) {
    this.#client = new S3Client(access, bucket, patience);
    this.#prefix = prefix;
  }

  /** As people name it. */
  addressOf(name: string): string {
    return this.#client.addressOf(this.#prefix + name);
  }

  /**
   * Puts a file there, whole or not at all.
   * @param from a path, or the bytes
   * @param fingerprint the service refuses what arrives otherwise, where it knows how to
   * @throws {BucketError}
   */
  async put(name: string, from: string | Buffer, { bytes, digest }: Fingerprint): Promise<void> {
    const headers = {
      "content-length": `${bytes}`,
      "content-type": "application/octet-stream",
      "x-amz-checksum-sha256": Buffer.from(digest, "hex").toString("base64"),
      "x-amz-meta-sha256": digest,
    };
    const body = { make: () => (typeof from === "string" ? createReadStream(from) : from), digest };
    await this.#client.ask({ method: "PUT", key: this.#prefix + name, headers, body }, (answer) => answer.body.dump());
  }

  /** Undefined where it is not there. @throws {BucketError} */
  async standing(name: string): Promise<Standing | undefined> {
    try {
      return await this.#client.ask({ method: "HEAD", key: this.#prefix + name }, async ({ headers, body }) => {
        await body.dump();
        const digest = headers["x-amz-meta-sha256"];
        return { bytes: Number(headers["content-length"]), digest: typeof digest === "string" ? digest : undefined };
      });
    } catch (error) {
      if (error instanceof BucketError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** @throws {BucketError} */
  async remove(name: string): Promise<void> {
    await this.#client.ask({ method: "DELETE", key: this.#prefix + name }, (answer) => answer.body.dump());
  }

  /** The names and sizes of what is there, folders below it as well. @throws {BucketError} */
  async *list(): AsyncGenerator<{ name: string; bytes: number }> {
    let next: string | undefined;
    do {
      const query = { "list-type": "2", prefix: this.#prefix, ...(next ? { "continuation-token": next } : {}) };
      const page: ListingPage = await this.#client.ask({ method: "GET", key: "", query }, ({ body }) =>
        readListing(body),
      );
      for (const { key, bytes } of page.keys)
        if (key.startsWith(this.#prefix)) yield { name: key.slice(this.#prefix.length), bytes };
      if (page.next !== undefined && page.next === next)
        throw new BucketError(`${this.addressOf("")}: its list has no end; the service is broken`);
      next = page.next;
    } while (next);
  }

  /** A file there, to read. @param bytes its size, where it is known */
  file(name: string, bytes?: number): RemoteFile {
    return {
      name: this.addressOf(name),
      size: async () => {
        const size = bytes ?? (await this.standing(name))?.bytes;
        if (size === undefined) throw new BucketError(`${this.addressOf(name)}: is not there`, { status: 404 });
        return size;
      },
      bytes: (from, to) => this.#bytes(name, from, to),
    };
  }

  /** The SHA-256 of what is read back, in hex. @throws {BucketError} */
  async digestOf(name: string, bytes: number, onBytes: (bytes: number) => void = () => undefined): Promise<string> {
    const hash = createHash("sha256");
    for await (const piece of this.#bytes(name, 0, bytes)) {
      hash.update(piece);
      onBytes(piece.length);
    }
    return hash.digest("hex");
  }

  /** A body that breaks off is gone on with where it did. */
  async *#bytes(name: string, from: number, to: number): AsyncGenerator<Buffer> {
    const key = this.#prefix + name;
    let failures = 0;
    for (let at = from, since = from; at < to; )
      try {
        const range = `bytes=${at}-${to - 1}`;
        const { statusCode, body } = await this.#client.askOnce({ method: "GET", key, headers: { range } });
        if (statusCode !== 206 && at > 0) {
          body.destroy();
          throw new BucketError(`${this.addressOf(name)}: the service does not give parts of a file; use another`);
        }
        for await (const piece of body) {
          at += piece.length;
          yield piece;
          if (at > to) throw new BucketError(`${this.addressOf(name)}: is longer than ${to} bytes`);
        }
        if (at < to) throw new BucketError(`${this.addressOf(name)}: breaks off at byte ${at}`, { isPassing: true });
      } catch (error) {
        // Only where it gets on is it tried without end.
        failures = at - since >= MEGABYTE ? 1 : failures + 1;
        since = at;
        await this.#client.pauseAfter(failures, key, error);
      }
  }

  /**
   * Whether it can be written and read.
   * @throws {BucketError} with what to mend
   */
  async tryOut(): Promise<void> {
    const name = `doctor-${randomUUID()}.txt`;
    const text = Buffer.from("Written by `doctor` of coming-weeks, which removes it again.\n");
    const digest = sha256(text);
    await this.put(name, text, { bytes: text.length, digest });
    try {
      if ((await this.digestOf(name, text.length)) !== digest)
        throw new BucketError(`${this.addressOf(name)}: what is read back is not what was written`);
      for await (const _ of this.list()) break;
    } finally {
      await this.remove(name);
    }
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}
