/** Pages in the shapes of the publisher's site, built with defaults so that a test shows only what matters to it. */

import { makePdf } from "../../src/replay/documented/pdf.ts";

export const SITE = "https://www.ohchr.org";
export const TITLE =
  "OHCHR Assessment of human rights concerns in the Xinjiang Uyghur Autonomous Region, People's Republic of China";
export const DOCUMENT_PATH =
  "/en/documents/country-reports/ohchr-assessment-human-rights-concerns-xinjiang-uyghur-autonomous-region";
export const PDF_PATH = "/sites/default/files/documents/countries/2022-08-31/22-08-31-final-assesment.pdf";
export const LATEST_PATH = "/en/latest";

export interface Row {
  title: string;
  url?: string;
  date?: string;
}

export function page(content: string, { title = "OHCHR", banner = "", lang = "en" } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><div class="site-banner">${banner}</div><header>Menu</header><main>${content}</main><footer>Contact</footer></body></html>`;
}

/** The Drupal listing, rows as given. */
export function listing(rows: Row[], { banner = "", next = "" } = {}): string {
  const cards = rows.map(
    ({ title, url = `/en/news/${slug(title)}`, date = "1 December 2021" }) =>
      `<div class="card-2-item-wrapper views-row"><a class="card-2__link" href="${url}"><p class="eyebrow-1">News</p><h2 class="card-2__title"><span>${title}</span></h2><p class="text--eyebrow card-2__eyebrow eyebrow-3">${date}</p></a></div>`,
  );
  const pager = next
    ? `<ul><li class="pager__item pager__item--next"><a rel="next" href="${next}">Next</a></li></ul>`
    : "";
  return page(`<h1>Latest</h1><div class="card-2-listing-items">${cards.join("\n")}</div>${pager}`, {
    title: "Latest | OHCHR",
    banner,
  });
}

/** The SharePoint listing of before 2022. */
export function oldListing(rows: Row[]): string {
  const lines = rows.map(
    ({
      title,
      url = `/EN/NewsEvents/Pages/DisplayNews.aspx?NewsID=${slug(title).length}${title.length}`,
      date = "1 December 2021",
    }) => `<tr><td class="date">${date}</td><td><a href="${url}">${title}</a></td></tr>`,
  );
  return `<html><head><title>News search</title></head><body><div id="content"><h1>News</h1><table class="news">${lines.join("")}</table></div></body></html>`;
}

/** As much text as a document has, on the subject. */
export const REPORT_TEXT =
  "The office sets out in this assessment what it found on the situation in Xinjiang, on what sources it rests, and what it recommends to the government. ".repeat(
    16,
  );

/** The report as a file: its cover, and text behind it. */
export function reportPdf({ title = TITLE, date = "31 August 2022", pages = 48, text = REPORT_TEXT } = {}) {
  return {
    headers: { "content-type": "application/pdf" },
    body: makePdf([...(title ? [title] : []), ...(date ? [date] : [])], pages, text),
  };
}

export function documentPage({ title = TITLE, date = "31 August 2022", file = PDF_PATH, text = "" } = {}): string {
  const files = file
    ? `<div class="resource-language-container"><h2 class="resource__heading">English</h2><a class="resource__file-types-item" href="${file}">PDF</a></div>`
    : "";
  return page(
    `<article class="node-document"><span class="hero-1__eyebrow-text">Country reports</span><h2 class="hero-1__title">${title}</h2><p class="eyebrow-3">${date}</p>${files}<div class="node-document__body">${text}</div></article>`,
    { title: `${title} | OHCHR` },
  );
}

/** The report, out: its page and its file. */
export function publishedReport() {
  return { [DOCUMENT_PATH]: documentPage(), [PDF_PATH]: reportPdf() };
}

/** A press release or news item. */
export function article({
  title,
  date = "31 August 2022",
  body = "Text of the item.",
}: {
  title: string;
  date?: string;
  body?: string;
}): string {
  return page(`<h1>${title}</h1><p class="eyebrow-3">${date}</p><p>${body}</p>`, { title: `${title} | OHCHR` });
}

/** Fifteen ordinary rows, newest first, ending on a date. */
export function ordinaryRows(count = 15, start = 0): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Briefing on the situation in country ${start + count - index}`,
    date: `${28 - index} November 2021`,
  }));
}

function slug(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
