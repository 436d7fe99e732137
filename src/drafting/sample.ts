/** What stands behind a site's items: whether it publishes files or pages, where its files are, and how long they are. */

import { fold } from "../language/fold.ts";
import { isSameWord } from "../language/word-form.ts";
import { FOLLOWED, readHead } from "../read/head.ts";
import { isFileAddress } from "../read/html/links.ts";
import type { Document, Entry } from "../read/reading.ts";
import { type DraftingTools, looking, readAs } from "./glimpse.ts";
import { KINDS_OF_THING } from "./kinds-of-thing.ts";
import { type Listed, siteOf, type Watching } from "./site.ts";

export interface Sampled {
  url: string;
  title: string;
  /** `page`: it offers no file. */
  is: "file" | "page" | "page-with-files";
  /** Of the page, or of its file where that could be read. */
  words: number;
  /** The hosts that its files are on. */
  hosts: string[];
}

/** Items that are looked behind, and what is asked for them in all. */
const MOST_ITEMS = 3;
const MOST_FILES = 6;

/** Remembers what was sampled by the item's address. */
export type Samples = Map<string, Sampled | undefined>;

/** The newest items, those first that are called as documents are. On another host nothing is asked for but files. */
export async function sample(
  tools: DraftingTools,
  listed: readonly Listed[],
  zone: string,
  samples: Samples,
  { looking: onLook }: Watching = {},
  signal?: AbortSignal,
): Promise<Sampled[]> {
  const [first] = listed;
  if (!first) return [];
  const site = siteOf(first.url);
  const entries = listed
    .flatMap(({ entries: all, kind }) => (kind === "sitemap" ? [] : all))
    .filter(({ url }) => siteOf(url) === site || isFileAddress(url));
  const chosen = entries.toSorted((a, b) => likelyDocument(b) - likelyDocument(a) || newest(a, b)).slice(0, MOST_ITEMS);
  for (const entry of chosen) {
    if (samples.has(entry.url) || signal?.aborted) continue;
    onLook?.({ url: entry.url, because: "link", text: entry.title });
    samples.set(entry.url, await sampled(tools, entry, zone, signal));
  }
  return chosen.flatMap(({ url }) => samples.get(url) ?? []);
}

function newest(a: Entry, b: Entry): number {
  return (a.date ?? "") < (b.date ?? "") ? 1 : (a.date ?? "") > (b.date ?? "") ? -1 : 0;
}

const KIND_WORDS = KINDS_OF_THING.flatMap((kind) => Object.values(kind).flatMap((list) => list.split(", ").map(fold)));

function likelyDocument({ title }: Entry): number {
  const said = fold(title).split(" ").slice(0, 40);
  return Number(
    said.some((word) => word.length > 3 && KIND_WORDS.some((kind) => kind[0] === word[0] && isSameWord(kind, word))),
  );
}

async function sampled(
  tools: DraftingTools,
  { url, title }: Entry,
  zone: string,
  signal: AbortSignal | undefined,
): Promise<Sampled | undefined> {
  const page = await documentAt(tools, url, zone, signal);
  if (!page) return undefined;
  const { form, words, files } = page;
  if (form !== "html") return { url, title, is: "file", words, hosts: [new URL(url).hostname] };
  const [file] = files;
  if (!file) return { url, title, is: "page", words, hosts: [] };
  const hosts = [...new Set(files.slice(0, MOST_FILES).map((one) => new URL(one.url).hostname))];
  const read = await documentAt(tools, file.url, zone, signal);
  return { url, title, is: "page-with-files", words: read?.words ?? words, hosts };
}

async function documentAt(
  tools: DraftingTools,
  url: string,
  zone: string,
  signal: AbortSignal | undefined,
): Promise<Document | undefined> {
  return looking(tools, async (lent) => {
    const capture = await lent.fetcher.fetch(url, {}, signal);
    if (capture.kind === "failure" || readHead(capture, FOLLOWED)) return undefined;
    const reading = await readAs(lent, capture, FOLLOWED, zone);
    return reading.kind === "document" ? reading : undefined;
  });
}
