/** Log lines out of files, a pipe, or a file that is still written to: one at a time, whatever their number. */
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { logFiles } from "./files.ts";

/** One line of the log as it stands there. */
export interface LogLine {
  level: string;
  time: string;
  event: string;
  msg?: string;
  check?: string;
  watch?: string;
  source?: string;
  [field: string]: unknown;
}

/** A longer line is none of ours. */
const MAX_LINE = 1024 * 1024;
const CHUNK = 1024 * 1024;
const POLL_MS = 300;

/** The lines of a stream of text; what is not a line of the log comes as undefined. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<LogLine | undefined> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) rest = "";
    for (const line of lines) if (line !== "") yield parseLine(line);
  }
  if (rest !== "") yield parseLine(rest);
}

export function linesOfFile(file: string): AsyncGenerator<LogLine | undefined> {
  return linesOf(createReadStream(file, { highWaterMark: CHUNK }));
}

/** What is written from now on, also to files that follow, until the signal. */
export async function* follow(dataDirectory: string, signal: AbortSignal): AsyncGenerator<LogLine | undefined> {
  const newest = () => logFiles(dataDirectory).at(-1);
  let file = newest();
  let offset = file ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : 0;
  let rest = "";
  let decoder = new TextDecoder();
  while (!signal.aborted) {
    const bytes = file ? await readFrom(file, offset) : undefined;
    if (bytes && bytes.length > 0) {
      offset += bytes.length;
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") yield parseLine(line);
      continue;
    }
    const next = newest();
    if (next !== file) {
      file = next;
      offset = 0;
      rest = "";
      decoder = new TextDecoder();
    } else await wait(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Up to a mebibyte from a place on; undefined when the file has gone. */
async function readFrom(file: string, offset: number): Promise<Buffer | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export function parseLine(line: string): LogLine | undefined {
  // Runtimes put their own words before a line; the line itself begins with a brace.
  const start = line.indexOf("{");
  if (start < 0) return undefined;
  try {
    const parsed = JSON.parse(start === 0 ? line : line.slice(start)) as Partial<LogLine>;
    return typeof parsed.event === "string" && typeof parsed.time === "string" && typeof parsed.level === "string"
      ? (parsed as LogLine)
      : undefined;
  } catch {
    return undefined;
  }
}
