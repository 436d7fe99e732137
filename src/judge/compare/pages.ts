/** A page's lines against those it held last. */
import { type Page, type Problem, problem } from "../../read/reading.ts";
import { sizeOf } from "../../read/size.ts";
import type { Change, Comparison } from "./change.ts";
import { lineChanges } from "./lines.ts";
import { type Memory, remember } from "./memory.ts";
import { redesigned } from "./redesign.ts";

/** A page that keeps less than this share of its lines is a redesign or half-loaded. */
const LEAST_LINES_KEPT = 0.2;
const SMALL_PAGE = 8;
/** Characters: what says less and keeps nothing is a wall or an error, however long it stays, and no new layout. */
const LEAST_SAID = 600;

export function* comparePages(
  memory: Memory,
  last: Page,
  reading: Page,
  url: string,
): Generator<void, Comparison | Problem> {
  const kept = new Set(reading.lines);
  const share = last.lines.filter((line) => kept.has(line)).length / Math.max(1, last.lines.length);
  if (last.lines.length >= SMALL_PAGE && share === 0 && sizeOf(reading) < LEAST_SAID)
    return problem("redesigned", "keeps no line of what it held before, and says next to nothing");
  if (last.lines.length >= SMALL_PAGE && share < LEAST_LINES_KEPT)
    return yield* redesigned(memory, reading, "keeps hardly a line of what it held before");
  const { added, removed } = yield* lineChanges(memory, last.lines, reading.lines);
  const changes: Change[] =
    added.length + removed.length === 0 ? [] : [{ kind: "edited", title: reading.title, url, added, removed }];
  yield* remember(memory, reading);
  return { isBaseline: false, changes, memory };
}
