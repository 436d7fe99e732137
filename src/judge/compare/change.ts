/** How a reading differs from the source's last good reading. */
import type { LanguageCode } from "../../language/tongue.ts";
import type { FileFacts } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Memory } from "./memory.ts";

export interface Change {
  kind: "appeared" | "edited" | "moved" | "disappeared";
  /** The item's or page's title. */
  title: string;
  url: string;
  date?: CivilDate | undefined;
  /** Where it stood before, for `moved`. */
  from?: string | undefined;
  /** What it was before, for `edited`: a title or date. */
  before?: string | undefined;
  added?: string[] | undefined;
  removed?: string[] | undefined;
  /** Lines that came and went besides, and are not kept. */
  moreLines?: number | undefined;
  /** What happened to a file that the page offers, or to the document where it is a file itself. */
  file?: FileChange | undefined;
}

/** Lines of one change that are kept; what is shown of them is fewer. */
const MOST_LINES = 100;

/** A change without the lines that are too many to be kept: the captured page has them. */
export function shortened(change: Change): Change {
  const { added = [], removed = [] } = change;
  const moreLines = [added, removed].reduce((sum, { length }) => sum + Math.max(0, length - MOST_LINES), 0);
  if (moreLines === 0) return change;
  return { ...change, added: added.slice(0, MOST_LINES), removed: removed.slice(0, MOST_LINES), moreLines };
}

export interface FileChange {
  /** `replaced`: other bytes at the same address, or in its place on the page. */
  what: "offered" | "withdrawn" | "replaced";
  /** Its link says that it is an annex. */
  isAnnex?: boolean | undefined;
  /** Of one that was replaced: the text, as far as it was read, says the same. */
  isSameText?: boolean | undefined;
  language?: LanguageCode | undefined;
  before?: FileFacts | undefined;
  after?: FileFacts | undefined;
}

/** When something that is not there any more counts as gone. */
export interface Disappearance {
  /** Healthy readings without it before it counts as gone. */
  readings: number;
  /** And the least time they span, in milliseconds. */
  span: number;
}

/** A good reading held against what its source remembers. */
export interface Comparison {
  isBaseline: boolean;
  changes: Change[];
  memory: Memory;
}
