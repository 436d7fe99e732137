/** A list's items against those it showed last. */
import { fold } from "../../language/fold.ts";
import type { Entries, Entry, Problem } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Change, Comparison, Disappearance } from "./change.ts";
import { keys, placeKey, titleKey } from "./identity.ts";
import { type Memory, remember } from "./memory.ts";
import { redesigned } from "./redesign.ts";

/** Fewer known items than this share, in another layout, is a redesign. */
const LEAST_SHARED = 0.3;
/** Items of one source that are missing and not yet gone; of more at once, the last. */
const MAX_MISSING = 2000;

/** An item with its keys, which take longer to make than all else that is done with it. */
interface Keyed {
  entry: Entry;
  place: string;
  title: string;
}

/** Gone through step by step, as there may be tens of thousands. */
export function* compareEntries(
  memory: Memory,
  last: Entries,
  reading: Entries,
  at: InstantText,
  disappearance: Disappearance,
): Generator<void, Comparison | Problem> {
  const made = new Map<string, Keyed>();
  const now = yield* keyed(reading.entries, made);
  const was = yield* keyed(last.entries, made);
  const isKnown = ({ entry, place, title }: Keyed) =>
    place in memory.known || (entry.date !== undefined && title in memory.known);
  const known = new Set<Entry>();
  for (const item of now) if (isKnown(item)) known.add(item.entry);
  const shared = known.size / Math.max(1, Math.min(reading.entries.length, last.entries.length));
  if (reading.layout !== last.layout && shared < LEAST_SHARED)
    return yield* redesigned(memory, reading, "shows other items in another layout than before");
  const changes: Change[] = [];
  const lastByPlace = new Map(was.map(({ place, entry }) => [place, entry]));
  const lastByTitle = new Map(was.map(({ title, entry }) => [title, entry]));
  const shares = new Set([...sharedPlaces(was), ...sharedPlaces(now)]);
  const wasThere = new Set(was.filter(({ place }) => shares.has(place)).map(({ place, title }) => `${place} ${title}`));
  const lastKnown = reading.entries.findLastIndex((entry) => known.has(entry));
  const oldest = last.entries.reduce<CivilDate>(
    (least, entry) => (entry.date && entry.date < least ? entry.date : least),
    "9999-12-31",
  );
  for (const [index, item] of now.entries()) {
    const { entry, place, title } = item;
    const samePlace = lastByPlace.get(place);
    const sameTitle = lastByTitle.get(title);
    if (shares.has(place)) {
      // Of several items at one address, such as the notes of one page, none is an edition of another.
      const isAsBefore = wasThere.has(`${place} ${title}`) || (entry.date !== undefined && title in memory.known);
      if (!isAsBefore) changes.push({ kind: "appeared", ...entry });
    } else if (samePlace) {
      if (samePlace.title !== entry.title && fold(samePlace.title) !== fold(entry.title))
        changes.push({ kind: "edited", ...entry, before: samePlace.title });
      else if (samePlace.date !== entry.date && entry.date)
        changes.push({ kind: "edited", ...entry, before: samePlace.date ?? "no date" });
    } else if (sameTitle) changes.push({ kind: "moved", ...entry, from: sameTitle.url });
    else if (!known.has(entry) || isDatedAnew(memory, item)) {
      // An older item that slid onto the page when another left it is not news.
      const isSlidIn = index > lastKnown && lastKnown >= 0 && entry.date !== undefined && entry.date <= oldest;
      if (!isSlidIn) changes.push({ kind: "appeared", ...entry });
    }
    yield;
  }
  // Of a list that was not read to its end nobody can say what is missing: what stood in it is remembered as it was.
  const unseen = reading.unread ? was.filter(isAbsent(now)).map(({ entry }) => entry) : [];
  if (!reading.unread && !reading.mayLeave) changes.push(...missingEntries(memory, was, now, at, disappearance));
  const missing = memory.missing;
  const keysOf = new Map(now.map(({ entry, place, title }) => [entry, entry.date ? [place, title] : [place]]));
  yield* remember(memory, reading, (entry) => keysOf.get(entry) ?? keys(entry));
  const most = Math.max(reading.entries.length, last.entries.length);
  if (unseen.length > 0) memory.lastGood = { ...reading, entries: [...reading.entries, ...unseen].slice(0, most) };
  memory.missing = missing;
  return { isBaseline: false, changes, memory };
}

/** The addresses that several items of one list have. */
function* sharedPlaces(items: readonly Keyed[]): Generator<string, void> {
  const seen = new Set<string>();
  for (const { place } of items) {
    if (seen.has(place)) yield place;
    seen.add(place);
  }
}

/** @param made by what items say: most of what a list shows it showed before */
function* keyed(entries: readonly Entry[], made: Map<string, Keyed>): Generator<void, Keyed[]> {
  const all: Keyed[] = [];
  for (const entry of entries) {
    const said = `${entry.url} ${entry.date} ${entry.title}`;
    const { place, title } = made.get(said) ?? {
      place: placeKey(entry.url),
      title: titleKey(entry.title, entry.date),
    };
    const item = { entry, place, title };
    made.set(said, item);
    all.push(item);
    yield;
  }
  return all;
}

/** Whether an item that was shown long ago is back under a later date: lists are sorted by "last updated". */
function isDatedAnew({ known }: Memory, { entry, place, title }: Keyed): boolean {
  const first = known[place];
  return entry.date !== undefined && !(title in known) && first !== undefined && first < entry.date;
}

/** Items that left from the middle of the list; those that fall off its end have only grown old. */
function missingEntries(
  memory: Memory,
  was: readonly Keyed[],
  now: readonly Keyed[],
  at: InstantText,
  disappearance: Disappearance,
): Change[] {
  const isGone = isAbsent(now);
  const lastPresent = was.findLastIndex((item) => !isGone(item));
  for (const item of was.slice(0, Math.max(0, lastPresent)))
    if (isGone(item)) memory.missing[item.place] ??= { readings: 0, since: at, entry: item.entry };
  const changes: Change[] = [];
  const missing: Memory["missing"] = {};
  for (const [place, { entry, readings, since }] of Object.entries(memory.missing).slice(-MAX_MISSING)) {
    if (!isGone({ entry, place, title: titleKey(entry.title, entry.date) })) continue;
    const miss = { entry, readings: readings + 1, since };
    if (miss.readings >= disappearance.readings && elapsed(since, at) >= disappearance.span)
      changes.push({ kind: "disappeared", ...entry });
    else missing[place] = miss;
  }
  memory.missing = missing;
  return changes;
}

/** Whether an item stands in a list neither at its address nor under its title and date. */
function isAbsent(list: readonly Keyed[]): (item: Keyed) => boolean {
  const present = new Set(list.flatMap(({ entry, place, title }) => (entry.date ? [place, title] : [place])));
  return ({ entry, place, title }) => !present.has(place) && (entry.date === undefined || !present.has(title));
}
