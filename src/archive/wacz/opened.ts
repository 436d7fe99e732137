/** A WACZ that somebody gave us, to read from. */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { configure, type FileEntry, Reader, ZipReader } from "@zip.js/zip.js/index-native.js";
import { ArchiveError, bytesBetween, type RemoteFile } from "../source.ts";

configure({ useWebWorkers: false });

const MEGABYTE = 1024 * 1024;
/** Of its own account of what it holds. */
const MAX_HELD = 64 * MEGABYTE;
const MAX_PARTS = 2000;
/** PKWARE APPNOTE 6.3.10 §4.3.7: what stands before a part, less its name and its extra field, whose lengths it ends on. */
const LOCAL_HEADER = 30;
const STORED = 0;

export class OpenedWacz {
  readonly file: string;
  readonly #handle: FileHandle;
  readonly #parts: ReadonlyMap<string, FileEntry>;

  private constructor(file: string, handle: FileHandle, parts: ReadonlyMap<string, FileEntry>) {
    this.file = file;
    this.#handle = handle;
    this.#parts = parts;
  }

  /** @throws {ArchiveError} when it is no ZIP, or one that two tools may read differently */
  static async of(file: string): Promise<OpenedWacz> {
    const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
      throw new ArchiveError(`${file}: cannot be read (${error.code}); give an existing WACZ file`);
    });
    try {
      const { size } = await handle.stat();
      const parts = new Map<string, FileEntry>();
      const zip = new ZipReader(new HandleReader(handle, size), { strictness: "strict" });
      for await (const entry of zip.getEntriesGenerator()) {
        if (parts.size === MAX_PARTS) throw new Error(`holds more than ${MAX_PARTS} files`);
        if (!entry.directory) parts.set(entry.filename, entry);
      }
      return new OpenedWacz(file, handle, parts);
    } catch (error) {
      await handle.close();
      throw new ArchiveError(`${file}: is no WACZ that can be read: ${(error as Error).message.toLowerCase()}`);
    }
  }

  get paths(): string[] {
    return [...this.#parts.keys()];
  }

  /** A part as a whole; undefined where there is none. @param most bytes @throws {ArchiveError} when it is damaged, or larger */
  async read(path: string, most: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    let size = 0;
    const isThere = await this.#pass(path, (piece) => {
      size += piece.length;
      if (size > most) throw new Error(`is larger than ${Math.ceil(most / MEGABYTE)} MB`);
      pieces.push(Buffer.from(piece));
    });
    return isThere ? Buffer.concat(pieces) : undefined;
  }

  /** The SHA-256 of a part, in hex, and its size; undefined where there is none. @throws {ArchiveError} when it is damaged */
  async digest(path: string, onBytes: (bytes: number) => void): Promise<{ digest: string; bytes: number } | undefined> {
    const hash = createHash("sha256");
    let bytes = 0;
    const isThere = await this.#pass(path, (piece) => {
      hash.update(piece);
      bytes += piece.length;
      onBytes(piece.length);
    });
    return isThere ? { digest: hash.digest("hex"), bytes } : undefined;
  }

  async #pass(path: string, see: (piece: Uint8Array) => void): Promise<boolean> {
    const part = this.#parts.get(path);
    if (!part) return false;
    const sink = new WritableStream<Uint8Array>({ write: see });
    await part.getData(sink).catch((error: Error) => {
      throw new ArchiveError(`${this.file}: ${path}: cannot be read (${error.message})`);
    });
    return true;
  }

  /** A WARC within, to read from where it stands. @throws {ArchiveError} when it is packed a second time, which a WACZ does not do */
  async warc(path: string): Promise<RemoteFile> {
    const part = this.#parts.get(path);
    if (part?.compressionMethod !== STORED || part.encrypted)
      throw new ArchiveError(
        `${this.file}: ${path}: is packed in the ZIP, or not there; a WACZ stores its WARCs as they are`,
      );
    const header = Buffer.alloc(LOCAL_HEADER);
    await this.#handle.read(header, 0, LOCAL_HEADER, part.offset);
    const begins = part.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
    const { file } = this;
    return {
      name: `${file}: ${path}`,
      size: async () => part.uncompressedSize,
      bytes: (from, to) => bytesBetween(file, begins + from, begins + to),
    };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Reads a ZIP where it stands. */
class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > MAX_HELD) throw new Error("its table of contents is too large");
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.size - offset)));
    const { bytesRead } = await this.#handle.read(bytes, 0, bytes.length, offset);
    return bytes.subarray(0, bytesRead);
  }
}
