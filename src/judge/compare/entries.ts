/** A list's items against those it showed last. */
import { fold } from "../../language/fold.ts";
import type { Entries, Entry, Problem } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Change, Comparison, Disappearance } from "./change.ts";
import { addressKey, keys, titleKey } from "./identity.ts";
import { type Memory, remember } from "./memory.ts";
import { redesigned } from "./redesign.ts";

/** Fewer known items than this share, in another layout, is a redesign. */
const LEAST_SHARED = 0.3;

export function compareEntries(
  memory: Memory,
  last: Entries,
  reading: Entries,
  at: InstantText,
  disappearance: Disappearance,
): Comparison | Problem {
  const isKnown = (entry: Entry) => keys(entry).some((key) => key in memory.known);
  const shared =
    reading.entries.filter(isKnown).length / Math.max(1, Math.min(reading.entries.length, last.entries.length));
  if (reading.layout !== last.layout && shared < LEAST_SHARED)
    return redesigned(memory, reading, "shows other items in another layout than before");
  const changes: Change[] = [];
  const lastByAddress = new Map(last.entries.map((entry) => [addressKey(entry.url), entry]));
  const lastByTitle = new Map(last.entries.map((entry) => [titleKey(entry), entry]));
  const lastKnown = reading.entries.findLastIndex(isKnown);
  const oldest = last.entries.reduce<CivilDate>(
    (least, entry) => (entry.date && entry.date < least ? entry.date : least),
    "9999-12-31",
  );
  reading.entries.forEach((entry, index) => {
    const sameAddress = lastByAddress.get(addressKey(entry.url));
    const sameTitle = lastByTitle.get(titleKey(entry));
    if (sameAddress) {
      if (fold(sameAddress.title) !== fold(entry.title))
        changes.push({ kind: "edited", ...entry, before: sameAddress.title });
      else if (sameAddress.date !== entry.date && entry.date)
        changes.push({ kind: "edited", ...entry, before: sameAddress.date ?? "no date" });
    } else if (sameTitle) changes.push({ kind: "moved", ...entry, from: sameTitle.url });
    else if (!isKnown(entry) || isDatedAnew(memory, entry)) {
      // An older item that slid onto the page when another left it is not news.
      const isSlidIn = index > lastKnown && lastKnown >= 0 && entry.date !== undefined && entry.date <= oldest;
      if (!isSlidIn) changes.push({ kind: "appeared", ...entry });
    }
  });
  changes.push(...missingEntries(memory, last, reading, at, disappearance));
  const missing = memory.missing;
  remember(memory, reading);
  memory.missing = missing;
  return { isBaseline: false, changes, memory };
}

/** Whether an item that was shown long ago is back under a later date: lists are sorted by "last updated". */
function isDatedAnew({ known }: Memory, entry: Entry): boolean {
  const first = known[addressKey(entry.url)];
  return entry.date !== undefined && !(titleKey(entry) in known) && first !== undefined && first < entry.date;
}

/** Items that left from the middle of the list; those that fall off its end have only grown old. */
function missingEntries(
  memory: Memory,
  last: Entries,
  reading: Entries,
  at: InstantText,
  disappearance: Disappearance,
): Change[] {
  const present = new Set(reading.entries.flatMap(keys));
  const isPresent = (entry: Entry) => keys(entry).some((key) => present.has(key));
  const lastPresent = last.entries.findLastIndex(isPresent);
  last.entries.forEach((entry, index) => {
    if (index < lastPresent && !isPresent(entry))
      memory.missing[addressKey(entry.url)] ??= { readings: 0, since: at, entry };
  });
  const changes: Change[] = [];
  for (const [key, miss] of Object.entries(memory.missing)) {
    if (isPresent(miss.entry)) {
      delete memory.missing[key];
      continue;
    }
    miss.readings += 1;
    if (miss.readings >= disappearance.readings && elapsed(miss.since, at) >= disappearance.span) {
      changes.push({ kind: "disappeared", ...miss.entry });
      delete memory.missing[key];
    }
  }
  return changes;
}
