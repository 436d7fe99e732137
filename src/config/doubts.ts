/** A config that can be used, looked through for what its owner would want to know before it is. */
import { extname } from "node:path";
import { civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import { type Fault, fieldName, shownPath } from "./fault.ts";
import type { ReadConfig } from "./load.ts";
import { settingWarnings, watchFaults, watchWarnings } from "./sense.ts";

/** Sentences, each with the file, the line and the field. */
export interface Doubts {
  /** What cannot be right: a running bot says it in its log, and goes on. */
  faults: string[];
  /** What may be. */
  warnings: string[];
}

export function doubtsOf({ config: { settings, watches }, place, unread }: ReadConfig, now: InstantText): Doubts {
  const said = (watch: string | undefined, faults: readonly Fault[]) =>
    faults.map(({ path, says }) => `${place(watch, path)}${fieldName(path)}${says}`);
  return {
    faults: [
      ...watches.flatMap((watch) => said(watch.id, watchFaults(watch, civilDateAt(now, watch.publisher.zone)))),
      ...unread.map((path) => `${shownPath(path)}: is not read; ${readInstead(path)}`),
    ],
    warnings: [
      ...said(undefined, settingWarnings(settings)),
      ...watches.flatMap((watch) => said(watch.id, watchWarnings(watch))),
    ],
  };
}

function readInstead(path: string): string {
  const ending = extname(path);
  if (ending === "" || /^\.ya?ml$/.test(ending))
    return "watches stand beside each other, in no folder of their own; move them up, or elsewhere";
  if (/^\.ya?ml$/i.test(ending)) return `write ${ending} in small letters`;
  if (ending === ".json") return "write it as YAML, and let its name end in .yaml";
  return "let its name end in .yaml, or move it elsewhere";
}
