/** One look that found something, and one notice with what it rests on. */
import { html } from "hono/html";
import type { Change } from "../../judge/compare/change.ts";
import type { Rule } from "../../judge/rules.ts";
import { titleOf } from "../../message/wording.ts";
import { fromRow } from "../../store/row-json.ts";
import type { Desk } from "../desk.ts";
import { type Html, kept, layout, moment, nameIn, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { changeView } from "./change.ts";
import { noticeCard, wholeStory } from "./notice.ts";

/** What came of a look. @param name the source's */
function newsOf({ words: { look } }: Reader, outcome: string, name: string, changes: number): string {
  if (outcome === "problem") return look.problem(name);
  if (outcome === "baseline") return look.baseline(name);
  return changes > 0 ? look.changes(changes, name) : look.nothing(name);
}

/** One look that found something: what changed, and the capture that shows it. */
export async function lookPage({ store, watches }: Desk, reader: Reader, id: string): Promise<Html | undefined> {
  const { look, notices } = await store.looks.one(id);
  if (!look) return undefined;
  const { words, says } = reader;
  const changes = fromRow<Change[]>("remarkable_look", look.changes ?? "[]");
  const watch = watches.find((one) => one.id === look.watch);
  const name = nameIn(watch, look.source);
  const rows = [
    [words.look.watch, watch?.title ?? look.watch],
    [words.look.source, name],
    [words.look.why, look.problem ?? ""],
    [words.look.status, look.status ? String(look.status) : ""],
    [words.look.bytes, says.number(look.bytes)],
    [words.look.check, look.id],
  ].filter(([, value]) => value !== "");
  const news = newsOf(reader, look.outcome, name, changes.length);
  return layout({
    title: news,
    reader,
    here: "watches",
    body: html`<h1>${news}</h1>
<p>${moment(reader, look.at)}${look.detail ? html`: ${words.look.says(says.recorded(look.detail))}` : ""}</p>
${changes.map((change) => changeView(reader, change))}
<section><h2>${words.look.heading}</h2><dl class="small">${rows.map(([term, value = ""]) => html`<dt>${term}</dt><dd>${quoted(value)}</dd>`)}
${look.capture ? html`<dt>${words.look.capture}</dt><dd>${kept(reader, `/captures/${look.capture}`, look.capture)}</dd>` : ""}
${notices.length > 0 ? html`<dt>${words.look.told}</dt><dd>${notices.map((notice) => html`<a href="/notices/${notice}">${notice}</a> `)}</dd>` : ""}</dl></section>
<p><a href="/watches/${look.watch}">${words.frame.toWatch}</a></p>`,
  });
}

/** One notice, with what it rests on. */
export async function noticePage(desk: Desk, reader: Reader, id: string): Promise<Html | undefined> {
  const notice = await desk.store.notices.one(id);
  if (!notice) return undefined;
  const { words } = reader;
  const grounds = notice.grounds.map(
    ({ rule, url, capture }) =>
      html`<li>${outside(url)}<br><span class="small">${ruleName(reader, rule)}${capture ? html` · ${kept(reader, `/captures/${capture}`, words.notice.capture)} ${capture.slice(0, 16)}…` : ""}</span></li>`,
  );
  return layout({
    title: titleOf(notice, reader.language),
    reader,
    here: "watches",
    body: html`${await noticeCard(desk, reader, notice, { isAlone: true })}
${wholeStory(reader, notice)}
<section><h2>${words.notice.restsOn}</h2>${grounds.length > 0 ? html`<ul>${grounds}</ul>` : html`<p>${words.notice.noPage}</p>`}
<p class="small">${words.notice.handOn} <code>evidence export ${id}</code></p></section>
<p><a href="/watches/${notice.watch}">${words.frame.toWatch}</a></p>`,
  });
}

/** A rule of evidence in words; what is told by another has only its name. */
function ruleName({ says }: Reader, rule: string): string {
  return Object.hasOwn(says.rules, rule) ? says.rules[rule as Rule].name : rule.replaceAll("-", " ");
}
