/** The two lines that every message ends with. */
import type { Status } from "../judge/status.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { catalogue } from "./languages.ts";

/** The verdict with the day, and the clock. */
export function whereThingsStand(now: Status, language: Language = "en"): string[] {
  const words: Catalogue["status"] = catalogue(language).status;
  const { verdict, reading, promisedOn, promisedBy, phrase, horizon, standing, today, newest } = now;
  const promise = now.day < 0 ? words.promiseToCome(promisedOn) : words.day(now.day, promisedOn, promisedBy, phrase);
  // Nothing read, nothing known: the calendar is all that can be given.
  if (verdict === "unpublished" && reading?.read === 0)
    return [`${words.unknown}. ${promise}`, words.horizonEnds(horizon.latest, horizon.latest < today)];
  const verdicts = {
    unpublished: words.unpublished(reading && reading.read < reading.of ? reading : undefined),
    signalled: words.signalled,
    published: words.published(now.publishedOn),
    withdrawn: words.withdrawn,
  };
  const newer = newest
    ? ` ${words.newer(newest.promisedOn, newest.phrase, words.standing(newest.standing, newest.horizon.latest, today), newest.addedBy)}`
    : "";
  const stands = words.standing(standing, horizon.latest, today, horizon.earliest);
  return [`${verdicts[verdict]}. ${promise}`, `${words.because(stands, horizon.basis)}${newer}`];
}
