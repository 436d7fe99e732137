/** The record that ships, and rows made for a test. */
import { readFileSync } from "node:fs";
import { type Cases, readCases } from "../../src/track-record/cases.ts";

export const SHIPPED: Cases = readCases(
  readFileSync(new URL("../../config/track-record/reference-cases.csv", import.meta.url), "utf8"),
  "reference-cases.csv",
);

const ROW = {
  id: "paper-1",
  case: "Energy paper",
  promise_date: "2021-10-12",
  phrase: "in the coming weeks",
  speaker: "a minister",
  kind: "vague-weeks",
  literal_earliest: "2021-10-19",
  literal_latest: "2021-12-07",
  actual_date: "2021-12-01",
  status: "published",
  censored_on: "",
  found_by: "phrase",
  sources: "example.org/paper",
};
export const HEADER = Object.keys(ROW);

/** A row as a person would write it, with some cells of its own. */
export function row(cells: Partial<Record<keyof typeof ROW | "scored", string>> = {}): string {
  const all: Record<string, string> = { ...ROW, ...cells };
  return [...HEADER, ...("scored" in cells ? ["scored"] : [])]
    .map((column) => all[column] ?? "")
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
}

export function csv(...rows: string[]): string {
  return [HEADER.join(","), ...rows].join("\n");
}
