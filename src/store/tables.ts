/** The tables. */
import type { Generated, Kysely } from "kysely";
import type { ArchiveEnd, Citation } from "../archive/citation.ts";
import type { Uploaded } from "../archive/upload.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { CardRow, DiscordPlaceRow, HushedRow } from "./discord-tables.ts";
import type { ClaimRow, DecisionRow, PersonRow, ReaderRow, StatementDecisionRow } from "./person-tables.ts";

/** `by` is the handle of a person, everywhere: who they are stands in one table alone. */
export interface Tables {
  person: PersonRow;
  /** One row a watch: what it remembers besides evidence. */
  watch: { id: string; memory: string };
  /** What each watch's YAML said, version by version: in PostgreSQL the watches themselves, in SQLite what their files said. */
  watch_text: WatchTextRow;
  /** One row a source: when it was read, how it stands, and what lets the next read be short. */
  source: SourceRow;
  /** What a source remembers of its readings, apart from the row that changes at every check. */
  source_memory: { watch: string; source: string; memory: string };
  /** Looks that led to something: they are kept for good. */
  remarkable_look: CheckRow;
  /** All others: they are forgotten after a while. In PostgreSQL, a partition a month. */
  look: LookRow;
  /** One row a source that was ever looked at: the number by which looks name it. */
  source_number: { number: Generated<number>; watch: string; source: string };
  /** One row for each way in which looks of a month ended. */
  look_ending: Pick<CheckRow, "outcome" | "problem" | "status" | "detail"> & {
    number: Generated<number>;
    month: string;
  };
  /** The looks at a source, counted day by day. */
  look_day: LookDayRow;
  /** Where the answers stand that the archive holds. */
  archived: Citation;
  /** Up to where each worker's archive is written and cited; in SQLite there is one, without a name. */
  archive_end: ArchiveEndRow;
  /** What was signed of the journals' chains, day by day. `token`: an authority's time stamp in Base64; `ask_at`: when to ask for one again. */
  checkpoint: {
    digest: string;
    at: InstantText;
    text: string;
    key: string;
    signature: string;
    authority: string | null;
    token: string | null;
    ask_at: InstantText | null;
  };
  /** The public keys that sign, or once did. */
  signing_key: { key: string; worker: string; at: InstantText };
  /** The archive's files that were taken to the bucket. */
  uploaded: Uploaded;
  /** How far each watch is, where several processes record (steps.ts). */
  watch_step: { watch: string; news: number; last: number };
  /** Whose turn it is, who has the line, and how that stands, where there are several processes (lines.ts). Milliseconds of the database's clock. */
  line: LineRow;
  /** What robots.txt says of a site; all but `at` is null where it has none. */
  robots: {
    site: string;
    at: InstantText;
    url: string | null;
    encoding: string | null;
    digest: string | null;
    body: Buffer | null;
  };
  evidence: { watch: string; id: string; body: string };
  /** `check` names the look that it came of, where it came of one. */
  notice: { id: string; watch: string; kind: string; at: InstantText; key: string; body: string; check: string | null };
  delivery: DeliveryRow;
  channel: ChannelRow;
  reader: ReaderRow;
  /** Discord channels that people set up with a command. */
  discord_place: DiscordPlaceRow;
  /** Places where people do not want the reminder. */
  discord_mute: { place: string; by: string; at: InstantText };
  /** Watches of which people want to hear less in a place. */
  discord_hushed: HushedRow;
  /** The status card of a watch in a place: in which channel or thread it stands, and which message it is. */
  discord_card: CardRow;
  /** Pages that the Wayback Machine is asked to keep a copy of. */
  submission: SubmissionRow;
  /** Statements on timing that were proposed, whatever became of them. */
  statement: { watch: string; id: string; body: string };
  statement_decision: StatementDecisionRow;
  /** Who looks at a piece of evidence, until when. */
  claim: ClaimRow;
  decision: DecisionRow;
}

export interface WatchTextRow {
  watch: string;
  /** From 1 on. */
  version: number;
  at: InstantText;
  /** Empty where it was changed in its file. */
  by: string;
  text: string;
  /** 1 where it was taken away; its text is the last that it had. */
  is_archived: 0 | 1;
}

/** `head`: JSON of where the chain of its journal is. */
export type ArchiveEndRow = Omit<ArchiveEnd, "head"> & { worker: string; head: string | null };

