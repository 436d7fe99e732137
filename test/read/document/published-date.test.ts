/** Which of the days on a page is taken for that of its publication, where they are not of one mind. */
import { describe, expect, it } from "vitest";
import { mostTrusted, type Place, type Said } from "../../../src/read/document/claims.ts";
import { readBody } from "../../../src/read/read.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const SENTENCE = "<p>The office has this to say on the matter, and will answer every question on it in time.</p>";

interface Page {
  path?: string;
  head?: string;
  above?: string;
  title?: string;
  /** Right below the title, and after a long text. */
  below?: string;
  far?: string;
}

/** The day of a page that was read on 1 September 2022; the first and the last, where that is open. */
async function dayOf({ path = "/a-report", head, above, title = "<h1>A report</h1>", below, far }: Page) {
  const url = `https://www.office.example${path}`;
  const html = `<!doctype html><html><head><title>A report | The office</title>${head ?? ""}</head><body><main>
    ${above ?? ""}${title}${below ?? ""}${SENTENCE.repeat(10)}${far ?? ""}</main></body></html>`;
  const served = { headers: { "content-type": "text/html" }, wire: Buffer.from(html) };
  const answer = { ...served, url, finalUrl: url, at: "2022-09-01T10:00:00.000Z" };
  const { reading } = await readBody(answer, { kind: "document", ignore: [] }, "Europe/Zurich");
  return reading?.kind === "document" ? (reading.date ?? reading.either) : reading;
}

const json = (...dates: string[]) =>
  dates.map((date) => `<script type="application/ld+json">{"datePublished": "${date}"}</script>`).join("");

