/** A config that can be used, looked through for what its owner would want to know before it is. */
import { extname } from "node:path";
import { didYouMean } from "../language/did-you-mean.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Watch } from "../watch/watch.ts";
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

export function doubtsOf({ config, place, unread }: ReadConfig, now: InstantText): Doubts {
  const { settings, secrets, watches, record } = config;
  const said = (watch: string | undefined, faults: readonly Fault[]) =>
    faults.map(({ path, says }) => `${place(watch, path)}${fieldName(path)}${says}`);
  return {
    faults: [
      ...watches.flatMap((watch) => said(watch.id, watchFaults(watch, civilDateAt(now, watch.publisher.zone)))),
      ...record.faults,
      ...unread.map((path) => `${shownPath(path)}: is not read; ${readInstead(path)}`),
    ],
    warnings: [
      ...said(undefined, settingWarnings(settings, secrets)),
      ...watches.flatMap((watch) => said(watch.id, [...watchWarnings(watch), ...unknownCase(watch, record)])),
    ],
  };
}

/** A document whose own rows would count, as it is called otherwise in the record. */
function unknownCase({ record }: Watch, held: HeldRecord): Fault[] {
  const named = record === "off" ? undefined : record?.case;
  if (named === undefined) return [];
  const documents = [...new Set(held.rows.map((row) => row.case))];
  if (documents.includes(named)) return [];
  return [{ path: ["record", "case"], says: `there is no "${named}" in the record${didYouMean(named, documents)}` }];
}

function readInstead(path: string): string {
  const ending = extname(path);
  if (ending === "" || /^\.ya?ml$/.test(ending))
    return "watches stand beside each other, in no folder of their own; move them up, or elsewhere";
  if (/^\.ya?ml$/i.test(ending)) return `write ${ending} in small letters`;
  if (ending === ".json") return "write it as YAML, and let its name end in .yaml";
  return "let its name end in .yaml, or move it elsewhere";
}
