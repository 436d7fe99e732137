/** What was found, put to what is held. */
import { addressKey } from "./compare/identity.ts";
import { type Evidence, isProof } from "./evidence.ts";
import { rank } from "./rules.ts";
import type { Sighting } from "./sighting.ts";

/** Adds what was found. What is held already keeps its name and the time it was found; what was gone stands again. */
export function merge(held: readonly Evidence[], found: readonly Evidence[]): Evidence[] {
  const merged = [...held];
  for (const item of found) {
    const index = merged.findIndex((other) => covers(other, item));
    const known = merged[index];
    if (!known) merged.push(item);
    else if (known.state === "gone") merged[index] = { ...known, state: "standing" };
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
function covers(held: Evidence, item: Evidence): boolean {
  if (held.id === item.id) return true;
  const isSameAddress = addressKey(held.url) === addressKey(item.url);
  if (held.content === undefined)
    return isSameAddress && (held.state === "dismissed" || isProof(held) || !isProof(item));
  if (held.state === "dismissed") return held.content === item.content;
  return (isSameAddress || held.content === item.content) && rank(held.rule) >= rank(item.rule);
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
