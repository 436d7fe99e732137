/** The log: one JSON event a line on stderr, pretty on a terminal. Secrets are cut out of every line. */
import { type DestinationStream, destination, type Logger, pino } from "pino";
import pretty from "pino-pretty";
import type { Secrets } from "../config/load.ts";

export function createLog(level: string, secrets: Secrets, stream: DestinationStream = standardError()): Logger {
  const webhooks = [secrets.discordWebhookUrl, ...Object.values(secrets.discordWebhooks ?? {})];
  const hidden = [
    secrets.discordToken,
    secrets.waybackAccessKey,
    secrets.waybackSecretKey,
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

function standardError(): DestinationStream {
  return process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, colorize: true, ignore: "event", translateTime: "SYS:HH:MM:ss" })
    : destination({ dest: 2, sync: true });
}
