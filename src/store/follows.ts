/** A database held against the one that its archive comes to: what was judged must follow from the looks and decisions alone. */
import { KEYS, type Table } from "./keys.ts";
import { type Row, rowsOf } from "./rows-of.ts";
import { openCopy } from "./sqlite.ts";
import type { Database } from "./tables.ts";

/** What looks and decisions leave behind, each by what a row of it is called. */
const JUDGED: readonly (readonly [Table, string])[] = [
  ["evidence", "the evidence"],
  ["statement", "the proposed statement"],
  ["watch", "what is remembered of the watch"],
  ["source_memory", "what is remembered of the source"],
];

/**
 * @param kept, made the paths of the database that is there, and of the one that its archive comes to
 * @returns what does not follow, a sentence each, and how many rows do
 */
export async function followsFrom(kept: string, made: string): Promise<{ faults: string[]; rows: number }> {
  const [here, there] = [openCopy(kept), openCopy(made)];
  const faults: string[] = [];
  let follow = 0;
  try {
    for (const [table, noun] of JUDGED) {
      const [held, comes] = [await textsOf(here, table), await textsOf(there, table)];
      for (const [key, text] of held)
        if (!comes.has(key)) faults.push(`the database has ${noun} ${key}, to which the archive does not come`);
        else if (comes.get(key) !== text) faults.push(`${noun} ${key} is not what the archive comes to`);
        else follow += 1;
      for (const key of comes.keys())
        if (!held.has(key)) faults.push(`the database lacks ${noun} ${key}, to which the archive comes`);
    }
  } finally {
    await Promise.all([here.destroy(), there.destroy()]);
  }
  return { faults, rows: follow };
}

/** Rows as texts, by their keys. */
async function textsOf(database: Database, table: Table): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const key = (row: Row) => KEYS[table].map((column) => row[column]).join(" ");
  for await (const rows of rowsOf(database, table))
    for (const row of rows) texts.set(key(row), JSON.stringify(Object.entries(row).sort()));
  return texts;
}
