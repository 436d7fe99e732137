/** What was said, and when: the dated utterances a commitment is made of. */
import type { CivilDate } from "../time/civil-date.ts";
import type { Bearing } from "./names.ts";

/** A time phrase made into dates, with the reasoning. */
export interface Horizon {
  earliest: CivilDate;
  likely: CivilDate;
  latest: CivilDate;
  /** Why these dates: the reading of the phrase, in words. */
  basis: string;
}

/** One dated public utterance on timing. */
export interface Statement {
  /** The civil date in the publisher's zone. */
  on: CivilDate;
  by: string;
  /** The few words that speak of time, as quoted. */
  phrase: string;
  bearing: Bearing;
  /** Where it was reported. */
  link?: string | undefined;
  /** The dates as somebody read them by hand; they go before the lexicon's. */
  horizon?: Horizon | undefined;
}
