/** One look that found something, and one notice with what it rests on. */
import { html } from "hono/html";
import type { Rule } from "../judge/rules.ts";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import { titleOf } from "../message/wording.ts";
import { fromRow } from "../store/row-json.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout, moment, nameIn, outside } from "./layout.ts";
import { changeView, noticeCard, wholeStory } from "./notice.ts";

/** What came of a look. @param name the source's */
function newsOf(outcome: string, name: string, changes: number): string {
  if (outcome === "problem") return `Could not be read: ${name}`;
  if (outcome === "baseline") return `First reading: ${name}`;
  return changes > 0 ? `${counted(changes, "change")}: ${name}` : `Nothing new: ${name}`;
}

/** One look that found something: what changed, and the capture that shows it. */
export async function lookPage({ store, watches }: Desk, id: string): Promise<Html | undefined> {
  const { look, notices } = await store.looks.one(id);
  if (!look) return undefined;
  const changes = fromRow<Parameters<typeof changeView>[0][]>("remarkable_look", look.changes ?? "[]");
  const rows = Object.entries({
    Watch: look.watch,
    Source: look.source,
    Problem: look.problem ?? "",
    "HTTP status": look.status ? String(look.status) : "",
    Bytes: en.number(look.bytes),
    Check: look.id,
  }).filter(([, value]) => value !== "");
  const name = nameIn(
    watches.find((watch) => watch.id === look.watch),
    look.source,
  );
  const news = newsOf(look.outcome, name, changes.length);
  return layout({
    title: news,
    here: "watches",
    body: html`<h1>${news}</h1>
<p>${moment(look.at)}${look.detail ? html`: the site ${en.recorded(look.detail)}` : ""}</p>
${changes.map(changeView)}
<section><h2>The look</h2><dl class="small">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
${look.capture ? html`<dt>Capture</dt><dd><a href="/captures/${look.capture}">${look.capture}</a></dd>` : ""}
${notices.length > 0 ? html`<dt>Told</dt><dd>${notices.map((notice) => html`<a href="/notices/${notice}">${notice}</a> `)}</dd>` : ""}</dl></section>
<p><a href="/watches/${look.watch}">Back to the watch</a></p>`,
  });
}

/** One notice, with what it rests on. */
export async function noticePage({ store, settings }: Desk, id: string): Promise<Html | undefined> {
  const notice = await store.notices.one(id);
  if (!notice) return undefined;
  const card = noticeCard(id, notice, await store.notices.sequel(id, notice), settings.delivery.language, true);
  const grounds = notice.grounds.map(
    ({ rule, url, capture }) =>
      html`<li>${outside(url)}<br><span class="small">${ruleName(rule)}${capture ? html` · <a href="/captures/${capture}">the capture</a> ${capture.slice(0, 16)}…` : ""}</span></li>`,
  );
  return layout({
    title: titleOf(notice, settings.delivery.language),
    here: "watches",
    body: html`${card}
${wholeStory(notice)}
<section><h2>What it rests on</h2>${grounds.length > 0 ? html`<ul>${grounds}</ul>` : html`<p>The calendar, or the record of looks: no page.</p>`}
<p class="small">To hand it on: <code>evidence export ${id}</code></p></section>
<p><a href="/watches/${notice.watch}">Back to the watch</a></p>`,
  });
}

/** A rule of evidence in words; what is told by another has only its name. */
function ruleName(rule: string): string {
  return Object.hasOwn(en.rules, rule) ? en.rules[rule as Rule].name : rule.replaceAll("-", " ");
}
