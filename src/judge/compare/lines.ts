/** Which lines of a text came and went. */
import { diffArrays } from "diff";
import { digest, type LineState, type Memory } from "./memory.ts";

/** Lines that came and went for the first time. A line that returns has shown itself to be one that rotates. */
export function lineChanges(memory: Memory, before: string[], after: string[]): { added: string[]; removed: string[] } {
  const added: string[] = [];
  const removed: string[] = [];
  const set = (line: string, state: LineState) => {
    memory.lines[digest(line)] = state;
  };
  for (const part of diffArrays(before, after)) {
    for (const line of part.value) {
      const state = memory.lines[digest(line)];
      if (part.added) {
        if (state === undefined) added.push(line);
        set(line, state === undefined || state === "there" ? "there" : "restless");
      } else if (part.removed) {
        if (state !== "restless") removed.push(line);
        if (state !== "restless") set(line, "gone");
      }
    }
  }
  const moved = new Set(added.filter((line) => removed.includes(line)));
  return {
    added: added.filter((line) => !moved.has(line)),
    removed: removed.filter((line) => !moved.has(line) && !after.includes(line)),
  };
}
