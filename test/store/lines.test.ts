/** What one of several processes has for itself: a host's line, a channel, a turn. */
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { TurnLost } from "../../src/store/lines.ts";
import { aLook } from "../stand-ins/looks.ts";
import { severalOnPostgres } from "../stand-ins/stores.ts";

const LINE = { freeIn: 0, burstAgo: 3_600_000, left: 0, isRefusing: false };

async function two() {
  const { stores, client } = await severalOnPostgres("one", "two");
  const [one, other] = stores.map(({ shared }) => shared?.lines);
  if (!one || !other) throw new Error("no lines");
  /** As when a process has not been heard of for so long. */
  const forgotten = (name: string) =>
    client.query("UPDATE line SET held_until = (extract(epoch from now()) * 1000)::bigint - 1 WHERE name = $1", [name]);
  return { stores, one, other, forgotten, database: client };
}

it("a line is one process's at a time, and the next goes on from how it stands", async () => {
  const { one, other } = await two();
  await one.take("example.org", 0);
  expect(await other.tryToTake("example.org")).toBeUndefined();
  expect(await other.tryToTake("example.com")).toBeDefined();
  const waiting = other.take("example.org", 0);
  await one.letGo("example.org", { freeIn: 5000, burstAgo: 1000, left: 2, isRefusing: true });
  const line = await waiting;
  expect(line.freeIn).toBeGreaterThan(4000);
  expect(line.freeIn).toBeLessThanOrEqual(5000);
  expect(line).toMatchObject({ left: 2, isRefusing: true });
  expect(line.burstAgo).toBeGreaterThanOrEqual(1000);
});

it("who waits for a line stops when it is told to", async () => {
  const { one, other } = await two();
  await one.take("example.org", 0);
  const stop = new AbortController();
  const waiting = other.take("example.org", 0, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow(/aborted/);
});

it("the line of a process that is gone is another's, who lets the host be as long as if it had been asked to the end", async () => {
  const { one, other, forgotten } = await two();
  await one.take("example.org", 7000);
  await forgotten("example.org");
  const line = await other.tryToTake("example.org");
  expect(line?.freeIn).toBeGreaterThan(6000);
});

it("who comes back after its line became another's takes nothing of it away", async () => {
  const { one, other, forgotten } = await two();
  await one.take("example.org", 0);
  await forgotten("example.org");
  await other.take("example.org", 0);
  await one.letGo("example.org", { ...LINE, freeIn: 60_000 });
  expect(other.isHeld("example.org")).toBe(true);
  expect(await one.tryToTake("example.org")).toBeUndefined();
  await other.letGo("example.org", LINE);
  expect((await one.tryToTake("example.org"))?.freeIn).toBeLessThanOrEqual(0);
});

it("what is done with a line is told to end before the line may be another's", async () => {
  const { one, other, database } = await two();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  await one.take("example.org", 0);
  const end = one.endOf("example.org");
  // While the database says nothing, the line cannot be renewed.
  await database.query("BEGIN");
  await database.query("LOCK TABLE line IN ACCESS EXCLUSIVE MODE");
  await vi.advanceTimersByTimeAsync(14_000);
  expect(end?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(6000);
  expect(end?.aborted).toBe(true);
  expect(one.isHeld("example.org")).toBe(false);
  await database.query("ROLLBACK");
  expect(await other.tryToTake("example.com")).toBeDefined();
});

it("many who want the same line have it one after the other", async () => {
  const { one, other } = await two();
  let holders = 0;
  const most: number[] = [];
  const work = async (lines: typeof one) => {
    for (let times = 0; times < 5; times++) {
      await lines.take("example.org", 0);
      holders += 1;
      most.push(holders);
      await wait(2);
      holders -= 1;
      await lines.letGo("example.org", LINE);
    }
  };
  await Promise.all([work(one), work(other)]);
  expect(Math.max(...most)).toBe(1);
});

it("what is recorded in a turn that is another's by now is void", async () => {
  const { stores, one, other } = await two();
  const [store] = stores;
  const turn = await one.begin("example.org");
  await other.begin("example.org");
  await expect(store.record("w", { ...aLook(), memory: "{}", turn })).rejects.toThrow(TurnLost);
  expect(await store.sources.one("w", "a")).toBeUndefined();
});

it("of looks that are written together, those of a lost turn are left out, and the others are written", async () => {
  const { stores, one, other } = await two();
  const [store, another] = stores;
  const [lost, kept] = [await one.begin("example.org"), await one.begin("example.com")];
  await store.recordUneventful({ ...aLook({ source: "lost" }), turn: lost });
  await store.recordUneventful({ ...aLook({ source: "kept" }), turn: kept });
  await other.begin("example.org");
  await store.settle();
  expect((await another.sources.lookedAt()).map(({ source }) => source)).toEqual(["kept"]);
});
