import { GatewayCloseCodes } from "discord.js";
import { describe, expect, it } from "vitest";
import { Identifies } from "../../src/discord/identifies.ts";
import { systemClock } from "../../src/time/clock.ts";
import { cardsIn, toldIn } from "../stand-ins/discord/discord.ts";
import { APPLICATION } from "../stand-ins/discord/ids.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { ready, START, talk, until } from "../stand-ins/talk.ts";
import { QUICK_WAITS } from "../stand-ins/waits.ts";

/** As many identifies at once as Discord takes of a large bot. */
const QUICK = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 };

describe("the gateway", () => {
  const hears = async (discord: Discord) => (await discord.gateway.command("help")).body.embeds?.[0]?.title;

  it("that breaks is connected to again, and what was asked meanwhile is answered", async () => {
    const { discord } = await ready();
    discord.gateway.drop();
    await until(() => !discord.gateway.isReady());
    const asked = discord.gateway.command("help");
    expect((await asked).body.embeds?.[0]?.title).toBe("coming-weeks");
    expect(discord.gateway).toMatchObject({ resumed: 1, identified: 1 });
  });

  it("that asks to reconnect, or calls the session invalid, is obeyed", async () => {
    const { discord } = await ready();
    discord.gateway.reconnect();
    await until(() => discord.gateway.resumed === 1);
    expect(await hears(discord)).toBe("coming-weeks");
    discord.gateway.invalidate(false);
    await until(() => discord.gateway.identified === 2);
    expect(await hears(discord)).toBe("coming-weeks");
  });

  it("that is down stops neither the watching nor the posting", async () => {
    const { discord, rehearsal, deliver } = await talk({ prepare: (place) => place.gateway.refuse(true) });
    await rehearsal.at(START);
    await deliver();
    expect(toldIn(discord)).toHaveLength(1);
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it.each([
    ["a revoked token", (discord: Discord) => discord.revokeToken(), /token/],
    ["a missing intent", (discord: Discord) => discord.gateway.disallowIntents(), /intents/],
  ])("%s is one clear error", async (_, prepare, words) => {
    const { logged } = await talk({ prepare });
    const errors = () => logged.filter(({ event }) => event === "conversation-stopped");
    await until(() => errors().length > 0);
    expect(errors()).toEqual([expect.objectContaining({ error: expect.stringMatching(words) })]);
  });

  it("a token that is revoked while it listens is one clear error", async () => {
    const { discord, logged } = await ready();
    discord.revokeToken();
    discord.gateway.closeWith(GatewayCloseCodes.AuthenticationFailed);
    await until(() => logged.some(({ event }) => event === "conversation-stopped"));
    expect(discord.gateway.identified).toBe(1);
    expect(discord.members.has(APPLICATION)).toBe(true);
  });

  it("that asks for shards (4011) has as many as it says, each of which is heard", async () => {
    const { discord } = await ready({
      prepare: ({ gateway }) => void Object.assign(gateway, { needed: 3, limit: QUICK }),
    });
    expect(discord.gateway.shards.toSorted()).toEqual([0, 1, 2].map((shard) => [shard, 3]));
    expect(await hears(discord)).toBe("coming-weeks");
    discord.gateway.needed = 5;
    discord.gateway.closeWith(GatewayCloseCodes.ShardingRequired);
    await until(() => discord.gateway.isReady() && discord.gateway.shards.length === 8);
    expect(discord.gateway.shards.slice(3).toSorted()).toEqual([0, 1, 2, 3, 4].map((shard) => [shard, 5]));
    expect(await hears(discord)).toBe("coming-weeks");
  });

  it("is not begun when the day’s sessions are used up; the log says so, and news is posted", async () => {
    const { discord, rehearsal, deliver, logged } = await talk({
      prepare: ({ gateway }) => void Object.assign(gateway.limit, { remaining: 0, reset_after: 3_600_000 }),
    });
    await until(() => logged.some(({ event }) => event === "gateway-failed"));
    expect(logged.find(({ event }) => event === "gateway-failed")).toMatchObject({
      error: "Discord lets the bot begin no more sessions for 60 minutes (session_start_limit)",
      wait: 3_600_000,
    });
    await rehearsal.at(START);
    await deliver();
    expect(toldIn(discord)).toHaveLength(1);
    expect(discord.gateway.identified).toBe(0);
    expect(discord.gateway.connections()).toBe(0);
  });

  it("that uses up the day’s sessions by itself is asked for no more", async () => {
    const { discord, logged } = await ready({
      prepare: ({ gateway }) => void Object.assign(gateway, { limit: { ...QUICK, remaining: 1 } }),
    });
    discord.gateway.invalidate(false);
    await until(() => logged.some(({ event }) => event === "gateway-failed"));
    expect(logged.find(({ event }) => event === "gateway-failed")?.error).toContain("session_start_limit");
    expect(discord.gateway.identified).toBe(1);
  });

  it("that calls every session invalid is asked less and less often", async () => {
    const { discord } = await talk({ prepare: ({ gateway }) => void Object.assign(gateway, { refuses: "sessions" }) });
    await until(() => discord.gateway.identified === 1);
    const first = performance.now();
    await until(() => discord.gateway.identified === 4);
    expect(performance.now() - first).toBeGreaterThanOrEqual(QUICK_WAITS.step * (1 + 2 + 4));
    discord.gateway.refuses = "nothing";
    discord.gateway.drop();
  });

  it("that answers no heartbeat is left for one that does, with what was missed", async () => {
    const { discord } = await ready({ prepare: ({ gateway }) => void Object.assign(gateway, { heartbeat: 200 }) });
    discord.gateway.isDeaf = true;
    await until(() => discord.gateway.resumed === 1);
    discord.gateway.isDeaf = false;
    expect(await hears(discord)).toBe("coming-weeks");
    expect(discord.gateway.identified).toBe(1);
  });

  it("that will not resume is begun anew", async () => {
    const { discord } = await ready();
    discord.gateway.refuses = "resuming";
    discord.gateway.drop();
    await until(() => discord.gateway.identified === 2);
    discord.gateway.refuses = "nothing";
    expect(await hears(discord)).toBe("coming-weeks");
  });

  it.each([1001, 1006, 4000, 4003, 4009, 4999])(
    "that closes with %i is connected to again",
    async (code) => {
      const { discord } = await ready();
      if (code === 1006) discord.gateway.drop();
      else discord.gateway.closeWith(code);
      await until(() => !discord.gateway.isReady());
      await until(() => discord.gateway.isReady());
      expect(await hears(discord)).toBe("coming-weeks");
    },
    15_000,
  );

  it("with 2,000 servers is listened to", async () => {
    const { discord, logged } = await ready({
      prepare: ({ gateway }) => void Object.assign(gateway, { servers: 2000 }),
    });
    await until(() => logged.some(({ event }) => event === "gateway-ready"));
    expect(logged.find(({ event }) => event === "gateway-ready")).toMatchObject({ servers: 2001 });
    expect(await hears(discord)).toBe("coming-weeks");
  });

  it("is left without a trace at the end, also in the middle of connecting", async () => {
    for (const moment of [0, 50, 300, 600]) {
      const spoken = await talk({ prepare: ({ gateway }) => gateway.refuse(moment === 600) });
      await systemClock.sleep(moment);
      await spoken.stop();
      spoken.discord.gateway.refuse(false);
      await systemClock.sleep(400);
      await until(() => spoken.discord.gateway.connections() === 0);
    }
  }, 20_000);
});

describe("how often a session is begun", () => {
  const none = new AbortController().signal;
  function identifies(remaining: number) {
    let now = 0;
    const slept: number[] = [];
    const usedUp: number[] = [];
    const sleep = async (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
    };
    const counted = new Identifies({ now: () => now, sleep });
    counted.allow({ total: 1000, remaining, reset_after: 86_400_000 }, 1);
    const throttler = () => counted.throttler(1000, (wait) => void usedUp.push(wait));
    return { counted, throttler, slept, usedUp };
  }

  it("doubles its pauses up to ten minutes, also over new connections", async () => {
    const { throttler, slept } = identifies(1000);
    for (let session = 0; session < 11; session++) await throttler().waitForIdentify(0, none);
    expect(slept).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000, 600_000]);
  });

  it("is counted by shard: a hundred shards begin at once", async () => {
    const { throttler, slept } = identifies(1000);
    const one = throttler();
    for (let shard = 0; shard < 100; shard++) await one.waitForIdentify(shard, none);
    expect(slept).toEqual([]);
  });

  it("waits with the day’s last until there are more, and says until when", async () => {
    const { throttler, usedUp, slept } = identifies(3);
    const one = throttler();
    for (let shard = 0; shard < 5; shard++) await one.waitForIdentify(shard, none);
    expect(usedUp).toEqual([86_400_000]);
    expect(slept).toEqual([86_400_000]);
  });

  it("is not begun with fewer than all shards that are needed", () => {
    const { counted } = identifies(3);
    expect(counted.allow({ total: 9, remaining: 3, reset_after: 60_000 }, 4)).toBe(60_000);
    expect(counted.allow({ total: 9, remaining: 4, reset_after: 60_000 }, 4)).toBe(0);
    expect(counted.allow({ total: 9, remaining: 0, reset_after: 0 }, 1)).toBe(5000);
  });
});
