/** Where a reader goes on from here: whom to ask, and what to take away. */
import { html } from "hono/html";
import { CONTACT_OF_NOBODY } from "../../config/settings.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Desk } from "../desk.ts";
import { type Html, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";

export function askSection({ settings }: Desk, { words }: Reader, { publisher }: Watch): Html {
  const { ask } = words;
  const { contact } = settings.fetch;
  const [host] = publisher.hosts;
  return html`<section id="ask"><h2>${ask.heading}</h2><dl>
<dt>${ask.publisher}</dt><dd>${quoted(publisher.name)}${host ? html` · ${outside(`https://${host}/`, host)}` : ""}</dd>
${contact === CONTACT_OF_NOBODY ? "" : html`<dt>${ask.keeper}</dt><dd>${outside(contact)}</dd>`}</dl></section>`;
}

export function downloadsSection({ words, isOnlooker }: Reader, watch: string): Html {
  const { downloads } = words;
  const links = [
    [`/watches/${watch}/feed.atom`, downloads.feed],
    [`/watches/${watch}/calendar.ics`, downloads.calendar],
    ...(isOnlooker
      ? []
      : [
          [`/api/watches/${watch}`, downloads.status],
          [`/api/watches/${watch}/notices`, downloads.notices],
        ]),
    [`/watches/${watch}/clock.png`, downloads.clock],
    [`/watches/${watch}/badge.svg`, downloads.badge],
  ];
  return html`<section id="downloads"><h2>${downloads.heading}</h2><ul class="ways">${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul></section>`;
}
