/** In which order a page writes its dates, and which of its dates is its own. */
import { describe, expect, it } from "vitest";
import type { HowToRead } from "../../src/read/head.ts";
import { readBody } from "../../src/read/read.ts";
import type { Reading } from "../../src/read/reading.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { answer } from "../stand-ins/answer.ts";
import { page } from "../stand-ins/ohchr.ts";

async function read(
  body: string | Buffer,
  how: Partial<HowToRead>,
  path = "/en/somewhere",
): Promise<Reading | undefined> {
  const type = typeof body === "string" ? "text/html" : "application/pdf";
  const served = answer({
    url: `https://www.ohchr.org${path}`,
    headers: { "content-type": type },
    wire: Buffer.from(body),
  });
  return (await readBody(served, { kind: "document", ignore: [], ...how }, "Europe/Zurich")).reading;
}

/** What a list says of its items' days, one after the other: a day, or the first and the last that it may be. */
async function daysOf(html: string, how: Partial<HowToRead> = {}): Promise<unknown[]> {
  const reading = await read(html, { kind: "listing", ...how });
  return reading?.kind === "entries" ? reading.entries.map(({ date, either }) => date ?? either) : [reading];
}

function list(...dates: string[]): string {
  return page(
    dates.map((date, at) => `<li><a href="/${at}">An item of the list</a> <span>${date}</span></li>`).join(""),
  );
}

describe("the dates of a list", () => {
  it("are read in the order that one of them shows", async () => {
    expect(await daysOf(list("08/31/2022", "03/04/2022"))).toEqual(["2022-08-31", "2022-03-04"]);
    expect(await daysOf(list("31/08/2022", "03/04/2022"))).toEqual(["2022-08-31", "2022-04-03"]);
  });

  it("are left open where none shows it, and where they differ", async () => {
    const open = ["2022-03-04", "2022-04-03"];
    expect(await daysOf(list("03/04/2022"))).toEqual([open]);
    expect(await daysOf(list("08/31/2022", "31/08/2022", "03/04/2022"))).toEqual(["2022-08-31", "2022-08-31", open]);
  });

  it("are read in the order that the watch gives, also with selectors", async () => {
    expect(await daysOf(list("03/04/2022"), { dates: "mdy" })).toEqual(["2022-03-04"]);
    expect(await daysOf(list("03/04/2022"), { dates: "dmy", select: { item: "li", date: "span" } })).toEqual([
      "2022-04-03",
    ]);
  });

  it.each(["", "\n", "<!-- made by hand -->\n"])(
    "are read in the page’s language, whatever stands before it: %j",
    async (before) => {
      const czech = list("1. listopad 2022").replace(/^.*?<html[^>]*>/s, `<!doctype html>${before}<html lang="cs">`);
      const croatian = czech.replace('"cs"', '"hr"');
      expect(await daysOf(czech)).toEqual(["2022-11-01"]);
      expect(await daysOf(croatian)).toEqual(["2022-10-01"]);
    },
  );

  it("are left open where the page shows another order than the watch gives", async () => {
    const open = ["2022-01-09", "2022-09-01"];
    expect(await daysOf(list("8/30/2022", "9/1/2022"), { dates: "dmy" })).toEqual(["2022-08-30", open]);
  });

  it("are read in the order that a machine’s date beside one shows", async () => {
    const html = list('<time datetime="2022-03-04">03/04/2022</time>', "05/06/2022");
    expect(await daysOf(html)).toEqual(["2022-03-04", "2022-05-06"]);
  });

  it("may be without a year, told from now, or the leaves of a calendar", async () => {
    const html = list("2 June", "yesterday", "<b>15</b><i>Aug</i>", "July 2022");
    expect(await daysOf(html)).toEqual(["2022-06-02", "2022-08-31", "2022-08-15", ["2022-07-01", "2022-07-31"]]);
  });
});

describe("a page’s own date", () => {
  const text = "<p>The office has this to say on the matter, and will answer questions on it.</p>".repeat(3);
  const json = (date: string) => `<script type="application/ld+json">{"datePublished": "${date}"}</script>`;
  const html = (main: string, head = "") => page(`${head}<h1>A report</h1>${main}${text}`);
  const dateOf = async (body: string, path?: string) => {
    const reading = await read(body, {}, path);
    return reading?.kind === "document" ? (reading.date ?? reading.either) : reading;
  };

  it.each([
    ["beside its title", html("<p>Published on 3 May 2022 by the office</p>")],
    ["in its data for search engines", html("", json("2022-05-03T10:00:00+02:00"))],
    ["in its metadata", html("", '<meta name="citation_publication_date" content="2022/05/03">')],
    ["in what is marked as the day of publication", html('<span itemprop="datePublished">3 May 2022</span>')],
    ["in its time", html('<time datetime="2022-05-03T10:00">a while ago</time>')],
  ])("stands %s", async (_, body) => expect(await dateOf(body)).toBe("2022-05-03"));

  it("stands in its address, and goes with another place before a third", async () => {
    expect(await dateOf(html(""), "/news/2022/05/03/a-report")).toBe("2022-05-03");
    const body = html("<p>4 June 2022</p>", json("2022-05-03"));
    expect(await dateOf(body, "/news/2022/05/03/a-report")).toBe("2022-05-03");
  });

  it.each([
    ["changed", "<p>3 May 2022</p><p>Last updated: 10 June 2022</p>"],
    ["updated", "<p>Updated 10 June 2022</p><p>3 May 2022</p>"],
    ["reviewed", "<p>Last reviewed 10 June 2022</p><p>3 May 2022</p>"],
    ["yet to come", "<p>3 May 2022</p><p>10 June 2023</p>"],
    ["registered", '<p>3 May 2022</p><div class="date">© The office, 10 June 2022</div>'],
    ["commented on", '<p>3 May 2022</p><div class="comments"><time datetime="2022-06-10">10 June</time></div>'],
  ])("is not the day on which it was %s", async (_, main) => expect(await dateOf(html(main))).toBe("2022-05-03"));

  it("in UTC gives way to the day that the page says beside it", async () =>
    expect(await dateOf(html("<p>2 May 2022</p>", json("2022-05-02T22:30:00Z")))).toBe("2022-05-02"));

  it("is left open where its order is", async () =>
    expect(await dateOf(html("<p>03/04/2022</p>"))).toEqual(["2022-03-04", "2022-04-03"]));
});

describe("a file’s own date", () => {
  const dateOf = async (...cover: string[]) => {
    const reading = await read(makePdf(["A report", ...cover], 2), {});
    return reading?.kind === "document" ? (reading.date ?? reading.either) : reading;
  };
  it.each([
    ["a line of its own", ["under the Act of 3 May 2021", "31 August 2022"], "2022-08-31"],
    ["a month, of which no day is known", ["August 2022"], ["2022-08-01", "2022-08-31"]],
    ["a date in a sentence", ["Presented to the assembly on 31 August 2022"], "2022-08-31"],
  ])("is %s on its cover", async (_, cover, date) => expect(await dateOf(...cover)).toEqual(date));

  it("is not that of the law it cites", async () =>
    expect(await dateOf("presented under section 3 of the Inquiries Act of 7 April 2005")).not.toBe("2005-04-07"));
});
