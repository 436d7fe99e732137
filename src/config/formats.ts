/** What people write in settings and watches that is more than a text: time zones, CSS selectors. */
import { createRequire } from "node:module";
import { Temporal } from "temporal-polyfill";

export function isZone(zone: string): boolean {
  return works(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
}

const require = createRequire(import.meta.url);

/** As the reader of pages takes them. Few watches name one, and to load cheerio takes as long as all else that reads the config. */
export function isSelector(selector: string): boolean {
  const { load } = require("cheerio/slim") as typeof import("cheerio/slim");
  return works(() => load("")(selector));
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
