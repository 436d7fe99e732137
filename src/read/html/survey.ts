/** One walk through a page that tells its content from what surrounds it, by how many of its words stand where. */
import type { AnyNode, Element } from "domhandler";
import { PartNames } from "./part-names.ts";
import { isUserContent } from "./surroundings.ts";
import { type PageElement, type Tree, walkElements } from "./tree.ts";

/** Tags that surround content, where they do not hold it. */
const SURROUNDING_TAGS = new Set("nav header footer aside form dialog noscript".split(" "));
const SURROUNDING_ROLE = /^(?:banner|navigation|search|alert|alertdialog|dialog|status|timer|marquee)$/;
/** A header or a footer of one of these is part of what it says. */
const PARTS = new Set("main article section".split(" "));
/** Menus, feet and consent boxes may say more than a short page: what holds half of it is asked of the words outside them. */
const OUTSIDE = new Set("nav footer header dialog noscript".split(" "));
/** What these are named says something of the page: "no-comments". */
const WHOLE = new Set(["html", "body", "main"]);

/** With fewer letters outside them, menus and the like are all that a page has. */
const LEAST_OUTSIDE = 200;
/** A form with so many letters for each of its fields is a page in a form: ASP.NET wraps whole pages in one. */
const LETTERS_A_FIELD = 200;
const FIELDS = new Set("input textarea select button".split(" "));
/** What only a whole page has: a form with one of them is around it. */
const FRAME = new Set("main article nav h1".split(" "));
/** So many times what else a page without a heading says is not what visitors wrote of it, whatever it is named. */
const ALMOST_ALL = 9;
const MAX_NAME = 1000;

/** What an element holds. */
interface Held {
  /** Letters and figures: all of them, and those outside menus, heads and feet. */
  all: number;
  outside: number;
  fields: number;
  /** Whether it holds something that only a whole page has. */
  isFrame: boolean;
  /** Whether something in it is visitors' again: a list of comments. */
  holdsVisitors: boolean;
}

/** An element that is being gone through. */
interface Open extends Held {
  isOutside: boolean;
  isPart: boolean;
  isVisitors: boolean;
  /** Whether what visitors wrote begins with it, or begins anew. */
  beginsVisitors: boolean;
  isNamedSurrounding: boolean;
}

/** An element that has been gone through. */
type Found = Held & { element: PageElement };

/**
 * Notes which elements of a page surround its content rather than being it, and which visitors wrote. What holds half of a page's
 * words is content, whatever its tag; what is only named like surroundings, with a quarter.
 */
export function survey(tree: Tree): void {
  new Survey(tree).note();
}

class Survey {
  readonly #tree: Tree;
  readonly #names = new PartNames();
  readonly #candidates: Found[] = [];
  readonly #visitors: Found[] = [];
  /** From the page itself to the element that is gone through. Those that were left are filled anew. */
  readonly #open: Open[] = [nothing()];
  #depth = 0;
  #heading: Element | undefined | null = null;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  note(): void {
    walkElements(this.#tree, this.#enter, this.#leave);
    const whole = this.#open[0] ?? nothing();
    whole.all += this.#tree.letters;
    whole.outside += this.#tree.letters;
    this.#noteVisitors(whole);
    const isBare = whole.outside < LEAST_OUTSIDE && whole.outside < whole.all / 10;
    for (const found of this.#candidates) if (!isContent(found, whole, isBare)) found.element.isSilent = true;
  }

  readonly #enter = (element: PageElement) => {
    const { name, attribs } = element;
    const at = this.#open[this.#depth] as Open;
    if (FIELDS.has(name) && attribs.type !== "hidden") at.fields++;
    if (element.isSilent) return "over";
    if (FRAME.has(name)) at.isFrame = true;
    this.#begin(element, at);
    return undefined;
  };

