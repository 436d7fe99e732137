/** Every watch: what needs a person first, how many stand how, and the watches, to be searched and filtered. */
import { html } from "hono/html";
import { newsOf } from "../../message/where-things-stand.ts";
import { configSection } from "../config-state.ts";
import { archivedWatches, type Desk } from "../desk.ts";
import { icon } from "../icons.ts";
import { type Html, layout, moment, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { tellingSection } from "../telling.ts";
import { troubleSection } from "../trouble.ts";
import { figureOf, VERDICT_ICONS } from "../watch/standing.ts";
import { boardOf, STATES, type Standing } from "./board.ts";
import { addressOf, chosen, type Filter, filterOf, ON_A_PAGE, sayable } from "./filter.ts";

/** Of what needs a person, of publishers to choose among, and of what is watched no more. */
const MOST_NAMED = 5;
const MOST_PUBLISHERS = 300;
const MOST_ARCHIVED = 100;

export async function watchesPage(desk: Desk, reader: Reader, query: Record<string, string>): Promise<Html> {
  const { front } = reader.words;
  const asked = filterOf(query);
  const { standings } = await boardOf(desk);
  const found = chosen(standings, asked);
  const filter = reader.isOnlooker ? sayable(asked, standings) : asked;
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return layout({
    title: front.heading,
    reader,
    here: "watches",
    isLive: true,
    body: html`<h1>${front.heading}</h1>
${troubleSection(desk, reader)}${configSection(desk, reader)}
${needsYou(reader, standings)}
${totals(reader, standings, filter)}
${desk.upkeep ? html`<p><a href="/watches/new">${front.another}</a></p>` : ""}
<section id="watches"><h2>${front.found(found.length, standings.length)}</h2>
${searchForm(reader, standings, filter)}
${shown.length > 0 ? html`<ul class="watches">${shown.map((one) => watchRow(reader, one))}</ul>` : html`<p>${front.none}</p>`}
${pages > 1 ? pagesNav(reader, { ...filter, page }, pages) : ""}</section>
${await archivedSection(desk, reader)}
${await tellingSection(desk, reader)}`,
  });
}

/** Signals to decide on, statements to add, and what cannot be read. */
function needsYou(reader: Reader, standings: readonly Standing[]): Html {
  const { front } = reader.words;
  const groups = [
    { heading: front.toDecide, part: "found", of: standings.filter(({ state }) => state === "signalled") },
    { heading: front.toAdd, part: "proposed", of: standings.filter(({ proposed }) => proposed > 0) },
    { heading: front.blind, part: "sources", of: standings.filter(({ isBlind }) => isBlind) },
  ].filter(({ of }) => of.length > 0);
  const named = (part: string, { watch, status, evidence }: Standing) =>
    html`<li><a href="/watches/${watch.id}#${part}">${quoted(watch.title)}</a><br><span class="small">${newsOf(reader.says, status, evidence)}</span></li>`;
  return html`<section id="needs" class="needs${groups.length === 0 ? " none" : ""}"><h2>${front.needsYou}</h2>${
    groups.length === 0
      ? html`<p>${icon("check")} ${front.allWell}</p>`
      : groups.map(
          ({ heading, part, of }) =>
            html`<h3>${heading} (${reader.says.number(of.length)})</h3><ul>${of.slice(0, MOST_NAMED).map((one) => named(part, one))}${of.length > MOST_NAMED ? html`<li class="small">${front.andMore(of.length - MOST_NAMED)}</li>` : ""}</ul>`,
        )
  }</section>`;
}

/** How many stand how; each number leads to those. */
function totals(reader: Reader, standings: readonly Standing[], filter: Filter): Html {
  const { front } = reader.words;
  const counts = Object.groupBy(standings, ({ state }) => state);
  const tiles = STATES.flatMap((state) => {
    const count = counts[state]?.length ?? 0;
    const isChosen = filter.state === state;
    const address = addressOf({ ...filter, state: isChosen ? undefined : state, page: 1 });
    return count === 0
      ? []
      : [
          html`<li><a class="total ${state}" href="${address}"${isChosen ? html` aria-current="true"` : ""}><b>${reader.says.number(count)}</b> ${front.states[state]}</a></li>`,
        ];
  });
  return html`<ul class="totals" id="totals" aria-label="${front.state}">${tiles}</ul>`;
}

function searchForm(reader: Reader, standings: readonly Standing[], { words, publisher, state }: Filter): Html {
  const { front } = reader.words;
  const option = (value: string, text: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : ""}>${text}</option>`;
  const publishers = [...new Set(standings.map(({ watch }) => watch.publisher.name))].sort().slice(0, MOST_PUBLISHERS);
  return html`<form class="filters" method="get" action="/" role="search">
<label class="search">${front.search} <input type="search" name="q" value="${words}" maxlength="200" dir="auto"></label>
<label>${front.publisher} <select name="publisher">${option("", front.all, publisher === "")}${publishers.map((name) => option(name, name, name === publisher))}</select></label>
<label>${front.state} <select name="state">${option("", front.all, !state)}${STATES.map((one) => option(one, front.states[one], one === state))}</select></label>
<button type="submit">${front.show}</button>${words || publisher || state ? html` <a href="/">${front.reset}</a>` : ""}
</form>`;
}

function watchRow(reader: Reader, { watch, status, evidence, state, lookedAt }: Standing): Html {
  const { says, words } = reader;
  const figure = figureOf(words, status, evidence)?.figure;
  const { read, of } = status.reading ?? { read: 0, of: 0 };
  return html`<li class="${state}" id="watch-${watch.id}">
<h3><a href="/watches/${watch.id}">${quoted(watch.title)}</a></h3>
<p class="amount">${figure ?? ""}</p>
<p class="verdict ${status.verdict}">${icon(VERDICT_ICONS[status.verdict])}<span>${newsOf(says, status, evidence)}</span></p>
<p class="small">${quoted(watch.publisher.name)}${lookedAt ? html` · ${words.facts.lastLooked} ${moment(reader, lookedAt)} · ${words.facts.readOf(read, of)}` : ""}</p>
</li>`;
}

function pagesNav({ words: { front } }: Reader, filter: Filter, pages: number): Html {
  const { page } = filter;
  const to = (other: number, text: string, rel: string) =>
    html`<a href="${addressOf({ ...filter, page: other })}" rel="${rel}">${text}</a>`;
  return html`<nav class="pages" aria-label="${front.pages}">${page > 1 ? to(page - 1, front.earlier, "prev") : ""} <span>${front.page(page, pages)}</span> ${page < pages ? to(page + 1, front.later, "next") : ""}</nav>`;
}

async function archivedSection(desk: Desk, reader: Reader): Promise<Html | ""> {
  const { front } = reader.words;
  const archived = await archivedWatches(desk);
  if (archived.length === 0) return "";
  const more = archived.length - MOST_ARCHIVED;
  return html`<section id="archived"><h2>${front.archived}</h2><ul>${archived.slice(0, MOST_ARCHIVED).map(({ watch, at }) => html`<li><a href="/watches/${watch}">${watch}</a>, ${front.since} ${moment(reader, at)}</li>`)}${more > 0 ? html`<li class="small">${front.andMore(more)}</li>` : ""}</ul></section>`;
}
