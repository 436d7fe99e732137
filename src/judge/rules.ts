/**
 * The rules of evidence: each a named way to see that the promised thing is out. A new one is an entry here, what finds it
 * (assess.ts for items, proof.ts for a document, judge.ts for several together), and its words in each catalogue of message/.
 */

/** `proof` alone makes "published"; the others are signals that a person is asked about, the surer of them `strong`. */
type Strength = "proof" | "strong" | "hint";

/** Who must have answered for the rule to hold: a host of the publisher's, anybody, or a person who looked. */
type Provenance = "own" | "outsider" | "person";

interface RuleOfEvidence {
  strength: Strength;
  provenance: Provenance;
  /** What it takes. */
  needs: string;
}

export const RULES = {
  "document-at-known-address": {
    strength: "proof",
    provenance: "own",
    needs: "a document at an address the watch names carries the title and a date not before the promise",
  },
  "document-reached-from-entry": {
    strength: "proof",
    provenance: "own",
    needs: "the same, reached by following a listed item’s link",
  },
  "two-official-sources-say-issued": {
    strength: "proof",
    provenance: "own",
    needs: "items on two official hosts say that it is issued",
  },
  "confirmed-by-a-person": {
    strength: "proof",
    provenance: "person",
    needs: "a person looked at a signal and confirmed it",
  },
  "title-without-document": {
    strength: "hint",
    provenance: "own",
    needs: "an item on an official host carries the title, but no document was found behind it",
  },
  "headline-says-issued": {
    strength: "hint",
    provenance: "own",
    needs: "an item’s headline says that it is issued, but no document was found behind it",
  },
  "title-on-another-host": {
    strength: "hint",
    provenance: "outsider",
    needs: "the title on a host that is not the publisher’s",
  },
  "document-without-proof": {
    strength: "strong",
    provenance: "own",
    needs: "a document at a known address that does not show what proof needs: title, date, or a date that fits",
  },
  "document-still-to-come": {
    strength: "hint",
    provenance: "own",
    needs: "a document that itself says it is still to come",
  },
} as const satisfies Record<string, RuleOfEvidence>;

export type Rule = keyof typeof RULES;
