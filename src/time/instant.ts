/** Instants, and how far apart they are. */
/** An instant on the time line, ISO 8601 in UTC. */
export type InstantText = string;

/** As far as a span of time goes; a civil day may be an hour shorter or longer. */
export const DAY_MS = 86_400_000;

/** An instant moved by milliseconds. By Date: a page moves thousands, and on the time line there is nothing that Temporal knows better. */
export function later(instant: InstantText, milliseconds: number): InstantText {
  return new Date(Date.parse(instant) + Math.round(milliseconds)).toISOString();
}

/** Milliseconds from one instant to another; negative when the second is earlier. */
export function elapsed(from: InstantText, to: InstantText): number {
  return Date.parse(to) - Date.parse(from);
}
