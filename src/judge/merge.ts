/** What was found, put to what is held. */
import { addressKey } from "./compare/identity.ts";
import { type Evidence, isProof } from "./evidence.ts";
import { RULES, rank } from "./rules.ts";
import type { Sighting } from "./sighting.ts";

/** Adds what was found. What is held already keeps its name and the time it was found; what was gone stands again. */
export function merge(held: readonly Evidence[], found: readonly Evidence[]): Evidence[] {
  const merged = [...held];
  const places = merged.map(({ url }) => addressKey(url));
  for (const item of found) {
    const place = addressKey(item.url);
    const index = merged.findIndex((other, at) => covers(other, item, places[at] === place));
    const known = merged[index];
    if (!known) {
      merged.push(item);
      places.push(place);
    } else if (known.state === "gone") merged[index] = { ...known, state: "standing" };
    // Of before the second edition: what it is about is known from here on.
    else if (known.content === undefined && known.state === "dismissed")
      merged[index] = { ...known, content: item.content };
  }
  return merged;
}

/**
 * Whether something held says all that a new finding says. A dismissal covers the content that was dismissed, wherever it
 * stands, and nothing else that comes to stand at its address.
 */
function covers(held: Evidence, item: Evidence, isSameAddress: boolean): boolean {
  if (held.id === item.id) return true;
  // What proved and is gone comes back by a proof alone.
  if (held.state === "gone" && isProof(held) && !isProof(item)) return false;
  if (held.content === undefined)
    return isSameAddress && (held.state === "dismissed" || isProof(held) || !isProof(item));
  if (held.state === "dismissed") return held.content === item.content;
  return (isSameAddress || held.content === item.content) && rank(held.rule) >= rank(item.rule);
}

/** Hints of one source that wait for a person: nobody looks through more. */
const MOST_OPEN_HINTS = 200;

/** Of a source that floods, the newest hints are held; the oldest go, and everything that is more than a hint stays. */
export function withoutFlood(evidence: readonly Evidence[], { source }: Sighting): Evidence[] {
  const isOpenHint = (item: Evidence) =>
    item.source === source.id && item.state === "standing" && RULES[item.rule].strength === "hint";
  const hints = evidence
    .filter(isOpenHint)
    .sort((a, b) => (a.foundAt < b.foundAt ? -1 : a.foundAt > b.foundAt ? 1 : 0));
  const tooOld = new Set(hints.slice(0, Math.max(0, hints.length - MOST_OPEN_HINTS)));
  return evidence.filter((item) => !tooOld.has(item));
}

/** A document that is no longer at its source's address takes what it proved with it. */
export function withdraw(evidence: readonly Evidence[], { changes, source }: Sighting): Evidence[] {
  const gone = new Set(
    changes
      .filter((change) => change.kind === "disappeared" && source.kind === "document")
      .map((change) => addressKey(change.url)),
  );
  const isGone = (item: Evidence) => gone.has(addressKey(item.url)) || (gone.size > 0 && item.source === source.id);
  return evidence.map((item) =>
    isProof(item) && item.state === "standing" && isGone(item) ? { ...item, state: "gone" } : item,
  );
}
