/**
 * What people decide on one thing, in turns. A turn says otherwise than the one before it, which stays: what is undone is history. Of several
 * who decide at once, here or in other processes, one takes the turn.
 */
import { randomUUID } from "node:crypto";
import type { InstantText } from "../time/instant.ts";
import type { Database, Tables } from "./tables.ts";

/** `already`: somebody decided the same. `otherwise`: somebody decided the contrary at this very moment, and nothing else was noted. */
export type Taken = { kind: "taken"; by: string } | { kind: "already" | "otherwise"; by: string; at: InstantText };

interface Turn {
  watch: string;
  /** The id of what is decided on. */
  about: string;
  decision: string;
  /** Whose decision it is, by handle. */
  by: string;
  at: InstantText;
}

const SUBJECT = { decision: "evidence", statement_decision: "statement" } as const;

/**
 * Leaves a decision for the bot to act on.
 * @param more what else the table holds of it
 * @param isSo whether what was decided last, and acted on, is still so
 */
export async function take<T extends keyof typeof SUBJECT>(
  database: Database,
  table: T,
  { about, ...turn }: Turn,
  more: Partial<Tables[T]>,
  isSo: () => Promise<boolean>,
): Promise<Taken> {
  const subject = SUBJECT[table];
  // Kysely would know the columns of one table: for it, either is the first.
  const last = database
    .selectFrom(table as "decision")
    .select(["turn", "decision", "by", "at", "applied_at"])
    .where("watch", "=", turn.watch)
    .where(subject as "evidence", "=", about)
    .orderBy("turn", "desc")
    .limit(1);
  const before = await last.executeTakeFirst();
  if (before?.decision === turn.decision && (before.applied_at === null || (await isSo())))
    return { kind: "already", by: before.by, at: before.at };
  const row = { ...turn, ...more, [subject]: about, id: randomUUID(), turn: (before?.turn ?? 0) + 1, applied_at: null };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto(table as "decision")
    .values(row as unknown as Tables["decision"])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 0n) return { kind: "taken", by: turn.by };
  const { decision, by, at } = await last.executeTakeFirstOrThrow();
  return { kind: decision === turn.decision ? "already" : "otherwise", by, at };
}