describe("the day that a page was published", () => {
  it("is open where its data and its words are against each other, and nothing decides", async () => {
    const page = { head: json("2022-05-03"), below: "<p>10 June 2022</p>" };
    expect(await dayOf(page)).toEqual(["2022-05-03", "2022-06-10"]);
    expect(await dayOf({ ...page, path: "/2022/05/03/a-report" })).toBe("2022-05-03");
  });

  it("is of its data’s days the one that its words say", async () => {
    expect(await dayOf({ head: json("2022-06-10", "2022-05-03"), below: "<p>3 May 2022</p>" })).toBe("2022-05-03");
  });

  it("is said once by its words, however often they say it", async () => {
    const others = '<p class="teaser-date"><time datetime="2022-06-10">10 June 2022</time></p>'.repeat(20);
    expect(await dayOf({ below: "<p>3 May 2022</p>", far: others })).toBe("2022-05-03");
    expect(await dayOf({ head: json("2022-05-03"), far: others })).toBe("2022-05-03");
  });

  it("stands below the title; above it stands today’s", async () => {
    const above = `<p class="date">Thursday, 1 September 2022</p>${"<p>What else the office has to say.</p>".repeat(3)}`;
    expect(await dayOf({ above, below: "<p>3 May 2022</p>" })).toBe("2022-05-03");
  });

  it("stands below the page’s own title, and not the site’s", async () => {
    const page = { above: `<h1>The office of the example</h1><p>1 June 2022</p>${SENTENCE.repeat(10)}` };
    expect(await dayOf({ ...page, title: '<h2 class="title">A report</h2>', below: "<p>3 May 2022</p>" })).toBe(
      "2022-05-03",
    );
  });

  it("is a day off in UTC, and then that of its words or its address", async () => {
    const page = { head: json("2022-05-03T23:30:00Z") };
    expect(await dayOf(page)).toBe("2022-05-04");
    expect(await dayOf({ ...page, below: "<p>3 May 2022</p>" })).toBe("2022-05-03");
    expect(await dayOf({ ...page, path: "/2022/05/03/a-report" })).toBe("2022-05-03");
  });

  it.each([
    ["of a list far from its title", { far: "<p>3 May 2022</p><p>4 May 2022</p>" }],
    ["from before there was a web", { below: "<p>Born on 28 January 1975</p>" }],
    ["told from now, far from its title", { far: '<p class="date">2 hours ago</p>' }],
  ])("is no day %s", async (_, page) => expect(await dayOf(page)).toBeUndefined());

  it.each([
    "The report will be published on 31 August 2022.",
    "Publication is due by 31 August 2022.",
    "Le rapport sera publié le 31 août 2022.",
    "El informe será publicado el 31 de agosto de 2022.",
    "Der Bericht wird am 31. August 2022 veröffentlicht.",
    "Доклад будет опубликован 31 августа 2022",
    "سيتم نشر التقرير في 31 أغسطس 2022",
    "报告将于2022年8月31日发布",
  ])("is not the day on which it was promised: %s", async (promise) => {
    expect(await dayOf({ below: `<p class="date">${promise}</p>` })).toBeUndefined();
    expect(await dayOf({ below: `<p>${promise}</p><p>3 May 2022</p>` })).toBe("2022-05-03");
  });

  it("may be told from now beside its title", async () => {
    expect(await dayOf({ below: '<p class="date">yesterday</p>' })).toBe("2022-08-31");
  });

  it.each([
    ["named in RDFa", { far: '<span property="schema:dateCreated" content="2022-05-03T12:00:00+02:00"></span>' }],
    ["named in RDFa by several names", { far: '<span property="dc:date dc:created" content="2022-05-03"></span>' }],
    ["in a meta element’s value", { head: '<meta name="publish-date" value="Tue, 03 May 2022 07:36:07 +0200">' }],
    [
      "behind the place from which a text is",
      { below: `<p>GENEVA (3 May 2022) – ${"The office said. ".repeat(6)}</p>` },
    ],
    ["what a text begins with", { below: `<p>3 May 2022: ${"The office said so today. ".repeat(6)}</p>` }],
    ["in English words", { far: "<p>10 June 2022</p><p>Published: 3 May 2022</p>" }],
    ["in German words", { far: "<p>10. Juni 2022</p><p>Letzte Änderung: 9.8.2022<br>Erschienen am: 3.5.2022</p>" }],
    ["in Russian words", { far: "<p>10 июня 2022</p><p>Обновлено: 9 августа 2022<br>Опубликовано 3 мая 2022</p>" }],
    ["in Chinese words", { far: "<p>2022年6月10日</p><p>最后更新：2022年8月9日<br>发布时间：2022年5月3日</p>" }],
    ["in Arabic words", { far: "<p>10 يونيو 2022</p><p>آخر تحديث: 9 أغسطس 2022<br>تاريخ النشر: 3 مايو 2022</p>" }],
  ])("is found %s", async (_, page) => expect(await dayOf(page)).toBe("2022-05-03"));

  it.each([
    ["/2022/05/03/a-report", "2022-05-03"],
    ["/2022/may/03/a-report", "2022-05-03"],
    ["/news/2022-05-03-a-report", "2022-05-03"],
    ["/news/20220503/a-report", "2022-05-03"],
    ["/2022/05/a-report", ["2022-05-01", "2022-05-31"]],
    ["/articles/202205-13-ways-to-report", undefined],
    ["/2022/13/32/a-report", undefined],
  ])("stands in the address %s", async (path, day) => expect(await dayOf({ path })).toEqual(day));

  it("is, of two days, the one in the month of its address", async () => {
    const page = { head: json("2022-04-03"), below: "<p>3 May 2022</p>" };
    expect(await dayOf({ ...page, path: "/2022/05/a-report" })).toEqual(["2022-04-03", "2022-05-03"]);
    expect(await dayOf({ below: "<p>3 April 2022</p><p>3 May 2022</p>", path: "/2022/05/a-report" })).toBe(
      "2022-05-03",
    );
  });
});

describe("of what is said of a day", () => {
  const place = fc.constantFrom<Place[]>(
    "data",
    "address",
    "monthInAddress",
    "named",
    "near",
    "beside",
    "namedFar",
    "far",
  );
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2022-05-${String(number).padStart(2, "0")}`);
  const said = fc.array(fc.record({ place, dated: day.map((date) => ({ date })) }) as fc.Arbitrary<Said>, {
    maxLength: 8,
  });

  test("nothing is taken that nobody said", [said], (all) => {
    const { date, either = [] } = mostTrusted(all) ?? {};
    const days = all.map(({ dated }) => dated.date);
    for (const taken of [date ?? [], ...either].flat()) expect(days).toContain(taken);
  });

  test("saying it again changes nothing", [said], (all) => {
    expect(mostTrusted([...all, ...all])).toEqual(mostTrusted(all));
  });
});
