/**
 * The database that an archive comes to: every look that was taken is taken again, with the same answers, and what was told then is what
 * was told.
 */
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
import { writeAccount } from "../store/rebuild.ts";
import { DATABASE_FILE } from "../store/sqlite.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import { Bot } from "./bot.ts";

export interface RetakeParts {
  config: Config;
  shelves: Shelves;
  /** Of the same archive. */
  history: History;
  log: Logger;
  ending: Ending;
  /** Is told how far it is, by the archive's own clock. */
  onStep: (at: InstantText, looks: number) => void;
}

export interface Retaken {
  account: Account;
  /** Looks that were taken again. */
  looks: number;
  /** Files that were read. */
  files: number;
}

/**
 * While this goes on, no bot runs on the data folder.
 * @param name of the folder in it where the database is made, and which is gone afterwards
 * @param use is given what it came to, and that folder
 * @returns undefined when it was stopped
 * @throws {StoreError} when a bot runs on the data folder; {ArchiveError} when the archive is damaged; {PlainError} when it holds nothing
 */
export async function retaking<T>(
  name: string,
  parts: RetakeParts,
  use: (retaken: Retaken, folder: string) => T | Promise<T>,
): Promise<T | undefined> {
  const { dataDirectory } = parts.config;
  const release = lock(dataDirectory);
  const folder = join(dataDirectory, name);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const retaken = await retake(folder, parts);
    return retaken && (await use(retaken, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

async function retake(folder: string, parts: RetakeParts): Promise<Retaken | undefined> {
  const { shelves } = parts;
  const account = new Account();
  const files = await shelves.all();
  for (const file of files)
    for await (const record of readRecords(file, { keep: journalOnly, withDigests: true })) account.see(record);
  if (!account.from || !account.end)
    throw new PlainError(`${shelves.directory}: holds no journal of a bot; there is nothing to make a database of`);
  const looks = await replayed(folder, parts);
  if (looks === undefined) return undefined;
  writeAccount(join(folder, DATABASE_FILE), account);
  return { account, looks, files: files.length };
}

/** @returns how many looks that took; undefined when it was stopped */
async function replayed(
  folder: string,
  { config, history, log, ending, onStep }: RetakeParts,
): Promise<number | undefined> {
  const { clock, fetcher, unreadThen, settings } = history;
  let looks = 0;
  const bot = await Bot.open({
    // Nobody is told anything again.
    config: {
      settings,
      watches: [...history.watches()],
      record: history.record,
      dataDirectory: folder,
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
