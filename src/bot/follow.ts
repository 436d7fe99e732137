/** Whether what a database says of what was found follows from its archive: every look is taken again beside it, and both are compared. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { followsFrom } from "../store/follows.ts";
import { lock } from "../store/holding.ts";
import { copySqlite, DATABASE_FILE } from "../store/sqlite.ts";
import { type RetakeParts, retake } from "./retake.ts";

const MAKING = ".verifying";

export interface Followed {
  faults: string[];
  /** Rows that follow. */
  rows: number;
  /** Looks that were taken again, and those that the journal tells of. */
  looks: number;
  taken: number;
}

/**
 * @returns undefined when it was stopped
 * @throws {StoreError} when a bot runs on the folder; {ArchiveError} when the archive is damaged; {PlainError} when it holds nothing
 */
export async function follow(parts: RetakeParts): Promise<Followed | undefined> {
  const { dataDirectory } = parts.config;
  const release = lock(dataDirectory);
  const making = join(dataDirectory, MAKING);
  try {
    await rm(making, { recursive: true, force: true });
    await mkdir(making);
    const retaken = await retake(making, parts);
    if (!retaken) return undefined;
    const kept = join(making, "kept.db");
    await copySqlite(dataDirectory, kept);
    const { account, looks } = retaken;
    return { ...(await followsFrom(kept, join(making, DATABASE_FILE))), looks, taken: account.looks() };
  } finally {
    await rm(making, { recursive: true, force: true });
    release();
  }
}
