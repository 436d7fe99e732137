/** The tables, and the SQLite file they live in: WAL, full sync on commit, one writer. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { type ArchiveEnd, type Citation, DiskFull } from "../archive/citation.ts";
import { PlainError } from "../language/plain-error.ts";
import type { InstantText } from "../time/instant.ts";

export interface Tables {
  /** One row a watch: what it remembers besides evidence. */
  watch: { id: string; memory: string };
  /** One row a source: when it was read, how it stands, and what lets the next read be short. */
  source: SourceRow;
  /** What a source remembers of its readings, apart from the row that changes at every check. */
  source_memory: { watch: string; source: string; memory: string };
  /** The record of each look. */
  check_record: CheckRow;
  /** Where the answers stand that the archive holds. */
  archived: Citation;
  /** One row: up to where the archive is written and cited. */
  archive_end: ArchiveEnd & { id: 1 };
  evidence: { watch: string; id: string; body: string };
  /** `check` names the look that it came of, where it came of one. */
  notice: { id: string; watch: string; kind: string; at: InstantText; key: string; body: string; check: string | null };
  delivery: DeliveryRow;
  /** Discord channels that people set up with a command. */
  discord_place: DiscordPlaceRow;
  /** Places where people do not want the reminder. */
  discord_mute: { place: string; by: string; at: InstantText };
  /** The status card of a watch in a place: in which channel or thread it stands, and which message it is. */
  discord_card: CardRow;
  /** Pages that the Wayback Machine is asked to keep a copy of. */
  submission: SubmissionRow;
  /** What people decided, until the bot acts on it. */
  decision: {
    id: string;
    watch: string;
    evidence: string;
    decision: "confirm" | "dismiss";
    by: string;
    reason: string | null;
    at: InstantText;
    applied_at: InstantText | null;
  };
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
  wire_digest: string | null;
  content_digest: string | null;
  /** The archived answers that say what the last good reading, and the problem since, said. */
  good_record: string | null;
  problem_record: string | null;
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

export interface DeliveryRow {
  notice: string;
  channel: string;
  state: "pending" | "sent" | "failed";
  attempts: number;
  due_at: InstantText;
  attempted_at: InstantText | null;
  sent_at: InstantText | null;
  remote_id: string | null;
  error: string | null;
  /** 1 when something was learnt after it was sent that the message should show. */
  is_stale: 0 | 1;
}

export interface DiscordPlaceRow {
  channel: string;
  guild: string;
  /** JSON, or null for all. */
  watches: string | null;
  mention_role: string | null;
  language: string;
  card: string;
  by: string;
  at: InstantText;
}

export interface CardRow {
  place: string;
  watch: string;
  target: string;
  message: string;
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

/** SQLite's result codes (https://www.sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

/** A failed write's error, as DiskFull where that is what it is. */
export function asDiskFull(error: unknown): unknown {
  return (error as { errcode?: number }).errcode === SQLITE_FULL ? new DiskFull("the disk is full") : error;
}

/** Somebody else is writing to the same data, or the data is newer than this program. */
export class StoreError extends PlainError {}

/**
 * Opens the data for writing, and keeps every other writer out until it is closed.
 * @throws {StoreError} when another process writes to it, or a newer version wrote it
 */
export async function openDatabase(directory: string): Promise<{ database: Database; release: () => void }> {
  mkdirSync(directory, { recursive: true });
  const release = lock(directory);
  try {
    const database = connect(join(directory, "coming-weeks.db"));
    await migrate(database);
    return { database, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens the data beside a running bot: to read, or to leave a decision. Undefined when there is none yet. */
export function openBeside(directory: string): Database | undefined {
  const file = join(directory, "coming-weeks.db");
  return existsSync(file) ? connect(file) : undefined;
}

/** An exclusive lock on a small file of its own. The operating system gives it up when the process ends, however it ends. */
function lock(directory: string): () => void {
  const holder = new DatabaseSync(join(directory, "lock.db"));
  try {
    holder.exec("PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    holder.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw asDiskFull(error);
    throw new StoreError(
      `${directory}: another coming-weeks is already running on this data; stop it first, or give another folder with --data`,
    );
  }
  return () => holder.close();
}

function connect(file: string): Database {
  const sqlite = new DatabaseSync(file);
  sqlite.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON",
  );
  // Kysely asks for better-sqlite3's shape; node:sqlite has the same with the parameters spread.
  const statements = new Map<string, ReturnType<typeof statement>>();
  const statement = (text: string) => {
    const prepared = sqlite.prepare(text);
    return {
      reader: prepared.columns().length > 0,
      all: (parameters: readonly unknown[]) => prepared.all(...(parameters as SQLInputValue[])),
      run: (parameters: readonly unknown[]) => prepared.run(...(parameters as SQLInputValue[])),
      iterate: (parameters: readonly unknown[]) =>
        prepared.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
    };
  };
  const prepare = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const made = statement(text);
    if (statements.size < 500) statements.set(text, made);
    return made;
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare, close: () => sqlite.close() } }) });
}

