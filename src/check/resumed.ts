/** A list that is given in pieces, each of which says how to ask for the next (OAI-PMH §3.5). */
import { askedOf } from "../fetch/asked.ts";
import { LETTERS_AN_ITEM } from "../read/bounds.ts";
import { readHead } from "../read/head.ts";
import { type Entries, type Entry, type NetLink, type Problem, problem, type Reading } from "../read/reading.ts";
import { sizeOf } from "../read/size.ts";
import type { Source } from "../watch/watch.ts";
import type { CheckTools, Errand } from "./errand.ts";
import { TOO_MUCH } from "./parts.ts";

/** Pieces that are read at one look, each a request, seconds after the one before. */
const MAX_PIECES = 30;

/** All of it, or a problem: what was asked for is asked for again until it was read to its end, so that nothing between is missed. */
export async function withAllPieces(
  tools: CheckTools,
  first: Entries,
  errand: Pick<Errand, "watch" | "source" | "signal">,
): Promise<Entries | Problem> {
  const entries: Entry[] = [...first.entries];
  const links: NetLink[] = [...(first.links ?? [])];
  const asked = new Set<string>();
  let size = sizeOf(first);
  let [next] = first.next;
  while (next !== undefined && !errand.signal?.aborted) {
    if (asked.has(next)) return problem("unreadable", "leads from a part of its list back to the same");
    if (asked.size >= MAX_PIECES - 1)
      return problem(
        "too-costly",
        `is in more parts than the ${MAX_PIECES} that are read at once; narrow it with oai.set`,
      );
    asked.add(next);
    const piece = await read(tools, next, errand);
    if (piece.kind !== "entries") return inPart(piece);
    size += sizeOf(piece);
    if (size > tools.reader.items * LETTERS_AN_ITEM || entries.length + piece.entries.length > tools.reader.items)
      return TOO_MUCH;
    entries.push(...piece.entries);
    links.push(...(piece.links ?? []));
    [next] = piece.next;
  }
  return { ...first, entries, next: [], ...(links.length > 0 ? { links } : {}) };
}

/** Whether there is more of it than its first piece. */
export function isResumed({ kind }: Source, reading: Reading): boolean {
  return kind === "oai" && reading.kind === "entries" && reading.next.length > 0;
}

async function read(
  { fetcher, reader }: CheckTools,
  url: string,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
): Promise<Reading> {
  const capture = await fetcher.fetch(url, {}, signal, false, askedOf(source, source.url));
  const head = readHead(capture, source);
  if (head || capture.kind === "failure") return head ?? problem("unavailable", "did not answer");
  const { reading } = await reader.read(capture, source, watch.publisher.zone);
  return reading ?? problem("unreadable", "was not read");
}

function inPart(reading: Exclude<Reading, Entries>): Problem {
  return reading.kind === "problem"
    ? problem(reading.problem, `gave a part of its list, and then ${reading.detail}`)
    : problem("unreadable", "gave a part of its list, and then something else");
}
