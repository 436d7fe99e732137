/** Feeds, sitemaps, JSON and OAI-PMH: read as they are unpacked and decoded, so that a large one takes no more memory than a small one. */
import { gunzipping, unpack, unpacking } from "../../fetch/content-encoding.ts";
import { DEFAULT_OAI } from "../../watch/watch.ts";
import type { Body } from "../body.ts";
import type { BodyLimits } from "../bounds.ts";
import type { HowToRead } from "../head.ts";
import { parseHtml } from "../html/markup.ts";
import { readJson } from "../json/json.ts";
import { readOai } from "../oai/oai.ts";
import { pageProblem } from "../problem/problem.ts";
import { type Entries, type Problem, problem } from "../reading.ts";
import { decoderOf, decodeText, isNoText } from "../source-text.ts";
import { readFeed, readJsonFeed } from "./feed.ts";
import { isAddress } from "./feed-item.ts";
import { readSitemap, readTextSitemap } from "./sitemap.ts";

/** @throws {TooLarge} past the limit for lists; {TooCostly} past any other bound */
export async function readList(
  body: Body,
  how: Pick<HowToRead, "kind" | "paths" | "oai">,
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const { finalUrl, headers, wire, status } = body;
  const unpacked = await peek(unpacking(wire, headers["content-encoding"], limits.list));
  // Sitemaps are files that are often kept packed (sitemaps.org: "sitemap.xml.gz").
  const bytes = isGzip(unpacked.first) ? await peek(gunzipping(unpacked.all, limits.list)) : unpacked;
  const decoder = decoderOf(bytes.first ?? Buffer.alloc(0), headers["content-type"] ?? "");
  if (!decoder) return problem("unreadable", "is written in a character set that cannot be read");
  const { first = "", all } = await peek(decoded(bytes.all, decoder));
  if (isNoText(first)) return problem("unreadable", "answered with something that is no text where a list should be");
  const { kind, paths, oai = DEFAULT_OAI } = how;
  const reading =
    kind === "json"
      ? await readJson(all, finalUrl, zone, limits, { status, headers, paths })
      : kind === "oai"
        ? await readOai(all, finalUrl, zone, limits, oai.prefix)
        : await readerOf(kind, first)(all, finalUrl, zone, limits);
  const isPage =
    reading.kind === "problem" && reading.problem === "unreadable" && /<(?:!doctype html|html|body)[\s>]/i.test(first);
  return isPage ? await pageInPlace(body, kind, limits) : reading;
}

/** A sitemap may be plain text or a feed as well (sitemaps.org: “other sitemap formats”). */
function readerOf(kind: HowToRead["kind"], beginning: string): typeof readFeed {
  const isFeed = kind === "feed" || /<(?:rss|feed|rdf:rdf)[\s>]/i.test(beginning);
  if (isFeed) return /^\s*\{/.test(beginning) ? readJsonFeed : readFeed;
  return isAddress(beginning) ? (all, url, _, limits) => readTextSitemap(all, url, limits) : readSitemap;
}

/** A page where XML or JSON should be: a wall or a soft 404, or simply the wrong thing. */
async function pageInPlace({ wire, headers }: Body, kind: HowToRead["kind"], limits: BodyLimits): Promise<Problem> {
  const html = decodeText(unpack(wire, headers["content-encoding"], limits.page), headers["content-type"] ?? "") ?? "";
  const what = kind === "json" ? "JSON" : kind === "oai" ? "an answer of OAI-PMH" : "a feed or sitemap";
  const wrong = problem("unreadable", `answered with a page where ${what} should be`);
  return pageProblem(parseHtml(html).tree, html, headers) ?? wrong;
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
