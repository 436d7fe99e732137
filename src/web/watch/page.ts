/** One watch: where it stands and what was found, the clock, what was told, the sources; then what it rests on. */
import { html } from "hono/html";
import { type Overview, timelineOf } from "../../status/overview.ts";
import type { Watch } from "../../watch/watch.ts";
import { configSection } from "../config-state.ts";
import { type Desk, isWatched, overviewOf } from "../desk.ts";
import { changesSaid } from "../evidence/change.ts";
import { doneSentence } from "../forms/outcome.ts";
import type { Visit } from "../forms/shield.ts";
import { type Html, layout, moment, nameIn, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { tellingSection } from "../telling.ts";
import { troubleSection } from "../trouble.ts";
import { askSection, downloadsSection } from "./beyond.ts";
import { careSection } from "./care-forms.ts";
import { clockSection, statementsSection } from "./clock.ts";
import { bySurety, evidenceSection, foundCard, proposedSection } from "./found.ts";
import { noticesSection } from "./notices.ts";
import { recordSection } from "./record-section.ts";
import { sourcesSection } from "./sources.ts";
import { standing } from "./standing.ts";

const LOOKS_SHOWN = 12;

/** @param visit who looks at it, where they can change it */
export async function watchPage(desk: Desk, reader: Reader, watch: Watch, visit?: Visit): Promise<Html> {
  const mayDecide = isWatched(desk, watch.id) ? visit : undefined;
  const shown = await overviewOf(desk, watch);
  const line = await timelineOf(shown, desk.store, desk.record);
  const { status, sources, evidence, proposed } = shown;
  const found = bySurety(evidence);
  const card = foundCard(reader, mayDecide, watch, status, found);
  return layout({
    title: watch.title,
    reader,
    here: "watches",
    isLive: true,
    body: html`${troubleSection(desk, reader)}${configSection(desk, reader)}${doneSentence(reader, visit?.done)}
${standing(reader, status, evidence, card === "" ? factsCard(reader, shown) : card)}
${proposedSection(reader, mayDecide, watch, proposed)}
${clockSection(reader, line, watch.id)}
${await noticesSection(desk, reader, watch.id)}
${await sourcesSection(desk, reader, mayDecide, watch, sources)}
${evidenceSection(reader, mayDecide, watch, card === "" ? found : found.slice(1))}
${statementsSection(reader, line)}
${await recordSection(desk, reader, shown, line.curve)}
${await changesSection(desk, reader, watch)}
${await tellingSection(desk, reader)}
${careSection(desk, reader, visit, watch)}
${askSection(desk, reader, watch)}
${downloadsSection(reader, watch.id)}`,
  });
}

/** Beside the verdict where nothing was found: what the clock runs from, and how it was looked after. */
function factsCard(reader: Reader, { status, lookedAt }: Overview): Html {
  const { says, words } = reader;
  const { facts } = words;
  const { promisedOn, promisedBy, horizon, reading } = status;
  return html`<section class="facts"><h2>${facts.heading}</h2><dl>
<dt>${facts.promisedOn}</dt><dd>${says.day(promisedOn)}</dd>
<dt>${facts.promisedBy}</dt><dd>${quoted(promisedBy)}</dd>
<dt>${facts.longest}</dt><dd>${says.day(horizon.latest)}</dd>
<dt>${facts.lastLooked}</dt><dd>${moment(reader, lookedAt)}</dd>
${reading && reading.of > 0 ? html`<dt>${facts.sourcesRead}</dt><dd>${facts.readOf(reading.read, reading.of)}</dd>` : ""}</dl></section>`;
}

async function changesSection({ store }: Desk, reader: Reader, watch: Watch): Promise<Html> {
  const { changes: words } = reader.words;
  const looks = await store.looks.changed({ watch: watch.id, limit: LOOKS_SHOWN });
  return html`<section id="changes"><h2>${words.heading}</h2>${
    looks.length > 0
      ? html`<ul class="looks">${looks.map((look) => html`<li><a href="/looks/${look.id}">${moment(reader, look.at)}, ${quoted(nameIn(watch, look.source))}</a>: ${changesSaid(reader, look, nameIn(watch, look.source))}</li>`)}</ul>`
      : html`<p>${words.none}</p>`
  }</section>`;
}
