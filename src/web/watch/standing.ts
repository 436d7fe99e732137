/** Above the fold: the verdict in words, and how long it has been in one large figure. */
import { html, raw } from "hono/html";
import type { Evidence } from "../../judge/evidence.ts";
import type { Status } from "../../judge/status.ts";
import { newsOf, whereThingsStand } from "../../message/where-things-stand.ts";
import { daysBetween } from "../../time/civil-date.ts";
import type { Verdict } from "../../watch/names.ts";
import { type Icon, icon } from "../icons.ts";
import { type Html, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import type { PageWords } from "../words/words.ts";

export const VERDICT_ICONS: Record<Verdict, Icon> = {
  unknown: "question",
  unpublished: "wait",
  signalled: "warn",
  published: "check",
  withdrawn: "cross",
};

/** @param card what stands to the side of it where there is room: what was found, or else the facts */
export function standing(reader: Reader, status: Status, found: readonly Evidence[], card: Html): Html {
  const { says, words, language } = reader;
  const { clock, evidence } = whereThingsStand(status, found, language);
  const shown = figureOf(words, status, found);
  return html`<section id="standing" class="standing ${status.verdict}">
<div class="verdicts">
<p class="publisher">${quoted(status.publisher)}</p>
<h1>${quoted(status.title)}</h1>
<p class="verdict ${status.verdict}">${icon(VERDICT_ICONS[status.verdict])}<span>${newsOf(says, status, found, false)}</span></p>
${shown ? html`<p class="figure">${largeNumber(shown.figure)} <span class="counted">${shown.counted}</span></p>` : ""}
</div>
${card}
<div class="grounds"><p>${clock}</p>
${evidence.map((sentence) => html`<p>${sentence}</p>`)}</div>
</section>`;
}

/**
 * That it is late is said only of what was looked for and not found; and of what nobody confirmed, where even that came
 * after the longest reading.
 */
export function figureOf(
  { figure }: PageWords,
  status: Status,
  found: readonly Evidence[],
): { figure: string; counted: string } | undefined {
  const { verdict, standing, promisedOn, phrase, horizon, day, today, publishedOn } = status;
  const { latest } = horizon;
  if (publishedOn)
    return publishedOn < promisedOn
      ? undefined
      : {
          figure: figure.took(daysBetween(promisedOn, publishedOn)),
          counted: figure.toPublication(phrase, publishedOn),
        };
  if (today < promisedOn) return undefined;
  const cameInTime = found.some(
    ({ state, foundAt, date }) => state !== "dismissed" && (date ?? foundAt.slice(0, 10)) <= latest,
  );
  const isSignalled = verdict === "signalled" && !cameInTime;
  const isDated = (verdict === "unpublished" || isSignalled) && standing !== "withdrawn";
  if (isDated && today > latest) {
    const ended = figure.lateBy(phrase, latest);
    return {
      figure: figure.late(daysBetween(latest, today)),
      counted: isSignalled ? `${ended} ${figure.unconfirmed}` : ended,
    };
  }
  if (isDated && latest > promisedOn)
    return { figure: figure.dayOf(day, daysBetween(promisedOn, latest)), counted: figure.lasts(phrase, latest) };
  return { figure: figure.day(day), counted: figure.since(phrase, promisedOn) };
}

/** The first number in it, set larger than its unit. */
function largeNumber(figure: string): Html {
  const [, before = "", number = "", after = ""] =
    /^(\P{Nd}*)(\p{Nd}[\p{Nd}.,\u00a0\u202f]*)?(.*)$/su.exec(figure) ?? [];
  return html`<span class="amount">${before}${number ? html`<b>${number}</b>` : raw("")}${after}</span>`;
}
