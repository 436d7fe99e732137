/**
 * The bot stays connected to Discord's gateway: a connection that ends is begun again, later and later, and never more often than Discord
 * allows.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { type Access, connection, type Heard } from "./connection.ts";
import { Identifies } from "./identifies.ts";

/** How long is waited before a connection is begun again at first, and between two identifies, in milliseconds. */
export interface Waits {
  first: number;
  step?: number;
}

const USUAL: Waits = { first: 5000 };
const LONGEST_WAIT_MS = 300_000;
/** Code of Discord's client, or of what it rests on. */
const THEIRS = /[\\/]node_modules[\\/](?:@discordjs|discord\.js|ws|@vladfrangu)[\\/]/;
/**
 * Is connected until the signal aborts, or until nothing but a person can mend it.
 * @returns what a person must mend; undefined at the end
 */
export async function stayConnected(
  access: Access,
  heard: Heard,
  log: Logger,
  signal: AbortSignal,
  { first, step }: Waits = USUAL,
): Promise<string | undefined> {
  const identifies = new Identifies(
    { now: () => performance.now(), sleep: (ms, until) => wait(ms, undefined, { signal: until }) },
    step,
  );
  const strays = catchStrays();
  let pause = first;
  try {
    while (!signal.aborted) {
      const begun = performance.now();
      const end = await connection(access, heard, { log, identifies, stray: strays.next(), signal });
      if (!end) return undefined;
      if (end.isFinal) return end.why;
      // One that lasted is no reason to wait longer for the next.
      if (performance.now() - begun > LONGEST_WAIT_MS) pause = first;
      const rest = Math.max(pause, end.wait);
      log.warn(
        { event: "gateway-failed", step: "connect", error: end.why, wait: rest },
        "Discord’s gateway; trying again",
      );
      await wait(rest, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_WAIT_MS);
    }
    return undefined;
  } finally {
    strays.stop();
  }
}

/**
 * What Discord's client throws where nobody can catch it would end the process; here it is handed on. What is nobody's but ours ends the process
 * as ever.
 */
function catchStrays(): { next(): Promise<Error>; stop(): void } {
  let take: (error: Error) => void = () => undefined;
  const stray = (error: unknown) => {
    if (!(error instanceof Error && THEIRS.test(error.stack ?? ""))) throw error;
    take(error);
  };
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
  return {
    next: () =>
      new Promise((resolve) => {
        take = resolve;
      }),
    stop: () => {
      process.off("unhandledRejection", stray);
      process.off("uncaughtException", stray);
    },
  };
}