const MIGRATIONS: Record<string, Migration> = {
  "0001-first": { up: (database) => runAll(database, FIRST) },
  "0002-archive": { up: (database) => runAll(database, ARCHIVE) },
  "0003-discord": { up: (database) => runAll(database, DISCORD) },
  "0004-notice-check": { up: (database) => runAll(database, ['ALTER TABLE notice ADD COLUMN "check" TEXT']) },
};

async function runAll(database: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const DISCORD = [
  `CREATE TABLE discord_place (channel TEXT PRIMARY KEY, guild TEXT NOT NULL, watches TEXT, mention_role TEXT, language TEXT NOT NULL,
     card TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
  "CREATE TABLE discord_mute (place TEXT PRIMARY KEY, by TEXT NOT NULL, at TEXT NOT NULL) STRICT",
  "CREATE TABLE discord_card (place TEXT NOT NULL, watch TEXT NOT NULL, target TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (place, watch)) STRICT",
];

/** `capture`, of the time before there was an archive, is left as it is. */
const ARCHIVE = [
  `CREATE TABLE archived (record TEXT PRIMARY KEY, digest TEXT NOT NULL, url TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL, "offset" INTEGER NOT NULL,
     length INTEGER NOT NULL, kind TEXT NOT NULL) STRICT`,
  "CREATE INDEX archived_by_digest ON archived (digest)",
  "CREATE INDEX archived_by_url ON archived (url, at)",
  "CREATE TABLE archive_end (id INTEGER PRIMARY KEY, file TEXT NOT NULL, size INTEGER NOT NULL, config TEXT NOT NULL) STRICT",
  `CREATE TABLE submission (notice TEXT NOT NULL REFERENCES notice (id), url TEXT NOT NULL, state TEXT NOT NULL, job TEXT, attempts INTEGER NOT NULL,
     due_at TEXT NOT NULL, saved_url TEXT, error TEXT, PRIMARY KEY (notice, url)) STRICT`,
  "CREATE INDEX submission_open ON submission (state, due_at)",
  "ALTER TABLE delivery ADD COLUMN is_stale INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE source ADD COLUMN good_record TEXT",
  "ALTER TABLE source ADD COLUMN problem_record TEXT",
];

const FIRST = [
  "CREATE TABLE watch (id TEXT PRIMARY KEY, memory TEXT NOT NULL) STRICT",
  `CREATE TABLE source (watch TEXT NOT NULL, source TEXT NOT NULL, checked_at TEXT, due_at TEXT, good_at TEXT, full_at TEXT, failing_since TEXT,
     problem TEXT, detail TEXT, told_blind_at TEXT, recovered_since TEXT, recovered_changes INTEGER, address TEXT, final_url TEXT, etag TEXT,
     last_modified TEXT, wire_digest TEXT, content_digest TEXT, PRIMARY KEY (watch, source)) STRICT, WITHOUT ROWID`,
  "CREATE TABLE source_memory (watch TEXT NOT NULL, source TEXT NOT NULL, memory TEXT NOT NULL, PRIMARY KEY (watch, source)) STRICT",
  `CREATE TABLE check_record (id TEXT PRIMARY KEY, watch TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, problem TEXT,
     detail TEXT, status INTEGER, bytes INTEGER NOT NULL, milliseconds INTEGER NOT NULL, capture TEXT, changes TEXT) STRICT`,
  "CREATE INDEX check_record_by_time ON check_record (watch, at)",
  "CREATE TABLE capture (digest TEXT PRIMARY KEY, url TEXT NOT NULL, final_url TEXT NOT NULL, at TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL, wire BLOB NOT NULL) STRICT",
  "CREATE TABLE evidence (watch TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (watch, id)) STRICT",
  "CREATE TABLE notice (id TEXT PRIMARY KEY, watch TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (watch, key)) STRICT",
  `CREATE TABLE delivery (notice TEXT NOT NULL REFERENCES notice (id), channel TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due_at TEXT NOT NULL,
     attempted_at TEXT, sent_at TEXT, remote_id TEXT, error TEXT, PRIMARY KEY (notice, channel)) STRICT`,
  "CREATE INDEX delivery_pending ON delivery (state, channel, due_at)",
  "CREATE TABLE decision (id TEXT PRIMARY KEY, watch TEXT NOT NULL, evidence TEXT NOT NULL, decision TEXT NOT NULL, by TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, applied_at TEXT) STRICT",
];

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const applied = await migrator.getMigrations().catch(() => []);
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  await database.destroy();
  const isNewer = applied.length <= Object.keys(MIGRATIONS).length && String(error).includes("is missing");
  throw new StoreError(
    isNewer
      ? "the data was written by a newer version of coming-weeks; use that version, or another folder with --data"
      : `the data cannot be brought up to date: ${error}`,
  );
}
