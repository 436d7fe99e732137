/** Evidence in, verdict and notices out: what one sighting means for a watch. */
import { assess, entriesToAssess } from "./assess.ts";
import { addressKey } from "./compare/identity.ts";
import { editionNotices } from "./editions.ts";
import { type Evidence, isProof, verdict } from "./evidence.ts";
import { merge, withdraw } from "./merge.ts";
import type { Notice, Told } from "./notice.ts";
import { briefings, propose } from "./propose.ts";
import { rank } from "./rules.ts";
import type { Judgement, Sighting } from "./sighting.ts";
import { changeKey, changesToTell, notice, verdictNotices } from "./tell.ts";

/** Signals that one look adds to what is held; a flood of more is counted, and told as a number. */
const MAX_SIGNALS = 50;

const NOTHING_PROPOSED = { proposals: [], explained: [] };

function isOut(evidence: readonly Evidence[]): boolean {
  return ["published", "withdrawn"].includes(verdict(evidence));
}

export function judge(sighting: Sighting, held: readonly Evidence[]): Judgement {
  const { watch, at, answer, proposed } = sighting;
  const { evidence: found, follow: toDocuments, explained, putOff } = assess(sighting);
  const entries = entriesToAssess(sighting);
  const follow = [...new Set([...toDocuments, ...(isOut(held) ? [] : briefings(sighting, entries))])];
  if (follow.length > 0) return { follow, evidence: [...held], proposals: [], notices: [], putOff: [] };
  const surestFirst = found.toSorted((a, b) => rank(b.rule) - rank(a.rule));
  const proofs = surestFirst.filter(isProof);
  const signals = surestFirst.filter((item) => !isProof(item));
  const evidence = withdraw(merge(held, [...proofs, ...signals.slice(0, MAX_SIGNALS)]), sighting);
  const notices = verdictNotices(watch, held, evidence, at, Math.max(0, signals.length - MAX_SIGNALS));
  const editions = editionNotices(sighting, held, evidence);
  notices.push(...editions);
  // Once it is out, nobody need be asked when it will be.
  const timing = isOut(evidence) ? NOTHING_PROPOSED : propose(sighting, entries, proposed);
  for (const proposal of timing.proposals) {
    const { id, capture, statement } = proposal;
    const ground = { rule: "word-on-timing", url: statement.link ?? answer.finalUrl, capture };
    notices.push(notice(watch, evidence, at, { kind: "proposed", proposal }, `proposed:${id}`, [ground]));
  }
  const told = [...explained, ...timing.explained, ...toldByVerdict(held, evidence).map((item) => item.url)];
  notices.push(...changeNotices(sighting, evidence, new Set(told.map(addressKey))));
  return { follow: [], evidence, proposals: timing.proposals, notices, putOff };
}

/** Evidence that is new or back, or whose going changed the verdict: it needs no `changed` besides. */
function toldByVerdict(before: readonly Evidence[], after: readonly Evidence[]): Evidence[] {
  const known = new Map(before.map((item) => [item.id, item.state]));
  return after.filter(
    (item) =>
      !known.has(item.id) ||
      (known.get(item.id) === "gone" && item.state === "standing") ||
      (isProof(item) && verdict(before) !== verdict(after)),
  );
}

function changeNotices(sighting: Sighting, evidence: readonly Evidence[], isTold: ReadonlySet<string>): Notice[] {
  const { watch, at, source, answer, moved } = sighting;
  const { finalUrl, digest } = answer;
  const notices: Notice[] = [];
  const tell = (told: Told, key: string, rule: string) =>
    notices.push(notice(watch, evidence, at, told, key, [{ rule, url: finalUrl, capture: digest }]));
  const name = source.name ?? source.id;
  if (moved) {
    const key = `moved:${source.id}:${addressKey(finalUrl)}:${at}`;
    tell({ kind: "changed", source: name, url: finalUrl, change: moved }, key, "source-moved");
  }
  const rule = source.tell === "all" ? "watched-content-changed" : "mentions-the-subject";
  const { changes, more } = changesToTell(sighting, isTold);
  for (const [index, change] of changes.entries()) {
    const rest = index === changes.length - 1 && more > 0 ? { more } : {};
    tell({ kind: "changed", source: name, url: finalUrl, change, ...rest }, changeKey(change, digest), rule);
  }
  return notices;
}
