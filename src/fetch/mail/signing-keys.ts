/** The keys of those who sign mail, as the DNS has them (RFC 6376 §3.6.2). What it says is believed as far as the resolver is. */
import dns from "node:dns";
import { Resolver } from "node:dns/promises";
import pLimit from "p-limit";
import type { Said } from "./parcel.ts";

/** Names that are looked up for one mailbox: two for each of its messages, and so many at a time. */
const MOST_NAMES = 100;
const AT_A_TIME = 5;
/** Characters that one of them may say: a key of 4,096 bits takes some 750. */
const MOST_SAID = 8192;
const MOST_RECORDS = 10;
const TIMEOUT_MS = 4000;
const TRIES = 2;

/**
 * Each message has its first name asked before any has its second, so that whoever invents names uses up none but his own.
 * @param named by each message @returns what was said of each; of names beyond the bound, that they are
 */
export async function lookUp(named: readonly string[][], signal: AbortSignal): Promise<Record<string, Said>> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  // Those of the process, which a Resolver of its own does not take over.
  resolver.setServers(dns.getServers());
  const stop = () => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  const most = Math.max(0, ...named.map(({ length }) => length));
  const inTurn = Array.from({ length: most }, (_, turn) => named.flatMap((names) => names.slice(turn, turn + 1)));
  const names = [...new Set(inTurn.flat())];
  const limit = pLimit(AT_A_TIME);
  const ask = (name: string, index: number) =>
    index < MOST_NAMES ? limit(async () => (signal.aborted ? "unknown" : said(resolver, name))) : "beyond";
  const keys = Object.fromEntries(
    await Promise.all(names.map(async (name, index) => [name, await ask(name, index)] as const)),
  );
  signal.removeEventListener("abort", stop);
  return keys;
}

async function said(resolver: Resolver, name: string): Promise<Said> {
  try {
    const records = await resolver.resolveTxt(name);
    const texts = records.map((pieces) => pieces.join("")).filter((text) => text.length <= MOST_SAID);
    // A resolver may turn them round from one answer to the next.
    return texts.length === 0 ? "none" : texts.sort().slice(0, MOST_RECORDS);
  } catch (error) {
    // That there is no such name is an answer; any other fault is none.
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOTFOUND" || code === "ENODATA" ? "none" : "unknown";
  }
}
