/** Whom a proxy vouches for is believed from where the settings say, with the secret, and from nowhere else. */
import { describe, expect, it } from "vitest";
import { serve } from "../../stand-ins/page.ts";

const SECRET = "what-only-the-proxy-knows";
const HERE = ["10.0.0.1", "127.0.0.0/8"];

const CASES: [what: string, headers: Record<string, string>, trusted_proxies: string[], status: number][] = [
  ["the proxy", { "x-forwarded-user": "ana", "x-proxy-secret": SECRET }, HERE, 200],
  ["the proxy, of a visitor it does not know", { "x-proxy-secret": SECRET }, HERE, 403],
  ["the proxy, with an empty name", { "x-forwarded-user": " ", "x-proxy-secret": SECRET }, HERE, 403],
  ["a browser on the proxy’s machine", { "x-forwarded-user": "ana" }, HERE, 403],
  ["who guesses the secret", { "x-forwarded-user": "ana", "x-proxy-secret": `${SECRET}x` }, HERE, 403],
  ["who knows it elsewhere", { "x-forwarded-user": "ana", "x-proxy-secret": SECRET }, ["10.0.0.0/8", "::1"], 403],
  ["who names the proxy’s address", { "x-forwarded-for": "10.0.0.1", "x-forwarded-user": "ana" }, ["10.0.0.1"], 403],
];

describe("the name of a visitor", () => {
  it.each(CASES)("from %s", async (_, headers, trusted_proxies, status) => {
    const { get } = await serve({
      web: { trusted_header: "X-Forwarded-User", trusted_proxies },
      proxySecret: SECRET,
    });
    const answer = await get("/", headers);
    expect([answer.status, await answer.text()]).toEqual([status, expect.any(String)]);
  });

  it("is believed by nobody where no secret was agreed on", async () => {
    const { get } = await serve({ web: { trusted_header: "X-Forwarded-User", trusted_proxies: HERE } });
    expect((await get("/", { "x-forwarded-user": "ana", "x-proxy-secret": "" })).status).toBe(403);
  });

  it("does not stand beside one that the visitor sent", async () => {
    const { address } = await serve({
      web: { trusted_header: "X-Forwarded-User", trusted_proxies: HERE },
      proxySecret: SECRET,
    });
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const headers = ["Host", "127.0.0.1", "X-Proxy-Secret", SECRET];
      const twice = [...headers, "X-Forwarded-User", "mallory", "X-Forwarded-User", "ana"];
      request(address, { headers: twice as unknown as Record<string, string> }, (answer) => {
        resolve(answer.resume().statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
