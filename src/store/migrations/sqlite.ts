/** How the tables came to be in SQLite, step by step. A step that has been released is never changed. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { shortKey } from "../../judge/compare/identity.ts";
import type { Memory } from "../../judge/compare/memory.ts";
import { endOf, writeDays } from "../look-days.ts";
import type { CheckRow, Tables } from "../tables.ts";
import { runAll } from "./migrate.ts";
import { takeNamesOut } from "./names.ts";

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

const UPLOADED =
  "CREATE TABLE uploaded (file TEXT PRIMARY KEY, bytes INTEGER NOT NULL, digest TEXT NOT NULL, uploaded_at TEXT NOT NULL, removed_at TEXT) STRICT";

const DISCORD = [
  `CREATE TABLE discord_place (channel TEXT PRIMARY KEY, guild TEXT NOT NULL, watches TEXT, mention_role TEXT, language TEXT NOT NULL,
     card TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
  "CREATE TABLE discord_mute (place TEXT PRIMARY KEY, by TEXT NOT NULL, at TEXT NOT NULL) STRICT",
  "CREATE TABLE discord_card (place TEXT NOT NULL, watch TEXT NOT NULL, target TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (place, watch)) STRICT",
];

const STATEMENTS = [
  "CREATE TABLE statement (watch TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (watch, id)) STRICT",
  `CREATE TABLE statement_decision (id TEXT PRIMARY KEY, watch TEXT NOT NULL, statement TEXT NOT NULL, decision TEXT NOT NULL, by TEXT NOT NULL,
     "as" TEXT, at TEXT NOT NULL, applied_at TEXT) STRICT`,
  "ALTER TABLE source ADD COLUMN again_at TEXT",
  // What waits stands in the sources' memories: each is read once, and says then when the first is due.
  "UPDATE source SET again_at = checked_at",
];

const OUTBOX = [
  "ALTER TABLE delivery RENAME COLUMN due_at TO noticed_at",
  "ALTER TABLE delivery ADD COLUMN urgency INTEGER NOT NULL DEFAULT 2",
  "ALTER TABLE delivery ADD COLUMN sum_up TEXT",
  "ALTER TABLE delivery ADD COLUMN pass_on_at TEXT",
  `UPDATE delivery SET noticed_at = (SELECT at FROM notice WHERE notice.id = delivery.notice), urgency = (SELECT CASE
     WHEN kind IN ('published', 'withdrawn', 'corrected') THEN 0 WHEN kind IN ('signalled', 'proposed') THEN 1 WHEN kind = 'reminder' THEN 3 ELSE 2 END
     FROM notice WHERE notice.id = delivery.notice)`,
  "DROP INDEX delivery_pending",
  "CREATE INDEX delivery_pending ON delivery (urgency, noticed_at, channel) WHERE state = 'pending'",
  "CREATE INDEX delivery_of_channel ON delivery (channel, urgency, noticed_at) WHERE state = 'pending'",
  "CREATE INDEX delivery_stale ON delivery (noticed_at) WHERE is_stale = 1",
  "CREATE INDEX delivery_to_pass_on ON delivery (pass_on_at) WHERE pass_on_at IS NOT NULL",
  `CREATE TABLE channel (channel TEXT PRIMARY KEY, is_open INTEGER NOT NULL, failures INTEGER NOT NULL, rested_at TEXT, rest_until TEXT,
     urgent_rest_until TEXT, error TEXT, is_stopped INTEGER NOT NULL) STRICT`,
];

const CLAIMS =
  "CREATE TABLE claim (evidence TEXT PRIMARY KEY, watch TEXT NOT NULL, by TEXT NOT NULL, member TEXT NOT NULL, until TEXT NOT NULL) STRICT";

const PLACES = [
  "ALTER TABLE discord_place ADD COLUMN kinds TEXT",
  "CREATE TABLE discord_hushed (place TEXT NOT NULL, watch TEXT NOT NULL, how TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (place, watch)) STRICT",
];

const LOOK_DAYS = [
  `CREATE TABLE look_day (watch TEXT NOT NULL, source TEXT NOT NULL, day TEXT NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, looks INTEGER NOT NULL,
     failed INTEGER NOT NULL, first_good TEXT, last_good TEXT, failures_before_good INTEGER NOT NULL, failures_after_good INTEGER NOT NULL,
     gaps TEXT NOT NULL, causes TEXT NOT NULL, PRIMARY KEY (watch, source, day)) STRICT, WITHOUT ROWID`,
  "CREATE INDEX check_record_changed ON check_record (watch, at) WHERE changes IS NOT NULL",
];

/** The number that eight bytes in hexadecimal are: SQLite reads no such text as a number. */
const ID_NUMBER = Array.from(
  { length: 16 },
  (_, index) => `((instr('123456789abcdef', substr(id, ${index + 1}, 1))) << ${60 - 4 * index})`,
).join(" | ");

