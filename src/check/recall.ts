/** What a look is judged by, besides what its own source remembers: what the rest of the watch knows by then. */
import { placeKey, titleKey } from "../judge/compare/identity.ts";
import type { Memory } from "../judge/compare/memory.ts";
import { textsIn } from "../judge/editions.ts";
import { type Evidence, finding } from "../judge/evidence.ts";
import type { Matcher } from "../judge/match.ts";
import type { KnownText, Sighting } from "../judge/sighting.ts";
import type { Entry, Good } from "../read/reading.ts";
import { fromRow } from "../store/row-json.ts";
import { isHosted, type Source, type Watch } from "../watch/watch.ts";
import type { CheckTools } from "./errand.ts";

/** What was read, and what it was read for. */
interface Read {
  watch: Watch;
  source: Source;
  reading: Good;
  before: Memory | undefined;
  matcher: Matcher;
  /** The items whose words bear on the watch. */
  concerns: readonly Entry[];
}

const SPOILT = "what the database holds of its last reading is damaged; `recover` makes it anew";

/** What a source remembers, and the text in which it is kept. */
export interface Remembered {
  memory: Memory;
  text: string;
}

/** A memory that is large is recalled when it can be held. */
export async function remembered(
  { store, reader }: CheckTools,
  watch: string,
  source: string,
): Promise<Remembered | undefined> {
  await reader.hold(await store.sources.memorySize(watch, source));
  const text = await store.sources.memory(watch, source);
  if (text === undefined) return undefined;
  try {
    return { memory: fromRow<Memory>("source_memory", text), text };
  } catch {
    // The source's own trouble: the others are looked at.
    throw new Error(SPOILT);
  }
}

export async function recall(
  tools: CheckTools,
  read: Read,
  held: readonly Evidence[],
): Promise<Pick<Sighting, "shownElsewhere" | "proposed" | "published">> {
  return {
    shownElsewhere: await shownElsewhere(tools, read),
    proposed: await tools.store.statements.of(read.watch.id),
    published: finding(held) === "published" ? await publishedTexts(tools, read.watch) : [],
  };
}

/** The texts of what is published, as the watch's documents were read last. */
async function publishedTexts(tools: CheckTools, { id, sources }: Watch): Promise<KnownText[]> {
  const texts: KnownText[] = [];
  for (const source of sources.filter(({ kind }) => kind === "document")) {
    const last = (await remembered(tools, id, source.id))?.memory.lastGood;
    if (last?.kind === "document") texts.push(...textsIn(source.url, last));
  }
  return texts;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * What the publisher's other sources have shown: an item without a date that stood there before is not new.
 * @returns those of its addresses and titles, whatever their date, that are shown elsewhere (compare/identity.ts). Empty where
 * nothing hangs on it: looking through every source's memory is dear, and an undated item on the subject is rare. Others' sources
 * have no say.
 */
async function shownElsewhere(
  tools: CheckTools,
  { watch, source, before, matcher, concerns }: Read,
): Promise<ReadonlySet<string>> {
  const isAsked = concerns.some(
    ({ url, title, date }) =>
      !date &&
      !(placeKey(url) in (before?.known ?? {})) &&
      (matcher.isOnSubject(title) || matcher.isOneWord(title) || matcher.mentions(title)),
  );
  if (!isAsked) return NOTHING;
  const asked = new Set(concerns.flatMap(({ url, title }) => [placeKey(url), titleKey(title)]));
  const shown = new Set<string>();
  for (const other of watch.sources) {
    if (other.id === source.id || other.kind === "document" || !isHosted(watch, other.url)) continue;
    const { known = {} } = (await remembered(tools, watch.id, other.id))?.memory ?? {};
    for (const key of Object.keys(known).map((one) => (one.startsWith("t:") ? undated(one) : one)))
      if (asked.has(key)) shown.add(key);
  }
  return shown;
}

function undated(key: string): string {
  return `${key.slice(0, key.lastIndexOf("|"))}|`;
}
