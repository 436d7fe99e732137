/** What people write in settings and watches that is more than a text: time zones, CSS selectors. */
import { load } from "cheerio/slim";
import { Temporal } from "temporal-polyfill";

export function isZone(zone: string): boolean {
  return works(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
}

const nothing = load("");

/** As the reader of pages takes them (css-select). */
export function isSelector(selector: string): boolean {
  return works(() => nothing(selector));
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
