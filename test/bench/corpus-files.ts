/** Files of strangers, and damaged copies of them, as a server would have answered with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../src/fetch/capture.ts";
import { fileForm } from "../../src/read/document/file.ts";
import { SOURCE_KINDS, type SourceKind } from "../../src/watch/names.ts";
import { answer } from "../stand-ins/answer.ts";
import { damage, share } from "../stand-ins/mutations.ts";
import { fc } from "../stand-ins/properties.ts";

/** The readers for which a file is made. */
const PAGE: SourceKind[] = ["listing", "page", "document"];
const LIST: SourceKind[] = ["feed", "sitemap"];
const FILE: SourceKind[] = ["document"];

/** Every file of a folder, by its path in it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replace(/^\/+/, ""))
    .sort();
}

/** A file as an answer, and the kinds it is read as: those it is made for, and one other, so that each of them has its turn. */
export function servedFile(folder: string, path: string, index: number): { served: Answer; kinds: SourceKind[] } {
  const wire = readFileSync(join(folder, path));
  const { right, type } = natureOf(path, wire);
  const wrong = SOURCE_KINDS.filter((kind) => !right.includes(kind));
  const other = wrong[index % wrong.length];
  return { served: asAnswer(path, wire, type), kinds: other ? [...right, other] : right };
}

function asAnswer(path: string, wire: Buffer, type: string): Answer {
  const url = `https://corpus.example/${path.split("/").map(encodeURIComponent).join("/")}`;
  return answer({ url, wire, headers: { "content-type": type } });
}

/** What a file is, by its first bytes, and by its name where these say nothing. */
function natureOf(path: string, bytes: Buffer): { right: SourceKind[]; type: string } {
  const form = fileForm(bytes);
  if (form) return { right: FILE, type: form === "pdf" ? "application/pdf" : "application/octet-stream" };
  if (/\.gz$/i.test(path)) return { right: LIST, type: "application/gzip" };
  // Without the zeros of UTF-16 and UTF-32.
  const start = bytes.subarray(0, 4000).toString("latin1").replaceAll("\0", "");
  if (/<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i.test(start)) return { right: LIST, type: "application/xml" };
  if (/<(?:!doctype html|html|body)[\s>]/i.test(start) || /\.x?html?$/i.test(path))
    return { right: PAGE, type: "text/html" };
  if (/^\s*[{[]/.test(start)) return { right: LIST, type: "application/json" };
  if (/^[^<]{0,20}</.test(start)) return { right: LIST, type: "application/xml" };
  return { right: FILE, type: "application/octet-stream" };
}

interface Damaged {
  name: string;
  served: Answer;
  kind: SourceKind;
}

/** Which file, up to where, before the end of which other; which of its kinds; and what bytes are changed besides. */
const copy = fc.record({ one: share, spliceAt: fc.option(share, { freq: 2 }), other: share, kindAt: share, damage });

/** Damaged copies of files: bytes of them changed, some the beginning of one file before the end of another. */
export function* damagedFiles(folder: string, count: number, seed: number): Generator<Damaged> {
  const files = filesIn(folder);
  const place = (at: number) => Math.floor(at * files.length);
  // Unbiased, or most of them would be of the first files.
  for (const { one, spliceAt, other, kindAt, damage } of fc.sample(fc.noBias(copy), { seed, numRuns: count })) {
    const path = files[place(one)] ?? "";
    const { served, kinds } = servedFile(folder, path, place(one));
    const { wire, headers } = served;
    const tail = spliceAt === null ? undefined : files[place(other)];
    const whole =
      tail === undefined || spliceAt === null
        ? wire
        : Buffer.concat([part(wire, 0, spliceAt), part(readFileSync(join(folder, tail)), spliceAt, 1)]);
    yield {
      name: tail ? `${path} before ${tail}` : path,
      served: asAnswer(path, damage(whole), headers["content-type"] ?? ""),
      kind: kinds[Math.floor(kindAt * kinds.length)] ?? "page",
    };
  }
}

function part(bytes: Buffer, from: number, to: number): Buffer {
  return bytes.subarray(Math.floor(from * bytes.length), Math.floor(to * bytes.length));
}
