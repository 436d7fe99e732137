/**
 * What a channel is told next, of all that waits for it. As a rule each thing is told by itself. What waited too long, in an outage, is past:
 * the newest state of each watch and what is still asked are told by themselves, and the rest is named in one message.
 */
import { MOST_URGENT } from "../judge/urgency.ts";
import type { Waiting } from "../store/waiting.ts";
import { elapsed, type InstantText } from "../time/instant.ts";

/** What has waited longer is no news any more. */
const PAST_AFTER_MS = 600_000;
/** One thing by itself needs no summing up. */
const LEAST_SUMMED_UP = 2;

const MANY_TRIES = 5;
const MANY_URGENT_TRIES = 20;

/** What becomes one message: one thing, or several that are summed up, the oldest first. */
export type Unit = { kind: "one"; one: Waiting } | { kind: "sum-up"; of: Waiting[]; id: string | null };

/**
 * @param waiting all that waits for one channel, the most urgent first, then the oldest
 * @returns what is to be told first; undefined when nothing waits
 */
export function nextUnit(waiting: readonly Waiting[], now: InstantText): Unit | undefined {
  const begun = waiting.filter(({ sum_up }) => sum_up !== null);
  const free = waiting.filter(({ sum_up }) => sum_up === null);
  const isOld = ({ noticed_at }: Waiting) => elapsed(noticed_at, now) >= PAST_AFTER_MS;
  const isDigest = free.filter(isReminder).length >= LEAST_SUMMED_UP;
  const past = free.filter((one) => (isOld(one) && !isToldByItself(one)) || (isDigest && isReminder(one)));
  const alone = past.length < LEAST_SUMMED_UP ? free : free.filter((one) => !past.includes(one));
  const [next] = alone.filter((one) => !isStuck(one));
  // Of what is as urgent, how things stand goes before how they stood.
  const isNews = (one: Waiting) => one.urgency === next?.urgency && !(one.isSuperseded && isOld(one));
  if (next) return { kind: "one", one: alone.find((one) => isNews(one) && !isStuck(one)) ?? next };
  const [first] = begun;
  if (first)
    return { kind: "sum-up", of: byAge(begun.filter(({ sum_up }) => sum_up === first.sum_up)), id: first.sum_up };
  if (past.length >= LEAST_SUMMED_UP) return { kind: "sum-up", of: byAge(past), id: null };
  const [stuck] = free;
  return stuck && { kind: "one", one: stuck };
}

/** What failed so often that it may be its own doing: it stands behind the others, and is tried when they are told. */
function isStuck({ attempts, urgency }: Waiting): boolean {
  return attempts >= (urgency === MOST_URGENT ? MANY_URGENT_TRIES : MANY_TRIES);
}

/** The regular word on several watches is one digest. */
function isReminder({ kind, wasTried }: Waiting): boolean {
  return kind === "reminder" && !wasTried;
}

/** What may have arrived already; the newest thing that is known of the publication, and a question that is still open. */
function isToldByItself({ wasTried, isSuperseded, isOpenQuestion, urgency }: Waiting): boolean {
  return wasTried || (!isSuperseded && (isOpenQuestion || urgency === MOST_URGENT));
}

function byAge(some: readonly Waiting[]): Waiting[] {
  return some.toSorted((a, b) => (a.noticed_at < b.noticed_at ? -1 : a.noticed_at > b.noticed_at ? 1 : 0));
}
