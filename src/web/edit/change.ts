/** What a form says, against the watch as it stands: the changes, what the watch would say then, and what is wrong with that. */
import { plainWatch } from "../../config/plain-watch.ts";
import type { Plain } from "../../config/rewrite.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Edit } from "../../upkeep/edits.ts";
import type { Watch } from "../../watch/watch.ts";
import { Faults } from "../forms/faults.ts";
import type { Posted } from "../forms/posted.ts";
import type { FormWords } from "../words/forms/words.ts";
import { fieldEdits, inFormWords } from "./fields.ts";
import { listIn, NEW } from "./parts.ts";
import { sourceEdits } from "./sources.ts";
import { statementEdits } from "./statements.ts";

export interface Change {
  edits: Edit[];
  /** As it would be, where it can be read at all. */
  watch: Watch | undefined;
  faults: Faults;
}

/** @param standing what the watch's text says, which is left as it is */
export function changeIn(words: FormWords, standing: Plain, form: Posted, id: string, now: InstantText): Change {
  const faults = new Faults();
  const edits = [
    ...fieldEdits(standing, form),
    ...statementEdits(standing, form),
    ...sourceEdits(words, standing, form, faults),
  ];
  const says = structuredClone(standing);
  const keys = new Map<unknown, string>();
  listIn(says, "statements").forEach((statement, number) => void keys.set(statement, String(number)));
  for (const edit of edits) edit(says);
  for (const source of listIn(says, "sources")) keys.set(source, String(source.id));
  const { watch, faults: found } = plainWatch(says, id, now);
  for (const fault of found) {
    const name = controlOf(fault.path, says, keys);
    const isEmpty = form.has(name) && form.line(name) === "";
    const isUnread = name.startsWith("statements.") && name.endsWith(".phrase");
    faults.add(
      name,
      isEmpty ? words.changing.empty : isUnread ? words.changing.unread : inFormWords(words, fault.says),
    );
  }
  return { edits, watch, faults };
}

/** By which control a field of the watch stands in the form: an item of a list is called by its key, whatever its place is now. */
function controlOf(path: readonly PropertyKey[], says: Plain, keys: ReadonlyMap<unknown, string>): string {
  const [list, number, ...rest] = path;
  if ((list === "statements" || list === "sources") && typeof number === "number") {
    const key = keys.get(listIn(says, list)[number]) ?? NEW;
    return [list, key, ...(rest[0] === "horizon" && rest.length > 1 ? rest.slice(1) : rest)].map(String).join(".");
  }
  return path.map(String).join(".");
}
