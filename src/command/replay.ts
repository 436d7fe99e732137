/**
 * `replay`: a history run through the unchanged check on a simulated clock. It is either the documented one, or an
 * archive; both go the same way through here.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { openLibrary } from "../archive/library.ts";
import { Bot } from "../bot/bot.ts";
import { ConfigError } from "../config/fault.ts";
import { type Config, configFromFiles, loadConfig, readWatch } from "../config/load.ts";
import { discordPlaces } from "../config/places.ts";
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Notice } from "../judge/notice.ts";
import { UsageError } from "../language/plain-error.ts";
import { createLog } from "../log/log.ts";
import { archivedHistory } from "../replay/archived.ts";
import { documentedHistory } from "../replay/documented/documented.ts";
import type { SimulatedClock } from "../time/clock.ts";
import { milliseconds } from "../time/duration.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import { elapsed } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, endAtSignal } from "./context.ts";
import { statusLine } from "./status.ts";

/** Something that happened once, and can be gone through again. */
export interface History {
  from: InstantText;
  to: InstantText;
  clock: SimulatedClock;
  fetcher: Fetcher;
  settings: Config["settings"];
  /** The watches that hold where the history has got to. */
  watches(): readonly Watch[];
  /** A heading, and what the reader should know. */
  introduction: string[];
  /** Goes through it step by step; each step gives what it told. */
  play(bot: Bot, ending: Ending): AsyncGenerator<Notice[]>;
  /** What there is to say at the end, and whether it came out as it must. */
  conclude(told: readonly Notice[]): { isGood: boolean; rows: (readonly [name: string, value: string])[] };
  close(): Promise<void>;
}

const SHIPPED_CONFIG = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;

export interface ReplayOptions extends CommonOptions {
  every: string;
  watch?: string;
  /** Whether its messages are posted on Discord as well. */
  discord?: boolean;
}

/** Time enough to read one message before the next. */
const PACE_MS = 2500;
/** How long the last messages may take when Discord asks to wait. */
const LAST_PATIENCE_MS = 120_000;

export async function replay(options: ReplayOptions): Promise<number> {
  const audience = options.discord ? audienceOf(options.config) : undefined;
  return runThrough(await chosenHistory(options), options, audience);
}

type Audience = Pick<Config, "settings" | "secrets">;

/** The places on Discord that the settings and the environment name. */
function audienceOf(configFile: string): Audience {
  const { settings, secrets } = loadConfig(configFile, process.env);
  if (discordPlaces(settings, secrets).length === 0)
    throw new UsageError(
      "--discord: no place on Discord is configured; set DISCORD_WEBHOOK_URL, or DISCORD_TOKEN with DISCORD_CHANNEL_ID",
    );
  return { settings, secrets };
}

