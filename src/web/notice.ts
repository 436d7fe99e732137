/** A notice as it stands in the channel, and what changed. */
import { diffWordsWithSpace } from "diff";
import { html } from "hono/html";
import type { Change } from "../judge/compare/change.ts";
import type { Notice, Sequel } from "../judge/notice.ts";
import { say } from "../message/wording.ts";
import type { Language } from "../watch/names.ts";
import { type Html, moment, outside } from "./layout.ts";

/** @param isAlone whether the page is about this notice */
export function noticeCard(id: string, notice: Notice, sequel: Sequel, language: Language, isAlone = false): Html {
  const { title, paragraphs, links } = say(notice, sequel, language);
  return html`<article class="notice ${notice.kind}" lang="${language}">
${isAlone ? html`<h2>${title}</h2>` : html`<h3><a href="/notices/${id}">${title}</a></h3>`}
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${links.length > 0 ? html`<ul class="links">${links.map(({ label, url }) => html`<li>${label}: ${outside(url)}</li>`)}</ul>` : ""}
<p class="small">${moment(notice.at)} · ${notice.kind} · ${id}</p>
</article>`;
}

/** What changed, word by word. */
export function changeView(change: Change): Html {
  const { kind, title, url, date, before, from, added = [], removed = [] } = change;
  return html`<section class="change">
<h2>${KINDS[kind]}: ${title}</h2>
<p class="small">${outside(url)}${date ? html`, dated ${date}` : ""}${from ? html`, before at ${outside(from)}` : ""}</p>
${before === undefined ? "" : html`<p class="diff">${words(before, title)}</p>`}
${
  added.length + removed.length === 0
    ? ""
    : html`<ul class="diff lines">${removed.slice(0, MAX_LINES).map((line) => html`<li><del>${line}</del></li>`)}${added.slice(0, MAX_LINES).map((line) => html`<li><ins>${line}</ins></li>`)}</ul>`
}
</section>`;
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
