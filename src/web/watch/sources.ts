/** One row a source: its name, how it stands, when it was last read, and how its days were; the rest when somebody asks. */
import { html } from "hono/html";
import type { Coverage } from "../../judge/coverage.ts";
import { type SourceHealth, type SourceState, sourceState } from "../../judge/source-health.ts";
import { codeIn } from "../../message/unreachable.ts";
import { elapsed } from "../../time/instant.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Desk } from "../desk.ts";
import { share } from "../figures.ts";
import type { Visit } from "../forms/shield.ts";
import { type Icon, icon } from "../icons.ts";
import { type Html, kept, moment, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { sourceForm } from "./care-forms.ts";
import { DAYS_SHOWN, daysUntil, strip } from "./strip.ts";

const MOST_SHOWN = 60;
const ICONS: Record<SourceState, Icon> = {
  read: "check",
  unread: "cross",
  paused: "pause",
  "not there": "question",
  "not looked at yet": "wait",
};

/** @param visit who may pause one */
export async function sourcesSection(
  desk: Desk,
  reader: Reader,
  visit: Visit | undefined,
  watch: Watch,
  sources: readonly SourceHealth[],
): Promise<Html> {
  const { sources: words } = reader.words;
  // Those in trouble first: of very many, the rest would only make the page heavy.
  const shown =
    sources.length > MOST_SHOWN ? sources.toSorted((a, b) => trouble(b) - trouble(a)).slice(0, MOST_SHOWN) : sources;
  const days = daysUntil(desk.clock.now());
  const coverage = await desk.store.looks.coverage(watch.id, shown, days[0] ?? "", days.at(-1) ?? "");
  const row = (source: SourceHealth) => {
    const its = coverage.find((one) => one.source === source.id);
    return sourceRow(reader, source, its, days, sourceForm(reader, visit, watch, source.id));
  };
  return html`<section id="sources"><h2>${words.heading}</h2>
<p class="small legend">${words.legend(DAYS_SHOWN)} ${(["read", "partly", "unread", "unlooked"] as const).map((state) => html`<span><span class="key ${state}"></span>${words.read[state]}</span> `)}</p>
<ul class="sources">${shown.map(row)}</ul>${
    sources.length > shown.length
      ? html`<p>${words.more(sources.length - shown.length)} ${kept(reader, `/log?watch=${watch.id}`, reader.words.frame.log)}</p>`
      : ""
  }</section>`;
}

function trouble({ failingSince, isConjecture }: SourceHealth): number {
  return failingSince && !isConjecture ? 1 : 0;
}

function sourceRow(
  reader: Reader,
  source: SourceHealth,
  coverage: Coverage | undefined,
  days: readonly string[],
  form: Html | "",
): Html {
  const { words, says } = reader;
  const { sources } = words;
  const state = sourceState(source);
  const { id, name, url, goodAt, detail, failingSince } = source;
  const isUnread = state === "unread";
  const code = isUnread ? codeIn(detail) : undefined;
  const known = goodAt ? coverage : undefined;
  const gap = known?.longestGap;
  const rows: [string, Html | string][] = [
    ...(known
      ? ([
          [sources.covered, share(reader, known.covered)],
          [sources.looks, says.number(known.looks)],
          ...known.causes.map(({ problem, count }) => [words.problems[problem], words.log.times(count)]),
          ...(gap ? [[sources.gap, says.span(elapsed(gap.from, gap.to))]] : []),
        ] as [string, string][])
      : []),
    ...(code ? [[sources.code, code] satisfies [string, string]] : []),
  ];
  return html`<li class="source ${state.replaceAll(" ", "-")}" id="source-${id}">
<div class="head"><h3>${quoted(name)}</h3><p class="state">${icon(ICONS[state])}<span>${sources.states[state]}</span></p></div>
${goodAt ? html`<p class="small">${sources.lastRead} ${moment(reader, goodAt)}</p>` : ""}
${isUnread && detail ? html`<p>${sources.says(says.recorded(detail))}, ${sources.since} ${moment(reader, failingSince)}</p>` : ""}
${known ? strip(reader, name, known, days) : ""}
<details><summary>${sources.details}</summary><p>${outside(url)}</p>${rows.length > 0 ? html`<dl class="small">${rows.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`)}</dl>` : ""}${form}</details>
</li>`;
}
