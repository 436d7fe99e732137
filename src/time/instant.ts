/** Instants, and how far apart they are. */
/** An instant on the time line, ISO 8601 in UTC. */
export type InstantText = string;

/** As far as a span of time goes; a civil day may be an hour shorter or longer. */
export const DAY_MS = 86_400_000;

/**
 * An instant moved by milliseconds. Asked at every check: `Date` takes a hundredth of Temporal's time.
 * @throws {RangeError} for what is no instant
 */
export function later(instant: InstantText, milliseconds: number): InstantText {
  return new Date(Date.parse(instant) + Math.round(milliseconds)).toISOString();
}

/** The beginning of the day of an instant, or of a civil date, in UTC. */
export function startOfDay(at: InstantText): InstantText {
  return `${at.slice(0, 10)}T00:00:00.000Z`;
}

/** Milliseconds from one instant to another; negative when the second is earlier. */
export function elapsed(from: InstantText, to: InstantText): number {
  return Date.parse(to) - Date.parse(from);
}

/**
 * Whether an instant that was set so far ahead, at the most, is still to come. Where it lies farther, the clock was set back since: nobody
 * waits for that.
 */
export function isToCome(then: InstantText, now: InstantText, most: number): boolean {
  const left = elapsed(now, then);
  return left > 0 && left <= most;
}
