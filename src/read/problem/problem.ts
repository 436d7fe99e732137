/** Pages that are not what the source shows to readers, often served with 200: walls, soft 404s, errors, maintenance, parked domains. */
import { type Element, isTag } from "domhandler";
import { fold } from "../../language/fold.ts";
import { formsIn } from "../../time/date-forms.ts";
import { MAX_TITLE } from "../bounds.ts";
import { bodyText, linesOf, textOf } from "../html/html.ts";
import { contentRegion } from "../html/region.ts";
import { first, type Tree } from "../html/tree.ts";
import { type Problem, problem } from "../reading.ts";
import { deniesItself, isWritten, namesItself } from "./about-itself.ts";
import { ALL_OWN, FEW_OWN, ownWords, SOME_OWN, withoutAddresses } from "./own-words.ts";
import type { Phrases } from "./phrases.ts";
import {
  CONSENT,
  ERROR,
  ERROR_TITLES,
  MAINTENANCE,
  MAINTENANCE_TITLES,
  NEEDS_SCRIPT,
  NOT_FOUND,
  OTHER_MAINTENANCE,
  OTHER_NOT_FOUND,
  PARKED,
  PARKED_MARKS,
  SIGN_IN_TITLES,
  STATUS_LINE,
} from "./problem-words.ts";
import { withVendor } from "./wall-vendors.ts";
import { type Saying, wallIn } from "./walls.ts";

/** Characters: a longer text is a real page, that may well speak of such things. */
const SHORT = 1500;
/** What is so long as it is written is hardly short when it is folded. */
const LONG = 3000;
const VERY_SHORT = 600;
const FEW = 300;
/** With fewer there is no page; what there is may stand in what surrounds content. */
const NEXT_TO_NOTHING = 50;
/** What is shorter than this, and stands under no heading, is none. */
const LEAST_TEXT = 20;
const MAX_LINES = 200;
/** Characters that are looked at: what folds to fewer than are short is no more than marks. */
const MAX_TOLD = 20_000;

/** What a page is instead of itself, told by what stands above it, or by what it says where it says nothing else. */
const INSTEAD: readonly {
  titles: Phrases | undefined;
  says: (text: string) => boolean;
  found: Problem;
}[] = [
  {
    titles: MAINTENANCE_TITLES,
    says: (text) => MAINTENANCE.test(text) || OTHER_MAINTENANCE.within(text),
    found: problem("unavailable", "showed a maintenance page"),
  },
  {
    titles: { ...ERROR_TITLES, whole: (text) => ERROR_TITLES.whole(text) || STATUS_LINE.test(text) },
    says: (text) => ERROR.test(text),
    found: problem("unavailable", "showed an error of its server instead of the page"),
  },
  {
    titles: undefined,
    says: (text) => PARKED.test(text),
    found: problem("gone", "showed a domain that is parked or for sale"),
  },
  {
    titles: SIGN_IN_TITLES,
    says: (text) => CONSENT.test(text),
    found: problem("blocked", "showed a consent or sign-in wall instead of the page"),
  },
];

/**
 * What an HTML page gives away about itself.
 * @param headers of its answer, by names in lower case
 * @param host where it was had, if its name is not to count as a word
 */
export function pageProblem(tree: Tree, html: string, headers: Record<string, string>, host = ""): Problem | undefined {
  const said = sayingOf(tree, host);
  const { titles, text, isShort, own } = said;
  const wall = wallIn(said, html, headers);
  if (wall) return problem("blocked", withVendor(`showed ${wall} instead of the page`, headers, html));
  const isGone =
    titles.some((title) => isNotFound(title, host)) && (/\p{L}/u.test(titles[0] ?? "") || own.share <= FEW_OWN);
  if (isGone || (text.length < VERY_SHORT && own.share <= FEW_OWN && saysNotFound(text)))
    return problem("gone", "said “not found” with status 200 (a soft 404)");
  if (!isShort) return undefined;
  for (const { titles: whole, says, found } of INSTEAD) {
    const isTitled = own.share <= SOME_OWN && titles.some((title) => whole?.whole(title));
    if (isTitled || (own.share <= FEW_OWN && says(text))) return found;
  }
  if (text.length < VERY_SHORT && PARKED_MARKS.test(html))
    return problem("gone", "showed a domain that is parked or for sale");
  return emptiness(tree, said) ?? nothingOfItsOwn(said);
}

/** Words that tell of a server or a browser; a page of a site that has few of its own has not as many. */
const LEAST_TELLING = 2;

/** A wall, an error or a notice in words that nobody listed. */
function nothingOfItsOwn({ titles, text, lines, own, isOnSomething }: Saying): Problem | undefined {
  if (text.length >= VERY_SHORT || isOnSomething || own.share > SOME_OWN) return undefined;
  // A headline alone may be of anything.
  if (own.count > 0 && titles.includes(text)) return undefined;
  const isNone =
    (own.share <= FEW_OWN && own.telling >= LEAST_TELLING) ||
    (own.share <= FEW_OWN && text.length < FEW && namesItself(text)) ||
    deniesItself(lines);
  return isNone && !namesDay(lines)
    ? problem("unreadable", "says nothing but what walls, errors and notices of a server say")
    : undefined;
}

