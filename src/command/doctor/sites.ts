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
    for (const [origin, asked] of firstOfEach(own)) {
      const seen = await seenAt(tools, asked);
      findings.push(said(origin, seen));
      if (seen.reading.kind !== "problem" || !isWalled(seen.reading)) continue;
      const there = own.filter(({ source }) => new URL(source.url).origin === origin);
      letters.push(await letterAbout(config, there, asked, seen));
    }
  } finally {
    await fetcher.close();
  }
  return { findings, letters };
}

/** What stands for a site: a source whose address is known to be right. */
function firstOfEach(sources: readonly Asked[]): Map<string, Asked> {
  const hosts = new Map<string, Asked>();
  for (const asked of sources) {
    const { origin } = new URL(asked.source.url);
    if (asked.source.existence === "confirmed" && !hosts.has(origin)) hosts.set(origin, asked);
  }
  return hosts;
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

function said(origin: string, { reading }: Seen): Finding {
  if (reading.kind !== "problem") return { isGood: true, text: `network: ${origin} answers` };
  const advice =
    reading.problem === "blocked" ? (isWalled(reading) ? WALLED : ASKED_AWAY) : (ADVICE[reading.problem] ?? ELSE);
  return { isGood: false, text: `network: ${origin} ${en.recorded(reading.detail)}: ${advice}` };
}

async function letterAbout(
  config: Config,
  there: readonly Asked[],
  { watch, source }: Asked,
  { capture, reading, html }: Seen,
): Promise<string> {
  const headers = capture.kind === "answer" ? capture.headers : {};
  const since = await walledSince(config, there);
  return letter({
    settings: config.settings,
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

/** When the wall was met first that the sources stand before now; undefined where no bot saw it yet. */
async function walledSince(config: Config, there: readonly Asked[]): Promise<InstantText | undefined> {
  const rows = await Store.beside(config, async (store) =>
    store ? Promise.all(there.map(({ watch, source }) => store.sources.one(watch.id, source.id))) : [],
  ).catch(() => []);
  const since = rows.flatMap((row) => (row?.failing_since && isWalled(row) ? [row.failing_since] : []));
  return since.sort()[0];
}

/** What is asked although robots.txt may refuse it: whoever runs the bot has agreed to the terms, and knows which. */
function offeredSaid({ id, url }: Source, terms: string): Finding {
  const { host, pathname } = new URL(url);
  return {
    isGood: true,
    text: `offered: ${id} asks ${host}${pathname}, whatever robots.txt says of it, as a program that is registered under the terms at ${terms}`,
  };
}
