/**
 * Which lines of a text came and went: counted, not aligned. An alignment takes the square of the lines that differ, in time and in
 * memory, and where a line only moved to says nothing.
 */
import { digest, type Memory } from "./memory.ts";

/** Lines that came and went for the first time. A line that returns has shown itself to be one that rotates. */
export function* lineChanges(
  memory: Memory,
  before: readonly string[],
  after: readonly string[],
): Generator<void, { added: string[]; removed: string[] }> {
  const remaining = new Set(after);
  const added: string[] = [];
  const removed: string[] = [];
  for (const line of without(after, before)) {
    const key = digest(line);
    const was = memory.lines[key];
    if (was === undefined) added.push(line);
    memory.lines[key] = was === undefined || was === "there" ? "there" : "restless";
    yield;
  }
  for (const line of without(before, after)) {
    const key = digest(line);
    // Of a line that stood there twice, one may be left.
    if (remaining.has(line) || memory.lines[key] === "restless") continue;
    removed.push(line);
    memory.lines[key] = "gone";
    yield;
  }
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
