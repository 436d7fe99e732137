/** Those who listen to the log as it is written: the live page. */
import type { DestinationStream } from "pino";
import { type LogLine, parseLine } from "./lines.ts";

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

  /** @returns what ends the listening */
  listen(hear: (line: LogLine) => void): () => void {
    this.#listeners.add(hear);
    return () => void this.#listeners.delete(hear);
  }
}
