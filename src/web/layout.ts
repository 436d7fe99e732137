/** The frame around every page, and the small pieces that pages share. Everything that is put in is escaped. */
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { InstantText } from "../time/instant.ts";
import { LANGUAGES } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import type { Reader } from "./reader.ts";
import { ownNameOf } from "./words/languages.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Page {
  title: string;
  reader: Reader;
  /** Which link of the menu this page is. */
  here?: "watches" | "log" | undefined;
  /** Whether the page is brought up to date after every look. */
  isLive?: boolean;
  /** Whether it has two columns where there is room for them. */
  isWide?: boolean;
  /** Whether something is under way: the page is asked for again until it is there. */
  isUnderWay?: boolean;
  body: Html | Html[];
}

export function layout(page: Page): Html {
  const { title, reader, here, isLive = false, isWide = false, isUnderWay = false, body } = page;
  const { frame } = reader.words;
  const current = (name: Page["here"]) => (here === name ? raw(' aria-current="page"') : "");
  return html`<!doctype html>
<html lang="${reader.language}" dir="${reader.says.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · coming-weeks</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${frame.feed}" href="/feed.atom">
<script src="/assets/page.js" defer></script>${isUnderWay ? raw('<noscript><meta http-equiv="refresh" content="3"></noscript>') : ""}
</head>
<body${isLive ? raw(' data-live="/events"') : ""}>
<a class="skip" href="#content">${frame.skip}</a>
<header class="top">
<a class="name" href="/">coming-weeks</a>
<nav aria-label="${frame.pages}"><a href="/"${current("watches")}>${frame.watches}</a>${reader.isOnlooker ? html`<a href="/sign-in">${frame.signIn}</a>` : html`<a href="/log"${current("log")}>${frame.log}</a>`}</nav>
</header>
<main id="content" tabindex="-1"${isUnderWay ? raw(" data-under-way") : ""}${isWide ? raw(' class="wide"') : ""}>${body}</main>
<p id="live" class="live" role="status" aria-live="polite" data-says="${frame.upToDate}"></p>
${foot(reader)}
</body>
</html>`;
}

function foot({ language, words, inLanguage, isOnlooker }: Reader): Html {
  const { frame } = words;
  const choices = LANGUAGES.map((other) =>
    other === language
      ? html`<li><span aria-current="true" lang="${other}">${ownNameOf(other)}</span></li>`
      : html`<li><a href="${inLanguage(other)}" hreflang="${other}" lang="${other}">${ownNameOf(other)}</a></li>`,
  );
  return html`<footer>
<p><a href="/feed.atom">${frame.feed}</a>${isOnlooker ? "" : html` <a href="/api/openapi.json">${frame.api}</a> <a href="/metrics">${frame.metrics}</a> <a href="/keys">${frame.keys}</a>`}</p>
<nav aria-label="${frame.language}"><ul>${choices}</ul></nav>
<p id="zone" class="small" data-own="${frame.zone.own}">${frame.zone.utc}</p>
</footer>`;
}

/** An instant, as a person reads it and as a machine does. The browser puts it into the reader's own zone. */
export function moment({ says, words }: Reader, at: InstantText | undefined): Html {
  return at ? html`<time datetime="${at}">${says.moment(at)}</time>` : html`${words.frame.never}`;
}

/** What somebody else wrote, in the middle of a sentence: it may run the other way. */
export function quoted(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A source as people call it. */
export function nameIn(watch: Watch | undefined, source: string): string {
  return watch?.sources.find(({ id }) => id === source)?.name ?? source;
}

/** A link to a page of the bot's that is not public: to who sees what is public alone, its text. */
export function kept({ isOnlooker }: Reader, href: string, text: string): Html {
  return isOnlooker ? html`${text}` : html`<a href="${href}">${text}</a>`;
}

/** A link to a page elsewhere. Only the web's own schemes become links: whatever else was fetched stays text. */
export function outside(url: string, text: string = url): Html {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener nofollow" class="outside" dir="auto">${text}</a>`
    : html`<bdi>${text}</bdi>`;
}
