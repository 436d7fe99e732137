/** Fetch and read: what stands at a source's addresses. */
import { askedOf } from "../fetch/asked.ts";
import type { Answer, Capture } from "../fetch/capture.ts";
import { howToRead, readHead } from "../read/head.ts";
import { recordsAt } from "../read/oai/address.ts";
import type { Digests } from "../read/read.ts";
import { type Good, type Problem, problem } from "../read/reading.ts";
import type { SourceRow } from "../store/tables.ts";
import { DAY_MS, elapsed, type InstantText, later, startOfDay } from "../time/instant.ts";
import { DEFAULT_OAI, type Source, type Watch } from "../watch/watch.ts";
import { fetchNewestCopy } from "./copy.ts";
import type { CheckTools } from "./errand.ts";

/** Asks at the address that worked last, and at the source's other addresses when nothing is there any more. */
export async function fetchSource(
  { clock, fetcher, fullRead }: CheckTools,
  row: SourceRow,
  source: Source,
  { isAgain, began }: { isAgain: boolean; began: InstantText },
  signal: AbortSignal | undefined,
): Promise<{ capture: Capture; address: string; isStale: boolean }> {
  const isStale = !row.full_at || Math.abs(elapsed(row.full_at, clock.now())) >= fullRead;
  // In trouble, or once a day, nothing is taken for granted: neither the address nor the copy we have.
  const isFullRead = isAgain || isStale || row.failing_since !== null;
  const current = row.address && !isFullRead ? row.address : source.url;
  // What is asked for by days is another address each day, of which no earlier copy is had.
  const isByDays = source.kind === "oai";
  const asked = (address: string) =>
    isByDays ? recordsAt(address, source.oai ?? DEFAULT_OAI, { at: began, since: row.good_at }) : address;
  const addresses = [...new Set([current, ...(row.address ? [row.address] : []), source.url, ...source.formerly])];
  let first: { capture: Capture; address: string } | undefined;
  for (const address of addresses) {
    const isCopyOurs = !isFullRead && !isByDays && address === row.address;
    const validators = isCopyOurs ? { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined } : {};
    const capture = await fetcher.fetch(asked(address), validators, signal, false, askedOf(source, address));
    first ??= { capture, address };
    const head = readHead(capture, source);
    const isNotHere = head?.kind === "absent" || (head?.kind === "problem" && head.problem === "gone");
    const isElsewhere = capture.kind === "failure" && capture.cause === "not-archived";
    if (!isElsewhere && !isNotHere) return { capture, address, isStale };
  }
  return {
    ...(first ?? {
      capture: await fetcher.fetch(asked(source.url), {}, signal, false, askedOf(source, source.url)),
      address: source.url,
    }),
    isStale,
  };
}

type Look =
  | { kind: "unchanged"; digests: Digests }
  | Problem
  | { kind: "read"; reading: Good; answer: Answer; digests: Digests };

/** A copy that is older shows nothing of now: what rests on it is not read. */
const OLDEST_COPY_MS = 14 * DAY_MS;

/** Asks for the newest copy since the promise, of the last days. */
export async function fetchCopies(
  tools: CheckTools,
  { statements, publisher }: Watch,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<{ capture: Capture; address: string; isStale: boolean }> {
  const [promised = ""] = statements.flatMap(({ bearing, on }) => (bearing === "promise" ? [on] : [])).sort();
  const recent = startOfDay(later(tools.clock.now(), -OLDEST_COPY_MS));
  const since = [`${promised}T00:00:00.000Z`, recent].sort()[1] ?? recent;
  const capture = await fetchNewestCopy(tools, source, since, publisher.zone, signal);
  return { capture, address: source.url, isStale: false };
}

/** Wire bytes first, then what can hold content, which is read only where it differs; then what it was read as. */
export async function look(
  { reader }: CheckTools,
  row: SourceRow,
  source: Source,
  capture: Capture,
  publisher: Watch["publisher"],
  mustRead: boolean,
): Promise<Look> {
  const head = readHead(capture, source);
  if (capture.kind === "failure") return head?.kind === "problem" ? head : problem("unavailable", capture.detail);
  if (head?.kind === "problem")
    return source.kind === "json" ? explained(reader, head, capture, source, publisher.zone) : head;
  if (head) return { kind: "read", reading: head, answer: capture, digests: {} };
  const canRestOnLast = row.good_at !== null && row.failing_since === null;
  if (capture.status === 304)
    return canRestOnLast
      ? { kind: "unchanged", digests: {} }
      : problem("unreadable", "answered 304 although the last reading was not a good one");
  if (canRestOnLast && !mustRead && capture.digest === row.wire_digest) return { kind: "unchanged", digests: {} };
  const isKnown = canRestOnLast && !mustRead && source.kind !== "document";
  const { reading, digests } = await reader.read(
    capture,
    howToRead(source, publisher),
    publisher.zone,
    isKnown ? digestsOf(row) : {},
  );
  if (!reading) return { kind: "unchanged", digests };
  return reading.kind === "problem" ? reading : { kind: "read", reading, answer: capture, digests };
}

/** A refusal of an API, with what the API says of it. */
async function explained(
  reader: CheckTools["reader"],
  head: Problem,
  answer: Answer,
  source: Source,
  zone: string,
): Promise<Problem> {
  if (answer.wire.length === 0) return head;
  const { reading } = await reader.read(answer, source, zone);
  return reading?.kind === "problem" && reading.detail.startsWith(head.detail) ? reading : head;
}

function digestsOf({ content_digest, reading_digest }: SourceRow): Digests {
  return { content: content_digest ?? undefined, reading: reading_digest ?? undefined };
}
