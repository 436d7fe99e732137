/**
 * Which lines of a text came and went: counted, not aligned. An alignment takes the square of the lines that differ, in time and in
 * memory, and where a line only moved to says nothing.
 */
import { digest, type LineState, type Memory } from "./memory.ts";

/** Lines that came and went for the first time. A line that returns has shown itself to be one that rotates. */
export function lineChanges(
  memory: Memory,
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  const remaining = new Set(after);
  const stateOf = (line: string): [key: string, was: LineState | undefined] => {
    const key = digest(line);
    return [key, memory.lines[key]];
  };
  const added = without(after, before).filter((line) => {
    const [key, was] = stateOf(line);
    memory.lines[key] = was === undefined || was === "there" ? "there" : "restless";
    return was === undefined;
  });
  const removed = without(before, after).filter((line) => {
    // Of a line that stood there twice, one is left.
    if (remaining.has(line)) return false;
    const [key, was] = stateOf(line);
    if (was === "restless") return false;
    memory.lines[key] = "gone";
    return true;
  });
  return { added, removed };
}

/** The lines of one text that another has not, or not as often, in their order. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1);
  return these.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
