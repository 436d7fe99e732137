/** Whether what a database says of what was found follows from its archive: every look is taken again beside it, and both are compared. */
import { join } from "node:path";
import { followsFrom } from "../store/follows.ts";
import { copySqlite, DATABASE_FILE } from "../store/sqlite.ts";
import { type RetakeParts, retaking } from "./retake.ts";

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
  return retaking(".verifying", parts, async ({ account, looks }, folder) => {
    const kept = join(folder, "kept.db");
    await copySqlite(parts.config.dataDirectory, kept);
    return { ...(await followsFrom(kept, join(folder, DATABASE_FILE))), looks, taken: account.looks() };
  });
}
