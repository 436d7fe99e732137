/** The record read from CSV: a dated promise a row, and a sentence for each row that cannot be one. */
import { didYouMean } from "../language/did-you-mean.ts";
import { withoutUnseen } from "../language/unseen.ts";
import { type CivilDate, isCivilDate } from "../time/civil-date.ts";
import { outcome } from "./outcome.ts";
import { type DatedPromise, STATUSES, WAYS_FOUND, WRITTEN_KINDS, type WrittenKind } from "./promise.ts";
import { records } from "./records.ts";
import { sourcesIn } from "./sources.ts";

/** Rows as they stand in the file; a sentence for what is wrong, which begins with the file, the line and the column. */
export interface Cases {
  rows: DatedPromise[];
  faults: string[];
}

const NEEDED = [
  ...(["id", "case", "promise_date", "phrase", "speaker", "kind", "literal_earliest", "literal_latest"] as const),
  ...(["actual_date", "status", "censored_on", "found_by", "sources"] as const),
];
/** Where they are missing a row is scored, its day is exact, and it has no note. */
const OPTIONAL = ["promise_date_certainty", "note", "scored"] as const;
export type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];
/** In the order in which the record has them. */
export const COLUMNS: readonly Column[] = [...NEEDED, ...OPTIONAL];

const MOST_CHARACTERS = 4_000_000;
const MOST_ROWS = 20_000;
const MOST_IN_CELL = 2000;
/** In a text that a page shows in one line. */
const MOST_IN_NAME = 200;
const MOST_QUOTED = 40;

/**
 * Reads a record. Columns may stand in any order, and more of them than are read; cells are parted by commas, semicolons or tabs.
 * Nothing that stands in the text makes it throw, and a row with a fault takes no other with it.
 * @param file as the person who keeps it would name it
 * @param before the rows of other files: their ids are taken, and what they say of a promise is said
 * @param today later than which nothing can have come; any day where nobody knows
 */
export function readCases(
  text: string,
  file: string,
  before: readonly DatedPromise[] = [],
  today = "9999-12-31",
): Cases {
  const cases: Cases = { rows: [], faults: [] };
  const fault = (says: string) => cases.faults.push(`${file}: ${says}`);
  if (text.length > MOST_CHARACTERS) {
    fault(`has more than ${MOST_CHARACTERS} characters and was not read; a record has a short line for each promise`);
    return cases;
  }
  const ids = new Map(before.map(({ id, file, line }) => [id, `${file}, line ${line}`]));
  const known = new Map(before.map((row) => [placeOf(row), `${row.file}, line ${row.line}`]));
  let columns: Map<Column, number> | undefined;
  let header = "";
  let width = 0;
  let count = 0;
  for (const { line, cells } of records(text)) {
    if (!columns) {
      width = cells?.length ?? 0;
      const found = columnsOf(cells ?? []);
      if (typeof found === "string") {
        fault(`line ${line}: ${found}`);
        return cases;
      }
      columns = found;
      header = String(cells);
      continue;
    }
    // A row that somebody emptied; a second header, where one file was put behind another.
    if (cells?.every((cell) => cell.trim() === "") || String(cells) === header) continue;
    if (++count > MOST_ROWS) {
      fault(
        `line ${line}: more than ${MOST_ROWS} rows; from here on nothing was read; put them in a file of their own`,
      );
      break;
    }
    try {
      const row = rowOf(cellsOf(cells, columns, width), file, line);
      if (row.until > today) {
        const column = row.status === "published" ? "actual_date" : "censored_on";
        throw new RowFault(
          column,
          `${row.until} has not come yet; correct the year, or write the last day that is known`,
        );
      }
      const taken = ids.get(row.id);
      if (taken) throw new RowFault("id", `${quoted(row.id)} stands in ${taken} already; give this row one of its own`);
      const said = known.get(placeOf(row));
      if (said)
        throw new RowFault(
          "case",
          `this promise, of that document on that day, stands in ${said} already; leave it out here`,
        );
      ids.set(row.id, `${file}, line ${line}`);
      cases.rows.push(row);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      fault(`line ${line}: ${error.message}`);
    }
  }
  if (!columns) fault(`is empty; its first line names the columns: ${NEEDED.join(", ")}`);
  return cases;
}

