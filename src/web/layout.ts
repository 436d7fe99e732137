/** The frame around every page, and the small pieces that pages share. Everything that is put in is escaped. */
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Page {
  title: string;
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

export function layout({ title, here, isLive = false, isWide = false, isUnderWay = false, body }: Page): Html {
  const current = (name: Page["here"]) => (here === name ? raw(' aria-current="page"') : "");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · coming-weeks</title>
<link rel="stylesheet" href="/assets/style.css"><link rel="stylesheet" href="/assets/watch.css"><link rel="stylesheet" href="/assets/log.css"><link rel="stylesheet" href="/assets/forms.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="Notices" href="/feed.atom">
<script src="/assets/page.js" defer></script>${isUnderWay ? raw('<noscript><meta http-equiv="refresh" content="3"></noscript>') : ""}
</head>
<body${isLive ? raw(' data-live="/events"') : ""}>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="name" href="/">coming-weeks</a>
<nav aria-label="Pages"><a href="/"${current("watches")}>Watches</a><a href="/log"${current("log")}>Log</a></nav>
</header>
<main id="content" tabindex="-1"${isUnderWay ? raw(" data-under-way") : ""}${isWide ? raw(' class="wide"') : ""}>${body}</main>
<p id="live" class="live" role="status" aria-live="polite"></p>
<footer><a href="/feed.atom">Feed</a> <a href="/api/openapi.json">API</a> <a href="/metrics">Metrics</a> <a href="/keys">Keys</a></footer>
</body>
</html>`;
}

/** An instant, as a person reads it and as a machine does. */
export function moment(at: InstantText | undefined): Html {
  if (!at) return html`never`;
  return html`<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;
}

/** A source as people call it. */
export function nameIn(watch: Watch | undefined, source: string): string {
  return watch?.sources.find(({ id }) => id === source)?.name ?? source;
}

/** A link to a page elsewhere. Only the web's own schemes become links: whatever else was fetched stays text. */
export function outside(url: string, text: string = url): Html {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener nofollow" class="outside">${text}</a>`
    : html`${text}`;
}
