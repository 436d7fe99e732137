/** That nothing can be written down, above all else on a page: what stands below is older. */
import { html } from "hono/html";
import type { Desk } from "./desk.ts";
import type { Html } from "./layout.ts";
import type { Reader } from "./reader.ts";

/** @returns nothing to show where everything is written down, and to onlookers: it is for who keeps the bot */
export function troubleSection({ store }: Pick<Desk, "store">, { says, isOnlooker }: Reader): Html | "" {
  const { trouble } = store.unwritten;
  if (!trouble || isOnlooker) return "";
  const { unwritten, moment } = says;
  return html`<section class="telling" id="trouble"><h2>${unwritten.began}</h2>
<p>${unwritten.since(unwritten.why[trouble.kind], moment(trouble.since))} ${unwritten.meanwhile}</p></section>`;
}
