/** Lists as sites that nobody here made write them: where an item's link, its words and its date may stand. */
import { describe, expect, it } from "vitest";
import { readBody } from "../../../src/read/read.ts";
import type { Entries, Reading } from "../../../src/read/reading.ts";
import { answer } from "../../stand-ins/answer.ts";

const URL = "https://www.office.example/news";

async function read(main: string, around = (content: string) => `<main>${content}</main>`): Promise<Reading> {
  const html = `<!doctype html><html lang="en"><head><title>News</title></head><body>${around(main)}</body></html>`;
  const body = answer({
    url: URL,
    at: "2022-09-05T12:00:00.000Z",
    headers: { "content-type": "text/html" },
    wire: Buffer.from(html),
  });
  return (await readBody(body, { kind: "listing", ignore: [] }, "Europe/Zurich")).reading as Reading;
}

const BRIDGE = { title: "Review of the bridge published", url: "https://www.office.example/a", date: "2022-08-31" };
const WATER = {
  title: "Statement on the water of the valley",
  url: "https://www.office.example/b",
  date: "2022-08-30",
};
const ROADS = { title: "Note on roads", url: "https://www.office.example/c", date: "2022-08-29" };
const ALL = [BRIDGE, WATER, ROADS];
const link = ({ title, url }: { title: string; url: string }) => `<a href="${url}">${title}</a>`;
const long = (date: string) => `${Number(date.slice(8))} August 2022`;

describe("the items of a list are read", () => {
  it.each([
    [
      "in rows of date, title and file",
      `<table>${ALL.map((one) => `<tr><td>${long(one.date)}</td><td>${one.title}</td><td><a href="${one.url}">PDF</a></td></tr>`).join("")}</table>`,
    ],
    [
      "in a table whose cells are never closed",
      `<table>${ALL.map((one) => `<tr><td><font size=2>${link(one)}<td><font size=2>${long(one.date)}`).join("")}</table>`,
    ],
    [
      "under the dates that head them",
      ALL.map((one) => `<h3>${long(one.date)}</h3><ul><li>${link(one)}</li></ul>`).join(""),
    ],
    [
      "under one date for several",
      `<h3>31 August 2022</h3><ul><li>${link(BRIDGE)}</li></ul><h3>30 August 2022</h3><ul><li>${link(WATER)}</li></ul><h3>29 August 2022</h3><ul><li>${link(ROADS)}</li></ul>`,
    ],
    ["in a list of terms", `<dl>${ALL.map((one) => `<dt>${long(one.date)}</dt><dd>${link(one)}</dd>`).join("")}</dl>`],
    [
      "between line breaks, behind their dates",
      `<p>${ALL.map((one) => `${long(one.date)} – ${link(one)}`).join("<br>")}</p>`,
    ],
    [
      "between line breaks, before their dates",
      `<p>${ALL.map((one) => `${link(one)}, ${long(one.date)}`).join("<br>")}</p>`,
    ],
    [
      "in cards that are one link",
      ALL.map(
        (one) => `<a class="card" href="${one.url}"><h3>${one.title}</h3><span>${long(one.date)}</span></a>`,
      ).join(""),
    ],
    [
      "in cards whose links all say the same",
      ALL.map(
        (one) =>
          `<div class="card"><p>${one.title}</p><p>${long(one.date)}</p><a href="${one.url}">Full story</a></div>`,
      ).join(""),
    ],
    [
      "with a card of another make before them",
      `<div class="featured big"><h2>${link(BRIDGE)}</h2><time datetime="2022-08-31">today</time></div><ul>${[WATER, ROADS].map((one) => `<li>${link(one)} ${long(one.date)}</li>`).join("")}</ul>`,
    ],
    [
      "where a click does what a link would",
      ALL.map(
        (one) =>
          `<div class="row"><span onclick="window.open('${one.url}')">${one.title}</span> ${long(one.date)}</div>`,
      ).join(""),
    ],
    [
      "beside a picture that is a link as well",
      ALL.map(
        (one) =>
          `<article><a href="${one.url}"><img alt=""></a><h3>${link(one)}</h3><p>${long(one.date)}</p></article>`,
      ).join(""),
    ],
  ])("%s", async (_, html) => {
    const reading = (await read(html)) as Entries;
    expect(reading).toMatchObject({ kind: "entries" });
    expect(reading.entries.map(({ title, url, date }) => ({ title, url, date }))).toEqual(ALL);
  });

  it("in a form around the whole page, as ASP.NET has it, under names that banners have", async () => {
    const rows = ALL.map((one) => `<li>${link(one)} <span>${long(one.date)}</span></li>`).join("");
    const reading = await read(
      `<ul>${rows}</ul>`,
      (content) =>
        `<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE"><div class="share-banner">${content.replace(/<\/?main>/g, "")}</div></form>`,
    );
    expect(reading).toMatchObject({ kind: "entries", entries: ALL });
  });

  it("in a form around the page, where menus and feet beside it say more", async () => {
    const rows = ALL.map((one) => `<li>${link(one)} <span>${long(one.date)}</span></li>`).join("");
    const foot = `<div>${"Offices, addresses and hours of the office in town. ".repeat(20)}</div>`;
    const reading = await read(
      `<ul>${rows}</ul>`,
      (content) => `<form><nav><a href="/">Home</a></nav>${content.replace(/<\/?main>/g, "")}</form>${foot}`,
    );
    expect(reading).toMatchObject({ kind: "entries", entries: ALL });
  });

  it("in a page whose head is never closed", async () => {
    const rows = ALL.map((one) => `<li>${link(one)} <span>${long(one.date)}</span></li>`).join("");
    const html = `<html><head><title>News</title><div><ul>${rows}</ul></div></html>`;
    const body = answer({ url: URL, headers: { "content-type": "text/html" }, wire: Buffer.from(html) });
    const { reading } = await readBody(body, { kind: "listing", ignore: [] }, "Europe/Zurich");
    expect(reading).toMatchObject({ kind: "entries", entries: ALL });
  });

  it("from every article of several, and not from the first alone", async () => {
    const articles = ALL.map((one) => `<article><h2>${link(one)}</h2><p>${long(one.date)}</p></article>`).join("");
    expect(await read(articles, (content) => content.replace(/<\/?main>/g, ""))).toMatchObject({ entries: ALL });
  });

  it("without dates where none stand beside them, if their rows repeat", async () => {
    const rows = ALL.map((one) => `<li>${link(one)}</li>`).join("");
    const reading = (await read(
      `<p>Founded in 1999, see <a href="/about">about us</a>.</p><ul>${rows}</ul>`,
    )) as Entries;
    expect(reading.entries.map(({ title, date }) => [title, date])).toEqual(ALL.map(({ title }) => [title, undefined]));
  });
});

