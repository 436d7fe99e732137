/** What commands print besides messages: names with values, and how far along they are. */
import { Presets, SingleBar } from "cli-progress";

/** Names and values, one pair a line. */
export function table(rows: readonly (readonly [name: string, value: string])[]): string {
  return rows.map(([name, value]) => `  ${name.padEnd(20)}${value}\n`).join("");
}

/** A progress bar on stderr, with the words of what goes on. */
export function progressBar(format: string): SingleBar {
  return new SingleBar(
    { format, stream: process.stderr, hideCursor: true, linewrap: true, clearOnComplete: true, stopOnComplete: true },
    Presets.shades_classic,
  );
}
