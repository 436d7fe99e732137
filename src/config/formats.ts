/** What people write in settings and watches that is more than a text: addresses, time zones, CSS selectors. */
import { isIP } from "node:net";
import { select } from "cheerio-select";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isPublic } from "./public-address.ts";

export const httpAddress = z.url({ protocol: /^https?$/, error: "must be an address such as https://www.example.org" });

/** The same of a watch's, which everybody may read. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .refine((url) => !/^https?:\/\/[^/]*@/.test(url), "must not carry a name or password");

/** An address that a source may have: of the web, or a mailbox (RFC 5092; `imaps` as everybody writes it, RFC 8314). */
export const sourceAddress = z
  .url({
    protocol: /^(?:https?|imaps?)$/,
    error: ({ input }) =>
      /^imaps?:/i.test(String(input))
        ? "must be the address of a mailbox, such as imaps://imap.example.org/INBOX"
        : "must be an http or https address",
  })
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

export const hostName = z.string().regex(/^[a-z0-9.-]+$/, "must be a host name in lower case");

export const PROXY_FORM =
  "must be the address of a proxy, such as socks5h://127.0.0.1:9050 or http://proxy.example.org:3128";
/** The schemes as curl names them (fetch/proxy.ts). */
export const proxyAddress = z
  .url({ protocol: /^(?:https?|socks5h?)$/, error: PROXY_FORM, abort: true })
  .refine((text) => /^[a-z5]+:\/\/[^/?#]+\/?$/i.test(text), PROXY_FORM);

/** At which sites see this machine. */
export const addressOnInternet = z
  .string()
  .refine((text) => isIP(text) !== 0, {
    error: "must be an IP address: four numbers with dots, or an IPv6",
    abort: true,
  })
  .refine(
    isPublic,
    "is an address that no site sees: one of this machine, of a network of one’s own or kept for examples; give the one on the public Internet",
  );