/** Runs a history through the real bot on data of its own, which is removed at the end. */
export async function runThrough(
  history: History,
  options: Pick<CommonOptions, "json">,
  audience?: Audience,
): Promise<number> {
  const ending = endAtSignal();
  const { from, to, clock, settings, fetcher } = history;
  const directory = await mkdtemp(join(tmpdir(), "coming-weeks-replay-"));
  const totals = { checks: 0, problems: 0, bytes: 0 };
  const told: Notice[] = [];
  const bar = progressBar("{day}  [{bar}] {percentage}%  {checks} checks");
  const print = (text: string) => process.stdout.write(text);
  const bot = await Bot.open({
    config: {
      settings: audience
        ? { ...settings, delivery: audience.settings.delivery, discord: audience.settings.discord }
        : settings,
      watches: [...history.watches()],
      dataDirectory: directory,
      secrets: audience?.secrets ?? {},
      files: {},
    },
    ...(audience ? { rehearsal: { name: randomBytes(4).toString("hex"), pace: PACE_MS } } : {}),
    clock,
    fetcher,
    archives: false,
    log: createLog("error", {}),
    terminal: { write: print, show: options.json ? forMachines : shownOnce() },
    onChecked: (checked) => {
      totals.checks += 1;
      totals.bytes += checked.bytes;
      if (checked.outcome === "problem" && !checked.isConjecture) totals.problems += 1;
    },
  });
  const [heading = "", ...introduction] = history.introduction;
  if (!options.json) print(`${styleText("bold", heading)}\n${introduction.join("\n")}\n\n`);
  const started = performance.now();
  bar.start(Math.max(1, elapsed(from, to)), 0, { day: from.slice(0, 10), checks: 0 });
  try {
    for await (const notices of history.play(bot, ending)) {
      if (ending.begun.aborted) return 130;
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
    const { isGood, rows } = history.conclude(told);
    if (options.json)
      for (const watch of history.watches())
        print(`${JSON.stringify(await statusLine(watch, bot.store, clock.now(), settings.schedule.patience))}\n`);
    else {
      const took = ((performance.now() - started) / 1000).toFixed(1);
      print(
        `${styleText("bold", "Summary")}\n${table([
          ["Days replayed", `${Math.round(elapsed(from, to) / 86_400_000)}, in ${took} s`],
          ["Checks", `${totals.checks.toLocaleString("en")} (${(totals.bytes / 1e6).toFixed(1)} MB)`],
          ["Checks that failed", totals.problems.toLocaleString("en")],
          ["Messages", `${told.length}`],
          ...rows,
        ])}`,
      );
    }
    return isGood ? 0 : 1;
  } finally {
    bar.stop();
    await bot.close();
    await history.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** @returns whether everything was delivered */
async function say(bot: Bot, patience: number, ending: Ending): Promise<boolean> {
  const { pending, errors } = await bot.deliver(patience, ending.begun);
  for (const error of errors) process.stderr.write(`Not delivered: ${error}\n`);
  return pending === 0;
}

/** A progress bar on stderr, with the words of what goes on. */
export function progressBar(format: string): SingleBar {
  return new SingleBar(
    { format, stream: process.stderr, hideCursor: true, linewrap: true, clearOnComplete: true, stopOnComplete: true },
    Presets.shades_classic,
  );
}

async function chosenHistory(options: ReplayOptions): Promise<History> {
  const given = options.watch ? givenWatch(options.watch) : undefined;
  const shipped = loadConfig(SHIPPED_CONFIG, {});
  const [firstFile] = options.arguments;
  if (!firstFile)
    return documentedHistory({ ...shipped, ...(given ? { watches: [given] } : {}) }, paceOf(options.every), !given);
  return historyOf(options.arguments, given, options.config);
}

/**
 * The history in WARC files.
 * @param given the watch to go through it with; the one they hold, or else the configured ones, by default
 * @throws {ArchiveError} when a file is damaged
 */
export async function historyOf(
  files: readonly string[],
  given: Watch | undefined,
  configFile: string,
): Promise<History> {
  const library = await openLibrary(files, (file) => {
    if (process.stderr.isTTY) process.stderr.write(`Reading ${file}\r\x1b[K`);
  });
  const place = files[0] ?? "";
  if (library.addresses.size === 0) throw new UsageError(`${place}: holds no captures; give WARC files with responses`);
  const held = await heldConfig(library, place);
  const config = held ?? loadConfig(configFile, {});
  return archivedHistory(
    library,
    given ? { ...config, watches: [given] } : config,
    held !== undefined && !given,
    place,
  );
}

/** The config that holds at the beginning of an archive of the bot's own. */
async function heldConfig(library: Awaited<ReturnType<typeof openLibrary>>, place: string) {
  for await (const happening of library.happenings())
    if (happening.kind === "config") return configFromFiles(happening.files, place);
    else if (happening.kind !== "capture") return undefined;
  return undefined;
}

function givenWatch(file: string): Watch {
  const faults: string[] = [];
  const watch = readWatch(file, faults);
  if (!watch) throw new ConfigError(faults);
  return watch;
}

/** Names and values, one pair a line. */
export function table(rows: readonly (readonly [name: string, value: string])[]): string {
  return rows.map(([name, value]) => `  ${name.padEnd(20)}${value}\n`).join("");
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

function paceOf(text: string): number {
  try {
    return milliseconds(text);
  } catch {
    throw new UsageError(`--every ${text}: write a duration such as 30m, 2h or 1d`);
  }
}
