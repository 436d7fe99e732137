/** A sitemap or a sitemap index (sitemaps.org protocol 0.9: at most 50,000 addresses in one file). */
import { civilDateOf } from "../../time/machine-date.ts";
import { type BodyLimits, MAX_LINE, TooCostly } from "../bounds.ts";
import { absolute } from "../html/html.ts";
import { type Entries, type Entry, type Problem, problem } from "../reading.ts";
import { isAddress, titleFromAddress } from "./feed-item.ts";
import { type Fields, readItems } from "./xml.ts";

const CUT_OFF = "was cut off before the sitemap’s end";
const ROOTS = new Set(["urlset", "sitemapindex"]);

export async function readSitemap(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  { items }: BodyLimits,
): Promise<Entries | Problem> {
  const found: Entry[] = [];
  const { root, isWhole } = await readItems(pieces, url, {
    isRoot: (name) => ROOTS.has(name),
    isItem: (name) => name === "url" || name === "sitemap",
    wanted: new Set(["loc", "lastmod"]),
    found: (fields) => {
      const entry = entryOf(fields, url, zone);
      if (entry) found.push(entry);
      if (found.length > items) throw new TooCostly(`lists more than ${items.toLocaleString("en")} addresses`);
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  if (root === "") return problem("unreadable", "is not a sitemap");
  if (found.length === 0)
    return isWhole ? problem("empty", "is a sitemap without an address") : problem("empty", CUT_OFF);
  const unread = isWhole ? {} : { unread: problem("empty", CUT_OFF) };
  if (root === "urlset") return { kind: "entries", entries: found, layout: "sitemap", next: [], ...unread };
  const next = partsOf(found, url);
  return next.length > 0
    ? { kind: "entries", entries: [], layout: "sitemap", next, ...unread }
    : problem("empty", "is a sitemap index without a sitemap of its own site");
}

/** The parts of an index that are on its own site, as they must be (sitemaps.org: “location”), the newest first. */
function partsOf(listed: readonly Entry[], url: string): string[] {
  const site = ({ host }: URL) => host.replace(/^www\./, "");
  const own = listed.filter((part) => part.url !== url && site(new URL(part.url)) === site(new URL(url)));
  const newestFirst = own.sort(({ date: a = "" }, { date: b = "" }) => (a < b ? 1 : a > b ? -1 : 0));
  return [...new Set(newestFirst.map((part) => part.url))];
}

/** A sitemap of plain text, one address a line (sitemaps.org: “other sitemap formats”). */
export async function readTextSitemap(
  pieces: AsyncIterable<string>,
  url: string,
  { items }: BodyLimits,
): Promise<Entries | Problem> {
  const entries: Entry[] = [];
  const take = (line: string) => {
    const location = isAddress(line) ? absolute(line, url) : undefined;
    if (location) entries.push({ title: titleFromAddress(location), url: location });
    if (entries.length > items) throw new TooCostly(`lists more than ${items.toLocaleString("en")} addresses`);
  };
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/[\r\n]+/);
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) return problem("unreadable", "is not a sitemap");
    lines.forEach(take);
  }
  take(rest);
  return entries.length > 0
    ? { kind: "entries", entries, layout: "sitemap", next: [] }
    : problem("empty", "is a sitemap without an address");
}

function entryOf(fields: Fields, url: string, zone: string): Entry | undefined {
  const location = absolute(fields.get("loc")?.[0]?.text, url);
  const date = civilDateOf(fields.get("lastmod")?.[0]?.text, zone);
  return location ? { title: titleFromAddress(location), url: location, ...(date ? { date } : {}) } : undefined;
}
