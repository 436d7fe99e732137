/** Pages whose tags, attributes and loose ends cost more than their bytes. */
import { type Hostile, joined, numbered, onDocument, onListing, onPage, page, times } from "./case.ts";

const NESTED = "div b a font span svg math template select iframe noscript object x-unknown title textarea".split(" ");
/** The parser tells them apart: blocks, what is formatted, what is drawn, and what it does not know. */
const NESTED_DEEPER = ["div", "b", "svg", "x-unknown"];

const nested = (open: string, count: number, close = "", inside = "words") =>
  joined(times(open, count), inside, close ? times(close, count) : "");

const NESTING: readonly Hostile[] = [
  ...NESTED.map((tag) => onPage(`100,000 nested <${tag}>, never closed`, () => nested(`<${tag}>`, 100_000))),
  ...NESTED_DEEPER.map((tag) => onPage(`1,000,000 nested <${tag}>, never closed`, () => nested(`<${tag}>`, 1_000_000))),
  onPage("100,000 nested <div>, each closed", () => nested("<div>", 100_000, "</div>")),
  onListing("100,000 nested <div> around a dated link", () =>
    nested("<div>", 100_000, "</div>", '<a href="/x">A report</a> 31 August 2022'),
  ),
  onDocument("100,000 nested <section> around a heading", () =>
    nested("<section>", 100_000, "</section>", '<h1>A report</h1><a href="/x.pdf">PDF</a>'),
  ),
  onPage("100,000 tables, each in a cell of the last", () => nested("<table><tr><td>", 100_000)),
  onPage("100,000 lists, each in an item of the last", () => nested("<ul><li>", 100_000, "</li></ul>")),
  onListing("5,000 nested <div> with a dated link in each", () =>
    nested('<div><a href="/x">A report</a> 31 August 2022', 5_000, "</div>"),
  ),
  onPage("100,000 drawings, each in foreign text of the last", () => nested("<svg><foreignObject>", 100_000)),
  onPage("50,000 nested <div> and 100,000 closing tags of others", () =>
    joined(times("<div>", 50_000), times("</span>", 100_000)),
  ),
  onPage("50,000 nested <i> and 100,000 closing tags of paragraphs", () =>
    joined(times("<i>", 50_000), times("</p>", 100_000)),
  ),
  onPage("1,000,000 closing tags of nothing", () => times("</b></p></br></svg></x>", 200_000)),
  onPage("100,000 <b><i></b></i>, crossed", () => times("<b><i></b></i>", 100_000)),
  onPage("100,000 <p><svg></p>", () => times("<p><svg></p>", 100_000)),
  onPage("1,000,000 <p><svg></p>", () => times("<p><svg></p>", 1_000_000)),
  onPage("200,000 <p><math><desc></p>", () => times("<p><math><desc></p>", 200_000)),
];

const MANY: readonly Hostile[] = [
  onListing("2,000,000 empty paragraphs", () => times("<p>", 2_000_000)),
  onPage("2,000,000 line breaks", () => times("<br>", 2_000_000)),
  onPage("1,000,000 <a href=x> inside one another", () => times("<a href=x>", 1_000_000)),
  onDocument("70,000 <a href=x> inside one another", () => times("<a href=x><b>", 70_000)),
  onDocument("80,000 second headings inside one another", () => times("<section><h2>x", 80_000)),
  onDocument("1,000,000 empty links", () => times("<a href=x></a>", 1_000_000)),
  onListing("1,000,000 empty items of a list", () => times("<li></li>", 1_000_000)),
  onPage("1,000,000 input fields", () => times("<input type=hidden>", 1_000_000)),
  onPage("1,000,000 <title>s, closed", () => times("<title></title>", 1_000_000)),
  onDocument("300,000 first-level headings", () => times("<h1>A report</h1>", 300_000)),
  onListing("100,000 <main>s inside one another", () => times("<main>", 100_000)),
  onPage("10 MB of letters, a tenth of them in tags of their own", () => times("<i>a</i>bbbbbbbbb", 1_000_000)),
];

