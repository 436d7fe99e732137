/**
 * `replay`: a history run through the unchanged check on a simulated clock. It is either the documented one, or an
 * archive; both go the same way through here.
 */
import { once } from "node:events";
import { breathe, type KeptFile } from "../archive/source.ts";
import type { Bot } from "../bot/bot.ts";
import { shelvesOf } from "../bot/parts.ts";
import { type Audience, openForHistory } from "../bot/rehearse.ts";
import { ConfigError } from "../config/fault.ts";
import { loadConfig, readWatch } from "../config/load.ts";
import { discordPlaces } from "../config/places.ts";
import { SHIPPED_SETTINGS } from "../config/shipped.ts";
import { bold, dim, inert, printed } from "../deliver/channels/printed.ts";
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import type { Notice } from "../judge/notice.ts";
import { UsageError } from "../language/plain-error.ts";
import { createLog } from "../log/log.ts";
import { documentedHistory } from "../replay/documented/documented.ts";
import { historyOf } from "../replay/files.ts";
import type { History } from "../replay/history.ts";
import { statusRecord } from "../status/status-record.ts";
import { milliseconds } from "../time/duration.ts";
import type { Ending } from "../time/ending.ts";
import { elapsed } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { ASKS_NOTHING, type CommonOptions, context, endAtSignal, stoppable } from "./context.ts";
import { keptFiles } from "./kept-files.ts";
import { progressBar, table } from "./print.ts";

export interface ReplayOptions extends CommonOptions {
  every: string;
  watch?: string;
  /** Whether its messages are posted on Discord as well. */
  discord?: boolean;
  /** Whether the publisher's site refuses robots in it. */
  walled?: boolean;
  /** Whether it is shown on a page at the end, and its data kept. */
  keep?: boolean;
}

/** How long the last messages may take when Discord asks to wait. */
const LAST_PATIENCE_MS = 120_000;

export async function replay(options: ReplayOptions): Promise<number> {
  if (options.listen && !options.keep) throw new UsageError("--listen wants --keep: there is a page only then");
  const audience = options.discord ? audienceOf(options.config) : undefined;
  const code = await playAndShow(await stoppable(() => chosenHistory(options)), options, audience);
  if (code === 0 && !options.keep && !options.json)
    process.stdout.write("\nWith --keep it ends on a page to look at.\n");
  return code;
}

/** The places on Discord that the settings and the environment name. */
function audienceOf(configFile: string): Audience {
  const { settings, secrets } = loadConfig(configFile, process.env, ASKS_NOTHING);
  if (discordPlaces(settings, secrets).length === 0)
    throw new UsageError(
      "--discord: no place on Discord is configured; set DISCORD_WEBHOOK_URL, or DISCORD_TOKEN with DISCORD_CHANNEL_ID",
    );
  return { settings, secrets };
}

