/** A preview in words, for a terminal of 80 columns. */
import { inert } from "../deliver/channels/printed.ts";
import type { Because } from "../drafting/glimpse.ts";
import type { Meaning, Unmeaning } from "../drafting/meaning.ts";
import type { Preview, PreviewItem } from "../drafting/preview.ts";
import type { Rule } from "../judge/rules.ts";
import { en } from "../message/en.ts";
import type { LeftOut } from "../read/html/offers.ts";
import type { Problem } from "../read/reading.ts";
import type { DateOrder } from "../time/date-order.ts";
import type { Dated } from "../time/dated.ts";
import type { SourceKind } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { address, bold, dim, hanging, plain, wrapped } from "./lines.ts";

const MOST_LISTED = 6;
const MOST_LINES = 8;
/** Columns up to what stands beside a date. */
const DAY_WIDTH = 15;

const KINDS: Record<SourceKind, string> = {
  listing: "a listing",
  page: "a page",
  feed: "a feed",
  sitemap: "a sitemap",
  document: "a document",
};
const REASONS: Record<Because, string> = {
  asked: "as you said",
  file: "it is a file",
  feed: "it begins as a feed does",
  sitemap: "it begins as a sitemap does",
  "dated-items": "its links stand in rows with dates",
  items: "most of what it says are links in rows of one make",
  text: "it holds no list: its text and its links are watched",
};
const LEFT_OUT: Record<LeftOut["why"], string> = {
  menu: "menu or foot",
  surrounds: "stands around the content",
  visitors: "written by visitors",
  wordless: "no words",
};
const ORDERS: Record<DateOrder, string> = { dmy: "day first", mdy: "month first", ymd: "year first" };

/** @param limit items that are shown */
export function sayPreview(seen: Preview, limit: number, watch?: Watch): string {
  return [
    wrapped(bold(address(seen.url))),
    ...answeredIn(seen).map((line) => wrapped(line, 2)),
    ...partsIn(seen).map((line) => wrapped(line, 2)),
    ...textIn(seen),
    ...itemsIn(seen, limit),
    ...meantIn(seen, watch).map((line) => wrapped(line)),
  ].join("");
}

/** What answered, in a sentence or two. */
function answeredIn({ answered, problem, kind, because, title, count, items }: Preview): string[] {
  const said: string[] = [];
  if (answered) {
    const { url, hops, status, type, bytes } = answered;
    const way = hops.length > 0 ? `, after it was sent on to ${address(url)}` : "";
    said.push(dim(`Answered ${status}${type ? `, ${plain(type, 60)}` : ""}, ${en.file.size(undefined, bytes)}${way}.`));
  }
  if (problem) said.push(`${bold("Cannot be read")}: ${problemSaid(problem)}.`, ...advice(problem.problem));
  if (kind && because)
    said.push(
      `Read as ${KINDS[kind]}: ${REASONS[because]}.${count > 0 && items.length > 0 ? ` ${kind === "page" ? linksSaid(count) : itemsSaid(count)}.` : ""}`,
    );
  if (title) said.push(`Its title: “${plain(title)}”.`);
  return said;
}

export function problemSaid({ problem, detail }: Problem): string {
  return `it ${plain(detail)} (${problem})`;
}

/** What a person may do about a problem; nothing where the problem says it. */
function advice(problem: string): string[] {
  const words: Record<string, string> = {
    blocked: "The site refuses robots, or this machine. Its feed, its sitemap or another of its pages may be open.",
    gone: "Nothing stands there (any more). Open it in a browser and copy the address from there.",
    unavailable: "Try again later; if it stays so, open it in a browser and look.",
    redesigned: "It holds no list. Another page of the site may: news, publications, press releases.",
  };
  return words[problem] ? [words[problem]] : [];
}

export function itemsSaid(count: number): string {
  return `${en.number(count)} ${count === 1 ? "item" : "items"}`;
}

function linksSaid(count: number): string {
  return `${en.number(count)} ${count === 1 ? "link" : "links"}`;
}

function partsIn({ region, leftOut, feeds, beside, parts }: Preview): string[] {
  const said: string[] = [];
  if (region.length > 0) said.push(dim(`The part that is read: ${region.map((one) => plain(one)).join(", ")}.`));
  if (leftOut.length > 0) said.push(dim(`Left out: ${leftOut.slice(0, MOST_LISTED).map(leftOutSaid).join("; ")}.`));
  if (beside)
    said.push(
      dim(
        `Besides, ${en.number(beside.count)} ${beside.count === 1 ? "link that is no item is" : "links that are no items are"} judged by what they say.`,
      ),
    );
  for (const { url, text } of feeds.slice(0, MOST_LISTED))
    said.push(`A feed of it: ${address(url)}${text ? ` (${plain(text, 60)})` : ""}`);
  if (parts)
    said.push(
      `It is in ${en.number(parts.length)} parts, each read at every look: ${parts.slice(0, 3).map(address).join(" ")}${parts.length > 3 ? " …" : ""}`,
    );
  return said;
}

