/** A sitemap or a sitemap index (sitemaps.org protocol 0.9: at most 50,000 addresses in one file). */
import { load } from "cheerio";
import { civilDateOf } from "../time/written-date.ts";
import { absolute, textOf } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";

const MAX_ENTRIES = 50_000;
const MAX_CHILDREN = 5;

export function readSitemap(xml: string, url: string, zone: string): Entries | Problem {
  if (xml.trim() === "") return problem("empty", "answered with nothing");
  const kind = /<(?:\w+:)?(urlset|sitemapindex)[\s>]/i.exec(xml.slice(0, 5000))?.[1]?.toLowerCase();
  if (!kind) return problem("unreadable", "is not a sitemap");
  if (!new RegExp(`</(?:\\w+:)?${kind}\\s*>\\s*$`, "i").test(xml.slice(-200)))
    return problem("empty", "was cut off before the sitemap’s end");
  const $ = load(xml, { xml: true });
  const found: Entry[] = [];
  for (const node of $(kind === "urlset" ? "url" : "sitemap")
    .toArray()
    .slice(0, MAX_ENTRIES)) {
    const location = absolute(textOf($(node).children("loc").get(0) ?? node), url);
    if (!location) continue;
    const date = civilDateOf($(node).children("lastmod").text(), zone);
    found.push({ title: titleFromAddress(location), url: location, ...(date ? { date } : {}) });
  }
  if (kind === "urlset")
    return found.length > 0
      ? { kind: "entries", entries: found, layout: "sitemap", next: [] }
      : problem("empty", "is a sitemap without an address");
  const host = new URL(url).host;
  const children = found
    .filter((child) => new URL(child.url).host === host && child.url !== url)
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  if (children.length === 0) return problem("empty", "is a sitemap index without a sitemap of its own site");
  return {
    kind: "entries",
    entries: [],
    layout: "sitemap",
    next: children.slice(0, MAX_CHILDREN).map((child) => child.url),
  };
}

/** A sitemap has no titles; an address's last part is made of the title's words. */
function titleFromAddress(url: string): string {
  const last = new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last)
      .replace(/\.\w{2,5}$/, "")
      .replace(/[-_+]+/g, " ");
  } catch {
    return last;
  }
}
