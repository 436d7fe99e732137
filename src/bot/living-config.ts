/**
 * The config while the bot runs. What people change is taken whole, within seconds, or refused with the reason; the bot goes on with the last
 * good one.
 */
import pLimit from "p-limit";
import type { Logger } from "pino";
import { ConfigError } from "../config/fault.ts";
import { marksOf, readWritten, SETTINGS_FILE } from "../config/files.ts";
import { type Config, loadConfig, type Origin } from "../config/load.ts";
import { recordFiles } from "../config/record.ts";
import type { Settings } from "../config/settings.ts";
import { MachineFault } from "../language/machine-fault.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { InstantText } from "../time/instant.ts";
import { configInForce } from "./config-in-force.ts";

const LOOK_EVERY_MS = 2000;

/** What was changed, and cannot be taken. */
export interface Refused {
  since: InstantText;
  faults: readonly string[];
}

interface Parts {
  /** The one that holds at the start. */
  config: Config;
  store: Store;
  clock: Clock;
  log: Logger;
  /** Has the bot go on under another. */
  take: (config: Config) => Promise<void>;
}

export class LivingConfig {
  readonly #parts: Parts;
  readonly #oneAtATime = pLimit(1);
  #config: Config;
  #refused: Refused | undefined;
  #untilRestart: string[] = [];
  /** As it was when it was looked at last, and when it was taken or refused. */
  #seen: Marks = new Map();
  #settled: Marks | undefined;
  #looking: NodeJS.Timeout | undefined;
  #failed: string | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#config = parts.config;
  }

  get config(): Config {
    return this.#config;
  }

  /** Why the newest is not taken, where it is not. */
  get refused(): Refused | undefined {
    return this.#refused;
  }

  /** Settings that were changed, and hold from the next start on. */
  get untilRestart(): readonly string[] {
    return this.#untilRestart;
  }

  /** Looks from here on, until it is stopped. */
  async begin(): Promise<void> {
    const { origin } = this.#config;
    if (!origin) return;
    // It may have been changed since it was read: the first look compares.
    this.#seen = await this.#marks(origin);
    this.#looking = setInterval(() => {
      // A database that does not answer is not asked again and again.
      if (this.#oneAtATime.pendingCount === 0)
        void this.see().then(
          () => this.#sayFailed(undefined),
          (error) => this.#sayFailed(error),
        );
    }, LOOK_EVERY_MS).unref();
  }

  /** Once, however often it fails in the same way. That the machine refuses something, a tick tells. */
  #sayFailed(error: unknown): void {
    const failed = error === undefined || error instanceof MachineFault ? undefined : String(error);
    if (failed !== undefined && failed !== this.#failed)
      this.#parts.log.error({ event: "failed", step: "config", error: failed }, "failed; tried again in two seconds");
    this.#failed = failed;
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking);
    await this.#oneAtATime(async () => undefined);
  }

  /**
   * Takes what people changed.
   * @param whole what is known to be written to its end: what was just kept (upkeep/), or all; else it is taken once it is the same at two looks
   */
  async see(whole?: "kept" | "all"): Promise<void> {
    const isSettled = await this.#oneAtATime(() => this.#see(whole));
    // Who kept something waits for what becomes of it.
    if (isSettled || whole !== "kept") return;
    await this.#parts.clock.sleep(LOOK_EVERY_MS);
    await this.see();
  }

  /** @returns whether what stands there is written to its end, as far as that is known */
  async #see(whole: "kept" | "all" | undefined): Promise<boolean> {
    const { origin } = this.#config;
    if (!origin) return true;
    const marks = await this.#marks(origin);
    const changed = [...marks].flatMap(([file, mark]) => (this.#seen.get(file) === mark ? [] : [file]));
    const isSettled = whole === "all" || (whole === "kept" ? await this.#areKept(changed) : isSame(marks, this.#seen));
    this.#seen = marks;
    if (!isSettled || (whole === undefined && this.#settled && isSame(marks, this.#settled))) return isSettled;
    await this.#read(origin);
    this.#settled = marks;
    return true;
  }

  async #marks({ file, folder }: Origin): Promise<Marks> {
    const { shared, texts } = this.#parts.store;
    const marks = await marksOf(file, folder, recordFiles(file, this.#config.settings.record.files));
    return shared ? marks.set(THE_DATABASE, await texts.mark()) : marks;
  }

  /** What somebody writes beside what was kept may not be written to its end. */
  async #areKept(files: readonly string[]): Promise<boolean> {
    const kept = new Set((await this.#parts.store.texts.newest()).map(({ text }) => text));
    return files.every((file) => file === THE_DATABASE || kept.has(readWritten(file, [])?.text ?? ""));
  }

  async #read({ file, environment, overrides }: Origin): Promise<void> {
    const { store, clock, log, take } = this.#parts;
    const now = clock.now();
    let next: Config;
    try {
      next = await configInForce(loadConfig(file, environment, overrides), store, now);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const { faults } = error;
      if (faults.join() !== this.#refused?.faults.join()) {
        this.#refused = { since: now, faults };
        log.error({ event: "config-refused", faults }, "goes on with the last good config");
      }
      return;
    }
    if (this.#refused) log.info({ event: "config-good", since: this.#refused.since }, "the config is good again");
    this.#refused = undefined;
    const { settings, untilRestart } = settingsFor(this.#config.settings, next.settings);
    const isAsBefore = untilRestart.join() === this.#untilRestart.join();
    this.#untilRestart = untilRestart;
    // What holds from the next start on stands in the archive from then on.
    const files =
      untilRestart.length > 0
        ? { ...next.files, [SETTINGS_FILE]: this.#config.files[SETTINGS_FILE] ?? "" }
        : next.files;
    const config = { ...next, settings, files };
    const isTheSame = same(files, this.#config.files) && same(settings, this.#config.settings);
    if (isTheSame && isAsBefore) return;
    if (!isTheSame) await take(config);
    this.#config = config;
    const watches = config.watches.map(({ id }) => id);
    log.info({ event: "config-taken", watches, untilRestart }, "goes on under another config");
    for (const fault of config.record.faults) log.warn({ event: "config-doubted", fault }, fault);
  }
}

/** By file. */
type Marks = ReadonlyMap<string, string>;
/** No file is called so. */
const THE_DATABASE = "";

function isSame(one: Marks, other: Marks): boolean {
  return one.size === other.size && [...one].every(([file, mark]) => other.get(file) === mark);
}

/** What is asked for anew each time; everything else was built into something at the start. */
function settingsFor(now: Settings, next: Settings): { settings: Settings; untilRestart: string[] } {
  const { keep, max_megabytes } = next.archive;
  const { full_read } = next.fetch;
  const settings: Settings = {
    ...now,
    watches: next.watches,
    schedule: next.schedule,
    record: next.record,
    store: next.store,
    archive: { ...now.archive, keep, max_megabytes },
    fetch: { ...now.fetch, full_read },
  };
  return { settings, untilRestart: differing(settings, next) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields, one level down, in which they differ. */
function differing(one: Settings, other: Settings): string[] {
  return Object.entries(one).flatMap(([part, fields]) => {
    const others: unknown = other[part as keyof Settings];
    if (typeof fields !== "object") return fields === others ? [] : [part];
    return Object.entries(fields)
      .filter(([field, value]) => !same(value, (others as Record<string, unknown>)[field]))
      .map(([field]) => `${part}.${field}`);
  });
}
