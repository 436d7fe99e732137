/** What a preview says, in words: for the command line and the page alike. What was fetched is in it as it came. */
import { ROBOTS_ASKED_AWAY } from "../fetch/capture.ts";
import { en } from "../message/en.ts";
import type { LeftOut } from "../read/html/offers.ts";
import type { Problem, ProblemName } from "../read/reading.ts";
import type { DateOrder } from "../time/date-order.ts";
import type { SourceKind } from "../watch/names.ts";
import type { JsonPaths } from "../watch/watch.ts";
import type { Because } from "./glimpse.ts";
import type { Meaning, Unmeaning } from "./meaning.ts";
import type { Preview, PreviewItem } from "./preview.ts";

export const KINDS: Record<SourceKind, string> = {
  listing: "a listing",
  page: "a page",
  feed: "a feed",
  sitemap: "a sitemap",
  json: "JSON",
  oai: "a library’s records (OAI-PMH)",
  mail: "a mailbox",
  document: "a document",
};
export const REASONS: Record<Because, string> = {
  asked: "as you said",
  file: "it is a file",
  feed: "it begins as a feed does",
  sitemap: "it begins as a sitemap does",
  oai: "it answers as a repository of OAI-PMH does",
  json: "it is JSON, with a list of things that have titles",
  "dated-items": "its links stand in rows with dates",
  items: "most of what it says are links in rows of one make",
  text: "it holds no list: its text and its links are watched",
  "not-yet": "its site answers with nothing where a document is not there yet",
};
export const ORDERS: Record<DateOrder, string> = { dmy: "day first", mdy: "month first", ymd: "year first" };
export const LEFT_OUT: Record<LeftOut["why"], string> = {
  menu: "menu or foot",
  surrounds: "stands around the content",
  visitors: "written by visitors",
  wordless: "no words",
};

export const ABSENT = "Nothing stands there yet, and its site says so.";

/** What a person may do about a problem, where the problem itself does not say it. */
export const ADVICE: Partial<Record<ProblemName, string>> = {
  blocked: "The site refuses robots, or this machine. Its feed, its sitemap or another of its pages may be open.",
  gone: "Nothing stands there (any more). Open it in a browser and copy the address from there.",
  unavailable: "Try again later; if it stays so, open it in a browser and look.",
  redesigned: "It holds no list. Another page of the site may: news, publications, press releases.",
};

export function problemSaid({ problem, detail }: Problem): string {
  // What its keeper asks is said of robots.txt, and not of the page.
  const said = detail === ROBOTS_ASKED_AWAY ? `its ${detail}` : `it ${en.recorded(detail)}`;
  // That it is unavailable, it says itself.
  if (problem === "unavailable") return said;
  return said.endsWith(")") ? `${said.slice(0, -1)}; ${problem})` : `${said} (${problem})`;
}

/** As the watch's file would have it. */
export function pathsSaid({ items, title, link, date, summary }: JsonPaths): string {
  const said = { items: [items], title, link, date, summary };
  return Object.entries(said)
    .flatMap(([part, paths]) => (paths ? [`${part}: ${paths.join(" or ")}`] : []))
    .join(", ");
}

export function itemsSaid(count: number): string {
  return `${en.number(count)} ${count === 1 ? "item" : "items"}`;
}

export function linksSaid(count: number): string {
  return `${en.number(count)} ${count === 1 ? "link" : "links"}`;
}

export function leftOutSaid({ part, why, links }: LeftOut): string {
  const many = linksSaid(links);
  return part ? `${part} (${many}, ${LEFT_OUT[why]})` : `${many} without words`;
}

export function besideSaid({ count }: NonNullable<Preview["beside"]>): string {
  return `Besides, ${en.number(count)} ${count === 1 ? "link that is no item is" : "links that are no items are"} judged by what they say.`;
}

/** The day of an item as it was read; both where its order is open. */
export function daySaid({ orders, date, either }: Pick<PreviewItem, "orders" | "date" | "either">): string {
  if (orders) return orders.map((one) => `${one.date} (${one.dates})`).join(" or ");
  return date ?? (either ? either.join(" or ") : "no date");
}

export function openSaid({ count, orders }: NonNullable<Preview["open"]>): string {
  const one = `${en.number(count)} ${count === 1 ? "date" : "dates"} may be read in more than one order, and no other date of the page tells which.`;
  const ways = orders.map(({ dates, decides }) => `dates: ${dates} (${ORDERS[dates]}) would decide ${decides}`);
  return ways.length > 0 ? `${one} In the source, ${ways.join("; ")}.` : one;
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

/** What an item would mean: the news in it, where there is any, and the rest of the sentence. The rule is named where there is one. */
export function meaningSaid(meaning: Meaning): { news: string; says: string } {
  switch (meaning.kind) {
    case "published":
      return { news: "published", says: `: ${ruleSaid(meaning)}` };
    case "signal":
      return {
        news: "a signal",
        says: `, for a person to confirm: ${ruleSaid(meaning)}${meaning.note ? `; ${meaning.note}` : ""}`,
      };
    case "followed":
      return { news: "", says: FOLLOWED[meaning.says] };
    case "change":
      return { news: "", says: "were it new: a change that mentions the subject" };
    case "nothing": {
      const lacks = meaning.because === "off-the-subject" ? meaning.lacks : [];
      const missing = lacks.map((group) => group.slice(0, 3).join(", "));
      return {
        news: "",
        says: `${UNMEANING[meaning.because]}${missing.length > 0 ? ` (no word of: ${missing.join("; nor of: ")})` : ""}`,
      };
    }
  }
}

function ruleSaid({ rule }: Extract<Meaning, { kind: "published" | "signal" }>): string {
  return `${en.rules[rule].name} (${rule})`;
}
