/** What a page says of its site, where it leads, and what of it is not read as its content: for somebody who thinks of watching it. */
import { type Element, isTag } from "domhandler";
import { MAX_TITLE } from "../bounds.ts";
import type { Link } from "../reading.ts";
import { absolute, inOneLine, pageTitle, textOf } from "./html.ts";
import { hrefOf, isMenu, linkElements, saidBy } from "./links.ts";
import { languageSaid } from "./page-dates.ts";
import { contentRegion } from "./region.ts";
import { isSilent, isUserContent, isVisitors } from "./surroundings.ts";
import { first, type Tree, walk } from "./tree.ts";

export interface PageOffers {
  title: string;
  /** The site's name, as the page gives it. */
  site?: string | undefined;
  /** The page's own language first, then those it is offered in (BCP 47). */
  languages: string[];
  feeds: Link[];
  /** Every link that says something, menus and all, each address once. */
  links: Link[];
  /** The parts that are read as its content: "main#content". */
  region: string[];
  leftOut: LeftOut[];
}

/** What of a page is not read. */
export interface LeftOut {
  /** The part: "nav.menu". Left out for links that say nothing, wherever they stand. */
  part?: string | undefined;
  why: "menu" | "surrounds" | "visitors" | "wordless";
  links: number;
}

/** Links that are looked at; a page for people has no more. */
const MOST_LINKS = 3000;
const MOST_FEEDS = 10;
const MOST_PARTS = 12;
const MOST_LANGUAGES = 12;
const MAX_TEXT = 200;
const MAX_NAME = 40;
const FEED_TYPE = /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json)/i;
/** The last part of a feed's address, where nothing else says what it is. */
const FEED_ADDRESS = /(?:^|[/._-])(?:rss|atom|feed)s?(?:\.(?:xml|rss|atom|aspx|php|json))?\/?$|\.(?:rss|atom)$/i;
/** Behind such a mark a page's <title> names its site. */
const BEHIND_A_BAR = /\s[|–—·-]\s+([^|–—·]{2,60})$/;
const NEVER_SHOWN = new Set("script style template svg iframe button select option head title".split(" "));

export function offersOf(tree: Tree, url: string): PageOffers {
  const links = linkElements([tree], MOST_LINKS).map((element) => ({ element, text: saidBy(element, MAX_TEXT) }));
  return {
    title: pageTitle(tree),
    site: siteName(tree),
    languages: languagesOf(tree),
    feeds: feedsIn(tree, links, url),
    links: spokenLinks(links, url),
    region: contentRegion(tree).slice(0, MOST_PARTS).map(partName),
    leftOut: leftOutOf(tree, links),
  };
}

/** A link, and what it says: asked once, as all of a page may stand in each of many. */
interface Spoken {
  element: Element;
  text: string;
}

function siteName(tree: Tree): string | undefined {
  const meta = first(tree, ({ name, attribs }) => name === "meta" && attribs.property === "og:site_name");
  const said = inOneLine((meta?.attribs.content ?? "").slice(0, MAX_TEXT));
  if (said !== "") return said;
  const title = first(tree, ({ name }) => name === "title");
  return title && BEHIND_A_BAR.exec(textOf(title, MAX_TITLE).slice(-MAX_TEXT))?.[1]?.trim();
}

function languagesOf(tree: Tree): string[] {
  const offered = tree.elements.flatMap(({ name, attribs: { rel, hreflang } }) =>
    name === "link" && hreflang !== undefined && isAlternate(rel) ? [hreflang.slice(0, 20)] : [],
  );
  const all = [languageSaid(tree), ...offered].filter((one) => one !== undefined && /^[a-z]{2,3}\b/i.test(one));
  return [...new Set(all as string[])].slice(0, MOST_LANGUAGES);
}

function isAlternate(rel = ""): boolean {
  return /(?:^|\s)alternate(?:\s|$)/i.test(rel.slice(0, MAX_TEXT));
}

/** Those that the page names as its own, and then those that it links to. */
function feedsIn(tree: Tree, links: readonly Spoken[], url: string): Link[] {
  const named = tree.elements.flatMap((element) => {
    const { rel, type = "", title = "" } = element.attribs;
    const isNamed = element.name === "link" && isAlternate(rel) && FEED_TYPE.test(type.trim());
    return isNamed ? [{ element, text: title }] : [];
  });
  const linked = links.filter(({ element }) => {
    const { type = "" } = element.attribs;
    return FEED_TYPE.test(type.trim()) || FEED_ADDRESS.test((hrefOf(element) ?? "").slice(0, MAX_TITLE));
  });
  const feeds = new Map<string, Link>();
  for (const { element, text } of [...named, ...linked]) {
    const address = absolute(element.attribs.href, url);
    // What visitors say is no news of the publisher's.
    if (!address || feeds.has(address) || feeds.size >= MOST_FEEDS || /comment/i.test(address)) continue;
    feeds.set(address, { url: address, text: inOneLine(text.slice(0, MAX_TEXT)) });
  }
  return [...feeds.values()];
}

function spokenLinks(links: readonly Spoken[], url: string): Link[] {
  const spoken = new Map<string, Link>();
  for (const { element, text } of links) {
    const address = absolute(hrefOf(element), url);
    if (!address || address === url || isUserContent(element)) continue;
    if (text !== "" && !spoken.has(address)) spoken.set(address, { url: address, text });
  }
  return [...spoken.values()];
}

/** The largest parts with links that are not content, and the links that say nothing. */
function leftOutOf(tree: Tree, links: readonly Spoken[]): LeftOut[] {
  const parts: LeftOut[] = [];
  walk(tree, (node) => {
    if (!isTag(node)) return undefined;
    if (NEVER_SHOWN.has(node.name)) return "over";
    const why = isVisitors(node) ? "visitors" : isMenu(node) ? "menu" : isSilent(node) ? "surrounds" : undefined;
    if (!why) return undefined;
    const count = linkElements([node], MOST_LINKS).length;
    if (count > 0) parts.push({ part: partName(node), why, links: count });
    return "over";
  });
  const wordless = links.filter(({ text }) => text === "").length;
  return [
    ...parts.sort((a, b) => b.links - a.links).slice(0, MOST_PARTS),
    ...(wordless > 0 ? [{ why: "wordless", links: wordless } as const] : []),
  ];
}

/** An element as a person finds it in the page's source: its tag, and its id or the first of its classes. */
function partName({ name, attribs: { id, class: classes } }: Element): string {
  const [named] = (classes ?? "").trim().slice(0, MAX_TEXT).split(/\s+/);
  const mark = id ? `#${id.trim().slice(0, MAX_NAME)}` : named ? `.${named.slice(0, MAX_NAME)}` : "";
  return `${name}${mark}`;
}
