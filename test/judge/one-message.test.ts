/** One event is one message: what belongs together is told once, also at later looks and in other places; and whatever else there is, is told. */
import { describe, expect, it } from "vitest";
import type { Source, Watch } from "../../src/watch/watch.ts";
import { file, longDate, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page, type Row } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const HOST = "https://www.office.example.org";
const PROMISED = "2024-03-01";
const SAID = "2024-04-10";
const OUT = "2024-06-10";
const LATER = "2024-06-12";
const TITLE = "Review of the Harbour Bridge collapse";
const TEXT =
  "The review looks at how the Harbour Bridge came to fall, who knew of its state, and what must follow. ".repeat(25);

/** Watches two lists, a feed that has no dates, and a project's page. */
function watch(): Watch {
  const made = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, PROMISED);
  const [news] = made.sources as [Source];
  made.sources.push(
    { ...news, id: "all", url: `${HOST}/all` },
    { ...news, id: "feed", kind: "feed", url: `${HOST}/feed.xml` },
    { ...news, id: "project", kind: "page", url: `${HOST}/project` },
  );
  return made;
}

const onAll = (...items: Row[]): Pages => ({ "/all": Object.values(officeListing(...items))[0] ?? "" });
const inFeed = (...items: Row[]): Pages => ({
  "/feed.xml": {
    headers: { "content-type": "application/rss+xml" },
    body: `<rss version="2.0"><channel><title>News</title>${[...items, { title: "Ordinary news", url: "/old" }]
      .map(({ title, url }) => `<item><title>${title}</title><link>${HOST}${url}</link></item>`)
      .join("")}</channel></rss>`,
  },
});
const project = (...lines: string[]): Pages => ({
  "/project": page(`<h1>The inquiry</h1><p>What we do.</p>${lines.map((line) => `<p>${line}</p>`).join("")}`),
});
const nowhere: Pages = { ...officeListing(), ...onAll(), ...inFeed(), ...project() };

const item: Row = { title: TITLE, url: "/publications/review", date: longDate(OUT) };
const link = (title = TITLE) => `<a href="${item.url}">${title}</a>`;
const published: Pages = {
  "/publications/review": page(
    `<h1>${TITLE}</h1><p>${longDate(OUT)}</p><p><a href="/files/review.pdf">Read it</a></p>`,
  ),
  "/files/review.pdf": file(TITLE, longDate(OUT), TEXT),
};
const behind = (title: string, words: string) =>
  page(`<h1>${title}</h1><p>${longDate(SAID)}</p><p>${words} The office will answer questions on it later.</p>`);

/** @returns what was told after the first look: each notice's kind and what it is about */
async function told(...looks: [day: string, pages: Pages][]): Promise<string[]> {
  const bot = await watchOffice(watch(), { ...nowhere });
  await bot.look(PROMISED);
  const before = bot.told.length;
  for (const [day, pages] of looks) {
    Object.assign(bot.origin.pages, pages);
    await bot.look(day);
  }
  return bot.told.slice(before).flatMap((notice) => {
    if (notice.kind === "reminder" || notice.kind === "overdue") return [];
    const lines = notice.kind === "changed" ? (notice.change.added ?? [notice.change.title]) : [];
    return [[notice.kind, ...lines].join(": ")];
  });
}

const visit: Row = { title: "Engineers visit the Harbour Bridge", url: "/news/visit", date: longDate(SAID) };
const visited: Pages = { "/news/visit": behind(visit.title, "They looked at the piers.") };

