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

/** A day that people name without giving its date: the end of a term of office, the start of a recess. */
export interface NamedDay {
  on: CivilDate;
  names: string[];
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
  /** Who added it to the watch while the bot ran; left out of what the watch's own file says. */
  addedBy?: string | undefined;
}