const LOOSE = [
  ["<!--", 1_000_000],
  ["<!-- x --!>", 500_000],
  ["<script>", 100_000],
  ["<script", 100_000],
  ["<style>", 100_000],
  ["<svg", 100_000],
  ["<input ", 100_000],
  ["<![CDATA[", 100_000],
  ["<!doctype ", 100_000],
  ['<a href="', 100_000],
  ["<a title='x\" ", 100_000],
  ["<main ", 100_000],
  ["</main", 1_000_000],
  ["<", 5_000_000],
  ["</", 2_500_000],
  ["<?", 2_500_000],
  ["<textarea>", 100_000],
  ["<plaintext>", 100_000],
] as const;

const OPEN: readonly Hostile[] = [
  ...LOOSE.map(([text, count]) =>
    onPage(`“${text.trim()}” ${count.toLocaleString("en")} times over, and no end to any`, () => times(text, count)),
  ),
  onPage("100,000 openings of scripts and styles, and one end of a drawing", () =>
    joined(times("<script><style><noscript>", 100_000), "</svg>"),
  ),
  onPage("an element <main> that closes 1,000,000 times", () => joined("<main>", times("</main><!-- -->", 1_000_000))),
];

const LINKS_BELOW = numbered(2_000, (index) => `<a href="/${index}">A report, number ${index}</a>`);

const ATTRIBUTES: readonly Hostile[] = [
  onPage("100,000 attributes on one element", () =>
    joined(
      "<div ",
      numbered(100_000, (index) => ` a${index}=1`),
      ">words</div>",
    ),
  ),
  onPage("one attribute, 1,000,000 times on one element", () =>
    joined("<div ", times(" id=x", 1_000_000), ">words</div>"),
  ),
  onPage("an attribute called __proto__ on 100,000 elements", () =>
    times("<i __proto__=x constructor=y>a</i>", 100_000),
  ),
  onPage("an attribute of 5 MB", () => joined('<div title="', times("a", 5_000_000), '">words</div>')),
  onPage("a class of 5 MB of separators", () => joined('<div class="', times("- _", 1_700_000), '">words</div>')),
  onPage("a class of 5 MB of almost-banners", () =>
    joined('<div class="', times("-rotat_rotatx", 400_000), '!">words</div>'),
  ),
  onPage("a class of 5 MB of almost-comments", () =>
    joined('<div class="', times("no-comment-count ", 300_000), '">words</div>'),
  ),
  onPage("2,000 links below a class of 1 MB", () =>
    joined('<div class="', times("no-comment-count ", 60_000), '">', LINKS_BELOW, "</div>"),
  ),
  onPage("2,000 links 150 elements deep, each of them with a class of 10 kB", () =>
    joined(times(`<div class="${"no-comment-count ".repeat(600)}">`, 150), LINKS_BELOW),
  ),
  {
    ...onPage("2,000 links inside 1,000 nested comments around the only heading", () => ""),
    body: () =>
      joined(
        "<html><body><p>What the office has published of late.</p>",
        times('<div class="comments">', 1_000),
        "<h1>A report</h1>",
        LINKS_BELOW,
        "</body></html>",
      ),
  },
  onPage("5 MB of “data-data-data-”", () => joined("<div ", times("data-", 1_000_000), ">words</div>")),
  onPage("1,000,000 attributes “data-token” without a value", () =>
    joined("<div", times(" data-token", 1_000_000), ">words</div>"),
  ),
  onPage("100,000 attributes with crossed quotes", () =>
    joined("<div", times(" id='\" style=\"'", 100_000), ">words</div>"),
  ),
  onListing("rows whose class is 300 kB of different words", () => {
    const words = numbered(20_000, (index) => `w${index.toString(36).replace(/\d/g, "z")}-x `).toString();
    return times(`<div class="${words}"><a href="/x">A report</a> <i>31 August 2022</i></div>`, 20);
  }),
  onListing("a date machine-written in an attribute of 10 MB", () =>
    joined('<a href="/x">A report</a><time datetime="', times("2022-08-31 ", 900_000), '">today</time>'),
  ),
  onDocument("100 dates machine-written in attributes of 100 kB", () =>
    times(`<time datetime="${"2022-08-31 ".repeat(9_000)}">today</time>`, 100),
  ),
  {
    ...onPage("100,000 elements <base> that each say where links lead", () => ""),
    body: () =>
      page(
        LINKS_BELOW,
        numbered(100_000, (index) => `<base href="https://evil${index}.example/">`),
      ),
  },
];

export const MARKUP: readonly Hostile[] = [...NESTING, ...MANY, ...OPEN, ...ATTRIBUTES];
