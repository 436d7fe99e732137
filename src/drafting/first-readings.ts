/** The first reading of each source of a draft, each item with what it would mean for the watch as it would be written. Nothing is fetched. */
import { parseWatch } from "../config/load.ts";
import type { Draft } from "./drafted.ts";
import { type DraftingTools, looking } from "./glimpse.ts";
import { type Preview, previewOf } from "./preview.ts";
import { written } from "./written.ts";

export async function firstReadings(tools: DraftingTools, draft: Omit<Draft, "refusals">): Promise<Preview[]> {
  const isWhole = draft.promised.horizon !== undefined && draft.sources.length > 0;
  const watch = isWhole ? parseWatch({ place: draft.id, name: draft.id, text: written(draft) }, []) : undefined;
  const previews: Preview[] = [];
  for (const { url, glimpse } of draft.sources)
    previews.push(await looking(tools, (lent) => previewOf(lent, url, glimpse, { watch })));
  return previews;
}
