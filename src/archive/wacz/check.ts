/**
 * Whether a WACZ still is what was written, and what shows so: its list, its signature, its records, the way from them to a checkpoint,
 * and what it says of them. Whatever nothing in it shows is said to be so: anybody can make a list and sign it.
 */
import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { fingerprint } from "../chain/keys.ts";
import { sayDoubt, sha256 } from "../digest.ts";
import { journalOnly } from "../journal.ts";
import type { RecordHead } from "../record.ts";
import { ArchiveError } from "../source.ts";
import { readRecords } from "../warc.ts";
import { ContentCheck } from "./content-check.ts";
import { Findings } from "./findings.ts";
import { INDEX, isTelling, LIST, LIST_DIGEST, OURS, PAGES, README, WARC, wayFiles } from "./layout.ts";
import { OpenedWacz } from "./opened.ts";
import { digestFile, packageHolds } from "./signing.ts";
import { isWarcInfo } from "./warc-info.ts";
import { type EnclosedWay, WayCheck } from "./way-check.ts";

export interface CheckedWacz {
  findings: Findings;
  bytes: number;
  /** The fingerprints of who signed the checkpoints that it rests on. */
  signers: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** Of the list, and of what is parsed as a whole: many times what is written there. */
const MAX_TEXT = 2 * MEGABYTE;
/** Of all ways together, of the index, of the pages. */
const MAX_LINES = 64 * MEGABYTE;
const MAX_WARC_INFO = 64 * 1024;

const list = z.object({
  wacz_version: z.string().max(20),
  title: z.string().max(10_000).optional(),
  mainPageUrl: z.string().max(10_000).optional(),
  resources: z
    .array(z.object({ path: z.string().max(1000), hash: z.string().max(200), bytes: z.int().min(0) }))
    .max(10_000),
});
type List = z.output<typeof list>;

/**
 * @param keys the fingerprints of those whose checkpoints count; any that holds where it is undefined
 * @param onBytes called with the bytes that were looked through since the last call
 * @throws {ArchiveError} when it is no WACZ
 */
export async function checkWacz(
  file: string,
  keys: ReadonlySet<string> | undefined,
  onBytes: (bytes: number) => void,
): Promise<CheckedWacz> {
  const wacz = await OpenedWacz.of(file);
  try {
    return await new WaczCheck(wacz, keys).run(onBytes);
  } finally {
    await wacz.close();
  }
}

class WaczCheck {
  readonly #wacz: OpenedWacz;
  readonly #findings: Findings;
  readonly #ways: WayCheck;
  #bytes = 0;

  constructor(wacz: OpenedWacz, keys: ReadonlySet<string> | undefined) {
    this.#wacz = wacz;
    this.#findings = new Findings(wacz.file);
    this.#ways = new WayCheck(this.#findings, keys);
  }

  async run(onBytes: (bytes: number) => void): Promise<CheckedWacz> {
    const text = await this.#wacz.read(LIST, MAX_TEXT);
    const read = parsed(list, text, `${this.#wacz.file}: ${LIST}`);
    await this.#list(read, onBytes);
    const signer = await this.#signature(text ?? Buffer.alloc(0));
    if (this.#wacz.paths.some((path) => path.startsWith(`${OURS}/`))) await this.#ours(read, signer);
    else {
      await this.#records(this.#wacz.paths.filter((path) => /^archive\/.*\.warc(?:\.gz)?$/.test(path)));
      this.#findings.unshown(
        "is no export of coming-weeks: nothing in it shows when its records were written, or that whoever signed it did not change them",
      );
    }
    this.#ways.holdKeys(signer);
    return { findings: this.#findings, bytes: this.#bytes, signers: this.#ways.signers };
  }

  async #list({ resources }: List, onBytes: (bytes: number) => void): Promise<void> {
    const listed = new Set(resources.map(({ path }) => path));
    for (const path of this.#wacz.paths)
      if (!listed.has(path) && path !== LIST && path !== LIST_DIGEST)
        this.#findings.fault(`${path} is not in its list`);
    let whole = 0;
    for (const { path, hash, bytes } of resources) {
      const found = await this.#wacz.digest(path, onBytes);
      this.#bytes += found?.bytes ?? 0;
      if (!found) this.#findings.fault(`${path} is in its list, and not there`);
      else if (`sha256:${found.digest}` !== hash || found.bytes !== bytes)
        this.#findings.fault(`${path} is not what the list says`);
      else whole += 1;
    }
    this.#findings.found("Files", `${whole} of ${resources.length} are as the list says`);
  }

  /** @returns the fingerprint of who signed the list; undefined where nobody did */
  async #signature(listed: Buffer): Promise<string | undefined> {
    const bytes = await this.#wacz.read(LIST_DIGEST, MAX_TEXT);
    const digest = bytes && parsed(digestFile, bytes, `${this.#wacz.file}: ${LIST_DIGEST}`);
    if (digest && digest.hash !== `sha256:${sha256(listed)}`)
      this.#findings.fault(`${LIST} is not what ${LIST_DIGEST} says`);
    const signed = digest?.signedData;
    if (!signed) {
      this.#findings.found("Signature", "none");
      return void this.#findings.unshown("is not signed: anybody may have made its list");
    }
    if (signed.hash !== digest.hash || !packageHolds(signed))
      return void this.#findings.fault("its signature does not hold");
    const signer = fingerprint(signed.publicKey);
    this.#findings.found("Signature", `holds; ${signed.created}, by ${signer} (ECDSA)`);
    return signer;
  }