const ENDED = "outcome, problem, status, detail";
/** Looks that led to nothing: some 190 bytes of text and indexes each, until now. */
const LEAN_LOOKS = [
  `CREATE TABLE remarkable_look (id TEXT PRIMARY KEY, watch TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, problem TEXT,
     detail TEXT, status INTEGER, bytes INTEGER NOT NULL, milliseconds INTEGER NOT NULL, capture TEXT, changes TEXT) STRICT`,
  "INSERT INTO remarkable_look SELECT * FROM check_record WHERE outcome IN ('baseline', 'changed')",
  "CREATE INDEX remarkable_look_by_time ON remarkable_look (watch, at)",
  "CREATE TABLE source_number (number INTEGER PRIMARY KEY, watch TEXT NOT NULL, source TEXT NOT NULL, UNIQUE (watch, source)) STRICT",
  "INSERT INTO source_number (watch, source) SELECT DISTINCT watch, source FROM check_record ORDER BY 1, 2",
  "CREATE TABLE look_ending (number INTEGER PRIMARY KEY, month TEXT NOT NULL, outcome TEXT NOT NULL, problem TEXT, status INTEGER, detail TEXT) STRICT",
  `INSERT INTO look_ending (month, ${ENDED})
     SELECT DISTINCT substr(at, 1, 7), ${ENDED} FROM check_record WHERE outcome IN ('unchanged', 'problem') ORDER BY 1`,
  "CREATE INDEX look_ending_by_month ON look_ending (month, number)",
  `CREATE TABLE look (source INTEGER NOT NULL, day INTEGER NOT NULL, time INTEGER NOT NULL, ending INTEGER NOT NULL, id INTEGER NOT NULL,
     bytes INTEGER NOT NULL, milliseconds INTEGER NOT NULL, capture BLOB, PRIMARY KEY (source, day, time, id)) STRICT, WITHOUT ROWID`,
  "CREATE TEMP TABLE ended AS SELECT * FROM look_ending",
  `CREATE UNIQUE INDEX temp.ended_so ON ended (month, ${ENDED})`,
  `INSERT INTO look (source, day, time, ending, id, bytes, milliseconds, capture)
     SELECT source_number.number, unixepoch(substr(at, 1, 10)) / 86400,
       (substr(at, 12, 2) * 60 + substr(at, 15, 2)) * 60000 + substr(at, 18, 2) * 1000 + substr(at, 21, 3),
       ended.number, ${ID_NUMBER}, bytes, milliseconds, unhex(capture)
     FROM check_record JOIN source_number USING (watch, source)
       JOIN ended ON month = substr(at, 1, 7) AND ended.outcome = check_record.outcome AND ended.problem IS check_record.problem
         AND ended.status IS check_record.status AND ended.detail IS check_record.detail
     WHERE check_record.outcome IN ('unchanged', 'problem')
     ORDER BY 1, 2, 3`,
  "CREATE INDEX look_by_id ON look (id)",
  "DROP TABLE ended",
  "DROP TABLE check_record",
];

/** What one process on SQLite has no use for stands here all the same: the tables of both databases are the same. */
const SEVERAL = [
  "CREATE TABLE archive_ends (worker TEXT PRIMARY KEY, file TEXT NOT NULL, size INTEGER NOT NULL, config TEXT NOT NULL) STRICT",
  "INSERT INTO archive_ends (worker, file, size, config) SELECT '', file, size, config FROM archive_end",
  "DROP TABLE archive_end",
  "ALTER TABLE archive_ends RENAME TO archive_end",
  "CREATE TABLE watch_step (watch TEXT PRIMARY KEY, news INTEGER NOT NULL, last INTEGER NOT NULL) STRICT",
  `CREATE TABLE line (name TEXT PRIMARY KEY, turn INTEGER NOT NULL, taken INTEGER NOT NULL, held_by TEXT, held_until INTEGER NOT NULL,
     pause INTEGER NOT NULL, free_at INTEGER NOT NULL, burst_at INTEGER NOT NULL, burst_left INTEGER NOT NULL, is_refusing INTEGER NOT NULL) STRICT`,
  "CREATE TABLE robots (site TEXT PRIMARY KEY, at TEXT NOT NULL, url TEXT, encoding TEXT, digest TEXT, body BLOB) STRICT",
];

