/** A sitemap in parts: an index says nothing but where they are. */
import { LETTERS_AN_ITEM } from "../read/bounds.ts";
import { type Entries, type Entry, type Problem, problem, type Reading } from "../read/reading.ts";
import { sizeOf } from "../read/size.ts";
import type { CheckTools, Errand } from "./errand.ts";
import { follow } from "./follow.ts";

/**
 * Parts of an index that are read, each a request at each look, seconds after the one before; and how deep one may stand in
 * another: sitemaps.org allows one level, some sites have two.
 */
const MAX_PARTS = 30;
const MAX_DEPTH = 2;
export const TOO_MUCH = problem("too-costly", "lists more, in all its parts, than is read of one source");

/** All parts of a sitemap index. One that cannot be read costs what it holds and no more, and is told. */
export async function withParts(
  tools: CheckTools,
  index: Entries,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
): Promise<Entries | Problem> {
  const entries: Entry[] = [];
  const waiting = index.next.map((url) => ({ url, depth: 1 }));
  const listed = new Set([source.url, ...index.next]);
  let { unread } = index;
  let size = 0;
  for (let read = 0; read < MAX_PARTS && !signal?.aborted; read++) {
    const part = waiting.shift();
    if (!part) break;
    const { reading } = await follow(tools, watch, { url: part.url, how: source, source }, signal);
    unread ??= unreadOf(part.url, reading);
    if (reading.kind !== "entries") continue;
    size += sizeOf(reading);
    if (size > tools.reader.items * LETTERS_AN_ITEM || entries.length + reading.entries.length > tools.reader.items)
      return TOO_MUCH;
    entries.push(...reading.entries);
    const further = reading.next.filter((url) => !listed.has(url));
    if (further.length > 0 && part.depth === MAX_DEPTH)
      unread ??= problem("unreadable", `has a part, ${part.url}, that is in parts of parts`);
    else waiting.push(...further.map((url) => ({ url, depth: part.depth + 1 })));
    for (const url of further) listed.add(url);
  }
  if (waiting.length > 0)
    unread ??= problem("too-costly", `is in more parts than the ${MAX_PARTS} that are read, the newest first`);
  if (entries.length === 0) return unread ?? problem("empty", "is a sitemap without an address");
  return { ...index, entries, next: [], ...(unread ? { unread } : {}) };
}

/** What could not be read of one part. */
function unreadOf(part: string, reading: Reading): Problem | undefined {
  const trouble = reading.kind === "entries" ? reading.unread : reading;
  return trouble?.kind === "problem"
    ? problem(trouble.problem, `has a part, ${part}, that ${trouble.detail}`)
    : undefined;
}

/** Whether a list has nothing but the addresses of its parts. */
export function isIndex(reading: Reading): boolean {
  return reading.kind === "entries" && reading.entries.length === 0 && reading.next.length > 0;
}
