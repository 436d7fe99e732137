/** A person asks for looks while others look: nothing that they find is lost, and nobody else's late look is kept. */
import { expect, it, onTestFinished } from "vitest";
import { OutOfTurn } from "../../src/schedule/out-of-turn.ts";
import { type Turn, TurnLost } from "../../src/store/lines.ts";
import { Store } from "../../src/store/store.ts";
import { aLook } from "../stand-ins/looks.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const HOST = "example.org";

async function two() {
  const url = await newPostgres();
  const stores = [await Store.onPostgres(url, "one"), await Store.onPostgres(url, "two")] as const;
  onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
  return stores;
}

const recording = (store: Store, source: string) => async (turn: Turn | undefined) =>
  void (await store.record("w", { ...aLook({ source }), memory: "{}", turn }));

it("of many looks at one host that were asked for at the same time, each is recorded", async () => {
  const [store] = await two();
  const asked = new OutOfTurn(store);
  const sources = ["a", "b", "c", "d"];
  await Promise.all(sources.map((source) => asked.look(HOST, recording(store, source))));
  expect((await store.sources.lookedAt()).map(({ source }) => source).sort()).toEqual(sources);
});

it("who has the turn in hand finds it lost", async () => {
  const [store, worker] = await two();
  const turn = await worker.shared?.lines.begin(HOST);
  await new OutOfTurn(store).look(HOST, recording(store, "a"));
  await expect(recording(worker, "late")(turn)).rejects.toThrow(TurnLost);
});

it.each([
  ["once", 1, 2],
  ["time after time", 100, 5],
])("where another takes the turn meanwhile, %s, it is looked again, a few times", async (_, taken, looks) => {
  const [store, worker] = await two();
  let looked = 0;
  const asked = new OutOfTurn(store).look(HOST, async (turn) => {
    looked += 1;
    if (looked <= taken) await worker.shared?.lines.begin(HOST);
    await recording(store, "a")(turn);
  });
  if (taken < looks) await asked;
  else await expect(asked).rejects.toThrow(TurnLost);
  expect(looked).toBe(looks);
});
