/** What the bot reads at an address, and what each item would mean: as `preview` says it. Everything in it was fetched, and is text. */
import { html } from "hono/html";
import type { Meaning } from "../drafting/meaning.ts";
import type { Preview, PreviewItem } from "../drafting/preview.ts";
import {
  ABSENT,
  ADVICE,
  besideSaid,
  daySaid,
  itemsSaid,
  KINDS,
  leftOutSaid,
  meaningSaid,
  openSaid,
  problemSaid,
  REASONS,
} from "../drafting/preview-said.ts";
import { en } from "../message/en.ts";
import { shorten } from "../message/shorten.ts";
import { type Html, outside } from "./layout.ts";

const MOST_ITEMS = 12;
const MOST_LINES = 8;
const MOST_LISTED = 6;
const MAX_TITLE = 200;

/** @param most items that are shown */
export function previewView(seen: Preview, most = MOST_ITEMS): Html {
  const { url, answered, problem, kind, because, title, count, items, meaning } = seen;
  const shown = items.slice(0, most);
  const further = [...items.slice(most), ...(seen.beside?.items ?? [])]
    .filter((item) => item.meaning && item.meaning.kind !== "nothing")
    .slice(0, most);
  const more = count - shown.length;
  return html`<div class="preview">
<p>${outside(url, shorten(url, MAX_TITLE))}${answered && answered.hops.length > 0 ? html`, sent on to ${outside(answered.url, shorten(answered.url, MAX_TITLE))}` : ""}</p>
${problem ? html`<p class="gaps"><strong>Cannot be read:</strong> ${problemSaid(problem)}.${ADVICE[problem.problem] ? html` ${ADVICE[problem.problem]}` : ""}</p>` : ""}
${kind && because ? html`<p><strong>Read as ${KINDS[kind]}</strong>: ${REASONS[because]}.${count > 0 ? ` ${itemsSaid(count)}.` : ""}</p>` : ""}
${seen.isAbsent ? html`<p>${ABSENT}</p>` : ""}
${title ? html`<p class="small">Its title: “${shorten(title, MAX_TITLE)}”.</p>` : ""}
${meaning ? html`<p>${meant(meaning)}</p>` : ""}
${textView(seen)}
${shown.length > 0 ? html`<ul class="items">${shown.map(itemView)}</ul>` : ""}
${more > 0 ? html`<p class="small">… and ${en.number(more)} more</p>` : ""}
${further.length > 0 ? html`<p>Further down, and beside the list:</p><ul class="items">${further.map(itemView)}</ul>` : ""}
${seen.open ? html`<p>${openSaid(seen.open)}</p>` : ""}
${partsView(seen)}
</div>`;
}

function itemView({ title, url, meaning, ...dated }: PreviewItem): Html {
  const tone = meaning && meaning.kind !== "nothing" ? "bears" : "";
  return html`<li class="${tone}"><span class="small">${daySaid(dated)}</span> ${outside(url, shorten(title, MAX_TITLE))}${meaning ? html`<br><span class="meaning">${meant(meaning)}</span>` : ""}</li>`;
}

function meant(meaning: Meaning): Html {
  const { news, says } = meaningSaid(meaning);
  return html`→ ${news ? html`<strong>${news}</strong>` : ""}${shorten(says, 3 * MAX_TITLE)}`;
}

function textView({ text }: Preview): Html | "" {
  if (!text) return "";
  const { lines, words, files } = text;
  return html`${words === undefined ? "" : html`<p>${en.number(words)} words. It begins:</p>`}<div class="small quoted">${lines.slice(0, MOST_LINES).map((line) => html`<p>${shorten(line, MAX_TITLE)}</p>`)}</div>
${files.length > 0 ? html`<ul>${files.slice(0, MOST_LISTED).map(({ url }) => html`<li>A file: ${outside(url, shorten(url, MAX_TITLE))}</li>`)}</ul>` : ""}`;
}

function partsView({ region, leftOut, feeds, beside, parts }: Preview): Html {
  const said = [
    ...(region.length > 0 ? [`The part that is read: ${region.join(", ")}.`] : []),
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.slice(0, MOST_LISTED).map(leftOutSaid).join("; ")}.`] : []),
    ...(beside ? [besideSaid(beside)] : []),
    ...(parts ? [`It is in ${en.number(parts.length)} parts, each read at every look.`] : []),
    ...feeds.slice(0, MOST_LISTED).map(({ url }) => `A feed of it: ${url}`),
  ];
  return html`${said.map((sentence) => html`<p class="small">${shorten(sentence, 3 * MAX_TITLE)}</p>`)}`;
}
