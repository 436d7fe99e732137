/** The database held against the archive: what either says that was told, found, decided and signed, the other must say as well. */

import type { Account } from "../archive/account.ts";
import { readStub } from "../archive/chain/signed.ts";
import { digestOfText } from "../archive/digest.ts";
import { readFileName } from "../archive/file-names.ts";
import { type Notice, noticeId } from "../judge/notice.ts";
import { type AccountRows, decisionHeld, decisionTold, type NoticeTold, rowsOfAccount } from "./account-rows.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** The tables that the journal tells of. What else the database holds follows from the looks (`--again`), or is of people and channels alone. */
const HELD = ["notice", "archived", "checkpoint", "watch_text", "decision", "statement_decision"] as const;
type Held = (typeof HELD)[number];

/** What a database says, as of one moment. */
export type Said = { [T in Held]: Tables[T][] };

export async function saidBy(store: Store | undefined): Promise<Said> {
  const said: Partial<Record<Held, unknown[]>> = {};
  for (const table of HELD) said[table] = (await store?.all(table)) ?? [];
  return said as Said;
}

/**
 * @param before what it said before the archive was read: all of it must be there
 * @param after what it said then: all that the archive tells must be there
 * @param files those that were read; where others write as well, what is in none of them may be in theirs
 * @returns what is wrong, a sentence each
 */
export function heldAgainst(account: Account, before: Said, after: Said, files: FilesRead): string[] {
  const rows = rowsOfAccount(account);
  const faults: string[] = [];
  const isTold = tellsOf(account, files);
  const hold = <T extends keyof AccountRows>(table: T, as: How<T>) => holdTable(rows, table, before, after, as, faults);
  hold("notice", {
    name: ({ id, at }) => `the notice ${id} of ${at}`,
    key: ({ id }) => id,
    isTold: ({ at }) => isTold(at),
    same: ["watch", "kind", "at", "key", "check", "body"],
    isSame: (row, then, column) => (column === "body" ? isBody(row, then) : row[column] === then[column]),
  });
  hold("archived", {
    name: ({ record, url, at }) => `the citation ${record} of ${url}, ${at}`,
    key: ({ record }) => record,
    // A file that is not there is missed by name.
    isTold: ({ file }) => files.names.has(file),
    same: ["digest", "url", "at", "file", "offset", "length", "kind"],
    besides: ({ record }) => account.citation(record),
  });
  hold("checkpoint", {
    name: ({ at }) => `the checkpoint of ${at}`,
    key: ({ text }) => text,
    isTold: ({ at }) => isTold(at),
    same: ["digest", "at", "key", "signature", "authority", "token"],
  });
  hold("watch_text", {
    name: ({ watch, version }) => `version ${version} of the watch ${watch}`,
    key: ({ watch, version }) => `${watch} ${version}`,
    // The first is what a file said, and the newest may wait to be acted on.
    isTold: () => false,
    same: ["by", "text", "is_archived"],
  });
  holdDecisions(account, before, after, isTold, faults);
  return faults;
}

export interface FilesRead {
  names: ReadonlySet<string>;
  /** Whether all that any worker wrote is among them. */
  isAll: boolean;
}

/** Whether the journal that was read should tell of what was at an instant. */
function tellsOf(account: Account, { isAll }: FilesRead): (at: string) => boolean {
  const { from } = account;
  // Of what was written before the archive begins, or stood in a file that was removed, it says nothing.
  const forgotten = new Set(account.forgotten.flatMap(({ text }) => dayOf(readStub(text)?.file)));
  return (at) => isAll && from !== undefined && at >= from && !forgotten.has(at.slice(0, 10).replaceAll("-", ""));
}

/** A file's day, eight digits: what it held was of that day. */
function dayOf(file: string | undefined): string[] {
  const day = readFileName(file ?? "")?.day;
  return day === undefined ? [] : [day];
}

/** A row is what the journal told, or what that became, and names itself. */
function isBody({ id, body }: Tables["notice"], then: NoticeTold): boolean {
  return (body === then.body || then.completed.includes(digestOfText(body))) && id === idIn(body);
}

function idIn(body: string): string | undefined {
  try {
    return noticeId(JSON.parse(body) as Notice);
  } catch {
    return undefined;
  }
}

/** How a table is held. */
interface How<T extends keyof AccountRows> {
  name: (row: Tables[T]) => string;
  key: (row: Tables[T]) => string;
  /** Whether the journal should tell of a row. */
  isTold: (row: Tables[T]) => boolean;
  /** The columns that must be as the journal tells. */
  same: readonly (keyof Tables[T] & string)[];
  isSame?: (row: Tables[T], then: AccountRows[T][number], column: keyof Tables[T] & string) => boolean;
  /** What the archive has of a row of which no step tells that was concluded. */
  besides?: (row: Tables[T]) => AccountRows[T][number] | undefined;
}

function holdTable<T extends keyof AccountRows>(
  rows: AccountRows,
  table: T,
  before: Said,
  after: Said,
  how: How<T>,
  faults: string[],
): void {
  const isSame = how.isSame ?? ((row, then, column) => row[column] === (then as Tables[T])[column]);
  const told = new Map((rows[table] as Tables[T][]).map((row) => [how.key(row), row]));
  for (const row of before[table] as Tables[T][]) {
    const then = told.get(how.key(row)) ?? how.besides?.(row);
    if (!then) {
      if (how.isTold(row)) faults.push(`the database has ${how.name(row)}, of which the journal tells nothing`);
      continue;
    }
    const others = how.same.filter((column) => !isSame(row, then as AccountRows[T][number], column));
    if (others.length > 0)
      faults.push(`${how.name(row)} says something else in the database than in the journal (${others.join(", ")})`);
  }
  const known = new Set((after[table] as Tables[T][]).map(how.key));
  for (const [key, row] of told)
    if (!known.has(key)) faults.push(`the database lacks ${how.name(row)}, which the journal tells of`);
}

/** Lines of before the instant was journalled are held without it. What waits to be acted on is in no line yet. */
function holdDecisions(
  account: Account,
  before: Said,
  after: Said,
  isTold: (at: string) => boolean,
  faults: string[],
): void {
  const lines = account.decisions();
  const told = new Set(lines.map(decisionTold));
  const rows = (said: Said) => [...said.decision, ...said.statement_decision];
  for (const row of rows(before))
    if (row.applied_at !== null && isTold(row.at) && ![true, false].some((dated) => told.has(decisionHeld(row, dated))))
      faults.push(`the database has a decision of ${row.at} on ${row.watch}, of which the journal tells nothing`);
  // What was not left in the database, as a replay acts on it, was never in it.
  const known = new Set(rows(after).flatMap((row) => [decisionHeld(row, true), decisionHeld(row, false)]));
  for (const line of lines)
    if (line.decided !== undefined && !known.has(decisionTold(line)))
      faults.push(`the database lacks a decision of ${line.decided} on ${line.watch}, which the journal tells of`);
}
