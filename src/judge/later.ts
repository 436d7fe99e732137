/**
 * Links on the subject that are followed again. On the day of a publication a page may answer 503, or stand there before its file
 * does, and a page may be linked months before the document comes to stand on it: what showed no document is looked at again, at
 * growing intervals up to a day, for three years.
 */
import type { Link, NetLink } from "../read/reading.ts";
import { type Dated, dayOf } from "../time/dated.ts";
import { DAY_MS, elapsed, type InstantText, later } from "../time/instant.ts";

/** A link, what its item said when it was new, and when to follow it. */
export interface Later extends NetLink, Dated {
  isNew: boolean;
  /** It was never read: there was no room for it yet, or it did not answer. */
  isUnseen?: true;
  since: InstantText;
  next: InstantText;
}

const LONGEST = 1100 * DAY_MS;
const SHORTEST_WAIT = 300_000;
const LONGEST_WAIT = DAY_MS;
/** Of those that wait, so many are followed in one look. */
const MAX_DUE = 8;
const ROOM_FOR_SEEN = 3;
/** Links of one source that wait. */
const MAX_WAITING = 200;

/**
 * When to follow a link next.
 * @param waiting what the source remembers to follow
 * @returns undefined when the link was followed for long enough
 */
export function followLater(
  { waiting = [], at }: { waiting?: readonly Later[] | undefined; at: InstantText },
  { url, text, row, signedBy }: NetLink,
  item: Pick<Later, "date" | "either" | "isNew">,
  state: "seen" | "unread" | "put off" = "seen",
): Later | undefined {
  const since = waiting.find((link) => link.url === url)?.since ?? at;
  const age = elapsed(since, at);
  if (age > LONGEST) return undefined;
  // What stood there from the start has no day of its own to hurry for.
  const shortest = item.isNew ? SHORTEST_WAIT : LONGEST_WAIT;
  const wait = state === "put off" ? 0 : Math.min(Math.max(age / 2, shortest), LONGEST_WAIT);
  return {
    url,
    text,
    ...(row === undefined ? {} : { row }),
    ...(signedBy ? { signedBy } : {}),
    ...dayOf(item),
    isNew: item.isNew,
    ...(state === "seen" ? {} : { isUnseen: true as const }),
    since,
    next: later(at, wait),
  };
}

/**
 * Those whose time has come, what waited longest first; as many as leave room for what is behind them. Most of the room is for
 * what was never seen, but never all of it: links that lead nowhere must not keep the others waiting.
 */
export function due(waiting: readonly Later[], at: InstantText): Later[] {
  const ready = waiting.filter(({ next }) => elapsed(next, at) >= 0).sort((a, b) => elapsed(b.next, a.next));
  const unseen = ready.filter(({ isUnseen }) => isUnseen);
  const seen = ready.filter(({ isUnseen }) => !isUnseen);
  const forSeen = Math.min(seen.length, Math.max(MAX_DUE - unseen.length, ROOM_FOR_SEEN));
  return [...unseen.slice(0, MAX_DUE - forSeen), ...seen.slice(0, forSeen)];
}

/** What waits after a look that followed some of what waited, and put off more. */
export function waitingAfter(
  waiting: readonly Later[],
  followed: readonly Link[],
  putOff: readonly Later[],
): Later[] | undefined {
  const isFollowed = new Set(followed.map(({ url }) => url));
  const rest = waiting.filter(({ url }) => !isFollowed.has(url));
  const all = new Map([...rest, ...putOff].map((link) => [link.url, link]));
  return all.size > 0 ? [...all.values()].slice(-MAX_WAITING) : undefined;
}

/** When the first of what waits is to be followed. */
export function firstDue(waiting: readonly Later[] = []): InstantText | null {
  return waiting.map(({ next }) => next).sort()[0] ?? null;
}
