/** Sources that are to be looked at more often by another config are looked at sooner. */
import type { Settings } from "../config/settings.ts";
import type { Store } from "../store/store.ts";
import { later } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";

interface Under {
  watches: readonly Watch[];
  schedule: Pick<Settings["schedule"], "every">;
}

export async function hasten(store: Store, before: Under, now: Under): Promise<void> {
  const known = new Map(
    before.watches.flatMap(({ id, sources }) =>
      sources.map((source) => [`${id}/${source.id}`, source.every ?? before.schedule.every]),
    ),
  );
  for (const { id: watch, sources } of now.watches)
    for (const { id: source, every = now.schedule.every } of sources) {
      const [was = every] = [known.get(`${watch}/${source}`)];
      if (every >= was) continue;
      const row = await store.sources.one(watch, source);
      if (row?.checked_at) await store.sources.bringForward(watch, source, later(row.checked_at, every));
    }
}
