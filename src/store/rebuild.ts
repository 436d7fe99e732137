/**
 * A store that was made anew from an archive, completed: with what only the archive knows of itself, and with what can still be read of
 * the database that it takes the place of.
 */

import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { Account } from "../archive/account.ts";
import { digestOfText } from "../archive/digest.ts";
import { decisionHeld, decisionRow, decisionTold, rowsOfAccount } from "./account-rows.ts";
import { KEYS, type Table } from "./keys.ts";
import { isReadable } from "./row-json.ts";
import type { Tables } from "./tables.ts";

/** What no archive holds: it can only be had from the database that is damaged. */
const ONLY_THERE: readonly Table[] = [
  ...(["person", "claim", "delivery", "channel", "reader", "discord_place", "discord_mute", "discord_hushed"] as const),
  ...(["discord_card", "submission", "uploaded", "signing_key"] as const),
];
/** What an archive holds as well, but for what is older than it is, or is still to be acted on. */
const THERE_AS_WELL: readonly Table[] = ["notice", "decision", "statement_decision", "checkpoint", "watch_text"];

export interface Salvaged {
  /** Rows that were had, by table. */
  rows: Partial<Record<Table, number>>;
  /** Tables of which some, or all, cannot be read. */
  lost: Table[];
}

/** @param file of a database that a replay of the archive made */
export function writeAccount(file: string, account: Account): void {
  inOneTransaction(file, (database) => {
    const insert = inserting(database);
    database.exec("DELETE FROM delivery; DELETE FROM submission");
    const before = database.prepare("SELECT id, body FROM notice").all();
    const made = new Map(before.map(({ id, body }) => [String(id), String(body)]));
    database.exec("DELETE FROM notice");
    const rows = rowsOfAccount(account);
    for (const { completed, body, ...row } of rows.notice) {
      // What was completed then was completed again.
      const again = made.get(row.id);
      insert("notice", { ...row, body: again && completed.includes(digestOfText(again)) ? again : body });
    }
    const records = new Map(rows.archived.map(({ record, digest, url, at }) => [`${digest} ${url} ${at}`, record]));
    for (const column of ["good_record", "problem_record"] as const) {
      const resting = database
        .prepare(
          `SELECT s.watch, s.source, a.digest, a.url, a.at FROM source s JOIN archived a ON a.record = s.${column}`,
        )
        .all() as { watch: string; source: string; digest: string; url: string; at: string }[];
      const update = database.prepare(`UPDATE source SET ${column} = ? WHERE watch = ? AND source = ?`);
      for (const { watch, source, digest, url, at } of resting)
        update.run(records.get(`${digest} ${url} ${at}`) ?? null, watch, source);
    }
    database.exec("DELETE FROM archived; DELETE FROM archive_end; DELETE FROM watch_text");
    for (const table of ["archived", "checkpoint", "watch_text"] as const)
      for (const row of rows[table]) insert(table, { ...row });
    const { end } = account;
    if (end)
      insert("archive_end", {
        worker: "",
        file: end.file,
        size: end.size,
        config: end.config,
        head: end.head ? JSON.stringify(end.head) : null,
      });
  });
}

/** Decisions that the journal tells of, and no row does any more. Who took them is known by a handle. */
export function writeDecisions(file: string, account: Account): void {
  inOneTransaction(file, (database) => {
    const insert = inserting(database);
    const rows = (["decision", "statement_decision"] as const).flatMap(
      (table) => database.prepare(`SELECT * FROM ${table}`).all() as unknown as Tables["decision"][],
    );
    const held = new Set(rows.flatMap((row) => [decisionHeld(row, true), decisionHeld(row, false)]));
    for (const line of account.decisions().filter((one) => !held.has(decisionTold(one)))) {
      const isOnEvidence = line.kind === "decision";
      const [table, about] = isOnEvidence
        ? (["decision", "evidence"] as const)
        : (["statement_decision", "statement"] as const);
      const last = database
        .prepare(`SELECT max(turn) AS turn FROM ${table} WHERE watch = ? AND ${about} = ?`)
        .get(line.watch, isOnEvidence ? line.evidence : line.statement);
      insert(table, { ...decisionRow(line, Number(last?.turn ?? 0) + 1) });
    }
  });
}

/**
 * Takes over what can be read; whatever the new store has already stays as it is.
 * @param damaged the path of a database, in whatever state; undefined where there is none
 */
export function salvage(damaged: string | undefined, file: string): Salvaged {
  const salvaged: Salvaged = { rows: {}, lost: [] };
  if (damaged === undefined) return { rows: {}, lost: [...ONLY_THERE] };
  let source: DatabaseSync;
  try {
    source = new DatabaseSync(damaged, { readOnly: true });
  } catch {
    return { rows: {}, lost: [...ONLY_THERE] };
  }
  try {
    inOneTransaction(file, (database) => {
      const insert = inserting(database);
      for (const table of [...ONLY_THERE, ...THERE_AS_WELL]) {
        const { rows, isWhole } = rowsThere(source, table);
        const sound = rows.filter((row) => isReadable(table, row));
        let taken = 0;
        for (const row of sound) if (isKnown(database, table, row)) taken += insert(table, row);
        if (taken > 0) salvaged.rows[table] = taken;
        if ((!isWhole || sound.length < rows.length) && ONLY_THERE.includes(table)) salvaged.lost.push(table);
      }
    });
  } finally {
    source.close();
  }
  return salvaged;
}

/** A message about something that nobody knows of any more is no use. */
function isKnown(database: DatabaseSync, table: Table, { notice }: Record<string, SQLInputValue>): boolean {
  if (table !== "delivery" && table !== "submission") return true;
  return database.prepare("SELECT 1 FROM notice WHERE id = ?").get(notice ?? null) !== undefined;
}

/** The rows up to where reading fails, and from the end back to there. */
function rowsThere(source: DatabaseSync, table: Table): { rows: Record<string, SQLInputValue>[]; isWhole: boolean } {
  const rows = new Map<string, Record<string, SQLInputValue>>();
  const key = (row: Record<string, unknown>) => JSON.stringify(KEYS[table].map((column) => row[column]));
  for (const order of ["ASC", "DESC"]) {
    try {
      for (const row of source.prepare(`SELECT * FROM "${table}" ORDER BY rowid ${order}`).iterate())
        rows.set(key(row), row as Record<string, SQLInputValue>);
      return { rows: [...rows.values()], isWhole: true };
    } catch {
      // What comes from the other end is tried as well.
    }
  }
  return { rows: [...rows.values()], isWhole: false };
}

/** @returns what inserts a row, and says how many that made: none where one of the same key is there, or the table takes no such row */
function inserting(database: DatabaseSync): (table: Table, row: Record<string, SQLInputValue>) => number {
  const columnsOf = new Map<Table, string[]>();
  return (table, row) => {
    const all = columnsOf.get(table) ?? columnsIn(database, table);
    columnsOf.set(table, all);
    const columns = all.filter((column) => column in row);
    const names = columns.map((column) => `"${column}"`).join(", ");
    const places = columns.map(() => "?").join(", ");
    try {
      const { changes } = database
        .prepare(`INSERT INTO "${table}" (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`)
        .run(...columns.map((column) => row[column] ?? null));
      return Number(changes);
    } catch {
      return 0;
    }
  };
}

function columnsIn(database: DatabaseSync, table: Table): string[] {
  return database
    .prepare(`PRAGMA table_info("${table}")`)
    .all()
    .map(({ name }) => String(name));
}

function inOneTransaction(file: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
    work(database);
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}
