/**
 * The same history as it would have gone had the publisher's site refused robots from 20 December 2021 on, as it did in 2026: a web
 * archive has copies now and then, and a sister's feed says it first. What the archive has, and when, and the sister's words are ours.
 */
import { type InstantText, later } from "../../time/instant.ts";
import { DOCUMENT, NEW_SCHEME_FROM, SITE } from "./items.ts";
import { html, type Response, type Walled } from "./site.ts";

const WALL_FROM: InstantText = "2021-12-20T08:00:00Z";
/** Whose feed the shipped watch has. */
export const SISTER = "https://www.ungeneva.org";
const FEED = "/news-media/press-releases-list/rss.xml";
export const ARCHIVE = "https://web.archive.org";

/** The sister's word comes minutes after; copies of the listing, the page and the file in the night. */
const SAID_AT = later(DOCUMENT.at, 9 * 60_000);
const COPIED_AT = "2022-09-01T02:30:00.000Z";
const WEEK_MS = 604_800_000;

const LISTINGS: readonly { path: string; from: InstantText; to: InstantText }[] = [
  { path: "/EN/NewsEvents/Pages/NewsSearch.aspx", from: WALL_FROM, to: NEW_SCHEME_FROM },
  { path: "/en/latest", from: NEW_SCHEME_FROM, to: COPIED_AT },
];

interface Copy {
  path: string;
  at: InstantText;
}

/** Of the listings one a week; of the page and the file one each, on the day after. */
const COPIES: readonly Copy[] = [
  ...LISTINGS.flatMap(({ path, from, to }) => weekly(from, to).map((at) => ({ path, at }))),
  ...["/en/latest", DOCUMENT.page, DOCUMENT.pdf].map((path) => ({ path, at: COPIED_AT })),
];

export const walledWorld: Walled = (url, now, own) => {
  switch (url.origin) {
    case ARCHIVE:
      return archived(url, now, own);
    case SISTER:
      return sister(url, now);
    default:
      return now < WALL_FROM || url.pathname === "/robots.txt" ? own(url, now) : wall();
  }
};

/** As Cloudflare's challenge answers (developers.cloudflare.com, "Detecting challenge pages"). */
function wall(): Response {
  const page = html(
    403,
    "<html><head><title>Just a moment...</title></head><body><h1>www.ohchr.org</h1></body></html>",
  );
  return { ...page, headers: { "cf-mitigated": "challenge", server: "cloudflare" } };
}

/** The archive's list (CDX), the nearest copy, and each copy with the time that it was made (RFC 7089). */
function archived(url: URL, now: InstantText, own: Parameters<Walled>[2]): Response {
  const held = COPIES.filter(({ at }) => at <= now);
  if (url.pathname === "/cdx/search/cdx") {
    const asked = url.searchParams.get("url");
    const since = url.searchParams.get("from") ?? "";
    const rows = held
      .filter(({ path, at }) => SITE + path === asked && digits(at) >= since)
      .slice(-5)
      .map(({ path, at }) => [digits(at), SITE + path, ""]);
    return {
      status: 200,
      type: "application/json",
      body: JSON.stringify([["timestamp", "original", "digest"], ...rows]),
    };
  }
  const [, timestamp = "", original = ""] = /^\/web\/(\d{14})id_\/(.+)$/.exec(url.pathname + url.search) ?? [];
  const copies = held.filter(({ path }) => SITE + path === original);
  const copy = copies.find(({ at }) => digits(at) === timestamp);
  if (copy) {
    const { type, ...answer } = own(new URL(original), copy.at);
    return { ...answer, type, headers: { "memento-datetime": new Date(copy.at).toUTCString() } };
  }
  const newest = copies.at(-1);
  if (!newest) return { ...text("not archived"), status: 404 };
  return { ...text(""), status: 302, location: `/web/${digits(newest.at)}id_/${original}` };
}

function sister({ pathname }: URL, now: InstantText): Response {
  if (pathname === "/robots.txt") return text("User-agent: *\nDisallow:\n");
  return pathname === FEED ? feed(now) : { ...text("not there"), status: 404 };
}

function feed(now: InstantText): Response {
  const items = [
    ...(now >= SAID_AT
      ? [
          item(
            "UN Human Rights Office issues its assessment of human rights concerns in Xinjiang",
            SITE + DOCUMENT.page,
            SAID_AT,
          ),
        ]
      : []),
    item("Human Rights Council opens its session", `${SISTER}/council`, "2021-12-09T09:00:00Z"),
  ];
  return {
    status: 200,
    type: "application/rss+xml",
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>UN Geneva</title><link>${SISTER}</link><description>Press releases</description>${items.join("")}</channel></rss>`,
  };
}

function item(title: string, link: string, at: InstantText): string {
  return `<item><title>${title}</title><link>${link}</link><pubDate>${new Date(at).toUTCString()}</pubDate></item>`;
}

function text(body: string): Response {
  return { status: 200, type: "text/plain", body };
}

function weekly(from: InstantText, to: InstantText): InstantText[] {
  const instants: InstantText[] = [];
  for (let at = later(from, WEEK_MS / 2); at < to; at = later(at, WEEK_MS)) instants.push(at);
  return instants;
}

/** As 14 digits. */
function digits(at: InstantText): string {
  return at.replace(/\D/g, "").slice(0, 14);
}
