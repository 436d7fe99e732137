/** Where in an answer of JSON its items may stand, for somebody who thinks of watching it: told by the names of what is there. */
import { machineDate } from "../../time/machine-date.ts";
import type { JsonPaths } from "../../watch/watch.ts";

/** Lists that are looked into, and how far in they stand; items of one that are looked at, and parts of an item. */
const MOST_LISTS = 200;
const MOST_DEEP = 8;
const MOST_ITEMS = 5;
const MOST_PARTS = 300;
const MOST_NAMES = 200;

/** Names of each part, the likeliest first. */
const TITLES = ["title", "dc.title", "headline", "name", "label", "subject", "text"];
const LINKS = ["url_alias", "html_url", "web_url", "weburl", "permalink", "url", "link", "href", "base_path", "uri"];
const DATES = [
  ...["published", "published_at", "publication_date", "publicationdate", "date_published", "first_published_at"],
  ...["dc.date.issued", "issued", "original", "public_timestamp", "date", "created", "created_at", "createdat"],
  ...["posted", "timestamp", "updated", "updated_at"],
];
const SUMMARIES = ["summary", "abstract", "description", "excerpt"];

interface Part {
  path: string;
  /** That tells what it is: "value" and the like say nothing. */
  name: string;
  value: string | number;
}

/** @returns undefined where nothing looks like a list of things with titles and addresses or dates */
export function guessedPaths(value: unknown): JsonPaths | undefined {
  let best: { paths: JsonPaths; worth: number } | undefined;
  for (const { path, items } of listsIn(value)) {
    const parts = items.slice(0, MOST_ITEMS).flatMap((item) => partsOf(item));
    const title = chosen(parts, TITLES, ({ value: said }) => typeof said === "string" && /\p{L}{3}/u.test(said));
    const link = chosen(parts, LINKS, ({ value: said }) => /^(?:https?:\/\/\S|\/\w)/i.test(String(said)));
    const date = chosen(parts, DATES, ({ value: said }) => machineDate(String(said), "UTC")?.date !== undefined);
    const summary = chosen(parts, SUMMARIES, ({ value: said }) => typeof said === "string");
    if (!title || !(link || date)) continue;
    const worth = items.length * (1 + (link ? 2 : 0) + (date ? 2 : 0));
    if (best && best.worth >= worth) continue;
    const found = { ...(link ? { link } : {}), ...(date ? { date } : {}), ...(summary ? { summary } : {}) };
    best = { worth, paths: { items: `${path}[*]`, title, ...found } };
  }
  return best?.paths;
}

/** Lists of objects, the outermost first. */
function* listsIn(value: unknown): Generator<{ path: string; items: object[] }, void, undefined> {
  const waiting = [{ path: "$", value, depth: 0 }];
  for (let seen = 0, one = waiting.shift(); one && seen < MOST_LISTS; seen++, one = waiting.shift()) {
    const { path, value: at, depth } = one;
    if (Array.isArray(at)) {
      const items = at.filter((item) => typeof item === "object" && item !== null);
      if (items.length > 0) yield { path, items };
    } else if (typeof at === "object" && at !== null && depth < MOST_DEEP)
      for (const [name, inner] of Object.entries(at).slice(0, MOST_NAMES))
        waiting.push({ path: path + step(name), value: inner, depth: depth + 1 });
  }
}

/** Texts and numbers in an item, those further out first. */
function partsOf(item: object): Part[] {
  const parts: Part[] = [];
  const waiting: { path: string; name: string; value: unknown; depth: number }[] = [
    { path: "$", name: "", value: item, depth: 0 },
  ];
  for (let one = waiting.shift(); one && parts.length < MOST_PARTS; one = waiting.shift()) {
    const { path, name, value, depth } = one;
    if (typeof value === "string" || typeof value === "number") parts.push({ path, name, value });
    else if (Array.isArray(value)) waiting.push({ path: `${path}[0]`, name, value: value[0], depth: depth + 1 });
    else if (typeof value === "object" && value !== null && depth < MOST_DEEP && waiting.length < MOST_PARTS)
      for (const [inner, of] of Object.entries(value).slice(0, MOST_NAMES))
        waiting.push({ path: path + step(inner), name: inner === "value" ? name : inner, value: of, depth: depth + 1 });
  }
  return parts;
}

function chosen(
  parts: readonly Part[],
  names: readonly string[],
  isOne: (part: Part) => boolean,
): string[] | undefined {
  const rank = ({ name }: Part) => names.indexOf(name.toLowerCase());
  const fitting = parts.filter((part) => rank(part) >= 0 && isOne(part));
  const [first] = fitting.toSorted((one, other) => rank(one) - rank(other));
  return first && [first.path];
}

function step(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? `.${name}` : `['${name.replace(/['\\]/g, "\\$&")}']`;
}
