/** A watch that stands in no file yet, looked through as its file would be: each fault with the field that it is in. */
import { civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type Fault, fieldName, MAX_FAULTS, sayIssue } from "./fault.ts";
import type { Plain } from "./rewrite.ts";
import { watchFaults } from "./sense.ts";
import { watchSchema } from "./watch.ts";

/** @returns the watch where it is one, and what is wrong about it: also of what can be read, and cannot be meant */
export function plainWatch(
  says: Plain,
  id: string,
  now: InstantText,
): { watch: Watch | undefined; faults: readonly Fault[] } {
  const parsed = watchSchema.safeParse(says, { reportInput: true });
  if (parsed.success) {
    const watch: Watch = { ...parsed.data, id };
    return { watch, faults: watchFaults(watch, civilDateAt(now, watch.publisher.zone)) };
  }
  const issues = parsed.error.issues.slice(0, MAX_FAULTS);
  const faults = issues.flatMap((issue) => sayIssue(issue, (path) => valueAt(says, path), watchSchema));
  return { watch: undefined, faults: faults.map(withoutField) };
}

export function valueAt(says: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? (value as Plain)[String(step)] : undefined),
    says,
  );
}

/** The sentence alone: where it stands, the field is seen. */
function withoutField({ path, says }: Fault): Fault {
  const name = [fieldName(path), fieldName(path.slice(0, -1))].find((one) => says.startsWith(one)) ?? "";
  return { path, says: says.slice(name.length) };
}
