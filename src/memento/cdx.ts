/**
 * The Wayback Machine's list of what it holds of an address: its CDX server
 * (https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server).
 */
import { z } from "zod";
import type { Answer } from "../fetch/capture.ts";
import { unpack } from "../fetch/content-encoding.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { PlainError } from "../language/plain-error.ts";
import { type InstantText, later } from "../time/instant.ts";

export const WAYBACK = "https://web.archive.org";

export interface Holding {
  /** When it was captured, as 14 digits and as an instant. */
  timestamp: string;
  at: InstantText;
  /** The address as it was captured. */
  original: string;
  /** SHA-1 of the payload, in Base32. */
  digest: string;
}

/** The list, or the address, could not be had. The message says what to do. */
export class WaybackError extends PlainError {
  constructor(message: string) {
    super(message, 1);
  }
}

const PAGE_ROWS = 1000;
const MAX_PAGES = 50;
/** One page of the index, unpacked. */
const MAX_ANSWER = 20 * 1024 * 1024;

const rowsSchema = z.array(z.array(z.string()));
const FIELDS = ["timestamp", "original", "digest"];

/**
 * Captures of an address from one instant to before another, the oldest first; of a run with the same bytes, the first.
 * @throws {WaybackError}
 */
export async function holdings(
  fetcher: Fetcher,
  url: string,
  from: InstantText,
  to: InstantText,
  signal?: AbortSignal,
): Promise<Holding[]> {
  const found: Holding[] = [];
  let resumeKey: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({
      url,
      from: timestampOf(from),
      // The last second counts.
      to: timestampOf(later(to, -1000)),
      output: "json",
      fl: FIELDS.join(","),
      filter: "statuscode:(200|404|410)",
      collapse: "digest",
      limit: String(PAGE_ROWS),
      showResumeKey: "true",
      ...(resumeKey ? { resumeKey } : {}),
    });
    const { rows, next } = readRows(await fetchText(fetcher, `${WAYBACK}/cdx/search/cdx?${query}`, signal));
    found.push(...rows);
    resumeKey = next;
    if (!resumeKey) break;
  }
  return found;
}

/** The list's JSON: a row of field names, rows, and after an empty one the key to go on with. */
function readRows(text: string): { rows: Holding[]; next: string | undefined } {
  if (text.trim() === "") return { rows: [], next: undefined };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new WaybackError("the Wayback Machine’s list is not JSON; try again later");
  }
  const all = rowsSchema.safeParse(parsed);
  if (!all.success) throw new WaybackError("the Wayback Machine’s list is not in the form it documents");
  const [, ...rows] = all.data;
  const gap = rows.findIndex((row) => row.length === 0);
  const listed = gap < 0 ? rows : rows.slice(0, gap);
  return {
    rows: listed.flatMap(([timestamp = "", original = "", digest = ""]): Holding[] => {
      const at = instantOf(timestamp);
      return at && URL.canParse(original) ? [{ timestamp, at, original, digest }] : [];
    }),
    next: gap < 0 ? undefined : rows[gap + 1]?.[0],
  };
}

/** The address that lists the newest copies of another which were answered with 200, the newest last. */
export function newestCopies(url: string, since: InstantText): string {
  const query = new URLSearchParams({
    ...{ url, from: timestampOf(since), output: "json", fl: FIELDS.join(","), filter: "statuscode:200" },
    limit: `-${NEWEST}`,
  });
  return `${WAYBACK}/cdx/search/cdx?${query}`;
}

/** What was listed there, the newest first. @throws {WaybackError} where it is no list */
export async function copiesIn({ wire, headers }: Answer): Promise<Holding[]> {
  const text = (await unpack(wire, headers["content-encoding"], MAX_LISTED)).toString("utf8");
  return readRows(text)
    .rows.sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1))
    .slice(0, NEWEST);
}

/** So many are listed: a wall may be among them. */
const NEWEST = 5;
const MAX_LISTED = 64 * 1024;

/** The address of the copy that is nearest to an instant: of now, the newest. */
export function copyNear(url: string, at: InstantText): string {
  return copyAddress(timestampOf(at), url);
}

/** Of the bytes as they were, and not as the archive would show them. */
export function copyAddress(timestamp: string, original: string): string {
  return `${WAYBACK}/web/${timestamp}id_/${original}`;
}

/** "20211210123456" → "2021-12-10T12:34:56.000Z" */
export function instantOf(timestamp: string): InstantText | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(timestamp) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** "2021-12-10T12:34:56.000Z" → "20211210123456" */
function timestampOf(instant: InstantText): string {
  return instant.replace(/\D/g, "").slice(0, 14);
}

async function fetchText(fetcher: Fetcher, url: string, signal: AbortSignal | undefined): Promise<string> {
  const capture = await fetcher.fetch(url, {}, signal);
  if (capture.kind === "failure")
    throw new WaybackError(`the Wayback Machine ${capture.detail}; run the command again later`);
  if (capture.status === 429)
    throw new WaybackError(
      "the Wayback Machine asks to slow down (429); run the command again in an hour, it goes on where it was",
    );
  if (capture.status !== 200)
    throw new WaybackError(`the Wayback Machine answered ${capture.status}; run the command again later`);
  return unpack(capture.wire, capture.headers["content-encoding"], MAX_ANSWER).toString("utf8");
}
