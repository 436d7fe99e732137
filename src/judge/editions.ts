/**
 * What comes after the publication: another language, an annex, the final text after an advance one, another document on the
 * subject. Each is told once, with what its text says otherwise; none of them is published anew.
 */
import type { Document } from "../read/reading.ts";
import type { Change } from "./compare/change.ts";
import { likeness, textChanges } from "./compare/texts.ts";
import { type Evidence, finding, isProof } from "./evidence.ts";
import type { Edition, Notice } from "./notice.ts";
import { rank } from "./rules.ts";
import type { KnownText, Sighting } from "./sighting.ts";
import { grounds, notice } from "./tell.ts";

/** A hint shows no document. */
const LEAST_RANK = 2;
/** So many of one look are told one by one. */
const MOST_APART = 5;
/** Texts that share less are not editions of one. */
const LEAST_LIKE = 0.2;

export function editionNotices(sighting: Sighting, before: readonly Evidence[], after: readonly Evidence[]): Notice[] {
  if (finding(before) !== "published" || finding(after) !== "published") return [];
  const known = new Set(before.map(({ id }) => id));
  const proofs = before.filter((item) => isProof(item) && item.state === "standing");
  const fresh = after.filter(
    ({ id, state, rule }) => !known.has(id) && state === "standing" && rank(rule) >= LEAST_RANK,
  );
  const more = fresh.length - MOST_APART;
  return fresh.slice(0, MOST_APART).map((evidence, index) => {
    const told = {
      kind: "edition",
      evidence,
      as: editionOf(evidence, proofs),
      ...textOf(sighting, evidence),
      ...(more > 0 && index === MOST_APART - 1 ? { more } : {}),
    } as const;
    return notice(sighting.watch, after, sighting.at, told, `edition:${evidence.id}`, grounds([evidence]));
  });
}

/** What it is beside what is published, by what it says of itself. */
function editionOf(evidence: Evidence, proofs: readonly Evidence[]): Edition {
  const [file] = evidence.files ?? [];
  const others = proofs.flatMap(({ files = [] }) => files);
  if (file?.facts.isAnnex) return "annex";
  if (!isProof(evidence)) return "document";
  if (file?.language && others.length > 0 && others.every(({ language }) => language && language !== file.language))
    return "translation";
  if (file?.facts.isAdvance) return "advance";
  return others.some(({ language, facts }) => facts.isAdvance && language === file?.language) ? "final" : "other";
}

/** Its text against the likest of its language that was published before; against none where none is like it. */
function textOf({ followed, reading, published }: Sighting, { files = [], capture }: Evidence) {
  const [file] = files;
  const behind = file && followed.get(file.url)?.reading;
  const own = behind?.kind === "document" ? behind : isFile(reading, capture) ? reading : undefined;
  if (!own || own.form === "html") return {};
  const likest = published
    .filter(({ language, sha256 }) => language === own.language && sha256 !== own.sha256)
    .map((text) => ({ ...text, likeness: likeness(own.lines, text.lines) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  const text = likest && likest.likeness >= LEAST_LIKE ? textChanges(likest.lines, own.lines) : undefined;
  return text && likest ? { ...text, than: likest.url } : {};
}

/** What became of a file of the document's, once it is published: an edition too, unless it only went. */
export function fileEdition({ file }: Change): Edition | undefined {
  switch (file?.what) {
    case "offered":
      return file.isAnnex ? "annex" : file.language ? "translation" : "other";
    case "replaced":
      return file.before?.isAdvance && !file.after?.isAdvance ? "final" : "replaced";
    default:
      return undefined;
  }
}

function isFile(reading: Sighting["reading"], capture: string): reading is Document {
  return reading.kind === "document" && reading.sha256 === capture;
}

/** The texts of files that a document of the watch was read with. */
export function textsIn(url: string, document: Document): KnownText[] {
  const { sha256, language, lines, files } = document;
  return [
    ...(sha256 ? [{ url, sha256, language, lines }] : []),
    ...files.flatMap((file) =>
      file.facts && file.lines
        ? [
            {
              url: file.url,
              sha256: file.facts.sha256,
              language: file.facts.language ?? file.language,
              lines: file.lines,
            },
          ]
        : [],
    ),
  ];
}
