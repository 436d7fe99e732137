/** Instants, and how far apart they are. */
import { Temporal } from "temporal-polyfill";

/** An instant on the time line, ISO 8601 in UTC. */
export type InstantText = string;

/** As far as a span of time goes; a civil day may be an hour shorter or longer. */
export const DAY_MS = 86_400_000;

/** An instant moved by milliseconds. */
export function later(instant: InstantText, milliseconds: number): InstantText {
  return Temporal.Instant.from(instant)
    .add({ milliseconds: Math.round(milliseconds) })
    .toString({ smallestUnit: "millisecond" });
}

/** Milliseconds from one instant to another; negative when the second is earlier. */
export function elapsed(from: InstantText, to: InstantText): number {
  return Date.parse(to) - Date.parse(from);
}
