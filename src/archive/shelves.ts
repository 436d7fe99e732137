/** Where the archive's files are kept: in a folder, and where there is a bucket in that. A file may be in both. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bucket } from "./bucket/bucket.ts";
import { readFileName } from "./file-names.ts";
import { archiveFiles } from "./files.ts";
import type { KeptFile } from "./source.ts";

export class Shelves {
  readonly directory: string;
  readonly bucket: Bucket | undefined;

  constructor(directory: string, bucket?: Bucket) {
    this.directory = directory;
    this.bucket = bucket;
  }

  /** A file from where it is nearest. */
  find(name: string): KeptFile {
    const path = join(this.directory, name);
    return this.bucket && !existsSync(path) ? this.bucket.file(name) : path;
  }

  /** Every file once, from where it is nearest. @throws {ArchiveError} when the bucket does not say what it holds */
  async all(): Promise<KeptFile[]> {
    const files = new Map<string, KeptFile>();
    for await (const { name, bytes } of this.bucket?.list() ?? [])
      if (readFileName(name)) files.set(name, (this.bucket as Bucket).file(name, bytes));
    for (const name of archiveFiles(this.directory)) files.set(name, join(this.directory, name));
    return [...files.values()];
  }
}
