/** Hours in which people want to hear of nothing but what is most urgent. */
import { Temporal } from "temporal-polyfill";
import type { InstantText } from "./instant.ts";

/** From one time of day to another, perhaps past midnight: "22:00", "07:00". */
export interface QuietHours {
  from: string;
  to: string;
  zone: string;
}

/** When the quiet that reigns at an instant ends; undefined where none does. */
export function quietUntil({ from, to, zone }: QuietHours, now: InstantText): InstantText | undefined {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const at = here.toPlainTime();
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const isAfter = (one: Temporal.PlainTime, other: Temporal.PlainTime) => Temporal.PlainTime.compare(one, other) >= 0;
  const isPastMidnight = isAfter(begins, ends);
  const isQuiet = isPastMidnight
    ? isAfter(at, begins) || !isAfter(at, ends)
    : isAfter(at, begins) && !isAfter(at, ends);
  if (!isQuiet) return undefined;
  const day = here.toPlainDate().add({ days: isAfter(at, ends) ? 1 : 0 });
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: ends });
  return new Date(end.epochMilliseconds).toISOString();
}