  #begin(element: PageElement, around: Open): void {
    const { name } = element;
    const told = this.#names.toldOf(element);
    this.#depth++;
    const begun = this.#open[this.#depth] ?? nothing();
    this.#open[this.#depth] = begun;
    begun.fields = 0;
    begun.isFrame = begun.holdsVisitors = false;
    begun.beginsVisitors = (told.isVisitors || saysVisitors(element)) && !WHOLE.has(name) && !this.#isHeaded(element);
    begun.isVisitors = around.isVisitors || begun.beginsVisitors;
    const isOutside = name !== "body" && (OUTSIDE.has(name) || told.isMenu);
    begun.isOutside = around.isOutside || begun.isVisitors || (isOutside && !around.isPart);
    begun.all = element.letters;
    begun.outside = begun.isOutside ? 0 : element.letters;
    begun.isPart = around.isPart || PARTS.has(name);
    begun.isNamedSurrounding = told.isSurrounding;
  }

  readonly #leave = (element: PageElement) => {
    const done = this.#open[this.#depth] as Open;
    this.#depth--;
    const around = this.#open[this.#depth] as Open;
    around.all += done.all;
    around.outside += done.outside;
    around.fields += done.fields;
    around.isFrame ||= done.isFrame;
    around.holdsVisitors ||= done.holdsVisitors || (done.beginsVisitors && around.isVisitors);
    if (done.isVisitors && !around.isVisitors) this.#visitors.push({ ...done, element });
    const isHeader = element.name === "header" && around.isPart;
    if (!isHeader && (done.isNamedSurrounding || isMarked(element))) this.#candidates.push({ ...done, element });
  };

  #noteVisitors(whole: Held): void {
    const [only] = this.#visitors;
    const isOnly = only && this.#visitors.length === 1 && !only.holdsVisitors;
    const isPage = isOnly && only.all > whole.outside * ALMOST_ALL && !this.#firstHeading();
    if (isPage || !only) return;
    for (const { element } of this.#visitors) element.isVisitors = true;
    for (const element of this.#tree.elements)
      element.isUsers = element.isVisitors || (element.parent !== null && isUserContent(element.parent));
  }

  /** Whether the first h1 of the page stands in an element: a whole article may be marked as visitors'. */
  #isHeaded(element: Element): boolean {
    for (let at: AnyNode | null = this.#firstHeading() ?? null; at; at = at.parent) if (at === element) return true;
    return false;
  }

  #firstHeading(): Element | undefined {
    if (this.#heading === null) this.#heading = this.#tree.elements.find(({ name }) => name === "h1");
    return this.#heading;
  }
}

function nothing(): Open {
  return {
    all: 0,
    outside: 0,
    fields: 0,
    isFrame: false,
    holdsVisitors: false,
    isOutside: false,
    isPart: false,
    isVisitors: false,
    beginsVisitors: false,
    isNamedSurrounding: false,
  };
}

function isContent({ element, all, outside, fields, isFrame }: Found, whole: Held, isBare: boolean): boolean {
  if (element.name === "noscript") return all >= LEAST_OUTSIDE && all >= whole.outside;
  const part = isMarked(element) ? 2 : 4;
  if (isBare ? all >= whole.all / 2 : outside >= whole.outside / part && outside > 0) return true;
  return element.name === "form" && (isFrame || outside >= LETTERS_A_FIELD * Math.max(1, fields));
}

/** Whether an element's tag, its role or its being hidden says so, rather than a name that somebody gave it. */
function isMarked({ name, attribs }: Element): boolean {
  if (SURROUNDING_TAGS.has(name)) return true;
  const { role, hidden, "aria-hidden": isHidden } = attribs;
  return hidden !== undefined || isHidden === "true" || (role !== undefined && SURROUNDING_ROLE.test(role));
}

/** What a link or a block says of itself that visitors wrote it: `rel="ugc"`, schema.org. */
function saysVisitors({ attribs: { rel, itemtype } }: Element): boolean {
  if (rel !== undefined && /\bugc\b/i.test(rel.slice(0, MAX_NAME))) return true;
  return (
    itemtype !== undefined &&
    /schema\.org\/(?:Comment|UserComments|DiscussionForumPosting)/.test(itemtype.slice(0, MAX_NAME))
  );
}

/** Letters and figures of any writing, near enough. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 47) letters++;
  return letters;
}