describe("a date", () => {
  it("that spans several rows of a table is that of each", async () => {
    const html = `<table><tr><td rowspan="2">31 August 2022</td><td>${link(BRIDGE)}</td></tr><tr><td>${link(WATER)}</td></tr><tr><td>29 August 2022</td><td>${link(ROADS)}</td></tr></table>`;
    const { entries } = (await read(html)) as Entries;
    expect(entries.map(({ date }) => date)).toEqual(["2022-08-31", "2022-08-31", "2022-08-29"]);
  });

  it("of one row is not that of a row that has none", async () => {
    const html = `<ul><li>${link(BRIDGE)} 31 August 2022</li><li>${link(WATER)}</li><li>${link(ROADS)} 29 August 2022</li></ul>`;
    const { entries } = (await read(html)) as Entries;
    expect(entries.map(({ date }) => date)).toEqual(["2022-08-31", undefined, "2022-08-29"]);
  });

  it("that stands once on a page is not that of all its links", async () => {
    const html = `<p>Last updated 1 September 2022</p><ul>${ALL.map((one) => `<li>${link(one)}</li>`).join("")}<li><a href="/d">Something else of theirs</a></li></ul>`;
    const { entries } = (await read(html)) as Entries;
    expect(entries.map(({ date }) => date)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

it("a title of few letters is one", async () => {
  const html = `<ul>${["In re A.B.", "In re C.D.", "In re E.F."].map((title, index) => `<li><a href="/${index}">${title}</a> 31 August 2022</li>`).join("")}</ul>`;
  expect(((await read(html)) as Entries).entries).toHaveLength(3);
});

describe("every other link of the content is kept beside the items", () => {
  it("with its own words, or its row's where they say nothing, and its row's besides", async () => {
    const rows = ALL.map((one) => `<li>${link(one)} ${long(one.date)}</li>`).join("");
    const aside = `<p>Also out: the review of the dam, <a href="/dam.pdf">PDF</a>.</p><p>On the dam, see <a href="/long">our long report</a> of the panel.</p>`;
    const { links } = (await read(`<ul>${rows}</ul>${aside}`)) as Entries;
    expect(links).toEqual([
      { url: "https://www.office.example/dam.pdf", text: "Also out: the review of the dam, ." },
      {
        url: "https://www.office.example/long",
        text: "our long report",
        row: "On the dam, see our long report of the panel.",
      },
    ]);
  });
});