describe("is one message", () => {
  it.each<[string, [string, Pages][], string[]]>([
    [
      "an item that stands on three lists, one of which gives no date",
      [[SAID, { ...visited, ...officeListing(visit), ...onAll(visit), ...inFeed(visit) }]],
      [`changed: ${visit.title}`],
    ],
    [
      "the same where the others show it days later",
      [
        [SAID, { ...visited, ...officeListing(visit) }],
        ["2024-04-14", { ...onAll(visit), ...inFeed(visit) }],
      ],
      [`changed: ${visit.title}`],
    ],
    [
      "a word on timing, and the item that says it, on two lists",
      [
        [
          SAID,
          {
            ...officeListing({ ...visit, title: "Statement on the Harbour Bridge review" }),
            ...onAll({ ...visit, title: "Statement on the Harbour Bridge review" }),
            "/news/visit": behind(
              "Statement on the Harbour Bridge review",
              "The Harbour Bridge review will be published by 31 May 2024.",
            ),
          },
        ],
      ],
      ["proposed"],
    ],
    [
      "a word on timing in a new line of a page, and that line",
      [[SAID, project("We will publish the Harbour Bridge review in early May. Thank you for waiting.")]],
      ["proposed"],
    ],
    [
      "the publication, on every list and page in the same hour",
      [
        [
          OUT,
          { ...published, ...officeListing(item), ...onAll(item), ...inFeed(item), ...project(link(), longDate(OUT)) },
        ],
      ],
      ["published"],
    ],
    [
      "the publication, and a line that leads to it under other words",
      [[OUT, { ...published, ...project(link("Read the Harbour Bridge review")) }]],
      ["published"],
    ],
    [
      "the publication, and what the other lists and the project’s page show of it days later",
      [
        [OUT, { ...published, ...officeListing(item) }],
        [LATER, { ...onAll(item), ...inFeed(item), ...project(link(`${TITLE} | ${longDate(OUT)}`)) }],
      ],
      ["published"],
    ],
    [
      "a document that may be it, and the line of the project’s page that leads to it",
      [
        [
          OUT,
          {
            ...published,
            "/publications/review": page(`<h1>${TITLE}</h1><p>${longDate(OUT)}</p><p>Soon more.</p>`),
            ...project(link()),
          },
        ],
        [LATER, officeListing(item)],
      ],
      ["signalled"],
    ],
  ])("%s", async (_, looks, expected) => {
    expect(await told(...looks)).toEqual(expected);
  });
});

describe("is told all the same", () => {
  const after: [string, Pages] = [OUT, { ...published, ...officeListing(item) }];
  it.each<[string, [string, Pages][], string[]]>([
    [
      "another item of the same look as a word on timing",
      [
        [
          SAID,
          {
            ...officeListing({ ...visit, title: "Statement on the Harbour Bridge review", url: "/news/it" }, visit),
            ...visited,
            "/news/it": behind(
              "Statement on the Harbour Bridge review",
              "The Harbour Bridge review will be published by 31 May 2024.",
            ),
          },
        ],
      ],
      ["proposed", `changed: ${visit.title}`],
    ],
    [
      "another line of the same look as the publication",
      [[OUT, { ...published, ...project(link(), "The Harbour Bridge stays closed.") }]],
      ["published", `changed: ${TITLE}: The Harbour Bridge stays closed.`],
    ],
    [
      "another item of the day after",
      [after, [LATER, { ...visited, ...onAll(item, { ...visit, date: longDate(LATER) }) }]],
      ["published", `changed: ${visit.title}`],
    ],
    [
      "a line that says more of it than its title",
      [after, [LATER, project(`${TITLE}: withdrawn for corrections`)]],
      ["published", `changed: ${TITLE}: withdrawn for corrections`],
    ],
    [
      "a line that leads to it under other words, days later",
      [after, [LATER, project(link("The Harbour Bridge review, corrected"))]],
      ["published", "changed: The Harbour Bridge review, corrected"],
    ],
    [
      "a line under its title with another date",
      [after, [LATER, project(`${TITLE}, 1 May 2018`)]],
      ["published", `changed: ${TITLE}, 1 May 2018`],
    ],
    [
      "a line that is gone",
      [
        [SAID, project("The Harbour Bridge review is being written by the chair.")],
        after,
        [LATER, project(link(), "Contact us.")],
      ],
      ["changed: The Harbour Bridge review is being written by the chair.", "published", `changed: ${TITLE}`],
    ],
    [
      "its item, where it now has another title",
      [after, [LATER, officeListing({ ...item, title: `Corrected: ${TITLE}` })]],
      ["published", `changed: Corrected: ${TITLE}`],
    ],
    [
      "a second item at the address of a first",
      [
        [
          SAID,
          inFeed({ ...visit, title: "The Harbour Bridge review will be published by 31 May 2024", url: "/notes" }),
        ],
        [
          "2024-04-12",
          inFeed(
            { ...visit, title: "The Harbour Bridge stays closed to lorries", url: "/notes" },
            { ...visit, title: "The Harbour Bridge review will be published by 31 May 2024", url: "/notes" },
          ),
        ],
      ],
      ["proposed", "changed: The Harbour Bridge stays closed to lorries"],
    ],
  ])("%s", async (_, looks, expected) => {
    expect(await told(...looks)).toEqual(expected);
  });
});
