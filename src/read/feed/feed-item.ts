/** What an item of a feed in XML is called, what it says, and where it leads. */
import { decodeHTML } from "entities";
import { MAX_TITLE } from "../bounds.ts";
import { absolute } from "../html/html.ts";
import type { Field, Fields } from "./xml.ts";

const TITLES = ["title", "atom:title", "dc:title", "media:title"];
/** Where an item says more than its title. */
const TEXTS = [
  "description",
  "summary",
  "atom:summary",
  "content:encoded",
  "content",
  "atom:content",
  "dc:description",
];
/** The fields that tell it. */
export const WORDS = [...TITLES, ...TEXTS, "link", "atom:link", "guid", "id", "enclosure"];
/** Relations of a link to what is the item’s in the feed, not what it is about (RFC 4287 §4.2.7.2, RFC 5023 §11, RFC 4685 §4). */
const ABOUT_THE_FEED = /^(?:self|edit|edit-media|replies|hub|next|previous|prev|first|last|service\.\w+)$|#/;

/**
 * RSS’s link is its text, Atom’s an attribute; where there is none, the item’s own name may be an address, and last what
 * is enclosed.
 */
export function addressOf(fields: Fields): string | undefined {
  const links = [...(fields.get("link") ?? []), ...(fields.get("atom:link") ?? [])];
  const hrefs = links.filter(({ attributes: { href } }) => href);
  const related = (isWanted: (rel: string) => boolean) =>
    hrefs.find(({ attributes: { rel = "alternate" } }) => isWanted(rel.trim().toLowerCase()));
  const written = links.find(({ text }) => text.trim() !== "");
  const alternate = related((rel) => rel === "alternate" || rel === "");
  const [name] = [...(fields.get("guid") ?? []), ...(fields.get("id") ?? [])];
  const isNamed = name && isAddress(name.text) && name.attributes.ispermalink?.trim().toLowerCase() !== "false";
  const other = related((rel) => !ABOUT_THE_FEED.test(rel));
  const enclosed = [...(fields.get("enclosure") ?? []), ...(fields.get("content") ?? [])].find(
    ({ attributes: { url, src } }) => url ?? src,
  );
  return (
    (written && absolute(written.text, written.base)) ??
    (alternate && absolute(alternate.attributes.href, alternate.base)) ??
    (isNamed ? absolute(name.text, name.base) : undefined) ??
    (other && absolute(other.attributes.href, other.base)) ??
    (enclosed && absolute(enclosed.attributes.url ?? enclosed.attributes.src, enclosed.base))
  );
}

/** Whether what names an item is a web address: any word would be one relative to the feed. */
export function isAddress(name: string | undefined): boolean {
  return name !== undefined && /^\s*https?:\/\//i.test(name);
}

/** Its title as it is written; empty where it has none. */
export function titleOf(fields: Fields, isAtom: boolean): string {
  const title = TITLES.flatMap((name) => fields.get(name) ?? []).find(({ text }) => text.trim() !== "");
  return title ? (isAtom ? atomTitle(title) : plainText(title.text)) : "";
}

/** The fullest of what it says besides, with the base of its addresses. */
export function textOf(fields: Fields): Field | undefined {
  const texts = TEXTS.flatMap((name) => fields.get(name) ?? []);
  return texts.reduce<Field | undefined>(
    (best, one) => (one.text.length > (best?.text.length ?? 0) ? one : best),
    undefined,
  );
}

/** Atom says where there is HTML (RFC 4287 §3.1.1): “the <blink> tag” in any other title is what it says. */
function atomTitle({ text, attributes }: Field): string {
  const isHtml = /^(?:text\/)?html$/i.test(attributes.type?.trim() ?? "");
  return inOneLine(decodeHTML(isHtml ? withoutTags(text) : text));
}

/** RSS and JSON feeds put HTML into their titles, written out as text, some twice. */
export function plainText(written: string): string {
  return inOneLine(withoutTags(decodeHTML(withoutTags(written))));
}

/** An address’s last part is often made of the title’s words. */
export function titleFromAddress(url: string): string {
  const last = new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    const name = decodeURIComponent(last).replace(/\.\w{2,5}$/, "");
    return inOneLine(name.replace(/[-_+]+/g, " "));
  } catch {
    return last;
  }
}

function withoutTags(html: string): string {
  return html.replace(/<[/!]?[a-z][^>]{0,500}>/gi, " ");
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE);
}
