/** The texts of what is published, as the watch's documents were read last. */
import { textsIn } from "../judge/editions.ts";
import type { KnownText } from "../judge/sighting.ts";
import type { Store } from "../store/store.ts";
import type { Watch } from "../watch/watch.ts";

export async function publishedTexts(store: Store, { id, sources }: Watch): Promise<KnownText[]> {
  const texts: KnownText[] = [];
  for (const source of sources.filter(({ kind }) => kind === "document")) {
    const last = (await store.sources.memory(id, source.id))?.lastGood;
    if (last?.kind === "document") texts.push(...textsIn(source.url, last));
  }
  return texts;
}
