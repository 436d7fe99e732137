/**
 * CPU of one check, beside the floor measured in the same run, and the memory of 1,000 sources. The site runs in a process of
 * its own, so that only the bot's work is counted.
 */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { request } from "undici";
import type { Bot } from "../../src/bot/bot.ts";
import type { SimulatedClock } from "../../src/time/clock.ts";
import { CONTAINER } from "../stand-ins/container.ts";
import { listingSource, SITE, withBot } from "./measured-bot.ts";
import { urlwatchCost } from "./urlwatch.ts";

const ROUNDS = 5;
const TURNS = 400;
/** Sources in one pass, so that what a pass does once is shared as it is in use. */
const SOURCES = 20;

export async function checkCost(): Promise<void> {
  const { site, address } = await startSite();
  try {
    const floors = {
      same: await cpu(async (round) => void (await digestOf(`${address}/same?${round}`))),
      noisy: await cpu(async (round) => void digest(gunzipSync((await digestOf(`${address}/noisy?${round}`)).wire))),
      rotating: await cpu(async (round) => parse(gunzipSync((await digestOf(`${address}/changed?${round}`)).wire))),
      changed: await keptFloor((round) => digestOf(`${address}/changed?${round}`)),
    };
    console.log("CPU per check of a page of 100 KB, in ms (user and system, the least of five rounds)\n");
    console.log("             check    floor   ratio   urlwatch   ratio");
    for (const [kind, floor] of [
      ["same", floors.same],
      ["noisy", floors.noisy],
      ["rotating", floors.rotating],
      ["changed", floors.changed],
    ] as const) {
      const took = await cpuOfCheck(address, kind);
      const theirs = urlwatchCost(address, kind);
      const beside = theirs === undefined ? ["not here", ""] : [theirs.toFixed(3), (theirs / took).toFixed(2)];
      const figures = [took.toFixed(3), floor.toFixed(3), (took / floor).toFixed(2), ...beside];
      console.log(kind.padEnd(10) + figures.map((figure, at) => figure.padStart([8, 9, 8, 11, 8][at] ?? 0)).join(""));
    }
    console.log(
      "\nfloor of same: undici and SHA-256; of noisy besides gunzip and SHA-256 of what it holds; of rotating besides gunzip and\n" +
        "htmlparser2’s event stream; of changed that, and the answer on the disk (write, fdatasync) with one committed row that says so.\n" +
        "Rotating: a block within the content, beside 50 items; changed: one new item beside 15",
    );
  } finally {
    site.kill();
  }
}

/** The peak memory of 1,000 sources, alone and with a PDF beside them that unpacks to 1 GB of text. */
export async function memoryCost(): Promise<void> {
  const { site, address } = await startSite();
  for (const [what, besides] of [
    ["alone", []],
    ["and the worst PDF", ["/bomb.pdf"]],
  ] as const)
    console.log(
      `1,000 sources ${what}, three passes: peak memory ${(await memoryOf(address, 1000, besides)).toFixed(0)} MiB`,
    );
  site.kill();
}

export async function startSite(): Promise<{ site: ChildProcess; address: string }> {
  const site = fork(new URL("site.child.ts", import.meta.url), { execArgv: [] });
  const address = await new Promise<string>((resolve) => site.once("message", (message) => resolve(String(message))));
  return { site, address };
}

/** CPU of one piece of work in milliseconds, the least of the rounds' means. */
async function cpu(work: (turn: number) => Promise<void>, turns = TURNS): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // The first is for warming up.
  for (let round = 0; round <= ROUNDS; round++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    for (let turn = 0; turn < turns; turn++) await work(round * turns + turn);
    const { user, system } = process.cpuUsage(before);
    if (round > 0) least = Math.min(least, (user + system) / 1000 / turns);
  }
  return least;
}

/** What must be done of a page that changed: it is had, unpacked, gone through, and lasts. */
async function keptFloor(had: (turn: number) => Promise<{ wire: Buffer; digest: string }>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-floor-"));
  const file = openSync(join(folder, "archive"), "a");
  const database = new DatabaseSync(join(folder, "floor.db"));
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE kept (turn INTEGER PRIMARY KEY, digest TEXT) STRICT",
  );
  const insert = database.prepare("INSERT INTO kept VALUES (?, ?)");
  try {
    return await cpu(async (turn) => {
      const { wire, digest } = await had(turn);
      parse(gunzipSync(wire));
      writeSync(file, wire);
      fdatasyncSync(file);
      insert.run(turn, digest);
    });
  } finally {
    database.close();
    closeSync(file);
    await rm(folder, { recursive: true });
  }
}

async function cpuOfCheck(address: string, kind: string): Promise<number> {
  const sources = Array.from({ length: SOURCES }, (_, index) =>
    listingSource(`source-${index}`, `${SITE}/${kind}/${index}`),
  );
  const look = (bot: Bot, clock: SimulatedClock) => async () => {
    await clock.sleep(600_000);
    await bot.watcher.pass(true);
  };
  return withBot(address, [sources], async (bot, clock) => (await cpu(look(bot, clock), TURNS / SOURCES)) / SOURCES);
}

/** Peak memory of three passes, in MiB, in a process with the memory that the container gives it. */
async function memoryOf(address: string, sources: number, besides: readonly string[]): Promise<number> {
  const measuring = fork(
    new URL("memory.child.ts", import.meta.url),
    [address, String(sources), ...besides],
    CONTAINER,
  );
  return new Promise((resolve) => {
    measuring.once("message", (peak) => resolve(Number(peak)));
    measuring.once("exit", () => resolve(Number.NaN));
  });
}

async function digestOf(url: string): Promise<{ wire: Buffer; digest: string }> {
  const { body } = await request(url, { headers: { "accept-encoding": "gzip" } });
  const wire = Buffer.from(await body.arrayBuffer());
  return { wire, digest: digest(wire) };
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function parse(html: Buffer): void {
  const parser = new Parser({ onopentag: () => undefined, ontext: () => undefined, onclosetag: () => undefined });
  parser.write(html.toString());
  parser.end();
}
