/** The log, reviewed: what the store recorded, what went wrong, and the lines as they come. */
import { html } from "hono/html";
import { logFiles } from "../../log/files.ts";
import { linesOfFile } from "../../log/lines.ts";
import { emptyReview, isWanted, type LogReview, review } from "../../log/review.ts";
import { recordReview, type WatchReview } from "../../status/record-review.ts";
import { DAY_MS, elapsed, later, startOfDay } from "../../time/instant.ts";
import type { Watch } from "../../watch/watch.ts";
import { configSection } from "../config-state.ts";
import type { Desk } from "../desk.ts";
import { share } from "../figures.ts";
import { type Html, layout, moment, nameIn, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { tellingSection } from "../telling.ts";
import { troubleSection } from "../trouble.ts";
import { daysView } from "./days.ts";
import { outagesIn, outagesTable } from "./outages.ts";

export interface LogFilter {
  watch?: string | undefined;
  source?: string | undefined;
  level?: string | undefined;
  days: number;
}

export const SPANS = [1, 7, 30, 90, 365] as const;
const LEVELS = ["info", "warn", "error"] as const;
/** What a page waits for; the command line reads the rest. */
const MAX_FILES = 4;
/** Of more watches, one is to be chosen. */
const MOST_WATCHES = 20;
const MOST_NOTICES = 200;
const MOST_CHANGES = 30;
const MOST_TROUBLES = 50;

export async function logPage(desk: Desk, reader: Reader, filter: LogFilter): Promise<Html> {
  const { store, watches, clock, settings } = desk;
  const { log } = reader.words;
  const until = clock.now();
  // From the beginning of a day on: of whole days the looks are counted already.
  const since = startOfDay(later(until, -filter.days * DAY_MS));
  const chosen = watches.filter((watch) => filter.watch === undefined || watch.id === filter.watch);
  const shown = chosen.slice(0, MOST_WATCHES);
  const reviews = await Promise.all(
    shown.map(async (watch) => ({
      watch,
      review: await recordReview(store, watch, { since, until, source: filter.source }, settings.schedule.patience),
    })),
  );
  const outages = await outagesIn(desk, reader, reviews);
  const all = reviews.reduce((sum, { review: { gaps, moreGaps } }) => sum + gaps.length + moreGaps, 0);
  const period = { since, until };
  const notices = filter.source
    ? []
    : await store.notices.list({ watch: filter.watch, ...period, limit: MOST_NOTICES });
  const changed = await Promise.all(
    shown.map(async (watch) => ({
      watch,
      looks: await store.looks.changed({ watch: watch.id, source: filter.source, ...period, limit: MOST_CHANGES }),
    })),
  );
  const read = await linesOf(desk, { ...filter, since, until });
  return layout({
    title: reader.words.frame.log,
    reader,
    here: "log",
    body: html`<h1>${reader.words.frame.log}</h1>
${form(reader, watches, filter)}
${chosen.length > shown.length ? html`<p>${log.ofWatches(shown.length, chosen.length)}</p>` : ""}
${troubleSection(desk, reader)}${configSection(desk, reader)}${await tellingSection(desk, reader)}
<section id="outages"><h2>${log.outages}</h2>${outagesTable(reader, outages, all - outages.length, shown.length > 1)}</section>
<section id="days"><h2>${log.byDay}</h2>${daysView(reader, { changed, outages, notices })}</section>
<section id="troubles"><h2>${log.lines}</h2>${troubles(reader, read)}</section>
<section id="summary"><h2>${log.summary}</h2>${reviews.map((one) => reviewed(reader, one))}</section>
${liveLog(reader, filter)}`,
  });
}

async function linesOf({ dataDirectory }: Desk, filter: Parameters<typeof isWanted>[1]): Promise<LogReview> {
  const read = emptyReview();
  for (const file of logFiles(dataDirectory).slice(-MAX_FILES))
    for await (const line of linesOfFile(file)) if (line && isWanted(line, filter)) review(read, line);
  return read;
}

function liveLog({ words: { log } }: Reader, { watch, source, level }: LogFilter): Html {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ watch, source, level })) if (value) asked.set(name, value);
  return html`<section id="live-log"><h2>${log.live}</h2><p class="small">${log.liveHint}</p><div class="tail" id="tail" data-tail="/log/live?${asked.toString()}" role="log" aria-label="${log.live}" tabindex="0" dir="ltr"></div><noscript><p>${log.withoutScript} <code>log review --follow</code></p></noscript></section>`;
}

