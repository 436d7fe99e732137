/**
 * What a reverse proxy says of a visitor: who it is, and from where. It is believed from the addresses that the settings name alone, and with
 * the secret that only the proxy and this process know: who else is on such an address could say anything.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import type { Settings } from "../../config/settings.ts";

/** In which header the proxy sends the secret. */
export const SECRET_HEADER = "X-Proxy-Secret";

type Trusting = Pick<Settings["web"], "trusted_header" | "trusted_proxies">;

export class Proxies {
  readonly #header: string | undefined;
  readonly #ranges: ReturnType<typeof ipaddr.parseCIDR>[];
  readonly #secret: string | undefined;

  /** @param secret without which an address is enough for where a visitor comes from, and nothing for who it is */
  constructor({ trusted_header, trusted_proxies }: Trusting, secret: string | undefined) {
    this.#header = trusted_header?.toLowerCase();
    this.#ranges = trusted_proxies.map(rangeOf);
    this.#secret = secret;
  }

  /** The name that the proxy vouches for; undefined where none does, or where somebody may have put in another. */
  nameIn(incoming: IncomingMessage): string | undefined {
    if (!this.#header || !this.#secret || !this.#isOurs(incoming)) return undefined;
    const [name, ...others] = incoming.headersDistinct[this.#header] ?? [];
    return others.length === 0 ? name?.trim() || undefined : undefined;
  }

  /** Who asks, as far as the network tells: an address, or of IPv6 the network of a household (RFC 6177), in which there are more than can be counted. */
  clientOf(incoming: IncomingMessage): string {
    const remote = incoming.socket.remoteAddress ?? "";
    const via = this.#isOurs(incoming) ? (incoming.headersDistinct["x-forwarded-for"] ?? []) : [];
    // The last one that is no proxy of ours: what stands before it, the visitor may have written.
    const hops = [...via.join(",").split(","), remote].map((hop) => hop.trim()).filter((hop) => ipaddr.isValid(hop));
    const client = hops.findLast((hop) => !this.#isNamed(hop)) ?? hops[0];
    if (client === undefined) return remote;
    const address = ipaddr.process(client);
    return address instanceof ipaddr.IPv6
      ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()
      : `${address}`;
  }

  #isOurs(incoming: IncomingMessage): boolean {
    if (!this.#isNamed(incoming.socket.remoteAddress ?? "")) return false;
    const given = incoming.headersDistinct[SECRET_HEADER.toLowerCase()] ?? [];
    return this.#secret === undefined || (given.length === 1 && isSame(given[0] ?? "", this.#secret));
  }

  #isNamed(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const one = ipaddr.process(address);
    return this.#ranges.some(([network, bits]) => one.kind() === network.kind() && one.match(network, bits));
  }
}

/** @param text an address, or a range of them in CIDR notation */
function rangeOf(text: string): ReturnType<typeof ipaddr.parseCIDR> {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
