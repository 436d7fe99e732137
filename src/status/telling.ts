/** Whether what there is to tell gets through: what waits, which channels fail, and what was not taken, or not whole. */
import type { Store } from "../store/store.ts";
import { DAY_MS, type InstantText, later } from "../time/instant.ts";

/** No page for people lists more. */
const MOST_LISTED = 20;
/** Who keeps the bot has seen what is older. */
const LOOKED_BACK_MS = 30 * DAY_MS;

export interface Telling {
  pending: number;
  /** What a command found, and that waits for a bot to run. */
  left: number;
  failing: {
    channel: string;
    error: string;
    /** Whether a person must mend it. */
    isStopped: boolean;
    /** When it is tried again. */
    nextTry: InstantText | null;
  }[];
  /** Channels that fail besides. */
  moreFailing: number;
  /** The newest messages that were refused, or taken in a plainer form only. */
  notWhole: { notice: string; channel: string; isRefused: boolean; error: string }[];
}

export async function telling(store: Store, now: InstantText): Promise<Telling> {
  const failing = await store.channels.failing();
  const notWhole = await store.deliveries.notWhole(later(now, -LOOKED_BACK_MS), MOST_LISTED);
  return {
    pending: await store.waiting.count(),
    left: await store.left.count(),
    failing: failing.slice(0, MOST_LISTED).map(({ channel, error, is_stopped, rest_until }) => ({
      channel,
      error: error ?? "",
      isStopped: is_stopped === 1,
      nextTry: rest_until,
    })),
    moreFailing: Math.max(0, failing.length - MOST_LISTED),
    notWhole: notWhole.map(({ notice, channel, state, error }) => ({
      notice,
      channel,
      isRefused: state === "refused",
      error,
    })),
  };
}
