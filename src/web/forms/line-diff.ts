/** Two texts, line by line: what came, what went, and a little of what stands around it. */
import { diffLines } from "diff";
import { html } from "hono/html";
import type { Html } from "../layout.ts";

/** Lines that are shown around a change. */
const AROUND = 2;
const MOST_LINES = 400;
/** Comparing stops where texts have hardly anything in common: then one stands after the other. */
const MOST_CHANGES = 2000;

/** @param before undefined where there was none */
export function lineDiff(before: string | undefined, after: string): Html {
  if (before === after) return html`<p>Nothing of the text.</p>`;
  if (before === undefined) return shown(linesOf(after).map((line) => html`<li>${line}</li>`));
  const parts = diffLines(before, after, { maxEditLength: MOST_CHANGES }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines = parts.flatMap(({ value, added, removed }, index) => {
    const all = linesOf(value);
    if (added) return all.map((line) => html`<li><ins>${line}</ins></li>`);
    if (removed) return all.map((line) => html`<li><del>${line}</del></li>`);
    const [first, last] = [index === 0, index === parts.length - 1];
    const head = first ? [] : all.slice(0, AROUND);
    const tail = last ? [] : all.slice(Math.max(head.length, all.length - AROUND));
    const isCut = head.length + tail.length < all.length;
    return [
      ...head.map((line) => html`<li>${line}</li>`),
      ...(isCut ? [html`<li class="small">…</li>`] : []),
      ...tail.map((line) => html`<li>${line}</li>`),
    ];
  });
  return shown(lines);
}

function shown(lines: readonly Html[]): Html {
  const more = lines.length - MOST_LINES;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="The text, line by line"><ul class="diff lines yaml">${lines.slice(0, MOST_LINES)}${more > 0 ? html`<li class="small">and ${more} lines more</li>` : ""}</ul></div>`;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
