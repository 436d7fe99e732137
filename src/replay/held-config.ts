/** The config that WARC files hold: read within bounds, and with what is wrong in it as one sentence. */
import type { HeldConfig } from "../archive/chronicle.ts";
import { ArchiveError } from "../archive/source.ts";
import { ConfigError } from "../config/fault.ts";
import { configFromFiles, type HeldConfig as UsableConfig } from "../config/load.ts";

/**
 * What YAML is made of. Each may become an object of half a kilobyte while it is parsed; a watch with a hundred sources has
 * two thousand.
 */
const MARKS = /[[\]{},:\n-]/g;
const MAX_MARKS = 60_000;
const MAX_FAULT = 300;

/** @throws {ArchiveError} when it is not one */
export function heldConfig({ files, file: place }: HeldConfig): UsableConfig {
  // A record is read row by row, within bounds of its own.
  for (const [name, text] of Object.entries(files)) if (!name.endsWith(".csv")) within(place, name, text);
  try {
    return configFromFiles(files, place);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first = "", ...more] = error.faults;
    throw unusable(
      place,
      `${shown(first.replace(`${place}: `, ""))}${more.length > 0 ? ` (and ${more.length} more)` : ""}`,
    );
  }
}

/** @throws {ArchiveError} when a text has more in it than could be parsed within bounds */
export function within(place: string, name: string, text: string): void {
  if ((text.match(MARKS)?.length ?? 0) > MAX_MARKS)
    throw unusable(place, `${shown(name)} has more parts than any watch`);
}

function unusable(place: string, why: string): ArchiveError {
  return new ArchiveError(
    `${place}: the config in it cannot be used: ${why}; to go through the captures with a watch of your own, name it with --watch`,
  );
}

/** On one line, and no longer than a line should be. */
function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > MAX_FAULT ? `${line.slice(0, MAX_FAULT)}…` : line;
}
