/**
 * `npm run bench`: CPU of one check, beside the floor measured in the same run, the memory of 1,000 sources, and the review
 * of a large log.
 * The site runs in a process of its own, so that only the bot's work is counted.
 */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { request } from "undici";
import { reviewCost } from "./log.ts";
import { listingSource, SITE, withBot } from "./measured-bot.ts";

/** The heap that the Dockerfile gives the bot. */
const HEAP = ["--max-old-space-size=80", "--max-semi-space-size=2"];
const ROUNDS = 800;
/** Sources in one pass, so that what a pass does once is shared as it is in use. */
const SOURCES = 20;

const child = fork(new URL("site.child.ts", import.meta.url), { execArgv: [] });
const address = await new Promise<string>((resolve) => child.once("message", (message) => resolve(String(message))));
try {
  const floors = {
    unchanged: await cpu(ROUNDS, async (round) => void (await digestOf(`${address}/same?${round}`))),
    changed: await cpu(ROUNDS, async (round) =>
      parse(gunzipSync((await digestOf(`${address}/changed?${round}`)).wire)),
    ),
  };
  const rows: [string, number, number][] = [];
  for (const [kind, floor] of [
    ["same", floors.unchanged],
    ["noisy", floors.unchanged],
    ["changed", floors.changed],
  ] as const)
    rows.push([kind, await cpuOfCheck(kind), floor]);
  console.log("CPU per check of a page of 100 KB, in ms (user and system, mean)\n");
  console.log("             check    floor   ratio");
  for (const [kind, took, floor] of rows)
    console.log(
      `${kind.padEnd(10)} ${took.toFixed(3).padStart(7)}  ${floor.toFixed(3).padStart(7)}  ${(took / floor).toFixed(2).padStart(6)}`,
    );
  console.log(
    "\nfloor of same and noisy: undici and SHA-256; of changed: undici, SHA-256, gunzip and htmlparser2's event stream",
  );
  console.log(`\n1,000 sources, three passes: peak memory ${(await memoryOf(1000)).toFixed(0)} MiB`);
  for (const megabytes of [10, 100]) {
    const { lines, seconds, peak } = await reviewCost(megabytes);
    console.log(
      `${megabytes === 10 ? "\n" : ""}Review of ${megabytes} MB of log (${lines.toLocaleString("en")} lines): ${seconds.toFixed(1)} s, peak memory ${peak.toFixed(0)} MiB`,
    );
  }
} finally {
  (child as ChildProcess).kill();
}

/** Mean CPU of one round, in milliseconds. */
async function cpu(rounds: number, work: (round: number) => Promise<void>): Promise<number> {
  for (let round = 0; round < rounds / 4; round++) await work(round);
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await work(rounds + round);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

async function cpuOfCheck(kind: string): Promise<number> {
  const sources = Array.from({ length: SOURCES }, (_, index) =>
    listingSource(`source-${index}`, `${SITE}/${kind}/${index}`),
  );
  const pass = await withBot(address, sources, async (bot, clock) =>
    cpu(ROUNDS / SOURCES, async () => {
      await clock.sleep(600_000);
      await bot.watcher.pass(true);
    }),
  );
  return pass / SOURCES;
}

/** Peak memory of three passes, in MiB, in a process with the heap that the container gives it. */
async function memoryOf(sources: number): Promise<number> {
  const measuring = fork(new URL("memory.child.ts", import.meta.url), [address, String(sources)], { execArgv: HEAP });
  return new Promise((resolve) => measuring.once("message", (peak) => resolve(Number(peak))));
}

async function digestOf(url: string): Promise<{ wire: Buffer; digest: string }> {
  const { body } = await request(url, { headers: { "accept-encoding": "gzip" } });
  const wire = Buffer.from(await body.arrayBuffer());
  return { wire, digest: createHash("sha256").update(wire).digest("hex") };
}

function parse(html: Buffer): void {
  const parser = new Parser({ onopentag: () => undefined, ontext: () => undefined, onclosetag: () => undefined });
  parser.write(html.toString());
  parser.end();
}
