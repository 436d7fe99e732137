/** The record of promises: the one that ships with the program, and CSV files of a person's own beside it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cases, readCases } from "../track-record/cases.ts";
import { HeldRecord } from "../track-record/held-record.ts";
import { readWritten, type Written } from "./files.ts";

/** Where the program has it; in the image also where no folder is mounted over it. */
const PLACES = ["../../config/track-record/reference-cases.csv", "../../track-record/reference-cases.csv"].map(
  (place) => fileURLToPath(new URL(place, import.meta.url)),
);
const SHIPPED = "reference-cases.csv";

let shipped: Cases | undefined;

function shippedCases(): Cases {
  if (shipped) return shipped;
  const found = PLACES.find((place) => existsSync(place));
  shipped = found
    ? readCases(readFileSync(found, "utf8"), SHIPPED)
    : {
        rows: [],
        faults: [
          `${SHIPPED}: the record that ships with the program is not there; mount settings and watches beside config/track-record rather than over it`,
        ],
      };
  return shipped;
}

/**
 * The record that ships, with further files.
 * @param texts as they were read
 */
export function recordWith(texts: readonly Pick<Written, "place" | "text">[] = []): HeldRecord {
  return new HeldRecord(() => {
    const all: Cases = { rows: [...shippedCases().rows], faults: [...shippedCases().faults] };
    // The day that it is, whatever day is replayed: a row may be of any day that is over.
    const today = new Date().toISOString().slice(0, 10);
    for (const { place, text } of texts) {
      const { rows, faults } = readCases(text, place, all.rows, today);
      all.rows.push(...rows);
      all.faults.push(...faults);
    }
    return all;
  });
}

/** The files that the settings name, absolute. */
export function recordFiles(settingsFile: string, names: readonly string[]): string[] {
  return names.map((name) => resolve(dirname(settingsFile), name));
}

/** Reads them; a fault is added to the list for each that cannot be. @returns by the name that the settings give it */
export function readRecordFiles(
  settingsFile: string,
  names: readonly string[],
  faults: string[],
): Map<string, Written> {
  return new Map(
    recordFiles(settingsFile, names).flatMap((file, index) => {
      const written = readWritten(file, faults);
      return written ? [[names[index] as string, written] as const] : [];
    }),
  );
}