function placeOf({ case: document, said }: Pick<DatedPromise, "case" | "said">): string {
  return `${document}\n${said}`;
}

/** What is wrong with a row: the first thing, since the rest may follow from it. */
class RowFault extends Error {
  constructor(column: Column | undefined, says: string) {
    super(column ? `${column}: ${says}` : says);
  }
}

/** Where each column stands; or what is wrong. */
function columnsOf(header: readonly string[]): Map<Column, number> | string {
  const names = header.map((name) => clean(name).toLowerCase());
  const columns = new Map<Column, number>();
  for (const column of [...NEEDED, ...OPTIONAL]) {
    const at = names.indexOf(column);
    if (at >= 0 && names.includes(column, at + 1)) return `the column ${column} stands there twice; remove one of them`;
    if (at >= 0) columns.set(column, at);
  }
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (missing.length === 0) return columns;
  if (columns.size === 0)
    return `names no column of a record, and nothing below was read; the first line has to be ${NEEDED.join(",")}`;
  const [first = "id"] = missing;
  const others = names.filter((name) => !columns.has(name as Column));
  const meant = missing.length === 1 ? others.map((name) => didYouMean(first, [name])).find((says) => says !== "") : "";
  const are = missing.length === 1 ? `the column ${first} is` : `the columns ${missing.join(", ")} are`;
  return `${are} missing, and nothing below was read; add ${missing.length === 1 ? "it" : "them"}, with empty cells where there is nothing to say${meant ?? ""}`;
}

type Cells = Readonly<Record<(typeof NEEDED)[number], string> & Partial<Record<(typeof OPTIONAL)[number], string>>>;

function cellsOf(cells: readonly string[] | undefined, columns: ReadonlyMap<Column, number>, width: number): Cells {
  if (!cells)
    throw new RowFault(
      undefined,
      "its quotes are not in pairs; a cell with a comma, a quote or a line break stands in double quotes, and a quote in it is doubled",
    );
  if (cells.slice(width).some((cell) => cell.trim() !== ""))
    throw new RowFault(
      undefined,
      `has ${cells.length} cells where the first line names ${width} columns; a cell with a comma in it stands in double quotes`,
    );
  const read = [...columns].map(([column, at]) => {
    const cell = cells[at] ?? "";
    if (cell.length > MOST_IN_CELL)
      throw new RowFault(column, `has ${cell.length} characters, and at most ${MOST_IN_CELL} are read; say it shorter`);
    if (cell.includes("\uFFFD"))
      throw new RowFault(column, `${quoted(cell)} has letters that cannot be read; save the file as "CSV UTF-8"`);
    return [column, clean(cell)];
  });
  return Object.fromEntries(read) as Cells;
}

function rowOf(cells: Cells, file: string, line: number): DatedPromise {
  const id = nameIn(cells, "id");
  const document = nameIn(cells, "case");
  const said = dayIn(cells, "promise_date");
  const writtenKind = oneOf(cells, "kind", WRITTEN_KINDS);
  const status = oneOf(cells, "status", STATUSES);
  const foundBy = oneOf(cells, "found_by", WAYS_FOUND);
  const earliest = cells.literal_earliest === "" ? undefined : dayIn(cells, "literal_earliest");
  const until = dayIn(cells, status === "published" ? "actual_date" : "censored_on", `, since status is "${status}"`);
  notBefore(cells, status === "published" ? "actual_date" : "censored_on", until, said);
  const because = whyNotScored(cells, writtenKind);
  const latest = because && cells.literal_latest === "" ? undefined : dayIn(cells, "literal_latest");
  if (latest && !because) notBefore(cells, "literal_latest", latest, said);
  return {
    ...{
      id,
      case: document,
      said,
      saidWithinDays: daysAround(cells),
      phrase: cells.phrase,
      speaker: cells.speaker,
      writtenKind,
      earliest,
      latest,
    },
    ...{ status, until, foundBy, sources: sourcesIn(cells.sources), note: cells.note ?? "" },
    scored:
      because || !latest
        ? { because: because ?? "" }
        : outcome({ said, writtenKind, earliest, latest, status, until, foundBy }),
    ...{ file, line },
  };
}

