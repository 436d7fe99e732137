/** The form in which a watch is changed: its YAML is changed as a person would, and what cannot be is said beside its field. */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { type LivingBot, livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { type Posting, posting } from "../stand-ins/posting.ts";

const soon = { timeout: 20_000, interval: 50 };
const EDIT = `/watches/${WATCH}/edit`;
const file = (bot: LivingBot) => join(bot.config, "watches", `${WATCH}.yaml`);
const yaml = (bot: LivingBot) => readFile(file(bot), "utf8");
const kinds = async (bot: LivingBot) => (await bot.told()).map(({ kind }) => kind).sort();

async function begun(): Promise<{ bot: LivingBot; as: Posting }> {
  const bot = await livingBot();
  await expect.poll(() => kinds(bot), soon).toContain("started");
  return { bot, as: posting(bot) };
}

const save = (as: Posting, filled: Record<string, string>) => as.fill(EDIT, EDIT, { do: "save", ...filled });

it("a form that is saved as it is shown changes nothing", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  expect((await save(as, {})).status).toBe(303);
  expect(await yaml(bot)).toBe(bot.text);
});

it("what is changed is changed in the file, all else is as it was written, and it is told with who did it", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  const answer = await save(as, {
    short: "en: Harbour report\r\nfr: rapport du port",
    "evidence.titles": "Report on the matter of the harbour\r\nThe harbour report (since 2026-02-01)",
    "evidence.subject": 'harbour, "port, old"\r\nreport, study',
    "evidence.words": "120",
    "evidence.html": "yes",
    "sources.news.every": "20m",
    "your-name": "Ana",
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/watches/${WATCH}?done=saved`]);
  const text = await yaml(bot);
  expect(text.split("\n")[0]).toBe("# The harbour.");
  for (const piece of [
    "en: Harbour report",
    "    - title: The harbour report\n      since: 2026-02-01",
    "- port, old",
    "words: 120",
    "html: true",
    "every: 20m",
  ])
    expect(text).toContain(piece);
  await expect
    .poll(async () => (await bot.told()).at(-1), soon)
    .toMatchObject({ kind: "revised", text: expect.stringContaining("changed by a reviewer") });
  // What was read from the file is shown as it was typed.
  const { $ } = await as.page(EDIT);
  expect($("[name='evidence.subject']").text().trim()).toBe('harbour, "port, old"\nreport, study');
  expect($("[name='evidence.titles']").text()).toContain("The harbour report (since 2026-02-01)");
  expect((await save(as, {})).status).toBe(303);
  expect(await yaml(bot)).toBe(text);
});

it("statements are changed, taken out and added, each where it belongs, and read aloud as days", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  const said = (name: string, value: string) => ({ [`statements.new.${name}`]: value });
  const added = {
    ...said("on", "2026-02-01"),
    ...said("by", "The director"),
    ...said("phrase", "by the end of February 2026"),
    ...said("link", "www.example.org/said"),
  };
  const read = await as.fill(EDIT, EDIT, { do: "check", ...added });
  expect(await read.text()).toContain("Read as: from 1 February 2026, most likely");
  await save(as, added);
  await expect.poll(() => kinds(bot), soon).toContain("stated");
  expect(await yaml(bot)).toMatch(/phrase: by the end of February 2026\n +link: https:\/\/www\.example\.org\/said/);
  await save(as, { "statements.0.latest": "2026-04-01", "statements.1.out": "yes" });
  const text = await yaml(bot);
  expect(text).toContain("latest: 2026-04-01\n      basis: days given by hand");
  expect(text).not.toContain("The director");
  await save(as, { "statements.0.latest": "", "statements.0.likely": "", "statements.0.earliest": "" });
  expect(await yaml(bot)).toBe(bot.text);
});

it("a page is looked at, judged by the watch as the form has it, and becomes a source", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  bot.lists.get("/list-1")?.unshift({ title: "Study on the bridge published", url: "/nowhere", date: "1 March 2026" });
  const look = `${bot.site}/list-1`;
  const filled = { do: "look", look, "evidence.subject": "bridge\r\nstudy", "evidence.titles": "Study on the bridge" };
  const seen = await (await as.fill(EDIT, EDIT, filled)).text();
  expect(seen).toContain("Read as a listing");
  expect(seen).toMatch(/Study on the bridge published<\/a><br><span class="meaning">[^<]*its link is followed at once/);
  expect(await yaml(bot)).toBe(bot.text);
  const early = await save(as, { look, "look.add": "yes" });
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining("Look at it first")]);
  await save(as, { look, "look.add": "yes", "look.kind": "listing", "look.name": "the press room" });
  expect(await yaml(bot)).toContain(
    `  - id: press-room\n    name: the press room\n    kind: listing\n    url: ${look}`,
  );
  await save(as, { "sources.press-room.paused": "yes" });
  expect(await yaml(bot)).toContain(`url: ${look}\n    paused: true`);
  await save(as, { "sources.press-room.out": "yes" });
  expect(await yaml(bot)).toBe(bot.text);
});

describe("what cannot be is said beside its field, and what was typed is kept", () => {
  const inHalfAYear = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  it.each<[name: string, field: string, value: string, says: string]>([
    ["no title", "title", "", "must not be left empty"],
    ["no hosts", "publisher.hosts", "", "must not be left empty"],
    [
      "a host nobody reads",
      "publisher.hosts",
      "127.0.0.1\r\nfiles.example.net",
      "write it under “Hosts where only its files stand”",
    ],
    ["hosts that the sources are not on", "publisher.hosts", "www.example.org", "no source is on www.example.org"],
    ["an address among the hosts", "publisher.hosts", "https://x.org/", "must be a host name in lower case"],
    ["no time zone", "publisher.zone", "Geneva", "is not a time zone"],
    ["too few words", "evidence.words", "3", "is too little; at least 20"],
    ["no number", "evidence.words", "many <b>", "is not a number"],
    ["a promise of a day to come", "statements.0.on", inHalfAYear, "is in the future"],
    ["no day", "statements.0.on", "soon", "is not a date"],
    [
      "words that say no time",
      "statements.0.phrase",
      "when it is ready",
      "not understood as a time: give the days below",
    ],
    ["a first day without the last", "statements.0.earliest", "2026-05-01", "must not be left empty"],
    ["an address that is none", "sources.news.url", "nowhere", "must be an http or https address"],
    ["no duration", "sources.news.every", "often", "is not a duration"],
    ["a promise half given", "statements.new.by", "The director", "must not be left empty"],
  ])("%s", { timeout: 60_000 }, async (_, field, value, says) => {
    const { bot, as } = await begun();
    const answer = await save(as, { [field]: value, short: "<kept>" });
    expect(answer.status).toBe(422);
    const $ = load(await answer.text());
    const control = $(`[name="${field}"]`);
    const faults = $(".fault")
      .toArray()
      .map((one) => $(one).text());
    expect(faults.join("\n")).toContain(says);
    expect(control.val()).toBe(value.replaceAll("\r\n", "\n"));
    expect($("[name=short]").text().trim()).toBe("<kept>");
    expect(await yaml(bot)).toBe(bot.text);
  });
});

it("a form made of an older text is refused, and shows both", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  const fields = await as.fields(EDIT, EDIT);
  await save(as, { short: "Harbour report" });
  fields.set("do", "save");
  fields.set("title", "Report on the harbour fire");
  const answer = await as.send(EDIT, fields);
  const text = await answer.text();
  expect(answer.status).toBe(409);
  const $ = load(text);
  const said = (name: string) =>
    $(`.diff ${name}`)
      .toArray()
      .map((one) => $(one).text());
  expect(said("ins")).toContain("title: Report on the harbour fire");
  expect(said("del")).toContain("short: Harbour report");
  expect(await yaml(bot)).not.toContain("harbour fire");
});

it("a file that was changed by hand a moment before is not written over", { timeout: 60_000 }, async () => {
  const { bot, as } = await begun();
  const fields = await as.fields(EDIT, EDIT);
  await writeFile(file(bot), `${bot.text}# by hand\n`);
  fields.set("do", "save");
  fields.set("short", "Harbour report");
  expect((await as.send(EDIT, fields)).status).toBe(409);
  expect(await yaml(bot)).toBe(`${bot.text}# by hand\n`);
});

it("where the file cannot be written, it is offered: the same form, with the file as its answer", {
  timeout: 60_000,
}, async () => {
  const { bot, as } = await begun();
  // What is written first is in the way of a folder.
  await mkdir(join(bot.config, "watches", `.${WATCH}.yaml.new`));
  const fields = await as.fields(EDIT, EDIT);
  fields.set("do", "save");
  fields.set("short", "Harbour report");
  const refused = await as.send(EDIT, fields);
  const text = await refused.text();
  expect([refused.status, text]).toEqual([409, expect.stringContaining("Download the file")]);
  expect(text).toContain("Harbour report");
  fields.set("do", "download");
  const taken = await as.send(EDIT, fields);
  expect(taken.headers.get("content-disposition")).toBe(`attachment; filename="${WATCH}.yaml"`);
  expect(await taken.text()).toBe(`${bot.text}short: Harbour report\n`);
  // The small forms offer it as well.
  const PAUSE = `/watches/${WATCH}/pause`;
  const pause = await as.fill(`/watches/${WATCH}`, PAUSE, { paused: "yes" }, "button[value=yes]:not(.small)");
  expect(await pause.text()).toContain('<input type="hidden" name="paused" value="yes">');
  const paused = await as.fill(
    `/watches/${WATCH}`,
    PAUSE,
    { paused: "yes", do: "download" },
    "button[value=yes]:not(.small)",
  );
  expect(await paused.text()).toBe(`${bot.text}paused: true\n`);
  expect(await yaml(bot)).toBe(bot.text);
});

it("a watch that is not watched has no such form", { timeout: 60_000 }, async () => {
  const { as } = await begun();
  expect((await as.page("/watches/none/edit")).status).toBe(404);
});
