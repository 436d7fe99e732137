/** A backup, put back: looked through whole before anything stands in the data folder, and there whole, or not as data. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { unpackTar } from "modern-tar/fs";
import { z } from "zod";
import { KEYS_FOLDER } from "../archive/chain/keys.ts";
import { ARCHIVE_FOLDER } from "../archive/file-names.ts";
import { machineFault } from "../language/machine-fault.ts";
import { PlainError } from "../language/plain-error.ts";
import { isOurs } from "../store/connection.ts";
import { makeFolder } from "../store/folder.ts";
import { LOCK_FILE, lock } from "../store/holding.ts";
import { DATABASE_FILE, damagesOf } from "../store/sqlite.ts";
import { type About, DOUBT, LAYOUT } from "./backup.ts";

export interface Restored {
  /** What of the archive was not whole when it was backed up, a sentence each. */
  doubts: readonly string[];
  about: About;
  /** Where the config was put. */
  config: string;
}

/** Beside the data: what is being put back is no data before its database stands there, which is moved last. */
const UNPACKED = ".restoring";
/** The config of the backup, in the data folder: where the bot's own stands, only people know. */
const CONFIG_OF_BACKUP = "config-of-the-backup";
/** In what was unpacked, from when on it is being moved to its place. */
const MOVING = "moving";
/** What is put into the data folder, the database last. */
const PUT = [CONFIG_OF_BACKUP, ARCHIVE_FOLDER, KEYS_FOLDER, DATABASE_FILE];
/** Of any file in it; the name is what `backUp` makes, and leads nowhere else. */
const NAMES =
  /^(?:about\.json|SHA256SUMS|data\/coming-weeks\.db|data\/archive\/coming-weeks-[\w-]+\.warc\.gz|data\/keys\/[a-z]+\.pem|config\/(?:watches\/)?[^/\\]+\.ya?ml)$/;
const MAX_LISTS = 64 * 1024 * 1024;

/**
 * @param directory the data folder: none yet, an empty one, or one that was being restored
 * @param onBytes is told how many more bytes were gone through: all of them twice
 * @throws {PlainError} when it is no backup, is damaged, or there is data in the folder
 */
export async function restore(file: string, directory: string, onBytes: (bytes: number) => void): Promise<Restored> {
  makeFolder(directory);
  // No bot begins here meanwhile, and nobody else restores.
  const release = lock(directory);
  try {
    await clear(directory);
    return await putBack(file, directory, onBytes);
  } finally {
    release();
  }
}

async function putBack(file: string, directory: string, onBytes: (bytes: number) => void): Promise<Restored> {
  const unpacked = join(directory, UNPACKED);
  try {
    await mkdir(unpacked);
    await unpack(file, unpacked, onBytes);
    const { about, doubts } = await lookThrough(file, unpacked, onBytes);
    await writeFile(join(unpacked, MOVING), "", { flush: true });
    const places = new Map(PUT.map((name) => [name, join(unpacked, LAYOUT.database, name)]));
    places.set(CONFIG_OF_BACKUP, join(unpacked, LAYOUT.config));
    for (const [name, from] of places) if (existsSync(from)) await rename(from, join(directory, name));
    await rm(unpacked, { recursive: true });
    return { about, doubts, config: join(directory, CONFIG_OF_BACKUP) };
  } catch (error) {
    if (error instanceof PlainError && !existsSync(join(unpacked, MOVING)))
      await rm(unpacked, { recursive: true, force: true });
    throw error;
  }
}

/** What an earlier try left is taken away, and nothing else. @throws {PlainError} where there is something else */
async function clear(directory: string): Promise<void> {
  const unpacked = join(directory, UNPACKED);
  const wasMoving = existsSync(join(unpacked, MOVING));
  const own = new Set([UNPACKED, ...(wasMoving ? PUT.filter((name) => name !== DATABASE_FILE) : [])]);
  if (readdirSync(directory).some((name) => !own.has(name) && !name.startsWith(LOCK_FILE)))
    throw new PlainError(
      `${directory}: holds something already; a backup is put back into a new folder: name one with --data, or move that one away`,
    );
  if (wasMoving) for (const name of PUT) await rm(join(directory, name), { recursive: true, force: true });
  await rm(unpacked, { recursive: true, force: true });
}

async function unpack(file: string, into: string, onBytes: (bytes: number) => void): Promise<void> {
  const source = createReadStream(file);
  source.on("data", (piece) => onBytes(piece.length));
  const isNamed = ({ name, type }: { name: string; type?: string | undefined }) => type === "file" && NAMES.test(name);
  try {
    await pipeline(source, unpackTar(into, { filter: isNamed, fmode: 0o600, dmode: 0o700, maxDepth: 5, strict: true }));
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
async function lookThrough(
  file: string,
  unpacked: string,
  onBytes: (bytes: number) => void,
): Promise<Omit<Restored, "config">> {
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
      if (line.startsWith(DOUBT)) return [];
      const [digest = "", name = ""] = line.split("  ");
      return name ? [[name, digest] as const] : [];
    }),
  );
  for (const [name, digest] of listed) {
    if (!NAMES.test(name) || !existsSync(join(unpacked, name))) throw notWhole(file, `${name} is not in it`);
    if ((await digestOf(join(unpacked, name), onBytes)) !== digest) throw notWhole(file, `${name} is not as it was`);
  }
  const unlisted = filesIn(unpacked).filter((name) => name !== LAYOUT.digests && !listed.has(name));
  if (unlisted.length > 0) throw notWhole(file, `${unlisted[0]} is not in its list`);
  const database = `${LAYOUT.database}/${DATABASE_FILE}`;
  if (!listed.has(database)) throw notWhole(file, "it holds no database");
  const [damage] = damagesOf(join(unpacked, database));
  if (damage) throw notWhole(file, `its database is damaged (${damage})`);
  if (!isOurs(join(unpacked, database))) throw notWhole(file, "its database is none of coming-weeks’s");
  return { about: said, doubts: doubtsIn(digests) };
}

/** A stranger may have written them: nothing but a file of the archive, and a few words. */
function doubtsIn(digests: string): string[] {
  const lines = digests.split("\n").filter((line) => line.startsWith(DOUBT));
  return lines.flatMap(
    (line) => /^coming-weeks-[\w-]+\.warc\.gz: [\w (),-]{1,200}$/.exec(line.slice(DOUBT.length)) ?? [],
  );
}

/** As the tar names them. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

async function readList(file: string, unpacked: string, name: string): Promise<string> {
  const text = await readFile(join(unpacked, name)).catch(() => undefined);
  if (!text || text.length > MAX_LISTS) throw notWhole(file, `${name} is not in it`);
  return text.toString("utf8");
}

const aboutSchema = z.object({
  type: z.literal("coming-weeks backup"),
  format: z.literal(1),
  software: z.string().max(200),
  at: z.iso.datetime(),
  files: z.int(),
});

function aboutOf(text: string): About | undefined {
  try {
    return aboutSchema.safeParse(JSON.parse(text)).data;
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
