/**
 * The database that an archive comes to (retake.ts), put in the place of a damaged one. What stood in that alone is taken from it as far as
 * it can be read. Until all is done, nothing is changed.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";
import { type Salvaged, salvage, writeDecisions } from "../store/rebuild.ts";
import { DATABASE_FILE } from "../store/sqlite.ts";
import type { InstantText } from "../time/instant.ts";
import { type RetakeParts, retaking } from "./retake.ts";

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

/**
 * @returns undefined when it was stopped: nothing is changed then
 * @throws {StoreError} when a bot runs on the folder; {ArchiveError} when the archive is damaged as well; {PlainError} when it holds nothing
 */
export async function recover({ now, ...parts }: RetakeParts & { now: InstantText }): Promise<Recovered | undefined> {
  return retaking(".recovering", parts, ({ account, looks, files }, folder) => {
    const [made, damaged] = [join(folder, DATABASE_FILE), join(parts.config.dataDirectory, DATABASE_FILE)];
    const isThere = existsSync(damaged);
    const salvaged = salvage(isThere ? damaged : undefined, made);
    writeDecisions(made, account);
    const aside = isThere ? `${damaged}.damaged-${now.replaceAll(":", "")}` : undefined;
    takePlace(made, damaged, aside);
    return {
      from: account.from ?? now,
      to: account.to ?? now,
      taken: account.looks(),
      looks,
      told: account.told().length,
      files,
      forgotten: account.forgotten.length,
      salvaged,
      aside,
    };
  });
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