  async #ours({ title, mainPageUrl }: List, signer: string | undefined): Promise<void> {
    const { paths } = this.#wacz;
    const warc = `archive/${WARC}`;
    const telling = paths.filter(isTelling);
    const content = new ContentCheck(this.#findings);
    for (const path of telling) content.tells(path, await this.#text(path, MAX_TEXT));
    await this.#records([warc], content);
    const ways = await this.#enclosedWays();
    for (const way of ways) await this.#ways.add(way);
    this.#ways.conclude();
    const [index, pages] = [await this.#text(INDEX, MAX_LINES), await this.#text(PAGES, MAX_LINES)];
    if (paths.includes(warc))
      await content.conclude({ index, pages, about: { title, mainPageUrl }, warc: await this.#wacz.warc(warc) });
    if (signer !== undefined && !this.#ways.isStrangers && !this.#ways.vouchesFor(signer))
      this.#findings.unshown(
        `was put together by ${signer}, whom no checkpoint that it encloses names: anybody may have written its ${README}`,
      );
    const known = new Set([LIST, LIST_DIGEST, warc, INDEX, PAGES, README, ...telling]);
    for (const { number } of ways) for (const path of Object.values(wayFiles(number))) known.add(path);
    for (const path of paths) if (!known.has(path)) this.#findings.fault(`${path} is nothing that an export holds`);
  }

  async #text(path: string, most: number): Promise<string> {
    return (await this.#wacz.read(path, most))?.toString() ?? "";
  }

  /** Looks through the records of WARCs; those of an export are to be in its ways, and told of by its content. */
  async #records(warcs: readonly string[], content?: ContentCheck): Promise<void> {
    const keep = (head: RecordHead) => (head.type === "warcinfo" ? MAX_WARC_INFO : journalOnly(head));
    let records = 0;
    for (const path of warcs)
      try {
        for await (const record of readRecords(await this.#wacz.warc(path), { keep, withDigests: true })) {
          records += 1;
          const where = `the record at byte ${record.offset} of ${path}`;
          for (const doubt of record.doubts) this.#findings.fault(sayDoubt(doubt, where));
          if (!content || isWarcInfo(record)) continue;
          this.#ways.see(record);
          content.see(record);
        }
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        this.#findings.fault(error.message);
      }
    this.#findings.found("Records", `${records}, with their digests`);
  }

  /** The links and checkpoints that are enclosed. */
  async #enclosedWays(): Promise<EnclosedWay[]> {
    const ways: EnclosedWay[] = [];
    let bytes = 0;
    for (let number = 1; ; number++) {
      const files = wayFiles(number);
      const links = await this.#wacz.read(files.links, MAX_LINES - bytes);
      if (!links) return ways;
      bytes += links.length;
      const [text, signature, key, stamp] = [
        ...[await this.#wacz.read(files.text, MAX_TEXT), await this.#wacz.read(files.signature, MAX_TEXT)],
        ...[await this.#wacz.read(files.key, MAX_TEXT), await this.#wacz.read(files.stamp, MAX_TEXT)],
      ];
      const signed =
        text && signature && key
          ? { text: text.toString(), signature: signature.toString("base64"), key: keyIn(key.toString()) }
          : undefined;
      if (!signed && (text || signature || key || stamp))
        this.#findings.fault(`${files.text} lacks its signature, or its key, or is not there itself`);
      ways.push({ number, links, signed, stamp });
    }
  }
}

/** A public key as `Signed.key`; empty where it is none. */
function keyIn(pem: string): string {
  try {
    return createPublicKey(pem).export({ format: "der", type: "spki" }).toString("base64");
  } catch {
    return "";
  }
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer | undefined, name: string): T {
  if (!bytes) throw new ArchiveError(`${name}: is missing`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    value = undefined;
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new ArchiveError(`${name}: is not what a WACZ has there`);
  return result.data;
}
