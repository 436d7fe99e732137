/** What a check had from the web: what the journal says of it, and what is archived. */
import type { ToArchive } from "../archive/citation.ts";
import type { Exchange } from "../archive/journal.ts";
import { newId } from "../archive/records.ts";
import { asExchanged, type Capture } from "../fetch/capture.ts";
import type { Change } from "../judge/compare/change.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import type { Proposal } from "../judge/proposal.ts";
import type { Problem } from "../read/reading.ts";
import type { Basis } from "../store/steps.ts";
import type { Store } from "../store/store.ts";
import type { SourceRow } from "../store/tables.ts";
import type { Checked, Errand } from "./errand.ts";
import type { Exchanged } from "./exchanges.ts";

/** What a check is judged by. */
export interface JudgedBy {
  /** How far the watch was when it was known as it is in the errand. */
  basis: Basis;
  /** How the watch's file has it read and judged: a digest (judge/reading-rules.ts). */
  rules: string;
}

/** What a check has before it is judged. */
export interface Seen extends JudgedBy {
  errand: Errand;
  row: SourceRow;
  /** Whether it is read as if for the first time, as it was read by other rules before. */
  isAnew: boolean;
  /** When it began, and the instant it is judged at. */
  began: string;
  at: string;
  /** The source's own answer, and all that were had on the way. */
  capture: Capture;
  exchanges: readonly Exchanged[];
  /** The one of the source's addresses that was asked in the end. */
  address: string;
}

/** What a check came to. */
export interface Finished {
  /** What changes in the source's row. `due_at`: only where the next look is not to come in its usual time. */
  row: Partial<SourceRow>;
  outcome: Checked["outcome"];
  changes?: Change[];
  problem?: Problem | undefined;
  /** Left out when the check says nothing new. */
  news?:
    | {
        memory?: string | undefined;
        evidence?: Evidence[];
        forgotten?: string[];
        proposals?: Proposal[];
        notices?: Notice[];
        completes?: Notice | undefined;
      }
    | undefined;
}

/** What the journal says of each exchange, the answers to archive, and the record that holds the source's own answer. */
export async function account(
  store: Store,
  { row, capture, exchanges: captures }: Seen,
  { outcome, news }: Finished,
): Promise<{ exchanges: Exchange[]; answers: ToArchive[]; own: string | undefined }> {
  const exchanges: Exchange[] = [];
  const answers: ToArchive[] = [];
  let own: string | undefined;
  for (const { capture: exchange, unfinished } of captures) {
    if (exchange.kind === "failure") {
      const { url, cause, detail } = exchange;
      exchanges.push({ url, failure: cause, detail });
      continue;
    }
    const { url, status } = exchange;
    if (status === 304) {
      exchanges.push({ url, status });
      continue;
    }
    const isOwn = exchange === asExchanged(capture);
    const known = news
      ? undefined
      : isOwn
        ? row[ownRecord(outcome)]
        : await store.citations.newestRecord(exchange.finalUrl);
    const cut = unfinished ? { unfinished } : {};
    const hops = exchange.hops.length > 0 ? { hops: exchange.hops.map((hop) => hop.url) } : {};
    if (known) {
      exchanges.push({ url, status, record: known, same: true, ...hops, ...cut });
      continue;
    }
    const record = newId();
    if (isOwn) own = record;
    answers.push({ record, answer: exchange });
    exchanges.push({ url, status, record, ...hops, ...cut });
  }
  return { exchanges, answers, own };
}

/** Which of a source’s two records an answer becomes: of its last good reading, or of the trouble since. */
export function ownRecord(outcome: Checked["outcome"]): "good_record" | "problem_record" {
  return outcome === "problem" ? "problem_record" : "good_record";
}
