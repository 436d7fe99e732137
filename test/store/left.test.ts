/** What a command found is left for the bot that `start` runs: there it goes to every channel that takes its kind, once, in each of the databases. */
import { describe, expect, it, onTestFinished } from "vitest";
import { noticeId, type Told } from "../../src/judge/notice.ts";
import { FOR_START } from "../../src/store/left.ts";
import type { Routes } from "../../src/store/record.ts";
import type { Store } from "../../src/store/store.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { STORES, severalOnPostgres } from "../stand-ins/stores.ts";

const AT = "2022-06-01T12:00:00.000Z";

const ALL: Routes["channels"][number] = { id: "all", takes: () => true };
const PUBLICATION: Routes["channels"][number] = { id: "publication", takes: ({ kind }) => kind === "published" };

/** @returns the ids of what was left */
async function leave(store: Store, ...kinds: Told["kind"][]): Promise<string[]> {
  store.deliverTo(async () => FOR_START);
  const notices = kinds.map((kind, index) => {
    const what = told.find((one) => one.kind === kind);
    if (!what) throw new Error(kind);
    return notice(what, { key: `${kind} ${index}`, watch: "w", at: AT });
  });
  await store.record("w", { notices });
  return notices.map(noticeId);
}

async function waitingFor(store: Store, ...channels: string[]): Promise<string[][]> {
  const waiting = await Promise.all(channels.map((channel) => store.waiting.of(channel)));
  return waiting.map((all) => all.map((one) => one.notice).sort());
}

describe.each(STORES)("in %s, what was left", (_, open) => {
  async function opened(): Promise<Store> {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  }

  it("waits for nobody else, and goes to whoever takes its kind once a bot takes it over", async () => {
    const store = await opened();
    const [changed = "", published = ""] = await leave(store, "changed", "published");
    await store.channels.open([ALL.id], { isStart: true, areAll: true });
    expect([await store.left.count(), await store.waiting.count()]).toEqual([2, 0]);
    store.deliverTo(async () => [ALL, PUBLICATION]);
    expect(await store.takeOver()).toBe(2);
    expect(await store.left.count()).toBe(0);
    expect(await waitingFor(store, "all", "publication")).toEqual([[changed, published].sort(), [published]]);
  });

  it("is taken over once, however often a bot starts, and what was sent is not sent again", async () => {
    const store = await opened();
    const [changed = ""] = await leave(store, "changed");
    store.deliverTo(async () => [ALL]);
    await store.takeOver();
    await store.deliveries.mark("all", [changed], { state: "sent", sent_at: AT, remote_id: "7" });
    expect(await store.takeOver()).toBe(0);
    await leave(store, "changed");
    expect([await store.left.count(), await waitingFor(store, "all")]).toEqual([0, [[]]]);
  });

  it("is left where something goes wrong while it is taken over, all of it", async () => {
    const store = await opened();
    await leave(store, "changed", "published");
    const takes: (typeof ALL)["takes"] = ({ kind }) => {
      if (kind === "published") throw new Error("killed");
      return true;
    };
    store.deliverTo(async () => [{ id: "all", takes }]);
    await expect(store.takeOver()).rejects.toThrow("killed");
    expect([await store.left.count(), await waitingFor(store, "all")]).toEqual([2, [[]]]);
  });
});

it("of several bots that start at once, one takes it over", async () => {
  const { stores } = await severalOnPostgres("one", "two", "three");
  const kinds = Array.from({ length: 20 }, () => "changed" as const);
  const ids = await leave(stores[0], ...kinds);
  for (const store of stores) store.deliverTo(async () => [ALL, PUBLICATION]);
  const taken = await Promise.all(stores.map((store) => store.takeOver()));
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(20);
  expect(await waitingFor(stores[0], "all", "publication")).toEqual([ids.toSorted(), []]);
});
