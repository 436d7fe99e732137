/**
 * The rules of evidence: each a named way to see that the promised thing is out. A new one is an entry here, what finds it
 * (assess.ts for items, proof.ts for a document, judge.ts for several together), and its words in each catalogue of message/.
 */

/**
 * The edition of the rules, and of the reading they rest on. Every journal names the one it was written under: within an edition
 * a replay gives the same bytes; of an older one, it says what would be said now.
 */
export const RULES_EDITION = 13;

/**
 * `proof` alone makes "published". `strong`: a document on the subject, its title not the one known. `hint`: an item that says
 * it is out, or that is named as the thing itself. People are asked about both.
 */
type Strength = "proof" | "strong" | "hint";

/**
 * Who answered: a host of the publisher's over https at every hop (`own`), a web archive's copy of such an answer (`witness`), a
 * signed mail or confirmed account of the publisher's (`own-word`), another official body (`sister`), anybody else
 * (`outsider`); or a person who looked (`person`). Only `own` proves by itself; what a witness shows, a person confirms.
 */
export type Provenance = "own" | "witness" | "own-word" | "sister" | "outsider" | "person";

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
  /** Of the rules' first edition; found no more, and kept for what was told by it. */
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
  "copy-of-the-document": {
    strength: "strong",
    provenance: "witness",
    needs: "a web archive’s copy of a document that would be proof if the publisher’s own host had given it",
  },
  "document-on-the-subject": {
    strength: "strong",
    provenance: "own",
    needs: "a document on the subject stands behind a listed item, and lacks something that proof needs",
  },
  "title-without-document": {
    strength: "hint",
    provenance: "own",
    needs: "an item of the publisher’s is named as the thing itself, but no document was found behind it",
  },
  "headline-says-issued": {
    strength: "hint",
    provenance: "own",
    needs: "a headline of the publisher’s says that it is issued, but no document was found behind it",
  },
  "title-on-another-host": {
    strength: "hint",
    provenance: "own",
    needs: "the publisher’s own item carries the title, and leads to a host that is not the publisher’s",
  },
  "said-in-signed-mail": {
    strength: "hint",
    provenance: "own-word",
    needs:
      "a mail that the publisher signed names the thing itself or says that it is issued, but leads to no document that was found",
  },
  "said-on-own-account": {
    strength: "hint",
    provenance: "own-word",
    needs: "the same on an account of the publisher's elsewhere, which its own site names",
  },
  "said-by-others": {
    strength: "hint",
    provenance: "outsider",
    needs: "an item that is not the publisher’s carries the title, or says that it is issued",
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

const RANKS: Record<Strength, number> = { hint: 1, strong: 2, proof: 3 };

export function rank(rule: Rule): number {
  return RANKS[RULES[rule].strength];
}
