/** How such promises went before: the figures, what they rest on, the rows themselves; and how the bot’s own forecasts did. */
import { html } from "hono/html";
import type { Catalogue } from "../../message/catalogue.ts";
import { allOddsWords, beforehandSentence, caveats, rowWords, whyNoOdds } from "../../message/odds-words.ts";
import { scoredForecasts } from "../../status/forecasts.ts";
import { type Overview, oddsOn } from "../../status/overview.ts";
import type { Store } from "../../store/store.ts";
import { daysAfter } from "../../time/civil-date.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import { type Curve, rowsLike } from "../../track-record/odds.ts";
import type { ScoredPromise } from "../../track-record/promise.ts";
import { type MeanScore, meanScores, type OwnScores } from "../../track-record/sent.ts";
import type { Desk } from "../desk.ts";
import { type Html, outside } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { drawing } from "./clock.ts";

/** @param curve what it draws of the promise in force */
export async function recordSection(
  desk: Desk,
  reader: Reader,
  shown: Overview,
  curve: Curve | undefined,
): Promise<Html | ""> {
  const { record } = desk;
  const { watch, status } = shown;
  if (watch.record === "off") return "";
  const { words, says } = reader;
  const found = oddsOn(shown, record, status.today);
  const { odds, beforehand } = found;
  const means = await scoresOf(desk);
  const own = means ? ownScores(reader, means) : "";
  if (!odds)
    return html`<section class="record" id="record"><h2>${says.record.heading}</h2><p>${whyNoOdds(says, watch, found)}</p>${beforehand ? html`<p>${beforehandSentence(says, beforehand)}</p>` : ""}${own}</section>`;
  const rows = rowsLike(watch, record, odds.promise.kind);
  const alt = curve && says.record.curve(daysAfter(curve.promise.said, curve.promise.latestDay));
  return html`<section class="record" id="record"><h2>${says.record.heading}</h2>
${allOddsWords(says, odds, status).map((sentence) => html`<p>${sentence}</p>`)}
${alt ? drawing(reader, watch.id, "record", alt) : ""}
<details><summary>${words.record.rows(rows.length, says.record.kinds[odds.promise.kind])}</summary><ul>${rows.map((row) => rowItem(says, row))}</ul></details>
${caveats(says, record, odds).map((line) => html`<p class="small">${line}</p>`)}
${own}</section>`;
}

/** How the forecasts did that were sent, against the literal reading. */
function ownScores({ words: { record } }: Reader, { forecasts, watches, own, literal }: OwnScores): Html {
  const score = ({ brier, log }: MeanScore) => record.score(brier, log);
  const rows = [
    [record.forecasts, record.ofWatches(forecasts, watches)],
    [record.byRecord, score(own)],
    [record.literally, score(literal)],
  ];
  return html`<h3>${record.ownForecasts}</h3><dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
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

function rowItem(says: Catalogue, row: ScoredPromise): Html {
  const sources = row.sources.map(
    ({ text, link }, index) => html`${index > 0 ? " · " : ""}${link ? outside(link, text) : text}`,
  );
  return html`<li>${rowWords(says, row)}${sources.length > 0 ? html`<br><span class="small">${sources}</span>` : ""}</li>`;
}
