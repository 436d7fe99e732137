/** A publication that is first told in posts, which have no titles: from a feed of them to what people are told. */
import { describe, expect, it } from "vitest";
import { parseWatch } from "../../src/config/load.ts";
import { plainText, say } from "../../src/message/wording.ts";
import { rehearse } from "../stand-ins/bot.ts";
import type { Pages } from "../stand-ins/origin.ts";
import { officeFile } from "../stand-ins/other-offices.ts";

const OFFICE = "https://www.office.example.org";
const FILE = "/files/a91.pdf";
const TITLE = "Report of the Harbour Inquiry";

const WATCH = (host: string, publisher: string, more: string) => `
title: ${TITLE}
publisher: ${publisher}
statements:
  - { on: 2022-01-10, by: the office, phrase: in the coming weeks }
evidence:
  titles: [${TITLE}]
  subject: [[harbour], [report, inquiry]]
  topic: [harbour]
sources:
  - { id: posts, kind: feed, url: "https://${host}/@office.rss"${more} }
  - { id: news, kind: listing, url: "${OFFICE}/news", existence: likely }`;
const SISTER =
  "{ name: The Office, zone: Europe/London, hosts: [www.office.example.org], sisters: [social.example.org] }";
const ALONE = "{ name: The Office, zone: Europe/London, hosts: [www.office.example.org] }";
const OWN = "{ name: The Office, zone: Europe/London, hosts: [www.office.example.org, social.office.example.org] }";

/** As Mastodon writes a post and a link in it. */
function post(number: number, date: string, text: string, address?: string): string {
  const rest = (address ?? "").replace("https://", "");
  const link = address
    ? `<p><a href="${address}" rel="nofollow noopener"><span class="invisible">https://</span><span class="ellipsis">${rest.slice(0, 20)}</span><span class="invisible">${rest.slice(20)}</span></a></p>`
    : "";
  const html = `<p>${text}</p>${link}`.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<item><guid isPermaLink="true">https://social.example.org/@office/${number}</guid><link>https://social.example.org/@office/${number}</link><pubDate>${new Date(date).toUTCString()}</pubDate><description>${html}</description></item>`;
}
const feed = (...posts: string[]) => ({
  headers: { "content-type": "application/rss+xml" },
  body: `<rss version="2.0"><channel><title>The Office</title>${posts.join("")}</channel></rss>`,
});

const EARLIER = post(1, "2022-08-29T09:00:00Z", "The harbour is open to swimmers again.");
const LONG =
  "We thank everybody who wrote to us over so many months, and who waited for so long, in every part of the town and beyond it. ";

async function watching(host: string, publisher: string, more = "") {
  const faults: string[] = [];
  const watch = parseWatch({ place: "harbour.yaml", name: "harbour.yaml", text: WATCH(host, publisher, more) }, faults);
  expect(faults).toEqual([]);
  if (!watch) throw new Error("no watch");
  const pages: Pages = { "/@office.rss": feed(EARLIER), [FILE]: { status: 404 } };
  const rehearsal = await rehearse({
    pages,
    adjust: (config) => {
      config.watches = [watch];
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins = { [`https://${host}`]: address, [OFFICE]: address };
    },
  });
  await rehearsal.at("2022-08-30T12:00:00Z");
  const publish = async (text: string, address?: string) => {
    rehearsal.origin.pages[FILE] =
      officeFile(TITLE, "2022-08-31", "the harbour, on which this inquiry has to report") ?? "";
    rehearsal.origin.pages["/@office.rss"] = feed(post(2, "2022-08-31T21:50:00Z", text, address), EARLIER);
    await rehearsal.at("2022-08-31T22:00:00Z");
  };
  return { ...rehearsal, publish };
}

