/** What stands as JSON in a row: read here alone, so that a row which was spoilt is told of as that. */
import { MachineFault } from "../language/machine-fault.ts";
import type { Table } from "./keys.ts";

/** Where rows hold JSON that is read. */
const COLUMNS = {
  archive_end: ["head"],
  discord_place: ["watches", "kinds"],
  evidence: ["body"],
  remarkable_look: ["changes"],
  look_day: ["gaps", "causes"],
  notice: ["body"],
  source_memory: ["memory"],
  statement: ["body"],
  statement_decision: ["as"],
  watch: ["memory"],
} as const satisfies Partial<Record<Table, readonly string[]>>;

/**
 * @param text as it stands in a row of the table
 * @throws {MachineFault} where it is no JSON of an object or a list
 */
export function fromRow<T extends object>(table: keyof typeof COLUMNS, text: string): T {
  const value = parsed(text);
  if (value) return value as T;
  throw new MachineFault("damaged", "the database", `is damaged (a row of ${table} is not as it was written)`);
}

/** Whether a row holds what can be read of it. */
export function isReadable(table: Table, row: Readonly<Record<string, unknown>>): boolean {
  const columns: readonly string[] = (COLUMNS as Partial<Record<Table, readonly string[]>>)[table] ?? [];
  return columns.every((column) => {
    const held = row[column];
    return typeof held !== "string" || parsed(held) !== undefined;
  });
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
