/** New words on timing: what an official page says of when it will be out is put to people, once; nothing else is. */
import { describe, expect, it } from "vitest";
import type { StatementDecision } from "../../src/judge/decision.ts";
import type { Notice } from "../../src/judge/notice.ts";
import { say } from "../../src/message/wording.ts";
import type { Source, Watch } from "../../src/watch/watch.ts";
import { longDate, newsPage, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page, type Row } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const PROMISED = "2024-03-01";
const SAID = "2024-04-10"; // a Wednesday
const TITLE = "Review of the Harbour Bridge collapse";
const HEADLINE = "Statement on progress of the Harbour Bridge review";

function watch(adjust: (watch: Watch) => void = () => undefined): Watch {
  const made = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, PROMISED);
  adjust(made);
  return made;
}

/** A bot that looked on the day of the promise, and then at an item with these words behind it. */
async function said(words: string, { title = HEADLINE, date = SAID, made = watch(), pages = {} as Pages } = {}) {
  const item: Row = { title, url: "/news/it", date: longDate(date) };
  const bot = await watchOffice(made, officeListing());
  await bot.look(PROMISED);
  const behind = page(`<h1>${title}</h1><p>${longDate(date)}</p><p>${words}</p>`);
  Object.assign(bot.origin.pages, officeListing(item), { "/news/it": behind, ...pages });
  await bot.look(SAID);
  return bot;
}

type Proposed = Extract<Notice, { kind: "proposed" }>;
function proposed(told: readonly Notice[]): Proposed["proposal"][] {
  return told.flatMap((notice) => (notice.kind === "proposed" ? [notice.proposal] : []));
}

