/** The WARC files that people name: by path, or by the address of a bucket, a folder or a file in it. */
import { Bucket } from "../archive/bucket/bucket.ts";
import { ArchiveError, type KeptFile } from "../archive/source.ts";
import { bucketPlace } from "../config/bucket.ts";
import { s3AccessFrom } from "../config/secrets.ts";
import { UsageError } from "../language/plain-error.ts";

const IS_WARC = /\.warc(?:\.gz)?$/;

/** @throws {ArchiveError} when a bucket does not say what it holds, or holds no WARC files there */
export async function keptFiles(names: readonly string[]): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const name of names) {
    if (!name.startsWith("s3://")) files.push(name);
    else files.push(...(await inBucket(name)));
  }
  return files;
}

async function inBucket(address: string): Promise<KeptFile[]> {
  const [file] = IS_WARC.test(address) ? address.split("/").slice(-1) : [];
  const place = bucketPlace(file === undefined ? address : address.slice(0, -file.length));
  if (!place) throw new UsageError(`${address}: is not the address of a bucket; it looks like s3://bucket/prefix`);
  const bucket = new Bucket(s3AccessFrom(process.env), place);
  if (file !== undefined) return [bucket.file(file)];
  const files: KeptFile[] = [];
  for await (const { name, bytes } of bucket.list()) if (IS_WARC.test(name)) files.push(bucket.file(name, bytes));
  if (files.length === 0) throw new ArchiveError(`${address}: holds no WARC files; name a folder that does`);
  return files;
}
