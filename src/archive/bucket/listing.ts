/** One page of what a bucket holds, as S3 tells it (ListObjectsV2). */
import { Parser } from "htmlparser2";

export interface ListingPage {
  keys: { key: string; bytes: number }[];
  /** What the next page is asked for with, where there is one. */
  next: string | undefined;
}

/** A page has at most 1,000 keys of at most 1,024 bytes, and little more about each. */
const MAX_BYTES = 8 * 1024 * 1024;

/** @throws an Error when it is no such page */
export async function readListing(pieces: AsyncIterable<Buffer>): Promise<ListingPage> {
  const page: ListingPage = { keys: [], next: undefined };
  const path: string[] = [];
  let root: string | undefined;
  let text = "";
  const parser = new Parser(
    {
      onopentag: (name) => {
        root ??= name;
        path.push(name);
        if (path.length === 2 && name === "Contents") page.keys.push({ key: "", bytes: 0 });
        text = "";
      },
      ontext: (piece) => {
        text += piece;
      },
      onclosetag: (name) => {
        path.pop();
        const [entry, within] = [page.keys.at(-1), path.slice(1).join(" ")];
        if (within === "Contents" && entry && name === "Key") entry.key = text;
        if (within === "Contents" && entry && name === "Size") entry.bytes = Number(text);
        if (within === "" && name === "NextContinuationToken") page.next = text || undefined;
        text = "";
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) throw Object.assign(new Error("too long"), { code: "a list that is too long" });
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.end();
  if (root !== "ListBucketResult") throw Object.assign(new Error("no list"), { code: "no list of files" });
  return page;
}
