/** A notice as it was told, and what it tells of. */
import { html } from "hono/html";
import { pageAt } from "../../config/web.ts";
import type { EvidenceFile } from "../../judge/evidence.ts";
import { evidenceIn, type Notice, noticeId } from "../../judge/notice.ts";
import type { Catalogue } from "../../message/catalogue.ts";
import { say } from "../../message/wording.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Desk } from "../desk.ts";
import { type Html, moment, outside } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { changeView } from "./change.ts";
import { citation, citationView } from "./citation.ts";
import { changedLines } from "./diff.ts";

/**
 * @param isAlone whether the page is about this notice
 * @param beneath what belongs to it besides
 */
export async function noticeCard(
  desk: Pick<Desk, "store" | "settings">,
  reader: Reader,
  notice: Notice,
  { isAlone = false, beneath = html`` }: { isAlone?: boolean; beneath?: Html } = {},
): Promise<Html> {
  const id = noticeId(notice);
  const { words, language } = reader;
  const message = say(notice, await desk.store.notices.sequel(id, notice), language);
  const { title, paragraphs, odds, small, links } = message;
  const inZone = (text: string) => withTimes(reader.says, text, message.instants);
  const address = pageAt(desk.settings.web, `notices/${id}`);
  return html`<article class="notice ${notice.kind}" id="notice-${id}">
<p class="small"><span class="kind">${words.notices.kinds[notice.kind]}</span> ${moment(reader, notice.at)}</p>
${isAlone ? html`<h1>${title}</h1>` : html`<h3><a href="/notices/${id}">${title}</a></h3>`}
${[...paragraphs, ...(odds?.sentences ?? [])].map((paragraph) => html`<p>${inZone(paragraph)}</p>`)}
${odds ? html`<p class="small">${odds.small}</p>` : ""}
${small ? html`<p class="small">${inZone(small)}</p>` : ""}
${links.length > 0 ? html`<ul class="links">${links.map(({ label, url }) => html`<li>${label}: ${outside(url)}</li>`)}</ul>` : ""}
${beneath}
${citationView(reader, id, citation(reader, notice, title, address))}
</article>`;
}

/** The instants that a text names, each to be read in the reader's own zone. */
function withTimes(says: Catalogue, text: string, instants: readonly InstantText[]): Html {
  const named = instants.flatMap((at) => [
    { words: says.moment(at), at, form: "moment" },
    { words: says.hour(at), at, form: "hour" },
  ]);
  const next = named
    .map((one) => ({ ...one, index: text.indexOf(one.words) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)[0];
  if (!next) return html`${text}`;
  const { words, at, form, index } = next;
  return html`${text.slice(0, index)}<time datetime="${at}" data-form="${form}">${words}</time>${withTimes(says, text.slice(index + words.length), instants)}`;
}

/** What the message has no room for: titles in full, each file with its digest, every line that came or went. */
export function wholeStory(reader: Reader, notice: Notice): Html {
  const { words } = reader;
  if ((notice.kind === "changed" || notice.kind === "edition") && "change" in notice) {
    const { url, file } = notice.change;
    const files = [file?.before, file?.after].flatMap((facts) => (facts ? [{ url, facts }] : []));
    return html`${changeView(reader, notice.change)}${fileList(reader, files)}`;
  }
  const evidence = evidenceIn(notice);
  if (evidence.length === 0) return html``;
  const lines = notice.kind === "edition" && "evidence" in notice ? changedLines(reader, notice) : "";
  return html`<section><h2>${words.found.heading.signalled}</h2>${evidence.map(
    ({ title, url, date, note, files = [] }) =>
      html`<p><strong dir="auto">${title}</strong>${date ? html`, ${words.notice.datedOn(date)}` : ""}<br>${outside(url)}${note ? html`<br>${noteSaid(reader, note)}` : ""}</p>${fileList(reader, files)}`,
  )}${lines}</section>`;
}

export function noteSaid({ says }: Reader, note: string): string {
  return says.note(says.remarks(note.split("; ").map(says.recorded)));
}

export function fileList({ words }: Reader, files: readonly EvidenceFile[]): Html | "" {
  const { found } = words;
  if (files.length === 0) return "";
  return html`<ul>${files.map(
    ({ url, facts }) =>
      html`<li>${outside(url)}: ${facts.pages ? `${found.pages(facts.pages)}, ` : ""}${found.bytes(facts.bytes)}<br><span class="small">SHA-256 ${facts.sha256}</span></li>`,
  )}</ul>`;
}
