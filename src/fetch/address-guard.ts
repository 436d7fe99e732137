/**
 * Never a private, loopback or otherwise special address, unless allowed. Names are looked up here and the connection
 * goes to the very address that was checked; what is really connected to is checked once more on the open socket.
 */
import { lookup } from "node:dns";
import { lookup as lookUp } from "node:dns/promises";
import { isIP, type Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";

export class RefusedAddress extends Error {
  constructor(host: string, address: string) {
    const where = host === address ? address : `${host} at ${address}`;
    super(`leads to ${where}, an address that is not public; set fetch.allow_private_addresses to read it`);
    this.name = "RefusedAddress";
  }
}

/** Whether an IP address belongs to the public Internet. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** A public address of a host, for what connects to it by that. @throws {RefusedAddress} where it has none */
export async function checkedAddress(host: string): Promise<string> {
  const addresses = isIP(host) ? [{ address: host }] : await lookUp(host, { all: true });
  const open = addresses.find(({ address }) => isPublic(address));
  if (!open) throw new RefusedAddress(host, addresses[0]?.address ?? "no address");
  return open.address;
}

/** A connector that refuses addresses that are not public. */
export function guardedConnector(timeout: number): buildConnector.connector {
  const guardedLookup: typeof lookup = ((
    host: string,
    options: object,
    done: (error: Error | null, ...found: unknown[]) => void,
  ) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error);
      const open = addresses.filter(({ address }) => isPublic(address));
      const [first] = open;
      if (!first) return done(new RefusedAddress(host, addresses[0]?.address ?? "no address"));
      return (options as { all?: boolean }).all ? done(null, open) : done(null, first.address, first.family);
    });
  }) as typeof lookup;
  const connect = buildConnector({ timeout, lookup: guardedLookup });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) && !isPublic(host)) return done(new RefusedAddress(host, host), null);
    return connect(options, (error, socket) => {
      if (error || !socket) return done(error ?? new Error("no socket"), null);
      const reached = (socket as Socket).remoteAddress;
      if (reached && isPublic(reached)) return done(null, socket);
      socket.destroy();
      return done(new RefusedAddress(options.hostname, reached ?? "an unknown address"), null);
    });
  };
}
