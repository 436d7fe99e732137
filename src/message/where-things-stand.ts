/** Where a watch stands: in a few sentences for the page and the command line, in a few words for a card. */
import type { Status } from "../judge/status.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { clockSentence } from "./clock-words.ts";
import { catalogue } from "./languages.ts";

/** The verdict, the clock, what was promised, and a newer promise where there is one. */
export function whereThingsStand(now: Status, language: Language = "en"): string[] {
  const words = catalogue(language);
  const { verdict, reading, promisedOn, promisedBy, phrase, horizon, newest } = now;
  const said = words.status;
  const verdicts = {
    // The calendar is all that can be given.
    unknown: `${verdictWords(words, now)}.`,
    unpublished: said.unpublished(reading && reading.read < reading.of ? reading : undefined),
    signalled: said.signalled,
    published: said.published(now.publishedOn),
    withdrawn: said.withdrawn,
  };
  return [
    verdicts[verdict],
    clockSentence(words, now, true),
    said.promise({ phrase, on: promisedOn, by: promisedBy, latest: horizon.latest, basis: horizon.basis }),
    ...(newest ? [said.newer(newest.promisedOn, newest.phrase, newest.addedBy)] : []),
  ];
}

/** The verdict by itself; where nothing is known, with why. */
export function verdictWords({ card, unknown }: Catalogue, { verdict, unknownBecause = "unread" }: Status): string {
  return verdict === "unknown" ? unknown[unknownBecause] : card.verdicts[verdict];
}
