/** Feeds and sitemaps: read as they are unpacked and decoded, so that a large one takes no more memory than a small one. */
import { unpacking } from "../fetch/content-encoding.ts";
import type { Body } from "./body.ts";
import type { BodyLimits } from "./bounds.ts";
import { readFeed, readJsonFeed } from "./feed.ts";
import { parseHtml } from "./markup.ts";
import { pageProblem } from "./problem.ts";
import { type Entries, type Problem, problem } from "./reading.ts";
import { readSitemap } from "./sitemap.ts";
import { collectText, decoderOf } from "./source-text.ts";

/** @throws {TooLarge} past the limit for lists; {TooCostly} past any other bound */
export async function readList(
  { finalUrl, headers, wire }: Body,
  kind: "feed" | "sitemap",
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const encoding = headers["content-encoding"];
  const unpacked = await peek(unpacking(wire, encoding, limits.list));
  // Sitemaps are files that are often kept packed (sitemaps.org: "sitemap.xml.gz").
  const bytes = isGzip(unpacked.first)
    ? await peek(unpacking(wire, ["gzip", encoding].filter(Boolean).join(", "), limits.list))
    : unpacked;
  const decoder = decoderOf(bytes.first ?? Buffer.alloc(0), headers["content-type"] ?? "");
  if (!decoder) return problem("unreadable", "is written in a character set that cannot be read");
  const { first = "", all } = await peek(decoded(bytes.all, decoder));
  if (/^\s*<(?:!doctype html|html)/i.test(first.slice(0, 2000))) {
    // A page where XML or JSON should be: a wall or a soft 404, or simply the wrong thing.
    const html = await collectText(all, limits.page);
    const wrong = problem("unreadable", "answered with a page where a feed or sitemap should be");
    return pageProblem(parseHtml(html).$, html, headers) ?? wrong;
  }
  if (kind === "sitemap") return readSitemap(all, finalUrl, zone, limits);
  const read = /^\s*\{/.test(first.slice(0, 2000)) ? readJsonFeed : readFeed;
  return read(all, finalUrl, zone, limits);
}

function isGzip(bytes: Buffer | undefined): boolean {
  return bytes?.[0] === 0x1f && bytes[1] === 0x8b;
}

async function* decoded(
  pieces: AsyncIterable<Buffer>,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<string, void, undefined> {
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  yield decoder.decode();
}

/** The first piece of something, and all of it still. */
async function peek<T>(pieces: AsyncIterable<T>): Promise<{ first: T | undefined; all: AsyncIterable<T> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const begin = await iterator.next();
  async function* all(): AsyncGenerator<T, void, undefined> {
    try {
      for (let step = begin; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first: begin.done ? undefined : begin.value, all: all() };
}
