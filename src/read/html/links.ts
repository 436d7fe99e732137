/** Where a page leads: by links, by what is done on a click, by maps and menus; and what it says of each. */
import { type AnyNode, type Element, isTag } from "domhandler";
import { TooCostly } from "../bounds.ts";
import { absolute, inOneLine, textOf } from "./html.ts";
import { isUserContent } from "./surroundings.ts";
import { walk } from "./tree.ts";

/** No page for people has more links. */
export const MAX_LINKS = 20_000;
const MAX_LINK_TEXT = 300;
const MAX_ATTRIBUTE = 1000;

/** An address in what is done on a click, in quotes. */
const CLICKED = /["'`]((?:https?:\/\/|\/(?!\/))[^"'`\s]{3,500})["'`]/;
/** An address as scripts are given it, and as the choices of a menu are. */
const ADDRESS = /^(?:https?:\/\/|\/(?!\/))\S+$/;

/** An address that carries another shares it; the label of its picture names what is shared, not what stands there. */
const SHARING = /[?&][\w-]{1,20}=https?(?::|%3a)/i;

/** Where an element leads: by a link or an area of a map, by what is done when it is clicked or chosen. */
export function hrefOf({ name, attribs }: Element): string | undefined {
  const { href, onclick, value = "" } = attribs;
  if ((name === "a" || name === "area") && href !== undefined && !/^\s*(?:#|javascript:)/i.test(href)) return href;
  const done = onclick ?? (name === "a" ? href : undefined);
  const clicked = done === undefined ? undefined : CLICKED.exec(done.slice(0, MAX_ATTRIBUTE))?.[1];
  const given = name === "option" ? value : (attribs["data-href"] ?? attribs["data-url"] ?? "");
  return clicked ?? (name !== "form" && given.length <= MAX_ATTRIBUTE && ADDRESS.test(given) ? given : undefined);
}

/** Whether an address is a file's by its name. */
export function isFileAddress(address: string): boolean {
  return /\.(?:pdf|docx?|odt|epub)(?:$|\?)/i.test(address);
}

/** The words of a link; where it has none, those that are read out in their place: its label, its picture's, its title. */
export function saidBy(link: Element, most: number): string {
  const text = textOf(link, most);
  if (text !== "" || SHARING.test((hrefOf(link) ?? "").slice(0, MAX_ATTRIBUTE))) return text;
  const { "aria-label": label, alt, title } = link.attribs;
  return inOneLine((label ?? alt ?? pictured(link) ?? title ?? "").slice(0, most));
}

/** All that is said in place of a link’s words, or beside them. */
export function labelsOf(link: Element): string {
  const { "aria-label": label, alt, title } = link.attribs;
  return [label, alt, title, pictured(link)].filter(Boolean).join(" · ").slice(0, MAX_ATTRIBUTE);
}

/** What a link's pictures say instead of themselves. */
function pictured(link: Element): string | undefined {
  const said: string[] = [];
  walk(link, (node) => {
    if (isTag(node)) said.push(node.attribs.alt ?? node.attribs["aria-label"] ?? "");
    return said.length >= MAX_PICTURES ? "stop" : undefined;
  });
  const all = said.filter((text) => text !== "").join(" ");
  return all === "" ? undefined : all;
}

const MAX_PICTURES = 20;

/**
 * The elements of a region that lead somewhere, in order.
 * @param most of them that are wanted; all when left out
 * @param isLeftOut what is passed over, with all that it holds
 * @throws {TooCostly} when all are wanted, and there are more than a page for people has
 */
export function linkElements(
  region: readonly AnyNode[],
  most?: number,
  isLeftOut: (element: Element) => boolean = () => false,
): Element[] {
  const links: Element[] = [];
  for (const root of region)
    walk(root, (node) => {
      if (most !== undefined && links.length >= most) return "stop";
      if (!isTag(node)) return undefined;
      if (isLeftOut(node)) return "over";
      if (hrefOf(node) !== undefined) links.push(node);
      if (links.length > MAX_LINKS) throw new TooCostly(`holds more than ${MAX_LINKS.toLocaleString("en")} links`);
      return undefined;
    });
  return links;
}

/**
 * The links in a region, absolute, outside what visitors wrote.
 * @param most and `isLeftOut` as `linkElements` has them
 * @param known addresses that are not asked for
 */
export function linksIn(
  region: readonly AnyNode[],
  url: string,
  { most, isLeftOut, known }: Partial<LinksWanted> = {},
): { url: string; text: string }[] {
  return linkElements(region, most, isLeftOut).flatMap((link) => {
    const address = absolute(hrefOf(link), url);
    return address && address !== url && !known?.has(address) && !isUserContent(link)
      ? [{ url: address, text: saidBy(link, MAX_LINK_TEXT) }]
      : [];
  });
}

interface LinksWanted {
  most: number;
  isLeftOut: (element: Element) => boolean;
  known: ReadonlySet<string>;
}

/** Menus and feet, which are the same on every page of a site. */
export function isMenu({ name, attribs }: Element): boolean {
  return name === "nav" || name === "footer" || attribs.role === "navigation" || attribs.role === "contentinfo";
}
