/** How such promises went before: the figures, what they rest on, the rows themselves; and how the bot’s own forecasts did. */
import { html } from "hono/html";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import { allOddsWords, beforehandSentence, caveats, rowWords, whyNoOdds } from "../message/odds-words.ts";
import { scoreRows } from "../message/score-words.ts";
import { scoredForecasts } from "../status/forecasts.ts";
import { type Overview, oddsOn } from "../status/overview.ts";
import type { Store } from "../store/store.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import { rowsLike } from "../track-record/odds.ts";
import type { ScoredPromise } from "../track-record/promise.ts";
import { meanScores, type OwnScores } from "../track-record/sent.ts";
import type { Desk } from "./desk.ts";
import { type Html, outside } from "./layout.ts";

export async function recordSection(desk: Desk, shown: Overview): Promise<Html | ""> {
  const { record } = desk;
  const { watch, status } = shown;
  if (watch.record === "off") return "";
  const found = oddsOn(shown, record, status.today);
  const { odds, beforehand } = found;
  const means = await scoresOf(desk);
  const own = means
    ? html`<h3>How the forecasts did that were sent</h3><dl>${scoreRows(means).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
    : "";
  if (!odds)
    return html`<section class="record"><h2>${en.record.heading}</h2><p>${whyNoOdds(en, watch, found)}</p>${beforehand ? html`<p>${beforehandSentence(en, beforehand)}</p>` : ""}${own}</section>`;
  const rows = rowsLike(watch, record, odds.promise.kind);
  return html`<section class="record"><h2>${en.record.heading}</h2>
${allOddsWords(en, odds, status).map((sentence) => html`<p>${sentence}</p>`)}
<details><summary>The ${counted(rows.length, "promise")} ${en.record.kinds[odds.promise.kind]}</summary><ul>${rows.map(rowItem)}</ul></details>
${caveats(en, record, odds).map((line) => html`<p class="small">${line}</p>`)}
${own}</section>`;
}

/** By the store: of hundreds of watches they take seconds, and change once a day. */
const kept = new WeakMap<Store, { at: InstantText; scores: Promise<OwnScores | undefined> }>();
const KEPT_MS = 60_000;

/** How the forecasts of all watches did, as of a minute ago at most. */
function scoresOf({ watches, store, clock, settings }: Desk): Promise<OwnScores | undefined> {
  const at = clock.now();
  const known = kept.get(store);
  if (known && known.at <= at && elapsed(known.at, at) < KEPT_MS) return known.scores;
  const scores = scoredForecasts(watches, store, at, settings.schedule.patience).then(({ scored }) =>
    meanScores(scored),
  );
  kept.set(store, { at, scores });
  scores.catch(() => kept.delete(store));
  return scores;
}

function rowItem(row: ScoredPromise): Html {
  const sources = row.sources.map(
    ({ text, link }, index) => html`${index > 0 ? " · " : ""}${link ? outside(link, text) : text}`,
  );
  return html`<li>${rowWords(en, row)}${sources.length > 0 ? html`<br><span class="small">${sources}</span>` : ""}</li>`;
}
