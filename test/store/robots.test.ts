/** robots.txt is asked for once a day of each site, whoever asks, and whether or not the bot was started anew. */
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";
import { STORES } from "../stand-ins/stores.ts";

const { settings } = loadConfig(KNOWING_CONFIG, {});
const RULES = { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /private" };

describe.each(STORES)("in %s", (_, open) => {
  async function several(pages: Pages) {
    const store = await open();
    const origin = await startOrigin({ "/a": "hello", "/private/b": "hello", ...pages });
    const clock = new SimulatedClock("2026-11-26T12:00:00Z");
    const fetchers = [1, 2].map(() =>
      createFetcher({
        settings: { ...settings.fetch, floor: 0, retries: 0, allow_private_addresses: true },
        clock,
        robotsMemory: store.robots,
      }),
    );
    onTestFinished(async () => {
      await Promise.all(fetchers.map((fetcher) => fetcher.close()));
      await origin.close();
      await store.close();
    });
    const get = async (fetcher: number, path: string) => {
      const capture = await fetchers[fetcher]?.fetch(`${origin.address}${path}`);
      return capture?.kind === "failure" ? capture.cause : capture?.status;
    };
    const asked = () => origin.requests.filter(({ path }) => path === "/robots.txt").length;
    return { get, asked, clock, pages: origin.pages };
  }

  it.each<[string, Pages, (number | string)[]]>([
    ["what it forbids", { "/robots.txt": RULES }, [200, "robots"]],
    ["that there is none", {}, [200, 200]],
  ])("another knows %s without asking", async (_, pages, says) => {
    const { get, asked } = await several(pages);
    for (const fetcher of [0, 1]) expect([await get(fetcher, "/a"), await get(fetcher, "/private/b")]).toEqual(says);
    expect(asked()).toBe(1);
  });

  it("after a day it is asked for anew", async () => {
    const { get, asked, clock, pages } = await several({ "/robots.txt": RULES });
    await get(0, "/a");
    await clock.sleep(25 * 3_600_000);
    pages["/robots.txt"] = { ...RULES, body: "User-agent: *\nDisallow: /a" };
    expect(await get(1, "/a")).toBe("robots");
    expect(asked()).toBe(2);
  });

  it("a site that cannot say now is let be, unless somebody knows what it said", async () => {
    const { get, clock, pages } = await several({ "/robots.txt": { status: 503 } });
    expect(await get(0, "/a")).toBe(503);
    pages["/robots.txt"] = RULES;
    await clock.sleep(120_000);
    expect(await get(0, "/a")).toBe(200);
    await clock.sleep(25 * 3_600_000);
    pages["/robots.txt"] = { status: 503 };
    expect(await get(1, "/private/b")).toBe("robots");
  });
});
