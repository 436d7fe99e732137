/** What stands behind a link. */
import type { Capture } from "../fetch/capture.ts";
import type { Followed } from "../judge/sighting.ts";
import { FOLLOWED, type HowToRead, readHead } from "../read/head.ts";
import { isWalled, problem } from "../read/reading.ts";
import { isHosted, type Source, type Watch } from "../watch/watch.ts";
import { fetchCopy, hasWitness } from "./copy.ts";
import type { Asking } from "./errand.ts";

interface Trail {
  url: string;
  /** As what it leads to is read; as a page that may be the document when left out. */
  how?: HowToRead | undefined;
  /** Whether it is new and carries the subject: it may be the publication, and is had as soon as may be. */
  isUrgent?: boolean;
  /** Whose look it is: what a web archive's copy leads to is asked for there as well. */
  source?: Source;
}

/** Fetches and reads what stands behind a link, on the publisher's own hosts only. */
export async function follow(
  tools: Asking,
  watch: Watch,
  { url, how = FOLLOWED, isUrgent = false, source }: Trail,
  signal: AbortSignal | undefined,
): Promise<Followed> {
  const { fetcher, log, clock, reader } = tools;
  if (!isHosted(watch, url)) return notFollowed(url, clock.now(), "is not on one of the publisher’s hosts");
  log.debug({ event: "follow", url }, "following a link");
  const read = async (capture: Capture): Promise<Followed> => {
    const head = readHead(capture, how);
    if (head || capture.kind === "failure")
      return { capture, reading: head ?? problem("unavailable", "did not answer") };
    const { reading } = await reader.read(capture, how, watch.publisher.zone);
    return { capture, reading: reading ?? problem("unreadable", "was not read") };
  };
  if (source?.via) return read(await fetchCopy(tools, url, signal));
  const own = await read(await fetcher.fetch(url, {}, signal, isUrgent));
  if (own.reading.kind !== "problem" || !isWalled(own.reading) || !hasWitness(watch, url)) return own;
  const copy = await read(await fetchCopy(tools, url, signal));
  return copy.capture.kind === "answer" && copy.reading.kind !== "problem" ? copy : own;
}

/** A link that there was no room for in this look. */
export function putOff(url: string, at: string): Followed {
  return { ...notFollowed(url, at, "was not followed yet: too many links at once"), isPutOff: true };
}

function notFollowed(url: string, at: string, why: string): Followed {
  return {
    capture: { kind: "failure", url, at, cause: "interrupted", detail: "was not followed", milliseconds: 0 },
    reading: problem("unavailable", why),
  };
}
