/** What people changed about the config, and does not hold: for who keeps the bot. */
import { html } from "hono/html";
import type { Desk } from "./desk.ts";
import { type Html, moment } from "./layout.ts";

/** @returns nothing to show when all of it holds */
export function configSection({ config }: Pick<Desk, "config">): Html | "" {
  const { refused, untilRestart = [] } = config ?? {};
  if (!refused && untilRestart.length === 0) return "";
  return html`<section class="telling"><h2>Configuration</h2>
${
  refused
    ? html`<p>What was changed by ${moment(refused.since)} has faults and is not taken. The bot goes on with the last good one.</p>
<ul class="gaps">${refused.faults.map((fault) => html`<li>${fault}</li>`)}</ul>`
    : ""
}
${untilRestart.length > 0 ? html`<p>Changed, and holds from the next start on: <code>${untilRestart.join(", ")}</code>.</p>` : ""}</section>`;
}
