/** Items of an answer in JSON, where a watch says that they stand. What is not there is a problem that names the path. */
import { machineDate } from "../../time/machine-date.ts";
import { isOfEmptyList, valuesAt } from "../../watch/json-path.ts";
import type { JsonPaths } from "../../watch/watch.ts";
import { type BodyLimits, MAX_ADDRESS, TooCostly } from "../bounds.ts";
import { type ItemText, isNoTitle, itemText } from "../feed/item-text.ts";
import { Listed } from "../feed/listed.ts";
import { statusProblem } from "../head.ts";
import { absolute } from "../html/html.ts";
import { type Entries, type Link, type Problem, problem } from "../reading.ts";
import { collectText } from "../source-text.ts";
import { errorSaid, refusalSaid } from "./error-said.ts";
import { parsedJson } from "./syntax.ts";

/** Of what stands at one path in one item, so much is gone through. */
const MOST_TRIED = 20;
/** Characters of what an item says besides its title. */
const MAX_ROW = 600;
const LAYOUT = "json";

/** What an answer is, by what came before its body, and how its items are found in it. */
interface JsonAsked {
  status: number | undefined;
  headers: Readonly<Record<string, string>>;
  paths: JsonPaths | undefined;
}

/** @param url its own address */
export async function readJson(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
  { status = 200, headers, paths }: JsonAsked,
): Promise<Entries | Problem> {
  const text = await collectText(pieces, limits.page);
  const refusal = statusProblem({ status, headers });
  const parsed = parsedJson(text);
  if (refusal) return typeof parsed === "object" ? refusalSaid(refusal, parsed.value) : refusal;
  if (text.trim() === "") return problem("empty", "answered with nothing");
  if (parsed === "cut-off") return problem("empty", "was cut off before the end of its JSON");
  if (parsed === "none") return problem("unreadable", "is not JSON that can be read");
  if (!paths) return problem("unreadable", "is JSON, and nobody said where its items stand");
  return itemsOf(parsed.value, paths, url, zone, limits);
}

function itemsOf(value: unknown, paths: JsonPaths, url: string, zone: string, limits: BodyLimits): Entries | Problem {
  const list = new Listed(limits.items, url, zone);
  const found = { items: 0, titles: 0, links: 0, dates: 0, noDates: 0 };
  for (const item of valuesAt(paths.items, value)) {
    // Those that cannot be shown are counted as well: what goes through them takes its time.
    if (++found.items > limits.items) throw new TooCostly(`holds more than ${limits.items.toLocaleString("en")} items`);
    const textAt = (of: readonly string[] | undefined) => firstAt(of, item, (one) => said(one, url)) ?? NOTHING_SAID;
    const [title, summary] = [textAt(paths.title), textAt(paths.summary)];
    const isTitled = !isNoTitle(title.text, summary.text);
    // The first address is the item’s; what else it names may be what it is about.
    const [link, ...others] = allAt(paths.link, item, (one) => addressOf(one, paths.base, url));
    const named = others.map((other): Link => ({ url: other, text: "" }));
    const written = firstAt(paths.date, item, dateText);
    const isDate = written !== undefined && machineDate(written, zone) !== undefined;
    if (isTitled || summary.text) found.titles += 1;
    if (link) found.links += 1;
    if (isDate) found.dates += 1;
    else if (written !== undefined) found.noDates += 1;
    const isMore = isTitled && summary.text !== "" && summary.text !== title.text;
    const row = isMore ? `${title.text}. ${summary.text}`.slice(0, MAX_ROW) : undefined;
    const links = [...named, ...title.links, ...summary.links];
    if (isTitled || summary.text)
      list.add({ title: title.text, url: link, written, language: undefined, row, text: summary.text, links });
  }
  const error = errorSaid(value, found.items === 0);
  if (found.items === 0 && !error && isEmptyList(paths.items, value))
    return { kind: "entries", entries: [], layout: LAYOUT, next: [] };
  const missing = missingIn(found, paths);
  if (missing) return error ?? missing;
  const reading = list.reading(LAYOUT, true);
  return error && reading.kind === "entries" ? { ...reading, unread: error } : reading;
}

function missingIn(found: Record<string, number>, { items, title, link, date }: JsonPaths): Problem | undefined {
  const none = (what: string, paths: readonly string[]) =>
    problem("redesigned", `has no ${what} at ${paths.join(" or ")} in any of its items`);
  if (found.items === 0) return problem("redesigned", `holds nothing at ${items}, where its items should be`);
  if (found.titles === 0) return none("title", title);
  if (link && found.links === 0) return none("address", link);
  if (!date || found.dates) return undefined;
  return found.noDates
    ? problem("redesigned", `has something else than dates at ${date.join(" or ")}`)
    : none("date", date);
}

const COUNTS = [
  "count",
  "total",
  "totalCount",
  "total_count",
  "totalResults",
  "total_results",
  "totalElements",
  "numFound",
];

/** Whether the list is there, and nothing in it, or the answer says so itself: what is asked for was not found yet. */
function isEmptyList(items: string, value: unknown): boolean {
  const whole = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (COUNTS.some((name) => Object.hasOwn(whole, name) && whole[name] === 0)) return true;
  return isOfEmptyList(items, value);
}

/** What the first place gives that gives anything. */
function firstAt<T>(paths: readonly string[] | undefined, item: unknown, read: Reads<T>): T | undefined {
  const { value } = allAt(paths, item, read).next();
  return value ?? undefined;
}

type Reads<T> = (value: unknown) => T | undefined;

/** What all of the places give, those of the first first. */
function* allAt<T>(paths: readonly string[] | undefined, item: unknown, read: Reads<T>): Generator<T, void> {
  for (const path of paths ?? []) {
    let tried = 0;
    for (const value of valuesAt(path, item)) {
      const had = read(value);
      if (had !== undefined) yield had;
      if (++tried >= MOST_TRIED) break;
    }
  }
}

const NOTHING_SAID: ItemText = { text: "", links: [] };

/** A text, or a number as an id is; in one line, without markup. */
function said(value: unknown, url: string): ItemText | undefined {
  const found = itemText(textOf(value), url);
  return found.text === "" ? undefined : found;
}

function dateText(value: unknown): string | undefined {
  // Seconds may come with a fraction.
  const text = typeof value === "number" ? textOf(Math.trunc(value)) : textOf(value);
  return text.trim() || undefined;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : "";
}

const ANY_SCHEME = /^[a-z][a-z0-9+.-]{0,20}:/i;

/** An address, or what makes one behind `base`: never of another host than that one's. */
function addressOf(value: unknown, base: string | undefined, url: string): string | undefined {
  const text = textOf(value).trim();
  if (text === "" || text.length > MAX_ADDRESS) return undefined;
  if (/^https?:\/\//i.test(text)) return absolute(text, url);
  if (base === undefined) return text.startsWith("/") ? absolute(text, url) : undefined;
  // Of an address that is none of the web's (at://…/post/3k, doi:10.1/2) the last part is what names it.
  const part = ANY_SCHEME.test(text) ? (text.split(/[/:]/).filter(Boolean).at(-1) ?? "") : text;
  const { href, host, search } = new URL(base);
  const made =
    part.startsWith("/") && search === "" ? absolute(part, href) : absolute(href + withinQuery(part, search), href);
  return made && new URL(made).host === host ? made : undefined;
}

function withinQuery(part: string, search: string): string {
  return search === "" ? part : encodeURIComponent(part.toWellFormed());
}
