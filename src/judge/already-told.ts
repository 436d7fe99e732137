/**
 * One event, one message: what of a look's changes people are told already, by the evidence or by a word on timing, of this look or of one
 * before. Whatever says more than that is told.
 */
import { fold } from "../language/fold.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { writtenDates } from "../time/written-date.ts";
import type { Change } from "./compare/change.ts";
import { addressKey, placeKey, titleKey } from "./compare/identity.ts";
import type { Evidence } from "./evidence.ts";
import type { Proposal } from "./proposal.ts";
import type { Sighting } from "./sighting.ts";

/** What the other notices of a look tell. */
interface ToldNow {
  /** All that is held after it. */
  evidence: readonly Evidence[];
  /** Addresses whose meaning the evidence tells; and of those, what is told in this look. */
  addresses: readonly string[];
  fresh: readonly Evidence[];
  /** Words on timing that are told one by one. */
  proposals: readonly Proposal[];
}

/** @returns whether a change, of its lines those that would be told, says nothing else */
export function alreadyTold(sighting: Sighting, now: ToldNow): (change: Change) => boolean {
  const { source, reading, before, changes, proposed, concerns, matcher, shownElsewhere } = sighting;
  const held = now.evidence.filter(({ state }) => state !== "dismissed");
  const links = (proposals: readonly Proposal[]) => proposals.flatMap(({ statement: { link } }) => link ?? []);
  const inThisLook = new Set(now.addresses.map(addressKey));
  const itemsNow = new Set(links(now.proposals).map(addressKey));
  const items = new Set([...held.map(({ url }) => url), ...links(proposed)].map(addressKey));
  const files = held.flatMap((item) => item.files ?? []);
  const isEvidence = named(held);
  // What leads to it is told with it, under whatever words; other words at a later look may say something else of it.
  const leads = now.fresh.length > 0 ? concerns.filter(({ url }) => inThisLook.has(addressKey(url))) : [];
  const isNamed = named([...held, ...leads]);
  const sentences = [...proposed, ...now.proposals].map(({ sentence }) => fold(sentence)).filter(Boolean);

  /** A line is told by what it names, or by the sentence of it that speaks of the subject. */
  const isToldLine = (line: string) => {
    if (isNamed(line)) return true;
    const folded = fold(line);
    const said = sentences.find((sentence) => folded.includes(sentence));
    const rest = said === undefined ? line : folded.replace(said, " ").trim();
    return said !== undefined && (source.tell === "all" ? rest === "" : !matcher.mentions(rest));
  };

  /** Of a list whose items have one address, a new one is not the one that stood there; the headlines of one mail are of that mail. */
  const isAnother = ({ kind, url, title }: Change, place: string) =>
    reading.kind === "entries" &&
    source.kind !== "mail" &&
    kind === "appeared" &&
    !isEvidence(title) &&
    (placeKey(url) in (before?.known ?? {}) || standsTwice(changes, place));

  /** Where nothing is told of it in this look. */
  const isRetitled = ({ kind, title, added, removed, file }: Change) =>
    kind === "edited" && !added && !removed && !file && now.fresh.length === 0 && !isEvidence(title);

  // With its date it has the key under which it was told (tell.ts).
  const wasShown = ({ url, title, date }: Change) =>
    source.tell !== "all" && !date && shownElsewhere.has(placeKey(url)) && shownElsewhere.has(titleKey(title));

  return (change) => {
    const { kind, title, url, file, added, removed } = change;
    const place = addressKey(url);
    if (inThisLook.has(place)) return !isAnother(change, place) && !isRetitled(change);
    if (file) return file.what === "offered" && files.some((known) => isSameFile(known, place, file.after?.sha256));
    if (added || removed) return (removed ?? []).length === 0 && (added ?? []).every(isToldLine);
    if (kind === "edited") return itemsNow.has(place) || (items.has(place) && isEvidence(title));
    if (kind !== "appeared") return false;
    return ((itemsNow.has(place) || items.has(place)) && !isAnother(change, place)) || wasShown(change);
  };
}

/** Each change of a look is asked for, and there may be tens of thousands. */
const shared = new WeakMap<readonly Change[], ReadonlySet<string>>();

/** Whether several of a look's changes are at an address. */
function standsTwice(changes: readonly Change[], place: string): boolean {
  const known = shared.get(changes) ?? repeated(changes.map(({ url }) => addressKey(url)));
  shared.set(changes, known);
  return known.has(place);
}

function repeated(names: readonly string[]): Set<string> {
  const met = new Set<string>();
  return new Set(names.filter((name) => met.size === met.add(name).size));
}

function isSameFile(
  { url, facts }: NonNullable<Evidence["files"]>[number],
  place: string,
  sha256: string | undefined,
): boolean {
  return sha256 === undefined ? addressKey(url) === place : facts.sha256 === sha256;
}

/** No longer line is a title. */
const MOST_OF_A_TITLE = 1000;

/** Whether a text is the title of one of these, alone or with its own date beside it. */
function named(items: readonly { title: string; date?: CivilDate | undefined }[]): (text: string) => boolean {
  const dates = new Map<string, Set<CivilDate>>();
  for (const { title, date } of items) {
    const own = dates.get(fold(title)) ?? new Set();
    dates.set(fold(title), date ? own.add(date) : own);
  }
  return (text) => {
    if (text.length > MOST_OF_A_TITLE) return false;
    if (fold(text) !== "" && dates.has(fold(text))) return true;
    const written = writtenDates(text);
    const title = fold(
      written.reduceRight((rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length), text),
    );
    const own = title === "" ? undefined : dates.get(title);
    return own !== undefined && written.every(({ date }) => date !== undefined && own.has(date));
  };
}
