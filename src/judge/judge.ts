/** Evidence in, verdict and notices out: what one sighting means for a watch. */
import { alreadyTold } from "./already-told.ts";
import { assess } from "./assess.ts";
import type { Change } from "./compare/change.ts";
import { addressKey } from "./compare/identity.ts";
import { entriesToAssess } from "./concerns.ts";
import { editionNotices, fileEdition } from "./editions.ts";
import { type Evidence, finding, isProof } from "./evidence.ts";
import { merge, withdraw, withoutFlood } from "./merge.ts";
import type { Notice, Told } from "./notice.ts";
import type { Proposal } from "./proposal.ts";
import { propose } from "./propose.ts";
import { rank } from "./rules.ts";
import type { Judgement, Sighting } from "./sighting.ts";
import { changeKey, changesToTell, notice, verdictNotices } from "./tell.ts";
import { toldFirst } from "./told-first.ts";

/** Signals that one look adds to what is held; a flood of more is counted, and told as a number. */
const MAX_SIGNALS = 50;
/** So many words on timing of one look are told one by one. */
const MOST_PROPOSED_APART = 3;

/** Step by step, as a look may bring tens of thousands of items. */
export function* judge(sighting: Sighting, held: readonly Evidence[]): Generator<void, Judgement> {
  const { watch, at, proposed, uncounted } = sighting;
  const { evidence: found, follow, explained, putOff } = yield* assess(sighting);
  const surestFirst = found.toSorted((a, b) => rank(b.rule) - rank(a.rule));
  const proofs = surestFirst.filter(isProof);
  if (follow.length > 0) {
    const first = toldFirst(watch, held, proofs, at);
    return { follow: [...new Set(follow)], first, evidence: [...held], proposals: [], notices: [], putOff: [] };
  }
  const signals = surestFirst.filter((item) => !isProof(item));
  const merged = merge(held, [...proofs, ...signals.slice(0, MAX_SIGNALS)]);
  const evidence = withoutFlood(withdraw(merged, sighting), sighting);
  const notices = verdictNotices(watch, held, evidence, at, Math.max(0, signals.length - MAX_SIGNALS) + uncounted);
  notices.push(...editionNotices(sighting, held, evidence));
  // Once it is out, nobody need be asked when it will be.
  const isOut = ["published", "withdrawn"].includes(finding(evidence));
  const proposals = isOut ? [] : yield* propose(sighting, entriesToAssess(sighting), proposed);
  notices.push(...proposalNotices(sighting, evidence, proposals));
  const fresh = toldByVerdict(held, evidence);
  const addresses = [...explained, ...fresh.map(({ url }) => url)];
  const apart = proposals.slice(0, MOST_PROPOSED_APART);
  const isTold = alreadyTold(sighting, { evidence, addresses, fresh, proposals: apart });
  notices.push(...(yield* changeNotices(sighting, evidence, isTold)));
  return { follow: [], evidence, proposals, notices, putOff };
}

/** Evidence that is new or back, or whose going changed the verdict: it needs no `changed` besides. */
function toldByVerdict(before: readonly Evidence[], after: readonly Evidence[]): Evidence[] {
  const known = new Map(before.map((item) => [item.id, item.state]));
  return after.filter(
    (item) =>
      !known.has(item.id) ||
      (known.get(item.id) === "gone" && item.state === "standing") ||
      (isProof(item) && finding(before) !== finding(after)),
  );
}

/** Those that are not told one by one are counted; they stand in the list of what waits. */
function proposalNotices(
  { watch, at, answer }: Sighting,
  evidence: readonly Evidence[],
  all: readonly Proposal[],
): Notice[] {
  const told = all.slice(0, MOST_PROPOSED_APART);
  const more = all.length - told.length;
  return told.map((proposal, index) => {
    const { id, capture, statement } = proposal;
    const rest = more > 0 && index === told.length - 1 ? { more } : {};
    const ground = { rule: "word-on-timing", url: statement.link ?? answer.finalUrl, capture };
    return notice(watch, evidence, at, { kind: "proposed", proposal, ...rest }, `proposed:${id}`, [ground]);
  });
}

function* changeNotices(
  sighting: Sighting,
  evidence: readonly Evidence[],
  isTold: (change: Change) => boolean,
): Generator<void, Notice[]> {
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
  const { changes, more } = yield* changesToTell(sighting, isTold);
  for (const [index, change] of changes.entries()) {
    const rest = index === changes.length - 1 && more > 0 ? { more } : {};
    const as = finding(evidence) === "published" ? fileEdition(change) : undefined;
    const key = changeKey(change, digest);
    if (as) tell({ kind: "edition", as, source: name, change, ...rest }, key, rule);
    else tell({ kind: "changed", source: name, url: finalUrl, change, ...rest }, key, rule);
  }
  return notices;
}