/** "±3 days"; words say of no days. */
function daysAround({ promise_date_certainty: certainty = "" }: Cells): number {
  return Number(/^±\s?(\d{1,2}) days?$/i.exec(certainty)?.[1] ?? 0);
}

function whyNotScored({ scored = "yes" }: Cells, kind: WrittenKind): string | undefined {
  const [, answer, reason = ""] = /^(yes|no)\b:?\s*(.*)$/i.exec(scored) ?? [];
  if (answer === undefined)
    throw new RowFault("scored", `${quoted(scored)} says neither; write yes, or no: and why it is left out`);
  const isNone = kind === "no-date" || kind === "not-before";
  if (answer.toLowerCase() === "no") return reason;
  if (isNone)
    throw new RowFault(
      "kind",
      `"${kind}" promises no day, so the row cannot be counted; give the column scored no: and why, or write another kind`,
    );
  return undefined;
}

function nameIn(cells: Cells, column: "id" | "case"): string {
  const name = cells[column];
  if (name === "") throw new RowFault(column, `is empty; ${NAMES[column]}`);
  if (name.length > MOST_IN_NAME)
    throw new RowFault(column, `has ${name.length} characters, and at most ${MOST_IN_NAME} are read; say it shorter`);
  return name;
}

const NAMES = {
  id: "give the row a short name that no other has",
  case: "name the document that was promised, the same in each of its rows",
};

function dayIn(cells: Cells, column: Column, because = ""): CivilDate {
  const written = cells[column] ?? "";
  if (isCivilDate(written)) return written;
  if (written === "") throw new RowFault(column, `is empty; write the day as YYYY-MM-DD${because}`);
  throw new RowFault(column, `${quoted(written)} is not a date; write YYYY-MM-DD${inOrderOf(written)}`);
}

/** What a spreadsheet of either country makes of a date: which of its numbers is the month, the person knows. */
function inOrderOf(written: string): string {
  const [, one = "", two = "", year = ""] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written) ?? [];
  const readings = [
    `${year}-${two.padStart(2, "0")}-${one.padStart(2, "0")}`,
    `${year}-${one.padStart(2, "0")}-${two.padStart(2, "0")}`,
  ];
  const meant = [...new Set(readings.filter(isCivilDate))];
  return meant.length > 0 ? `, so ${meant.join(" or ")}` : "";
}

function notBefore(cells: Cells, column: Column, day: CivilDate, said: CivilDate): void {
  if (day < said)
    throw new RowFault(
      column,
      `${cells[column]} is before ${said}, the day of the promise (promise_date); correct one of them`,
    );
}

function oneOf<Name extends string>(cells: Cells, column: Column, names: readonly Name[]): Name {
  const cell = cells[column] ?? "";
  const written = cell.toLowerCase();
  const found = names.find((name) => name === written);
  if (found) return found;
  const what = written === "" ? "is empty" : `${quoted(cell)} is none of its words`;
  throw new RowFault(column, `${what}; write one of ${names.join(", ")}`);
}

function clean(cell: string): string {
  return withoutUnseen(cell.replace(/\s+/g, " ")).trim();
}

function quoted(written: string): string {
  const cleaned = clean(written);
  return `"${cleaned.length > MOST_QUOTED ? `${cleaned.slice(0, MOST_QUOTED)}…` : cleaned}"`.toWellFormed();
}
