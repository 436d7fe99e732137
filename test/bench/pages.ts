/** What the pages cost, on a year of history and with many sources, beside an empty page of the same server. */
import { EventEmitter } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { request } from "undici";
import { Shelves } from "../../src/archive/shelves.ts";
import { loadConfig } from "../../src/config/load.ts";
import { LogTap } from "../../src/log/tap.ts";
import { Store } from "../../src/store/store.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { listen } from "../../src/web/listening.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { createPages } from "../../src/web/server.ts";
import { withHistory } from "./history.ts";
import { listingSource, SITE } from "./measured-bot.ts";

const NOW = "2022-12-01T12:00:00.000Z";
const ROUNDS = 7;

interface Case {
  what: string;
  watches: number;
  sources: number;
  days: number;
  paths: readonly string[];
}

const YEAR = ["/", "/watches/WATCH/clock.png", "/log", "/log?days=365", "/api/watches/WATCH/coverage?days=365"];
const MANY = ["/", "/readyz", "/log", "/metrics"];
const CASES: readonly Case[] = [
  { what: "7 sources, a year at ten minutes", watches: 1, sources: 7, days: 365, paths: YEAR },
  ...[10, 100, 1000, 5000].map((sources) => ({
    what: `${sources.toLocaleString("en")} sources of one watch, a look each`,
    watches: 1,
    sources,
    days: 0,
    paths: MANY,
  })),
  { what: "5,000 sources of 500 watches, a look each", watches: 500, sources: 10, days: 0, paths: MANY },
];

export async function pageCost(words = ""): Promise<void> {
  console.log(
    "CPU per page, in ms (user and system): the first after a start, the least of the next; the longest that nothing else ran\n",
  );
  for (const one of CASES.filter(({ what }) => what.includes(words))) {
    console.log(one.what);
    await measured(one);
  }
}

async function measured({ watches: count, sources, days, paths }: Case): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "coming-weeks-bench-pages-"));
  const config = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}, { data });
  const [shipped] = config.watches;
  if (!shipped) throw new Error("no watch");
  const watches = Array.from(
    { length: count },
    (_, index): Watch => ({
      ...shipped,
      id: count === 1 ? shipped.id : `${shipped.id}-${index}`,
      sources: Array.from({ length: sources }, (_, at) => listingSource(`source-${at}`, `${SITE}/${index}/${at}`)),
    }),
  );
  await withHistory(data, watches, { days, now: NOW });
  const store = await Store.open(data);
  const clock = new SimulatedClock(NOW);
  const { registry } = createMetrics({
    ...{ watches: () => watches, clock, patience: () => config.settings.schedule.patience },
    store: () => store,
  });
  const pages = createPages({
    store,
    watches,
    record: config.record,
    settings: config.settings,
    dataDirectory: data,
    shelves: new Shelves(join(data, "archive")),
    clock,
    tap: new LogTap(),
    pulse: new EventEmitter(),
    metrics: registry,
    health: async () => ({ isHealthy: true, lastTick: NOW, pendingMessages: 0 }),
  });
  const empty = new Hono();
  empty.get("/", (context) => context.html("<!doctype html><title>Empty</title>"));
  const floor = await listen(empty, "127.0.0.1", 0);
  const server = await listen(pages, "127.0.0.1", 0);
  const asked = async (port: number, path: string) => {
    const { body, statusCode } = await request(`http://127.0.0.1:${port}${path}`);
    await body.arrayBuffer();
    if (statusCode !== 200 && path !== "/readyz") throw new Error(`${path}: ${statusCode}`);
  };
  await asked(floor.port, "/");
  const least = await cost(() => asked(floor.port, "/"));
  for (const path of paths) {
    const address = path.replace("WATCH", watches[0]?.id ?? "");
    const { first, next, block } = await cost(() => asked(server.port, address));
    console.log(
      `  ${path.padEnd(40)} ${first.toFixed(1).padStart(8)} ${next.toFixed(1).padStart(8)} ${block.toFixed(0).padStart(6)}`,
    );
  }
  console.log(
    `  ${"floor: an empty page".padEnd(40)} ${least.first.toFixed(1).padStart(8)} ${least.next.toFixed(1).padStart(8)} ${least.block.toFixed(0).padStart(6)}`,
  );
  await server.close();
  await floor.close();
  await store.close();
  await rm(data, { recursive: true });
}

/** The first, the least of the next, and the longest that the event loop stood still meanwhile, in milliseconds. */
async function cost(work: () => Promise<void>): Promise<{ first: number; next: number; block: number }> {
  let block = 0;
  let last = performance.now();
  const watching = setInterval(() => {
    block = Math.max(block, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const took: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  clearInterval(watching);
  const [first = Number.NaN, ...others] = took;
  return { first, next: Math.min(...others), block };
}
