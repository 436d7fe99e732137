/** Passes over the watches. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { DAY_MS, later } from "../../src/time/instant.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { LATEST_PATH, listing, ordinaryRows, SITE } from "../stand-ins/ohchr.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";
import { until } from "../stand-ins/talk.ts";

it("a watch whose site does not answer holds up no other, and is not asked a second time meanwhile", async () => {
  let answer: () => void = () => undefined;
  const after = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const seen: string[] = [];
  const other = await startOrigin({ "/quick": listing(ordinaryRows()) });
  onTestFinished(other.close);
  const { bot, origin, clock } = await rehearse({
    pages: { "/slow": { body: listing(ordinaryRows()), after } },
    adjust: (config) => {
      const [watch] = config.watches;
      const [source] = watch?.sources ?? [];
      if (!watch || !source) throw new Error("no watch");
      const at = (id: string) => ({ ...watch, id, sources: [{ ...source, url: `https://${id}.example.org/${id}` }] });
      config.watches = [at("slow"), at("quick")];
      const { fetch } = config.settings;
      const address = fetch.origins[SITE] ?? "";
      fetch.origins = { "https://slow.example.org": address, "https://quick.example.org": other.address };
    },
    onChecked: ({ watch }) => seen.push(watch),
  });
  const first = bot.watcher.pass();
  await until(() => seen.length === 1);
  await clock.sleep(3_600_000);
  while (seen.length < 2) {
    await bot.watcher.pass();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(seen).toEqual(["quick", "quick"]);
  answer();
  await first;
  expect(seen).toEqual(["quick", "quick", "slow"]);
  expect(origin.requests.filter(({ path }) => path === "/slow")).toHaveLength(1);
});

it("a watch that waits for a place is taken by one pass, however many come meanwhile, and is asked once", async () => {
  let answer: () => void = () => undefined;
  const after = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const seen: string[] = [];
  const { bot } = await rehearse({
    pages: { "/slow": { body: listing(ordinaryRows()), after }, "/waits": listing(ordinaryRows()) },
    adjust: (config) => {
      const [watch] = config.watches;
      const [source] = watch?.sources ?? [];
      if (!watch || !source) throw new Error("no watch");
      const at = (id: string, path: string) => ({ ...watch, id, sources: [{ ...source, url: SITE + path }] });
      // As many as are gone over at the same time, and one more.
      config.watches = [
        ...Array.from({ length: 8 }, (_, index) => at(`slow-${index}`, "/slow")),
        at("waits", "/waits"),
      ];
    },
    onChecked: ({ watch }) => seen.push(watch),
  });
  const passes = [bot.watcher.pass(), bot.watcher.pass(), bot.watcher.pass()];
  await Promise.all(passes.slice(1));
  answer();
  await passes[0];
  expect(seen.filter((watch) => watch === "waits")).toHaveLength(1);
  expect(new Set(seen).size).toBe(9);
  expect(seen).toHaveLength(9);
});

describe("Between two looks a tick has nothing to do with a watch, until", () => {
  /** One source that is looked at once in a hundred days, as it was at noon in Geneva on 10 December 2021. */
  async function quiet({ page = listing(ordinaryRows()) as Pages[string] } = {}) {
    const rehearsal = await rehearse({
      pages: { [LATEST_PATH]: page },
      adjust: ({ settings, watches: [watch] }) => {
        if (!watch) throw new Error("no watch");
        watch.sources = watch.sources
          .filter(({ url }) => url === SITE + LATEST_PATH)
          .map((source) => ({ ...source, every: 100 * DAY_MS, patience: 5 * 3_600_000 }));
        settings.schedule.near_the_end.every = 100 * DAY_MS;
      },
    });
    const { bot, clock, origin } = rehearsal;
    await bot.watcher.pass();
    const looks = origin.requests.length;
    const read = vi.spyOn(bot.store.sources, "all");
    const toldAt = async (instant: string) => {
      clock.moveTo(instant);
      const { notices } = await bot.watcher.pass();
      expect(origin.requests).toHaveLength(looks);
      return notices.map(({ kind }) => kind);
    };
    return { toldAt, read, rehearsal };
  }

  it("its day ends where the publisher is", async () => {
    const { toldAt, read } = await quiet();
    expect(await toldAt("2021-12-10T12:00:10Z")).toEqual([]);
    expect(await toldAt("2021-12-10T22:59:59Z")).toEqual([]);
    expect(read).not.toHaveBeenCalled();
    expect(await toldAt("2021-12-10T23:00:00Z")).toEqual([]);
    expect(read).toHaveBeenCalledOnce();
  });

  it("its promise is overdue: the first tick of that day says so", async () => {
    const { toldAt, rehearsal } = await quiet();
    rehearsal.config.settings.schedule.reminders = false;
    expect(await toldAt("2022-02-04T22:59:50Z")).not.toContain("overdue");
    expect(await toldAt("2022-02-04T23:00:00Z")).toEqual(["overdue"]);
    expect(await toldAt("2022-02-04T23:00:10Z")).toEqual([]);
  });

  it("a reminder is due", async () => {
    const { toldAt, rehearsal } = await quiet();
    const { reminder } = rehearsal.config.settings.schedule;
    const due = later("2021-12-10T12:00:00.000Z", reminder);
    expect(await toldAt(later(due, -10_000))).toEqual([]);
    expect(await toldAt(due)).toEqual(["reminder"]);
    expect(await toldAt(later(due, 10_000))).toEqual([]);
  });

  it("a silence has lasted as long as its patience", async () => {
    const { toldAt } = await quiet({ page: { status: 503, body: "" } });
    expect(await toldAt("2021-12-10T16:59:50Z")).toEqual([]);
    expect(await toldAt("2021-12-10T17:00:00Z")).toEqual(["blind"]);
    expect(await toldAt("2021-12-10T17:00:10Z")).toEqual([]);
  });

  it("a person decides something, or the clock is set back", async () => {
    const { toldAt, read, rehearsal } = await quiet();
    await rehearsal.bot.watcher.people.decide("xinjiang-assessment", {
      evidence: "none",
      decision: "dismiss",
      by: "somebody",
    });
    expect(await toldAt("2021-12-10T12:00:10Z")).toEqual([]);
    expect(read).toHaveBeenCalledOnce();
    rehearsal.clock.setTo("2021-12-10T11:00:00Z");
    await rehearsal.bot.watcher.pass();
    expect(read).toHaveBeenCalledTimes(2);
  });
});
