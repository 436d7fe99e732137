/** One capture as the Wayback Machine gives it back: the page's own bytes (`id_`), and the headers that came with them. */
import { type Answer, type Header, headersByName } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { copyAddress, type Holding, instantOf, WAYBACK, WaybackError } from "./cdx.ts";

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
  const found = await fetcher.fetch(copyAddress(timestamp, original), {}, signal);
  if (found.kind === "failure") {
    if (found.cause === "too-large" || found.cause === "redirects") return undefined;
    throw new WaybackError(`the Wayback Machine ${found.detail}; run the command again, it goes on where it was`);
  }
  if (found.status === 429 || found.status >= 500)
    throw new WaybackError(
      `the Wayback Machine answered ${found.status}; run the command again in an hour, it goes on where it was`,
    );
  const memento = mementoIn(found, original);
  return memento && { ...memento, at: memento.witness?.at ?? memento.at };
}

/**
 * What a web archive answered, as the copy that it is; undefined where it is none. A copy of a redirect leads on to the copy of another
 * address: who answered there is asked as of any redirect, so each address on the way stands among the hops.
 * @param original the address that is copied
 */
export function mementoIn(raw: Answer, original: string): Answer | undefined {
  // Only a capture carries the time it was made (RFC 7089 §2.1.1); anything else is the Wayback Machine's own page.
  if (raw.headers["memento-datetime"] === undefined) return undefined;
  const way = [...raw.hops, { ...raw, url: raw.finalUrl }].map((step) => ({ ...step, copy: copyAt(step.url) }));
  // Whoever it sent on to may say anything of when and whose.
  if (way.some(({ copy }) => copy === undefined)) return undefined;
  const last = way.at(-1)?.copy;
  const at = last && instantOf(last.timestamp);
  if (!last || !at) return undefined;
  const rawHeaders = raw.rawHeaders.flatMap(([name, value]): Header[] => {
    const lower = name.toLowerCase();
    if (lower === "content-type" || lower === "content-encoding") return [[name, value]];
    const originalName = lower.startsWith(ORIGINAL) ? name.slice(ORIGINAL.length) : "";
    return originalName !== "" && !OF_THE_TRANSFER.has(originalName.toLowerCase()) ? [[originalName, value]] : [];
  });
  const before = [original, ...way.map(({ copy }) => copy?.original ?? "")];
  const hops = way.flatMap(({ copy, status }, index): Answer["hops"] =>
    copy && isOther(before[index] ?? "", copy.original) ? [{ url: before[index] ?? "", status, rawHeaders: [] }] : [],
  );
  const finalUrl = isOther(original, last.original) ? last.original : original;
  const copied = { url: original, finalUrl, hops, rawHeaders, headers: headersByName(rawHeaders) };
  return { ...raw, ...copied, witness: { host: new URL(raw.finalUrl).hostname, at, address: raw.finalUrl, raw } };
}

/** Which copy stands at an address of the archive's; undefined at any other, and at one of somebody else's. */
function copyAt(address: string): { timestamp: string; original: string } | undefined {
  if (!address.startsWith(`${WAYBACK}/web/`)) return undefined;
  const [, timestamp = "", original = ""] = /^\/web\/(\d{14})id_\/(.+)$/s.exec(address.slice(WAYBACK.length)) ?? [];
  return URL.canParse(original) ? { timestamp, original } : undefined;
}

/** Whether two addresses are not the same, however they are written. */
function isOther(one: string, other: string): boolean {
  const plain = (address: string) => {
    const url = new URL(address);
    url.hash = "";
    return url.href;
  };
  return plain(one) !== plain(other);
}
