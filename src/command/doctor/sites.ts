/** What `doctor` says of the sites: whether each answers; to the keeper of one behind a wall, a letter. */
import { requestSignerOf } from "../../bot/parts.ts";
import { ReadingRoom } from "../../check/reader.ts";
import { shares } from "../../check/shares.ts";
import type { Config } from "../../config/load.ts";
import { type DraftingTools, type Glimpse, glimpse, looking } from "../../drafting/glimpse.ts";
import { askedOf } from "../../fetch/asked.ts";
import type { Capture } from "../../fetch/capture.ts";
import { unpack } from "../../fetch/content-encoding.ts";
import { createFetcher } from "../../fetch/fetcher.ts";
import { createLog } from "../../log/log.ts";
import { en } from "../../message/en.ts";
import { readHead } from "../../read/head.ts";
import { wallMarks } from "../../read/problem/wall-marks.ts";
import { wallVendor } from "../../read/problem/wall-vendors.ts";
import { isWalled } from "../../read/reading.ts";
import { decodeText } from "../../read/source-text.ts";
import type { SourceStanding } from "../../store/sources.ts";
import { Store } from "../../store/store.ts";
import type { Clock } from "../../time/clock.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Source, Watch } from "../../watch/watch.ts";
import type { Finding } from "./finding.ts";
import { letter } from "./letter.ts";
import { lookAtMailboxes } from "./mailboxes.ts";
import { lookAtProxy } from "./proxy.ts";

const ADVICE: Readonly<Record<string, string>> = {
  unavailable: "check this machine's network, DNS and proxy, then try again",
  gone: "check the source's url in its watch file",
};
const WALLED = "the site refuses this machine; a letter to its keeper stands below, to be sent by you";
const ASKED_AWAY = "its keeper asks robots away; ask them whether this one may look, or take the source out";
const ELSE = "open the address in a browser and look";

/** No wall's page is longer, once it is unpacked. */
const MOST_OF_A_WALL = 1024 * 1024;

interface Asked {
  watch: Watch;
  source: Source;
}

export async function lookAtSites(config: Config, clock: Clock): Promise<{ findings: Finding[]; letters: string[] }> {
  const { settings, secrets } = config;
  const room = new ReadingRoom(shares(settings));
  const secretOf = (variable: string) => secrets.sources?.[variable];
  const fetcher = createFetcher({
    settings: settings.fetch,
    clock,
    readsRobots: room.robots,
    secretOf,
    sign: requestSignerOf(config),
  });
  const tools = { clock, fetcher, room, log: createLog("error"), schedule: settings.schedule };
  const findings: Finding[] = [];
  const letters: string[] = [];
  try {
    const sources = config.watches.flatMap((watch) => watch.sources.map((source): Asked => ({ watch, source })));
    findings.push(...(await lookAtProxy(config)));
    const own = sources.filter(({ source: { via, kind } }) => !via && kind !== "mail");
    findings.push(...(await lookAtMailboxes(config, fetcher, room)));
    for (const { source } of own) if (source.offered) findings.push(offeredSaid(source, source.offered));
    const standing = await standingOf(config);
    for (const [origin, there] of byOrigin(own)) {
      const recorded = there.filter((one) => standing(one)?.failing_since && standing(one)?.problem === "blocked");
      const left = new Set(recorded);
      for (const [index, asked] of toTry(there, recorded).entries()) {
        const { id, url } = asked.source;
        const seen = await seenAt(tools, asked);
        left.delete(asked);
        const of = there.length > 1 ? ` (asked for ${id}, of ${there.length} sources there)` : "";
        findings.push(said(index === 0 ? origin : `${id}: ${url}`, seen, index === 0 ? of : ""));
        if (seen.reading.kind !== "problem" || !isWalled(seen.reading)) continue;
        const since = walledSince(there.flatMap((one) => standing(one) ?? []));
        letters.push(letterAbout(config, there, asked, seen, since));
        // Its keeper is written to once.
        break;
      }
      if (left.size > 0) findings.push(leftSaid(origin, [...left]));
    }
  } finally {
    await fetcher.close();
  }
  return { findings, letters };
}

function byOrigin(sources: readonly Asked[]): Map<string, Asked[]> {
  return Map.groupBy(sources, ({ source }) => new URL(source.url).origin);
}

/** A site is not asked for more, all at once. */
const MOST_RECORDED = 5;
const MOST_NAMED = 10;

