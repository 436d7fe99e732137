/** What every command needs: its options made into config and a clock, and errors made into sentences. */
import { keepTo } from "../config/file-modes.ts";
import { type Config, type Overrides, readConfig } from "../config/load.ts";
import { inert } from "../deliver/channels/printed.ts";
import { didYouMean } from "../language/did-you-mean.ts";
import { machineFault } from "../language/machine-fault.ts";
import { PlainError, UsageError } from "../language/plain-error.ts";
import { type Clock, clockFrom, systemClock } from "../time/clock.ts";
import { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";

export interface CommonOptions {
  config: string;
  data?: string;
  at?: InstantText;
  json?: boolean;
  logLevel?: string;
  origin?: Record<string, string>;
  listen?: { host: string; port: number };
  arguments: string[];
}

/** Whether a command goes on where there is no watch yet, and where the sources' secrets are not in its environment. */
export type Need = Pick<Overrides, "mayBeEmpty" | "asksNothing">;

/** Of what shows or changes what is kept, and asks no source. */
export const ASKS_NOTHING: Need = { asksNothing: true };

/**
 * @param quietLevel the log level when neither the option nor the config file asks for another
 * @param need what it can do without
 */
export function context(options: CommonOptions, quietLevel?: string, need: Need = {}) {
  const { data, origin, listen, logLevel } = options;
  const read = readConfig(options.config, process.env, {
    data,
    ...(origin ? { origins: origin } : {}),
    listen,
    logLevel: logLevel ?? quietLevel,
    ...need,
  });
  keepTo(read.config.settings.data_access);
  return { config: read.config, clock: clockOf(options), read };
}

export function clockOf({ at }: Pick<CommonOptions, "at">): Clock {
  return at ? clockFrom(at) : systemClock;
}

/** Where faults of the program itself are taken. */
const REPORT = "report it where you have coming-weeks from, with what you did";

/**
 * The exit code for an error, after one sentence about it on stderr.
 * @param logLevel `debug` and below show where in the program it was, which is of use to nobody but who mends it
 */
export function explain(error: unknown, logLevel?: string): number {
  const plain = error instanceof PlainError ? error : machineFault(error);
  process.stderr.write(`${inert(plain?.message ?? sayBroken(error))}\n`);
  if (!plain && (logLevel === "debug" || logLevel === "trace")) process.stderr.write(`${inert(stackOf(error))}\n`);
  return plain?.exitCode ?? 1;
}

/** A fault of the program's own. */
export function sayBroken(error: unknown): string {
  const [what] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
  return `Something unexpected went wrong: ${what || "nobody says what"}; ${REPORT}; --log-level debug shows where it was`;
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

/** Begins the end at Ctrl-C or SIGTERM; a second one ends the process at once. */
export function endAtSignal(): Ending {
  const ending = new Ending();
  const stop = (signal: Signal) => {
    if (ending.begun.aborted) process.exit(SIGNALS[signal]);
    ending.begin(SIGNALS[signal]);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return ending;
}

/**
 * Ends the process at once at Ctrl-C or SIGTERM, while something is done that leaves nothing to tidy up.
 * @param restore puts the terminal back in order
 */
export async function stoppable<T>(work: () => Promise<T>, restore: () => void = () => undefined): Promise<T> {
  const stop = (signal: Signal) => {
    restore();
    process.exit(SIGNALS[signal]);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    return await work();
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}

export function findWatch(config: Config, id: string): Watch {
  const watch = config.watches.find((candidate) => candidate.id === id);
  if (!watch)
    throw unknown(
      "watch",
      id,
      config.watches.map((candidate) => candidate.id),
    );
  return watch;
}

/** What somebody named is not there; what is, and which of it was meant. */
export function unknown(kind: string, named: string, known: readonly string[]): UsageError {
  return new UsageError(
    `There is no ${kind} "${named}"; there is ${known.join(", ")}${didYouMean(named, known) || "."}`,
  );
}
