/** Bodies read in a thread of their own: what is read, and what one that costs too much comes to. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ReadingRoom } from "../../src/check/reader.ts";
import type { ThreadLimits } from "../../src/check/threads.ts";
import type { Answer } from "../../src/fetch/capture.ts";
import { DEFAULT_LIMITS } from "../../src/read/bounds.ts";
import { FOLLOWED, type HowToRead } from "../../src/read/head.ts";
import type { Digests } from "../../src/read/read.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { answer } from "../stand-ins/answer.ts";
import { zlibBomb } from "../stand-ins/hostile/bombs.ts";
import { flate, onePage } from "../stand-ins/hostile/pdf-building.ts";
import { mutationsOf } from "../stand-ins/mutations.ts";
import { listing } from "../stand-ins/ohchr.ts";
import { fc } from "../stand-ins/properties.ts";

const MEGABYTE = 1024 * 1024;
const LIMITS: ThreadLimits = { threads: 1, milliseconds: 20_000, heap: 128, growth: 256 * MEGABYTE };
function room(limits: Partial<ThreadLimits> = {}): ReadingRoom {
  return new ReadingRoom({ bodies: DEFAULT_LIMITS, threads: { ...LIMITS, ...limits } });
}

const COVER = ["United Nations", "A report on rights", "31 August 2022"];
const ZONE = "Europe/Zurich";
const url = "https://www.ohchr.org/en/somewhere";
const pdf = (wire: Buffer) => answer({ url, headers: { "content-type": "application/pdf" }, wire });
const page = (html: string) => answer({ url, headers: { "content-type": "text/html" }, wire: Buffer.from(html) });
const LIST: HowToRead = { kind: "listing", ignore: [] };

describe("a body", () => {
  it("is read in a thread: a page, a list, a file", async () => {
    const { read } = bound(room());
    expect(await read(pdf(makePdf(COVER, 12)), FOLLOWED)).toMatchObject({ reading: { pages: 12, lines: COVER } });
    const rows = [{ title: "A first item", url: "/en/news/1", date: "31 August 2022" }];
    expect(await read(page(listing(rows)), LIST)).toMatchObject({ reading: { entries: [{ title: "A first item" }] } });
  });

  it("whose content is known already is not read again", async () => {
    const { read } = bound(room());
    const html = listing([{ title: "A first item", url: "/en/news/1", date: "31 August 2022" }]);
    const { digests } = await read(page(html), LIST);
    expect(await read(page(html.replace("</body>", "<!-- made at noon --></body>")), LIST, digests)).toEqual({
      digests: { content: digests.content },
    });
  });

  it("that is read as the same thing again is not given back", async () => {
    const { read } = bound(room());
    const html = listing([{ title: "A first item", url: "/en/news/1", date: "31 August 2022" }]);
    const first = await read(page(html), LIST);
    const again = await read(page(html.replace("</main>", "<p>Fact number 2</p></main>")), LIST, first.digests);
    expect(again.reading).toBeUndefined();
    expect(again.digests.reading).toBe(first.digests.reading);
    expect(again.digests.content).not.toBe(first.digests.content);
  });
});

describe("a body that costs more than it is worth", () => {
  it("in time is cut short, said to be, and the next is read", async () => {
    const { read, unfinished } = bound(room({ milliseconds: 1 }));
    const cut = { problem: "too-costly", detail: "takes too long to read" };
    expect(await read(pdf(makePdf(COVER)), FOLLOWED)).toMatchObject({ reading: cut });
    expect(unfinished).toEqual([cut.detail]);
    const { read: again } = bound(room());
    expect(await again(pdf(makePdf(COVER)), FOLLOWED)).toMatchObject({ reading: { pages: 1 } });
  });

  it("in memory outside the heap is cut short before it takes it", { timeout: 60_000 }, async () => {
    const { read } = bound(room({ growth: 150 * MEGABYTE }));
    expect(await read(pdf(onePage(flate(zlibBomb(900, " ")))), FOLLOWED)).toMatchObject({
      reading: { problem: "too-costly", detail: "takes too much memory to read" },
    });
    expect(await read(pdf(makePdf(COVER)), FOLLOWED)).toMatchObject({ reading: { pages: 1 } });
  });

  it("in heap is cut short, and the process lives", { timeout: 60_000 }, async () => {
    const { read } = bound(room({ heap: 32 }));
    const wide = `<table>${"<tr><td>1<td>2<td>3".repeat(90_000)}`;
    expect(await read(page(wide), LIST)).toMatchObject({
      reading: { problem: "too-costly", detail: "takes too much memory to read" },
    });
    expect(await read(pdf(makePdf(COVER)), FOLLOWED)).toMatchObject({ reading: { pages: 1 } });
  });

  it("by its size is refused by counting, which is the same on every machine", async () => {
    const { read } = bound(room());
    const bomb = answer({
      url,
      headers: { "content-type": "text/html", "content-encoding": "gzip" },
      wire: gzipSync(Buffer.alloc(50 * MEGABYTE, " ")),
    });
    expect(await read(bomb, LIST)).toMatchObject({
      reading: { kind: "problem", problem: "too-costly", detail: "unpacks to more than 10 MB" },
    });
  });
});

describe("a broken file", () => {
  // As it is unpacked, the thread turns to what an earlier body left behind.
  const feed = answer({
    url,
    headers: { "content-type": "application/rss+xml", "content-encoding": "gzip" },
    wire: gzipSync("<rss><channel><item><title>An item</title><link>/en/news/1</link></item></channel></rss>"),
  });
  const FEED: HowToRead = { kind: "feed", ignore: [] };

  it("does nothing to what is read after it in the same thread", async () => {
    const { read } = bound(room());
    const broken = makePdf(COVER, 4).toString("latin1").replaceAll("[0 0 595 842]", "[0 0 595 842");
    await read(pdf(Buffer.from(broken, "latin1")), FOLLOWED);
    expect(await read(feed, FEED)).toMatchObject({ reading: { entries: [{ title: "An item" }] } });
  });

  it("is read or refused, wherever it is broken, and nothing else", { timeout: 120_000 }, async () => {
    const { read } = bound(room());
    await fc.assert(
      fc.asyncProperty(mutationsOf(makePdf(COVER, 4)), async (wire) => {
        const { reading } = await read(pdf(wire), FOLLOWED);
        expect(reading?.kind === "problem" ? reading.problem : "empty").toMatch(/^(?:empty|unreadable)$/);
        expect(await read(feed, FEED)).toMatchObject({ reading: { kind: "entries" } });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is large", () => {
  const feedOf = (items: number) =>
    answer({
      url,
      headers: { "content-type": "application/rss+xml" },
      wire: Buffer.from(
        `<rss version="2.0"><channel>${Array.from({ length: items }, (_, n) => `<item><title>Item ${n}</title><link>https://www.ohchr.org/${n}</link></item>`).join("")}</channel></rss>`,
      ),
    });
  const FEED: HowToRead = { kind: "feed", ignore: [] };

  it("is held by one check at a time; another reads what is small meanwhile", async () => {
    const made = room();
    const [first, second] = [bound(made), bound(made)];
    expect(await first.read(feedOf(4000), FEED)).toMatchObject({ reading: { kind: "entries" } });
    let isRead = false;
    const waiting = second.read(feedOf(4000), FEED).then((read) => {
      isRead = true;
      return read;
    });
    const third = bound(made);
    expect(await third.read(feedOf(3), FEED)).toMatchObject({ reading: { kind: "entries" } });
    // A check that holds something large may hold more.
    expect(await first.read(feedOf(4000), FEED)).toMatchObject({ reading: { kind: "entries" } });
    expect(isRead).toBe(false);
    first.close();
    expect(await waiting).toMatchObject({ reading: { kind: "entries" } });
    second.close();
    await third.hold(1_000_000);
    third.close();
  });

  it("that turns out to be a problem keeps nobody waiting", async () => {
    const made = room({ milliseconds: 1 });
    const first = bound(made);
    expect(await first.read(feedOf(14_000), FEED)).toMatchObject({ reading: { problem: "too-costly" } });
    await bound(made).hold(1_000_000);
  });
});

it("a robots.txt is read there too, and one that costs too much says nothing", async () => {
  const file = (text: string) => answer({ url, wire: Buffer.from(text) });
  const of = "https://www.ohchr.org/private/x";
  expect(await room().robots(file("User-agent: *\nDisallow: /private\nCrawl-delay: 3"), of, "coming-weeks")).toEqual({
    isAllowed: false,
    crawlDelay: 3000,
  });
  const many = `User-agent: *\n${"Disallow: *p*r*i*v*\n".repeat(25_000)}`;
  expect(await room({ milliseconds: 1 }).robots(file(many), of, "coming-weeks")).toBeUndefined();
});

function bound(made: ReadingRoom) {
  const unfinished: string[] = [];
  const reader = made.open((_, why) => unfinished.push(why));
  const read = (found: Answer, how: HowToRead, known?: Digests) => reader.read(found, how, ZONE, known);
  return { ...reader, read, unfinished };
}
