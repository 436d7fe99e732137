/** What one of several appended to its archive counts where the database says so, also when that is said late. */
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { aLook } from "../stand-ins/looks.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const WHERE = "WHERE worker = 'one'";

/** A worker whose archive grows by a byte a step, and may lose its connections meanwhile. */
async function one() {
  const url = await newPostgres();
  const store = await Store.onPostgres(url, "one");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await store.close();
    await client.end();
  });
  const archive = { size: 0, disowned: 0, isCutOff: false };
  store.archiveTo({
    append: async () => {
      archive.size += 1;
      if (archive.isCutOff)
        await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
      return { citations: [], steps: [], end: { file: "f", size: archive.size, config: "" } };
    },
    disown: () => {
      archive.disowned += 1;
    },
    holdConfig: () => undefined,
    close: () => undefined,
  });
  await store.record("w", aLook());
  archive.isCutOff = true;
  await expect(store.record("w", aLook())).rejects.toThrow("the database is away");
  archive.isCutOff = false;
  return { store, client, archive };
}

it("a step whose connection broke, and of which the database knows nothing, is unfinished", async () => {
  const { store, archive } = await one();
  await store.record("w", aLook());
  expect(archive).toMatchObject({ size: 3, disowned: 1 });
});

it("a step whose connection broke while it was being committed is waited for", async () => {
  const { store, client, archive } = await one();
  // As the server does for whoever has gone.
  await client.query("BEGIN");
  await client.query(`UPDATE archive_end SET size = 2 ${WHERE}`);
  const next = store.record("w", aLook());
  const end = store.citations.end("one");
  await client.query("SELECT pg_sleep(0.3)");
  await client.query("COMMIT");
  await next;
  expect(archive).toMatchObject({ size: 3, disowned: 0 });
  expect((await end)?.size).toBeGreaterThanOrEqual(2);
});
