/** A clock that was set back is known by what was noted before: that is still to come. */
import { en } from "../message/en.ts";
import type { Store } from "../store/store.ts";
import { type InstantText, later } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";

/** The clocks of those who look may differ a little. */
const CLOCKS_DIFFER_MS = 60_000;

/** @returns a sentence where a look is noted that is still to come; undefined where none is */
export async function clockAhead(
  watches: readonly Pick<Watch, "id">[],
  store: Store | undefined,
  now: InstantText,
): Promise<{ noted: InstantText; says: string } | undefined> {
  const rows = await Promise.all(watches.map(({ id }) => store?.sources.of(id) ?? []));
  const noted = rows
    .flatMap((of) => of.flatMap(({ checked_at }) => checked_at ?? []))
    .sort()
    .at(-1);
  if (!noted || noted <= later(now, CLOCKS_DIFFER_MS)) return undefined;
  return {
    noted,
    says: `The clock of this machine was set back: the last look is noted at ${en.moment(noted)}, and now it says ${en.moment(now)}. Every source is due again, and nothing is lost; where it is wrong now, set it right.`,
  };
}
