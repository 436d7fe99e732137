/**
 * A small site on loopback that plays the publisher's, as it stood at the instant a clock shows: the SharePoint layout and
 * then the Drupal one, listings of 15 rows, banners, troubles, and the document from the minute it was there.
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Clock } from "../../time/clock.ts";
import { elapsed } from "../../time/instant.ts";
import { BANNERS, DOCUMENT, type Item, NEW_SCHEME_FROM, TROUBLES } from "./items.ts";
import { makePdf } from "./pdf.ts";

const ROWS = 15;
/** What stands for the text of the report: as much as a document has, in words of ours. */
const RECONSTRUCTED_TEXT =
  "This is a reconstruction. The text of the assessment on Xinjiang is not given here; these words of ours stand in its place, so that the file is as long as a document is. ".repeat(
    12,
  );
const WEEK_MS = 604_800_000;

export interface Response {
  status: number;
  type: string;
  body: string | Buffer;
  location?: string;
  headers?: Record<string, string>;
}

/** @param own what the site itself would answer at an instant */
export type Walled = (url: URL, now: string, own: (url: URL, at: string) => Response) => Response;

export interface Site {
  address: string;
  /** Requests answered and bytes sent so far. */
  served: () => { requests: number; bytes: number };
  close: () => Promise<void>;
}

