/** What commands print besides messages: names with values, and how far along they are. */
import { Presets, SingleBar } from "cli-progress";
import { printed } from "../deliver/channels/printed.ts";

/** Where the values of a table stand. */
const VALUES = 20;

/** Names and values, one pair a line. */
export function table(rows: readonly (readonly [name: string, value: string])[]): string {
  return rows.map(([name, value]) => `${printed(value, 2, name.padEnd(VALUES))}\n`).join("");
}

/** A progress bar on stderr, with the words of what goes on. */
export function progressBar(format: string): SingleBar {
  return new SingleBar(
    { format, stream: process.stderr, hideCursor: true, linewrap: true, clearOnComplete: true, stopOnComplete: true },
    Presets.shades_classic,
  );
}
