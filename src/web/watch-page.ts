/** One watch: the clock, its sources with how well they were read, and what people were told. */
import { html } from "hono/html";
import type { Change } from "../judge/compare/change.ts";
import type { Coverage } from "../judge/coverage.ts";
import type { Evidence } from "../judge/evidence.ts";
import { type Notice, noticeId } from "../judge/notice.ts";
import { type SourceHealth, sourceState } from "../judge/source-health.ts";
import type { Status } from "../judge/status.ts";
import { changeTitle } from "../message/change-words.ts";
import { chartAlt, heightOf } from "../message/chart.ts";
import { en } from "../message/en.ts";
import { counted, percent, times } from "../message/figures.ts";
import { codeIn } from "../message/unreachable.ts";
import { whereThingsStand } from "../message/where-things-stand.ts";
import { timelineOf } from "../status/overview.ts";
import { fromRow } from "../store/row-json.ts";
import { elapsed } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { careSection, evidenceForms, proposalForms, sourceForm } from "./care-forms.ts";
import { configSection } from "./config-state.ts";
import { archivedWatches, type Desk, isWatched, overviewOf } from "./desk.ts";
import { doneSentence } from "./forms/outcome.ts";
import type { Visit } from "./forms/shield.ts";
import { calendarOf, heatMap, WEEKS_SHOWN } from "./heat-map.ts";
import { type Html, layout, moment, nameIn, outside } from "./layout.ts";
import { noticeCard } from "./notice.ts";
import { recordSection } from "./record-section.ts";
import { tellingSection } from "./telling.ts";
import { troubleSection } from "./trouble.ts";

const SOURCES_SHOWN = 60;
const NOTICES_SHOWN = 12;
const NOTICES_LOOKED_THROUGH = 200;
const LOOKS_SHOWN = 12;

/** @param visit who looks at it, where they can change it */
export async function watchPage(desk: Desk, watch: Watch, visit?: Visit): Promise<Html> {
  const { store, clock, settings } = desk;
  const mayDecide = isWatched(desk, watch.id) ? visit : undefined;
  const now = clock.now();
  const shown = await overviewOf(desk, watch);
  const line = await timelineOf(shown, store, desk.record);
  const pictureHeight = heightOf(line);
  const record = await recordSection(desk, shown);
  const { status, sources, evidence, proposed } = shown;
  // Those in trouble first: of very many, the rest would only make the page heavy.
  const shownSources = sources.toSorted((a, b) => trouble(b) - trouble(a)).slice(0, SOURCES_SHOWN);
  const calendar = calendarOf(now);
  const coverage = await store.looks.coverage(watch.id, shownSources, calendar[0] ?? now, now);
  const notices = newest(await store.notices.list({ watch: watch.id, limit: NOTICES_LOOKED_THROUGH }));
  const told = await Promise.all(
    notices.map(async (notice) => {
      const id = noticeId(notice);
      return noticeCard(id, notice, await store.notices.sequel(id, notice), settings.delivery.language);
    }),
  );
  const looks = await store.looks.changed({ watch: watch.id, limit: LOOKS_SHOWN });
  const alt = chartAlt(line, en);
  const { small } = whereThingsStand(status, evidence);
  const standing = evidence.filter((item) => item.state !== "dismissed");
  const messages = await tellingSection(desk);
  return layout({
    title: watch.title,
    here: "watches",
    isLive: true,
    body: html`${troubleSection(desk)}${configSection(desk)}<section class="clock">
${doneSentence(visit?.done)}<h1>${watch.title}</h1>
${standsNow(status, evidence)}
<picture><source srcset="/watches/${watch.id}/clock.png?theme=dark" media="(prefers-color-scheme: dark)"><img src="/watches/${watch.id}/clock.png" width="1200" height="${pictureHeight}" alt="${alt}"></picture>
${small.map((line) => html`<p class="small">${line}</p>`)}
<details><summary>The same in words</summary><ul>${line.statements.map(
      ({ on, by, phrase, link, horizon, isAdded }) =>
        html`<li>${en.day(on)}, ${by}: “${phrase}”${horizon ? html`; from ${en.day(horizon.earliest)} to ${en.day(horizon.latest)} (${horizon.basis})` : ""}${link ? html`; ${outside(link, "reported here")}` : ""}${isAdded ? "; added by a reviewer" : ""}</li>`,
    )}</ul></details>
</section>
${record}
${
  standing.length > 0
    ? html`<section><h2>Evidence</h2><ul class="evidence">${standing.map(
        (item) =>
          html`<li><strong>${item.title}</strong>${item.date ? html` (dated ${en.day(item.date)})` : ""}: ${en.rules[item.rule].name}${item.state === "gone" ? " (no longer there)" : ""}<br>${outside(item.url)}<br><span class="small">found ${moment(item.foundAt)} · ${item.capture ? html`<a href="/captures/${item.capture}">the capture</a> · ` : ""}${item.id}</span>${evidenceForms(mayDecide, watch, item)}</li>`,
      )}</ul></section>`
    : ""
}
${
  proposed.length > 0
    ? html`<section><h2>Proposed</h2><p>Said on timing, and waiting for a person’s word.</p><ul class="evidence">${proposed.map(
        (proposal) => {
          const { id, statement, sentence, capture } = proposal;
          return html`<li>${en.day(statement.on)}, ${statement.by}: “${sentence}”<br>${statement.link ? outside(statement.link) : ""}<br><span class="small"><a href="/captures/${capture}">the capture</a> · ${id}</span>${proposalForms(mayDecide, watch, proposal)}</li>`;
        },
      )}</ul></section>`
    : ""
}
<section><h2>Sources</h2>
<p class="small">Each square is a day of the last ${WEEKS_SHOWN} weeks. ${legend()}</p>
<ul class="sources">${(sources.length > SOURCES_SHOWN ? shownSources : sources).map((source) => sourceItem(source, coverage, calendar, sourceForm(mayDecide, watch, source.id)))}</ul>${sources.length > SOURCES_SHOWN ? html`<p>And ${en.number(sources.length - SOURCES_SHOWN)} more: each stands under <a href="/log?watch=${watch.id}">Log</a>.</p>` : ""}</section>
${careSection(desk, visit, watch)}
${messages}
<section><h2>Told</h2>${told.length > 0 ? told : html`<p>Nothing has been told yet.</p>`}</section>
<section><h2>Changes</h2>${
      looks.length > 0
        ? html`<ul class="looks">${looks.map(({ id, at, source, changes }) => html`<li><a href="/looks/${id}">${moment(at)}, ${nameIn(watch, source)}</a>: ${summary(changes, nameIn(watch, source))}</li>`)}</ul>`
        : html`<p>No change has been seen.</p>`
    }</section>`,
  });
}