/** News and corrections name the day in words; a notice in words of its own hardly does, and a server writes numbers. */
function namesDay(lines: readonly string[]): boolean {
  return formsIn(lines.join("\n")).some((form) => form.kind === "named" && form.day !== undefined);
}

/** With fewer words of its own a page may be a shell that scripts fill, or a way to another page. */
const LEAST_OWN = 4;

function emptiness(tree: Tree, { text, own, isHeaded }: Saying): Problem | undefined {
  if (text.length >= VERY_SHORT) return undefined;
  const isBare = own.count < LEAST_OWN && !isHeaded;
  if ((isBare || own.share <= FEW_OWN) && isSentOn(tree))
    return problem("empty", "holds nothing but a way to another page (a meta refresh)");
  const shownUnscripted = isBare ? unscripted(tree) : "";
  const isShell =
    (own.share <= FEW_OWN && NEEDS_SCRIPT.test(text)) ||
    NEEDS_SCRIPT.test(shownUnscripted) ||
    (text !== "" && text === shownUnscripted);
  if (isShell)
    return problem("empty", "shows nothing without JavaScript; use a feed or a sitemap of the site, if it has one");
  return text.length < LEAST_TEXT && own.count < 2 && !isHeaded
    ? problem("empty", "answered with a page that holds no text")
    : undefined;
}

/** What is shown to browsers that run no scripts, folded. */
function unscripted(tree: Tree): string {
  const noscript = first(tree, ({ name }) => name === "noscript");
  return noscript ? fold(textOf(noscript, MAX_TITLE)) : "";
}

/** Whether a page sends its readers on in a moment; not one that only browsers without scripts leave, or that is shown anew from time to time. */
function isSentOn(tree: Tree): boolean {
  const isRefresh = ({ name, attribs, parent }: Element) =>
    name === "meta" &&
    /^refresh$/i.test(attribs["http-equiv"] ?? "") &&
    !(parent && isTag(parent) && parent.name === "noscript");
  const { content = "" } = first(tree, isRefresh)?.attribs ?? {};
  return /^\s*(?:\d|1\d)\s*[;,]\s*(?:url\s*=\s*)?\S.*$/i.test(content.slice(0, MAX_TITLE));
}

function sayingOf(tree: Tree, host: string): Saying {
  const { lines: inContent, folded: content } = contentOf(tree);
  const isNothing = lettersIn(content) < NEXT_TO_NOTHING;
  const lines = isNothing ? [bodyText(tree, MAX_TOLD)] : inContent;
  const text = isNothing ? fold(lines.join(" ")) : content;
  const headings = openingHeadings(tree);
  const titles = titlesOf(tree, headings);
  const isShort = text.length < SHORT;
  return {
    titles,
    lines,
    text,
    isHeaded: headings.some((heading) => heading !== ""),
    isOnSomething: isShort && headings.some((heading) => ownWords(fold(heading), host).share > SOME_OWN),
    isShort,
    own: !isShort || isWritten(titles, text) ? ALL_OWN : ownWords(fold(withoutAddresses(lines.join(" "))), host),
  };
}

/** What a page's content says; of a long page only so much that it is seen to be long. */
function contentOf(tree: Tree): { lines: string[]; folded: string } {
  const read = (enough?: number) => {
    const lines = linesOf(contentRegion(tree), MAX_LINES, enough);
    const text = lines.join(" ");
    return { lines, length: text.length, folded: fold(text.slice(0, MAX_TOLD)) };
  };
  const beginning = read(LONG);
  return beginning.length < LONG || beginning.folded.length >= SHORT ? beginning : read();
}

/** Chinese says in one character what takes others three letters. */
function lettersIn(text: string): number {
  return text.length + 2 * (text.slice(0, NEXT_TO_NOTHING).match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** The title and the first headings, in pieces as bars and dashes part them, folded. */
function titlesOf(tree: Tree, headings: readonly string[]): string[] {
  const title = first(tree, ({ name }) => name === "title");
  const all = [...(title ? [textOf(title, MAX_TITLE)] : []), ...headings];
  return all.flatMap((text) => [text, ...text.split(/\s[|–—·›‹-]+\s/)]).map(fold);
}

/** The first two headings of the first level. */
function openingHeadings(tree: Tree): string[] {
  const headings = tree.elements.filter(({ name }) => name === "h1").slice(0, 2);
  return headings.map((heading) => textOf(heading, MAX_TITLE));
}

/** A title that says nothing but that nothing is there: a headline has words of its own ("Missing report not found in archive"). */
function isNotFound(title: string, host: string): boolean {
  return OTHER_NOT_FOUND.whole(title) || (saysNotFound(title) && ownWords(title, host).count === 0);
}

function saysNotFound(text: string): boolean {
  return NOT_FOUND.test(text) || OTHER_NOT_FOUND.within(text);
}

/** A page that stops in the middle of something. What has no `html` and no `body` is a part of a page, as some servers send it. */
export function cutOffProblem(html: string): Problem | undefined {
  return /<(?:html|body)[\s>]/i.test(html) ? problem("empty", "was cut off before the page’s end") : undefined;
}
