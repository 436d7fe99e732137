/** The history that WARC files hold. */
import { type Library, openLibrary } from "../archive/library.ts";
import { ArchiveError, type KeptFile, nameOf } from "../archive/source.ts";
import { type HeldConfig, loadConfig } from "../config/load.ts";
import { UsageError } from "../language/plain-error.ts";
import type { Watch } from "../watch/watch.ts";
import { archivedHistory } from "./archived.ts";
import { heldConfig } from "./held-config.ts";
import type { History } from "./history.ts";

/**
 * @param given the watch to go through it with; the one they hold, or else the configured ones, by default
 * @param onFile called with each file as it is looked through
 * @throws {ArchiveError} when a file is damaged
 */
export async function historyOf(
  files: readonly KeptFile[],
  given: Watch | undefined,
  configFile: string,
  onFile?: (file: string) => void,
): Promise<History> {
  const library = await openLibrary(files, onFile);
  const place = nameOf(files[0] ?? "");
  if (library.addresses.size === 0) throw new UsageError(`${place}: holds no captures; give WARC files with responses`);
  const held = await firstConfig(library, given !== undefined);
  const config = held ?? loadConfig(configFile, {});
  return archivedHistory(
    library,
    given ? { ...config, watches: [given] } : config,
    held !== undefined && !given,
    place,
  );
}

/**
 * The bot's own archive, gone through as it was taken.
 * @param config what held where the archive holds none
 * @throws {ArchiveError} at the first damaged record
 */
export async function ownHistoryOf(
  files: readonly KeptFile[],
  config: HeldConfig,
  onFile?: (file: string) => void,
): Promise<History> {
  const library = await openLibrary(files, onFile);
  const held = await firstConfig(library, true);
  return archivedHistory(library, held?.watches.length ? held : config, true, nameOf(files[0] ?? ""));
}

/**
 * The config that holds at the beginning of an archive of the bot's own.
 * @param isSpare whether it can be done without
 */
async function firstConfig(library: Library, isSpare: boolean) {
  for await (const happening of library.happenings()) {
    if (happening.kind === "capture") continue;
    if (happening.kind !== "config") return undefined;
    try {
      return heldConfig(happening);
    } catch (error) {
      if (isSpare && error instanceof ArchiveError) return undefined;
      throw error;
    }
  }
  return undefined;
}