/** The news, the clock and the evidence. */
function standsNow(status: Status, found: readonly Evidence[], isWhole = true): Html {
  const { news, clock, evidence } = whereThingsStand(status, found);
  return html`<p class="verdict ${status.verdict}">${news}</p>
<p>${clock}</p>
${isWhole ? evidence.map((sentence) => html`<p>${sentence}</p>`) : ""}`;
}

function trouble({ failingSince, isConjecture }: SourceHealth): number {
  return failingSince && !isConjecture ? 1 : 0;
}

/** The newest first. Of the weekly reminders only the last one still says something. */
function newest(notices: readonly Notice[]): Notice[] {
  const last = notices.findLast(({ kind }) => kind === "reminder");
  return notices
    .filter((notice) => notice.kind !== "reminder" || notice === last)
    .slice(-NOTICES_SHOWN)
    .reverse();
}

function legend(): Html {
  return html`<span class="key read"></span> read <span class="key partly"></span> in part <span class="key unread"></span> unreadable <span class="key unlooked"></span> no look on record`;
}

function sourceItem(
  source: SourceHealth,
  all: readonly Coverage[],
  calendar: readonly string[],
  form: Html | "",
): Html {
  const coverage = all.find((one) => one.source === source.id);
  const state = sourceState(source);
  const gap = coverage?.longestGap;
  const causes = coverage?.causes.map(({ problem, count }) => `${problem} ${times(count)}`).join(", ");
  const isUnread = state === "unread";
  const code = isUnread ? codeIn(source.detail) : undefined;
  const small = [
    ...(source.goodAt ? [html`Last read ${moment(source.goodAt)}`] : []),
    ...(coverage && source.goodAt ? [`${percent(coverage.covered)} covered`, counted(coverage.looks, "look")] : []),
    ...(causes && source.goodAt ? [`failed: ${causes}`] : []),
    ...(gap && source.goodAt ? [en.looks.longestGap(elapsed(gap.from, gap.to))] : []),
    ...(code ? [code] : []),
  ];
  return html`<li class="source">
<div><h3>${outside(source.url, source.name)}</h3>
<p><span class="state ${state.replaceAll(" ", "-")}">${state}</span>${isUnread && source.detail ? html`; the site ${en.recorded(source.detail)}, since ${moment(source.failingSince)}` : ""}</p>
${small.length > 0 ? html`<p class="small">${small.map((part, index) => html`${index > 0 ? " · " : ""}${part}`)}</p>` : ""}${form}</div>
${coverage && source.goodAt ? html`<div class="scroll" tabindex="0" role="group" aria-label="Calendar of ${source.name}">${heatMap(source.name, coverage, calendar)}</div>` : ""}
</li>`;
}

function summary(changes: string | null, source: string): string {
  const found = fromRow<Change[]>("remarkable_look", changes ?? "[]");
  const [first] = found;
  if (!first) return "";
  return `${changeTitle(en, first, source)}${found.length > 1 ? `, and ${en.number(found.length - 1)} more` : ""}`;
}

/** Every watch in a line or two. */
export async function watchesPage(desk: Desk): Promise<Html> {
  const items = await Promise.all(
    desk.watches.map(async (watch) => {
      const { status, evidence, lookedAt } = await overviewOf(desk, watch);
      const { read, of } = status.reading ?? { read: 0, of: 0 };
      return html`<li><h2><a href="/watches/${watch.id}">${watch.title}</a></h2>
${standsNow(status, evidence, false)}
<p class="small">${en.card.looked(lookedAt && en.moment(lookedAt), read, of)}</p></li>`;
    }),
  );
  const archived = await archivedWatches(desk);
  return layout({
    title: "Watches",
    here: "watches",
    isLive: true,
    body: html`<h1>Watches</h1>${desk.upkeep ? html`<p><a href="/watches/new">Watch another promise</a></p>` : ""}${troubleSection(desk)}${configSection(desk)}<ul class="watches">${items}</ul>${
      archived.length > 0
        ? html`<section><h2>No longer watched</h2><ul>${archived.map(({ watch, at }) => html`<li><a href="/watches/${watch}">${watch}</a>, since ${moment(at)}</li>`)}</ul></section>`
        : ""
    }${await tellingSection(desk)}`,
  });
}
