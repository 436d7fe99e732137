/** What people changed about the config, and does not hold: for who keeps the bot. */
import { html } from "hono/html";
import type { Desk } from "./desk.ts";
import { type Html, moment, quoted } from "./layout.ts";
import type { Reader } from "./reader.ts";

/** @returns nothing to show when all of it holds, and to onlookers: faults quote the config */
export function configSection({ config }: Pick<Desk, "config">, reader: Reader): Html | "" {
  const { refused, untilRestart = [] } = config ?? {};
  if (reader.isOnlooker || (!refused && untilRestart.length === 0)) return "";
  const { config: words } = reader.words;
  return html`<section class="telling" id="config"><h2>${words.heading}</h2>
${
  refused
    ? html`<p>${moment(reader, refused.since)}: ${words.refused}</p>
<ul class="gaps">${refused.faults.map((fault) => html`<li>${quoted(fault)}</li>`)}</ul>`
    : ""
}
${untilRestart.length > 0 ? html`<p>${words.untilRestart} <code>${untilRestart.join(", ")}</code></p>` : ""}</section>`;
}
