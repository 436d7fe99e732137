/** The config while the bot runs: what people change is taken whole within seconds, or refused with the reason. */
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { call } from "../stand-ins/command.ts";
import { type LivingBot, livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { posting } from "../stand-ins/posting.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const soon = { timeout: 20_000, interval: 50 };
/** What is told at the same instant comes in any order. */
const kinds = async (bot: LivingBot) => (await bot.told()).map(({ kind }) => kind).sort();
const titles = async (bot: LivingBot) => (await bot.told()).map(({ title }) => title);
const last = async (bot: LivingBot) => (await bot.told()).at(-1);

async function begun(environment: Record<string, string> = {}): Promise<LivingBot> {
  const bot = await livingBot(environment);
  await expect.poll(() => kinds(bot), soon).toEqual(["overdue", "started"]);
  return bot;
}

it("a replay of its archive tells of changed watches what it told, byte for byte", { timeout: 60_000 }, async () => {
  const bot = await begun();
  await bot.edit((watch) => {
    watch.addIn(["sources"], { id: "press", kind: "listing", url: listOf(bot, 1) });
    watch.addIn(["statements"], { on: "2026-02-01", by: "The director", phrase: "by the end of February 2026" });
  });
  await bot.live.reload();
  await expect.poll(() => kinds(bot), soon).toEqual(["overdue", "revised", "started", "stated"]);
  await bot.restart();
  await bot.remove(`${WATCH}.yaml`);
  await bot.write("other.yaml", await another(bot));
  await bot.live.reload();
  await expect.poll(() => kinds(bot), soon).toEqual(["overdue", "revised", "revised", "started", "stated"]);
  await bot.stop();
  const archive = join(bot.data, "archive");
  const files = (await readdir(archive)).map((name) => join(archive, name));
  const { code, out } = await call(["replay", ...files]);
  expect(code, out).toBe(0);
  expect(out).toMatch(/As told then +all \d+, byte for byte/);
});

it("rows of the record that a person adds count at once; one with a fault is told, and takes no other with it", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const settings = join(bot.config, "coming-weeks.yaml");
  const mine = join(bot.config, "mine.csv");
  const head =
    "id,case,promise_date,phrase,speaker,kind,literal_earliest,literal_latest,actual_date,status,censored_on,found_by,sources";
  const row = (id: string, day = "2020-02-01") =>
    `${id},Library report ${id},2020-01-01,soon,them,vague-weeks,2020-01-08,2020-02-26,${day},published,,phrase,`;
  const promises = async () => {
    const answer = await bot.ask(`/api/watches/${WATCH}/record`);
    return ((await answer.json()) as { odds: { basis: { promises: number } } }).odds.basis.promises;
  };
  expect(await promises()).toBe(18);
  await writeFile(mine, [head, row("one")].join("\n"));
  await writeFile(settings, `${await readFile(settings, "utf8")}record: { files: [mine.csv] }\n`);
  await expect.poll(promises, soon).toBe(19);
  await writeFile(mine, [head, row("one"), row("two", "1 February 2020"), row("three")].join("\n"));
  await expect.poll(promises, soon).toBe(20);
  expect(bot.logged).toContainEqual(
    expect.objectContaining({
      event: "config-doubted",
      fault: expect.stringMatching(/mine\.csv: line 3: actual_date/),
    }),
  );
});

it("watches that stand in a database are brought there from the files, and changed there", {
  timeout: 90_000,
}, async () => {
  const bot = await livingBot({ DATABASE_URL: await newPostgres() });
  const store = await Store.onPostgres(bot.databaseUrl ?? "", "another");
  onTestFinished(() => store.close());
  // What the files said was noted: from here on a change is one.
  await expect.poll(async () => (await store.watches.memory(WATCH)).version, soon).toBe(1);
  const [first] = await store.texts.newest();
  expect(first).toMatchObject({ watch: WATCH, version: 1, by: "" });
  await bot.edit((watch) => watch.set("title", "not looked at any more"));
  const text = (first?.text ?? "").replace("in the coming weeks", "in the coming months");
  const at = new Date().toISOString();
  await store.texts.put([{ watch: WATCH, text, by: "Ana", at, isArchived: false, after: 1 }]);
  await store.shared?.say("revised");
  await expect
    .poll(() => bot.told(), { timeout: 60_000 })
    .toContainEqual(expect.objectContaining({ kind: "stated", text: expect.stringContaining("added by a reviewer") }));
  expect(bot.logged).toContainEqual(expect.objectContaining({ event: "config-taken", watches: [WATCH] }));
});

