/** The WARC file that captures from the Wayback Machine are gathered in. Opened again, it knows what it holds. */
import { closeSync, fdatasyncSync, mkdirSync, openSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { newId, REVISIT_PROFILE, statusLine } from "../archive/records.ts";
import { ArchiveError } from "../archive/source.ts";
import { encodeRecord, type NewRecord, readRecords } from "../archive/warc.ts";
import type { Answer } from "../fetch/capture.ts";
import { copyAddress, type Holding } from "../memento/cdx.ts";

/** Where a capture was had from, and the digest that the Wayback Machine knows its bytes by. */
const SOURCE = "WARC-Source-URI";
const DIGEST = "X-Wayback-Digest";

interface Payload {
  record: string;
  url: string;
  at: string;
  /** WARC-Payload-Digest. */
  digest: string;
}

export class HoldingsFile {
  readonly #descriptor: number;
  readonly #sources = new Set<string>();
  /** The Wayback Machine's digest → the capture that holds those bytes. */
  readonly #payloads = new Map<string, Payload>();

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** @throws {ArchiveError} when the file is damaged; one that only stops too early is cut back to its last whole record */
  static async open(file: string): Promise<HoldingsFile> {
    mkdirSync(dirname(file), { recursive: true });
    const held = new HoldingsFile(openSync(file, "a"));
    let end = 0;
    try {
      for await (const { id, type, url, at, offset, length, fields } of readRecords(file, { keep: () => 0 })) {
        end = offset + length;
        const source = fields[SOURCE.toLowerCase()];
        if (!source) continue;
        held.#sources.add(source);
        const digest = fields["warc-payload-digest"];
        if (type === "response" && digest)
          held.#payloads.set(fields[DIGEST.toLowerCase()] ?? "", { record: id, url, at, digest });
      }
    } catch (error) {
      if (!(error instanceof ArchiveError && error.isCutOff)) throw error;
      truncateSync(file, end);
    }
    return held;
  }

  has({ timestamp, original }: Holding): boolean {
    return this.#sources.has(copyAddress(timestamp, original));
  }

  /** Notes a capture whose bytes are in the file already. @returns whether they are */
  async refer(holding: Holding): Promise<boolean> {
    const payload = this.#payloads.get(holding.digest);
    if (!payload) return false;
    await this.#append(holding, {
      type: "revisit",
      id: newId(),
      at: holding.at,
      url: holding.original,
      fields: {
        "WARC-Profile": REVISIT_PROFILE,
        "WARC-Payload-Digest": payload.digest,
        "WARC-Refers-To": `<${payload.record}>`,
        "WARC-Refers-To-Target-URI": payload.url,
        "WARC-Refers-To-Date": payload.at,
      },
      payload: Buffer.alloc(0),
    });
    return true;
  }

  async keep(holding: Holding, { at, finalUrl: url, status, rawHeaders, wire, digest }: Answer): Promise<void> {
    const record = newId();
    const http = { statusLine: statusLine(status), rawHeaders };
    await this.#append(holding, { type: "response", id: record, at, url, http, payload: wire });
    this.#payloads.set(holding.digest, { record, url, at, digest: `sha256:${digest}` });
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  async #append({ timestamp, original, digest }: Holding, record: NewRecord): Promise<void> {
    const source = copyAddress(timestamp, original);
    const fields = { ...record.fields, [SOURCE]: source, [DIGEST]: digest };
    const bytes = await encodeRecord({ ...record, fields });
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    fdatasyncSync(this.#descriptor);
    this.#sources.add(source);
  }
}
