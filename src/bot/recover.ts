/**
 * A damaged database, made anew from the archive: every look that was taken is taken again, with the same answers, and what was told then
 * is what was told. What stood in the database alone is taken from it as far as it can be read. Until all is done, nothing is changed.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { Account } from "../archive/account.ts";
import { journalOnly } from "../archive/journal.ts";
import type { Shelves } from "../archive/shelves.ts";
import { readRecords } from "../archive/warc.ts";
import type { Config } from "../config/load.ts";
import { PlainError } from "../language/plain-error.ts";
import type { History } from "../replay/history.ts";
import { lock } from "../store/holding.ts";
import { type Salvaged, salvage, writeAccount } from "../store/rebuild.ts";
import { DATABASE_FILE } from "../store/sqlite.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import { Bot } from "./bot.ts";

const MAKING = ".recovering";

export interface Recovered {
  /** The instants that the archive tells of. */
  from: InstantText;
  to: InstantText;
  /** Looks that the journal tells of, and those that were taken again. */
  taken: number;
  looks: number;
  told: number;
  files: number;
  forgotten: number;
  salvaged: Salvaged;
  /** Where the database that was there is now; undefined where there was none. */
  aside: string | undefined;
}

interface Parts {
  config: Config;
  shelves: Shelves;
  history: History;
  log: Logger;
  now: InstantText;
  ending: Ending;
  /** Is told how far it is, by the archive's own clock. */
  onStep: (at: InstantText, looks: number) => void;
}

/**
 * @returns undefined when it was stopped: nothing is changed then
 * @throws {StoreError} when a bot runs on the folder; {ArchiveError} when the archive is damaged as well; {PlainError} when it holds nothing
 */
export async function recover({
  config,
  shelves,
  history,
  log,
  now,
  ending,
  onStep,
}: Parts): Promise<Recovered | undefined> {
  const { dataDirectory } = config;
  const release = lock(dataDirectory);
  const making = join(dataDirectory, MAKING);
  try {
    await rm(making, { recursive: true, force: true });
    await mkdir(making);
    const account = new Account();
    const files = await shelves.all();
    for (const file of files)
      for await (const record of readRecords(file, { keep: journalOnly, withDigests: true })) account.see(record);
    const { from, to, end } = account;
    if (!from || !to || !end)
      throw new PlainError(`${shelves.directory}: holds no journal of a bot; there is nothing to make a database of`);
    const looks = await replayed({ making, config, history, log, ending, onStep });
    if (looks === undefined) return undefined;
    const [made, damaged] = [join(making, DATABASE_FILE), join(dataDirectory, DATABASE_FILE)];
    writeAccount(made, account);
    const isThere = existsSync(damaged);
    const salvaged = isThere ? salvage(damaged, made) : { rows: {}, lost: [] };
    const aside = isThere ? `${damaged}.damaged-${now.replaceAll(":", "")}` : undefined;
    takePlace(made, damaged, aside);
    return {
      from,
      to,
      taken: account.looks(),
      looks,
      told: account.told().length,
      files: files.length,
      forgotten: account.forgotten.length,
      salvaged,
      aside,
    };
  } finally {
    await rm(making, { recursive: true, force: true });
    release();
  }
}

/** @returns how many looks that took; undefined when it was stopped */
async function replayed({
  making,
  config,
  history,
  log,
  ending,
  onStep,
}: Omit<Parts, "shelves" | "now"> & { making: string }): Promise<number | undefined> {
  const { clock, fetcher, unreadThen, settings } = history;
  let looks = 0;
  const bot = await Bot.open({
    // Nobody is told anything again.
    config: {
      settings,
      watches: [...history.watches()],
      dataDirectory: making,
      secrets: {},
      worker: config.worker,
      files: {},
    },
    ...{ clock, fetcher, unreadThen, log, archives: false },
    terminal: { write: () => undefined, show: () => "" },
    onChecked: () => {
      looks += 1;
    },
  });
  try {
    for await (const _ of history.play(bot.watcher, ending)) {
      if (ending.begun.aborted) return undefined;
      onStep(clock.now(), looks);
    }
    return looks;
  } finally {
    await bot.close();
    await history.close();
  }
}

/** The write-ahead log of a database belongs to it, and goes where it goes. */
function takePlace(made: string, place: string, aside: string | undefined): void {
  const descriptor = openSync(made, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
  for (const suffix of ["-wal", "-shm", ""])
    if (aside && existsSync(`${place}${suffix}`)) renameSync(`${place}${suffix}`, `${aside}${suffix}`);
  renameSync(made, place);
}
