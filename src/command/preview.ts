/** `preview`: what the bot reads at an address, and what it would mean for a watch. Nothing is kept. */
import { existsSync } from "node:fs";
import { ConfigError } from "../config/fault.ts";
import { loadConfig, readWatch } from "../config/load.ts";
import { addressIn } from "../drafting/answers.ts";
import { preview } from "../drafting/preview.ts";
import { UsageError } from "../language/plain-error.ts";
import type { DateOrder } from "../time/date-order.ts";
import type { SourceKind } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, findWatch } from "./context.ts";
import { withTools } from "./drafting.ts";
import { sayPreview } from "./preview-words.ts";

interface PreviewOptions extends CommonOptions {
  watch?: string;
  as?: SourceKind;
  dates?: DateOrder;
  region?: string;
  select?: string;
  follow?: boolean;
  limit: string;
}

/** Ends with 1 where nothing can be read there. */
export async function previewAddress(options: PreviewOptions): Promise<number> {
  const { arguments: given, as, dates, region, select, follow: isFollowing = false } = options;
  const url = addressIn(given[0] ?? "");
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 0) throw new UsageError("--limit wants a number of items, such as 20");
  if (isFollowing && !options.watch)
    throw new UsageError("--follow wants --watch beside it: the links on its subject are followed");
  const watch = options.watch === undefined ? undefined : namedWatch(options.watch, options.config);
  return withTools(options, async ({ tools, signal }) => {
    const seen = await preview(tools, url, {
      ...{ watch, isFollowing, signal },
      ...(as ? { kind: as } : {}),
      ...(dates ? { dates } : {}),
      ...(region ? { region, kind: as ?? "page" } : {}),
      ...(select ? { select: { item: select }, kind: as ?? "listing" } : {}),
    });
    process.stdout.write(
      options.json ? `${JSON.stringify({ type: "preview", ...seen })}\n` : sayPreview(seen, limit, watch),
    );
    return seen.problem ? 1 : 0;
  });
}

/** A watch by its id, or by its file. */
function namedWatch(name: string, configFile: string): Watch {
  if (!/\.ya?ml$/.test(name) || !existsSync(name)) return findWatch(loadConfig(configFile, process.env), name);
  const faults: string[] = [];
  const watch = readWatch(name, faults);
  if (!watch) throw new ConfigError(faults);
  return watch;
}
