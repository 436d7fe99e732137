/** Lists of a watch whose items are each a group of fields: statements, sources. */
import type { Plain } from "../../config/rewrite.ts";

/** The key of an item that is not there yet. */
export const NEW = "new";

export function listIn(says: Plain, field: "statements" | "sources" | "days"): Plain[] {
  const list = says[field];
  return Array.isArray(list) ? (list as Plain[]) : [];
}

/** What is different of an item, where anything is. */
export function differing<Name extends string>(
  names: readonly Name[],
  sent: Record<Name, string>,
  standing: Record<Name, string>,
): Partial<Record<Name, string>> {
  const changed = names.filter((name) => sent[name] !== standing[name]);
  return Object.fromEntries(changed.map((name) => [name, sent[name]])) as Partial<Record<Name, string>>;
}