it("a new promise in the file is told without a restart, and old news is not told again", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const statement = { on: "2026-02-01", by: "The director", phrase: "by the end of February 2026" };
  await bot.edit((watch) => watch.addIn(["statements"], statement));
  // Nobody says so: it is seen.
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({
      kind: "stated",
      title: "New promise: Report on the matter of the harbour",
      text: expect.stringContaining("added to its file"),
    });
  await bot.restart();
  await bot.live.reload();
  expect(await kinds(bot)).toEqual(["overdue", "started", "stated"]);
});

it("a source that was added is told, and looked at at once; one that was taken out is told as well", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  await bot.edit((watch) =>
    watch.addIn(["sources"], { id: "press", name: "the press room", kind: "listing", url: listOf(bot, 1) }),
  );
  await bot.live.reload();
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ title: "Source added: Report on the matter of the harbour" });
  const sources = async () => {
    const status = (await (await bot.ask(`/api/watches/${WATCH}`)).json()) as {
      sources: { source: string; state: string }[];
    };
    return status.sources.map(({ source, state }) => `${source} ${state}`);
  };
  await expect.poll(sources, soon).toEqual(["news read", "press read"]);
  await bot.edit((watch) => watch.deleteIn(["sources", 1]));
  await bot.live.reload();
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ title: "Source removed: Report on the matter of the harbour" });
  expect(await sources()).toEqual(["news read"]);
});

it("words that were put right find what stood there all the time", { timeout: 60_000 }, async () => {
  const bot = await begun();
  bot.lists
    .get("/list-0")
    ?.unshift({ title: "Study on the matter of the port published", url: "/nowhere", date: "1 March 2026" });
  await bot.edit((watch) => watch.setIn(["sources", 0, "every"], "1s"));
  await bot.live.reload();
  await expect.poll(() => looks(bot), soon).toBeGreaterThan(1);
  expect(await kinds(bot)).toEqual(["overdue", "started"]);
  await bot.edit((watch) => {
    watch.setIn(["sources", 0, "every"], "10m");
    watch.setIn(
      ["evidence", "subject"],
      [
        ["port", "harbour"],
        ["study", "report"],
      ],
    );
  });
  await bot.live.reload();
  await expect.poll(() => kinds(bot), soon).toEqual(["overdue", "revised", "signalled", "started"]);
});

it("a file with faults is refused whole, with the reason, and the last good one goes on", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const file = join(bot.config, "watches", `${WATCH}.yaml`);
  const good = await readFile(file, "utf8");
  await bot.write(`${WATCH}.yaml`, good.replace("kind: listing", "kind: lisitng"));
  await bot.live.reload();
  expect(bot.logged).toContainEqual(
    expect.objectContaining({ event: "config-refused", faults: [expect.stringContaining("sources[0].kind")] }),
  );
  expect(await (await bot.ask("/")).text()).toContain("sources[0].kind");
  await bot.live.reload();
  expect(bot.logged.filter(({ event }) => event === "config-refused")).toHaveLength(1);
  await bot.write(`${WATCH}.yaml`, good);
  await bot.live.reload();
  expect(bot.logged.at(-1)).toMatchObject({ event: "config-good" });
  expect(await kinds(bot)).toEqual(["overdue", "started"]);
});

it("a watch that is removed is archived: it is told, what was found stays, and it can be brought back", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const text = await readFile(join(bot.config, "watches", `${WATCH}.yaml`), "utf8");
  await bot.write("other.yaml", await another(bot));
  await bot.live.reload();
  await bot.remove(`${WATCH}.yaml`);
  await bot.live.reload();
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ title: "No longer watched: Report on the matter of the harbour" });
  await bot.write(`${WATCH}.yaml`, text);
  await bot.live.reload();
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ title: "Watched again: Report on the matter of the harbour" });
  expect(await kinds(bot)).toEqual(["overdue", "revised", "revised", "started"]);
});

it("a file that was renamed goes on where its watch says its id, and is refused where it does not", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const text = await readFile(join(bot.config, "watches", `${WATCH}.yaml`), "utf8");
  await bot.write("harbour.yaml", text);
  await bot.remove(`${WATCH}.yaml`);
  await bot.live.reload();
  expect(bot.logged.at(-1)).toMatchObject({
    event: "config-refused",
    faults: [expect.stringContaining(`this watch was known as "${WATCH}"; write \`id: ${WATCH}\` into it`)],
  });
  await bot.write("harbour.yaml", `id: ${WATCH}\n${text}`);
  await bot.live.reload();
  const logged = bot.logged.filter(({ event }) => String(event).startsWith("config"));
  expect(logged.slice(-2)).toMatchObject([{ event: "config-good" }, { event: "config-taken", watches: [WATCH] }]);
  expect(await titles(bot)).toHaveLength(2);
});

