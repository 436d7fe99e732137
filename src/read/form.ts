/** What a body is by its own content, whatever its address and its headers say: how it begins. */
import type { SourceKind } from "../watch/names.ts";

/** `json` and `text` are no source's; `text` may be a robots.txt. */
export type Form = Exclude<SourceKind, "listing" | "document" | "mail"> | "json" | "text" | "empty";

/** Root elements, each with the kind of source that has it. */
const ROOTS: ReadonlyMap<string, Form> = new Map([
  ...["rss", "feed", "rdf:rdf", "channel"].map((name) => [name, "feed"] as const),
  ...["urlset", "sitemapindex"].map((name) => [name, "sitemap"] as const),
  ["oai-pmh", "oai"],
]);
const JSON_FEED = /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/|"items"\s*:\s*\[/;

/** @param text its first characters, decoded */
export function formOf(text: string, contentType: string): Form {
  const begins = withoutPreface(text);
  if (begins === "") return "empty";
  if (/^[[{]/.test(begins)) return JSON_FEED.test(begins) ? "feed" : "json";
  const tag = /^<([a-z][\w:-]{0,30})/i.exec(begins)?.[1]?.toLowerCase();
  const root = tag === undefined ? undefined : (ROOTS.get(tag) ?? ROOTS.get(tag.slice(tag.indexOf(":") + 1)));
  if (root) return root;
  if (tag !== undefined || /html/i.test(contentType)) return "page";
  return /^https?:\/\/\S+\s*$/m.test(begins.slice(0, begins.search(/[\r\n]|$/))) ? "sitemap" : "text";
}

/** Without what may stand before a root element: a mark of the byte order, declarations, instructions, comments. */
function withoutPreface(text: string): string {
  let rest = text.replace(/^\ufeff/, "").trimStart();
  for (;;) {
    const end = rest.startsWith("<!--") ? "-->" : rest.startsWith("<?") ? "?>" : /^<!doctype/i.test(rest) ? ">" : "";
    const at = end === "" ? -1 : rest.indexOf(end);
    if (at < 0) return rest;
    rest = rest.slice(at + end.length).trimStart();
  }
}