function form({ words: { log } }: Reader, watches: readonly Watch[], { watch, source, level, days }: LogFilter): Html {
  const option = (value: string, text: string, isChosen: boolean) =>
    isChosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  const sources = watches.filter((one) => one.id === (watch ?? watches[0]?.id)).flatMap((one) => one.sources);
  return html`<form class="filters" method="get" action="/log">
<label>${log.watch} <select name="watch">${option("", log.all, !watch)}${watches.map((one) => option(one.id, one.title.slice(0, 60), one.id === watch))}</select></label>
<label>${log.source} <select name="source">${option("", log.all, !source)}${sources.map((one) => option(one.id, one.name ?? one.id, one.id === source))}</select></label>
<label>${log.level} <select name="level">${option("", log.all, !level)}${LEVELS.map((one) => option(one, one, one === level))}</select></label>
<label>${log.time} <select name="days">${SPANS.map((one) => option(String(one), log.days(one), one === days))}</select></label>
<button type="submit">${log.show}</button>
</form>`;
}

/** How well one watch was looked after, in figures. */
function reviewed(reader: Reader, { watch, review: one }: { watch: Watch; review: WatchReview }): Html {
  const { words, says } = reader;
  const { log } = words;
  const counts = (map: Record<string, number>, nameOf: (name: string) => string) =>
    says.traits(Object.entries(map).map(([name, count]) => `${nameOf(name)} ${says.number(count)}`)) || log.none;
  const states: Record<string, string> = log.states;
  const figures = [
    [log.looks, says.number(one.looks)],
    [log.failed, says.number(one.failed)],
    [log.covered, share(reader, one.coveredShare)],
    [log.notices, counts(one.notices, (kind) => kindName(reader, kind))],
    [log.deliveries, counts(one.deliveries, (state) => states[state] ?? state)],
  ];
  const heads = [log.source, log.covered, log.looks, log.failed, log.longestGap, log.causes];
  return html`<h3><a href="/watches/${watch.id}">${quoted(one.title)}</a></h3>
<dl class="figures">${figures.map(([term, said]) => html`<div><dt>${term}</dt><dd>${said}</dd></div>`)}</dl>
<details><summary>${log.sources}</summary><div class="scroll" tabindex="0" role="group" aria-label="${log.sources}: ${one.title}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${one.sources.map(
    ({ source, covered, looks, failed, longestGap, causes }) =>
      html`<tr><th scope="row">${quoted(nameIn(watch, source))} <code>${source}</code></th><td>${share(reader, covered)}</td><td>${says.number(looks)}</td><td>${says.number(failed)}</td><td>${longestGap ? says.span(elapsed(longestGap.from, longestGap.to)) : ""}</td><td>${says.traits(causes.map(({ problem, count }) => `${words.problems[problem]} (${log.times(count)})`))}</td></tr>`,
  )}</tbody></table></div></details>`;
}

function kindName({ words }: Reader, kind: string): string {
  const { kinds } = words.notices;
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind;
}

function troubles(reader: Reader, { lines, crashes, troubles: groups }: LogReview): Html {
  const { log } = reader.words;
  if (lines === 0) return html`<p>${log.noFiles} <code>log.files</code></p>`;
  const all = [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MOST_TROUBLES);
  return html`${crashes > 0 ? html`<p class="gaps"><strong>${log.crashes(crashes)}</strong></p>` : ""}
${all.length === 0 ? html`<p>${log.noTrouble}</p>` : html`<ul>${all.map(({ event, says, count, first, last, about }) => html`<li><strong>${reader.says.number(count)} × ${event}</strong>: ${quoted(says)}${about.size > 0 ? ` (${[...about].join(", ")})` : ""}, ${moment(reader, first)} – ${moment(reader, last)}</li>`)}</ul>`}`;
}
