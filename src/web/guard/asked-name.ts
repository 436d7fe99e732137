/**
 * By which name it is asked. A page elsewhere may point a name of its own at this machine, and would then read what a browser here may see
 * (DNS rebinding): only names that are known to lead here are answered. An address leads where it says, and needs no port to be compared.
 */
import type { Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { isLoopback } from "../../config/public-address.ts";
import type { Settings } from "../../config/settings.ts";

type Named = Pick<Settings["web"], "host" | "public_url" | "names">;

export class AskedNames {
  readonly #ours: ReadonlySet<string>;
  readonly #isOnLoopback: boolean;

  constructor({ host, public_url, names }: Named) {
    const published = public_url ? [new URL(public_url).hostname] : [];
    // Who listens on every address does so on loopback as well.
    this.#isOnLoopback = isLoopback(host) || host === "0.0.0.0" || host === "::";
    this.#ours = new Set([host, ...published, ...names, ...(this.#isOnLoopback ? ["localhost"] : [])].map(bare));
  }

  /** @param url as the request's line and its Host header make it */
  areOurs(host: string, url: string, { localAddress = "" }: Socket): boolean {
    // A line with a whole address goes before the header (RFC 9112 §3.2.2): neither may be another's.
    return [`http://${host}`, url].every((address) => {
      const name = URL.canParse(address) ? bare(new URL(address).hostname) : "";
      return this.#ours.has(name) || this.#isAddressHere(name, localAddress);
    });
  }

  /** An address that this machine is reached at, as it was; of loopback any, wherever a container's port is passed on from. */
  #isAddressHere(name: string, reached: string): boolean {
    if (!ipaddr.isValid(name)) return false;
    const address = ipaddr.process(name);
    if (address.range() === "loopback") return this.#isOnLoopback;
    return ipaddr.isValid(reached) && ipaddr.process(reached).toString() === address.toString();
  }
}

/** A name that ends in a dot is the same name, said whole (RFC 1034 §3.1). */
export function bare(host: string): string {
  return host.replace(/^\[|\]$|(?<=[^.])\.$/g, "").toLowerCase();
}
