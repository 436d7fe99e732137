/**
 * What a web archive holds of an address whose own site does not answer us: existing copies, with their origin kept (RFC 7089). Nobody is
 * asked to make one.
 */
import type { Capture, Failure } from "../fetch/capture.ts";
import { copiesIn, copyAddress, copyNear, newestCopies } from "../memento/cdx.ts";
import { mementoIn } from "../memento/memento.ts";
import { readHead } from "../read/head.ts";
import type { InstantText } from "../time/instant.ts";
import { hostOf, type Source, type Watch } from "../watch/watch.ts";
import type { Asking } from "./errand.ts";

/** Copies of a wall that are passed over for an older one. */
const MOST_TRIED = 3;

/** Whether copies of an address may be read where its site refuses it: one of the watch's sources on that host says so. */
export function hasWitness({ sources }: Watch, url: string): boolean {
  return sources.some(({ via, url: own }) => via !== undefined && hostOf(own) === hostOf(url));
}

/**
 * The newest copy of a source's address that is no copy of a wall.
 * @param since older ones are not asked for
 */
export async function fetchNewestCopy(
  tools: Pick<Asking, "fetcher" | "reader">,
  source: Source,
  since: InstantText,
  zone: string,
  signal: AbortSignal | undefined,
): Promise<Capture> {
  const { fetcher } = tools;
  const { url } = source;
  const listed = await fetcher.fetch(newestCopies(url, since), {}, signal);
  if (listed.kind === "failure") return listed;
  if (listed.status !== 200) return refused(listed, url);
  const copies = await copiesIn(listed).catch(() => undefined);
  if (!copies) return failure(listed, url, "is said by the Wayback Machine in a form that it does not document");
  if (copies.length === 0)
    return failure(listed, url, `has no copy in the Wayback Machine since ${since.slice(0, 10)}`);
  let first: Capture | undefined;
  for (const { timestamp } of copies.slice(0, MOST_TRIED)) {
    const copy = await copyAt(tools, copyAddress(timestamp, url), url, signal);
    if (copy.kind === "failure") return first ?? copy;
    first ??= copy;
    if (!(await isWall(tools, copy, source, zone))) return copy;
  }
  return first as Capture;
}

/** The copy of an address that is the newest, or a failure. */
export async function fetchCopy(
  { fetcher, clock }: Pick<Asking, "fetcher" | "clock">,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Capture> {
  return copyAt({ fetcher }, copyNear(url, clock.now()), url, signal);
}

async function copyAt(
  { fetcher }: Pick<Asking, "fetcher">,
  address: string,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Capture> {
  const found = await fetcher.fetch(address, {}, signal);
  if (found.kind === "failure") return found;
  const copy = mementoIn(found, url);
  if (copy) return copy;
  return found.status === 404 ? failure(found, url, "has no copy in the Wayback Machine") : refused(found, url);
}

async function isWall(
  { reader }: Pick<Asking, "reader">,
  copy: Capture,
  source: Source,
  zone: string,
): Promise<boolean> {
  const head = readHead(copy, source);
  if (head) return head.kind === "problem" && head.problem === "blocked";
  if (copy.kind === "failure") return false;
  const { reading } = await reader.read(copy, source, zone, {});
  return reading?.kind === "problem" && reading.problem === "blocked";
}

function refused({ status, ...answer }: Extract<Capture, { kind: "answer" }>, url: string): Failure {
  return failure(
    answer,
    url,
    status === 429
      ? "could not be had from the Wayback Machine, which asks to be left alone for now (429)"
      : `could not be had from the Wayback Machine, which answered ${status}`,
  );
}

function failure({ at, milliseconds }: Pick<Failure, "at" | "milliseconds">, url: string, detail: string): Failure {
  return { kind: "failure", url, at, cause: "refused", detail, milliseconds };
}
