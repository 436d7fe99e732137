/** Whether messages get through, for who keeps the bot. */
import { html } from "hono/html";
import { en } from "../message/en.ts";
import { telling } from "../status/telling.ts";
import type { Desk } from "./desk.ts";
import { type Html, moment } from "./layout.ts";

/** @returns nothing to show when everything got through */
export async function tellingSection({ store, clock }: Pick<Desk, "store" | "clock">): Promise<Html | ""> {
  const { pending, failing, moreFailing, notWhole } = await telling(store, clock.now());
  if (pending === 0 && failing.length === 0 && notWhole.length === 0) return "";
  return html`<section class="telling"><h2>Messages</h2>
<p>${pending === 0 ? "None waits to be sent." : html`${en.number(pending)} ${pending === 1 ? "waits" : "wait"} to be sent.`}</p>
${
  failing.length > 0
    ? html`<ul class="gaps">${failing.map(
        ({ channel, error, isStopped, nextTry }) =>
          html`<li><strong>${channel}</strong>: ${error}. ${isStopped ? "A person must mend it" : "It goes on by itself"}${nextTry ? html`; tried again ${moment(nextTry)}` : ""}.</li>`,
      )}${moreFailing > 0 ? html`<li>and ${en.number(moreFailing)} more</li>` : ""}</ul>`
    : ""
}
${
  notWhole.length > 0
    ? html`<ul class="gaps">${notWhole.map(
        ({ notice, channel, isRefused, error }) =>
          html`<li><a href="/notices/${notice}">${notice}</a> in ${channel}: ${isRefused ? "refused" : "not taken whole"} (${error})</li>`,
      )}</ul>`
    : ""
}</section>`;
}
