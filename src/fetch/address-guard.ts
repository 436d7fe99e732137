/**
 * Never a private, loopback or otherwise special address, unless allowed. Names are looked up here and the connection
 * goes to the very address that was checked; what is really connected to is checked once more on the open socket.
 */
import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { buildConnector } from "undici";
import { isPublic } from "../config/public-address.ts";

export class RefusedAddress extends Error {
  constructor(host: string, address = host) {
    const where = host === address ? address : `${host} at ${address}`;
    super(`leads to ${where}, an address that is not public; set fetch.allow_private_addresses to read it`);
    this.name = "RefusedAddress";
  }
}

/** Names that are never looked up in the public DNS: RFC 6761, 6762, 8375, ICANN's of 2024 for `internal`, and what routers make up. */
const NO_PUBLIC_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|invalid|test|home\.arpa|lan|home|corp|intranet|private|cluster\.local|svc|consul|fritz\.box)$/;

/** Whether a name may be one of the public Internet's, where who looks it up is somebody else. */
export function mayBePublic(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return isIP(name) ? isPublic(name) : name.includes(".") && !NO_PUBLIC_NAME.test(name);
}

/** The public addresses of a name, at least one. @throws {RefusedAddress} where it has none */
async function publicAddresses(host: string, options: LookupOptions = {}): Promise<LookupAddress[]> {
  const addresses = await lookup(host, { ...options, all: true });
  const open = addresses.filter(({ address }) => isPublic(address));
  if (open.length === 0) throw new RefusedAddress(host, addresses[0]?.address ?? "no address");
  return open;
}

/** One of them, for what connects to it by that. @throws {RefusedAddress} */
export async function publicAddress(host: string): Promise<string> {
  const [found] = await publicAddresses(host);
  return found?.address ?? host;
}

const publicLookup: LookupFunction = (host, options, done) => {
  publicAddresses(host, options).then(
    (addresses) =>
      options.all ? done(null, addresses) : done(null, addresses[0]?.address ?? "", addresses[0]?.family),
    (error) => done(error, ""),
  );
};

/** A URL's host as names and addresses are written elsewhere: an IPv6 without its brackets. */
export function bareHost({ hostname }: Pick<URL, "hostname">): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** A connector that refuses addresses that are not public. */
export function guardedConnector(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, lookup: publicLookup });
  return (options, done) => {
    const host = bareHost(options);
    if (isIP(host) && !isPublic(host)) return done(new RefusedAddress(host), null);
    return connect(options, (error, socket) => {
      if (error || !socket) return done(error ?? new Error("no socket"), null);
      const reached = (socket as Socket).remoteAddress;
      if (reached && isPublic(reached)) return done(null, socket);
      socket.destroy();
      return done(new RefusedAddress(options.hostname, reached ?? "an unknown address"), null);
    });
  };
}