const WATCH_TEXTS = [
  `CREATE TABLE watch_text (watch TEXT, version INTEGER, at TEXT NOT NULL, by TEXT NOT NULL, text TEXT NOT NULL, is_archived INTEGER NOT NULL,
     PRIMARY KEY (watch, version)) STRICT`,
  "ALTER TABLE source ADD COLUMN rules TEXT",
];

const PERSONS = [
  `CREATE TABLE person (handle TEXT PRIMARY KEY, came_from TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL,
     UNIQUE (came_from, account)) STRICT`,
  "CREATE TABLE claim (evidence TEXT PRIMARY KEY, watch TEXT NOT NULL, by TEXT NOT NULL, until TEXT NOT NULL) STRICT",
];

const CHAIN = [
  "ALTER TABLE archive_end ADD COLUMN head TEXT",
  `CREATE TABLE checkpoint (digest TEXT PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL,
     authority TEXT, token TEXT, ask_at TEXT) STRICT`,
  "CREATE TABLE signing_key (key TEXT PRIMARY KEY, worker TEXT NOT NULL, at TEXT NOT NULL) STRICT",
];

export const SQLITE_MIGRATIONS: Record<string, Migration> = {
  "0001-first": { up: (database) => runAll(database, FIRST) },
  "0002-archive": { up: (database) => runAll(database, ARCHIVE) },
  "0003-discord": { up: (database) => runAll(database, DISCORD) },
  "0004-notice-check": { up: (database) => runAll(database, ['ALTER TABLE notice ADD COLUMN "check" TEXT']) },
  "0005-statements": { up: (database) => runAll(database, STATEMENTS) },
  "0006-short-keys": { up: shortenKeys },
  "0007-outbox": { up: (database) => runAll(database, OUTBOX) },
  "0008-claims": { up: (database) => runAll(database, [CLAIMS]) },
  "0009-places": { up: (database) => runAll(database, PLACES) },
  "0010-look-days": { up: countDays },
  "0011-reading-digest": { up: (database) => runAll(database, ["ALTER TABLE source ADD COLUMN reading_digest TEXT"]) },
  "0012-lean-looks": { up: (database) => runAll(database, LEAN_LOOKS) },
  "0013-several": { up: (database) => runAll(database, SEVERAL) },
  "0014-uploaded": { up: (database) => runAll(database, [UPLOADED]) },
  "0015-watch-texts": { up: (database) => runAll(database, WATCH_TEXTS) },
  "0016-persons": { up: (database) => takeNamesOut(database, PERSONS) },
  "0017-chain": { up: (database) => runAll(database, CHAIN) },
  "0018-record": { up: (database) => runAll(database, ["ALTER TABLE discord_place ADD COLUMN record TEXT"]) },
  "0019-readers": {
    up: (database) =>
      runAll(database, [
        "CREATE TABLE reader (channel TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, left_at TEXT) STRICT",
      ]),
  },
};

/** Counts the looks that there are: those of a year at seven sources, 370,000, in little more than a second. */
async function countDays(database: Kysely<unknown>): Promise<void> {
  await runAll(database, LOOK_DAYS);
  const tables = database as Kysely<Tables & { check_record: CheckRow }>;
  const day = sql<string>`substr(at, 1, 10)`;
  const days = tables
    .selectFrom("check_record")
    .select(["watch", day.as("day")])
    .distinct();
  for (const { watch, day } of await days.execute()) {
    const looks = tables.selectFrom("check_record").select(["watch", "source", "at", "outcome", "problem"]);
    const its = looks.where("watch", "=", watch).where("at", ">=", day).where("at", "<=", endOf(day));
    await writeDays(tables as unknown as Kysely<Tables>, await its.execute());
  }
}

/** Keys of what a source has shown were whole titles and addresses: a hostile list could fill the heap with them. */
async function shortenKeys(database: Kysely<unknown>): Promise<void> {
  const tables = database as Kysely<Tables>;
  for (const { watch, source } of await tables.selectFrom("source_memory").select(["watch", "source"]).execute()) {
    const its = tables.selectFrom("source_memory").where("watch", "=", watch).where("source", "=", source);
    const { memory } = await its.select("memory").executeTakeFirstOrThrow();
    const { known, missing, ...rest } = JSON.parse(memory) as Memory;
    const shortened = { ...rest, known: withShortKeys(known), missing: withShortKeys(missing) };
    await tables
      .updateTable("source_memory")
      .set({ memory: JSON.stringify(shortened) })
      .where("watch", "=", watch)
      .where("source", "=", source)
      .execute();
  }
}

function withShortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const isKey = (name: string) => /^[ut]:/.test(name);
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [isKey(name) ? shortKey(name) : name, value]),
  );
}
