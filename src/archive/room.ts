/** How much of what files say may be held in memory: a flood ends in a sentence, not in the end of the process. */
import { getHeapStatistics } from "node:v8";
import { ArchiveError } from "./source.ts";

/** Of the memory that the process may use; the rest is for reading and judging. */
const SHARE = 0.4;
/** What an entry takes besides its texts, measured. */
const ENTRY = 300;

/** What one body may take: read, unpacked and made into text it stands there several times. */
export const LARGEST = getHeapStatistics().heap_size_limit / 2;

export const MORE_MEMORY = "more memory (NODE_OPTIONS=--max-old-space-size=<megabytes>)";

export class Room {
  #left = getHeapStatistics().heap_size_limit * SHARE;

  /** @throws {ArchiveError} when there is no room for more */
  take(file: string, ...texts: readonly string[]): void {
    this.#left -= texts.reduce((sum, text) => sum + text.length, ENTRY);
    if (this.#left < 0)
      throw new ArchiveError(
        `${file}: with this file there is more to remember than the memory has room for; give fewer files at a time, or ${MORE_MEMORY}`,
      );
  }
}
