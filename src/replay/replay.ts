/**
 * `replay`: the documented history, run through the unchanged check on a simulated clock. The reconstructed site answers
 * over real HTTP; the settings and the watch are the shipped ones, but for a calmer pace on quiet days.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { Bot } from "../bot.ts";
import { elapsed, later, SimulatedClock } from "../clock.ts";
import { type CommonOptions, endAtSignal, UsageError } from "../command/context.ts";
import { statusLine } from "../command/status.ts";
import { milliseconds } from "../config/duration.ts";
import { loadConfig } from "../config/load.ts";
import { forMachines, forPeople } from "../deliver/terminal.ts";
import type { Notice } from "../judge/notice.ts";
import { createLog } from "../log/log.ts";
import { noticeId } from "../store/store.ts";
import { DOCUMENT, ITEMS, NEW_SCHEME_FROM, ordinaryItems, TROUBLES } from "./history.ts";
import { startSite } from "./site.ts";

const FROM = "2021-12-10T12:00:00Z";
const TO = "2022-09-08T00:00:00Z";
const SHIPPED_CONFIG = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;

/** Hours in which something happens are looked at as often as the shipped settings say for the end of a horizon. */
const EVENTFUL: readonly { from: string; to: string }[] = [
  { from: later(DOCUMENT.at, -6 * 3_600_000), to: later(DOCUMENT.at, 6 * 3_600_000) },
  { from: later(NEW_SCHEME_FROM, -3_600_000), to: later(NEW_SCHEME_FROM, 3 * 3_600_000) },
  ...TROUBLES.flatMap(({ from, to }) => [
    { from: later(from, -3_600_000), to: later(from, 3_600_000) },
    { from: later(to, -3_600_000), to: later(to, 3_600_000) },
  ]),
];

export async function replay(options: CommonOptions & { every: string }): Promise<number> {
  const quietPace = paceOf(options.every);
  const ending = endAtSignal();
  const directory = await mkdtemp(join(tmpdir(), "coming-weeks-replay-"));
  const clock = new SimulatedClock(FROM);
  const site = await startSite(clock, [...ITEMS, ...ordinaryItems("2021-10-01T09:00:00Z", TO)]);
  const config = loadConfig(
    SHIPPED_CONFIG,
    {},
    { data: directory, origins: { "https://www.ohchr.org": site.address } },
  );
  const { near_the_end, every } = config.settings.schedule;
  const shippedPace = near_the_end?.every ?? every;
  const totals = { checks: 0, problems: 0, bytes: 0 };
  const told: Notice[] = [];
  const bar = new SingleBar(
    {
      format: "{day}  [{bar}] {percentage}%  {checks} checks",
      stream: process.stderr,
      hideCursor: true,
      linewrap: true,
      clearOnComplete: true,
      stopOnComplete: true,
    },
    Presets.shades_classic,
  );
  const print = (text: string) => process.stdout.write(text);
  const bot = await Bot.open({
    config,
    clock,
    log: createLog("error", {}),
    terminal: { write: print, show: options.json ? forMachines : shownOnce() },
    onChecked: (checked) => {
      totals.checks += 1;
      totals.bytes += checked.bytes;
      if (checked.outcome === "problem" && !checked.isConjecture) totals.problems += 1;
    },
  });
  if (!options.json) print(INTRODUCTION);
  const started = performance.now();
  bar.start(elapsed(FROM, TO), 0, { day: FROM.slice(0, 10), checks: 0 });
  try {
    while (clock.now() < TO && !ending.begun.aborted) {
      const { notices } = await bot.pass(true, ending);
      if (notices.length > 0) {
        told.push(...notices);
        if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
        await bot.deliver(1000);
      }
      bar.update(Math.min(elapsed(FROM, clock.now()), elapsed(FROM, TO)), {
        day: clock.now().slice(0, 10),
        checks: totals.checks,
      });
      clock.moveTo(later(clock.now(), isEventful(clock.now()) ? shippedPace : untilEventful(clock.now(), quietPace)));
    }
    bar.stop();
    const [watch] = config.watches;
    if (options.json && watch)
      print(`${JSON.stringify(await statusLine(watch, bot.store, clock.now(), config.settings.schedule.patience))}\n`);
    else if (!ending.begun.aborted) print(summary(told, totals, site.served().requests, performance.now() - started));
    return ending.begun.aborted
      ? 130
      : falseAlarms(told).length === 0 && told.filter((notice) => notice.kind === "published").length === 1
        ? 0
        : 1;
  } finally {
    bar.stop();
    await bot.close();
    await site.close();
    await rm(directory, { recursive: true, force: true });
  }
}

