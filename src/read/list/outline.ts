/** The dates and the links of a region in the order of the page, and which of its elements hold which. */
import { type AnyNode, type Element, isTag } from "domhandler";
import { daysBetween } from "../../time/civil-date.ts";
import { TooCostly } from "../bounds.ts";
import { hrefOf, MAX_LINKS } from "../html/links.ts";
import type { DatedLeaf } from "../html/page-dates.ts";
import { isSilent, isVisitors } from "../html/surroundings.ts";
import { walk } from "../html/tree.ts";

export type Mark = { kind: "date"; leaf: DatedLeaf } | { kind: "link"; element: Element };

/** What an element holds: the marks from one place to another. */
interface Span {
  start: number;
  end: number;
}

const POSTED_WITHIN_DAYS = 60;

export class Outline {
  readonly marks: Mark[] = [];
  readonly #spans = new Map<AnyNode, Span>();
  /** Before each mark, the dates there are. */
  readonly #dates = [0];
  /** Where each date stands among the marks. */
  readonly #places: number[] = [];
  readonly #own = new Map<AnyNode, DatedLeaf | undefined>();

  /**
   * @param leaves the dates of the region
   * @throws {TooCostly} when there are more links than any list for people has
   */
  constructor(region: readonly Element[], leaves: readonly DatedLeaf[]) {
    const dated = new Map<AnyNode, DatedLeaf>(leaves.map((leaf) => [leaf.node, leaf]));
    const starts: number[] = [];
    let links = 0;
    for (const root of region)
      walk(
        root,
        (node) => {
          if (isTag(node) && node !== root && (isSilent(node) || isVisitors(node))) return "over";
          const start = this.marks.length;
          const leaf = dated.get(node);
          if (leaf) this.#add({ kind: "date", leaf });
          if (!("children" in node)) {
            if (leaf) this.#spans.set(node, { start, end: this.marks.length });
            return undefined;
          }
          starts.push(start);
          if (isTag(node) && hrefOf(node) !== undefined) {
            this.#add({ kind: "link", element: node });
            if (++links > MAX_LINKS) throw new TooCostly(`holds more than ${MAX_LINKS.toLocaleString("en")} links`);
          }
          return undefined;
        },
        (node) => {
          if (!("children" in node)) return;
          const start = starts.pop() ?? 0;
          if (this.marks.length > start) this.#spans.set(node, { start, end: this.marks.length });
        },
      );
  }

  #add(mark: Mark): void {
    if (mark.kind === "date") this.#places.push(this.marks.length);
    this.marks.push(mark);
    this.#dates.push((this.#dates.at(-1) ?? 0) + (mark.kind === "date" ? 1 : 0));
  }

  /** Dates that a node holds. */
  datesIn(node: AnyNode): number {
    const { start, end } = this.#spans.get(node) ?? { start: 0, end: 0 };
    return (this.#dates[end] ?? 0) - (this.#dates[start] ?? 0);
  }

  /** Links that a node holds. */
  linksIn(node: AnyNode): number {
    const { start, end } = this.#spans.get(node) ?? { start: 0, end: 0 };
    return end - start - this.datesIn(node);
  }

  /** Whether the last thing that a node holds is a date, and the first is not. */
  endsWithDate(node: AnyNode): boolean {
    const { start, end } = this.#spans.get(node) ?? { start: 0, end: 0 };
    return this.marks[end - 1]?.kind === "date" && this.marks[start]?.kind !== "date";
  }

  /** Whether the first thing that a node holds is a date. */
  beginsWithDate(node: AnyNode): boolean {
    return this.marks[this.#spans.get(node)?.start ?? -1]?.kind === "date";
  }

  /**
   * The date of what a node holds: the first, one that says nothing else if there is one; of several the earliest, where they are
   * near each other: what is made on a day is posted some days later.
   */
  dateIn(node: AnyNode): DatedLeaf | undefined {
    const leaf = this.#own.has(node) ? this.#own.get(node) : this.#dateIn(node);
    this.#own.set(node, leaf);
    return leaf;
  }

  #dateIn(node: AnyNode): DatedLeaf | undefined {
    const { start, end } = this.#spans.get(node) ?? { start: 0, end: 0 };
    const leaves = this.marks.slice(start, end).flatMap((mark) => (mark.kind === "date" ? [mark.leaf] : []));
    const alone = leaves.filter(({ isAlone }) => isAlone);
    const [first, ...others] = alone.length > 0 ? alone : leaves;
    const before = (leaf: DatedLeaf) =>
      first?.dated.date && leaf.dated.date ? daysBetween(leaf.dated.date, first.dated.date) : 0;
    const earlier = others.filter((leaf) => before(leaf) > 0 && before(leaf) <= POSTED_WITHIN_DAYS);
    return earlier.sort((a, b) => before(b) - before(a))[0] ?? first;
  }

  /** The nearest date before what a node holds, or behind it, inside another node. */
  dateBeside(node: AnyNode, within: AnyNode, isBefore: boolean): DatedLeaf | undefined {
    const outer = this.#spans.get(within);
    const inner = this.#spans.get(node);
    if (!outer || !inner) return undefined;
    // Dates are counted: the one that makes the count before a node is the one before it, the next the one behind.
    const which = isBefore ? (this.#dates[inner.start] ?? 0) - 1 : (this.#dates[inner.end] ?? 0);
    const at = this.#places[which];
    const mark = at !== undefined && at >= outer.start && at < outer.end ? this.marks[at] : undefined;
    return mark?.kind === "date" ? mark.leaf : undefined;
  }
}
