/** Where somebody asks from, which is how guessers are told from each other. */
import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { Proxies } from "../../../src/web/guard/proxies.ts";

const NAMED = ["10.0.0.0/8", "2001:db8::1"];

function asked(remoteAddress: string, forwarded: string[], secret?: string): IncomingMessage {
  const headersDistinct = { "x-forwarded-for": forwarded, ...(secret ? { "x-proxy-secret": [secret] } : {}) };
  return { socket: { remoteAddress }, headersDistinct } as unknown as IncomingMessage;
}

const CASES: [what: string, remote: string, forwarded: string[], client: string][] = [
  ["who asks without a proxy", "192.0.2.7", [], "192.0.2.7"],
  ["who asks without one, and says otherwise", "192.0.2.7", ["198.51.100.1"], "192.0.2.7"],
  ["who asks a named proxy", "10.0.0.1", ["198.51.100.1"], "198.51.100.1"],
  ["who asks it, and had written something before", "10.0.0.1", ["203.0.113.9, 198.51.100.1"], "198.51.100.1"],
  ["the same in two headers", "10.0.0.1", ["203.0.113.9", "198.51.100.1"], "198.51.100.1"],
  ["who asks a proxy before a proxy", "10.0.0.1", ["198.51.100.1, 10.0.0.2"], "198.51.100.1"],
  ["who writes what is no address", "10.0.0.1", ["constructor, 198.51.100.1, ''"], "198.51.100.1"],
  ["a proxy that says nothing", "10.0.0.1", [], "10.0.0.1"],
  ["an address in the other notation", "::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1"],
  ["a network of the newer kind, of which one may have any address", "2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::"],
];

it.each(CASES)("%s", (_, remote, forwarded, client) => {
  const proxies = new Proxies({ trusted_header: undefined, trusted_proxies: NAMED }, undefined);
  expect(proxies.clientOf(asked(remote, forwarded))).toBe(client);
});

it("where a secret was agreed on, a named address alone is not believed", () => {
  const proxies = new Proxies({ trusted_header: undefined, trusted_proxies: NAMED }, "what-only-the-proxy-knows");
  expect(proxies.clientOf(asked("10.0.0.1", ["198.51.100.1"]))).toBe("10.0.0.1");
  expect(proxies.clientOf(asked("10.0.0.1", ["198.51.100.1"], "what-only-the-proxy-knows"))).toBe("198.51.100.1");
});
