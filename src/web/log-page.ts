/** The log, reviewed: what the store recorded, what went wrong, and the lines as they come. */
import { html } from "hono/html";
import { logFiles } from "../log/files.ts";
import { linesOfFile } from "../log/lines.ts";
import { emptyReview, isWanted, type LogReview, review } from "../log/review.ts";
import { en } from "../message/en.ts";
import { failedLooks, percent, times } from "../message/figures.ts";
import { recordReview, type WatchReview } from "../status/record-review.ts";
import { DAY_MS, elapsed, later, startOfDay } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { configSection } from "./config-state.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout, moment } from "./layout.ts";
import { tellingSection } from "./telling.ts";
import { troubleSection } from "./trouble.ts";

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

export async function logPage(desk: Desk, filter: LogFilter): Promise<Html> {
  const { store, watches, clock, settings, dataDirectory } = desk;
  const until = clock.now();
  // From the beginning of a day on: of whole days the looks are counted already.
  const since = startOfDay(later(until, -filter.days * DAY_MS));
  const chosen = watches.filter((watch) => filter.watch === undefined || watch.id === filter.watch);
  const reviews = await Promise.all(
    chosen.map((watch) =>
      recordReview(store, watch, { since, until, source: filter.source }, settings.schedule.patience),
    ),
  );
  const read = emptyReview();
  for (const file of logFiles(dataDirectory).slice(-MAX_FILES))
    for await (const line of linesOfFile(file))
      if (line && isWanted(line, { ...filter, since, until })) review(read, line);
  const live = new URLSearchParams();
  for (const [name, value] of Object.entries({ watch: filter.watch, source: filter.source, level: filter.level }))
    if (value) live.set(name, value);
  return layout({
    title: "Log",
    here: "log",
    body: html`<h1>Log</h1>
${form(watches, filter)}
${troubleSection(desk)}${configSection(desk)}${await tellingSection(desk)}
${reviews.map(reviewed)}
<section><h2>Warnings and errors</h2>${troubles(read)}</section>
<section><h2>Live</h2><p class="small">Lines appear here as they are written.</p><div class="tail" id="tail" data-tail="/log/live?${live.toString()}" role="log" aria-label="Live log" tabindex="0"></div><noscript><p>Without JavaScript: <code>log review --follow</code>.</p></noscript></section>`,
  });
}

function form(watches: readonly Watch[], { watch, source, level, days }: LogFilter): Html {
  const option = (value: string, text: string, isChosen: boolean) =>
    isChosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  const sources = watches.filter((one) => !watch || one.id === watch).flatMap((one) => one.sources);
  return html`<form class="filters" method="get" action="/log">
<label>Watch <select name="watch">${option("", "all", !watch)}${watches.map((one) => option(one.id, one.title.slice(0, 60), one.id === watch))}</select></label>
<label>Source <select name="source">${option("", "all", !source)}${sources.map((one) => option(one.id, one.name ?? one.id, one.id === source))}</select></label>
<label>Level <select name="level">${option("", "all", !level)}${LEVELS.map((one) => option(one, one, one === level))}</select></label>
<label>Time <select name="days">${SPANS.map((one) => option(String(one), one === 1 ? "1 day" : `${one} days`, one === days))}</select></label>
<button type="submit">Show</button>
</form>`;
}

function reviewed(one: WatchReview): Html {
  const counts = (map: Record<string, number>) =>
    Object.entries(map)
      .map(([name, count]) => `${name} ${en.number(count)}`)
      .join(", ") || "none";
  return html`<section><h2>${one.title}</h2>
<dl class="figures">
<div><dt>Looks</dt><dd>${en.number(one.looks)}</dd></div>
<div><dt>Failed</dt><dd>${en.number(one.failed)}</dd></div>
<div><dt>Covered</dt><dd>${percent(one.coveredShare)}</dd></div>
<div><dt>Notices</dt><dd>${counts(one.notices)}</dd></div>
<div><dt>Deliveries</dt><dd>${counts(one.deliveries)}</dd></div>
</dl>
${
  one.gaps.length > 0
    ? html`<ul class="gaps">${one.gaps.map(
        ({ sources, from, to, failures }) =>
          html`<li><strong>Gap: ${sources.join(", ")}</strong>, ${en.span(elapsed(from, to))}, ${moment(from)} to ${moment(to)}; ${failedLooks(failures)}</li>`,
      )}${one.moreGaps > 0 ? html`<li>and ${one.moreGaps} more</li>` : ""}</ul>`
    : html`<p>No gap.</p>`
}
<div class="scroll" tabindex="0" role="group" aria-label="Sources of ${one.title}"><table><thead><tr><th scope="col">Source</th><th scope="col">Covered</th><th scope="col">Looks</th><th scope="col">Failed</th><th scope="col">Longest gap</th><th scope="col">Causes</th></tr></thead>
<tbody>${one.sources.map(
    ({ source, covered, looks, failed, longestGap, causes }) =>
      html`<tr><th scope="row">${source}</th><td>${percent(covered)}</td><td>${en.number(looks)}</td><td>${en.number(failed)}</td><td>${longestGap ? en.span(elapsed(longestGap.from, longestGap.to)) : ""}</td><td>${causes.map(({ problem, count }) => `${problem} ${times(count)}`).join(", ")}</td></tr>`,
  )}</tbody></table></div>
${one.changes.length > 0 ? html`<h3>Changes</h3><ul>${one.changes.map(({ at, source, check, what }) => html`<li><a href="/looks/${check}">${moment(at)}, ${source}</a>: ${what}</li>`)}</ul>` : ""}
</section>`;
}

function troubles({ lines, crashes, troubles: groups }: LogReview): Html {
  if (lines === 0) return html`<p>No log files are kept; set <code>log.files</code> to true to see them here.</p>`;
  const all = [...groups.values()].sort((a, b) => b.count - a.count).slice(0, 50);
  return html`${crashes > 0 ? html`<p class="gaps"><strong>Ended ${times(crashes)} without stopping cleanly.</strong></p>` : ""}
${all.length === 0 ? html`<p>None.</p>` : html`<ul>${all.map(({ event, says, count, first, last, about }) => html`<li><strong>${en.number(count)} × ${event}</strong>: ${says}${about.size > 0 ? ` (${[...about].join(", ")})` : ""}, ${moment(first)} to ${moment(last)}</li>`)}</ul>`}`;
}
