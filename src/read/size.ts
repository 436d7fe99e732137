/** How much a reading holds. */
import type { Good } from "./reading.ts";

/** What a line or an item takes besides its characters, as it is kept, compared and judged: in characters. */
const EACH = 100;

/** Everything that it says, piece by piece. */
export function textsOf(reading: Good): string[] {
  switch (reading.kind) {
    case "entries":
      return [
        ...reading.entries.flatMap(({ title, url, row = "" }) => [title, url, row]),
        ...(reading.links ?? []).flatMap(({ text, url, row = "" }) => [text, url, row]),
      ];
    case "page":
    case "document":
      return [...reading.lines, ...reading.links.flatMap(({ text, url }) => [text, url])];
    case "absent":
      return [];
  }
}

/** Its characters. */
export function sizeOf(reading: Good): number {
  return textsOf(reading).reduce((sum, { length }) => sum + length, 0);
}

/** Its characters, and what its pieces take besides. */
export function weightOf(reading: Good): number {
  return textsOf(reading).reduce((sum, { length }) => sum + length + EACH, 0);
}
