/** Looks of several workers on one PostgreSQL. Their months are made by whoever comes first, and dropped whole. */
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { aLook } from "../stand-ins/looks.ts";
import { newPostgres } from "../stand-ins/stores.ts";

async function look(store: Store, source: string, at: string): Promise<string> {
  const look = aLook({ source, at, status: 304 });
  await store.recordUneventful(look);
  return look.check.id;
}

async function opened(workers: number) {
  const url = await newPostgres();
  const stores = await Promise.all(Array.from({ length: workers }, () => Store.onPostgres(url, "test")));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await Promise.all(stores.map((store) => store.close()));
  });
  const months = async () => {
    const { rows } = await client.query(
      "SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'look'::regclass ORDER BY 1",
    );
    return rows.map(({ relname }) => relname.slice("look_".length));
  };
  return { stores, client, months };
}

it("makes the month of a look, and the next, when several workers need them at once", async () => {
  const { stores, months } = await opened(4);
  const instants = [
    "2026-11-30T23:59:59.999Z",
    "2026-12-01T00:00:00.000Z",
    "2024-02-29T12:00:00.000Z",
    "2199-12-31T12:00:00.000Z",
  ];
  const written = await Promise.all(
    stores.map(async (store, worker) => {
      const ids: string[] = [];
      for (const at of worker % 2 === 0 ? instants : instants.toReversed())
        ids.push(await look(store, `${worker}`, at));
      await store.looks.wholeFrom();
      return ids;
    }),
  );
  expect(await months()).toEqual(["2024_02", "2024_03", "2026_11", "2026_12", "2027_01", "2199_12", "2200_01"]);
  const found = await Promise.all(written.flat().map(async (id) => (await stores[0]?.looks.one(id))?.look?.at));
  expect(found.sort()).toEqual([...instants, ...instants, ...instants, ...instants].sort());
});

it("drops months, and goes on taking looks of them", async () => {
  const { stores, months } = await opened(2);
  const [one, other] = stores as [Store, Store];
  const old = await look(one, "a", "2025-01-31T12:00:00.000Z");
  for (const at of ["2025-02-01T00:00:00.000Z", "2025-03-10T12:00:00.000Z"]) await look(one, "a", at);
  await one.looks.wholeFrom();
  const kept = await Promise.all(stores.map((store) => store.looks.forget("2025-02-20T12:00:00.000Z")));
  expect(kept).toEqual(["2025-02-01T00:00:00.000Z", "2025-02-01T00:00:00.000Z"]);
  expect(await months()).toEqual(["2025_02", "2025_03", "2025_04"]);
  expect(await other.looks.wholeFrom()).toBe("2025-02-01T00:00:00.000Z");
  expect((await one.looks.one(old)).look).toBeUndefined();
  const again = await look(one, "a", "2025-01-31T12:00:00.000Z");
  expect((await one.looks.one(again)).look).toMatchObject({ at: "2025-01-31T12:00:00.000Z", status: 304 });
});

it("leaves a month for the next time that somebody reads for long", async () => {
  const { stores, client, months } = await opened(1);
  const [store] = stores as [Store];
  for (const at of ["2025-01-31T12:00:00.000Z", "2025-03-10T12:00:00.000Z"]) await look(store, "a", at);
  await store.looks.wholeFrom();
  await client.query("BEGIN");
  await client.query("SELECT count(*) FROM look");
  await store.looks.forget("2025-02-20T12:00:00.000Z");
  expect(await months()).toContain("2025_01");
  // New months keep nobody waiting, and wait for nobody.
  await look(store, "a", "2025-06-10T12:00:00.000Z");
  expect(await store.looks.wholeFrom()).toBeDefined();
  await client.query("COMMIT");
  await store.looks.forget("2025-02-20T12:00:00.000Z");
  expect(await months()).not.toContain("2025_01");
});

it("counts what another worker wrote shortly before midnight", async () => {
  const { stores } = await opened(2);
  const [one, other] = stores as [Store, Store];
  const asked = [{ id: "a", patience: 3_600_000, existence: "confirmed" as const }];
  const looksUntil = async (to: string) => {
    const [coverage] = await one.looks.coverage("w", asked, "2026-11-01T00:00:00.000Z", to);
    return coverage?.looks;
  };
  await look(one, "a", "2026-11-10T23:50:00.000Z");
  expect(await looksUntil("2026-11-11T00:00:01.000Z")).toBe(1);
  await look(other, "a", "2026-11-10T23:59:59.000Z");
  await other.looks.wholeFrom();
  expect(await looksUntil("2026-11-11T00:10:00.000Z")).toBe(2);
});
