/** The items of a feed or of JSON, as they are found: each with the day that it is of, as far as all of them tell it. */
import { type DateOrder, orderOf } from "../../time/date-order.ts";
import { dayOf } from "../../time/dated.ts";
import { machineDate } from "../../time/machine-date.ts";
import { ordersShown } from "../../time/written-date.ts";
import { TooCostly } from "../bounds.ts";
import { type Entries, type Entry, type Link, type NetLink, type Problem, problem } from "../reading.ts";
import { titleFromAddress } from "./feed-item.ts";
import { isNoTitle } from "./item-text.ts";

/** An item as it is written. */
interface Written extends Record<"title" | "url" | "written" | "language", string | undefined> {
  /** All that it says, where that is more than its title. */
  row?: string | undefined;
  /** What it says besides its title, and stands for a title that says nothing; and where the links in it lead. */
  text?: string | undefined;
  links?: readonly Link[] | undefined;
}

/**
 * Characters of texts in one list that stand whole for a title, and links in them: a hundred posts have fewer, and a list of thousands
 * must not become too costly by what its items say besides.
 */
const MOST_SAID = 400_000;
const MOST_LINKS = 1000;
/** Of what is past that, its opening stands for a title. */
const OPENING = 140;

/** The items of one list. */
export class Listed {
  readonly #most: number;
  readonly #url: string;
  readonly #zone: string;
  readonly #entries: Entry[] = [];
  readonly #shown: DateOrder[] = [];
  /** Items whose date is left open, as it is written. */
  readonly #open: [entry: Entry, written: string][] = [];
  /** The links in items' texts, by address. */
  readonly #links = new Map<string, { item: Entry; text: string }>();
  #said = 0;
  #items = 0;

  constructor(most: number, url: string, zone: string) {
    this.#most = most;
    this.#url = url;
    this.#zone = zone;
  }

  /** What has words but no address of its own stands in the feed; what has an address but no words is called by it. */
  add({ title: given = "", url: own, written, language, row, text = "", links = [] }: Written): void {
    this.pass();
    const title = isNoTitle(given, text) ? this.#wholeOrOpening(text) : given;
    if (!title && !own) return;
    const url = own ?? this.#url;
    const known = language?.slice(0, 20);
    const dated = machineDate(written, this.#zone);
    const named = title || titleFromAddress(url);
    const entry: Entry = {
      title: named,
      url,
      ...dated,
      ...(known ? { language: known } : {}),
      ...(row ? { row } : {}),
    };
    this.#entries.push(entry);
    for (const { url: address, text: words } of links)
      if (address !== url && !this.#links.has(address) && this.#links.size < MOST_LINKS)
        this.#links.set(address, { item: entry, text: words });
    if (!written) return;
    this.#shown.push(...ordersShown(written.slice(0, MAX_DATE)));
    if (dated?.either) this.#open.push([entry, written.slice(0, MAX_DATE)]);
  }

  /** Counts an item that says nothing. */
  pass(): void {
    if (++this.#items > this.#most) throw new TooCostly(`holds more than ${this.#most.toLocaleString("en")} items`);
  }

  /** @param layout how they were found */
  reading(layout: string, isWhole: boolean): Entries | Problem {
    const cutOff = problem("empty", "was cut off before the feed’s end");
    if (this.#entries.length === 0) return isWhole ? problem("empty", "is a feed without a single item") : cutOff;
    const language = this.#entries.find((entry) => entry.language)?.language;
    const order = orderOf(this.#shown, { language, host: new URL(this.#url).hostname, zone: this.#zone });
    for (const [entry, written] of this.#open) {
      const { date } = machineDate(written, this.#zone, { order }) ?? {};
      if (date) Object.assign(entry, { date, either: undefined });
    }
    const links = this.#netLinks();
    const beside = links.length > 0 ? { links } : {};
    const entries = { kind: "entries" as const, entries: this.#entries, layout, next: [], ...beside };
    return isWhole ? entries : { ...entries, unread: cutOff };
  }

  /** A link in an item's text is what it says itself, or what its item says, of that one's day. */
  #netLinks(): NetLink[] {
    for (const { url } of [...this.#entries, { url: this.#url }]) this.#links.delete(url);
    return [...this.#links].map(([url, { item, text }]) => ({
      url,
      text,
      row: item.title,
      item: item.url,
      ...dayOf(item),
    }));
  }

  #wholeOrOpening(text: string): string {
    this.#said += text.length;
    if (this.#said <= MOST_SAID || text.length <= OPENING) return text;
    const opening = text.slice(0, OPENING);
    return `${opening.slice(0, Math.max(opening.lastIndexOf(" "), OPENING / 2)).trimEnd()}…`;
  }
}

/** No date is longer. */
const MAX_DATE = 100;
