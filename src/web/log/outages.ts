/** Stretches in which sources could not be read: a row each, with what kept them from it. */
import { html } from "hono/html";
import type { WatchReview } from "../../status/record-review.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Desk } from "../desk.ts";
import { type Html, moment, nameIn, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";

/** On one page; for each it is looked up what the cause was. */
const MOST_SHOWN = 40;

export interface Outage {
  watch: Watch;
  from: InstantText;
  /** Undefined where it lasts. */
  to: InstantText | undefined;
  lasted: number;
  /** What people call the sources, and by which they are known. */
  sources: { id: string; name: string }[];
  why: string;
}

/** The newest first. */
export async function outagesIn(
  { store }: Pick<Desk, "store">,
  reader: Reader,
  reviews: readonly { watch: Watch; review: WatchReview }[],
): Promise<Outage[]> {
  const gaps = reviews
    .flatMap(({ watch, review }) => review.gaps.map((gap) => ({ ...gap, watch, until: review.until })))
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, MOST_SHOWN);
  return Promise.all(
    gaps.map(async ({ watch, until, from, to, failures, sources }) => ({
      ...{ watch, from, to: to === until ? undefined : to, lasted: elapsed(from, to) },
      sources: sources.map((id) => ({ id, name: nameIn(watch, id) })),
      why: failures === 0 ? reader.words.log.nobodyLooked : await whyOf(store, reader, watch, sources, from, to),
    })),
  );
}

/** By the looks that failed in it. */
async function whyOf(
  store: Desk["store"],
  { words, says }: Reader,
  watch: Watch,
  [source]: readonly string[],
  from: InstantText,
  to: InstantText,
): Promise<string> {
  const named = watch.sources.find(({ id }) => id === source);
  const looked = named && { id: named.id, patience: 0, existence: named.existence };
  const [found] = looked ? await store.looks.coverage(watch.id, [looked], from, to) : [];
  const causes = found?.causes ?? [];
  return says.remarks(causes.map(({ problem, count }) => `${words.problems[problem]} (${words.log.times(count)})`));
}

/** @param isOfMany whether each row must say of which watch it is */
export function outagesTable(reader: Reader, outages: readonly Outage[], more: number, isOfMany: boolean): Html {
  const { log } = reader.words;
  if (outages.length === 0) return html`<p>${log.noOutage}</p>`;
  const rows = outages.map(
    ({ watch, from, to, lasted, sources, why }) =>
      html`<tr><th scope="row">${sources.map(({ name, id }, index) => html`${index > 0 ? ", " : ""}${quoted(name)}${name === id ? "" : html` <code>${id}</code>`}`)}${isOfMany ? html`<br><a class="small" href="/watches/${watch.id}">${quoted(watch.title)}</a>` : ""}</th><td>${moment(reader, from)}</td><td>${to ? moment(reader, to) : log.now}</td><td>${reader.says.span(lasted)}</td><td>${why}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${log.outages}"><table class="outages"><thead><tr>${[log.source, log.from, log.to, log.lasted, log.why].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? html`<p class="small">${log.moreOutages(more)}</p>` : ""}`;
}
