/** What is exported: a notice, or a piece of evidence with the notices that tell of it. */
import type { Evidence } from "../../judge/evidence.ts";
import { evidenceIn, type Ground, type Notice } from "../../judge/notice.ts";

export interface Dossier {
  /** Of the notice, or of the evidence. */
  id: string;
  /** Oldest first. */
  notices: readonly Notice[];
  evidence?: Evidence | undefined;
}

/** What it rests on, each thing once. */
export function groundsOf({ notices, evidence }: Dossier): Ground[] {
  const grounds = [...notices.flatMap((notice) => notice.grounds), ...(evidence ? [evidence] : [])];
  const named = grounds.filter(({ capture }) => capture !== "");
  return [...new Map(named.map(({ rule, url, capture }) => [`${url} ${capture}`, { rule, url, capture }])).values()];
}

/** Whether a notice tells of a piece of evidence. */
export function tellsOf(notice: Notice, evidence: string): boolean {
  return evidenceIn(notice).some(({ id }) => id === evidence);
}

/** A notice for people outside: who did something is not said there, not even by a handle. */
export function forOutsiders(notice: Notice): Notice {
  const isPersons = notice.kind === "corrected" || notice.kind === "stated" || notice.kind === "revised";
  return isPersons && notice.by !== undefined ? { ...notice, by: "a reviewer" } : notice;
}
