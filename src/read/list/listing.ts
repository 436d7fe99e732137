/**
 * A page that lists items. They are found by the watch's selectors or, without them, by structure: repeated blocks that
 * each hold a link and a date. The structure reads SharePoint's tables and Drupal's cards alike.
 */

import { type Element, isTag } from "domhandler";
import type { Source } from "../../watch/watch.ts";
import { MAX_TITLE, TooCostly } from "../bounds.ts";
import { absolute, textOf } from "../html/html.ts";
import { isMenu, linksIn } from "../html/links.ts";
import { type DatedLeaf, datedLeaves, type SeenPage } from "../html/page-dates.ts";
import { contentRegion } from "../html/region.ts";
import { selected } from "../html/selectors.ts";
import { isInLink } from "../html/surroundings.ts";
import { first, firstIn, type Tree } from "../html/tree.ts";
import { type Entries, type Entry, type NetLink, type Problem, problem } from "../reading.ts";
import { languageIn, structureOf } from "./list-structure.ts";

/** No list for people shows more at once. */
const MAX_ENTRIES = 10_000;
export function readListing(tree: Tree, page: SeenPage, select: Source["select"]): Entries | Problem {
  const found = select ? bySelectors(tree, page, select) : byStructure(tree, page);
  if (!found || found.entries.length === 0)
    return problem(
      "redesigned",
      select ? `no item matches “${select.item}” any more` : "holds no repeated items with a link and a date",
    );
  const links = [...(found.links ?? []), ...linksBeside(tree, page.url, found)];
  return { kind: "entries", ...found, links, next: nextPages(tree, page.url) };
}

function bySelectors(
  tree: Tree,
  page: SeenPage,
  select: NonNullable<Source["select"]>,
): Pick<Entries, "entries" | "layout" | "links"> {
  const items = selected(tree, select.item);
  if (items.length > MAX_ENTRIES) throw tooManyItems();
  const titled = items.flatMap((item) => {
    const link = select.link ? selected(item, select.link)[0] : linkOf(item);
    const address = absolute(link?.attribs.href, page.url);
    const named = select.title ? selected(item, select.title)[0] : link;
    const title = named ? textOf(named, MAX_TITLE) : "";
    return address && title !== "" ? [{ item, title, url: address }] : [];
  });
  const dated = titled.map(({ item }) => (select.date ? selected(item, select.date) : [item]));
  const leaves = datedLeaves(
    tree,
    page,
    dated.map(([element]) => element),
    1,
  );
  const entries = titled.map(({ title, url }, index): Entry => {
    return { title, url, ...leaves[index]?.[0]?.dated, ...languageIn(url) };
  });
  return { entries, layout: `select:${select.item}` };
}

function linkOf(item: Element): Element | undefined {
  return item.name === "a" ? item : firstIn(item, ({ name, attribs }) => name === "a" && attribs.href !== undefined);
}

function tooManyItems(): TooCostly {
  return new TooCostly(`holds more than ${MAX_ENTRIES.toLocaleString("en")} items`);
}

function byStructure(tree: Tree, page: SeenPage): Pick<Entries, "entries" | "layout" | "links"> | undefined {
  const region = contentRegion(tree);
  return structureOf(region, ownDates(datedLeaves(tree, page, region).flat()), page.url);
}

/** What leads somewhere outside the rows: banners, picture maps, choices, what stands above or beside the content. */
function linksBeside(tree: Tree, url: string, { entries, links = [] }: Pick<Entries, "entries" | "links">): NetLink[] {
  const known = new Set([...entries, ...links].map((link) => link.url));
  return linksIn([tree], url, { isLeftOut: isMenu, known }).filter(({ text }) => text !== "");
}

/** A headline may name a day; where the items of a page have dates of their own, those are theirs. */
function ownDates(leaves: DatedLeaf[]): DatedLeaf[] {
  const inHeadlines = new Set(leaves.filter(({ element, isAlone }) => !isAlone && isInLink(element)));
  const alone = leaves.filter(({ isAlone }) => isAlone).length;
  return inHeadlines.size > 0 && alone >= inHeadlines.size ? leaves.filter((leaf) => !inHeadlines.has(leaf)) : leaves;
}

/** `rel="next"` (HTML standard, link types), or a pager's own class for it. */
function isNextLink(element: Element): boolean {
  const { name, attribs, parent } = element;
  if (name !== "a" && name !== "link") return false;
  if (attribs.rel !== undefined && /(?:^|\s)next(?:\s|$)/i.test(attribs.rel.slice(0, MAX_NAME))) return true;
  return isPagerNext(element) || (parent !== null && isTag(parent) && isPagerNext(parent));
}

/** A list has many links, and all of them may stand in an element of one long name. */
const MAX_NAME = 1000;

function isPagerNext({ attribs }: Element): boolean {
  if (!attribs.class) return false;
  const names = attribs.class.slice(0, MAX_NAME);
  if (!names.includes("pager")) return false;
  return names.split(/\s+/).some((name) => /(?:^|[_-])pager/.test(name) && /[_-]next$/.test(name));
}

function nextPages(tree: Tree, url: string): string[] {
  const href = first(tree, isNextLink)?.attribs.href;
  const next = absolute(href, url);
  return next && next !== url && new URL(next).host === new URL(url).host ? [next] : [];
}
