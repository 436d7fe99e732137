/** A backup, put back: looked through whole before anything stands in the data folder, and there whole, or not as data. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { unpackTar } from "modern-tar/fs";
import { machineFault } from "../language/machine-fault.ts";
import { PlainError } from "../language/plain-error.ts";
import { DATABASE_FILE, damagesOf } from "../store/sqlite.ts";
import { type About, LAYOUT } from "./backup.ts";

export interface Restored {
  about: About;
  /** Where the config was put. */
  config: string;
}

/** Beside the data: what is being put back is no data before its database stands there, which is moved last. */
const UNPACKED = ".restoring";
/** The config of the backup, in the data folder: where the bot's own stands, only people know. */
const CONFIG_OF_BACKUP = "config-of-the-backup";
/** Of any file in it; the name is what `backUp` makes, and leads nowhere else. */
const NAMES =
  /^(?:about\.json|SHA256SUMS|data\/[\w-][\w.-]*|data\/(?:archive|keys)\/[\w-][\w.-]*|config\/(?:watches\/)?[^/\\]+\.ya?ml)$/;
const MAX_LISTS = 64 * 1024 * 1024;

/**
 * @param directory the data folder: none yet, an empty one, or one that was being restored
 * @param onBytes is told how many more bytes were gone through: all of them twice
 * @throws {PlainError} when it is no backup, is damaged, or there is data in the folder
 */
export async function restore(file: string, directory: string, onBytes: (bytes: number) => void): Promise<Restored> {
  const unpacked = join(directory, UNPACKED);
  if (existsSync(directory)) {
    const there = readdirSync(directory);
    if (there.includes(DATABASE_FILE) || (there.length > 0 && !there.includes(UNPACKED)))
      throw new PlainError(
        `${directory}: holds something already; a backup is put back into a new folder: name one with --data, or move that one away`,
      );
  }
  try {
    // What an earlier try left.
    for (const left of existsSync(unpacked) ? readdirSync(directory) : [])
      await rm(join(directory, left), { recursive: true });
    await mkdir(unpacked, { recursive: true });
    await unpack(file, unpacked, onBytes);
    const about = await lookThrough(file, unpacked, onBytes);
    await rename(join(unpacked, LAYOUT.config), join(directory, CONFIG_OF_BACKUP));
    const data = join(unpacked, LAYOUT.database);
    for (const name of readdirSync(data).filter((one) => one !== DATABASE_FILE))
      await rename(join(data, name), join(directory, name));
    await rename(join(data, DATABASE_FILE), join(directory, DATABASE_FILE));
    await rm(unpacked, { recursive: true });
    return { about, config: join(directory, CONFIG_OF_BACKUP) };
  } catch (error) {
    if (error instanceof PlainError) await rm(unpacked, { recursive: true, force: true });
    throw error;
  }
}

async function unpack(file: string, into: string, onBytes: (bytes: number) => void): Promise<void> {
  const source = createReadStream(file);
  source.on("data", (piece) => onBytes(piece.length));
  const isOurs = ({ name, type }: { name: string; type?: string | undefined }) => type === "file" && NAMES.test(name);
  try {
    await pipeline(source, unpackTar(into, { filter: isOurs, fmode: 0o600, dmode: 0o700, maxDepth: 5, strict: true }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR")
      throw new PlainError(`${file}: is no file that can be read (${code}); name a backup`);
    const fault = machineFault(error, dirname(into));
    if (fault) throw fault;
    throw notWhole(file, "it cannot be read to its end");
  }
}

/** Whether every file is there, with the digest that it had; and the database is whole. */
async function lookThrough(file: string, unpacked: string, onBytes: (bytes: number) => void): Promise<About> {
  const [about, digests] = [
    await readList(file, unpacked, LAYOUT.about),
    await readList(file, unpacked, LAYOUT.digests),
  ];
  const said = aboutOf(about);
  if (!said)
    throw new PlainError(
      `${file}: is no backup of coming-weeks, or of a newer version; name a file that \`backup\` made`,
    );
  const listed = new Map(
    digests.split("\n").flatMap((line) => {
      const [digest = "", name = ""] = line.split("  ");
      return name ? [[name, digest] as const] : [];
    }),
  );
  for (const [name, digest] of listed) {
    if (!NAMES.test(name) || !existsSync(join(unpacked, name))) throw notWhole(file, `${name} is not in it`);
    if ((await digestOf(join(unpacked, name), onBytes)) !== digest) throw notWhole(file, `${name} is not as it was`);
  }
  if (listed.size !== said.files + 1) throw notWhole(file, `it should hold ${said.files} files`);
  const [damage] = damagesOf(join(unpacked, LAYOUT.database, DATABASE_FILE));
  if (damage) throw notWhole(file, `its database is damaged (${damage})`);
  return said;
}

async function readList(file: string, unpacked: string, name: string): Promise<string> {
  const text = await readFile(join(unpacked, name)).catch(() => undefined);
  if (!text || text.length > MAX_LISTS) throw notWhole(file, `${name} is not in it`);
  return text.toString("utf8");
}

function aboutOf(text: string): About | undefined {
  try {
    const about = JSON.parse(text) as About;
    return about.type === "coming-weeks backup" && about.format === 1 ? about : undefined;
  } catch {
    return undefined;
  }
}

async function digestOf(path: string, onBytes: (bytes: number) => void): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    onBytes(piece.length);
  }
  return hash.digest("hex");
}

function notWhole(file: string, why: string): PlainError {
  return new PlainError(`${file}: is not a whole backup: ${why}; nothing was put back. Take another copy of it`);
}
