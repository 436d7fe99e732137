/** The log: one JSON event a line (events.ts) on stderr, pretty on a terminal. Secrets are cut out of every line. */
import { type DestinationStream, destination, type Logger, pino } from "pino";
import { redacted } from "../config/redaction.ts";
import type { Settings } from "../config/settings.ts";
import { type MachineFault, machineFault } from "../language/machine-fault.ts";
import { logFolder, RollingFile } from "./files.ts";

export function createLog(level: string, stream: DestinationStream = standardError()): Logger {
  const write = (line: string) => stream.write(redacted(line));
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
}

/** Loaded where somebody sees it. */
const pretty = process.stderr.isTTY ? (await import("pino-pretty")).default : undefined;

/**
 * Standard error and, where the settings want them, files that roll by day and size.
 * @param makeFolder of the data, where it is not there yet
 */
export function logStreams({ log }: Pick<Settings, "log">, dataDirectory: string, makeFolder: () => void): LogStreams {
  const shown = standardError();
  if (!log.files) return { stream: shown, close: () => undefined };
  const files = new RollingFile(dataDirectory, {
    bytes: log.file_megabytes * 1024 * 1024,
    keep: log.keep_files,
    makeFolder,
  });
  const fault = openedWith(() => files.open(), logFolder(dataDirectory));
  const write = (line: string) => {
    shown.write(line);
    files.write(line);
  };
  return { stream: { write }, close: () => files.close(), ...(fault ? { fault } : {}) };
}

function openedWith(open: () => void, place: string): MachineFault | undefined {
  try {
    open();
    return undefined;
  } catch (error) {
    const fault = machineFault(error, place);
    if (!fault) throw error;
    return fault;
  }
}

interface LogStreams {
  stream: DestinationStream;
  /** Why the files cannot be written to; they are as soon as they can. */
  fault?: MachineFault;
  close(): void;
}

/** What is not taken, as by a full disk that it is sent to, is held, up to so many bytes, and written when it is. */
const LASTING = { sync: true, maxLength: 256 * 1024 } as const;

/** A log that cannot be written ends no bot. */
const onUnwritten = () => undefined;

function standardError(): DestinationStream {
  const written = destination({ dest: 2, ...LASTING }).on("error", onUnwritten);
  return pretty
    ? pretty({ destination: written, colorize: true, ignore: "event", translateTime: "SYS:HH:MM:ss" })
    : written;
}
