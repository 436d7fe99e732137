/** What people do about a watch from its page: their word on what was found, pausing, muting, an end to watching. */
import { readdir, readFile, readlink, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../stand-ins/command.ts";
import { type LivingBot, livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { article, LATEST_PATH, listing, ordinaryRows } from "../stand-ins/ohchr.ts";
import { serve } from "../stand-ins/page.ts";
import { type Posting, posting } from "../stand-ins/posting.ts";

const soon = { timeout: 20_000, interval: 50 };
const PAGE = `/watches/${WATCH}`;
const kinds = async (bot: LivingBot) => (await bot.told()).map(({ kind }) => kind).sort();
const last = async (bot: LivingBot) => (await bot.told()).at(-1);
const yaml = (bot: LivingBot, name = WATCH) => readFile(join(bot.config, "watches", `${name}.yaml`), "utf8");

async function begun(): Promise<{ bot: LivingBot; as: Posting }> {
  const bot = await livingBot();
  await expect.poll(() => kinds(bot), soon).toContain("started");
  return { bot, as: posting(bot) };
}

/** A bot that has found a signal. */
async function signalled(): Promise<{ bot: LivingBot; as: Posting }> {
  const { bot, as } = await begun();
  bot.lists
    .get("/list-1")
    ?.unshift({ title: "Report on the matter of the harbour published", url: "/nowhere", date: "1 March 2026" });
  await bot.edit((watch) =>
    watch.addIn(["sources"], { id: "press", name: "the press", kind: "listing", url: `${bot.site}/list-1` }),
  );
  await bot.live.reload();
  await expect.poll(() => kinds(bot), soon).toContain("signalled");
  return { bot, as };
}

it("a signal is confirmed, and “Published” told; who said so stands in the data alone", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await signalled();
  const answer = await as.fill(
    PAGE,
    `${PAGE}/evidence`,
    { decision: "confirm", "your-name": "Ana" },
    "button[value=confirm]",
  );
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${PAGE}?done=decided`]);
  await expect.poll(() => kinds(bot), soon).toContain("published");
  const { $ } = await as.page(`${PAGE}?done=decided`);
  expect($(".done").text()).toContain("Noted");
  expect($("button[value=confirm]").length).toBe(0);
  expect(bot.logged).toContainEqual(
    expect.objectContaining({
      event: "decided",
      watch: WATCH,
      decision: "confirm",
      by: expect.stringMatching(/^page-[0-9a-f]{16}$/),
    }),
  );
  expect(await bot.people()).toEqual(["Ana"]);
});

it("a signal that many confirm at the same moment, on the page and at the command line, is confirmed once and told once", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await signalled();
  const fields = await as.fields(PAGE, `${PAGE}/evidence`, "button[value=confirm]");
  fields.set("decision", "confirm");
  const onPage = Array.from({ length: 16 }, (_, at) => {
    const own = new URLSearchParams(fields);
    own.set("your-name", `Ana ${at}`);
    return as.send(`${PAGE}/evidence`, own);
  });
  const environment = { COMING_WEEKS_CONFIG: join(bot.config, "coming-weeks.yaml") };
  const atCommandLine = ["Ben", "Carla", "Dora", "Eve"].map((by) =>
    run(["confirm", fields.get("evidence") ?? "", "--data", bot.data, "--by", by], environment),
  );
  const [answers, ran] = [await Promise.all(onPage), await Promise.all(atCommandLine)];
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const taken =
    answers.filter(({ status }) => status === 303).length + ran.filter(({ out }) => out.startsWith("Noted")).length;
  expect(taken).toBe(1);
  for (const answer of answers)
    if (answer.status !== 303) {
      expect(answer.status).toBe(409);
      expect(await answer.text()).toMatch(/Already confirmed, by a reviewer, on \d+ \w+ \d{4}/);
    }
  await expect.poll(() => kinds(bot), soon).toContain("published");
  expect((await kinds(bot)).filter((kind) => kind === "published")).toHaveLength(1);
});

it("a signal is dismissed with a reason, which is told", { timeout: 60_000 }, async () => {
  const { bot, as } = await signalled();
  const filled = { decision: "dismiss", reason: "It is\r\nlast year’s", "your-name": "Ana\u0007" };
  await as.fill(PAGE, `${PAGE}/evidence`, filled, "button[value=dismiss]");
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({ kind: "corrected", text: expect.stringMatching(/by a reviewer.*It is last year’s/s) });
});

describe("a word on timing that is proposed", () => {
  const HEADLINE = "Press briefing notes: Xinjiang assessment";
  const OHCHR = "/watches/xinjiang-assessment";

  it.each([
    ["counts once a person adds it", "add", { newest_promise: { latest: "2022-04-30", added_by: "a reviewer" } }],
    ["is gone once a person dismisses it", "dismiss", { proposed: [] }],
  ])("%s", async (_, decision, status) => {
    const { rehearsal, address } = await serve();
    Object.assign(rehearsal.origin.pages, {
      [LATEST_PATH]: listing([{ title: HEADLINE, url: "/en/briefing", date: "15 March 2022" }, ...ordinaryRows()]),
      "/en/briefing": article({
        title: HEADLINE,
        date: "15 March 2022",
        body: "The assessment would be published by the end of April.",
      }),
    });
    await rehearsal.at("2022-03-15T12:00:00Z");
    const as = posting({ live: { page: address } });
    const answer = await as.fill(OHCHR, `${OHCHR}/proposals`, { decision, "your-name": "Ana" });
    expect(answer.headers.get("location")).toBe(`${OHCHR}?done=decided`);
    expect(await rehearsal.status()).toMatchObject(status);
    expect((await as.page(OHCHR)).$("form[action$=proposals]").length).toBe(0);
  });
});

it("a watch is paused and resumed, its comments kept", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  await as.fill(PAGE, `${PAGE}/pause`, { paused: "yes", "your-name": "Ana" }, "button[value=yes]:not(.small)");
  expect(await yaml(bot)).toBe(`${bot.text}paused: true\n`);
  await expect
    .poll(() => last(bot), soon)
    .toMatchObject({
      title: expect.stringContaining("Paused"),
      text: expect.stringContaining("changed by a reviewer"),
    });
  await as.fill(PAGE, `${PAGE}/pause`, { paused: "no" }, "button[value=no]:not(.small)");
  expect(await yaml(bot)).toBe(bot.text);
  await expect.poll(() => last(bot), soon).toMatchObject({ title: expect.stringContaining("No longer paused") });
});

it("a watch whose file is a link stays one: what it leads to is changed", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  const [file, kept] = [join(bot.config, "watches", `${WATCH}.yaml`), join(bot.config, "kept.yaml")];
  await rename(file, kept);
  await symlink(kept, file);
  await as.fill(PAGE, `${PAGE}/pause`, { paused: "yes" }, "button[value=yes]:not(.small)");
  expect(await readlink(file)).toBe(kept);
  expect(await readFile(kept, "utf8")).toBe(`${bot.text}paused: true\n`);
});

it("a source is paused by itself", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  await as.fill(PAGE, `${PAGE}/pause`, { paused: "yes" }, "[name=source][value=news]");
  expect(await yaml(bot)).toMatch(/id: news\n.*paused: true/s);
  const { $ } = await as.page(PAGE);
  expect($(".source .state").text()).toBe("Paused");
});

it("a watch is muted until a day that is still to come, and told of in full again", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  const past = await as.fill(PAGE, `${PAGE}/mute`, { mute: "yes", until: "2020-01-01" });
  expect([past.status, await past.text()]).toEqual([422, expect.stringContaining("still to come")]);
  const never = await as.fill(PAGE, `${PAGE}/mute`, { mute: "yes", until: "2199-13-45" });
  expect([never.status, await never.text()]).toEqual([422, expect.stringContaining("is not a date")]);
  await as.fill(PAGE, `${PAGE}/mute`, { mute: "yes", until: "2199-01-01" });
  expect(await yaml(bot)).toContain("mute_until: 2199-01-01");
  await as.fill(PAGE, `${PAGE}/mute`, { mute: "no" });
  expect(await yaml(bot)).toBe(bot.text);
});

it("a watch that is no longer watched is listed apart, can be read, and can be watched again", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  const only = await as.fill(PAGE, `${PAGE}/archive`, { archive: "yes" });
  expect([only.status, await only.text()]).toEqual([422, expect.stringContaining("is the only watch")]);
  await bot.write("bridge.yaml", bot.text.replaceAll("the harbour", "the bridge").replaceAll("- harbour", "- bridge"));
  await bot.live.reload();
  expect((await as.fill(PAGE, `${PAGE}/archive`, { archive: "yes" })).status).toBe(303);
  expect(await readdir(join(bot.config, "watches"))).toEqual(["archived", "bridge.yaml"]);
  await expect.poll(() => last(bot), soon).toMatchObject({ title: expect.stringContaining("No longer watched") });
  const front = await as.page("/");
  expect(front.$(`main a[href="${PAGE}"]`).text()).toBe(WATCH);
  const { $ } = await as.page(PAGE);
  expect([$("h1").text(), $("form[action$=pause]").length]).toEqual(["Report on the matter of the harbour", 0]);
  expect((await as.send(`${PAGE}/pause`, await as.fields(PAGE, `${PAGE}/return`))).status).toBe(403);
  await as.fill(PAGE, `${PAGE}/return`, { return: "yes" });
  expect(await yaml(bot)).toBe(bot.text);
  await expect.poll(() => last(bot), soon).toMatchObject({ title: expect.stringContaining("Watched again") });
});

it("who changed what, and when, is shown line by line", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  await as.fill(PAGE, `${PAGE}/mute`, { mute: "yes", until: "2199-01-01", "your-name": "Ana <b>" });
  expect(await bot.people()).toEqual(["Ana <b>"]);
  const { $ } = await as.page(`${PAGE}/versions`);
  expect($(".looks li").first().text()).toMatch(/Version 2 · .*by a reviewer/);
  expect($(".yaml ins").text()).toBe("mute_until: 2199-01-01");
  const first = await as.page(`${PAGE}/versions?version=1`);
  expect(first.$(".yaml").text()).toContain("# The harbour.");
  expect((await as.page("/watches/none/versions")).status).toBe(404);
});

it("a change is refused where the file was changed by hand a moment before", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  const fields = await as.fields(PAGE, `${PAGE}/pause`, "button[value=yes]:not(.small)");
  fields.set("paused", "yes");
  await writeFile(join(bot.config, "watches", `${WATCH}.yaml`), `${bot.text}# by hand\n`);
  const answer = await as.send(`${PAGE}/pause`, fields);
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining("changed by somebody else")]);
  expect(await yaml(bot)).toBe(`${bot.text}# by hand\n`);
});

it("a change is written and waits where something else of the config is at fault: it says which", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  await bot.write("bridge.yaml", "title: [");
  const answer = await as.fill(PAGE, `${PAGE}/mute`, { mute: "yes", until: "2199-01-01" });
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining("holds once this is put right")]);
  expect(await yaml(bot)).toContain("mute_until");
});
