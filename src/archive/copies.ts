/** The copies in the bucket of files that stand in the folder as well: whether each still is what was uploaded. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BucketError } from "./bucket/asking.ts";
import type { Bucket } from "./bucket/bucket.ts";
import type { Shelves } from "./shelves.ts";
import type { Uploaded } from "./upload.ts";
import { note, type Verified } from "./verify.ts";

export interface Copy extends Uploaded {
  bucket: Bucket;
  /** Whether it is in the bucket, with as many bytes. */
  isThere: boolean;
  /** Whether the folder has the file, so that nobody looked at the bucket's. */
  isUnread: boolean;
}

/** What is noted as uploaded, held against what the bucket has. */
export async function copiesOf({ directory, bucket }: Shelves, uploads: readonly Uploaded[]): Promise<Copy[]> {
  if (!bucket) return [];
  const there = new Map<string, number>();
  for await (const { name, bytes } of bucket.list()) there.set(name, bytes);
  return uploads
    .filter(({ removed_at }) => removed_at === null)
    .map((uploaded) => ({
      ...uploaded,
      bucket,
      isThere: there.get(uploaded.file) === uploaded.bytes,
      isUnread: existsSync(join(directory, uploaded.file)),
    }));
}

/** Reads those that nobody has read, from beginning to end, and adds what is wrong to what was found. */
export async function verifyCopies(
  copies: readonly Copy[],
  verified: Verified,
  onBytes: (bytes: number) => void,
): Promise<Verified> {
  for (const { bucket, file, bytes, digest, isThere, isUnread } of copies) {
    const address = bucket.addressOf(file);
    if (!isThere) note(verified, `${address}: was uploaded, and is there no longer as it was`);
    else if (isUnread) {
      const found = await bucket.digestOf(file, bytes, onBytes).catch((error) => {
        if (error instanceof BucketError) return error.message;
        throw error;
      });
      if (found !== digest)
        note(verified, found.startsWith("s3://") ? found : `${address}: its bytes are not those that were uploaded`);
    }
  }
  return verified;
}
