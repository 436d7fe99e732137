/** What people write in settings and watches that is more than a text: addresses, time zones, CSS selectors. */
import { isIP } from "node:net";
import { select } from "cheerio-select";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isPublic } from "./public-address.ts";

export const httpAddress = z.url({ protocol: /^https?$/, error: "must be an address such as https://www.example.org" });

/** Which Node's fetch asks nothing of (WHATWG Fetch, "bad port"). */
const BAD_PORTS = new Set(
  [
    [1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110],
    [111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532],
    [540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061],
    [6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
  ].flat(),
);

/** Why fetch would ask nothing of an address of the web; undefined where it would. */
export function unaskable(address: string): string | undefined {
  const { username, password, port } = new URL(address);
  if (username || password) return "must not carry a name or password before its host";
  return BAD_PORTS.has(Number(port))
    ? `names the port ${port}, which is kept for another service and which no program asks for the web; have it served at another`
    : undefined;
}

/** The same of a server that is asked as it stands there. */
export const serverAddress = httpAddress.superRefine((address, { addIssue }) => {
  const message = URL.canParse(address) ? unaskable(address) : undefined;
  if (message) addIssue({ code: "custom", message });
});

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
