/** Lists that are too long, too deep or too many-sided, and pages that would have the reader say what is not so. */
import { bare, type Hostile, HTML, joined, numbered, onDocument, onListing, onPage, page, times } from "./case.ts";

const row = (index: number) =>
  `<li class="card"><a href="/en/news/${index}">Report ${index}</a> <i>31 August 2022</i></li>`;
const link = (index: number) => `<a href="/${index}">Report number ${index}</a>`;

const LONG: readonly Hostile[] = [
  onPage("60,000 links", () => numbered(60_000, link)),
  onDocument("60,000 links to files, all of one address", () => times('<a href="/x.pdf">The report (PDF)</a>', 60_000)),
  onListing("60,000 rows with a date in each", () => joined("<ul>", numbered(60_000, row), "</ul>")),
  onListing("9,900 rows in an element of 200,000 classes", () =>
    joined(`<ul class="${times("b c d e f ", 40_000)}">`, numbered(9_900, row), "</ul>"),
  ),
  onListing("9,900 links in an element of a pager’s name, over and over", () =>
    joined(`<div><i>31 August 2022</i><p class="${times("pager-", 60_000)}">`, numbered(9_900, link), "</p></div>"),
  ),
  onListing("60,000 dates and no link", () => times("<p>31 August 2022</p>", 60_000)),
  onListing("1,000 dates beside 60,000 links in one block", () =>
    joined("<div>", times("<i>31 August 2022</i>", 1_000), numbered(60_000, link), "</div>"),
  ),
  onListing("1,000 dates seven blocks below 60,000 links", () =>
    joined(
      "<div>",
      times(`${"<b>".repeat(7)}31 August 2022${"</b>".repeat(7)}`, 1_000),
      numbered(60_000, link),
      "</div>",
    ),
  ),
  onListing("a date beside 40 nested links around 1 MB of text", () =>
    joined("<div><i>31 August 2022</i>", times('<a href="/x">', 40), times("words ", 160_000), "</div>"),
  ),
  onPage("190 nested links around 5 MB of text", () => joined(times('<a href="/x">', 190), times("words ", 800_000))),
  onDocument("2,000 nested links around 1,000 paragraphs", () =>
    joined(times('<a href="/x">', 2_000), times("<p>words words words</p>", 1_000)),
  ),
  onDocument("24 links to files in an element of 500,000 others", () =>
    joined(
      "<section>",
      numbered(24, (index) => `<a href="/${index}.pdf">PDF</a>`),
      times("<i>x</i>", 500_000),
      "</section>",
    ),
  ),
  onListing("100,000 rows, each of a class of its own", () =>
    numbered(100_000, (index) => {
      const own = index.toString(36).replace(/\d/g, (digit) => `q${String.fromCharCode(97 + Number(digit))}`);
      return `<div class="${own}"><a href="/${index}">Report</a> <i>31 August 2022</i></div>`;
    }),
  ),
];

const select = { item: ".card", title: "a", date: "i" };

const SELECTED: readonly Hostile[] = [
  onListing("60,000 items that a selector matches", () => numbered(60_000, row), select),
  onListing(
    "20,000 items that a selector matches, each in the last",
    () => times('<div class="card"><a href="/x">Report</a>', 20_000),
    select,
  ),
  onListing("100,000 items, each in the last, without a link", () => times('<div class="card">', 100_000), select),
  onListing("100,000 brothers to count for :nth-child", () => numbered(100_000, row), { item: "li:nth-child(2n+1)" }),
  onListing("100,000 brothers to count backwards", () => numbered(100_000, row), { item: "li:nth-last-of-type(3n)" }),
  onListing("10,000 nested elements for :has", () => times("<div>", 10_000), { item: "div:has(a.never)" }),
  onListing(
    "5,000 nested elements for a chain of descendants",
    () => joined(times("<div>", 5_000), "<a href=/x>x</a>"),
    {
      item: "p div div div div a",
    },
  ),
  onListing("50,000 brothers for a chain of followers", () => times("<p></p>", 50_000), { item: "b ~ p ~ p ~ p ~ i" }),
  onListing("100,000 elements for :not and :contains", () => times("<p>words</p>", 100_000), {
    item: "p:not(:contains(word))",
  }),
];

const LINKS: readonly Hostile[] = [
  onPage("100,000 links that are scripts", () => times('<a href=" java\nscript:alert(1)">Report</a>', 100_000)),
  onPage("5,000 links that hold their own data", () =>
    times(`<a href="data:text/html,${"x".repeat(1_000)}">Report</a>`, 5_000),
  ),
  onDocument("5 links of 2 MB", () => times(`<a href="/${"x".repeat(2_000_000)}.pdf">Report</a>`, 5)),
  onPage("5,000 links of 2,000 steps up and down", () => times(`<a href="${"a/../".repeat(380)}">Report</a>`, 5_000)),
  onPage("100,000 addresses that are none", () =>
    times('<a href="http://[::1">A</a><a href="//%00:99999">B</a><a href="http://a b">C</a>', 33_000),
  ),
  onPage("20,000 hosts in letters of other scripts", () =>
    numbered(20_000, (index) => `<a href="https://xn--${index}.\u0440\u0444/\u202e">Report</a>`),
  ),
  onListing("rows that say they lead to the office and lead elsewhere", () =>
    times(
      '<li><a href="https://www.office.example.org@evil.example/\\www.office.example.org">Report</a> <i>31 August 2022</i></li>',
      100,
    ),
  ),
  onListing("a pager whose next page is 100,000 pages", () =>
    numbered(100_000, (index) => `<a rel="next" href="?page=${index}">Next</a>`),
  ),
];

const LIES: readonly Hostile[] = [
  onListing("1,000 made-up rows before the true one", () =>
    joined("<ul>", numbered(1_000, row), '<li><a href="/true">The true report</a> <i>1 September 2022</i></li></ul>'),
  ),
  onPage("5,000 made-up lines before the true one", () =>
    joined(
      numbered(5_000, (index) => `<p>Line number ${index} of many</p>`),
      "<p>The report is published</p>",
    ),
  ),
  onPage("the true text 201 elements deep", () => joined(times("<div>", 201), "The report is published")),
  bare("listing", HTML["content-type"], "half a page with its end in a comment", () =>
    joined(page(numbered(50, row)).subarray(0, 2_000), "<!-- </body></html> -->"),
  ),
  bare("page", HTML["content-type"], "a page whose main part is in a comment before the true one", () =>
    page("<p>The true words</p>")
      .toString()
      .replace("<main>", "<!-- <main> --><p>Other words that stand first</p><main>"),
  ),
  onPage("text that is only shown backwards", () => times("<p>\u202edehsilbup si troper ehT\u202c</p>", 100)),
  onDocument(
    "a title with joiners and letters of other scripts in it",
    () => "<h1>Th\u200de r\u0435p\u00ado\u200brt \u043ef the \u039fffice</h1>",
  ),
  onPage(
    "a soft 404 whose words are split by tags",
    () => `<h1>Page <b>not</b>\u200b found</h1>${"<p>words of a page</p>".repeat(200)}`,
  ),
];

export const LISTINGS: readonly Hostile[] = [...LONG, ...SELECTED, ...LINKS, ...LIES];
