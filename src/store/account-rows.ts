/** The rows that an archive's account comes to: what a database made anew begins from, and what one is held against. */
import type { Account, DecisionLine } from "../archive/account.ts";
import { digestOfText } from "../archive/digest.ts";
import { noticeId } from "../judge/notice.ts";
import type { Tables } from "./tables.ts";

/** `completed`: digests of what the body was when more of it was known. */
export type NoticeTold = Tables["notice"] & { completed: readonly string[] };

export interface AccountRows {
  notice: NoticeTold[];
  archived: Tables["archived"][];
  checkpoint: Tables["checkpoint"][];
  watch_text: Tables["watch_text"][];
}

export function rowsOfAccount(account: Account): AccountRows {
  return {
    notice: account.told().map(({ notice, check, completed }) => {
      const { watch, kind, at, key } = notice;
      const body = JSON.stringify(notice);
      return { id: noticeId(notice), watch, kind, at, key, body, check: check ?? null, completed };
    }),
    archived: account.citations(),
    checkpoint: account.checkpoints.map(({ text, at, key, signature }) => {
      const digest = digestOfText(text);
      const { authority = null, token = null } = account.stamps.get(digest) ?? {};
      return { digest, at, text, key, signature, authority, token, ask_at: null };
    }),
    watch_text: account.revisions().map(({ watch, version, at, by = "", after: { text, isArchived } }) => ({
      ...{ watch, version, at, by, text },
      is_archived: isArchived ? (1 as const) : (0 as const),
    })),
  };
}

/** What a decision comes to, as a line of the journal or as a row, in one text by which either knows the other. */
export function decisionTold(line: DecisionLine): string {
  const { watch, by, decided = "" } = line;
  return line.kind === "decision"
    ? told([watch, line.evidence, line.decision, by, line.reason ?? "", decided])
    : told([watch, line.statement, line.decision, by, line.as ? JSON.stringify(line.as) : "", decided]);
}

export function decisionHeld(row: Tables["decision"] | Tables["statement_decision"], isDated: boolean): string {
  const about = "evidence" in row ? row.evidence : row.statement;
  const more = ("evidence" in row ? row.reason : row.as) ?? "";
  return told([row.watch, about, row.decision, row.by, more, isDated ? row.at : ""]);
}

/** The row of a decision that stands in the journal alone. @param turn which it is on its thing */
export function decisionRow(line: DecisionLine, turn: number): Tables["decision"] | Tables["statement_decision"] {
  const { watch, by, at, decided } = line;
  const id = digestOfText(`${decisionTold(line)} ${turn}`).slice(0, 36);
  const row = { id, watch, turn, by, at: decided ?? at, applied_at: at };
  return line.kind === "decision"
    ? { ...row, evidence: line.evidence, decision: line.decision, reason: line.reason ?? null }
    : { ...row, statement: line.statement, decision: line.decision, as: line.as ? JSON.stringify(line.as) : null };
}

function told(parts: readonly string[]): string {
  return JSON.stringify(parts);
}
