/** Whether a WACZ still is what was written, and what shows so: its list, its signature, its records, the way to a checkpoint. */
import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { fingerprint } from "../chain/keys.ts";
import { sayDoubt, sha256 } from "../digest.ts";
import { journalOnly } from "../journal.ts";
import { ArchiveError } from "../source.ts";
import { type Noted, note } from "../verify.ts";
import { readRecords } from "../warc.ts";
import { LIST, LIST_DIGEST, WARC, wayFiles } from "./layout.ts";
import { OpenedWacz } from "./opened.ts";
import { digestFile, packageHolds } from "./signing.ts";
import { type Told, WayCheck } from "./way-check.ts";

export interface CheckedWacz extends Noted {
  /** What was looked at and what it came to, in the order in which one rests on the other. */
  found: Told[];
  bytes: number;
}

const list = z.object({
  wacz_version: z.string().max(20),
  resources: z
    .array(z.object({ path: z.string().max(1000), hash: z.string().max(200), bytes: z.int().min(0) }))
    .max(10_000),
});

/**
 * @param onBytes called with the bytes that were looked through since the last call
 * @throws {ArchiveError} when it is no WACZ
 */
export async function checkWacz(file: string, onBytes: (bytes: number) => void): Promise<CheckedWacz> {
  const wacz = await OpenedWacz.of(file);
  const checked: CheckedWacz = { found: [], bytes: 0, faulty: 0, faults: [] };
  const fault = (sentence: string) => note(checked, `${file}: ${sentence}`);
  try {
    await checkList(wacz, checked, fault, onBytes);
    await checkSignature(wacz, checked, fault);
    const ways = await waysIn(wacz, fault);
    await checkRecords(wacz, checked, ways, fault);
    checked.found.push(...ways.tell());
    return checked;
  } finally {
    await wacz.close();
  }
}

type Fault = (sentence: string) => void;

async function checkList(
  wacz: OpenedWacz,
  checked: CheckedWacz,
  fault: Fault,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { resources } = parsed(list, await wacz.read(LIST), `${wacz.file}: ${LIST}`);
  const listed = new Set(resources.map(({ path }) => path));
  for (const path of wacz.paths)
    if (!listed.has(path) && path !== LIST && path !== LIST_DIGEST) fault(`${path} is not in its list`);
  let whole = 0;
  for (const { path, hash, bytes } of resources) {
    const found = await wacz.digest(path, onBytes);
    checked.bytes += found?.bytes ?? 0;
    if (!found) fault(`${path} is in its list, and not there`);
    else if (`sha256:${found.digest}` !== hash || found.bytes !== bytes) fault(`${path} is not what the list says`);
    else whole += 1;
  }
  checked.found.push(["Files", `${whole} of ${resources.length} are as the list says`]);
}

async function checkSignature(wacz: OpenedWacz, checked: CheckedWacz, fault: Fault): Promise<void> {
  const bytes = await wacz.read(LIST_DIGEST);
  if (!bytes) return void checked.found.push(["Signature", "none: anybody may have made the list"]);
  const { hash, signedData } = parsed(digestFile, bytes, `${wacz.file}: ${LIST_DIGEST}`);
  if (hash !== `sha256:${sha256((await wacz.read(LIST)) ?? Buffer.alloc(0))}`)
    fault(`${LIST} is not what ${LIST_DIGEST} says`);
  if (!signedData) return void checked.found.push(["Signature", "none: anybody may have made the list"]);
  if (signedData.hash !== hash || !packageHolds(signedData)) return fault("its signature does not hold");
  checked.found.push(["Signature", `holds; ${signedData.created}, by ${fingerprint(signedData.publicKey)} (ECDSA)`]);
}

/** The links and checkpoints that are enclosed. */
async function waysIn(wacz: OpenedWacz, fault: Fault): Promise<WayCheck> {
  const ways = new WayCheck(fault);
  const text = async (path: string) => (await wacz.read(path))?.toString();
  for (let number = 1; ; number++) {
    const files = wayFiles(number);
    const links = await text(files.links);
    if (links === undefined) return ways;
    const [checkpoint, signature, key] = [
      await text(files.text),
      await wacz.read(files.signature),
      await text(files.key),
    ];
    const signed =
      checkpoint && signature && key
        ? { text: checkpoint, signature: signature.toString("base64"), key: keyIn(key) }
        : undefined;
    if (checkpoint !== undefined && !signed) fault(`${files.text} lacks its signature, or its key`);
    await ways.add(number, links.split("\n").filter(Boolean), signed, await wacz.read(files.stamp));
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

async function checkRecords(wacz: OpenedWacz, checked: CheckedWacz, ways: WayCheck, fault: Fault): Promise<void> {
  let records = 0;
  for (const path of wacz.paths.filter((one) => /^archive\/.*\.warc(?:\.gz)?$/.test(one)))
    try {
      for await (const record of readRecords(await wacz.warc(path), { keep: journalOnly, withDigests: true })) {
        records += 1;
        for (const doubt of record.doubts) fault(sayDoubt(doubt, `the record at byte ${record.offset} of ${path}`));
        if (path === `archive/${WARC}`) ways.see(record);
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      fault(error.message);
    }
  checked.found.push(["Records", `${records}, with their digests`]);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer | undefined, name: string): T {
  let value: unknown;
  try {
    value = JSON.parse(bytes?.toString() ?? "");
  } catch {
    value = undefined;
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new ArchiveError(`${name}: is not what a WACZ has there`);
  return result.data;
}