it("files that changed names with each other are refused: each watch would go on as the other", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const [text, other] = [await readFile(join(bot.config, "watches", `${WATCH}.yaml`), "utf8"), await another(bot)];
  await bot.write("bridge.yaml", other);
  await bot.live.reload();
  await bot.write(`${WATCH}.yaml`, other);
  await bot.write("bridge.yaml", text);
  await bot.live.reload();
  expect(bot.logged.at(-1)).toMatchObject({
    event: "config-refused",
    faults: [expect.stringContaining(`write \`id: ${WATCH}\``), expect.stringContaining("write `id: bridge`")],
  });
  await bot.write(`${WATCH}.yaml`, `id: bridge\n${other}`);
  await bot.write("bridge.yaml", `id: ${WATCH}\n${text}`);
  await bot.live.reload();
  expect(bot.logged.at(-1)).toMatchObject({ event: "config-taken" });
  expect(await kinds(bot)).toEqual(["overdue", "started"]);
});

it("a change is seen where the time of writing was set back to what it was", { timeout: 60_000 }, async () => {
  const bot = await begun();
  const [file, times] = [join(bot.config, "watches", `${WATCH}.yaml`), new Date("2026-01-01T00:00:00Z")];
  await utimes(file, times, times);
  const taken = () => bot.logged.filter(({ event }) => event === "config-taken").length;
  // Seen as it is by now, and found to be the same.
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await bot.edit((watch) => watch.setIn(["sources", 0, "name"], "the NEWS"));
  await utimes(file, times, times);
  await expect.poll(taken, soon).toBe(1);
});

it("a paused watch is not looked at, and goes on when it is no longer paused", { timeout: 60_000 }, async () => {
  const bot = await begun();
  await bot.edit((watch) => {
    watch.set("paused", true);
    watch.setIn(["sources", 0, "every"], "1s");
  });
  await bot.live.reload();
  await expect.poll(() => last(bot), soon).toMatchObject({ title: "Paused: Report on the matter of the harbour" });
  const paused = await looks(bot);
  await bot.edit((watch) => watch.delete("paused"));
  await bot.live.reload();
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ title: "No longer paused: Report on the matter of the harbour" });
  expect(paused).toBe(1);
  await expect.poll(() => looks(bot), soon).toBeGreaterThan(1);
});

it("settings that were built into something hold from the next start on, and it says which", {
  timeout: 60_000,
}, async () => {
  const bot = await begun();
  const file = join(bot.config, "coming-weeks.yaml");
  const text = await readFile(file, "utf8");
  await bot.write("../coming-weeks.yaml", text.replace("retries: 0", "retries: 2").replace("every: 10m", "every: 20m"));
  await bot.live.reload();
  expect(bot.logged).toContainEqual(
    expect.objectContaining({ event: "config-taken", untilRestart: ["fetch.retries"] }),
  );
});

/** The text of another watch. */
async function another(bot: LivingBot): Promise<string> {
  const text = await readFile(join(bot.config, "watches", `${WATCH}.yaml`), "utf8").catch(() => bot.text);
  return text.replaceAll("the harbour", "the bridge");
}

function listOf(bot: LivingBot, number: number): string {
  return `${bot.site}/list-${number}`;
}

async function looks(bot: LivingBot): Promise<number> {
  const coverage = (await (await bot.ask(`/api/watches/${WATCH}/coverage`)).json()) as { sources: { looks: number }[] };
  return coverage.sources[0]?.looks ?? 0;
}

it("what somebody is writing beside a change on the page is not taken in the middle", { timeout: 60_000 }, async () => {
  const bot = await begun();
  await bot.write("other.yaml", await another(bot));
  await bot.live.reload();
  await expect.poll(async () => (await bot.ask("/watches/other")).status, soon).toBe(200);
  await expect
    .poll(async () => (await bot.told("other")).map(({ kind }) => kind).sort(), soon)
    .toEqual(["overdue", "started"]);
  const whole = await another(bot);
  const longer = whole.replace(
    "sources:\n",
    `sources:\n  - id: press\n    kind: listing\n    url: ${listOf(bot, 1)}\n`,
  );
  // Its end is still to be written: what stands there is a watch with another source alone.
  await bot.write("other.yaml", longer.slice(0, longer.indexOf("  - id: news")));
  const PAGE = `/watches/${WATCH}`;
  const paused = await posting(bot).fill(PAGE, `${PAGE}/pause`, { paused: "yes" }, "button[value=yes]:not(.small)");
  expect(paused.status).toBe(303);
  await bot.write("other.yaml", longer);
  await expect.poll(() => last(bot), soon).toMatchObject({ title: expect.stringContaining("Paused") });
  await expect
    .poll(async () => (await bot.told("other")).map(({ kind }) => kind).sort(), soon)
    .toEqual(["overdue", "revised", "started"]);
  expect((await bot.told("other")).at(-1)).toMatchObject({ title: expect.stringContaining("Source added") });
});
