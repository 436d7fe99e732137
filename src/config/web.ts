/** The page: where it listens, by which names it is asked, and which proxies may speak for a visitor. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { PUBLIC_PARTS } from "../watch/names.ts";
import type { Fault } from "./fault.ts";
import { httpAddress } from "./formats.ts";

const addressRange = z
  .string()
  .refine(isAddressRange, "must be an address, or a range of addresses such as 172.18.0.0/16")
  .refine((range) => !range.endsWith("/0"), "names every address there is; name those of the proxy");

function isAddressRange(text: string): boolean {
  const [address = "", bits] = text.split("/");
  return isIP(address) !== 0 && (bits === undefined || ipaddr.isValidCIDR(text));
}

export const webSchema = z.strictObject({
  enabled: z.boolean().default(true),
  host: z.string().default("127.0.0.1"),
  port: z.int().min(0).max(65_535).default(8080),
  public_url: httpAddress
    .optional()
    .describe("Where people open the page: then each message links to its own page there, with the evidence"),
  names: z
    .array(
      z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, "must be a host's name, such as coming-weeks.internal"),
    )
    .default([])
    .describe(
      "Further names by which it is asked, such as a container's; any other but that of `public_url` is refused",
    ),
  public: z
    .array(z.enum(PUBLIC_PARTS))
    .default([])
    .describe(
      "Parts that anybody may see without the password: the pages of watches, notices and looks (they only show), the feed and the calendar, the badge",
    ),
  trusted_header: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]+$/, "must be the name of a header, such as X-Forwarded-User")
    .optional()
    .describe(
      "A header in which a reverse proxy names the visitor, once it knows them, and that it lets nobody else set; needs `trusted_proxies` and WEB_PROXY_SECRET",
    ),
  trusted_proxies: z
    .array(addressRange)
    .default([])
    .describe(
      "Addresses of reverse proxies, or ranges of them: what they say of a visitor, and in X-Forwarded-For of where one comes from, is believed",
    ),
});

type WebSettings = z.output<typeof webSchema>;

/** The address of one of the bot's own pages, where people can open it. */
export function pageAt({ enabled, public_url }: WebSettings, path: string): string | undefined {
  return enabled && public_url ? new URL(path, public_url.replace(/\/*$/, "/")).href : undefined;
}

/** What only the environment can tell to be wrong. @param proxySecret WEB_PROXY_SECRET */
export function webFaults({ trusted_header, trusted_proxies }: WebSettings, proxySecret: string | undefined): Fault[] {
  if (!trusted_header || (trusted_proxies.length > 0 && proxySecret)) return [];
  return [
    {
      path: ["web", "trusted_header"],
      says: "anybody could set it: needs web.trusted_proxies, with the proxy’s addresses, and WEB_PROXY_SECRET in the environment, which the proxy sends as X-Proxy-Secret; set them, or leave it out",
    },
  ];
}

/** With the address that people open as the environment gives it, where it does: a container’s settings come with its image. */
export function asPublished(
  web: WebSettings,
  { COMING_WEEKS_PUBLIC_URL: address }: NodeJS.ProcessEnv,
  faults: string[],
): WebSettings {
  if (!address) return web;
  const { success, data } = httpAddress.safeParse(address);
  if (!success) faults.push("COMING_WEEKS_PUBLIC_URL: is not an address; it looks like https://watch.example.org");
  return { ...web, public_url: data };
}