interface LineRow {
  name: string;
  turn: number;
  taken: number;
  held_by: string | null;
  held_until: number;
  pause: number;
  free_at: number;
  burst_at: number;
  burst_left: number;
  is_refusing: 0 | 1;
}

export interface SourceRow {
  watch: string;
  source: string;
  checked_at: InstantText | null;
  due_at: InstantText | null;
  good_at: InstantText | null;
  /** The last full answer, not a 304. */
  full_at: InstantText | null;
  failing_since: InstantText | null;
  problem: string | null;
  detail: string | null;
  told_blind_at: InstantText | null;
  recovered_since: InstantText | null;
  recovered_changes: number | null;
  /** The address that was read last, one of the source's. */
  address: string | null;
  final_url: string | null;
  etag: string | null;
  last_modified: string | null;
  /** Of the last good answer: its bytes, what of them can hold content, what it was read as. */
  wire_digest: string | null;
  content_digest: string | null;
  reading_digest: string | null;
  /** The archived answers that say what the last good reading, and the problem since, said. */
  good_record: string | null;
  problem_record: string | null;
  /** When the first of the links that wait is to be followed again. */
  again_at: InstantText | null;
  /** A digest of what it was read and judged by last: by another, it is read anew (judge/reading-rules.ts). */
  rules: string | null;
}

export interface CheckRow {
  id: string;
  watch: string;
  source: string;
  at: InstantText;
  outcome: "baseline" | "unchanged" | "changed" | "problem";
  problem: string | null;
  detail: string | null;
  status: number | null;
  bytes: number;
  milliseconds: number;
  capture: string | null;
  changes: string | null;
}

/** A look that led to nothing (look-rows.ts makes a `CheckRow` of it). */
export interface LookRow {
  source: number;
  /** Since the beginning of 1970 (UTC), and the milliseconds since the day began. */
  day: number;
  time: number;
  ending: number;
  /** Its id. JavaScript's numbers do not hold it: it is compared, and never read. */
  id: bigint;
  bytes: number;
  milliseconds: number;
  /** A digest, where the answer was archived. */
  capture: Uint8Array | null;
}

/** What the looks at a source say together that fall on one day. */
export interface LookDayRow {
  watch: string;
  source: string;
  /** In UTC. */
  day: CivilDate;
  first_at: InstantText;
  last_at: InstantText;
  /** The rest is a `LookRecord`: gaps and causes as JSON. */
  looks: number;
  failed: number;
  first_good: InstantText | null;
  last_good: InstantText | null;
  failures_before_good: number;
  failures_after_good: number;
  gaps: string;
  causes: string;
}

export interface DeliveryRow {
  notice: string;
  channel: string;
  /** `summed-up`: named in one message about several. `refused`: not taken in any form, for the reason in `error`. */
  state: "pending" | "sent" | "summed-up" | "refused";
  /** The notice's, as judge/urgency.ts has it, and its instant: in their order it is sent. */
  urgency: number;
  noticed_at: InstantText;
  attempts: number;
  attempted_at: InstantText | null;
  sent_at: InstantText | null;
  remote_id: string | null;
  /** Why it was not sent, or not whole. */
  error: string | null;
  /** 1 when something was learnt after it was sent that the message should show. */
  is_stale: 0 | 1;
  /** The message about several that names it, from before that is sent. */
  sum_up: string | null;
  /** When the message is to be passed on to those who follow the channel; null when it is not, or was. */
  pass_on_at: InstantText | null;
}

/** How a channel takes what it is sent. */
export interface ChannelRow {
  channel: string;
  /** Whether it is one of those that are written to now. */
  is_open: 0 | 1;
  /** In a row. */
  failures: number;
  /** Since and until when it is let be, and until when even for what is most urgent; null when it is not. */
  rested_at: InstantText | null;
  rest_until: InstantText | null;
  urgent_rest_until: InstantText | null;
  /** Why it failed last, since it last took something. */
  error: string | null;
  /** 1 when a person must mend it. */
  is_stopped: 0 | 1;
}

export interface SubmissionRow {
  notice: string;
  url: string;
  state: "pending" | "requested" | "saved" | "failed";
  /** The Wayback Machine's own id for the work. */
  job: string | null;
  attempts: number;
  due_at: InstantText;
  saved_url: string | null;
  error: string | null;
}

export type Database = Kysely<Tables>;
