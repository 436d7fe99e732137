/** Pages that are not what the source shows to readers, often served with 200: walls, soft 404s, errors, maintenance, parked domains. */
import type { CheerioAPI } from "cheerio";
import { type AnyNode, type Element, isTag } from "domhandler";
import { fold } from "../language/fold.ts";
import { MAX_TITLE } from "./bounds.ts";
import { first, foldedText, linesOf, textOf } from "./html.ts";
import {
  CONSENT,
  ERROR,
  ERROR_TITLES,
  MAINTENANCE,
  MAINTENANCE_TITLES,
  NEEDS_SCRIPT,
  NOT_FOUND,
  NOT_FOUND_WORDS,
  OTHER_MAINTENANCE,
  OTHER_NOT_FOUND,
  PARKED,
  PARKED_MARKS,
  SIGN_IN_TITLES,
} from "./problem-words.ts";
import { type Problem, problem } from "./reading.ts";
import { contentRegion } from "./region.ts";
import { walk } from "./tree.ts";
import { type Saying, wallIn } from "./walls.ts";

/** Characters: a longer text is a real page, that may well speak of such things. */
const SHORT = 1500;
const VERY_SHORT = 600;
/** With fewer there is no page; what there is may stand in what surrounds content. */
const NEXT_TO_NOTHING = 50;
const MAX_LINES = 200;

/**
 * What an HTML page gives away about itself.
 * @param headers of its answer, by names in lower case
 */
export function pageProblem($: CheerioAPI, html: string, headers: Record<string, string>): Problem | undefined {
  const said = sayingOf($);
  const { titles, text, isShort } = said;
  const wall = wallIn(said, html, headers);
  if (wall) return problem("blocked", `showed ${wall} instead of the page`);
  if (titles.some(isNotFound) || (text.length < VERY_SHORT && saysNotFound(text)))
    return problem("gone", "said “not found” with status 200 (a soft 404)");
  if (!isShort) return undefined;
  if (
    titles.some((title) => MAINTENANCE_TITLES.whole(title)) ||
    MAINTENANCE.test(text) ||
    OTHER_MAINTENANCE.within(text)
  )
    return problem("unavailable", "showed a maintenance page");
  if (titles.some((title) => ERROR_TITLES.whole(title)) || ERROR.test(text))
    return problem("unavailable", "showed an error of its server instead of the page");
  if (PARKED.test(text) || (text.length < VERY_SHORT && PARKED_MARKS.test(html)))
    return problem("gone", "showed a domain that is parked or for sale");
  if (titles.some((title) => SIGN_IN_TITLES.whole(title)) || CONSENT.test(text))
    return problem("blocked", "showed a consent or sign-in wall instead of the page");
  return emptiness($, text);
}

function emptiness($: CheerioAPI, text: string): Problem | undefined {
  if (text.length >= VERY_SHORT) return undefined;
  const onward = text.length < VERY_SHORT / 2 ? refresh($) : undefined;
  if (onward !== undefined) return problem("empty", "holds nothing but a way to another page (a meta refresh)");
  const isShell = NEEDS_SCRIPT.test(text) || (text.length < VERY_SHORT / 2 && NEEDS_SCRIPT.test(unscripted($)));
  if (isShell)
    return problem("empty", "shows nothing without JavaScript; use a feed or a sitemap of the site, if it has one");
  return text.length < 20 ? problem("empty", "answered with a page that holds no text") : undefined;
}

/** What is shown to browsers that run no scripts, folded. */
function unscripted($: CheerioAPI): string {
  const noscript = first($, ({ name }) => name === "noscript");
  return noscript ? fold(textOf(noscript, MAX_TITLE)) : "";
}

function refresh($: CheerioAPI): string | undefined {
  const isRefresh = ({ name, attribs }: Element) => name === "meta" && /^refresh$/i.test(attribs["http-equiv"] ?? "");
  const { content = "" } = first($, isRefresh)?.attribs ?? {};
  return /^\s*\d{1,2}\s*[;,]\s*url\s*=\s*(\S.*)$/i.exec(content.slice(0, MAX_TITLE))?.[1];
}

function sayingOf($: CheerioAPI): Saying {
  const content = fold(linesOf(contentRegion($), MAX_LINES).join(" "));
  const text = content.length < NEXT_TO_NOTHING ? foldedText($, 20_000) : content;
  const headings = openingHeadings($);
  return { titles: titlesOf($, headings), text, isHeaded: headings.length > 0, isShort: text.length < SHORT };
}

/** The title and the first headings, in pieces as bars and dashes part them, folded. */
function titlesOf($: CheerioAPI, headings: readonly string[]): string[] {
  const title = first($, ({ name }) => name === "title");
  const all = [...(title ? [textOf(title, MAX_TITLE)] : []), ...headings];
  return all.flatMap((text) => [text, ...text.split(/\s[|–—·:-]+\s|!\s/)]).map(fold);
}

/** The first two headings of the first level. */
function openingHeadings($: CheerioAPI): string[] {
  const headings: string[] = [];
  walk($.root()[0] as AnyNode, (node) => {
    if (isTag(node) && node.name === "h1") headings.push(textOf(node, MAX_TITLE));
    return headings.length === 2 ? "stop" : undefined;
  });
  return headings;
}

/** A title that says nothing but that nothing is there: a headline has words of its own ("Missing report not found in archive"). */
function isNotFound(title: string): boolean {
  return saysNotFound(title) && title.split(" ").every((word) => NOT_FOUND_WORDS.has(word));
}

function saysNotFound(text: string): boolean {
  return NOT_FOUND.test(text) || OTHER_NOT_FOUND.within(text);
}

/** A page that stops in the middle of something. What has no `html` and no `body` is a part of a page, as some servers send it. */
export function cutOffProblem(html: string): Problem | undefined {
  return /<(?:html|body)[\s>]/i.test(html) ? problem("empty", "was cut off before the page’s end") : undefined;
}