/** Runs a history through the real bot, shows what it says, and sums it up. */
export async function playAndShow(
  history: History,
  options: Pick<ReplayOptions, "json" | "keep" | "listen">,
  audience?: Audience,
): Promise<number> {
  const ending = endAtSignal();
  const { from, to, clock, settings } = history;
  const totals = { checks: 0, problems: 0, bytes: 0 };
  const told: Notice[] = [];
  const bar = progressBar("{day}  [{bar}] {percentage}%  {checks} checks");
  const print = (text: string) => process.stdout.write(text);
  const { bot, directory, show, close } = await openForHistory(history, {
    audience,
    isKept: options.keep,
    log: createLog("error"),
    terminal: { write: print, show: options.json ? forMachines : shownOnce() },
    onChecked: (checked) => {
      totals.checks += 1;
      totals.bytes += checked.bytes;
      if (checked.outcome === "problem" && !checked.isConjecture) totals.problems += 1;
    },
  });
  const [heading = "", ...introduction] = history.introduction;
  if (!options.json) print(`${bold(printed(heading))}\n${printed(introduction.join(" "))}\n\n`);
  const started = performance.now();
  bar.start(Math.max(1, elapsed(from, to)), 0, { day: from.slice(0, 10), checks: 0 });
  try {
    for await (const notices of history.play(bot.watcher, ending)) {
      // What is read from files is never waited for: a signal has its turn here.
      await breathe();
      if (ending.begun.aborted) return ending.exitCode;
      if (notices.length > 0) {
        told.push(...notices);
        if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
        await say(bot, 1000, ending);
      }
      bar.update(Math.max(0, Math.min(elapsed(from, clock.now()), elapsed(from, to))), {
        day: clock.now().slice(0, 10),
        checks: totals.checks,
      });
    }
    bar.stop();
    if (audience && !(await say(bot, LAST_PATIENCE_MS, ending))) return 1;
    const { isGood, rows, scores } = history.conclude(told);
    if (options.json) {
      for (const watch of history.watches())
        print(`${JSON.stringify(await statusRecord(watch, bot.store, clock.now(), settings.schedule.patience))}\n`);
      if (scores) print(`${JSON.stringify({ type: "scores", in_hindsight: scores.heading, ...scores.means })}\n`);
    } else {
      const took = ((performance.now() - started) / 1000).toFixed(1);
      print(
        `${bold("Summary")}\n${table([
          ["Days replayed", `${Math.round(elapsed(from, to) / 86_400_000)}, in ${took} s`],
          ["Checks", `${totals.checks.toLocaleString("en")} (${(totals.bytes / 1e6).toFixed(1)} MB)`],
          ["Checks that failed", totals.problems.toLocaleString("en")],
          ["Messages", `${told.length}`],
          ...rows.map(([name, value]) => [inert(name), inert(value)] as const),
        ])}`,
      );
      if (scores) print(`\n${bold("Forecasts")}, ${scores.heading}\n${table(scores.rows)}`);
    }
    if (options.keep) {
      const page = await show(options.listen ?? { host: "127.0.0.1", port: 0 });
      print(
        options.json
          ? `${JSON.stringify({ type: "page", address: page, data: directory })}\n`
          : `\nLook at it: ${page} (until Ctrl-C)\nIt is kept in ${directory}\n`,
      );
      if (!ending.begun.aborted) await once(ending.begun, "abort");
    }
    return isGood ? 0 : 1;
  } finally {
    bar.stop();
    await close();
  }
}

/** Large files take a while to look through. */
export function showReading(file: string): void {
  if (process.stderr.isTTY) process.stderr.write(`Reading ${file}\r\x1b[K`);
}

/** @returns whether everything was delivered */
async function say(bot: Bot, patience: number, ending: Ending): Promise<boolean> {
  const { pending, errors } = await bot.deliver(patience, ending.begun);
  for (const error of errors) process.stderr.write(`Not delivered: ${error}\n`);
  return pending === 0;
}

async function chosenHistory(options: ReplayOptions): Promise<History> {
  const given = options.watch ? givenWatch(options.watch) : undefined;
  const shipped = loadConfig(SHIPPED_SETTINGS, {});
  const files = await filesOf(options);
  if (files.length === 0)
    return documentedHistory(
      { ...shipped, ...(given ? { watches: [given] } : {}) },
      paceOf(options.every),
      !given,
      options.walled,
    );
  return historyOf(files, given, options.config, showReading);
}

/** Those that are named; where none are, the archive that ARCHIVE_URL leads to. */
async function filesOf(options: ReplayOptions): Promise<KeptFile[]> {
  if (options.arguments.length > 0) return keptFiles(options.arguments);
  if (!process.env.ARCHIVE_URL && !process.env.ARCHIVE_URL_FILE) return [];
  return shelvesOf(context(options, "error", ASKS_NOTHING).config).all();
}

function givenWatch(file: string): Watch {
  const faults: string[] = [];
  const watch = readWatch(file, faults);
  if (!watch) throw new ConfigError(faults);
  return watch;
}

/** The weekly reminder once in full and then in a line: forty of them would hide the rest. */
function shownOnce(): (notice: Notice) => string {
  const shown = new Set<string>();
  return (notice) => {
    if (notice.kind !== "reminder") return forPeople(notice);
    // Where less can be done than before, that is to be read.
    const reach = notice.status.reach ?? "";
    if (!shown.has(reach)) {
      shown.add(reach);
      return forPeople(notice);
    }
    return dim(`${notice.at.slice(0, 16).replace("T", " ")}  (the weekly reminder, day ${notice.status.day})`);
  };
}

/** Below this a replay takes days of the person's own. */
const LEAST_PACE_MS = 60_000;

function paceOf(text: string): number {
  try {
    const pace = milliseconds(text);
    if (pace >= LEAST_PACE_MS) return pace;
  } catch {
    // Said below.
  }
  throw new UsageError(`--every ${text}: write a duration of a minute or more, such as 30m, 2h or 1d`);
}
