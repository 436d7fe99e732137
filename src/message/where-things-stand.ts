/** Where a watch stands, for the page, the cards and the command line: the news, the clock, the evidence; the reasoning last. */
import type { Evidence } from "../judge/evidence.ts";
import { RULES, rank } from "../judge/rules.ts";
import type { Status } from "../judge/status.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { clockLine } from "./clock-words.ts";
import { catalogue } from "./languages.ts";
import { itemTitle } from "./named.ts";
import { evidenceSentence, reachSentence } from "./told-words.ts";

export interface WhereThingsStand {
  /** In everyday words; no full stop. */
  news: string;
  clock: string;
  /** Sentences. */
  evidence: string[];
  /** What was promised, and how its longest reading was reached. */
  small: string[];
}

/** @param found what bears on it, dismissed or not */
export function whereThingsStand(
  now: Status,
  found: readonly Evidence[] = [],
  language: Language = "en",
): WhereThingsStand {
  const words = catalogue(language);
  const { promisedOn, promisedBy, phrase, horizon, newest } = now;
  const { promise, reading, newer } = words.status;
  const said = {
    news: newsOf(words, now, found),
    clock: clockLine(words, now, true),
    evidence: [...evidenceOf(words, now, found), ...reachSentence(words, now)],
    small: [
      promise(phrase, promisedOn, promisedBy),
      reading(horizon.latest, horizon.basis),
      ...(newest ? [newer(newest.promisedOn, newest.phrase, newest.addedBy !== undefined)] : []),
    ],
  };
  const { typeset } = words;
  return {
    news: typeset(said.news),
    clock: typeset(said.clock),
    evidence: said.evidence.map(typeset),
    small: said.small.map(typeset),
  };
}

/** A line each, for programs that show it as it is. */
export function standingText({ news, clock, evidence, small }: WhereThingsStand): string {
  return [news, clock, ...evidence, ...small].join("\n");
}

/**
 * The verdict in everyday words: where nothing is known, with why; of a signal, what was found.
 * @param isNamed whether that is named; left out where it stands beside
 */
export function newsOf(words: Catalogue, now: Status, found: readonly Evidence[] = [], isNamed = true): string {
  const { news } = words.status;
  switch (now.verdict) {
    case "unknown":
      return words.unknown[now.unknownBecause ?? "unread"];
    case "unpublished":
      return news.unpublished;
    case "signalled": {
      const surest = surestOf(found);
      const strength = surest && RULES[surest.rule].strength === "strong" ? "strong" : "hint";
      return news.signalled[strength](isNamed && surest ? itemTitle(words, surest.title, surest.date) : undefined);
    }
    case "published":
      return news.published(now.publishedOn);
    case "withdrawn":
      return news.withdrawn;
  }
}

function evidenceOf(words: Catalogue, { verdict, publisher, reading }: Status, found: readonly Evidence[]): string[] {
  const { status, talk } = words;
  const surest = surestOf(found);
  const says = surest ? [evidenceSentence(words, surest, publisher)] : [];
  switch (verdict) {
    case "unknown":
      return [];
    case "unpublished": {
      const isPartly = reading && reading.read < reading.of;
      return [status.nothingFound, ...(isPartly ? [talk.why.looked(reading.read, reading.of)] : [])];
    }
    case "signalled":
      return [...says, status.unconfirmed];
    case "published":
      return says;
    case "withdrawn":
      return [words.withdrawn(found.filter(({ state }) => state === "gone").length || 1)];
  }
}

function surestOf(found: readonly Evidence[]): Evidence | undefined {
  return found.filter(({ state }) => state === "standing").toSorted((a, b) => rank(b.rule) - rank(a.rule))[0];
}
