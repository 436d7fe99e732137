/** A WACZ, written (https://specs.webrecorder.net/wacz/1.1.1/): a ZIP of parts, a list of them with their digests, and the signature of the list. */
import { createHash, type KeyObject } from "node:crypto";
import { createWriteStream, existsSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable, Writable } from "node:stream";
import { configure, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { makeUsual } from "../../config/file-modes.ts";
import type { InstantText } from "../../time/instant.ts";
import { SOFTWARE } from "../../watch/software.ts";
import { sha256 } from "../digest.ts";
import { ArchiveError } from "../source.ts";
import { LIST, LIST_DIGEST, WACZ_VERSION } from "./layout.ts";
import { signPackage } from "./signing.ts";

configure({ useWebWorkers: false });

export interface Part {
  path: string;
  size: number;
  bytes: () => AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Whether it is packed once more. What is read from in parts is not. */
  isPacked: boolean;
}

export function textPart(path: string, text: string | Buffer): Part {
  const bytes = Buffer.from(text);
  return { path, size: bytes.length, bytes: () => [bytes], isPacked: true };
}

/** What the list says besides. */
export interface About {
  title: string;
  description: string;
  /** To the second, as other tools write it. */
  created: InstantText;
  mainPageUrl?: string | undefined;
  mainPageDate?: InstantText | undefined;
}

/**
 * @param file is made whole, or not at all; what stands there already is not touched
 * @param key that signs it
 * @returns how many bytes it has
 * @throws {ArchiveError} when it cannot be written, or a part cannot be had
 */
export async function writeWacz(file: string, parts: readonly Part[], about: About, key: KeyObject): Promise<number> {
  const elsewhere = "name another file with --out";
  if (existsSync(file)) throw new ArchiveError(`${file}: is there already; ${elsewhere}`);
  const part = `${file}.part`;
  const out = createWriteStream(part);
  try {
    const bytes = await zipped(out, parts, about, key);
    renameSync(part, file);
    makeUsual(file);
    return bytes;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof ArchiveError || !syscall) throw error;
    const why = code === "ENOENT" ? `there is no folder ${dirname(file)}` : `cannot be written (${code})`;
    throw new ArchiveError(`${file}: ${why}; ${elsewhere}`);
  } finally {
    out.destroy();
    await rm(part, { force: true }).catch(() => undefined);
  }
}

async function zipped(out: Writable, parts: readonly Part[], about: About, key: KeyObject): Promise<number> {
  const options = { extendedTimestamp: false, lastModDate: new Date(about.created) };
  const zip = new ZipWriter(Writable.toWeb(out) as WritableStream<Uint8Array>, options);
  const add = async ({ path, size, bytes, isPacked }: Part) => {
    const hash = createHash("sha256");
    const passing = async function* () {
      for await (const piece of bytes()) {
        hash.update(piece);
        yield piece;
      }
    };
    // A readable of Node's keeps pieces back that it may be asked for; of these none is asked for twice.
    const readable = Readable.toWeb(Readable.from(passing(), { objectMode: false }));
    await zip.add(path, { readable: readable as ReadableStream<Uint8Array>, size }, { level: isPacked ? 6 : 0 });
    return {
      name: path.slice(path.lastIndexOf("/") + 1).toLowerCase(),
      path,
      hash: named(hash.digest("hex")),
      bytes: size,
    };
  };
  const resources: Awaited<ReturnType<typeof add>>[] = [];
  for (const one of parts) resources.push(await add(one));
  const list = json({ profile: "data-package", wacz_version: WACZ_VERSION, software: SOFTWARE, ...about, resources });
  const hash = named(sha256(Buffer.from(list)));
  await add(textPart(LIST, list));
  await add(textPart(LIST_DIGEST, json({ path: LIST, hash, signedData: signPackage(hash, key, about.created) })));
  await zip.close();
  return (out as { bytesWritten?: number }).bytesWritten ?? 0;
}

/** A digest as the list has it. */
function named(digest: string): string {
  return `sha256:${digest}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
