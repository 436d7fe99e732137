/** A notice as it stands in the channel, and what changed. */
import { diffWordsWithSpace } from "diff";
import { html } from "hono/html";
import type { Change } from "../judge/compare/change.ts";
import type { EvidenceFile } from "../judge/evidence.ts";
import { evidenceIn, type Notice, type Sequel } from "../judge/notice.ts";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import { say } from "../message/wording.ts";
import type { Language } from "../watch/names.ts";
import { type Html, moment, outside } from "./layout.ts";

/** @param isAlone whether the page is about this notice */
export function noticeCard(id: string, notice: Notice, sequel: Sequel, language: Language, isAlone = false): Html {
  const { title, paragraphs, odds, small, links } = say(notice, sequel, language);
  return html`<article class="notice ${notice.kind}" lang="${language}">
${isAlone ? html`<h1>${title}</h1>` : html`<h3><a href="/notices/${id}">${title}</a></h3>`}
${[...paragraphs, ...(odds?.sentences ?? [])].map((paragraph) => html`<p>${paragraph}</p>`)}
${odds ? html`<p class="small">${odds.small}</p>` : ""}
${small ? html`<p class="small">${small}</p>` : ""}
${links.length > 0 ? html`<ul class="links">${links.map(({ label, url }) => html`<li>${label}: ${outside(url)}</li>`)}</ul>` : ""}
<p class="small">${moment(notice.at)} · ${notice.kind} · ${id}</p>
</article>`;
}

/** What the message has no room for: titles in full, each file with its digest, every line that came or went. */
export function wholeStory(notice: Notice): Html {
  if ((notice.kind === "changed" || notice.kind === "edition") && "change" in notice) {
    const { url, file } = notice.change;
    const files = [file?.before, file?.after].flatMap((facts) => (facts ? [{ url, facts }] : []));
    return html`${changeView(notice.change)}${fileList(files)}`;
  }
  const evidence = evidenceIn(notice);
  if (evidence.length === 0) return html``;
  const lines = notice.kind === "edition" && "evidence" in notice ? lineList(notice) : "";
  return html`<section><h2>What was found</h2>${evidence.map(
    ({ title, url, date, note, files = [] }) =>
      html`<p><strong>${title}</strong>${date ? html`, dated ${en.day(date)}` : ""}<br>${outside(url)}${note ? html`<br>${en.note(note.split("; ").map(en.recorded).join("; "))}` : ""}</p>${fileList(files)}`,
  )}${lines}</section>`;
}

function fileList(files: readonly EvidenceFile[]): Html | "" {
  if (files.length === 0) return "";
  return html`<ul>${files.map(
    ({ url, facts }) =>
      html`<li>${outside(url)}: ${facts.pages ? `${counted(facts.pages, "page")}, ` : ""}${counted(facts.bytes, "byte")}<br><span class="small">SHA-256 ${facts.sha256}</span></li>`,
  )}</ul>`;
}

/** What changed, word by word. */
export function changeView(change: Change): Html {
  const { kind, title, url, date, before, from, added = [], removed = [] } = change;
  return html`<section class="change">
<h2>${KINDS[kind]}: ${title}</h2>
<p class="small">${outside(url)}${date ? html`, dated ${en.day(date)}` : ""}${from ? html`, before at ${outside(from)}` : ""}</p>
${before === undefined ? "" : html`<p class="diff">${words(before, title)}</p>`}
${lineList({ added, removed })}
</section>`;
}

function lineList({ added = [], removed = [] }: Pick<Change, "added" | "removed">): Html | "" {
  if (added.length + removed.length === 0) return "";
  return html`<ul class="diff lines">${removed.slice(0, MAX_LINES).map((line) => html`<li><del>${line}</del></li>`)}${added.slice(0, MAX_LINES).map((line) => html`<li><ins>${line}</ins></li>`)}</ul>`;
}

const KINDS: Record<Change["kind"], string> = {
  appeared: "Appeared",
  edited: "Edited",
  moved: "Moved",
  disappeared: "Disappeared",
};
const MAX_LINES = 200;
/** Word by word, long texts take too long, and say little. */
const MAX_COMPARED = 4000;

function words(before: string, after: string): Html[] {
  if (before.length + after.length > MAX_COMPARED) return [html`<del>${before}</del> <ins>${after}</ins>`];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) =>
    added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : html`${value}`,
  );
}