function leftOutSaid({ part, why, links }: LeftOut): string {
  const many = linksSaid(links);
  return part ? `${plain(part, 60)} (${many}, ${LEFT_OUT[why]})` : `${many} without words`;
}

function textIn({ text }: Preview): string[] {
  if (!text) return [];
  const { lines, words, files, ...dated } = text;
  return [
    "\n",
    ...(words === undefined ? [] : [wrapped(`${en.number(words)} words, ${daySaid(dated)}. It begins:`, 2)]),
    ...lines.slice(0, MOST_LINES).map((line) => wrapped(dim(plain(line)), 4)),
    ...files.slice(0, MOST_LISTED).map(({ url }) => wrapped(`A file: ${address(url)}`, 2)),
  ];
}

function itemsIn({ items, count, open, beside }: Preview, limit: number): string[] {
  const shown = items.slice(0, limit);
  const more = count - shown.length;
  const meant = [...items.slice(limit), ...(beside?.items ?? [])].filter(
    ({ meaning }) => meaning && meaning.kind !== "nothing",
  );
  return [
    ...(shown.length > 0 ? ["\n"] : []),
    ...shown.map(itemSaid),
    ...(more > 0 ? [wrapped(dim(`… and ${en.number(more)} more`), 2)] : []),
    ...(meant.length > 0
      ? ["\n", wrapped("Further down, and beside the list:", 2), ...meant.slice(0, limit).map(itemSaid)]
      : []),
    ...(open ? ["\n", wrapped(openSaid(open), 2)] : []),
  ];
}

function itemSaid({ title, url, orders, meaning, ...dated }: PreviewItem): string {
  const day = orders ? orders.map(({ dates, date }) => `${date} (${dates})`).join(" or ") : daySaid(dated);
  return [
    hanging(day, plain(title), DAY_WIDTH, dim),
    wrapped(dim(address(url)), DAY_WIDTH),
    ...(meaning ? [wrapped(`→ ${meaningSaid(meaning)}`, DAY_WIDTH)] : []),
  ].join("");
}

function daySaid({ date, either }: Dated): string {
  return date ?? (either ? either.join(" or ") : "no date");
}

function openSaid({ count, orders }: NonNullable<Preview["open"]>): string {
  const one = `${en.number(count)} ${count === 1 ? "date" : "dates"} may be read in more than one order, and no other date of the page tells which.`;
  const ways = orders.map(({ dates, decides }) => `dates: ${dates} (${ORDERS[dates]}) would decide ${decides}`);
  return ways.length > 0 ? `${one} In the source, ${ways.join("; ")}.` : one;
}

function meantIn({ meaning, told }: Preview, watch: Watch | undefined): string[] {
  if (!watch) return [];
  const said =
    told &&
    (told.length > 0 ? `A first look would tell: ${told.join(", ")}.` : "A first look would tell nothing of it.");
  return ["", ...(meaning ? [`For “${plain(watch.title)}”: ${meaningSaid(meaning)}`] : []), ...(said ? [said] : [])];
}

const UNMEANING: Record<Unmeaning, string> = {
  "before-the-promise": "nothing: it is of before the promise",
  "off-the-subject": "nothing: it does not name the subject",
  "about-it": "nothing: it speaks of it, and is not it",
  "to-come": "nothing yet: its date is still to come",
  undated: "nothing: it has no date, and nobody can say whether it is new",
  "no-document": "nothing: it does not say that it is out, and no document stands there",
};

const FOLLOWED: Record<Extract<Meaning, { kind: "followed" }>["says"], string> = {
  named:
    "named as the thing itself: its link is followed at once. A document there with the title is “published”; else it is a signal",
  "on-subject":
    "on the subject: its link is followed at once. A document there with the title is “published”, another on the subject a signal",
  mention:
    "mentions the subject: its link is followed at once, and only the document itself counts; else it is a change",
};

/** What an item would mean, in a sentence. The rule is named where there is one. */
function meaningSaid(meaning: Meaning): string {
  switch (meaning.kind) {
    case "published":
      return `${bold("published")}: ${ruleSaid(meaning.rule)}`;
    case "signal":
      return `${bold("a signal")}, for a person to confirm: ${ruleSaid(meaning.rule)}${meaning.note ? `; ${inert(meaning.note)}` : ""}`;
    case "followed":
      return FOLLOWED[meaning.says];
    case "change":
      return "were it new: a change that mentions the subject";
    case "nothing": {
      const lacks = meaning.because === "off-the-subject" ? meaning.lacks : [];
      const missing = lacks.map((group) =>
        group
          .slice(0, 3)
          .map((word) => plain(word, 40))
          .join(", "),
      );
      return dim(
        `${UNMEANING[meaning.because]}${missing.length > 0 ? ` (no word of: ${missing.join("; nor of: ")})` : ""}`,
      );
    }
  }
}

function ruleSaid(rule: Rule): string {
  return `${en.rules[rule].name} (${rule})`;
}
