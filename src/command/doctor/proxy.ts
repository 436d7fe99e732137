/** What `doctor` says of the proxy by which all is fetched: whether it does its work. */
import type { Config } from "../../config/load.ts";
import { proxyFault } from "../../fetch/proxy.ts";
import type { Finding } from "./finding.ts";

/** As long as a person waits. */
const PATIENCE_MS = 15_000;

/** None where there is none. It is asked for the way to a site that is looked at in any case. */
export async function lookAtProxy({ settings, secrets, watches }: Config): Promise<Finding[]> {
  const { proxy, time_to_headers } = settings.fetch;
  if (!proxy) return [];
  // Its name and password are left out.
  const { host, protocol } = new URL(proxy);
  const site = watches.flatMap(({ sources }) => sources.map(({ url }) => url)).find((url) => url.startsWith("https:"));
  const why = await proxyFault(proxy, site ?? "https://example.org", Math.min(time_to_headers, PATIENCE_MS));
  if (why !== undefined)
    return [
      {
        isGood: false,
        text: `network: the proxy at ${host} (${secrets.fetchProxy ? "FETCH_PROXY" : "fetch.proxy"}) cannot be used (${why}), and nothing is fetched without it: see that it runs there, and that its address, name and password are right`,
      },
    ];
  const names = protocol === "socks5h:" ? "by it" : "on this machine";
  return [
    { isGood: true, text: `network: all that is fetched goes by the proxy at ${host}; names are looked up ${names}` },
  ];
}
