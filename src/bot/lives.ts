/**
 * A bot that begins where nothing can be written looks and tells all the same, of what it can read; as soon as it can write, another begins
 * in its place, within the same process, and looks at everything anew.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Bulletins } from "../deliver/bulletins.ts";
import { goLive, type Live, type LiveParts } from "./live.ts";
import type { GoingOn } from "./parts.ts";

export interface Lives extends Live {
  /** Fails where the next cannot begin, with the reason; never ends otherwise. */
  failed: Promise<never>;
}

/** One that could be written to and cannot again is not begun anew at every tick. */
const SHORTEST_MS = 60_000;

/** @throws what `goLive` throws */
export async function live(parts: LiveParts): Promise<Lives> {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  const { begun: ending } = parts.ending;
  let changing: Promise<void> | undefined;
  let changedAt = -SHORTEST_MS;
  /** Whoever knows where the page is finds the next one's there. */
  let port: number | undefined;
  const unwritable: GoingOn = {
    bulletins: new Bulletins(parts.clock, parts.log),
    onWritable: () => {
      if (ending.aborted) return;
      changing ??= change()
        .catch(reject)
        .finally(() => {
          changing = undefined;
        });
    },
  };
  const begin = async () => {
    const begun = await goLive({ ...parts, unwritable, port });
    if (begun.page) port = Number(new URL(begun.page).port);
    return begun;
  };
  const change = async () => {
    await wait(Math.max(0, changedAt + SHORTEST_MS - performance.now()), undefined, { signal: ending }).catch(
      () => undefined,
    );
    if (ending.aborted) return;
    changedAt = performance.now();
    await now.stop();
    now = await begin();
  };
  let now = await begin();
  return {
    page: now.page,
    failed,
    reload: () => now.reload(),
    stop: async () => {
      await changing;
      await now.stop();
    },
  };
}
