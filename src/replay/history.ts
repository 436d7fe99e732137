/** A history, whatever it is made of: the documented one, or an archive. Both go the same way through the same check. */
import type { Config } from "../config/load.ts";
import type { Answer } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Notice } from "../judge/notice.ts";
import type { Watcher } from "../schedule/watcher.ts";
import type { SimulatedClock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import type { OwnScores } from "../track-record/sent.ts";
import type { Watch } from "../watch/watch.ts";

type Rows = (readonly [name: string, value: string])[];

interface Conclusion {
  isGood: boolean;
  rows: Rows;
  /** How its forecasts did, under a heading of their own: they were made by a record of later, and count for nothing else. */
  scores?: { heading: string; rows: Rows; means: OwnScores } | undefined;
}

/** Something that happened once, and can be gone through again. */
export interface History {
  from: InstantText;
  to: InstantText;
  clock: SimulatedClock;
  fetcher: Fetcher;
  /** Why an answer was not read to its end when it happened, where it was not: a slower or a faster machine makes no other history. */
  unreadThen?: (answer: Answer) => string | undefined;
  settings: Config["settings"];
  /** How such promises went before, as it was known then where that is known. */
  record: Config["record"];
  /** The watches that hold where the history has got to. */
  watches(): readonly Watch[];
  /** A heading, and what the reader should know. */
  introduction: string[];
  /** Goes through it step by step; each step gives what it told. */
  play(watcher: Watcher, ending: Ending): AsyncGenerator<Notice[]>;
  /** What there is to say at the end, and whether it came out as it must. */
  conclude(told: readonly Notice[]): Conclusion;
  close(): Promise<void>;
}
