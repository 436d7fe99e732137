/** What people were told, the newest first: what is about the same thing in one thread, reminders in one row. */
import { html } from "hono/html";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { titleOf } from "../../message/wording.ts";
import type { Desk } from "../desk.ts";
import { noticeCard } from "../evidence/notice.ts";
import { type Html, moment } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { type Thread, threadsOf } from "./threads.ts";

const THREADS_SHOWN = 12;
const LOOKED_THROUGH = 200;
/** Of one thread, besides the newest. */
const EARLIER_SHOWN = 6;

export async function noticesSection(desk: Desk, reader: Reader, watch: string): Promise<Html> {
  const { notices: words } = reader.words;
  const threads = threadsOf(await desk.store.notices.list({ watch, limit: LOOKED_THROUGH }));
  const shown = await Promise.all(threads.slice(0, THREADS_SHOWN).map((thread) => threadView(desk, reader, thread)));
  const more = threads.length - shown.length;
  return html`<section id="notices"><h2>${words.heading}</h2>${shown.length > 0 ? shown : html`<p>${words.none}</p>`}${more > 0 ? html`<p><a href="/watches/${watch}/feed.atom">${words.more(more)}</a></p>` : ""}</section>`;
}

function threadView(desk: Desk, reader: Reader, { newest, earlier }: Thread): Promise<Html> {
  if (earlier.length === 0) return noticeCard(desk, reader, newest);
  const { notices: words } = reader.words;
  const isReminder = newest.kind === "reminder";
  const more = earlier.length - EARLIER_SHOWN;
  const list = html`<ol class="earlier">${earlier.slice(0, EARLIER_SHOWN).map((one) => earlierView(reader, one))}${more > 0 ? html`<li class="small">${words.more(more)}</li>` : ""}</ol>`;
  const beneath = isReminder
    ? html`<details><summary>${words.times(earlier.length + 1)}</summary>${list}</details>`
    : html`<h4>${words.before}</h4>${list}`;
  return noticeCard(desk, reader, newest, { beneath });
}

function earlierView(reader: Reader, notice: Notice): Html {
  return html`<li>${moment(reader, notice.at)} <a href="/notices/${noticeId(notice)}">${titleOf(notice, reader.language)}</a></li>`;
}