/**
 * What stands for a site is a source whose address is known to be right. A wall may stand before a part of it alone: each of its sources that
 * the bot found refused when it looked last is asked as well.
 */
function toTry(there: readonly Asked[], recorded: readonly Asked[]): Asked[] {
  const first = there.find(({ source }) => source.existence === "confirmed");
  return [...new Set([...(first ? [first] : []), ...recorded.slice(0, MOST_RECORDED)])];
}

/** Those that were refused, and are not asked now. */
function leftSaid(origin: string, sources: readonly Asked[]): Finding {
  const ids = sources.map(({ source }) => source.id);
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return {
    isGood: false,
    text: `network: ${origin} refused further sources when the bot looked last: ${ids.slice(0, MOST_NAMED).join(", ")}${more}`,
  };
}

/** How each source stood when the bot looked last; where nobody looked yet, or nothing can be read, none does. */
async function standingOf({ watches, ...config }: Config): Promise<(asked: Asked) => SourceStanding | undefined> {
  const rows = await Store.beside(config, async (store) =>
    store ? Promise.all(watches.map(async ({ id }) => [id, await store.sources.of(id)] as const)) : [],
  ).catch(() => []);
  const standing = new Map(rows.map(([id, of]) => [id, new Map(of.map((row) => [row.source, row]))]));
  return ({ watch, source }) => standing.get(watch.id)?.get(source.id);
}

interface Seen extends Glimpse {
  /** The beginning of its page as it is written, where it sent one. */
  html: string;
}

function seenAt(tools: DraftingTools, { watch, source }: Asked): Promise<Seen> {
  const { kind, select, paths, region, ignore, dates, url } = source;
  const wish = { kind, select, paths, region, ignore, dates, zone: watch.publisher.zone, asked: askedOf(source, url) };
  return looking(tools, async (looker) => {
    const seen = await glimpse(looker, url, wish);
    // A document that is not there yet is what its site is asked for.
    const absent = readHead(seen.capture, source);
    const reading = absent?.kind === "absent" ? absent : seen.reading;
    return { ...seen, reading, html: htmlOf(seen.capture) };
  });
}

function htmlOf(capture: Capture): string {
  if (capture.kind === "failure") return "";
  const { wire, headers } = capture;
  try {
    return decodeText(unpack(wire, headers["content-encoding"], MOST_OF_A_WALL), headers["content-type"] ?? "") ?? "";
  } catch {
    return "";
  }
}

/** @param where what was asked: a site, or one of its sources @param of which of them stood for the site */
function said(where: string, { reading }: Seen, of: string): Finding {
  if (reading.kind !== "problem") return { isGood: true, text: `network: ${where} answers${of}` };
  const advice =
    reading.problem === "blocked" ? (isWalled(reading) ? WALLED : ASKED_AWAY) : (ADVICE[reading.problem] ?? ELSE);
  return { isGood: false, text: `network: ${where} ${en.recorded(reading.detail)}: ${advice}` };
}

function letterAbout(
  { settings }: Config,
  there: readonly Asked[],
  { watch, source }: Asked,
  { capture, reading, html }: Seen,
  since: InstantText | undefined,
): string {
  const headers = capture.kind === "answer" ? capture.headers : {};
  return letter({
    settings,
    watch,
    sources: there.map((one) => one.source),
    refused: {
      url: source.url,
      at: capture.at,
      said: reading.kind === "problem" ? reading.detail : "",
      since,
    },
    vendor: wallVendor(headers, html),
    ...wallMarks(headers, html),
  });
}

/** When the wall was met first that sources stand before now; undefined where no bot saw it yet. */
function walledSince(rows: readonly SourceStanding[]): InstantText | undefined {
  const since = rows.flatMap((row) => (row.failing_since && isWalled(row) ? [row.failing_since] : []));
  return since.sort()[0];
}

/** What is asked although robots.txt may refuse it: whoever runs the bot has agreed to the terms, and knows which. */
function offeredSaid({ id, url }: Source, terms: string): Finding {
  const { host, pathname } = new URL(url);
  // A key may stand behind it.
  const termsAt = new URL(terms);
  return {
    isGood: true,
    text: `offered: ${id} asks ${host}${pathname}, whatever robots.txt says of it, as a program that is registered under the terms at ${termsAt.origin}${termsAt.pathname}`,
  };
}
