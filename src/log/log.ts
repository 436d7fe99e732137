/** The log: one JSON event a line (events.ts) on stderr, pretty on a terminal. Secrets are cut out of every line. */
import { join } from "node:path";
import { type DestinationStream, destination, type Logger, pino } from "pino";
import { redacted } from "../config/redaction.ts";
import type { Settings } from "../config/settings.ts";
import { MachineFault, machineFault } from "../language/machine-fault.ts";

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

export const LOG_FOLDER = "logs";

/**
 * Standard error and, where the settings want them, files that roll by day and size.
 * @param makeFolder of the data, where it is not there yet
 */
export async function logStreams(
  { log }: Pick<Settings, "log">,
  dataDirectory: string,
  makeFolder: () => void,
): Promise<LogStreams> {
  const shown = standardError();
  if (!log.files) return { stream: shown, close: () => undefined };
  const { default: roll } = await import("pino-roll");
  const open = async () => {
    makeFolder();
    const opened = await roll({
      file: join(dataDirectory, LOG_FOLDER, "coming-weeks"),
      dateFormat: "yyyy-MM-dd",
      frequency: "daily",
      size: `${log.file_megabytes}m`,
      limit: { count: log.keep_files, removeOtherLogFiles: true },
      mkdir: true,
      ...LASTING,
    });
    opened.on("error", onUnwritten);
    return opened;
  };
  let triedAt = Date.now();
  const first = await open().catch((error: unknown) => {
    const fault = machineFault(error, join(dataDirectory, LOG_FOLDER));
    if (!fault) throw error;
    return fault;
  });
  let file = first instanceof MachineFault ? undefined : first;
  const write = (line: string) => {
    shown.write(line);
    file?.write(line);
    if (file || Date.now() - triedAt < TRY_AGAIN_MS) return;
    triedAt = Date.now();
    void open().then((opened) => {
      file = opened;
    }, onUnwritten);
  };
  return {
    stream: { write },
    close: () => file?.end(),
    ...(first instanceof MachineFault ? { fault: first } : {}),
  };
}

interface LogStreams {
  stream: DestinationStream;
  /** Why the files cannot be written to; they are as soon as they can. */
  fault?: MachineFault;
  close(): void;
}

const TRY_AGAIN_MS = 60_000;

/** What a full disk does not let be written is held, up to so many bytes, and written when it does. */
const LASTING = { sync: true, maxLength: 256 * 1024 } as const;

/** A log that cannot be written ends no bot. */
const onUnwritten = () => undefined;

function standardError(): DestinationStream {
  const written = destination({ dest: 2, ...LASTING }).on("error", onUnwritten);
  return pretty
    ? pretty({ destination: written, colorize: true, ignore: "event", translateTime: "SYS:HH:MM:ss" })
    : written;
}
