/** The rows that a watch makes for the record: its statements, and how they went. */
import { daysAfter } from "../time/civil-date.ts";
import type { Statement } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import { COLUMNS, type Column } from "./cases.ts";
import { promiseOf } from "./kinds.ts";
import type { Ending } from "./sent.ts";

/**
 * CSV with the columns of the record, the header first. What came after the publication is no row.
 * @param watch with the statements that are known
 */
export function exportRows(watch: Watch, ending: Ending): string {
  const { publishedOn, seenUntil } = ending;
  const said = watch.statements
    .filter(({ bearing, on }) => bearing !== "withdrawal" && on <= (publishedOn ?? seenUntil))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const rows = said.map((statement, index) => rowOf(watch, ending, statement, index + 1));
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))].map(line).join("");
}

function rowOf(
  watch: Watch,
  { publishedOn, isDropped, seenUntil }: Ending,
  statement: Statement,
  number: number,
): Partial<Record<Column, string>> {
  const promise = promiseOf(statement, watch.days);
  const { on, phrase, by, link = "", bearing } = statement;
  const takenBack = watch.statements.find((later) => later.bearing === "withdrawal" && later.on >= on)?.on;
  const kind = promise?.kind ?? (bearing === "floor" ? "not-before" : "no-date");
  return {
    id: `${watch.id}-${number}`,
    case:
      (watch.record !== "off" && watch.record?.case) ||
      watch.title.slice(0, MOST_IN_NAME).replace(/[\ud800-\udbff]$/, ""),
    promise_date: on,
    promise_date_certainty: "exact",
    phrase,
    speaker: by,
    kind,
    literal_earliest: promise && kind !== "exact-date" ? daysAfter(on, promise.earliestDay) : "",
    literal_latest: promise ? daysAfter(on, promise.latestDay) : "",
    actual_date: publishedOn ?? "",
    status: publishedOn ? "published" : isDropped || takenBack ? "withdrawn" : "open",
    censored_on: publishedOn ? "" : (takenBack ?? seenUntil),
    found_by: "case",
    sources: link,
    scored: promise ? "yes" : bearing === "floor" ? "no: a floor, not a promise" : "no: no date given",
  };
}

const MOST_IN_NAME = 200;

/** RFC 4180. What a spreadsheet would take for a formula begins with a space, which a reader of the record passes over. */
function line(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const text = /^[=+\-@\t\r]/.test(cell) ? ` ${cell}` : cell;
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(",")}\r\n`;
}
