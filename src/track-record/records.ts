/**
 * The records of a CSV text (RFC 4180), each with its line. Every one is read by itself, so that one that is broken takes no other
 * with it. Spreadsheets put semicolons or tabs where their country writes a comma in numbers, and a byte order mark before it all.
 */
import { CsvError, parse } from "csv-parse/sync";

export interface CsvRecord {
  line: number;
  /** Undefined where it could not be taken apart. */
  cells: string[] | undefined;
}

/** A cell with line breaks goes over no more lines than this. */
const MOST_LINES = 20;
const END = "\u0000";
const SEPARATORS = [",", ";", "\t"] as const;

/** One after the other, the header first; lines without a word are passed over. Linear in the text. */
export function* records(text: string): Generator<CsvRecord> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  let separator: string | undefined;
  let width = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    separator ??= separatorOf(line);
    const read = recordAt(lines, at, separator, width);
    yield { line: at + 1, cells: read?.cells };
    width ||= read?.cells.length ?? 0;
    at += (read?.lines ?? 1) - 1;
  }
}

/** The mark that a header has most of. */
function separatorOf(header: string): string {
  const count = (mark: string) => header.split(mark).length;
  return SEPARATORS.toSorted((one, other) => count(other) - count(one))[0] as string;
}

/** The record that begins at a line: of it alone, else of as many as it takes for its quotes to stand in pairs. */
function recordAt(lines: readonly string[], at: number, delimiter: string, width: number) {
  let quotes = 0;
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count++) {
    quotes += (lines[at + count - 1] ?? "").split('"').length - 1;
    if (quotes % 2 > 0) continue;
    // What is cut here is one record, whatever is in it.
    const text = lines
      .slice(at, at + count)
      .join("\n")
      .replaceAll(END, "");
    try {
      const [cells = []] = parse(text, { delimiter, record_delimiter: END, relax_column_count: true });
      // A quote that nobody closed runs on into the next record.
      return count > 1 && width > 0 && cells.length !== width ? undefined : { cells, lines: count };
    } catch (error) {
      if (error instanceof CsvError) return undefined;
      throw error;
    }
  }
  return undefined;
}
