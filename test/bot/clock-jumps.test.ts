/** A machine's clock that is wrong, and is set right: nothing is lost, nobody is kept waiting for it, and it is said. */
import { describe, expect, it } from "vitest";
import { clockAhead } from "../../src/status/clock-ahead.ts";
import { watchedClock } from "../../src/time/clock.ts";
import { DAY_MS, elapsed, later } from "../../src/time/instant.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { LATEST_PATH, publishedReport } from "../stand-ins/ohchr.ts";

const RIGHT = "2022-09-01T12:00:00.000Z";
const MINUTE_MS = 60_000;
const MONTH_MS = 30 * DAY_MS;

/** How far the clock is off while the bot looks first, and then is set right. */
const JUMPS = [
  ["a month ahead, and set back", MONTH_MS],
  ["a day ahead, and set back", DAY_MS],
  ["ten minutes ahead, and set back", 10 * MINUTE_MS],
  ["a month behind, and set forward", -MONTH_MS],
  ["at the year 1970, and set forward", -Date.parse(RIGHT)],
] as const;

describe.each(JUMPS)("a clock that is %s", (_, off) => {
  it.each([
    ["while the bot runs", false],
    ["while it is off", true],
  ])("%s: every source is looked at again at once, and what is published is told once", async (_, isOff) => {
    const story = await rehearse();
    const { clock, origin } = story;
    clock.setTo(later(RIGHT, off));
    await story.bot.watcher.pass();
    clock.setTo(RIGHT);
    if (isOff) await story.restart();
    Object.assign(origin.pages, publishedReport());
    const found = await story.bot.watcher.pass();
    expect(found.checked).toHaveLength(7);
    expect(found.notices.map(({ kind }) => kind)).toContain("published");
    // In its usual rhythm from there on: neither at once again, nor in a month.
    const { store } = story.bot;
    for (const { checked_at, due_at } of await store.sources.of("xinjiang-assessment")) {
      expect(elapsed(RIGHT, checked_at ?? "")).toBeLessThan(10 * MINUTE_MS);
      expect(elapsed(checked_at ?? "", due_at ?? "")).toBeGreaterThan(0);
      expect(elapsed(checked_at ?? "", due_at ?? "")).toBeLessThanOrEqual(DAY_MS);
    }
    const notices = await store.notices.list({ limit: 100 });
    expect(notices.filter(({ kind }) => kind === "published")).toHaveLength(1);
    expect(notices.filter(({ kind }) => kind === "started")).toHaveLength(1);
  });
});

describe("a clock that was a month ahead", () => {
  it("keeps no silence from being told after its patience, counted from when it was set right", async () => {
    const { bot, clock } = await rehearse({ pages: { [LATEST_PATH]: { status: 503, body: "" } } });
    clock.setTo(later(RIGHT, MONTH_MS));
    await bot.watcher.pass();
    clock.setTo(RIGHT);
    const told: string[] = [];
    for (let hours = 0; hours < 12; hours++) {
      const { notices } = await bot.watcher.pass(true);
      told.push(...notices.map(({ kind }) => kind));
      if (told.includes("blind")) break;
      await clock.sleep(60 * MINUTE_MS);
    }
    expect(told).toContain("blind");
    const [row] = (await bot.store.sources.of("xinjiang-assessment")).filter(({ source }) => source === "latest");
    expect(elapsed(RIGHT, row?.failing_since ?? "")).toBeLessThan(10 * MINUTE_MS);
  });

  it("keeps no reminder waiting for a month", async () => {
    const { bot, clock, config } = await rehearse();
    clock.setTo(later(RIGHT, MONTH_MS));
    await bot.watcher.pass();
    clock.setTo(RIGHT);
    await bot.watcher.pass(true);
    clock.setTo(later(RIGHT, config.settings.schedule.reminder + 10 * MINUTE_MS));
    expect((await bot.watcher.pass(true)).notices.map(({ kind }) => kind)).toContain("reminder");
  });

  it("keeps no page from being offered to the Wayback Machine", async () => {
    const { bot, at } = await rehearse({ pages: publishedReport() });
    bot.store.submitPages(() => ["https://www.example.org/"]);
    await at("2022-09-01T12:00:00Z");
    const due = await bot.store.submissions.open("2022-08-01T12:00:00.000Z");
    expect(due.length).toBeGreaterThan(0);
    expect(await bot.store.submissions.open("2022-09-01T11:59:00.000Z")).toEqual([]);
  });

  it("is said by check and status", async () => {
    const { bot, clock, config, restart } = await rehearse();
    clock.setTo(later(RIGHT, MONTH_MS));
    await bot.watcher.pass();
    await restart();
    const says =
      /^The clock of this machine was set back: the last look is noted at 1 October 2022, .* and now it says 1 September/;
    const status = await call(["status", "--data", config.dataDirectory, "--at", RIGHT]);
    expect(status).toMatchObject({ code: 0, error: expect.stringMatching(says) });
    expect((await clockAhead(config.watches, bot.store, later(RIGHT, MONTH_MS)).catch(() => undefined))?.says).toBe(
      undefined,
    );
  });
});

describe("a clock that is set while the bot runs", () => {
  /** A clock, and what moves it: by itself, or by somebody. */
  function machine() {
    let [shown, counted] = [Date.parse(RIGHT), 0];
    const clock = watchedClock(
      () => shown,
      () => counted,
    );
    clock.now();
    const passes = (milliseconds: number) => {
      shown += milliseconds;
      counted += milliseconds;
      clock.now();
    };
    const set = (milliseconds: number) => {
      shown += milliseconds;
      clock.now();
    };
    return { clock, passes, set };
  }

  it.each<[string, (clock: ReturnType<typeof machine>) => void, number]>([
    ["never", ({ passes }) => passes(MONTH_MS), 0],
    ["forward", ({ set }) => set(MONTH_MS), MONTH_MS],
    ["back", ({ set }) => set(-MONTH_MS), -MONTH_MS],
    ["forward, and back again", ({ set, passes }) => [set(MONTH_MS), passes(DAY_MS / 2), set(-MONTH_MS)], 0],
    ["forward, and was not set for a day", ({ set, passes }) => [set(MONTH_MS), passes(DAY_MS)], 0],
    [
      "forward, little by little",
      ({ set, passes }) => {
        for (let step = 0; step < 100; step++) {
          set(MINUTE_MS);
          passes(MINUTE_MS);
        }
      },
      0,
    ],
  ])("%s", (_, does, by) => {
    const given = machine();
    does(given);
    expect(given.clock.setBy?.()).toBe(by);
  });

  it("tells no silence and no broken promise on its word alone; both are told when it is believed", async () => {
    const { bot, clock } = await rehearse({ pages: { [LATEST_PATH]: { status: 503, body: "" } } });
    let by = 0;
    Object.assign(clock, { setBy: () => by });
    // The promise of the watch was over by its longest reading in 2022.
    clock.setTo("2021-12-10T12:00:00.000Z");
    await bot.watcher.pass();
    by = 12 * MONTH_MS;
    clock.setTo(later("2021-12-10T12:00:00.000Z", by));
    const told = async () => (await bot.watcher.pass(true)).notices.map(({ kind }) => kind);
    expect(await told()).toEqual([]);
    by = 0;
    await clock.sleep(DAY_MS);
    expect((await told()).toSorted()).toEqual(expect.arrayContaining(["blind", "overdue"]));
  });
});
