/** What the settings say need not be kept is forgotten. */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { archiveFiles } from "../archive/files.ts";
import { prunable } from "../archive/prune.ts";
import type { Config } from "../config/load.ts";
import type { Store } from "../store/store.ts";
import { type InstantText, later } from "../time/instant.ts";
import { ARCHIVE_FOLDER, MEGABYTE } from "./parts.ts";

export async function tidy(
  config: Pick<Config, "settings" | "dataDirectory">,
  store: Store,
  log: Logger,
  now: InstantText,
): Promise<void> {
  const { settings, dataDirectory } = config;
  await store.looks.forget(later(now, -settings.store.keep_checks));
  const directory = join(dataDirectory, ARCHIVE_FOLDER);
  const files = archiveFiles(directory).map((name) => ({ name, bytes: statSync(join(directory, name)).size }));
  const { citations, cited, restedOn } = await store.citations.all();
  const { keep, max_megabytes } = settings.archive;
  const gone = prunable(files, citations, cited, restedOn, { keep, maxBytes: max_megabytes * MEGABYTE }, now);
  // First forgotten, then removed: a crash between leaves a file that goes next time.
  await store.citations.forgetFiles(gone);
  for (const name of gone) rmSync(join(directory, name));
  if (gone.length > 0) log.info({ event: "archive-pruned", files: gone }, "removed old archive files");
}
