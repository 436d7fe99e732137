/** Whether messages get through, for who keeps the bot. */
import { html } from "hono/html";
import { telling } from "../status/telling.ts";
import type { Desk } from "./desk.ts";
import { type Html, moment, quoted } from "./layout.ts";
import type { Reader } from "./reader.ts";

/** @returns nothing to show when everything got through, and to onlookers: it names channels, and says what their servers answered */
export async function tellingSection(
  { store, clock }: Pick<Desk, "store" | "clock">,
  reader: Reader,
): Promise<Html | ""> {
  if (reader.isOnlooker) return "";
  const { pending, failing, moreFailing, notWhole } = await telling(store, clock.now());
  if (pending === 0 && failing.length === 0 && notWhole.length === 0) return "";
  const { telling: words } = reader.words;
  return html`<section class="telling" id="telling"><h2>${words.heading}</h2>
<p>${pending === 0 ? words.none : words.waiting(pending)}</p>
${
  failing.length > 0
    ? html`<ul class="gaps">${failing.map(
        ({ channel, error, isStopped, nextTry }) =>
          html`<li><strong>${channel}</strong>: ${quoted(error)}. ${isStopped ? words.stopped : words.goesOn}${nextTry ? html` ${words.nextTry} ${moment(reader, nextTry)}` : ""}</li>`,
      )}${moreFailing > 0 ? html`<li>${words.more(moreFailing)}</li>` : ""}</ul>`
    : ""
}
${
  notWhole.length > 0
    ? html`<ul class="gaps">${notWhole.map(
        ({ notice, channel, isRefused, error }) =>
          html`<li><a href="/notices/${notice}">${notice}</a>, ${channel}: ${isRefused ? words.refused : words.notWhole} (${quoted(error)})</li>`,
      )}</ul>`
    : ""
}</section>`;
}
