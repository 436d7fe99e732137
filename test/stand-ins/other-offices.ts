/** Three offices that are not ours, in the shapes of their sites: GOV.UK, the European Commission, the DOJ's Inspector General. */
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { Pages } from "./origin.ts";

export interface Item {
  title: string;
  path: string;
  /** Civil date, `YYYY-MM-DD`. */
  date: string;
  kind: string;
}

export interface Office {
  site: string;
  /** Where it keeps its files, if that is another host. */
  files: string;
  listing: string;
  list(items: Item[]): string;
  page(item: Item, file?: string): string;
}

const day = (date: string, locale = "en-GB") =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(date));

function html(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:title" content="${title}"></head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>${body}<footer><a href="/help/terms">Terms and conditions</a></footer></body></html>`;
}

export const GOV_UK: Office = {
  site: "https://www.gov.uk",
  files: "https://assets.publishing.service.gov.uk",
  listing: "/search/policy-papers-and-consultations?organisations%5B%5D=cabinet-office&order=updated-newest",
  list: (items) =>
    html(
      "Policy papers and consultations - GOV.UK",
      `<main id="content"><h1 class="gem-c-title__text">Policy papers and consultations</h1><form><input name="keywords"></form><div id="js-results"><div class="finder-results"><ul class="gem-c-document-list">${items
        .map(
          ({ title, path, date, kind }) =>
            `<li class="gem-c-document-list__item"><div class="gem-c-document-list__item-title"><a class="govuk-link gem-c-document-list__item-link" href="${path}">${title}</a></div><p class="gem-c-document-list__item-description">A document of the Cabinet Office.</p><ul class="gem-c-document-list__item-metadata"><li class="gem-c-document-list__attribute">Document type: ${kind}</li><li class="gem-c-document-list__attribute">Organisation: Cabinet Office</li><li class="gem-c-document-list__attribute">Updated: <time datetime="${date}">${day(date)}</time></li></ul></li>`,
        )
        .join("")}</ul></div></div></main>`,
    ),
  page: ({ title, date, kind }, file) =>
    html(
      `${title} - GOV.UK`,
      `<div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/government/all">Government</a></li></ol></div><main id="content" class="publication"><span class="govuk-caption-xl gem-c-title__context">${kind}</span><h1 class="gem-c-title__text govuk-heading-l">${title}</h1><p class="gem-c-lead-paragraph">What the Cabinet Office has to say on the matter.</p><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/government/organisations/cabinet-office">Cabinet Office</a></dd><dt>Published</dt><dd>${day(date)}</dd></dl></div>${
        file
          ? `<h2>Documents</h2><section class="gem-c-attachment"><div class="gem-c-attachment__details"><h3 class="gem-c-attachment__title"><a href="${file}">${title}</a></h3><p class="gem-c-attachment__metadata"><abbr title="Portable Document Format">PDF</abbr>, 518 KB, 60 pages</p></div></section>`
          : ""
      }</main>`,
    ),
};

export const COMMISSION: Office = {
  site: "https://commission.europa.eu",
  files: "https://commission.europa.eu",
  listing: "/news-and-media/news_en",
  list: (items) =>
    html(
      "News - European Commission",
      `<main class="ecl-u-pb-xl" id="main-content"><h1 class="ecl-page-header__title">News</h1><section>${items
        .map(
          ({ title, path, date, kind }) =>
            `<div class="ecl-content-item-block__item"><article class="ecl-content-item"><div class="ecl-content-block ecl-content-item__content-block"><ul class="ecl-content-block__primary-meta-container"><li class="ecl-content-block__primary-meta-item">${kind}</li><li class="ecl-content-block__primary-meta-item"><time datetime="${date}T12:00:00Z">${day(date)}</time></li></ul><h3 class="ecl-content-block__title"><a href="${path}" class="ecl-link ecl-link--standalone">${title}</a></h3></div></article></div>`,
        )
        .join("")}</section></main>`,
    ),
  page: ({ title, date, kind }, file) =>
    html(
      `${title} - European Commission`,
      `<main id="main-content"><div class="ecl-page-header"><ul class="ecl-page-header__meta"><li class="ecl-page-header__meta-item">${kind}</li><li class="ecl-page-header__meta-item">${day(date)}</li></ul><h1 class="ecl-page-header__title">${title}</h1></div><div class="ecl"><p>One year after it was asked for, here is what was found.</p>${
        file
          ? `<div class="ecl-file" data-ecl-file><div class="ecl-file__container"><div class="ecl-file__title">${title}</div></div><div class="ecl-file__footer"><div class="ecl-file__language">English</div><div class="ecl-file__meta">(1.1 MB - PDF)</div><a href="${file}" class="ecl-link ecl-file__download"><span class="ecl-link__label">Download</span></a></div></div>`
          : ""
      }</div></main>`,
    ),
};

export const INSPECTOR_GENERAL: Office = {
  site: "https://oig.justice.gov",
  files: "https://oig.justice.gov",
  listing: "/reports/all",
  list: (items) =>
    html(
      "All Reports | DOJ OIG",
      `<div role="main" class="main-container"><h1 class="page-header">All Reports</h1><table class="table views-table cols-3"><thead><tr><th>Release Date</th><th>Title</th><th>Type</th></tr></thead><tbody>${items
        .map(
          ({ title, path, date, kind }) =>
            `<tr><td headers="view-field-date"><time datetime="${date}T12:00:00Z">${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}</time></td><td headers="view-title"><a href="${path}" hreflang="en">${title}</a></td><td>${kind}</td></tr>`,
        )
        .join("")}</tbody></table></div>`,
    ),
  page: ({ title, date, kind }, file) =>
    html(
      `${title} | DOJ OIG`,
      `<div role="main" class="main-container"><h1 class="page-header"><span>${title}</span></h1><article class="node"><div class="field field--name-field-type">${kind}</div><div class="field field--name-field-date">${day(date, "en-US")}</div>${
        file
          ? `<div class="field field--name-field-file"><span class="file file--mime-application-pdf"><a href="${file}" type="application/pdf">Full report</a></span></div>`
          : ""
      }</article></div>`,
    ),
};

/** A file of an office: title and date on the first page, and text on the subject behind it. */
export function officeFile(title: string, date: string, subject: string): Pages[string] {
  const cover = title.match(/.{1,44}(?:\s|$)/g) ?? [title];
  const text = `What follows concerns ${subject}, in all its parts and at some length, with its sources. `.repeat(40);
  return { headers: { "content-type": "application/pdf" }, body: makePdf([...cover, day(date)], 60, text) };
}
