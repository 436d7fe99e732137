/** Pages whose characters, character sets, dates and phrases are the attack. */
import {
  type Bytes,
  bare,
  type Hostile,
  joined,
  noise,
  numbered,
  onDocument,
  onListing,
  onPage,
  page,
  times,
} from "./case.ts";

/** Grows eighteenfold under NFKC and NFKD. */
const LIGATURE = "\ufdfa";
/** Grows eighteenfold in bytes, by marks, under NFD. */
const GREEK = "\u1f82";

const RUNS: readonly [name: string, text: string, count: number][] = [
  ["10 MB of spaces", " ", 10_000_000],
  ["10 MB of line ends", "\r\n", 5_000_000],
  ["10 MB of no-break spaces", "\u00a0", 5_000_000],
  ["10 MB of zero-width joiners", "\u200d", 3_300_000],
  ["10 MB of soft hyphens", "\u00ad", 5_000_000],
  ["a letter with 5,000,000 marks upon it", "\u0301", 5_000_000],
  ["marks of alternating classes, which must be put in order", "\u0301\u0327\u0316", 1_000_000],
  ["3,000,000 overrides of the direction", "\u202e\u2066", 1_500_000],
  ["3,000,000 ligatures that grow eighteenfold", LIGATURE, 3_000_000],
  ["3,000,000 letters that come apart into four", GREEK, 3_000_000],
  ["a line of 10 MB without a space", "a", 10_000_000],
  ["a line of 10 MB of words", "word ", 2_000_000],
  ["a line of 10 MB of Chinese", "\u65b0\u7586", 1_600_000],
  ["5,000,000 lines of text in one element", "a\n", 5_000_000],
  ["5,000,000 NUL bytes", "\0", 5_000_000],
  ["2,000,000 emoji of four bytes", "\u{1f600}", 2_000_000],
  ["1,000,000 times “&amp;”", "&amp;", 1_000_000],
  ["1,000,000 times “&#x0;”", "&#x0;", 1_000_000],
  ["500,000 times “&#99999999999;”", "&#99999999999;", 500_000],
  ["1,000,000 times “&notin”, without its end", "&notin", 1_000_000],
  ["1,000,000 times “&CounterClockwiseContourIntegra”", "&CounterClockwiseContourIntegra", 300_000],
  ["5,000,000 ampersands", "&", 5_000_000],
  ["one number entity of 5 MB", "&#x0000000000", 1],
];

const CHARACTERS: readonly Hostile[] = [
  ...RUNS.map(([name, text, count]) => onPage(name, () => joined("<p>a", times(text, count), "</p>"))),
  onPage("a number entity of 5,000,000 digits", () => joined("<p>&#x", times("0", 5_000_000), "41;</p>")),
  onPage("20 MB of text that is not UTF-8", () => times(Buffer.from([0xff, 0xc0, 0xed, 0xa0, 0x80, 0xf8]), 3_300_000)),
  onPage("surrogates that stand alone", () => times(Buffer.from("\ud83d \ude00", "utf16le"), 100_000)),
  onListing("a row whose title is 1,000,000 ligatures", () =>
    joined('<li><a href="/x">', times(LIGATURE, 1_000_000), "</a> 31 August 2022</li>"),
  ),
  onListing("60,000 rows whose titles are ligatures", () =>
    times(`<li><a href="/x">${LIGATURE.repeat(80)}</a> <i>31 August 2022</i></li>`, 60_000),
  ),
  onDocument("links whose words and addresses are ligatures", () =>
    times(`<a href="/${LIGATURE.repeat(100)}.pdf">${LIGATURE.repeat(100)}</a>`, 5_000),
  ),
  onDocument("a heading of 1 MB with every word of the subject", () =>
    joined(
      "<h1>",
      times("Assessment of human rights concerns in the Xinjiang Uyghur Autonomous Region ", 13_000),
      "</h1>",
    ),
  ),
  { ...onPage("a title of 5 MB", () => ""), body: () => page("", joined("<title>", times("a - b | ", 625_000))) },
  {
    ...onPage("a title of 2,000,000 ligatures", () => ""),
    body: () =>
      joined("<html><head><title>", times(LIGATURE, 2_000_000), "</title></head><body>words and words</body></html>"),
  },
  onDocument("a heading of 1,000,000 ligatures", () => joined("<h1>", times(LIGATURE, 1_000_000), "</h1>")),
];

const set = (name: string, type: string, body: () => Bytes): Hostile => bare("page", type, name, body);
const META = '<meta charset="';

