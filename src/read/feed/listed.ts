/** The items of a feed or of JSON, as they are found: each with the day that it is of, as far as all of them tell it. */
import { type DateOrder, orderOf } from "../../time/date-order.ts";
import { machineDate } from "../../time/machine-date.ts";
import { ordersShown } from "../../time/written-date.ts";
import { TooCostly } from "../bounds.ts";
import { type Entries, type Entry, type Problem, problem } from "../reading.ts";
import { titleFromAddress } from "./feed-item.ts";

/** An item as it is written. */
interface Written extends Record<"title" | "url" | "written" | "language", string | undefined> {
  /** All that it says, where that is more than its title. */
  row?: string | undefined;
}

/** The items of one list. */
export class Listed {
  readonly #most: number;
  readonly #url: string;
  readonly #zone: string;
  readonly #entries: Entry[] = [];
  readonly #shown: DateOrder[] = [];
  /** Items whose date is left open, as it is written. */
  readonly #open: [entry: Entry, written: string][] = [];
  #items = 0;

  constructor(most: number, url: string, zone: string) {
    this.#most = most;
    this.#url = url;
    this.#zone = zone;
  }

  /** What has words but no address of its own stands in the feed; what has an address but no words is called by it. */
  add({ title, url: own, written, language, row }: Written): void {
    if (++this.#items > this.#most) throw new TooCostly(`holds more than ${this.#most.toLocaleString("en")} items`);
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
    if (!written) return;
    this.#shown.push(...ordersShown(written.slice(0, MAX_DATE)));
    if (dated?.either) this.#open.push([entry, written.slice(0, MAX_DATE)]);
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
    const entries = { kind: "entries" as const, entries: this.#entries, layout, next: [] };
    return isWhole ? entries : { ...entries, unread: cutOff };
  }
}

/** No date is longer. */
const MAX_DATE = 100;
