/** What a check works with, and what it gives back. */
import type { Logger } from "pino";
import type { Settings } from "../config/settings.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Change } from "../judge/compare/change.ts";
import type { Notice } from "../judge/notice.ts";
import type { Problem } from "../read/reading.ts";
import type { Turn } from "../store/lines.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Source, Watch } from "../watch/watch.ts";
import type { Reader, ReadingRoom } from "./reader.ts";

export interface Tools {
  clock: Clock;
  fetcher: Fetcher;
  store: Store;
  log: Logger;
  room: ReadingRoom;
  schedule: Settings["schedule"];
  /** How such promises went before. */
  record: HeldRecord;
  /** After this long without a full answer, ask without validators. */
  fullRead: number;
  /** A watch as the config that holds now has it; undefined where it is not watched any more. */
  current: (watch: Watch) => Watch | undefined;
}

/** What asks the web, and reads what it answers. */
export type Asking = Pick<Tools, "clock" | "fetcher" | "log"> & { reader: Reader };

/** The tools in the hands of one check. */
export interface CheckTools extends Omit<Tools, "room"> {
  reader: Reader;
}

/** One check that is asked for. */
export interface Errand {
  watch: Watch;
  source: Source;
  /** Ties together the check's log lines, its row, its place in the journal. */
  id: string;
  /** Cuts it short. */
  signal?: AbortSignal | undefined;
  /** In whose course it is made, where several processes look. */
  turn?: Turn | undefined;
}

export interface Checked {
  watch: string;
  source: string;
  outcome: "baseline" | "unchanged" | "changed" | "problem";
  problem?: Problem | undefined;
  /** Nobody ever confirmed this source, and it is not there: nothing to worry about. */
  isConjecture: boolean;
  /** The first of what changed, and how much did in all: a flood is not held until its pass is over. */
  changes: Change[];
  changed: number;
  notices: Notice[];
  bytes: number;
  milliseconds: number;
}
