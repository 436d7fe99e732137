/** `recover`: a damaged database, made anew from the archive. */
import { existsSync } from "node:fs";
import { shelvesOf } from "../bot/parts.ts";
import { recover } from "../bot/recover.ts";
import type { RetakeParts } from "../bot/retake.ts";
import type { Config } from "../config/load.ts";
import { UsageError } from "../language/plain-error.ts";
import { createLog } from "../log/log.ts";
import { ownHistoryOf } from "../replay/files.ts";
import type { Ending } from "../time/ending.ts";
import { elapsed } from "../time/instant.ts";
import { ASKS_NOTHING, type CommonOptions, context, endAtSignal } from "./context.ts";
import { progressBar, table } from "./print.ts";
import { showReading } from "./replay.ts";

export async function recoverData(options: CommonOptions): Promise<number> {
  const { config, clock } = context(options, "error", { ...ASKS_NOTHING, mayBeEmpty: true });
  if (config.secrets.databaseUrl)
    throw new UsageError(
      "recover: is for a bot in a folder; put back a copy of the PostgreSQL, and the archive goes on behind it.",
    );
  const ending = endAtSignal();
  const recovered = await takingAgain(config, ending, (parts) => recover({ ...parts, now: clock.now() }));
  if (!recovered) {
    process.stderr.write("Stopped; nothing was changed.\n");
    return ending.exitCode;
  }
  const { salvaged, from, to, looks, told, aside } = recovered;
  const { lost } = salvaged;
  const isWhole = lost.length === 0 && recovered.forgotten === 0 && looks === recovered.taken;
  if (options.json) process.stdout.write(`${JSON.stringify({ type: "recovered", isWhole, ...recovered })}\n`);
  else
    process.stdout.write(
      table([
        [
          "From the archive",
          `${from.slice(0, 10)} to ${to.slice(0, 10)}: ${looks.toLocaleString("en")} looks, ${told.toLocaleString("en")} messages`,
        ],
        ...(looks === recovered.taken
          ? []
          : [
              [
                "Not taken again",
                `${(recovered.taken - looks).toLocaleString("en")} looks, at sources that no config names`,
              ] as const,
            ]),
        ...Object.entries(salvaged.rows).map(
          ([name, rows]) => [WHAT[name] ?? name, `${rows.toLocaleString("en")} from the database as it was`] as const,
        ),
        ...(lost.length > 0
          ? [["Lost, or in part", lost.map((name) => (WHAT[name] ?? name).toLowerCase()).join(", ")] as const]
          : []),
        ...(recovered.forgotten > 0
          ? [["Before that", "what stood in files that were removed is not in it"] as const]
          : []),
        ...(aside ? [["The database before", aside] as const] : []),
        [
          "Verdict",
          isWhole ? "all of it is there again" : "the rest is there again: what was looked at, found, told and decided",
        ],
      ]),
    );
  return isWhole ? 0 : 1;
}

/**
 * Shows how far it is while every look of the bot's own archive is taken again.
 * @throws {UsageError} where there is none
 */
export async function takingAgain<T>(
  config: Config,
  ending: Ending,
  work: (parts: RetakeParts) => Promise<T>,
): Promise<T> {
  const shelves = shelvesOf(config);
  const files = existsSync(config.dataDirectory) ? await shelves.all() : [];
  if (files.length === 0)
    throw new UsageError(
      `${shelves.directory}: holds no archive to make a database of; put back a backup with \`restore\`.`,
    );
  const history = await ownHistoryOf(files, config, showReading);
  const bar = progressBar("{day}  [{bar}] {percentage}%  {looks} looks");
  bar.start(Math.max(1, elapsed(history.from, history.to)), 0, { day: history.from.slice(0, 10), looks: 0 });
  return work({
    ...{ config, shelves, history, ending, log: createLog("fatal") },
    onStep: (at, looks) => bar.update(Math.max(0, elapsed(history.from, at)), { day: at.slice(0, 10), looks }),
  }).finally(() => bar.stop());
}

/** Tables, as people know what is in them. */
const WHAT: Readonly<Record<string, string>> = {
  person: "Who people are",
  decision: "Decisions",
  statement_decision: "Decisions on timing",
  claim: "“I am looking”",
  notice: "Messages of before the archive",
  delivery: "What was sent where",
  channel: "How channels are",
  reader: "Readers by mail",
  discord_place: "Places set up on Discord",
  discord_mute: "Places muted",
  discord_hushed: "Watches muted",
  discord_card: "Status cards",
  submission: "Copies asked for",
  uploaded: "Uploaded files",
  signing_key: "Keys",
  checkpoint: "Checkpoints",
  watch_text: "Versions of watches",
};
