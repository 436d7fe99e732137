/** Another promise comes to be watched from the page, from a person's first word to the first look; no file is written by hand. */
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { load } from "cheerio";
import { describe, expect, it, onTestFinished } from "vitest";
import { type LivingBot, livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { HTTP_ONLY, NEWCOMERS, type NewcomersSite, newcomersSite, WALL } from "../stand-ins/newcomers.ts";
import { type Posting, posting } from "../stand-ins/posting.ts";

const NEW = "/watches/new";
const soon = { timeout: 30_000, interval: 100 };
const KNOWN = NEWCOMERS["gov.uk"];
const PAGE = KNOWN.office.site + KNOWN.office.listing;
const ANSWERS = {
  do: "look",
  title: KNOWN.title,
  by: KNOWN.by,
  on: KNOWN.promised,
  words: KNOWN.words,
  link: KNOWN.link,
  site: PAGE,
};

async function begun(): Promise<{ bot: LivingBot; as: Posting; site: NewcomersSite }> {
  const site = await newcomersSite(KNOWN);
  const bot = await livingBot({}, { origins: site.standIns });
  return { bot, as: posting(bot), site };
}

/** Sends a form, and waits for what comes of it. @returns the draft's address and its page */
async function proposed(as: Posting, answer: Response) {
  expect(answer.status, await answer.clone().text()).toBe(303);
  const address = answer.headers.get("location") ?? "";
  await expect.poll(async () => (await as.page(address)).$("main[data-under-way]").length, soon).toBe(0);
  return { address, ...(await as.page(address)) };
}

const files = (bot: LivingBot) => readdir(join(bot.config, "watches"));

it("a promise comes to be watched: the words, what is proposed with its reasons, and it is looked at", {
  timeout: 90_000,
}, async () => {
  const { bot, as } = await begun();
  const { address, $ } = await proposed(as, await as.fill(NEW, NEW, ANSWERS));
  const text = $("main").text().replace(/\s+/g, " ");
  for (const reason of [
    "said on 31 January 2022: from 7 February 2022",
    "assets.publishing.service.gov.uk: its items have their files there",
    "Its days are counted there: its host’s country",
    "the page you named",
    "Read as a listing: its links stand in rows with dates. 4 items.",
    "Report on public bodiesnothing: it is of before the promise",
    "sitemap.xml: is in many parts, each a request of every look",
  ])
    expect(text).toContain(reason);
  const written = await as.fill(address, address, { do: "write", "your-name": "Ana" });
  const watch = "/watches/sue-gray-report-gatherings";
  expect([written.status, written.headers.get("location")]).toEqual([303, `${watch}?done=added`]);
  const yaml = await readFile(join(bot.config, "watches", "sue-gray-report-gatherings.yaml"), "utf8");
  expect(yaml).toMatch(/hosts: \[www\.gov\.uk, gov\.uk\].*\n {2}files: \[assets\.publishing\.service\.gov\.uk\]/);
  const kinds = async () => (await bot.told("sue-gray-report-gatherings")).map(({ kind }) => kind);
  await expect.poll(kinds, soon).toContain("started");
  expect((await as.page(`${watch}/versions`)).$(".looks li").text()).toContain("by a reviewer");
  expect((await as.page(address)).status).toBe(404);
});

it("every part can be said otherwise and is looked at again, and nothing is fetched twice", {
  timeout: 90_000,
}, async () => {
  const { bot, as, site } = await begun();
  const { address } = await proposed(as, await as.fill(NEW, NEW, ANSWERS));
  const feed = `${KNOWN.office.site}/feed.xml`;
  const first = await proposed(as, await as.fill(address, address, { do: "look", sources: feed }));
  expect(first.$("[name=keep]").length).toBe(2);
  expect(first.$("main").text()).toContain("Read as a feed");
  const fields = await as.fields(address, address);
  const changed = {
    do: "write",
    short: "Gray report",
    subject: "gatherings, parties\r\nreport, findings",
    hosts: "www.gov.uk\r\nassets.publishing.service.gov.uk",
    zone: "Europe/Lisbon",
    id: "gray",
    html: "yes",
  };
  for (const [name, value] of Object.entries(changed)) fields.set(name, value);
  fields.delete("keep", feed);
  // What was said otherwise is shown once more before it is written.
  const { $ } = await proposed(as, await as.send(address, fields));
  expect(await files(bot)).toEqual([`${WATCH}.yaml`]);
  expect($("[name=hosts]").text().trim()).toBe("www.gov.uk\nassets.publishing.service.gov.uk");
  expect($(`[name=keep][value="${feed}"]`).is("[checked]")).toBe(false);
  expect((await as.fill(address, address, { do: "write" })).status).toBe(303);
  const yaml = await readFile(join(bot.config, "watches", "gray.yaml"), "utf8");
  for (const line of [
    "short: Gray report",
    "zone: Europe/Lisbon",
    "- [gatherings, parties]",
    "hosts: [www.gov.uk]",
    "files: [assets.publishing.service.gov.uk]",
    "html: true",
  ])
    expect(yaml).toContain(line);
  expect(yaml).not.toContain(feed);
  const paths = site.requests.map(({ path }) => path).filter((path) => path !== "/robots.txt");
  const ofTheDraft = paths.slice(0, paths.lastIndexOf("/feed.xml") + 1);
  expect(ofTheDraft).toHaveLength(new Set(ofTheDraft).size);
});

it("words of which only a part is a time are asked about before anything is fetched", {
  timeout: 90_000,
}, async () => {
  const { as, site } = await begun();
  const words = "It may yet appear before the summer, or by the end of the year if we must";
  const asked = await as.fill(NEW, NEW, { ...ANSWERS, words });
  expect(asked.status).toBe(422);
  const $ = load(await asked.text());
  expect($("[name=reading]").length).toBe(3);
  expect($("#words-fault").text()).toContain("choose what is meant");
  expect(site.requests).toEqual([]);
  const fields = new URLSearchParams([
    ...$(`form[action="${NEW}"]`)
      .serializeArray()
      .map(({ name, value }): [string, string] => [name, value]),
    ["reading", "1"],
    ["do", "look"],
  ]);
  const { address } = await proposed(as, await as.send(NEW, fields));
  const again = await as.page(address);
  expect(again.$("[name=reading][value=1]").is("[checked]")).toBe(true);
  expect((await as.fill(address, address, { do: "write" })).headers.get("location")).toContain("done=added");
});

describe("what cannot be read is said beside its field, and what was typed is kept", () => {
  it.each<[name: string, field: string, value: string, says: string]>([
    ["no title", "title", "", "Write what was promised, please"],
    ["nobody who said it", "by", " ", "Write who promised it, please"],
    ["no day", "on", "yesterday", "“yesterday” is not a day"],
    ["no day at all", "on", "", "Write a day, such as 2021-12-10"],
    ["no page at all", "site", "", "Write an address, such as https://"],
    ["no words", "words", "", "Write the words, please"],
    ["words that say no time", "words", "when it is <b>ready", "give the last day"],
    ["no page", "site", "no address", "“no address” is not an address"],
    ["a file of this machine", "site", "file:///etc/passwd", "is not an address"],
    ["a page with a password in it", "site", "https://me:secret@www.gov.uk/", "is not an address"],
    ["a first day without a last", "earliest", "2022-02-02", "Give the last day as well"],
    ["a title without an end", "title", "x".repeat(300), "That is 300 characters long"],
  ])("%s", { timeout: 60_000 }, async (_, field, value, says) => {
    const { as, site } = await begun();
    const answer = await as.fill(NEW, NEW, { ...ANSWERS, [field]: value });
    expect(answer.status).toBe(422);
    const $ = load(await answer.text());
    expect($(".fault").text()).toContain(says);
    expect($(`[name=${field}]`).val()).toBe(value);
    expect($("[name=by]").val()).toBe(field === "by" ? value : KNOWN.by);
    expect(site.requests).toEqual([]);
  });
});

describe("what can never publish is said beside its field, and is not written", () => {
  it.each<[name: string, filled: Record<string, string>, field: string, says: string]>([
    ["a title that says nothing", { title: "The report" }, "title", "only what kind of thing"],
    ["a wall", { site: `https://${WALL}/news` }, "site", "Nothing can be read there for news"],
    ["plain http alone", { site: `http://${HTTP_ONLY}/news` }, "site", "only over plain http"],
    ["a day to come", { on: "2099-01-01", latest: "2099-02-01" }, "on", "has not come yet"],
    ["days out of order", { latest: "2022-03-01", earliest: "2022-04-01" }, "latest", "out of order"],
  ])("%s", { timeout: 60_000 }, async (_, filled, field, says) => {
    const { bot, as } = await begun();
    const { address, $ } = await proposed(as, await as.fill(NEW, NEW, { ...ANSWERS, ...filled }));
    expect($(`#${field}-fault`).text()).toContain(says);
    expect($("button[value=write]").length).toBe(0);
    // Nor is it by whoever sends the button all the same.
    await proposed(as, await as.fill(address, address, { do: "write" }));
    expect(await files(bot)).toEqual([`${WATCH}.yaml`]);
  });

  it("what is refused of a proposal’s own parts", { timeout: 60_000 }, async () => {
    const { as } = await begun();
    const { address } = await proposed(as, await as.fill(NEW, NEW, ANSWERS));
    const wrong = { hosts: "www.gov.uk files.gov.uk", subject: "pensions\r\nreport", id: WATCH, least: "4000" };
    const { $ } = await proposed(as, await as.fill(address, address, { do: "look", ...wrong }));
    expect($("#hosts-fault").text()).toContain("files.gov.uk: nothing is read on this host");
    expect($("#subject-fault").text()).toContain("no word of pensions");
    expect($("#id-fault").text()).toContain("choose another");
    expect($("#least-fault").text()).toContain("None of its documents");
    const unread = await as.fill(address, address, { do: "look", zone: "Geneva", id: "No!", least: "many" });
    expect([unread.status, await unread.text()]).toEqual([422, expect.stringContaining("“Geneva” is not a time zone")]);
  });
});

it("a page of what a site says shows it as text", { timeout: 60_000 }, async () => {
  const { as, site } = await begun();
  const evil = { title: `<img src=x onerror=alert(1)>"'`, path: "/evil", date: "2022-02-02", kind: "<b>" };
  site.show([{ ...evil, title: evil.title.replaceAll("<", "&lt;") }]);
  const { $ } = await proposed(as, await as.fill(NEW, NEW, { ...ANSWERS, title: `${evil.title} ${KNOWN.title}` }));
  expect($("main img").length).toBe(0);
  expect($("main").text()).toContain("<img src=x onerror=alert(1)>");
});

describe("nobody has the bot look where only it can", () => {
  it.each([
    ["http://127.0.0.1:PORT/", "an address that is not public"],
    ["http://2130706433:PORT/", "an address that is not public"],
    ["http://0x7f.1:PORT/", "an address that is not public"],
    ["http://[::ffff:127.0.0.1]:PORT/", "is not an address"],
    ["http://localhost:PORT/", "is not an address"],
  ])("%s", { timeout: 60_000 }, async (written, says) => {
    let asked = 0;
    const inside = createServer((_, response) => {
      asked += 1;
      response.end("<h1>secret</h1>");
    });
    await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void inside.close());
    const bot = await livingBot({}, { fetch: { allow_private_addresses: false } });
    const as = posting(bot);
    const address = written.replace("PORT", String((inside.address() as AddressInfo).port));
    const EDIT = `/watches/${WATCH}/edit`;
    const looked = await as.fill(EDIT, EDIT, { do: "look", look: address });
    expect(await looked.text()).toContain(says);
    const begun = await as.fill(NEW, NEW, { ...ANSWERS, site: address });
    if (begun.status === 303) {
      const { $ } = await proposed(as, begun);
      expect($("#site-fault").text()).toContain("Nothing can be read there");
      expect($("main").text()).not.toContain("secret");
    }
    expect(asked).toBe(0);
  });
});

