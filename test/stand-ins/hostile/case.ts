/** What a hostile case is, and what most of them are built of. */
import { createHash } from "node:crypto";
import type { SourceKind } from "../../../src/watch/names.ts";
import type { JsonPaths } from "../../../src/watch/watch.ts";

export interface Hostile {
  /** Completes "a source that serves …". */
  name: string;
  kind: SourceKind;
  /** Of a listing that is read by selectors. */
  select?: { item: string; title?: string; date?: string; link?: string };
  /** Of JSON: where its items stand. */
  paths?: JsonPaths;
  headers: Record<string, string>;
  status?: number;
  /** The address that is asked, where the case turns on it. */
  url?: string;
  /** Built on need, never at import. */
  body: () => Buffer;
  /** For a case in robots.txt rather than in the page itself. */
  robots?: () => Buffer;
  robotsHeaders?: Record<string, string>;
}

export type Bytes = string | Buffer;
type Inner = () => Bytes;
type Extras = Partial<Omit<Hostile, "name" | "kind" | "body">>;

export const HTML = { "content-type": "text/html; charset=utf-8" };

export function joined(...parts: readonly Bytes[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

/** Repeats without a string in between: a string of 60 MB would cost more than the case it is for. */
export function times(text: Bytes, count: number): Buffer {
  return Buffer.alloc(Buffer.byteLength(text) * count, text);
}

export function numbered(count: number, text: (index: number) => string): Buffer {
  return Buffer.from(Array.from({ length: count }, (_, index) => text(index)).join(""));
}

/** Bytes without any pattern, the same in every run. */
export function noise(length: number, seed = "noise"): Buffer {
  return createHash("shake256", { outputLength: length }).update(seed).digest();
}

const ROWS = ["A first report", "A second report", "A third report"]
  .map((title, index) => `<li><a href="/en/news/${index}">${title}</a> <span>${30 - index} August 2022</span></li>`)
  .join("");

/** A whole page that would be read well, but for what is put in: so that every reader gets to it. */
export function page(inner: Bytes, head: Bytes = ""): Buffer {
  return joined(
    '<!doctype html><html lang="en"><head><title>Publications | The Office</title>',
    head,
    `</head><body><main><h1>Publications of the office</h1><p>What the office has published of late.</p><ul>${ROWS}</ul>`,
    inner,
    "</main></body></html>",
  );
}

export function onPage(name: string, inner: Inner, extras: Extras = {}): Hostile {
  return { name, kind: "page", headers: HTML, body: () => page(inner()), ...extras };
}

export function onListing(name: string, inner: Inner, select?: Hostile["select"]): Hostile {
  return { name, kind: "listing", headers: HTML, body: () => page(inner()), ...(select ? { select } : {}) };
}

export function onDocument(name: string, inner: Inner): Hostile {
  return { name, kind: "document", headers: HTML, body: () => page(inner()) };
}

/** A body as it stands, with nothing around it. */
export function bare(kind: Hostile["kind"], type: string, name: string, body: Inner, extras: Extras = {}): Hostile {
  const { headers, ...rest } = extras;
  return { name, kind, headers: { "content-type": type, ...headers }, body: () => joined(body()), ...rest };
}
