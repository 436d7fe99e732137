/** On Discord, one of several processes speaks at a time; when it is gone, another does. */
import { pino } from "pino";
import { expect, it } from "vitest";
import { Speaking } from "../../src/bot/speaking.ts";
import { severalOnPostgres } from "../stand-ins/stores.ts";

async function two() {
  const said: string[] = [];
  const { stores, client } = await severalOnPostgres("one", "two");
  const [one, other] = stores.map(
    (store) =>
      new Speaking(store, pino({ level: "silent" }), {
        begin: async (rest) =>
          void said.push(`${store.shared?.worker} begins${rest > 0 ? `, after ${Math.ceil(rest / 1000)} s` : ""}`),
        end: async () => void said.push(`${store.shared?.worker} ends`),
      }),
  ) as [Speaking, Speaking];
  return { one, other, said, client, lines: stores[0]?.shared?.lines };
}

it("one speaks, and lets another speak when it ends", async () => {
  const { one, other, said } = await two();
  // Who begins tells at once what has been waiting.
  expect([await one.see(), await other.see(), await one.see()]).toEqual([true, false, false]);
  expect(said).toEqual(["one begins"]);
  await one.end();
  await other.see();
  expect(said).toEqual(["one begins", "one ends", "two begins"]);
});

it("another speaks when nothing is heard of the one that spoke", async () => {
  const { one, other, said, client } = await two();
  await one.see();
  await client.query("UPDATE line SET held_until = 1");
  await other.see();
  expect(said).toEqual(["one begins", "two begins"]);
  expect(other.isSpeaking).toBe(true);
});

it.each([
  ["ends", async ({ one }: Awaited<ReturnType<typeof two>>) => one.end()],
  [
    "is gone",
    async ({ client }: Awaited<ReturnType<typeof two>>) =>
      void (await client.query("UPDATE line SET held_until = (extract(epoch from now()) * 1000)::bigint - 1")),
  ],
])("who speaks next knows how long Discord wants no request, when the one before %s", async (_, goes) => {
  const world = await two();
  await world.one.see();
  await world.lines?.rest("speaks on Discord", 60_000);
  await goes(world);
  await world.other.see();
  expect(world.said.at(-1)).toMatch(/^two begins, after (?:60|59) s$/);
});
