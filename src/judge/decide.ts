/** What a person's decision means for a watch. */
import type { InstantText } from "../time/instant.ts";
import type { Statement } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import type { Decision, StatementDecision } from "./decision.ts";
import { type Evidence, finding, isProof } from "./evidence.ts";
import { withStatements } from "./known.ts";
import type { Notice } from "./notice.ts";
import type { Proposal } from "./proposal.ts";
import { grounds, notice, verdictNotices } from "./tell.ts";

/** On a piece of evidence. */
export function decide(
  watch: Watch,
  held: readonly Evidence[],
  { evidence: id, decision, by, reason }: Decision,
  at: InstantText,
): { evidence: Evidence[]; notices: Notice[] } {
  const target = held.find((item) => item.id === id);
  if (!target) return { evidence: [...held], notices: [] };
  const evidence = held.map((item): Evidence => {
    if (item !== target) return item;
    if (decision === "dismiss") return { ...item, state: "dismissed" };
    return {
      ...item,
      state: "standing",
      rule: isProof(item) ? item.rule : "confirmed-by-a-person",
      publishedOn: item.publishedOn ?? item.date,
      note: `confirmed by a reviewer${reason ? `: ${reason}` : ""}`,
    };
  });
  if (decision === "confirm") return { evidence, notices: verdictNotices(watch, held, evidence, at) };
  const wasPublished = finding(held) === "published" && finding(evidence) !== "published";
  const correction = wasPublished ? "dismissed" : "signal-dismissed";
  const told = { kind: "corrected", correction, evidence: target, by, reason } as const;
  return { evidence, notices: [notice(watch, evidence, at, told, `corrected:${id}:${at}`, grounds([target]))] };
}

/** Whether evidence is by now what a person's decision would make it. */
export function isDecided(item: Evidence, decision: Decision["decision"]): boolean {
  return decision === "dismiss" ? item.state === "dismissed" : isProof(item) && item.state === "standing";
}

/** The same of a proposed statement. */
export function isDecidedStatement({ state }: Proposal, decision: StatementDecision["decision"]): boolean {
  return state === (decision === "add" ? "added" : "dismissed");
}

/** On a proposed statement. One that was added and is dismissed is taken back, and people are told. */
export function decideStatement(
  watch: Watch,
  held: readonly Proposal[],
  evidence: readonly Evidence[],
  { statement: id, decision, by, as }: StatementDecision,
  at: InstantText,
): { proposals: Proposal[]; notices: Notice[] } {
  const target = held.find((item) => item.id === id);
  const state = decision === "add" ? "added" : "dismissed";
  if (!target || isDecidedStatement(target, decision)) return { proposals: [...held], notices: [] };
  const decided: Proposal = { ...target, state, statement: asAdded(target.statement, decision, by, as) };
  const proposals = held.map((item) => (item === target ? decided : item));
  const isTakenBack = target.state === "added";
  if (decision === "dismiss" && !isTakenBack) return { proposals, notices: [] };
  const { statement, notBefore, capture } = decided;
  const told = {
    kind: "stated",
    statement,
    by,
    ...(notBefore ? { notBefore } : {}),
    ...(isTakenBack ? { isTakenBack } : {}),
  } as const;
  const ground = { rule: "word-on-timing", url: statement.link ?? "", capture };
  const begun = { ...watch, statements: watch.statements.filter(({ addedBy }) => addedBy === undefined) };
  const known = withStatements(begun, proposals);
  return { proposals, notices: [notice(known, evidence, at, told, `stated:${id}:${state}:${at}`, [ground])] };
}

function asAdded(
  statement: Statement,
  decision: StatementDecision["decision"],
  by: string,
  as: StatementDecision["as"],
): Statement {
  if (decision === "dismiss") return statement;
  return {
    ...statement,
    ...(as?.by ? { by: as.by } : {}),
    ...(as?.horizon ? { bearing: "promise", horizon: as.horizon } : {}),
    addedBy: by,
  };
}
