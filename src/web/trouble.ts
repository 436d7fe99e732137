/** That nothing can be written down, above all else on a page: what stands below is older. */
import { html } from "hono/html";
import { en } from "../message/en.ts";
import type { Desk } from "./desk.ts";
import type { Html } from "./layout.ts";

/** @returns nothing to show where everything is written down */
export function troubleSection({ store }: Pick<Desk, "store">): Html | "" {
  const { trouble } = store.unwritten;
  if (!trouble) return "";
  const { unwritten, moment } = en;
  return html`<section class="telling"><h2>${unwritten.began}</h2>
<p>${unwritten.since(unwritten.why[trouble.kind], moment(trouble.since))} ${unwritten.meanwhile}</p></section>`;
}
