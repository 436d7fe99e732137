/** One capture as the Wayback Machine gives it back: the page's own bytes (`id_`), and the headers that came with them. */
import { type Answer, type Header, headersByName } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { type Holding, instantOf, WAYBACK, WaybackError } from "./cdx.ts";

/** Its own headers come back with this before their names. */
const ORIGINAL = "x-archive-orig-";
/** These speak of how the bytes come now, not of how they came then. */
const OF_THE_TRANSFER = new Set(["content-type", "content-encoding", "content-length", "transfer-encoding"]);

/**
 * @returns undefined when the Wayback Machine lists it but does not give it
 * @throws {WaybackError} when it asks to be left alone, or cannot be reached
 */
export async function fetchHolding(
  fetcher: Fetcher,
  { timestamp, original }: Holding,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const found = await fetcher.fetch(addressOf(timestamp, original), {}, signal);
  if (found.kind === "failure") {
    if (found.cause === "too-large" || found.cause === "redirects") return undefined;
    throw new WaybackError(`the Wayback Machine ${found.detail}; run the command again, it goes on where it was`);
  }
  if (found.status === 429 || found.status >= 500)
    throw new WaybackError(
      `the Wayback Machine answered ${found.status}; run the command again in an hour, it goes on where it was`,
    );
  // Only a capture carries the time it was made (RFC 7089 §2.1.1); anything else is the Wayback Machine's own page.
  const memento = found.headers["memento-datetime"];
  if (!memento) return undefined;
  const [, takenAt = ""] = /\/web\/(\d{14})id_\//.exec(found.finalUrl) ?? [];
  const at = instantOf(takenAt) ?? new Date(memento).toISOString();
  const rawHeaders = found.rawHeaders.flatMap(([name, value]): Header[] => {
    const lower = name.toLowerCase();
    if (lower === "content-type" || lower === "content-encoding") return [[name, value]];
    const originalName = lower.startsWith(ORIGINAL) ? name.slice(ORIGINAL.length) : "";
    return originalName !== "" && !OF_THE_TRANSFER.has(originalName.toLowerCase()) ? [[originalName, value]] : [];
  });
  return { ...found, url: original, finalUrl: original, at, hops: [], rawHeaders, headers: headersByName(rawHeaders) };
}

export function addressOf(timestamp: string, original: string): string {
  return `${WAYBACK}/web/${timestamp}id_/${original}`;
}
