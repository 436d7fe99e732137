/** A page that shows what others see: what people change there stands in the database, and a worker goes on with it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { posting } from "../stand-ins/posting.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const PAGE = `/watches/${WATCH}`;
const soon = { timeout: 60_000, interval: 100 };

it("a change on the page of a web process is a worker’s within seconds, and no file is touched", {
  timeout: 120_000,
}, async () => {
  const DATABASE_URL = await newPostgres();
  const web = await livingBot({ DATABASE_URL }, { role: "web" });
  const worker = await livingBot({ DATABASE_URL, WORKER_NAME: "two" }, { role: "worker" });
  const as = posting(web);
  const EDIT = `${PAGE}/edit`;
  const store = await Store.onPostgres(DATABASE_URL, "three");
  onTestFinished(() => store.close());
  // What the files said was noted: from here on a change is one.
  await expect.poll(async () => (await store.watches.memory(WATCH)).version, soon).toBe(1);
  const saved = await as.fill(EDIT, EDIT, { do: "save", "evidence.words": "120", "your-name": "Ana" });
  expect(saved.status, await saved.text()).toBe(303);
  expect((await as.page(EDIT)).$("[name='evidence.words']").val()).toBe("120");
  await expect.poll(() => web.told(), soon).toContainEqual(expect.objectContaining({ kind: "revised" }));
  expect(worker.logged).toContainEqual(expect.objectContaining({ event: "config-taken", watches: [WATCH] }));
  for (const { config, text } of [web, worker])
    expect(await readFile(join(config, "watches", `${WATCH}.yaml`), "utf8")).toBe(text);
  // Two people at the same form: the second is told.
  const [mine, theirs] = [await as.fields(EDIT, EDIT), await as.fields(EDIT, EDIT)];
  for (const [fields, short] of [
    [mine, "Harbour report"],
    [theirs, "Port report"],
  ] as const) {
    fields.set("do", "save");
    fields.set("short", short);
  }
  const answers = await Promise.all([as.send(EDIT, mine), as.send(EDIT, theirs)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const looked = await as.fill(EDIT, EDIT, { do: "look", look: `${web.site}/list-1` });
  expect(await looked.text()).toContain("Read as a listing");
});
