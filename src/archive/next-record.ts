/** Where a file goes on that is damaged: the next place at which a record seems to stand. */
import { constants, inflateRawSync } from "node:zlib";
import { GZIP, gzipHeaderLength, MAGIC } from "./member.ts";
import { breathe, type WarcFile } from "./source.ts";

const KILOBYTE = 1024;
const PIECE = 64 * KILOBYTE;
const HEAD = Buffer.from("WARC/1.");

/** As many places are tried as a file of any honest size has by chance. */
const MAX_TRIED = 10_000;

/** Where, after a place that cannot be read, the next record seems to begin; undefined when none does. */
export async function nextRecord(source: WarcFile, after: number): Promise<number | undefined> {
  let tried = 0;
  const copy = Buffer.allocUnsafeSlow(PIECE);
  for (let at = after; at < source.size; ) {
    await breathe();
    const bytes = copy.subarray(0, (await source.read(at, PIECE)).copy(copy));
    for (const place of placesOf([MAGIC, HEAD], bytes)) {
      if (await isRecordAt(source, at + place)) return at + place;
      if (++tried > MAX_TRIED) return undefined;
    }
    // What is looked for may lie across the edge.
    at += Math.max(1, bytes.length - HEAD.length + 1);
  }
  return undefined;
}

function* placesOf(beginnings: readonly Buffer[], bytes: Buffer): Generator<number> {
  const next = beginnings.map((beginning) => bytes.indexOf(beginning));
  for (;;) {
    const place = Math.min(...next.filter((found) => found >= 0));
    if (place === Number.POSITIVE_INFINITY) return;
    yield place;
    for (const [index, beginning] of beginnings.entries())
      if (next[index] === place) next[index] = bytes.indexOf(beginning, place + 1);
  }
}

/** Whether a record, or a gzip member that unpacks to the beginning of one, seems to stand at a place. */
async function isRecordAt(source: WarcFile, offset: number): Promise<boolean> {
  const bytes = await source.read(offset, HEAD.length);
  if (bytes.equals(HEAD)) return true;
  const flags = bytes[3] ?? 0;
  if (flags !== 0 && flags !== GZIP.extra) return false;
  try {
    const packed = await source.read(offset + (await gzipHeaderLength(source, offset)), KILOBYTE);
    // A first piece of it does: what follows may be as long as it likes.
    const beginning = inflateRawSync(packed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 2 * KILOBYTE ** 2,
    });
    return beginning.subarray(0, HEAD.length).equals(HEAD);
  } catch {
    return false;
  }
}