/** @param walled the world around it where it refuses robots, and what others say of it is all there is */
export async function startSite(clock: Clock, items: readonly Item[], walled?: Walled): Promise<Site> {
  let requests = 0;
  let bytes = 0;
  const pdf = makePdf(
    [
      "United Nations",
      "OHCHR Assessment of human rights concerns in",
      "the Xinjiang Uyghur Autonomous Region,",
      "People's Republic of China",
      "31 August 2022",
    ],
    DOCUMENT.pages,
    RECONSTRUCTED_TEXT,
  );
  const newestFirst = items.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const server = createServer((request, response) => {
    const now = clock.now();
    const own = (url: URL, at: string) => answer(url, at, newestFirst, pdf);
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "site"}`);
    const { status, type, body, location, headers } = walled ? walled(url, now, own) : own(url, now);
    const plain = Buffer.from(body);
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 20)}"`;
    requests += 1;
    if (status === 200 && request.headers["if-none-match"] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const packed = type.startsWith("text/") ? gzipSync(plain, { level: 1 }) : plain;
    bytes += packed.length;
    response
      .writeHead(status, {
        "content-type": type,
        ...(packed === plain ? {} : { "content-encoding": "gzip" }),
        ...(status === 200 ? { etag } : {}),
        ...(location ? { location } : {}),
        ...headers,
      })
      .end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served: () => ({ requests, bytes }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(url: URL, now: string, items: readonly Item[], pdf: Buffer): Response {
  const trouble = TROUBLES.find(({ from, to }) => now >= from && now < to);
  if (trouble?.kind === "server-errors")
    return html(502, "<html><head><title>Bad gateway</title></head><body>Bad gateway</body></html>");
  if (url.pathname === "/robots.txt")
    return { status: 200, type: "text/plain", body: "User-agent: *\nDisallow: /admin/\n" };
  if (trouble?.kind === "bot-wall")
    return html(
      200,
      "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><div id='challenge-platform'></div></body></html>",
    );
  const shown = items.filter((item) => item.at <= now);
  const isNewScheme = now >= NEW_SCHEME_FROM;
  return (isNewScheme ? drupal(url, now, shown, pdf) : sharePoint(url, now, shown)) ?? notFound();
}

function sharePoint(url: URL, now: string, shown: readonly Item[]): Response | undefined {
  const page = (title: string, content: string) =>
    html(
      200,
      `<html><head><title>${title}</title><script>var _spFormDigest="${now}"</script></head><body><div id="s4-banner" class="banner">${banner(now)}</div><input type="hidden" name="__VIEWSTATE" value="${now}"><div id="content">${content}</div></body></html>`,
    );
  if (url.pathname === "/EN/NewsEvents/Pages/NewsSearch.aspx") {
    const rows = shown
      .slice(0, ROWS)
      .map(
        (item) =>
          `<tr class="ms-itm"><td class="date">${longDate(item.date)}</td><td><a href="${oldAddress(item)}">${escapeHtml(item.title)}</a></td></tr>`,
      );
    return page("News search", `<h1>News</h1><table class="news">${rows.join("\n")}</table>`);
  }
  if (url.pathname === "/EN/Countries/AsiaRegion/Pages/CNIndex.aspx")
    return page(
      "China",
      "<h1>China</h1><p>The office’s page on China lists reports, treaty bodies and visits.</p><p>Status of ratifications and reporting can be found here.</p>",
    );
  if (url.pathname === "/EN/NewsEvents/Pages/DisplayNews.aspx") {
    const item = shown.find((candidate) => oldAddress(candidate) === url.pathname + url.search);
    return (
      item &&
      page(
        escapeHtml(item.title),
        `<h1>${escapeHtml(item.title)}</h1><p>${longDate(item.date)}</p><p>${escapeHtml(item.body)}</p>`,
      )
    );
  }
  return undefined;
}

function drupal(url: URL, now: string, shown: readonly Item[], pdf: Buffer): Response | undefined {
  const page = (title: string, content: string) =>
    html(
      200,
      `<!doctype html><html lang="en"><head><title>${title} | OHCHR</title></head><body><div class="site-banner">${banner(now)}</div><header>OHCHR</header><main>${content}</main><footer>© OHCHR</footer></body></html>`,
    );
  const isOut = now >= DOCUMENT.at;
  const listing = (title: string, rows: readonly Item[]) => {
    const number = Number(url.searchParams.get("page") ?? 0);
    const cards = rows
      .slice(number * ROWS, (number + 1) * ROWS)
      .map(
        (item) =>
          `<div class="card-2-item-wrapper views-row"><a class="card-2__link" href="${newAddress(item)}"><p class="eyebrow-1">${item.section}</p><h2 class="card-2__title"><span>${escapeHtml(item.title)}</span></h2><p class="text--eyebrow card-2__eyebrow eyebrow-3">${longDate(item.date)}</p></a></div>`,
      );
    const next =
      rows.length > (number + 1) * ROWS
        ? `<nav class="pager"><ul><li class="pager__item pager__item--next"><a rel="next" href="?page=${number + 1}">Next</a></li></ul></nav>`
        : "";
    return page(title, `<h1>${title}</h1><div class="card-2-listing-items">${cards.join("\n")}</div>${next}`);
  };
  switch (url.pathname) {
    case "/en/latest":
      return listing("Latest", shown);
    case "/en/press-releases":
      return listing(
        "Press releases",
        shown.filter((item) => item.section === "press-releases" || item.section === "news"),
      );
    case "/en/countries/china":
      return page(
        "China",
        `<h1>China</h1><p>The office’s page on China lists reports, treaty bodies and visits.</p><p>Status of ratifications and reporting can be found here.</p>${isOut ? `<p><a href="${DOCUMENT.page}">${DOCUMENT.title}</a></p>` : ""}`,
      );
    case "/EN/NewsEvents/Pages/NewsSearch.aspx":
    case "/EN/Countries/AsiaRegion/Pages/CNIndex.aspx":
      return { status: 404, type: "text/html", body: notFound().body };
    case DOCUMENT.page:
      return isOut
        ? page(
            DOCUMENT.title,
            `<article class="oh-node node-document"><span class="hero-1__eyebrow-text">Country reports</span><h2 class="hero-1__title">${DOCUMENT.title}</h2><p class="eyebrow-3">31 August 2022</p><div class="resource-language-container"><h2 class="resource__heading">English</h2><a class="resource__file-types-item" href="${DOCUMENT.pdf}">PDF</a></div></article>`,
          )
        : undefined;
    case DOCUMENT.pdf:
      return isOut ? { status: 200, type: "application/pdf", body: pdf } : undefined;
    default: {
      const item = shown.find((candidate) => newAddress(candidate) === url.pathname);
      const link = item?.at === DOCUMENT.at ? `<p><a href="${DOCUMENT.page}">${DOCUMENT.title}</a></p>` : "";
      return (
        item &&
        page(
          escapeHtml(item.title),
          `<h1>${escapeHtml(item.title)}</h1><p class="eyebrow-3">${longDate(item.date)}</p><p>${escapeHtml(item.body)}</p>${link}`,
        )
      );
    }
  }
}

export function html(status: number, body: string): Response {
  return { status, type: "text/html; charset=utf-8", body };
}

function notFound(): Response {
  return html(
    404,
    "<html><head><title>Page not found | OHCHR</title></head><body><main><h1>Page not found</h1></main></body></html>",
  );
}

function banner(now: string): string {
  const week = Math.floor(elapsed("2021-12-01T00:00:00Z", now) / WEEK_MS);
  return BANNERS[week % BANNERS.length] ?? "";
}

function oldAddress(item: Item): string {
  const number = 27_000 + (Math.floor(Date.parse(item.at) / 3_600_000) % 9000);
  return `/EN/NewsEvents/Pages/DisplayNews.aspx?NewsID=${number}&LangID=E`;
}

function newAddress(item: Item): string {
  const slug =
    item.slug ??
    item.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80);
  return item.section === "country-reports"
    ? `/en/documents/country-reports/${slug}`
    : `/en/${item.section}/${item.date.slice(0, 4)}/${item.date.slice(5, 7)}/${slug}`;
}

const LONG_DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function longDate(date: string): string {
  return LONG_DATE.format(Date.parse(date));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
