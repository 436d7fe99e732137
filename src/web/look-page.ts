/** One look that found something, and one notice with what it rests on. */
import { html } from "hono/html";
import { en } from "../message/en.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout, moment, outside } from "./layout.ts";
import { changeView, noticeCard, wholeStory } from "./notice.ts";

/** One look that found something: what changed, and the capture that shows it. */
export async function lookPage({ store }: Desk, id: string): Promise<Html | undefined> {
  const { look, notices } = await store.looks.one(id);
  if (!look) return undefined;
  const changes = JSON.parse(look.changes ?? "[]") as Parameters<typeof changeView>[0][];
  const rows = Object.entries({
    Watch: look.watch,
    Outcome: look.outcome,
    Problem: look.problem ? `${look.problem}: ${look.detail}` : "",
    Status: look.status ? String(look.status) : "",
    Bytes: en.number(look.bytes),
    Check: look.id,
  }).filter(([, value]) => value !== "");
  return layout({
    title: `Look at ${look.source}`,
    here: "watches",
    body: html`<h1>${look.source}, ${moment(look.at)}</h1>
<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
${look.capture ? html`<dt>Capture</dt><dd><a href="/captures/${look.capture}">${look.capture}</a></dd>` : ""}
${notices.length > 0 ? html`<dt>Told</dt><dd>${notices.map((notice) => html`<a href="/notices/${notice}">${notice}</a> `)}</dd>` : ""}</dl>
${changes.map(changeView)}
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
      html`<li>${rule}: ${outside(url)}${capture ? html`<br><a href="/captures/${capture}">capture ${capture.slice(0, 16)}…</a>` : ""}</li>`,
  );
  return layout({
    title: "Notice",
    here: "watches",
    body: html`<h1>Notice ${id}</h1>${card}
${wholeStory(notice)}
<section><h2>What it rests on</h2>${grounds.length > 0 ? html`<ul>${grounds}</ul>` : html`<p>The calendar, or the record of looks: no page.</p>`}
<p class="small">To hand it on: <code>archive export --notice ${id}</code></p></section>
<p><a href="/watches/${notice.watch}">Back to the watch</a></p>`,
  });
}