describe("a post of the publisher’s own", () => {
  it("that leads to the document is how it is published, whatever the post says first", async () => {
    const { publish, told, kinds } = await watching("social.office.example.org", OWN);
    await publish(`${LONG}Our inquiry into the harbour is done.`, OFFICE + FILE);
    expect(kinds().filter((kind) => !/started|overdue/.test(kind))).toEqual(["published"]);
    expect(JSON.stringify(told.find(({ kind }) => kind === "published"))).toContain(OFFICE + FILE);
  });

  it("that says so behind its first words, without a link, raises the question", async () => {
    const { publish, kinds } = await watching("social.office.example.org", OWN);
    await publish(`${LONG}Today we published the report of the harbour inquiry.`);
    expect(kinds()).toContain("signalled");
    expect(kinds()).not.toContain("published");
  });

  it("on something else changes nothing", async () => {
    const { publish, kinds } = await watching("social.office.example.org", OWN);
    await publish(`${LONG}The museum is open on Sundays.`, OFFICE + FILE);
    expect(kinds()).not.toContainEqual(expect.stringMatching(/signalled|published|changed/));
  });
});

describe("a post on an account that is the publisher’s, as the watch says", () => {
  const onAccount = () => watching("social.example.org", ALONE, ", account: true");

  it("that leads to the document is how it is published: by what stands on the publisher’s own host", async () => {
    const { publish, told, kinds } = await onAccount();
    await publish("The report of the harbour inquiry is published.", OFFICE + FILE);
    expect(kinds().filter((kind) => !/started|overdue/.test(kind))).toEqual(["published"]);
    expect(told.at(-1)).toMatchObject({ proofs: [{ provenance: "own", url: OFFICE + FILE }] });
  });

  it("that says so raises the question, in words of its own, and is no proof", async () => {
    const { publish, told, kinds } = await onAccount();
    await publish("Today we published the report of the harbour inquiry.");
    expect(kinds()).not.toContain("published");
    const signalled = told.find(({ kind }) => kind === "signalled");
    expect(signalled).toMatchObject({ signal: { rule: "said-on-own-account", provenance: "own-word" } });
    expect(signalled && plainText(say(signalled))).toContain("On an account of the publisher’s: “Today we published");
  });

  it("without that word is anybody’s", async () => {
    const { publish, told } = await watching("social.example.org", ALONE);
    await publish("Today we published the report of the harbour inquiry.");
    expect(told.find(({ kind }) => kind === "signalled")).toMatchObject({
      signal: { rule: "said-by-others", provenance: "outsider" },
    });
  });
});

describe("a post of another body’s", () => {
  it("that leads to the document raises the question, with the document in it", async () => {
    const { publish, told, kinds } = await watching("social.example.org", SISTER);
    await publish(`${LONG}The report of the harbour inquiry is published.`, OFFICE + FILE);
    expect(kinds().filter((kind) => !/started|overdue/.test(kind))).toEqual(["signalled"]);
    expect(JSON.stringify(told)).toContain(OFFICE + FILE);
  });
});

it("a post that was told is not told again when the next comes, nor its link followed", async () => {
  const { publish, kinds, at, origin } = await watching("social.example.org", SISTER);
  await publish("The museum is open on Sundays.", `${OFFICE}/museum`);
  await publish("The report of the harbour inquiry is published.", OFFICE + FILE);
  const before = kinds().length;
  const asked = origin.requests.filter(({ path }) => path === "/museum").length;
  origin.pages["/@office.rss"] = feed(
    post(3, "2022-09-01T10:00:00Z", "It rains."),
    post(2, "2022-08-31T21:50:00Z", "The report of the harbour inquiry is published.", OFFICE + FILE),
  );
  await at("2022-09-01T12:00:00Z");
  expect(kinds().length).toBe(before);
  expect(asked).toBe(0);
});

it("an item of which only the beginning was shown is not edited when all of it is", async () => {
  const { at, origin, kinds } = await watching("social.office.example.org", OWN);
  const text = "The harbour is open to swimmers again, every day but Mondays, as long as the summer lasts";
  const cut = (title: string) =>
    feed(post(1, "2022-08-29T09:00:00Z", "").replace("<description>", `<title>${title}</title><description>`));
  origin.pages["/@office.rss"] = cut(`${text.slice(0, 60)}…`);
  await at("2022-08-30T13:00:00Z");
  const before = kinds().length;
  origin.pages["/@office.rss"] = cut(text);
  await at("2022-08-30T14:00:00Z");
  expect(kinds().length).toBe(before);
  origin.pages["/@office.rss"] = cut("The harbour is closed");
  await at("2022-08-30T15:00:00Z");
  expect(kinds().slice(before)).toEqual(["changed"]);
});
