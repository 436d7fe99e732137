/** A site that refuses robots: it is asked more seldom, existing copies of a web archive are read, and what they show is a question to a person. */
import { describe, expect, it } from "vitest";
import { plainText, say } from "../../src/message/wording.ts";
import { type Source, withWitnesses } from "../../src/watch/watch.ts";
import { type Desk, isLookedAt } from "../../src/web/desk.ts";
import { rehearse } from "../stand-ins/bot.ts";
import {
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  page,
  reportPdf,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { person } from "../stand-ins/persons.ts";
import { type Held, startWayback } from "../stand-ins/wayback.ts";

const WATCH = "xinjiang-assessment";
const WALL = {
  status: 403,
  headers: { "cf-mitigated": "challenge", "content-type": "text/html" },
  body: page("<h1>Just a moment...</h1>", { title: "Just a moment..." }),
};
const wallCopy = (timestamp: string): Held => ({ timestamp, url: `${SITE}${LATEST_PATH}`, body: WALL.body });
const listed = (timestamp: string, ...rows: Parameters<typeof listing>[0]): Held => ({
  ...{ timestamp, url: `${SITE}${LATEST_PATH}` },
  body: listing([...rows, ...ordinaryRows()]),
});
const published = (timestamp: string): Held[] => [
  { timestamp, url: `${SITE}${DOCUMENT_PATH}`, body: documentPage() },
  { timestamp, url: `${SITE}${PDF_PATH}`, headers: { "content-type": "application/pdf" }, body: reportPdf().body },
];
const ITEM = { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" };

const SISTER = "https://www.ungeneva.org";
const FEED: Source = {
  ...{ id: "geneva", kind: "feed", url: `${SISTER}/press.xml`, formerly: [], existence: "confirmed" },
  ...{ ignore: [], tell: "subject", pages: 1 },
};
const rss = (...titles: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>UN Geneva</title>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><link>${SISTER}/${title.length}</link><pubDate>Wed, 31 Aug 2022 20:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`;

/** The flagship behind a wall since before the bot began, with a listing that a web archive has copies of, and a sister's feed. */
async function walled({ held = [] as Held[], hasSister = false } = {}) {
  const wayback = await startWayback(held);
  const rehearsal = await rehearse({
    adjust: (config) => {
      const { origins } = config.settings.fetch;
      const [sister = ""] = Object.values(origins);
      config.settings.fetch.origins = { ...origins, [SISTER]: sister, "https://web.archive.org": wayback.address };
      const [watch] = config.watches;
      if (!watch) throw new Error("no watch");
      watch.publisher.sisters = ["www.ungeneva.org"];
      const own = watch.sources
        .filter(({ id }) => id === "latest")
        .map((source): Source => ({ ...source, witness: "wayback" }));
      watch.sources = withWitnesses({ ...watch, sources: [...own, ...(hasSister ? [FEED] : [])] }).sources;
    },
  });
  rehearsal.origin.pages = { "/robots.txt": "", "/press.xml": rss("Weather in Geneva"), "*": WALL };
  /** A tick: what is due is looked at. */
  const tick = async (instant: string) => {
    rehearsal.clock.setTo(instant);
    return rehearsal.bot.watcher.pass();
  };
  /** Ticks every ten minutes. */
  const ticks = async (from: string, hours: number, after: (hour: number) => void = () => undefined) => {
    for (let minutes = 0; minutes <= hours * 60; minutes += 10) {
      await tick(new Date(Date.parse(from) + minutes * 60_000).toISOString());
      after(minutes / 60);
    }
  };
  return { ...rehearsal, wayback, tick, ticks };
}

const asked = ({ requests }: { requests: { path: string }[] }, what: RegExp) =>
  requests.filter(({ path }) => what.test(path)).length;

it("its copies stand behind the sources that are written, are known since their source is, and keep no bot from being ready", async () => {
  const { config, at, bot, clock } = await walled({ hasSister: true });
  const [watch] = config.watches;
  expect(watch?.sources.map(({ id }) => id)).toEqual(["latest", "geneva", "latest.wayback"]);
  const since = { titles: {}, words: {}, hosts: {}, sources: { latest: "2022-02-21" }, addresses: {} };
  const dated = watch && withWitnesses({ ...watch, since, sources: [{ ...(watch.sources[0] as Source) }] });
  expect(dated?.since?.sources).toEqual({ latest: "2022-02-21", "latest.wayback": "2022-02-21" });
  await at("2021-12-10T12:00:00Z");
  expect(await isLookedAt({ store: bot.store, watches: config.watches, clock } as unknown as Desk)).toBe(true);
});

describe("a source behind a wall", () => {
  it("is not gone around while it is open", async () => {
    const { at, origin, wayback, status, told } = await walled();
    origin.pages["*"] = listing(ordinaryRows());
    await at("2021-12-10T12:00:00Z");
    await at("2021-12-10T14:00:00Z");
    expect(wayback.requests).toEqual([]);
    expect(await status()).toMatchObject({ reach: "can-prove" });
    await at("2021-12-17T14:00:00Z");
    const reminder = told.find(({ kind }) => kind === "reminder");
    expect(reminder && plainText(say(reminder))).toContain("a publication can be proved");
  });

  it("is asked again after half as long as it has been walled, four hours at the most", async () => {
    const { ticks, origin } = await walled();
    const hours: number[] = [];
    let seen = 0;
    await ticks("2021-12-10T12:00:00Z", 48, (hour) => {
      const count = asked(origin, /latest/);
      if (count > seen) hours.push(hour);
      seen = count;
    });
    const gaps = hours.slice(1).map((hour, index) => hour - (hours[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4.2);
    expect(gaps.slice(-5).every((gap) => gap > 3.5)).toBe(true);
    expect(hours.filter((hour) => hour <= 2).length).toBeGreaterThan(3);
  });
});

describe("copies that a web archive has", () => {
  it("are read while the site refuses, at most once in 45 minutes, and make nothing public by themselves", async () => {
    const { ticks, wayback, status, kinds } = await walled({ held: [listed("20211211000000")] });
    await ticks("2021-12-11T12:00:00Z", 3);
    expect(asked(wayback, /^\/cdx/)).toBeLessThanOrEqual(4);
    expect(asked(wayback, /^\/cdx/)).toBeGreaterThan(2);
    expect(await status()).toMatchObject({ reach: "can-only-signal", verdict: "unpublished" });
    expect(kinds()).not.toContain("published");
  });

  it("of a wall are passed over for an older one", async () => {
    const { at, status } = await walled({ held: [listed("20211211000000"), wallCopy("20211211010000")] });
    await at("2021-12-11T12:00:00Z");
    const { of } = await at("2021-12-11T12:10:00Z");
    expect(of("latest.wayback").outcome).toBe("baseline");
    expect((await status()).reach).toBe("can-only-signal");
  });

  it.each<[string, Held[], (wayback: Awaited<ReturnType<typeof startWayback>>) => void, RegExp]>([
    ["that are not there", [], () => undefined, /^has no copy in the Wayback Machine since 2021-12-10$/],
    [
      "from before the promise",
      [listed("20211101000000")],
      () => undefined,
      /^has no copy in the Wayback Machine since/,
    ],
    ["that are copies of the wall alone", [wallCopy("20211211000000")], () => undefined, /bot wall/],
    [
      "that are not given, as it is asked too much",
      [listed("20211211000000")],
      (wayback) => {
        wayback.isTired = true;
      },
      /asks to be left alone for now \(429\)$/,
    ],
  ])("%s are a problem with a name, and the watch is blind", async (_, held, change, says) => {
    const { at, tick, wayback, status } = await walled({ held });
    change(wayback);
    await at("2021-12-11T12:00:00Z");
    const { of } = await at("2021-12-11T12:10:00Z");
    expect(of("latest.wayback").problem?.detail).toMatch(says);
    expect(await status()).toMatchObject({ reach: "blind", verdict: "unknown" });
    // After a refusal it is let be for two hours.
    const before = wayback.requests.length;
    if (wayback.isTired) await tick("2021-12-11T13:50:00Z");
    expect(wayback.requests).toHaveLength(before);
  });

  it("of the listing, the page and the file are “very likely published”, and published once a person confirms, who is told whose copies they are", async () => {
    const { at, wayback, told, bot, status } = await walled({ held: [listed("20211211000000")] });
    await at("2021-12-11T12:00:00Z");
    await at("2021-12-11T12:10:00Z");
    wayback.held.push(listed("20220901000000", ITEM), ...published("20220901001000"));
    await at("2022-09-01T01:00:00Z");
    const signal = told.find(({ kind }) => kind === "signalled");
    expect(signal).toMatchObject({
      signal: { rule: "copy-of-the-document", provenance: "witness", url: `${SITE}${DOCUMENT_PATH}` },
    });
    expect(signal && say(signal).title).toMatch(/^Very likely published: /);
    expect(signal && plainText(say(signal))).toMatch(
      /A web archive has a copy of “OHCHR Assessment of …[^”]*”.*as web\.archive\.org has it, from 2022-09-01 00:10 UTC/is,
    );
    expect(told.map(({ kind }) => kind)).not.toContain("published");
    expect((await status()).verdict).toBe("signalled");
    const id = signal?.kind === "signalled" ? signal.signal.id : "";
    await bot.store.decisions.leave(
      WATCH,
      { evidence: id, decision: "confirm" },
      person("Ana"),
      "2022-09-01T01:05:00Z",
    );
    await at("2022-09-01T01:05:00Z");
    const out = told.find(({ kind }) => kind === "published");
    expect(out && plainText(say(out))).toMatch(/[Cc]onfirmed by a reviewer; as web\.archive\.org has it/);
    expect((await status()).verdict).toBe("published");
  });

  it("are asked for of what a sister’s item leads to as well, once the site has refused it", async () => {
    const { at, wayback, told, origin } = await walled({ hasSister: true, held: published("20220831215500") });
    await at("2022-08-31T21:40:00Z");
    const item = `<item><title>${TITLE} is published</title><link>${SITE}${DOCUMENT_PATH}</link><pubDate>Wed, 31 Aug 2022 21:50:00 GMT</pubDate></item>`;
    origin.pages["/press.xml"] = rss("Weather in Geneva").replace("<item>", `${item}<item>`);
    await at("2022-08-31T22:00:00Z");
    expect(asked(wayback, /id_\/https:\/\/www\.ohchr\.org\/en\/documents/)).toBeGreaterThan(0);
    expect(told.find(({ kind }) => kind === "signalled")).toMatchObject({
      signal: { provenance: "witness", url: `${SITE}${DOCUMENT_PATH}` },
    });
    expect(told.map(({ kind }) => kind)).not.toContain("published");
  });
});

it("copies that are older than two weeks are no sight: that there are no newer ones is told, and the watch is blind", async () => {
  const { at, wayback, told, status } = await walled({ held: [listed("20211211000000")] });
  await at("2021-12-11T12:00:00Z");
  await at("2021-12-12T12:00:00Z");
  expect(await status()).toMatchObject({ reach: "can-only-signal" });
  for (const instant of ["2022-01-10T12:00:00Z", "2022-01-10T20:00:00Z"]) await at(instant);
  expect(await status()).toMatchObject({ reach: "blind" });
  expect(told.map((notice) => plainText(say(notice))).join("\n")).toContain(
    "has no copy in the Wayback Machine since 2021-12-27",
  );
  wayback.held.push(listed("20220110220000"));
  await at("2022-01-11T12:00:00Z");
  expect(await status()).toMatchObject({ reach: "can-only-signal" });
});