describe("a new word on timing", () => {
  it("is told with who, when, the words, and what it would mean for the clock, in one message", async () => {
    const { told, kinds } = await said("The chair said that it would be published before the end of the month.");
    expect(kinds()).not.toContain("changed");
    const [proposal] = proposed(told);
    expect(proposal).toMatchObject({
      provenance: "own",
      statement: { on: SAID, by: "The Office", bearing: "promise", horizon: { latest: "2024-04-30" } },
      sentence: "The chair said that it would be published before the end of the month.",
    });
    const notice = told.find(({ kind }) => kind === "proposed");
    const message = notice && say(notice);
    expect(message?.title).toBe(`New word on timing: ${TITLE}`);
    expect(message?.paragraphs[0]).toBe("As a promise: by 30 April 2024.");
    expect(message?.small).toBe("The Office, 10 April 2024");
    expect(message?.links).toContainEqual({ label: "Open the page", url: "https://www.office.example.org/news/it" });
  });

  it.each([
    ["a floor", "The review will not be published before 1 July.", { bearing: "floor" }, "2024-07-01"],
    ["no date", "The office has no new date for the review.", { bearing: "no-date" }, undefined],
  ])("may be %s", async (_, words, statement, notBefore) => {
    const { told } = await said(words);
    expect(proposed(told)).toMatchObject([{ statement, ...(notBefore ? { notBefore } : {}) }]);
  });

  it("may stand in the headline alone", async () => {
    const { told } = await said("There is no more to say.", {
      title: "Harbour Bridge review to be published next week",
    });
    expect(proposed(told)).toMatchObject([{ statement: { phrase: "next week", horizon: { latest: "2024-04-21" } } }]);
  });

  it("may stand on a page that is watched itself, from the day it was new there", async () => {
    const made = watch((one) => {
      const [news] = one.sources as [Source];
      one.sources.push({ ...news, id: "project", kind: "page", url: "https://www.office.example.org/project" });
    });
    const project = (words: string) =>
      page(`<h1>The Harbour Bridge review</h1><p>About the review.</p><p>${words}</p>`);
    const bot = await watchOffice(made, { ...officeListing(), "/project": project("Evidence is being read.") });
    await bot.look(PROMISED);
    bot.origin.pages["/project"] = project("We will publish the review in early May.");
    await bot.look(SAID);
    expect(proposed(bot.told)).toMatchObject([
      { source: "project", statement: { on: SAID, horizon: { earliest: "2024-05-01", latest: "2024-05-10" } } },
    ]);
  });

  it("of another official body is said to be theirs", async () => {
    const made = watch((one) => {
      const [news] = one.sources as [Source];
      one.publisher.sisters = ["press.office.example.org"];
      one.sources = [{ ...news, url: "https://press.office.example.org/publications-and-news" }];
    });
    const { told } = await said("", { title: "Harbour Bridge review to be published in May", made });
    expect(proposed(told)).toMatchObject([{ provenance: "sister", statement: { by: "press.office.example.org" } }]);
  });

  it("may be an answer among others, under the headline of a briefing", async () => {
    const { told } = await said(
      "On the flood, the office sends its regards. The chair’s review of the Harbour Bridge collapse will be published next week.",
      { title: "Press briefing notes, 10 April" },
    );
    expect(proposed(told)).toMatchObject([{ statement: { phrase: "next week" } }]);
  });

  it("is proposed once, though it stands in two lists, stays there for weeks, and is said again for the same day", async () => {
    const made = watch((one) => {
      const [news] = one.sources as [Source];
      one.sources.push({ ...news, id: "again", url: "https://www.office.example.org/all" });
    });
    const list = officeListing({ title: HEADLINE, url: "/news/it", date: longDate(SAID) });
    const bot = await said("The review will be published by 31 May 2024.", {
      made,
      pages: { "/all": Object.values(list)[0] ?? "" },
    });
    await bot.look("2024-04-20");
    Object.assign(
      bot.origin.pages,
      officeListing({ title: `Update: ${HEADLINE}`, url: "/news/more", date: longDate("2024-05-02") }),
      {
        "/news/more": newsPage("Update", "2024-05-02", "<p>The Harbour Bridge review will be published by 31 May.</p>"),
      },
    );
    await bot.look("2024-05-03");
    expect(proposed(bot.told)).toHaveLength(1);
  });

  it("may come to stand on a page that was listed before, and is then said on the day it was found there", async () => {
    const bot = await said("The work goes on.");
    expect(proposed(bot.told)).toEqual([]);
    bot.origin.pages["/news/it"] = page(
      `<h1>${HEADLINE}</h1><p>${longDate(SAID)}</p><p>The work goes on.</p><p>The review will be published in two weeks.</p>`,
    );
    await bot.look("2024-04-20");
    await bot.look("2024-05-20");
    expect(proposed(bot.told)).toMatchObject([{ statement: { on: "2024-04-20", horizon: { latest: "2024-05-04" } } }]);
  });

  it("is not proposed when the watch has it already", async () => {
    const made = watch((one) => {
      one.statements.push({ on: SAID, by: "the chair", phrase: "by the end of the month", bearing: "promise" });
    });
    const { told } = await said("It will be published before the end of the month.", { made });
    expect(proposed(told)).toEqual([]);
  });

  it("reads a day by the name that the watch gives it", async () => {
    const made = watch((one) => {
      one.days = [{ on: "2024-07-23", names: ["the summer recess"] }];
    });
    const { told } = await said("The review will be published before the summer recess.", { made });
    expect(proposed(told)).toMatchObject([{ statement: { horizon: { latest: "2024-07-23" } } }]);
  });
});

describe("nothing is proposed", () => {
  it.each<[string, string, Parameters<typeof said>[1]?]>([
    ["of another report of the same office", "The report on the tunnel will be published next week."],
    ["of a response to it", "The Minister will publish a response to the review by the end of July."],
    ["of what others demand", "Families called for the review to be published before the summer."],
    ["of what was meant to be", "The chair had hoped that it would be published in March."],
    ["of an event", "The chair will speak about the review on 3 May."],
    [
      "of what is on no official host",
      "The review will be published next week.",
      {
        made: watch((one) => {
          const [news] = one.sources as [Source];
          one.sources = [{ ...news, url: "https://news.example.net/publications-and-news" }];
        }),
        title: "Harbour Bridge review to be published next week",
        pages: { "/news/it": "" },
      },
    ],
    ["of before the promise", "The review will be published next week.", { date: "2024-02-01" }],
  ])("%s", async (_, words, options) => {
    expect(proposed((await said(words, options)).told)).toEqual([]);
  });

  it("once it is published", async () => {
    const bot = await said("The review is out, and will be published in print next week.", {
      title: `The office publishes the ${TITLE}`,
    });
    const [signal] = await bot.bot.store.evidence.of("promised");
    await bot.bot.watcher.people.decide("promised", { evidence: signal?.id ?? "", decision: "confirm", by: "Ana" });
    Object.assign(
      bot.origin.pages,
      officeListing({ title: HEADLINE, url: "/news/more", date: longDate("2024-05-02") }),
      {
        "/news/more": newsPage(HEADLINE, "2024-05-02", "<p>The review will be published in Welsh in June.</p>"),
      },
    );
    const before = proposed(bot.told).length;
    await bot.look("2024-05-02");
    expect(proposed(bot.told)).toHaveLength(before);
  });
});

