/** What was found, and what people are asked about it; what was said on timing, and waits for a person's word. */
import { html } from "hono/html";
import type { Evidence, EvidenceFile } from "../../judge/evidence.ts";
import type { Proposal } from "../../judge/proposal.ts";
import { rank } from "../../judge/rules.ts";
import type { Status } from "../../judge/status.ts";
import type { Watch } from "../../watch/watch.ts";
import { fileList, noteSaid } from "../evidence/notice.ts";
import type { Visit } from "../forms/shield.ts";
import { type Html, kept, moment, nameIn, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { evidenceForms, proposalForms } from "./care-forms.ts";

/** Of a document in many languages. */
const MOST_FILES = 2;

/** What was not dismissed: what stands before what is gone, and of each the surest first. */
export function bySurety(evidence: readonly Evidence[]): Evidence[] {
  const gone = (item: Evidence) => (item.state === "gone" ? 1 : 0);
  return evidence
    .filter(({ state }) => state !== "dismissed")
    .toSorted((a, b) => gone(a) - gone(b) || rank(b.rule) - rank(a.rule));
}

/** The surest, beside the verdict. @param visit who may decide on it */
export function foundCard(
  reader: Reader,
  visit: Visit | undefined,
  watch: Watch,
  { verdict }: Pick<Status, "verdict">,
  [surest, ...others]: readonly Evidence[],
): Html | "" {
  const { found } = reader.words;
  const isFound = verdict === "signalled" || verdict === "published" || verdict === "withdrawn";
  if (!surest || !isFound) return "";
  return html`<section class="found ${verdict}" id="found">
<h2>${found.heading[verdict]}</h2>
${evidenceView(reader, visit, watch, surest)}
${others.length > 0 ? html`<p class="small"><a href="#evidence">${found.more(others.length)}</a></p>` : ""}
</section>`;
}

/** What was found besides. */
export function evidenceSection(
  reader: Reader,
  visit: Visit | undefined,
  watch: Watch,
  others: readonly Evidence[],
): Html | "" {
  if (others.length === 0) return "";
  return html`<section id="evidence"><h2>${reader.words.found.others}</h2><ul class="cards">${others.map(
    (item) => html`<li id="evidence-${item.id}">${evidenceView(reader, visit, watch, item)}</li>`,
  )}</ul></section>`;
}

function evidenceView(reader: Reader, visit: Visit | undefined, watch: Watch, item: Evidence): Html {
  const { words, says } = reader;
  const { found } = words;
  const { id, title, url, date, rule, source, foundAt, capture, files = [], note, state } = item;
  const rows: [string, Html][] = [
    ...(date ? [[found.dated, html`${says.day(date)}`] satisfies [string, Html]] : []),
    [found.where, quoted(nameIn(watch, source))],
    [found.at, moment(reader, foundAt)],
    [found.why, html`${says.rules[rule].name}`],
    ...(capture
      ? [[found.capture, kept(reader, `/captures/${capture}`, `${capture.slice(0, 16)}…`)] satisfies [string, Html]]
      : []),
    ...(note ? [[found.note, html`${noteSaid(reader, note)}`] satisfies [string, Html]] : []),
  ];
  return html`<p class="title">${outside(url, title.trim() || says.untitled)}${state === "gone" ? ` (${found.gone})` : ""}</p>
<dl>${rows.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`)}</dl>
${filesInShort(reader, files)}
${evidenceForms(reader, visit, watch, item)}
<details class="more"><summary>${found.address}</summary><p class="small">${outside(url)}<br><code>${id}</code></p>${fileList(reader, files)}</details>`;
}

/** What it is decided by must not push down the decision: addresses and digests in full stand below. */
function filesInShort({ words: { found } }: Reader, files: readonly EvidenceFile[]): Html | "" {
  if (files.length === 0) return "";
  const shown = files.slice(0, MOST_FILES);
  return html`<ul class="files small">${shown.map(
    ({ url, facts: { pages, bytes } }) =>
      html`<li>${outside(url, fileName(url))}: ${pages ? `${found.pages(pages)}, ` : ""}${found.bytes(bytes)}</li>`,
  )}</ul>`;
}

function fileName(url: string): string {
  const [place = url] = url.split(/[?#]/);
  return place.split("/").findLast(Boolean) ?? url;
}

export function proposedSection(
  reader: Reader,
  visit: Visit | undefined,
  watch: Watch,
  proposed: readonly Proposal[],
): Html | "" {
  if (proposed.length === 0) return "";
  const { words, says } = reader;
  return html`<section id="proposed" class="proposed"><h2>${words.proposed.heading}</h2><p>${words.proposed.says}</p><ul class="cards">${proposed.map(
    (proposal) => {
      const { id, statement, sentence, capture } = proposal;
      return html`<li id="proposed-${id}">${says.day(statement.on)} · ${quoted(statement.by)}: <q>${quoted(sentence)}</q><br>${statement.link ? outside(statement.link) : ""}<br><span class="small">${kept(reader, `/captures/${capture}`, words.notice.capture)} · ${id}</span>${proposalForms(reader, visit, watch, proposal)}</li>`;
    },
  )}</ul></section>`;
}
