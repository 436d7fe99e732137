/** What was judged by what is known no longer is not recorded: it is judged again. */
import { describe, expect, it, onTestFinished } from "vitest";
import type { Evidence } from "../../src/judge/evidence.ts";
import type { Recorded } from "../../src/store/record.ts";
import { Overtaken } from "../../src/store/steps.ts";
import { Store } from "../../src/store/store.ts";
import { aLook } from "../stand-ins/looks.ts";
import { person } from "../stand-ins/persons.ts";
import { newPostgres, STORES } from "../stand-ins/stores.ts";

const AT = "2026-11-26T12:00:00.000Z";
const EVIDENCE: Evidence = {
  id: "e1",
  rule: "headline-says-issued",
  source: "a",
  state: "standing",
  title: "It is out",
  url: "https://www.example.org/out",
  foundAt: AT,
  capture: "",
};
const LOOK_OVER = { kind: "look-over" as const, at: AT, watch: "w" };

describe.each(STORES)("in %s", (_, open) => {
  async function opened() {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  }

  it("a look that was overtaken is not written, and nothing of it stays", async () => {
    const store = await opened();
    const basis = await store.steps.of("w");
    await store.record("w", { ...aLook({ source: "b" }), memory: "{}", basis });
    const late = { ...aLook(), memory: "{}", evidence: [EVIDENCE] };
    await expect(store.record("w", { ...late, basis })).rejects.toThrow(Overtaken);
    expect(await store.evidence.of("w")).toEqual([]);
    expect(await store.sources.one("w", "a")).toBeUndefined();
    await store.record("w", { ...late, basis: await store.steps.of("w") });
    expect(await store.evidence.of("w")).toEqual([EVIDENCE]);
  });

  it.each<[string, string, (look: ReturnType<typeof aLook>) => Recorded | undefined]>([
    ["a look without news", "w", () => undefined],
    ["a look that found trouble again", "w", (look) => ({ ...look, answers: [] })],
    ["news of another watch", "v", (look) => ({ ...look, memory: "{}" })],
  ])("%s overtakes nobody", async (_, watch, recorded) => {
    const store = await opened();
    const basis = await store.steps.of("w");
    const look = aLook({ watch, source: "b" });
    const step = recorded(look);
    if (step) await store.record(watch, step);
    else await store.recordUneventful(look);
    await store.settle();
    await store.record("w", { ...aLook(), memory: "{}", basis });
    expect(await store.sources.memory("w", "a")).toBe("{}");
  });

  it("a decision is acted on once", async () => {
    const store = await opened();
    await store.decisions.leave("w", { evidence: "e1", decision: "confirm" }, person("a reader"), AT);
    const [decision] = await store.decisions.open();
    const acted = { line: LOOK_OVER, applied: { id: decision?.id ?? "", about: "e1" } };
    await store.record("w", acted);
    await expect(store.record("w", acted)).rejects.toThrow(Overtaken);
    expect(await store.decisions.open()).toEqual([]);
  });
});

describe("where several processes record", () => {
  async function two() {
    const url = await newPostgres();
    const stores = [await Store.onPostgres(url, "one"), await Store.onPostgres(url, "two")] as const;
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    return stores;
  }

  it("of two that were judged at the same time, one is written", async () => {
    const stores = await two();
    const basis = await stores[0].steps.of("w");
    const recorded = await Promise.allSettled(
      stores.map((store, index) => store.record("w", { ...aLook({ source: `s${index}` }), memory: "{}", basis })),
    );
    expect(recorded.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("one that stands still in the middle of writing holds up the others for a while only", async () => {
    // Twenty seconds as a rule.
    const url = await newPostgres();
    const stopped = await Store.onPostgres(`${url}?idle_in_transaction_session_timeout=300`, "stopped");
    const other = await Store.onPostgres(url, "other");
    onTestFinished(async () => void (await Promise.all([stopped.close(), other.close()])));
    let goOn = () => {};
    const isStopped = new Promise<void>((resolve) => {
      const append = () => {
        resolve();
        return new Promise<never>((_, reject) => {
          goOn = () => reject(new Error("it goes on"));
        });
      };
      stopped.archiveTo({ append, disown: () => undefined, holdConfig: () => undefined, close: () => undefined });
    });
    const late = stopped.record("w", { ...aLook({ source: "late" }), memory: "{}" });
    await isStopped;
    await other.record("w", { ...aLook({ source: "b" }), memory: "{}" });
    goOn();
    await expect(late).rejects.toThrow();
    expect(await other.sources.one("w", "late")).toBeUndefined();
  });

  it("what one learns the other knows at once", async () => {
    const [one, other] = await two();
    expect(await other.evidence.of("w")).toEqual([]);
    await one.record("w", { ...aLook(), evidence: [EVIDENCE] });
    expect(await other.evidence.of("w")).toEqual([EVIDENCE]);
  });

  it("what is said of how the sources stand is said anew after any look, also one without news", async () => {
    const [one, other] = await two();
    const basis = { ...(await one.steps.of("w")), isStrict: true };
    await other.recordUneventful(aLook());
    await other.settle();
    await expect(one.record("w", { line: LOOK_OVER, watchMemory: {}, basis })).rejects.toThrow(Overtaken);
  });

  it("all that is recorded has its place in one order, whoever records it", async () => {
    const stores = await two();
    const orders: number[][] = [[], []];
    for (const [index, store] of stores.entries())
      store.archiveTo({
        append: async (lines) => {
          orders[index]?.push(...lines.flatMap((line) => ("order" in line && line.order) || []));
          return { citations: [], steps: [], end: { file: "f", size: orders[index]?.length ?? 0, config: "" } };
        },
        disown: () => undefined,
        holdConfig: () => undefined,
        close: () => undefined,
      });
    await Promise.all(
      stores.map(async (store, index) => {
        for (let look = 0; look < 20; look++)
          if (look % 3 === 0) await store.record("w", { ...aLook({ source: `s${index}` }), memory: "{}" });
          else await store.recordUneventful(aLook({ source: `s${index}`, watch: look % 2 === 0 ? "w" : "v" }));
        await store.settle();
      }),
    );
    for (const own of orders) expect(own).toEqual(own.toSorted((a, b) => a - b));
    expect(new Set(orders.flat()).size).toBe(40);
  });
});
