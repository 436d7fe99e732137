/** What the settings say need not be kept is forgotten. */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { BucketError } from "../archive/bucket/asking.ts";
import { stubOf } from "../archive/chain/forget.ts";
import { archiveFiles } from "../archive/files.ts";
import { prunable } from "../archive/prune.ts";
import type { Shelves } from "../archive/shelves.ts";
import { ArchiveError } from "../archive/source.ts";
import { INDEX_SUFFIX } from "../archive/upload.ts";
import type { Settings } from "../config/settings.ts";
import type { Store } from "../store/store.ts";
import { type InstantText, later } from "../time/instant.ts";
import { MEGABYTE } from "./parts.ts";
import type { Sealing } from "./sealing.ts";

export async function tidy(
  settings: Pick<Settings, "store" | "archive">,
  shelves: Shelves,
  store: Store,
  log: Logger,
  now: InstantText,
  sealing: Sealing,
): Promise<void> {
  const { directory, bucket } = shelves;
  await store.looks.forget(later(now, -settings.store.keep_checks));
  const local = archiveFiles(directory).map((name) => ({ name, bytes: statSync(join(directory, name)).size }));
  const uploaded = new Set<string>();
  const files = new Map(local.map((file) => [file.name, file]));
  for (const { file, bytes, removed_at } of await store.uploads.all()) {
    // Without the bucket nothing is removed from it, and so nothing that it holds is forgotten.
    if (!bucket) files.delete(file);
    else if (removed_at === null) {
      uploaded.add(file);
      files.set(file, { name: file, bytes });
    }
  }
  const { citations, cited, restedOn } = await store.citations.all();
  const { keep, max_megabytes } = settings.archive;
  const limits = { keep, maxBytes: max_megabytes * MEGABYTE };
  const gone: string[] = [];
  for (const name of prunable([...files.values()], citations, cited, restedOn, limits, now)) {
    try {
      // First forgotten, then removed: a crash between leaves a file that goes next time.
      const { stub, earlier } = await stubOf(shelves.find(name), name, now);
      await store.forgetFile(name, [...earlier, await sealing.sign(stub)]);
      if (bucket && uploaded.has(name)) {
        for (const stored of [name, name + INDEX_SUFFIX]) await bucket.remove(stored);
        await store.uploads.remove(name, now);
      }
    } catch (error) {
      if (!(error instanceof BucketError || error instanceof ArchiveError)) throw error;
      log.warn({ event: "prune-failed", file: name, error: error.message }, "an old archive file was not removed");
      continue;
    }
    gone.push(name);
    rmSync(join(directory, name), { force: true });
  }
  if (gone.length > 0) log.info({ event: "archive-pruned", files: gone }, "removed old archive files");
}
