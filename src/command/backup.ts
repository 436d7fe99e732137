/** `backup` and `restore`: everything that a bot in a folder keeps, in one file, and back. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { backUp } from "../bot/backup.ts";
import { restore } from "../bot/restore.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import { ASKS_NOTHING, type CommonOptions, context, stoppable } from "./context.ts";
import { lastGood } from "./in-force.ts";
import { progressBar } from "./print.ts";

const OF_A_FOLDER =
  "is for a bot in a folder; where several share a PostgreSQL, keep copies of that (pg_dump) and of the bucket or the workers’ folders";

export async function backUpData(options: CommonOptions & { withKeys?: boolean }): Promise<number> {
  const [file = ""] = options.arguments;
  const { config, clock } = await lastGood(options, "warn", ASKS_NOTHING);
  if (config.secrets.databaseUrl) throw new UsageError(`backup: ${OF_A_FOLDER}.`);
  const bar = progressBar("Writing  [{bar}] {percentage}%");
  bar.start(1, 0);
  const made = await stoppable(
    () =>
      backUp(config, resolve(file), {
        at: clock.now(),
        withKeys: options.withKeys ?? false,
        onBytes: (bytes, all) => {
          bar.setTotal(all);
          bar.increment(bytes);
        },
      }),
    () => bar.stop(),
  ).finally(() => bar.stop());
  const said = `${counted(made.files, "file")}, ${(made.bytes / 1e6).toFixed(1)} MB`;
  if (options.json) process.stdout.write(`${JSON.stringify({ type: "backed-up", file, ...made })}\n`);
  else {
    process.stdout.write(`${file}: ${said}: the database, the archive and the config, with the digest of each.\n`);
    process.stdout.write(
      options.withKeys
        ? "The private keys are in it: whoever has the file can sign in the bot’s name.\n"
        : "The private keys are not in it (--with-keys): a bot that is restored from it signs with new ones.\n",
    );
  }
  for (const doubt of made.doubts) process.stderr.write(`${doubt}\n`);
  return made.doubts.length > 0 ? 1 : 0;
}

export async function restoreData(options: CommonOptions): Promise<number> {
  const [file = ""] = options.arguments;
  const { config } = context(options, "warn", { ...ASKS_NOTHING, mayBeEmpty: true });
  if (config.secrets.databaseUrl) throw new UsageError(`restore: ${OF_A_FOLDER}.`);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const bar = progressBar("Reading  [{bar}] {percentage}%");
  bar.start(Math.max(1, 2 * size), 0);
  const {
    about,
    config: folder,
    doubts,
  } = await stoppable(
    () => restore(resolve(file), config.dataDirectory, (bytes) => bar.increment(bytes)),
    () => bar.stop(),
  ).finally(() => bar.stop());
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ ...about, type: "restored", data: config.dataDirectory, config: folder, doubts })}\n`,
    );
  else
    process.stdout.write(
      `${config.dataDirectory}: ${doubts.length > 0 ? "what the backup held" : "everything"} is there as of ${about.at}, and \`start\` goes on from it.\nThe config of then is in ${folder}: copy from it what you need.\n`,
    );
  for (const doubt of doubts)
    process.stderr.write(
      `${doubt}; it was so already when it was backed up: put a whole copy of that file back if there is one (\`archive verify\` says what is lost)\n`,
    );
  return doubts.length > 0 ? 1 : 0;
}
