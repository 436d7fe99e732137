/** What the bot reads at an address, and what each item would mean. Everything in it was fetched, and is text. */
import { html } from "hono/html";
import type { Meaning } from "../drafting/meaning.ts";
import type { Preview, PreviewItem } from "../drafting/preview.ts";
import { shorten } from "../message/shorten.ts";
import type { Problem } from "../read/reading.ts";
import { type Html, outside } from "./layout.ts";
import type { Reader } from "./reader.ts";

const MOST_ITEMS = 12;
const MOST_LINES = 8;
const MOST_LISTED = 6;
const MAX_TITLE = 200;
/** Of what an item lacks, and of the words of each. */
const MOST_LACKING = 3;

/** @param most items that are shown */
export function previewView(reader: Reader, seen: Preview, most = MOST_ITEMS): Html {
  const { preview: says, source } = reader.words.forms;
  const { url, answered, problem, kind, because, title, count, items, meaning } = seen;
  const shown = items.slice(0, most);
  const further = [...items.slice(most), ...(seen.beside?.items ?? [])]
    .filter((item) => item.meaning && item.meaning.kind !== "nothing")
    .slice(0, most);
  const more = count - shown.length;
  return html`<div class="preview">
<p>${outside(url, shorten(url, MAX_TITLE))}${answered && answered.hops.length > 0 ? html`, ${says.sentOn} ${outside(answered.url, shorten(answered.url, MAX_TITLE))}` : ""}</p>
${problem ? html`<p class="gaps"><strong>${says.notRead(problemIn(reader, problem))}</strong> ${says.advice[problem.problem] ?? ""}</p>` : ""}
${kind && because ? html`<p>${says.readAs(source.kinds[kind], says.reasons[because])}${count > 0 ? ` ${says.items(count)}.` : ""}</p>` : ""}
${seen.isAbsent ? html`<p>${says.absent}</p>` : ""}
${title ? html`<p class="small">${says.itsTitle(shorten(title, MAX_TITLE))}</p>` : ""}
${meaning ? html`<p>${meant(reader, meaning)}</p>` : ""}
${textView(reader, seen)}
${shown.length > 0 ? html`<ul class="items">${shown.map((item) => itemView(reader, item))}</ul>` : ""}
${more > 0 ? html`<p class="small">${says.more(more)}</p>` : ""}
${further.length > 0 ? html`<p>${says.further}</p><ul class="items">${further.map((item) => itemView(reader, item))}</ul>` : ""}
${openView(reader, seen)}
${partsView(reader, seen)}
</div>`;
}

/** Why something cannot be read: what kind of reason it is, and what was recorded of it. */
export function problemIn({ words, says }: Reader, { problem, detail }: Problem): string {
  return `${words.problems[problem]} (${says.recorded(detail)})`;
}

function itemView(reader: Reader, { title, url, meaning, ...dated }: PreviewItem): Html {
  const tone = meaning && meaning.kind !== "nothing" ? "bears" : "";
  return html`<li class="${tone}"><span class="small">${daySaid(reader, dated)}</span> ${outside(url, shorten(title, MAX_TITLE))}${meaning ? html`<br>${meant(reader, meaning)}` : ""}</li>`;
}

/** The day of an item as it was read; both where its order is open. */
function daySaid({ words }: Reader, { orders, date, either }: Pick<PreviewItem, "orders" | "date" | "either">): string {
  const { preview } = words.forms;
  if (orders) return preview.or(orders.map((one) => `${one.date} (${one.dates})`));
  return date ?? (either ? preview.or(either) : preview.noDate);
}

function meant(reader: Reader, meaning: Meaning): Html {
  const { news, means } = reader.words.forms.preview;
  const isNews = meaning.kind === "published" || meaning.kind === "signal";
  return html`<span class="meaning">${isNews ? html`<strong>${news[meaning.kind]}</strong>` : ""}${shorten(saidOf(), 3 * MAX_TITLE)}</span>`;

  function saidOf(): string {
    switch (meaning.kind) {
      case "published":
        return means.published(reader.says.rules[meaning.rule].name);
      case "signal":
        return `${means.signal(reader.says.rules[meaning.rule].name)}${meaning.note ? ` (${reader.says.recorded(meaning.note)})` : ""}`;
      case "followed":
        return means.followed[meaning.says];
      case "change":
        return means.change;
      case "nothing": {
        const lacks = meaning.because === "off-the-subject" ? meaning.lacks : [];
        const groups = lacks.map((group) => group.slice(0, MOST_LACKING).join(", "));
        return `${means.nothing[meaning.because]}${groups.length > 0 ? means.lacks(groups) : ""}`;
      }
    }
  }
}

function textView({ words: { forms } }: Reader, { text }: Preview): Html | "" {
  if (!text) return "";
  const { lines, words, files } = text;
  return html`${words === undefined ? "" : html`<p>${forms.preview.words(words)}</p>`}<div class="small quoted">${lines.slice(0, MOST_LINES).map((line) => html`<p dir="auto">${shorten(line, MAX_TITLE)}</p>`)}</div>
${files.length > 0 ? html`<ul>${files.slice(0, MOST_LISTED).map(({ url }) => html`<li>${forms.preview.file} ${outside(url, shorten(url, MAX_TITLE))}</li>`)}</ul>` : ""}`;
}

/** Dates that may be read in several ways, and what would settle it. */
function openView({ words: { forms } }: Reader, { open }: Preview): Html | "" {
  if (!open) return "";
  const { preview, source } = forms;
  const ways = open.orders.map(({ dates, decides }) =>
    preview.decides(`dates: ${dates}`, source.orders[dates], decides),
  );
  return html`<p>${[preview.open(open.count), ...ways].join(" ")}</p>`;
}

function partsView({ words: { forms } }: Reader, { region, leftOut, feeds, beside, parts }: Preview): Html {
  const { preview } = forms;
  const said = [
    ...(region.length > 0 ? [preview.region(region)] : []),
    ...(leftOut.length > 0
      ? [preview.leftOut(leftOut.slice(0, MOST_LISTED).map(({ part, links, why }) => preview.part(part, links, why)))]
      : []),
    ...(beside ? [preview.beside(beside.count)] : []),
    ...(parts ? [preview.parts(parts.length)] : []),
    ...feeds.slice(0, MOST_LISTED).map(({ url }) => preview.feed(url)),
  ];
  return html`${said.map((sentence) => html`<p class="small">${shorten(sentence, 3 * MAX_TITLE)}</p>`)}`;
}