it("a few are looked at at once, and no more wait than somebody would wait for", { timeout: 60_000 }, async () => {
  let open = 0;
  // A host each: one that is slow holds up nobody else's.
  const slow = () => {
    const server = createServer(() => {
      open += 1;
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return new Promise<string>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
    );
  };
  const sites = ["one", "two", "three", "four", "five", "six", "seven"].map((name) => `https://${name}.example.org`);
  const origins = await Promise.all(sites.map(async (site) => [site, await slow()] as const));
  const bot = await livingBot({}, { origins: Object.fromEntries(origins) });
  const as = posting(bot);
  const answers: Response[] = [];
  for (const site of sites) answers.push(await as.fill(NEW, NEW, { ...ANSWERS, site: `${site}/` }));
  const first = answers[0]?.headers.get("location") ?? "";
  const under = await as.page(first);
  expect(under.$("noscript").text()).toContain('http-equiv="refresh"');
  await expect.poll(() => open, soon).toBe(2);
  const last = answers.at(-1);
  expect([last?.status, await last?.text()]).toEqual([409, expect.stringContaining("try again in a minute")]);
  expect((await as.fill(first, first, { do: "leave" })).headers.get("location")).toBe("/");
  expect((await as.page(first)).status).toBe(404);
  // Its place is another's.
  await expect.poll(() => open, soon).toBe(3);
});

it("a watch is never called as this form’s address is", { timeout: 60_000 }, async () => {
  const { as } = await begun();
  const { address } = await proposed(as, await as.fill(NEW, NEW, ANSWERS));
  const { $ } = await proposed(as, await as.fill(address, address, { do: "look", id: "new" }));
  expect($("#id-fault").text()).toContain("choose another");
});
