/**
 * How the tables came to be in PostgreSQL, step by step. A step that has been released is never changed.
 *
 * The columns are those of SQLite. Text is ordered by its bytes, whatever the database's own order is: instants are text, and a page
 * of a list goes on where the last ended.
 */
import type { Migration } from "kysely/migration";
import { runAll } from "./migrate.ts";

const FIRST = [
  "CREATE TABLE watch (id TEXT PRIMARY KEY, memory TEXT NOT NULL)",
  `CREATE TABLE source (watch TEXT, source TEXT, checked_at TEXT, due_at TEXT, good_at TEXT, full_at TEXT, failing_since TEXT, problem TEXT,
     detail TEXT, told_blind_at TEXT, recovered_since TEXT, recovered_changes INTEGER, address TEXT, final_url TEXT, etag TEXT, last_modified TEXT,
     wire_digest TEXT, content_digest TEXT, reading_digest TEXT, good_record TEXT, problem_record TEXT, again_at TEXT, PRIMARY KEY (watch, source))`,
  "CREATE TABLE source_memory (watch TEXT, source TEXT, memory TEXT NOT NULL, PRIMARY KEY (watch, source))",
  `CREATE TABLE check_record (id TEXT PRIMARY KEY, watch TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, problem TEXT,
     detail TEXT, status INTEGER, bytes BIGINT NOT NULL, milliseconds INTEGER NOT NULL, capture TEXT, changes TEXT)`,
  "CREATE INDEX check_record_by_time ON check_record (watch, at)",
  "CREATE INDEX check_record_changed ON check_record (watch, at) WHERE changes IS NOT NULL",
  `CREATE TABLE look_day (watch TEXT, source TEXT, day TEXT, first_at TEXT NOT NULL, last_at TEXT NOT NULL, looks INTEGER NOT NULL, failed INTEGER NOT NULL,
     first_good TEXT, last_good TEXT, failures_before_good INTEGER NOT NULL, failures_after_good INTEGER NOT NULL, gaps TEXT NOT NULL,
     causes TEXT NOT NULL, PRIMARY KEY (watch, source, day))`,
  `CREATE TABLE archived (record TEXT PRIMARY KEY, digest TEXT NOT NULL, url TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL, "offset" BIGINT NOT NULL,
     length BIGINT NOT NULL, kind TEXT NOT NULL)`,
  "CREATE INDEX archived_by_digest ON archived (digest)",
  // An address may be longer than an ordered index takes.
  "CREATE INDEX archived_by_url ON archived USING hash (url)",
  "CREATE TABLE archive_end (id INTEGER PRIMARY KEY, file TEXT NOT NULL, size BIGINT NOT NULL, config TEXT NOT NULL)",
  "CREATE TABLE uploaded (file TEXT PRIMARY KEY, bytes BIGINT NOT NULL, digest TEXT NOT NULL, uploaded_at TEXT NOT NULL, removed_at TEXT)",
  "CREATE TABLE evidence (watch TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (watch, id))",
  "CREATE TABLE statement (watch TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (watch, id))",
  `CREATE TABLE notice (id TEXT PRIMARY KEY, watch TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,
     "check" TEXT)`,
  "CREATE UNIQUE INDEX notice_by_key ON notice (watch, md5(key))",
  `CREATE TABLE delivery (notice TEXT REFERENCES notice (id), channel TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL, noticed_at TEXT NOT NULL,
     urgency INTEGER NOT NULL, attempted_at TEXT, sent_at TEXT, remote_id TEXT, error TEXT, is_stale INTEGER NOT NULL, sum_up TEXT, pass_on_at TEXT,
     PRIMARY KEY (notice, channel))`,
  "CREATE INDEX delivery_pending ON delivery (urgency, noticed_at, channel) WHERE state = 'pending'",
  "CREATE INDEX delivery_of_channel ON delivery (channel, urgency, noticed_at) WHERE state = 'pending'",
  "CREATE INDEX delivery_stale ON delivery (noticed_at) WHERE is_stale = 1",
  "CREATE INDEX delivery_to_pass_on ON delivery (pass_on_at) WHERE pass_on_at IS NOT NULL",
  `CREATE TABLE channel (channel TEXT PRIMARY KEY, is_open INTEGER NOT NULL, failures INTEGER NOT NULL, rested_at TEXT, rest_until TEXT,
     urgent_rest_until TEXT, error TEXT, is_stopped INTEGER NOT NULL)`,
  `CREATE TABLE submission (notice TEXT NOT NULL REFERENCES notice (id), url TEXT NOT NULL, state TEXT NOT NULL, job TEXT, attempts INTEGER NOT NULL,
     due_at TEXT NOT NULL, saved_url TEXT, error TEXT)`,
  "CREATE UNIQUE INDEX submission_by_page ON submission (notice, md5(url))",
  "CREATE INDEX submission_open ON submission (state, due_at)",
  "CREATE TABLE decision (id TEXT PRIMARY KEY, watch TEXT NOT NULL, evidence TEXT NOT NULL, decision TEXT NOT NULL, by TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, applied_at TEXT)",
  `CREATE TABLE statement_decision (id TEXT PRIMARY KEY, watch TEXT NOT NULL, statement TEXT NOT NULL, decision TEXT NOT NULL, by TEXT NOT NULL, "as" TEXT,
     at TEXT NOT NULL, applied_at TEXT)`,
  "CREATE TABLE claim (evidence TEXT PRIMARY KEY, watch TEXT NOT NULL, by TEXT NOT NULL, member TEXT NOT NULL, until TEXT NOT NULL)",
  `CREATE TABLE discord_place (channel TEXT PRIMARY KEY, guild TEXT NOT NULL, watches TEXT, kinds TEXT, mention_role TEXT, language TEXT NOT NULL,
     card TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL)`,
  "CREATE TABLE discord_mute (place TEXT PRIMARY KEY, by TEXT NOT NULL, at TEXT NOT NULL)",
  "CREATE TABLE discord_hushed (place TEXT, watch TEXT, how TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (place, watch))",
  "CREATE TABLE discord_card (place TEXT, watch TEXT, target TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (place, watch))",
];

const inByteOrder = (statement: string) =>
  statement.startsWith("CREATE TABLE") ? statement.replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"') : statement;

export const POSTGRES_MIGRATIONS: Record<string, Migration> = {
  "0001-first": { up: (database) => runAll(database, FIRST.map(inByteOrder)) },
};
