/** What is asked of a repository that speaks OAI-PMH 2.0: its records of some days, the rest of a list, one record. */
import type { OaiWish } from "../../watch/watch.ts";

const DAY_MS = 86_400_000;
/** A record may be found days after the datestamp that it bears. */
const OVERLAP_DAYS = 7;
/** How far back a first look goes. A record comes weeks after the document, and months of records are many requests. */
const FIRST_DAYS = 60;

interface Asked {
  /** Of the look: the same in a replay of it. */
  at: string;
  /** When it was read well last; null when never. */
  since: string | null;
}

/**
 * Its records from some days before it was read last to today: by days, which every repository knows, and in UTC (OAI-PMH §3.3.1). Some
 * refuse what has no end.
 */
export function recordsAt(url: string, { prefix, set }: OaiWish, { at, since }: Asked): string {
  const from = since ? Date.parse(since) - OVERLAP_DAYS * DAY_MS : Date.parse(at) - FIRST_DAYS * DAY_MS;
  return ask(url, {
    verb: "ListRecords",
    metadataPrefix: prefix,
    from: dayOf(Math.min(from, Date.parse(at))),
    until: dayOf(Date.parse(at)),
    ...(set ? { set } : {}),
  });
}

/** The rest of a list: the token is asked for alone (§3.5). */
export function restAt(url: string, resumptionToken: string): string {
  return ask(url, { verb: "ListRecords", resumptionToken });
}

/** One record, for what has no address of its own. */
export function recordAt(url: string, identifier: string, metadataPrefix: string): string {
  return ask(url, { verb: "GetRecord", metadataPrefix, identifier });
}

function ask(url: string, query: Record<string, string>): string {
  const address = new URL(url);
  address.search = new URLSearchParams(query).toString();
  return address.href;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether an address asks for the rest of a list. */
export function isRest(url: string): boolean {
  return new URL(url).searchParams.has("resumptionToken");
}
