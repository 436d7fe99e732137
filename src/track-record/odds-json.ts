/** What the record says, for programs: chances from 0 to 1, each with the range that holds nine in ten; days as YYYY-MM-DD. */
import { daysAfter } from "../time/civil-date.ts";
import type { Basis, Chance } from "./forecast.ts";
import type { Asked, Beforehand, Odds } from "./odds.ts";
import type { ScoredPromise } from "./promise.ts";

export function oddsJson({ promise, on, day, says, asOf }: Odds) {
  return {
    ...{ as_of: asOf, on, day },
    promise: promiseJson(promise),
    basis: basisJson(says.basis),
    ...(says.kind === "chance"
      ? {
          next_30_days: chanceJson(says.nextDays),
          ...(says.byLatest ? { by_latest: chanceJson(says.byLatest) } : {}),
          by: says.by.map(chanceJson),
          ...(says.middle ? { middle: says.middle } : {}),
          span_of_eight_in_ten: { from: says.span.from ?? null, to: says.span.to ?? null },
        }
      : { too_few_like_this: says.because }),
  };
}

export function beforehandJson({ promise, day, basis, chance, asOf }: Beforehand) {
  return { as_of: asOf, day, promise: promiseJson(promise), basis: basisJson(basis), by_then: chanceJson(chance) };
}

export function rowJson({
  id,
  case: document,
  said,
  phrase,
  speaker,
  latest,
  status,
  until,
  scored,
  sources,
}: ScoredPromise) {
  return {
    ...{ id, document, said, phrase, speaker, kind: scored.kind },
    ...{ latest: latest ?? null, status, until, kept: scored.isKept, sources },
  };
}

function promiseJson({ said, phrase, kind, earliestDay, latestDay }: Asked) {
  return { said, phrase, kind, earliest: daysAfter(said, earliestDay), latest: daysAfter(said, latestDay) };
}

function basisJson({ rows, kept, cases, allRows, leansOnAll }: Basis) {
  return { promises: rows, kept, documents: cases, all_promises: allRows, leans_on_all: leansOnAll };
}

function chanceJson({ by, chance, low, high }: Chance) {
  return { by, chance, low, high };
}
