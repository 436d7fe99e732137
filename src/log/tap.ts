/** Those who listen to the log as it is written: the live page. */
import type { DestinationStream } from "pino";
import { type LogLine, parseLine } from "./lines.ts";

/** A page that lies open in a forgotten tab must not cost more than this. */
const MAX_LISTENERS = 50;

export class LogTap {
  readonly #listeners = new Set<(line: LogLine) => void>();

  /** The stream, listened to on the way. */
  on(stream: DestinationStream): DestinationStream {
    return {
      write: (text: string) => {
        stream.write(text);
        if (this.#listeners.size === 0) return;
        const line = parseLine(text);
        if (line) for (const hear of this.#listeners) hear(line);
      },
    };
  }

  /** @returns what ends the listening; undefined when too many listen already */
  listen(hear: (line: LogLine) => void): (() => void) | undefined {
    if (this.#listeners.size >= MAX_LISTENERS) return undefined;
    this.#listeners.add(hear);
    return () => void this.#listeners.delete(hear);
  }
}
