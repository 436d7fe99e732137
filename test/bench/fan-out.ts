/** What many places on Discord cost: requests, 429s, seconds until they are told, memory. Discord takes 50 requests a second. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { CONTAINER } from "../stand-ins/container.ts";
import type { Told } from "./discord.child.ts";

const PLACES = [50, 200, 2000];
const LATENCY_MS = 80;
/** What Discord takes of one bot in a second: the floor of everything here. */
const A_SECOND = 50;

/** @param words numbers of places; 50, 200 and 2,000 when left out */
export async function fanOut(words = ""): Promise<void> {
  const sizes = words === "" ? PLACES : words.split(" ").map(Number);
  console.log(
    `Places on Discord, at ${LATENCY_MS} ms a request; the floor is one request a place, ${A_SECOND} a second\n`,
  );
  console.log("places  notice   “published”, told to    floor  requests  429s  401/403  peak memory");
  console.log("         first s    50 %   90 %    all s      s                             MiB");
  for (const places of sizes) await row(places);
}

async function row(places: number): Promise<void> {
  const discord = fork(new URL("discord.child.ts", import.meta.url), [String(places), String(LATENCY_MS)], {
    execArgv: [],
  });
  const [world] = await answer<{ api: string; channels: string[] }>(discord);
  const bot = fork(new URL("fan-out.child.ts", import.meta.url), [JSON.stringify(world)], CONTAINER);
  const [measured] = await answer<{ first: number; published: number; recorded: number; peak: number }>(bot);
  discord.send("look");
  const [told] = await answer<Told>(discord);
  discord.send("end");
  const waits = told.published.map((at) => (at - measured.recorded) / 1000).toSorted((a, b) => a - b);
  const share = (part: number) => waits[Math.ceil(waits.length * part) - 1]?.toFixed(1) ?? "-";
  const requests = Object.values(told.requests).reduce((sum, count) => sum + count, 0);
  console.log(
    [
      String(places).padStart(6),
      (measured.first / 1000).toFixed(1).padStart(8),
      share(0.5).padStart(7),
      share(0.9).padStart(6),
      share(1).padStart(8),
      (places / A_SECOND).toFixed(1).padStart(6),
      String(requests).padStart(9),
      String(told.crowded).padStart(5),
      String(told.refused).padStart(8),
      measured.peak.toFixed(0).padStart(12),
    ].join(" "),
  );
  if (waits.length !== places) console.log(`        ${places - waits.length} places were not told`);
  for (const [kind, count] of Object.entries(told.requests))
    console.log(`        ${String(count).padStart(6)}  ${kind}`);
}

async function answer<T>(child: ChildProcess): Promise<[T]> {
  return (await once(child, "message")) as [T];
}
