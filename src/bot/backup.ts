/**
 * Everything that a bot in a folder keeps, in one file: a tar of its database, its archive, its config, and the digest of each. It is made
 * beside a running bot: the database is copied as of one moment, and the archive goes as far as that copy cites it.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createTarPacker } from "modern-tar";
import { KEY_FILES, KEYS_FOLDER } from "../archive/chain/keys.ts";
import type { ArchiveEnd } from "../archive/citation.ts";
import { ARCHIVE_FOLDER, byFileName } from "../archive/file-names.ts";
import { archiveFiles } from "../archive/files.ts";
import { PassingMembers } from "../archive/passing.ts";
import type { Config } from "../config/load.ts";
import { PlainError } from "../language/plain-error.ts";
import { Citations } from "../store/citations.ts";
import { copySqlite, DATABASE_FILE, openCopy } from "../store/sqlite.ts";
import type { InstantText } from "../time/instant.ts";
import { SOFTWARE } from "../watch/software.ts";
import { copyingFault, reading, readingFault, refuseNoFolder, writingFault } from "./backup-faults.ts";

/** What the file holds: first what it is, last the digests, as `sha256sum --check` reads them. */
export const LAYOUT = {
  about: "about.json",
  database: "data",
  archive: `data/${ARCHIVE_FOLDER}`,
  keys: `data/${KEYS_FOLDER}`,
  config: "config",
  digests: "SHA256SUMS",
} as const;
/** How a line begins in the list of digests that says what was wrong already: `sha256sum` takes it for a comment. */
export const DOUBT = "# in doubt: ";

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
  bytes: () => AsyncIterable<Buffer>;
  /** Where it is gzip members, the file that it is of. */
  members?: string;
}

export interface BackedUp {
  files: number;
  bytes: number;
  /** Which files of the archive are not what they should be, a sentence each: what there is of them is in the backup. */
  doubts: string[];
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
  const database = join(dataDirectory, DATABASE_FILE);
  refuseNoFolder(file);
  if (!(await reading(dataDirectory, () => statSync(database, { throwIfNoEntry: false }))))
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
    await copySqlite(dataDirectory, copy, (error) => copyingFault(database, { copy, file }, error));
    // What is wrong in the copy was so in what it was made of.
    const stored = await reading(database, () => storedIn(copy));
    const archive = join(dataDirectory, ARCHIVE_FOLDER);
    const { pieces, doubts } = await reading(archive, () => ({
      pieces: [...piecesOf(config, copy, stored), ...(withKeys ? keyPieces(dataDirectory) : [])],
      doubts: lacking(archive, stored),
    }));
    const about: About = { type: "coming-weeks backup", format: 1, software: SOFTWARE, at, files: pieces.length };
    const bytes = await pack(
      [textPiece(LAYOUT.about, `${JSON.stringify(about, undefined, 2)}\n`), ...pieces],
      part,
      onBytes,
      doubts,
    );
    await rename(part, file);
    return { files: pieces.length, bytes, doubts: [...doubts].map(([path, what]) => `${path}: ${what}${PUT_BACK}`) };
  } catch (error) {
    throw writingFault(file, error);
  } finally {
    await tidy();
  }
}

/** @param copy of the database */
function piecesOf({ dataDirectory, files }: Config, copy: string, { end }: Stored): Piece[] {
  const archive = join(dataDirectory, ARCHIVE_FOLDER);
  const kept = archiveFiles(archive).flatMap((name): Piece[] => {
    const order = end ? byFileName(name, end.file) : 1;
    if (order > 0) return [];
    const path = join(archive, name);
    const there = sizeOf(path) ?? 0;
    const size = order === 0 ? Math.min(there, end?.size ?? there) : there;
    return size > 0 ? [{ ...filePiece(`${LAYOUT.archive}/${name}`, path, size), members: path }] : [];
  });
  const config = Object.entries(files).map(([name, text]) => textPiece(`${LAYOUT.config}/${name}`, text));
  return [filePiece(`${LAYOUT.database}/${DATABASE_FILE}`, copy, statSync(copy).size), ...kept, ...config];
}

/** What the store says of the archive's files. */
interface Stored {
  end: ArchiveEnd | undefined;
  reaches: Awaited<ReturnType<Citations["reaches"]>>;
}

async function storedIn(copy: string): Promise<Stored> {
  const database = openCopy(copy);
  try {
    const citations = new Citations(database);
    return { end: await citations.end(), reaches: await citations.reaches() };
  } finally {
    await database.destroy();
  }
}

const PUT_BACK =
  "; the backup holds what is there of it: put back a whole copy if there is one (`archive verify` says what is lost), and back up again";

/** Files that are not there, or not as long as the store says, with what is wrong with each. */
function lacking(archive: string, { end, reaches }: Stored): Map<string, string> {
  const stated = new Map(reaches.map(({ file, size, isUploaded }) => [file, { size, isUploaded }]));
  if (end) stated.set(end.file, { size: end.size, isUploaded: false });
  const doubts = new Map<string, string>();
  for (const [file, { size, isUploaded }] of stated) {
    const path = join(archive, file);
    const there = sizeOf(path);
    if (there === undefined && !isUploaded) doubts.set(path, "is not there, and the store cites what was in it");
    else if (there !== undefined && there < size)
      doubts.set(path, `is shorter than the store says (${there} of ${size} bytes)`);
  }
  return doubts;
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function keyPieces(dataDirectory: string): Piece[] {
  return Object.values(KEY_FILES).flatMap((name) => {
    const path = join(dataDirectory, KEYS_FOLDER, name);
    const size = sizeOf(path);
    return size ? [filePiece(`${LAYOUT.keys}/${name}`, path, size)] : [];
  });
}

function filePiece(name: string, path: string, size: number): Piece {
  return { name, size, bytes: () => bytesOf(path, size) };
}

async function* bytesOf(path: string, size: number): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { end: size - 1 });
  } catch (error) {
    throw readingFault(path, error);
  }
}

function textPiece(name: string, text: string): Piece {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes: () => Readable.from([bytes]) };
}

/**
 * @param doubts by their files: those whose gzip members are not whole are put in as they are met
 * @returns how many bytes it took
 */
async function pack(
  pieces: readonly Piece[],
  part: string,
  onBytes: (bytes: number, all: number) => void,
  doubts: Map<string, string>,
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
      const said = [...doubts].map(([path, what]) => `${DOUBT}${basename(path)}: ${what}\n`);
      await add(textPiece(LAYOUT.digests, [...digests, ...said].join("")));
      controller.finalize();
    } catch (error) {
      controller.error(error);
      throw error;
    }
  }

  async function add({ name, size, bytes, members }: Piece): Promise<string> {
    const hash = createHash("sha256");
    const passing = members ? new PassingMembers() : undefined;
    const entry = controller.add({ name, size, type: "file", mode: 0o600 }).getWriter();
    for await (const piece of bytes()) {
      hash.update(piece);
      await entry.write(piece);
      await passing?.see(piece);
      onBytes(piece.length, all);
    }
    await entry.close();
    const fault = await passing?.finish();
    if (members && fault && !doubts.has(members)) doubts.set(members, fault);
    return hash.digest("hex");
  }
}
