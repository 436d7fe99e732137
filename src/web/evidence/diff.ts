/**
 * What changed in a text: each line that went beside the one that came for it, and in them the words that differ. Where there is room the
 * two stand side by side. Signs and lines say what is which, and not the colour alone.
 */
import { diffLines, diffWordsWithSpace } from "diff";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Reader } from "../reader.ts";

/** Lines that are shown around a change. */
const AROUND = 2;
const MOST_ROWS = 400;
/** Comparing stops where texts have hardly anything in common: then one stands after the other. */
const MOST_CHANGES = 2000;
/** Word by word, long texts take too long, and say little. */
const MOST_COMPARED = 4000;
/** Lines that are held against each other; of more, each stands alone. */
const MOST_PAIRED = 200;
/** So much of their words two lines have in common at least, that are the same line before and after. */
const ALIKE = 0.4;

interface Row {
  removed?: string | undefined;
  added?: string | undefined;
  /** It stayed. */
  same?: string | undefined;
}

/** Lines that came and lines that went. */
export function changedLines(
  reader: Reader,
  { added = [], removed = [] }: { added?: readonly string[] | undefined; removed?: readonly string[] | undefined },
): Html | "" {
  return added.length + removed.length === 0 ? "" : shown(reader, paired(removed, added));
}

/** A text before and after. @param before undefined where there was none */
export function textDiff(reader: Reader, before: string | undefined, after: string): Html {
  if (before === after) return html`<p>${reader.words.diff.same}</p>`;
  if (before === undefined)
    return shown(
      reader,
      linesOf(after).map((same) => ({ same })),
      "yaml",
    );
  return shown(reader, rowsOf(before, after), "yaml");
}

/** A title as it was and as it is. */
export function titleDiff(reader: Reader, before: string, after: string): Html {
  return shown(reader, [{ removed: before, added: after }]);
}

function rowsOf(before: string, after: string): Row[] {
  const parts = diffLines(before, after, { maxEditLength: MOST_CHANGES }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.flatMap(({ value, added, removed }, index) => {
    const lines = linesOf(value);
    const next = parts[index + 1];
    // What came for it follows, and stands beside it.
    if (removed) return paired(lines, next?.added ? linesOf(next.value) : []);
    if (added) return parts[index - 1]?.removed ? [] : paired([], lines);
    return around(lines, index === 0, index === parts.length - 1);
  });
}

/** Of what stayed, a little beside what did not. */
function around(lines: readonly string[], isFirst: boolean, isLast: boolean): Row[] {
  const head = isFirst ? [] : lines.slice(0, AROUND);
  const tail = isLast ? [] : lines.slice(Math.max(head.length, lines.length - AROUND));
  const cut = head.length + tail.length < lines.length ? [{}] : [];
  return [...head.map((same) => ({ same })), ...cut, ...tail.map((same) => ({ same }))];
}

/** Each line that went with the one that came for it, where one is like it; in their order. */
function paired(removed: readonly string[], added: readonly string[]): Row[] {
  const alone = [...removed.map((line) => ({ removed: line })), ...added.map((line) => ({ added: line }))];
  if (removed.length + added.length > MOST_PAIRED || removed.length === 0 || added.length === 0) return alone;
  const [before, after] = [removed.map(wordsOf), added.map(wordsOf)];
  const rows: Row[] = [];
  let from = 0;
  for (const [index, line] of removed.entries()) {
    const alike = after.map((words, at) => (at < from ? 0 : likeness(before[index] ?? new Set(), words)));
    const best = Math.max(...alike);
    if (best < ALIKE) {
      rows.push({ removed: line });
      continue;
    }
    const at = alike.indexOf(best);
    rows.push(...added.slice(from, at).map((one) => ({ added: one })), { removed: line, added: added[at] });
    from = at + 1;
  }
  return [...rows, ...added.slice(from).map((one) => ({ added: one }))];
}

function wordsOf(line: string): Set<string> {
  return new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** From 0 to 1: how much of their words two lines share. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size);
}

function shown({ words }: Reader, rows: readonly Row[], kind = ""): Html {
  const more = rows.length - MOST_ROWS;
  return html`<ul class="diff ${kind}">${rows.slice(0, MOST_ROWS).map(rowView)}${more > 0 ? html`<li class="small">${words.diff.moreLines(more)}</li>` : ""}</ul>`;
}

function rowView({ removed, added, same }: Row): Html {
  if (same !== undefined) return html`<li>${same}</li>`;
  if (removed === undefined && added === undefined) return html`<li class="small">…</li>`;
  const [before, after] = marked(removed, added);
  return html`<li class="changed">${removed === undefined ? "" : html`<del dir="auto">${before}</del>`}${added === undefined ? "" : html`<ins dir="auto">${after}</ins>`}</li>`;
}

/** Two lines with the words marked in which they differ. */
function marked(removed = "", added = ""): [Html[], Html[]] {
  if (removed === "" || added === "" || removed.length + added.length > MOST_COMPARED)
    return [[html`${removed}`], [html`${added}`]];
  const parts = diffWordsWithSpace(removed, added);
  const side = (without: "added" | "removed") =>
    parts
      .filter((part) => !part[without])
      .map(({ value, added: isNew, removed: isOld }) =>
        isNew || isOld ? html`<mark>${value}</mark>` : html`${value}`,
      );
  return [side("added"), side("removed")];
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
