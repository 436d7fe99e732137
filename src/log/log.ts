/** The log: one JSON event a line (events.ts) on stderr, pretty on a terminal. Secrets are cut out of every line. */
import { join } from "node:path";
import { unescape as decoded } from "node:querystring";
import { type DestinationStream, destination, type Logger, pino } from "pino";
import type { Secrets } from "../config/secrets.ts";
import type { Settings } from "../config/settings.ts";

export function createLog(level: string, secrets: Secrets, stream: DestinationStream = standardError()): Logger {
  const webhooks = [secrets.discordWebhookUrl, ...Object.values(secrets.discordWebhooks ?? {})];
  const hidden = [
    secrets.discordToken,
    secrets.waybackAccessKey,
    secrets.waybackSecretKey,
    secrets.webPassword,
    secrets.webProxySecret,
    secrets.s3?.accessKeyId,
    secrets.s3?.secretAccessKey,
    secrets.databaseUrl,
    ...passwordsOf(secrets.databaseUrl),
    ...webhooks,
    ...webhooks.map((url) => url?.split("/").at(-1)?.split("?")[0]),
  ].filter((secret): secret is string => (secret?.length ?? 0) >= 8);
  const write = (line: string) =>
    stream.write(hidden.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line));
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

/** The password in an address, as it is written there and as it is meant. */
function passwordsOf(address: string | undefined): string[] {
  if (!address || !URL.canParse(address)) return [];
  const { password, searchParams } = new URL(address);
  return [password, decoded(password), searchParams.get("password") ?? ""];
}

/** Loaded where somebody sees it. */
const pretty = process.stderr.isTTY ? (await import("pino-pretty")).default : undefined;

export const LOG_FOLDER = "logs";

/** Standard error and, where the settings want them, files that roll by day and size. */
export async function logStreams({ log }: Pick<Settings, "log">, dataDirectory: string): Promise<LogStreams> {
  const shown = standardError();
  if (!log.files) return { stream: shown, close: () => undefined };
  const { default: roll } = await import("pino-roll");
  const file = await roll({
    file: join(dataDirectory, LOG_FOLDER, "coming-weeks"),
    dateFormat: "yyyy-MM-dd",
    frequency: "daily",
    size: `${log.file_megabytes}m`,
    limit: { count: log.keep_files, removeOtherLogFiles: true },
    mkdir: true,
    sync: true,
  });
  const write = (line: string) => {
    shown.write(line);
    file.write(line);
  };
  return { stream: { write }, close: () => file.end() };
}

interface LogStreams {
  stream: DestinationStream;
  close(): void;
}

function standardError(): DestinationStream {
  return pretty
    ? pretty({ destination: 2, sync: true, colorize: true, ignore: "event", translateTime: "SYS:HH:MM:ss" })
    : destination({ dest: 2, sync: true });
}
