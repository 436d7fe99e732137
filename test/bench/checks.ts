/**
 * CPU of one check, beside the floor measured in the same run, and the memory of 1,000 sources. The site runs in a process of
 * its own, so that only the bot's work is counted.
 */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { request } from "undici";
import { CONTAINER } from "../stand-ins/container.ts";
import { listingSource, SITE, withBot } from "./measured-bot.ts";

const ROUNDS = 800;
/** Sources in one pass, so that what a pass does once is shared as it is in use. */
const SOURCES = 20;

export async function checkCost(): Promise<void> {
  const { site, address } = await startSite();
  try {
    const floors = {
      unchanged: await cpu(ROUNDS, async (round) => void (await digestOf(`${address}/same?${round}`))),
      changed: await cpu(ROUNDS, async (round) =>
        parse(gunzipSync((await digestOf(`${address}/changed?${round}`)).wire)),
      ),
    };
    console.log("CPU per check of a page of 100 KB, in ms (user and system, mean)\n");
    console.log("             check    floor   ratio");
    for (const [kind, floor] of [
      ["same", floors.unchanged],
      ["noisy", floors.unchanged],
      ["changed", floors.changed],
    ] as const) {
      const took = await cpuOfCheck(address, kind);
      console.log(
        `${kind.padEnd(10)} ${took.toFixed(3).padStart(7)}  ${floor.toFixed(3).padStart(7)}  ${(took / floor).toFixed(2).padStart(6)}`,
      );
    }
    console.log(
      "\nfloor of same and noisy: undici and SHA-256; of changed: undici, SHA-256, gunzip and htmlparser2's event stream",
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

/** Mean CPU of one round, in milliseconds. */
async function cpu(rounds: number, work: (round: number) => Promise<void>): Promise<number> {
  for (let round = 0; round < rounds / 4; round++) await work(round);
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await work(rounds + round);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

async function cpuOfCheck(address: string, kind: string): Promise<number> {
  const sources = Array.from({ length: SOURCES }, (_, index) =>
    listingSource(`source-${index}`, `${SITE}/${kind}/${index}`),
  );
  const pass = await withBot(address, [sources], async (bot, clock) =>
    cpu(ROUNDS / SOURCES, async () => {
      await clock.sleep(600_000);
      await bot.watcher.pass(true);
    }),
  );
  return pass / SOURCES;
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
  return { wire, digest: createHash("sha256").update(wire).digest("hex") };
}

function parse(html: Buffer): void {
  const parser = new Parser({ onopentag: () => undefined, ontext: () => undefined, onclosetag: () => undefined });
  parser.write(html.toString());
  parser.end();
}
