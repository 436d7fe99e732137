/** A sitemap or a sitemap index (sitemaps.org protocol 0.9: at most 50,000 addresses in one file). */
import { civilDateOf } from "../time/machine-date.ts";
import { type BodyLimits, TooCostly } from "./bounds.ts";
import { absolute } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";
import { type Fields, readItems } from "./xml.ts";

const MAX_CHILDREN = 5;
const ROOTS = new Set(["urlset", "sitemapindex"]);

export async function readSitemap(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  { items }: BodyLimits,
): Promise<Entries | Problem> {
  const found: Entry[] = [];
  const { root, isWhole } = await readItems(pieces, url, {
    isItem: (name) => name === "url" || name === "sitemap",
    wanted: new Set(["loc", "lastmod"]),
    found: (fields) => {
      const entry = entryOf(fields, url, zone);
      if (entry) found.push(entry);
      if (found.length > items) throw new TooCostly(`lists more than ${items.toLocaleString("en")} addresses`);
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  if (!ROOTS.has(root)) return problem("unreadable", "is not a sitemap");
  if (!isWhole) return problem("empty", "was cut off before the sitemap’s end");
  if (root === "urlset")
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

function entryOf(fields: Fields, url: string, zone: string): Entry | undefined {
  const location = absolute(fields.get("loc")?.[0]?.text, url);
  const date = civilDateOf(fields.get("lastmod")?.[0]?.text, zone);
  return location ? { title: titleFromAddress(location), url: location, ...(date ? { date } : {}) } : undefined;
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