const CHARSETS: readonly Hostile[] = [
  ...[
    "utf-7",
    "hz-gb-2312",
    "iso-2022-kr",
    "iso-2022-cn",
    "replacement",
    "x-user-defined",
    "utf-16",
    "no-such-set",
  ].map((label) =>
    set(`a page that says it is in ${label}`, `text/html; charset=${label}`, () =>
      page(times("+ADw-script+AD4- ~{ \u000e words", 10_000)),
    ),
  ),
  set("UTF-16 with its mark, and the header says UTF-8", "text/html; charset=utf-8", () =>
    Buffer.from(`\ufeff${page(times("<p>words</p>", 200_000))}`, "utf16le"),
  ),
  set("UTF-16 without a mark", "text/html", () =>
    Buffer.from(page(times("<p>words</p>", 200_000)).toString(), "utf16le"),
  ),
  set("UTF-16 the other way round, of an odd length", "text/html; charset=utf-16be", () =>
    joined(Buffer.from(page(times("<p>words</p>", 200_000)).toString(), "utf16le").swap16(), "x"),
  ),
  set("UTF-32 with its mark", "text/html; charset=utf-32", () =>
    joined(Buffer.from([0xff, 0xfe, 0, 0]), times(Buffer.from([0x61, 0, 0, 0]), 1_000_000)),
  ),
  set("Japanese that escapes 1,000,000 times", "text/html; charset=iso-2022-jp", () =>
    page(times("\u001b$B\u001b(B\u001b(J\\", 1_000_000)),
  ),
  set("Chinese in four bytes, cut in every character", "text/html; charset=gb18030", () =>
    page(times(Buffer.from([0x81, 0x30, 0x81]), 2_000_000)),
  ),
  set("a character set of 1 MB in its meta", "text/html", () => page("", joined(META, times("u", 1_000_000), '">'))),
  set("100,000 metas with a character set", "text/html", () => page("", times(`${META}iso-2022-kr">`, 100_000))),
  set("a meta with a character set that begins 1,000 bytes in and never ends", "text/html", () =>
    joined(times(" ", 1_000), META, times("charset=", 600_000)),
  ),
  set("a meta that says UTF-16 in a page of UTF-8", "text/html", () => page("", `${META}utf-16">`)),
  set("noise in a character set of many bytes", "text/html; charset=euc-jp", () => noise(5_000_000, "euc")),
];

const repeated = (name: string, text: string, count: number) => [
  onDocument(`${name}, in a document`, () => joined("<p>", times(text, count), "</p>")),
  onListing(`${name}, in a row`, () => joined('<li><a href="/x">A report</a> ', times(text, count), "</li>")),
];

const DATES: readonly Hostile[] = [
  ...repeated("“1 January 2022” 100,000 times in one text", "1 January 2022 ", 100_000),
  ...repeated("“2022-08-31” 1,000,000 times in one text", "2022-08-31 ", 1_000_000),
  ...repeated("“1 1 1 1 …” of 5 MB", "1 ", 2_500_000),
  ...repeated("“January January …” of 5 MB", "January ", 600_000),
  onDocument("“2022-2022-…” of 5 MB", () => joined("<p>", times("2022-", 1_000_000), "</p>")),
  onDocument("“1/1/1/1/…” of 5 MB", () => joined("<p>", times("1/", 2_500_000), "</p>")),
  onDocument("“31 de de de …” of 5 MB", () => joined("<p>31 ", times("de ", 1_600_000), "</p>")),
  onDocument("a day before 5 MB of letters and full stops", () => joined("<p>1 ", times("a.", 2_500_000), "</p>")),
  onDocument("100,000 days, each before 50 letters and a slash", () =>
    joined("<p>", times(`1 ${"a".repeat(50)} / `, 100_000), "</p>"),
  ),
  onDocument("a day before 5 MB of no-break spaces", () => joined("<p>1 January", times("\u00a0", 2_500_000), "</p>")),
  onDocument("“2022 年” and 5 MB of spaces that are none", () =>
    joined("<p>2022\u5e74", times("\u3000", 1_600_000), "</p>"),
  ),
  onListing("years of 10,000 digits", () =>
    times(`<li><a href="/x">A report</a> <i>31 August ${"9".repeat(10_000)}</i></li>`, 500),
  ),
  onListing("5,000 time elements with years beyond any calendar", () =>
    times('<li><a href="/x">A report</a> <time datetime="+275760-09-13T00:00:00Z">0000-00-00</time></li>', 5_000),
  ),
];

const phrase = (name: string, text: string, count: number): Hostile => ({
  ...onPage(name, () => ""),
  body: () => {
    const words = times(text, count);
    return joined(
      "<html><head><title>",
      words,
      "</title></head><body><h1>",
      words,
      "</h1><h2>",
      words,
      "</h2></body></html>",
    );
  },
});

const PHRASES: readonly Hostile[] = [
  phrase("“page you are looking for …”, which never is not found", "page you are looking for could not be ", 50_000),
  phrase(
    "“site is under scheduled planned routine …”, never maintained",
    "site under scheduled planned routine ",
    50_000,
  ),
  phrase("“accept all all all cookie …”", "accept all cookie consent to the use of ", 50_000),
  phrase("bars and dashes that may end a title", "a | - \u2014 b \u00b7 ", 300_000),
  onPage("5 MB of tokens that may be a counter", () => joined("<p>", times("Zm9v+/=-", 600_000), "!</p>")),
  onPage("100,000 lines that may be counters", () =>
    numbered(100_000, (index) => `<p>last updated ${"x".repeat(90)} ${index}</p>`),
  ),
  onPage("the marks of a bot wall, 300,000 times in a comment", () =>
    joined("<!--", times("cf-chl g-recaptch datadom", 300_000), "-->"),
  ),
  onDocument("a link whose words are “report report …”, 1 MB of them", () =>
    joined('<a href="/x" download>', times("read more report ", 60_000), "!</a>"),
  ),
  onListing("a link whose words are “read more more …”, 1,000 times", () =>
    times(`<li><a href="/x">read${" the report".repeat(60)}!</a> <i>31 August 2022</i></li>`, 1_000),
  ),
];

export const TEXTS: readonly Hostile[] = [...CHARACTERS, ...CHARSETS, ...DATES, ...PHRASES];
