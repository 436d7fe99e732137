/**
 * Everything that a bot in a folder keeps, in one file: a tar of its database, its archive, its config, and the digest of each. It is made
 * beside a running bot: the database is copied as of one moment, and the archive goes as far as that copy cites it.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createTarPacker } from "modern-tar";
import { KEY_FILES, KEYS_FOLDER } from "../archive/chain/keys.ts";
import { ARCHIVE_FOLDER, byFileName } from "../archive/file-names.ts";
import { archiveFiles } from "../archive/files.ts";
import type { Config } from "../config/load.ts";
import { machineFault } from "../language/machine-fault.ts";
import { PlainError } from "../language/plain-error.ts";
import { Citations } from "../store/citations.ts";
import { copySqlite, DATABASE_FILE, openCopy } from "../store/sqlite.ts";
import type { InstantText } from "../time/instant.ts";
import { SOFTWARE } from "../watch/software.ts";

/** What the file holds: first what it is, last the digests, as `sha256sum --check` reads them. */
export const LAYOUT = {
  about: "about.json",
  database: "data",
  archive: `data/${ARCHIVE_FOLDER}`,
  keys: `data/${KEYS_FOLDER}`,
  config: "config",
  digests: "SHA256SUMS",
} as const;

export interface About {
  type: "coming-weeks backup";
  format: 1;
  software: string;
  at: InstantText;
  files: number;
}

/** A file of the backup: bytes from somewhere. */
interface Piece {
  name: string;
  size: number;
  bytes: () => Readable;
}

export interface BackedUp {
  files: number;
  bytes: number;
}

/**
 * @param file is made whole, or not at all; what stands there already is not touched
 * @param withKeys whether the private keys go with it
 * @param onBytes is told how many more were written, and how many there will be
 * @throws {PlainError} where there is nothing to back up, or the file cannot be written
 */
export async function backUp(
  config: Config,
  file: string,
  { at, withKeys, onBytes }: { at: InstantText; withKeys: boolean; onBytes: (bytes: number, all: number) => void },
): Promise<BackedUp> {
  const { dataDirectory } = config;
  if (!existsSync(join(dataDirectory, DATABASE_FILE)))
    throw new PlainError(
      `${dataDirectory}: there is no data to back up; run \`check\` or \`start\` first, or give another folder with --data`,
    );
  if (existsSync(file)) throw new PlainError(`${file}: is there already; name another file`);
  // Names that nobody else gives a file.
  const [copy, part] = [`${file}.coming-weeks-database`, `${file}.coming-weeks-part`];
  const tidy = async () => {
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`, part]) await rm(left, { force: true });
  };
  try {
    // What an earlier try left that was killed.
    await tidy();
    await copySqlite(dataDirectory, copy);
    const pieces = [...(await piecesOf(config, copy)), ...(withKeys ? keyPieces(dataDirectory) : [])];
    const about: About = { type: "coming-weeks backup", format: 1, software: SOFTWARE, at, files: pieces.length };
    const bytes = await pack(
      [textPiece(LAYOUT.about, `${JSON.stringify(about, undefined, 2)}\n`), ...pieces],
      part,
      onBytes,
    );
    await rename(part, file);
    return { files: pieces.length, bytes };
  } catch (error) {
    throw writingFault(file, error);
  } finally {
    await tidy();
  }
}

/** @param copy of the database, which says how far the archive goes */
async function piecesOf({ dataDirectory, files }: Config, copy: string): Promise<Piece[]> {
  const archive = join(dataDirectory, ARCHIVE_FOLDER);
  const end = await archiveEndIn(copy);
  const kept = archiveFiles(archive).flatMap((name): Piece[] => {
    const order = end ? byFileName(name, end.file) : 1;
    if (order > 0) return [];
    const size = order === 0 ? end?.size : statSync(join(archive, name), { throwIfNoEntry: false })?.size;
    return size ? [filePiece(`${LAYOUT.archive}/${name}`, join(archive, name), size)] : [];
  });
  const config = Object.entries(files).map(([name, text]) => textPiece(`${LAYOUT.config}/${name}`, text));
  return [filePiece(`${LAYOUT.database}/${DATABASE_FILE}`, copy, statSync(copy).size), ...kept, ...config];
}

async function archiveEndIn(copy: string): Promise<{ file: string; size: number } | undefined> {
  const database = openCopy(copy);
  try {
    return await new Citations(database).end();
  } finally {
    await database.destroy();
  }
}

function keyPieces(dataDirectory: string): Piece[] {
  return Object.values(KEY_FILES).flatMap((name) => {
    const path = join(dataDirectory, KEYS_FOLDER, name);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    return size ? [filePiece(`${LAYOUT.keys}/${name}`, path, size)] : [];
  });
}

function filePiece(name: string, path: string, size: number): Piece {
  return { name, size, bytes: () => createReadStream(path, { end: size - 1 }) };
}

function textPiece(name: string, text: string): Piece {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes: () => Readable.from([bytes]) };
}

/** @returns how many bytes it took */
async function pack(
  pieces: readonly Piece[],
  part: string,
  onBytes: (bytes: number, all: number) => void,
): Promise<number> {
  const all = pieces.reduce((sum, { size }) => sum + size, 0);
  const { readable, controller } = createTarPacker();
  const out = createWriteStream(part, { flags: "wx", flush: true });
  const written = pipeline(Readable.fromWeb(readable), out);
  const filled = fill();
  await Promise.all([written, filled]);
  return out.bytesWritten;

  async function fill(): Promise<void> {
    try {
      const digests: string[] = [];
      for (const piece of pieces) digests.push(`${await add(piece)}  ${piece.name}\n`);
      await add(textPiece(LAYOUT.digests, digests.join("")));
      controller.finalize();
    } catch (error) {
      controller.error(error);
      throw error;
    }
  }

  async function add({ name, size, bytes }: Piece): Promise<string> {
    const hash = createHash("sha256");
    const entry = controller.add({ name, size, type: "file", mode: 0o600 }).getWriter();
    for await (const piece of bytes()) {
      hash.update(piece);
      await entry.write(piece);
      onBytes(piece.length, all);
    }
    await entry.close();
    return hash.digest("hex");
  }
}

function writingFault(file: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === "ENOENT")
    return new PlainError(`${file}: there is no folder ${dirname(file)}; make it, or name another file`);
  return machineFault(error, file) ?? error;
}
