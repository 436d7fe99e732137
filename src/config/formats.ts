/** What people write in settings and watches that is more than a text: addresses, time zones, CSS selectors. */
import { select } from "cheerio-select";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

export const httpAddress = z.url({ protocol: /^https?$/, error: "must be an address such as https://www.example.org" });

/** The same of a watch's, which everybody may read. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .refine((url) => !/^https?:\/\/[^/]*@/.test(url), "must not carry a name or password");

/** An address that a source may have: of the web, or a mailbox (RFC 5092; `imaps` as everybody writes it, RFC 8314). */
export const sourceAddress = z
  .url({ protocol: /^(?:https?|imaps?)$/, error: "must be an http or https address" })
  .refine((url) => !/^[a-z]+:\/\/[^/]*@/.test(url), "must not carry a name or password");

export function isZone(zone: string): boolean {
  return works(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
}

/** As the reader of pages takes them (css-select). */
export function isSelector(selector: string): boolean {
  return works(() => select(selector, []));
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
