/** A log of many megabytes, as a year of a bot with trouble may leave, and how long its review takes. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";

interface ReviewCost {
  lines: number;
  seconds: number;
  /** MiB. */
  peak: number;
}

/** What the review of 10 MB and of 100 MB of log takes. */
export async function logCost(): Promise<void> {
  for (const megabytes of [10, 100]) {
    const { lines, seconds, peak } = await reviewCost(megabytes);
    console.log(
      `Review of ${megabytes} MB of log (${lines.toLocaleString("en")} lines): ${seconds.toFixed(1)} s, peak memory ${peak.toFixed(0)} MiB`,
    );
  }
}

/** @param megabytes of log lines */
async function reviewCost(megabytes: number): Promise<ReviewCost> {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-bench-log-"));
  try {
    const file = join(folder, "large.log");
    await writeLog(file, megabytes * 1e6);
    const child = fork(new URL("log.child.ts", import.meta.url), [file], { execArgv: [] });
    return await new Promise((resolve) => child.once("message", (cost) => resolve(cost as ReviewCost)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeLog(file: string, bytes: number): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0, written = 0; written < bytes; index++) {
    const isFailure = index % 7 === 0;
    const line = `${JSON.stringify({
      level: isFailure ? "warn" : "debug",
      time: new Date(1_640_000_000_000 + index * 1000).toISOString(),
      check: (index * 2_654_435_761).toString(16).padStart(16, "0"),
      event: "checked",
      watch: "xinjiang-assessment",
      source: `source-${index % 40}`,
      outcome: isFailure ? "problem" : "unchanged",
      ...(isFailure ? { problem: "blocked", detail: `answered ${400 + (index % 13)}` } : {}),
      changes: 0,
      bytes: 20_000 + (index % 999),
      msg: "checked",
    })}\n`;
    written += line.length;
    if (!stream.write(line)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}
