/** Where a watch stands, in a few sentences: for the page, the card's reader and the command line. */
import type { Status } from "../judge/status.ts";
import type { Language } from "../watch/names.ts";
import { clockSentence } from "./clock-words.ts";
import { catalogue } from "./languages.ts";

/** The verdict, the clock, what was promised, and a newer promise where there is one. */
export function whereThingsStand(now: Status, language: Language = "en"): string[] {
  const words = catalogue(language);
  const { verdict, reading, promisedOn, promisedBy, phrase, horizon, newest } = now;
  const said = words.status;
  // Nothing read, nothing known: the calendar is all that can be given.
  const isUnknown = verdict === "unpublished" && reading?.read === 0;
  const verdicts = {
    unpublished: said.unpublished(reading && reading.read < reading.of ? reading : undefined),
    signalled: said.signalled,
    published: said.published(now.publishedOn),
    withdrawn: said.withdrawn,
  };
  return [
    isUnknown ? said.unknown : verdicts[verdict],
    clockSentence(words, now, true),
    said.promise({ phrase, on: promisedOn, by: promisedBy, latest: horizon.latest, basis: horizon.basis }),
    ...(newest ? [said.newer(newest.promisedOn, newest.phrase, newest.addedBy)] : []),
  ];
}
