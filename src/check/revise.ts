/** A watch that a person changed: what that means is told, and written down. */
import type { RevisedText } from "../archive/journal.ts";
import { parseWatch } from "../config/load.ts";
import type { Notice } from "../judge/notice.ts";
import { revisionNotices } from "../judge/revise.ts";
import { cameFrom } from "../store/persons.ts";
import type { Basis } from "../store/steps.ts";
import type { Watch } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";

/** One version of a watch's text, and the one that people were told of before it. */
export interface Rewritten {
  watch: string;
  version: number;
  /** Undefined where it was changed in its file. */
  by: string | undefined;
  before: RevisedText | undefined;
  after: RevisedText;
}

/**
 * @param basis how far the watch was before this was looked at
 * @throws {Overtaken} when something else was recorded of it meanwhile
 */
export async function revise(
  { clock, store }: Pick<Tools, "clock" | "store">,
  { watch, version, by, before, after }: Rewritten,
  basis: Basis,
): Promise<Notice[]> {
  const at = clock.now();
  const memory = await store.watches.memory(watch);
  const [then, now] = [before && parsed(watch, before), parsed(watch, after)];
  const versions = now && { before: then, after: now, version, by };
  const notices = versions ? revisionNotices(versions, await store.learnt(watch, basis), at) : [];
  return store.record(watch, {
    line: { kind: "revision", at, watch, version, ...(by ? { by, ...cameFrom(by) } : {}), before, after, notices },
    watchMemory: { ...memory, version },
    notices,
    basis: { ...basis, isStrict: true },
  });
}

/** A text of an older version of the program may not be a watch to this one: then there is nothing to compare with. */
function parsed(id: string, { text, isArchived }: RevisedText): { watch: Watch; isArchived: boolean } | undefined {
  const watch = parseWatch({ place: id, name: id, text }, []);
  return watch && { watch: { ...watch, id }, isArchived };
}