const INTRODUCTION = `${styleText("bold", "The documented history, 10 December 2021 to 7 September 2022")}
This is a reconstruction: dates, addresses and the document's title are facts; headlines and page texts are written for
this replay from those facts. A site on this machine plays OHCHR's over HTTP; the bot that reads it is the real one, on a
simulated clock. These are the messages as they would stand in the channel.

`;

function summary(
  told: readonly Notice[],
  totals: { checks: number; problems: number; bytes: number },
  requests: number,
  took: number,
): string {
  const published = told.find((notice) => notice.kind === "published");
  const wrong = falseAlarms(told);
  const delay = published ? Math.round(elapsed(DOCUMENT.at, published.at) / 60_000) : undefined;
  const rows: [string, string][] = [
    ["Days replayed", `${Math.round(elapsed(FROM, TO) / 86_400_000)}, in ${(took / 1000).toFixed(1)} s`],
    [
      "Checks",
      `${totals.checks.toLocaleString("en")} (${requests.toLocaleString("en")} requests, ${(totals.bytes / 1e6).toFixed(1)} MB)`,
    ],
    [
      "Checks that failed",
      `${totals.problems.toLocaleString("en")} (an outage and a bot wall are part of the history)`,
    ],
    ["Messages", `${told.length}`],
    [
      "Published",
      published
        ? `31 August 2022, 21:47 UTC; told ${delay} minutes later (notice ${noticeId(published)})`
        : "never told",
    ],
    ["False alarms", wrong.length === 0 ? "none" : wrong.map((notice) => `${notice.kind} at ${notice.at}`).join(", ")],
  ];
  return `${styleText("bold", "Summary")}\n${rows.map(([name, value]) => `  ${name.padEnd(20)}${value}`).join("\n")}\n`;
}

/** Anything that said or hinted at publication before there was one, or took it back after. */
function falseAlarms(told: readonly Notice[]): Notice[] {
  return told.filter(
    (notice) =>
      (["published", "signalled"].includes(notice.kind) && notice.at < DOCUMENT.at) ||
      notice.kind === "withdrawn" ||
      notice.kind === "corrected",
  );
}

/** The weekly reminder once in full and then in a line: forty of them would hide the rest. */
function shownOnce(): (notice: Notice) => string {
  let reminders = 0;
  return (notice) => {
    if (notice.kind !== "reminder" || reminders++ === 0) return forPeople(notice);
    return styleText(
      "dim",
      `${notice.at.slice(0, 16).replace("T", " ")}  (the weekly reminder, day ${notice.status.day})`,
    );
  };
}

function isEventful(now: string): boolean {
  return EVENTFUL.some(({ from, to }) => now >= from && now < to);
}

/** A quiet step, cut short where something is about to happen. */
function untilEventful(now: string, pace: number): number {
  const next = EVENTFUL.map(({ from }) => elapsed(now, from)).filter((wait) => wait > 0);
  return Math.min(pace, ...next);
}

function paceOf(text: string): number {
  try {
    return milliseconds(text);
  } catch {
    throw new UsageError(`--every ${text}: write a duration such as 30m, 2h or 1d`);
  }
}
