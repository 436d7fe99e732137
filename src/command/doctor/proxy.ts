/** What `doctor` says of the proxy by which all is fetched: whether it does its work. */
import type { Config } from "../../config/load.ts";
import { tryProxy } from "../../fetch/proxy.ts";
import { routed } from "../../fetch/way.ts";
import type { Finding } from "./finding.ts";

/** As long as a person waits. */
const PATIENCE_MS = 15_000;
/** Where the name of one cannot be looked up, another's may be, and then that of no source. */
const MOST_OF_SOURCES = 2;
const ANY_SITE = "https://example.org";

/** None where there is none. It is asked for the way to a site that is looked at in any case. */
export async function lookAtProxy({ settings, secrets, watches }: Config): Promise<Finding[]> {
  const { proxy, time_to_headers, allow_private_addresses: mayBePrivate, origins } = settings.fetch;
  if (!proxy) return [];
  // Its name and password are left out.
  const { host, protocol } = new URL(proxy);
  const who = `the proxy at ${host} (${secrets.fetchProxy ? "FETCH_PROXY" : "fetch.proxy"})`;
  const addresses = watches.flatMap(({ sources }) =>
    sources.flatMap(({ url, kind }) => (kind === "mail" ? [] : [url])),
  );
  const isServedElsewhere = (url: string) => routed(new URL(url), origins).isStandIn;
  const byIt = addresses.filter((url) => !isServedElsewhere(url)).map((url) => new URL(url).origin);
  let untried = "";
  for (const site of [...[...new Set(byIt)].slice(0, MOST_OF_SOURCES), ANY_SITE]) {
    const tried = await tryProxy(proxy, site, mayBePrivate, Math.min(time_to_headers, PATIENCE_MS));
    if (tried.kind === "fails")
      return [
        {
          isGood: false,
          text: `network: ${who} cannot be used (${tried.why}), and nothing is fetched without it: see that it runs there, and that its address, name and password are right`,
        },
      ];
    if (tried.kind === "works") {
      const names = protocol === "socks5h:" ? "by it" : "on this machine";
      const but = addresses.some(isServedElsewhere) ? ", but for what `fetch.origins` has served from elsewhere" : "";
      return [
        {
          isGood: true,
          text: `network: all that is fetched goes by the proxy at ${host}${but}; names are looked up ${names}`,
        },
      ];
    }
    untried ||= tried.why;
  }
  return [
    {
      isGood: false,
      text: `network: ${who} was not tried: names are looked up on this machine, and that fails (${untried}); see to its DNS, or have the proxy look them up (socks5h)`,
    },
  ];
}