describe("a person’s word on it", () => {
  async function decided(decision: "add" | "dismiss", as?: { by: string }) {
    const bot = await said("It would be published before the end of the month.");
    const [proposal] = proposed(bot.told);
    const statement = proposal?.id ?? "";
    const told = await bot.bot.watcher.people.decide("promised", {
      statement,
      decision,
      by: "Ana",
      ...(as ? { as } : {}),
    });
    return { ...bot, statement, after: told };
  }

  it("adds it: the channel is told, the clock counts it, the first promise stays as late as it is", async () => {
    const { after, status } = await decided("add", { by: "Jane Chair, chair" });
    const [notice] = after;
    expect(notice && say(notice)).toMatchObject({
      title: `New promise: ${TITLE}`,
      paragraphs: [expect.stringMatching(/ by 30 April 2024 at the latest\. The first promise still counts\.$/)],
      small: "Jane Chair, chair, 10 April 2024; added by a reviewer",
    });
    expect(await status()).toMatchObject({
      promised_on: PROMISED,
      newest_promise: { promised_on: SAID, latest: "2024-04-30", added_by: "a reviewer" },
      text: expect.stringContaining("said on 10 April 2024, and added by a reviewer"),
    });
  });

  it("holds after a restart, and is told as overdue when it has run out", async () => {
    const bot = await decided("add");
    await bot.restart();
    await bot.look("2024-05-01");
    const overdue = bot.told.filter((notice) => notice.kind === "overdue");
    expect(overdue).toMatchObject([{ promisedOn: PROMISED }, { promisedOn: SAID }]);
  });

  it("dismisses it: nothing is told, nothing counts, and it is not proposed again", async () => {
    const bot = await decided("dismiss");
    await bot.look("2024-04-20");
    expect(bot.after).toEqual([]);
    expect(proposed(bot.told)).toHaveLength(1);
    expect(await bot.status()).not.toHaveProperty("newest_promise");
  });

  it("takes back what was added, and people are told", async () => {
    const bot = await decided("add");
    const { statement } = bot;
    const [notice] = await bot.bot.watcher.people.decide("promised", { statement, decision: "dismiss", by: "Ben" });
    expect(notice && say(notice).title).toBe(`Taken back: “New promise: ${TITLE}”`);
    expect(await bot.status()).not.toHaveProperty("newest_promise");
  });

  it("may be given anew with other dates, and then those count", async () => {
    const bot = await decided("add");
    const { statement } = bot;
    const decide = (decision: "add" | "dismiss", as?: StatementDecision["as"]) =>
      bot.bot.watcher.people.decide("promised", { statement, decision, by: "Ben", as });
    await decide("dismiss");
    const horizon = { earliest: SAID, likely: "2024-06-30", latest: "2024-06-30", basis: "dates given by Ben" };
    bot.clock.setTo("2024-04-11T12:00:00Z");
    await decide("add", { horizon });
    expect((await bot.status()).newest_promise).toMatchObject({ latest: "2024-06-30", added_by: "a reviewer" });
  });

  it("given twice, is told once", async () => {
    const bot = await decided("add");
    const { statement } = bot;
    expect(await bot.bot.watcher.people.decide("promised", { statement, decision: "add", by: "Ben" })).toEqual([]);
  });
});
