/** `move`: from the folder of one bot to a PostgreSQL that several share. */
import { join } from "node:path";
import { ARCHIVE_FOLDER } from "../archive/file-names.ts";
import { secretsHere } from "../config/redaction.ts";
import { isPostgresAddress, NO_POSTGRES_ADDRESS } from "../config/secrets.ts";
import { UsageError } from "../language/plain-error.ts";
import { type MovedTable, move } from "../store/move.ts";
import { ASKS_NOTHING, type CommonOptions, context, stoppable } from "./context.ts";
import { progressBar, table } from "./print.ts";

export async function moveData(options: CommonOptions & { to?: string }): Promise<number> {
  const { config } = context(options, "warn", ASKS_NOTHING);
  const url = addressOf(options.to, config.secrets.databaseUrl);
  const bar = progressBar("Moving  [{bar}] {percentage}%  {table}");
  bar.start(1, 0, { table: "" });
  const { tables, replaced } = await stoppable(
    () =>
      move(config.dataDirectory, url, (name, rows, all) => {
        bar.setTotal(all);
        bar.update(rows, { table: name });
      }),
    () => bar.stop(),
  ).finally(() => bar.stop());
  const differing = tables.filter(({ isSame }) => !isSame).map((one) => one.table);
  const archive = join(config.dataDirectory, ARCHIVE_FOLDER);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ type: "moved", isSame: differing.length === 0, replaced, archive, tables })}\n`,
    );
    return differing.length === 0 ? 0 : 2;
  }
  process.stdout.write(table(tables.map((one) => [one.table, said(one)])));
  if (replaced > 0)
    process.stdout.write(
      `${replaced.toLocaleString("en")} NUL characters, which PostgreSQL does not keep in text, stand there as U+FFFD.\n`,
    );
  if (differing.length > 0) {
    process.stderr.write(
      `Not the same on both sides: ${differing.join(", ")}. Nothing was changed in ${config.dataDirectory}; empty the database, and move again.\n`,
    );
    return 2;
  }
  process.stdout.write(
    `All is there. The archive’s files stay in ${archive} and go on being read from there: keep the folder, and set DATABASE_URL.\n`,
  );
  return 0;
}

function said({ here, there, isSame }: MovedTable): string {
  const rows = `${here.rows.toLocaleString("en")} ${here.rows === 1 ? "row" : "rows"}`;
  if (isSame) return `${rows}, the same on both sides`;
  return `${rows}, NOT the same: ${there.rows.toLocaleString("en")} there`;
}

/** What is wrong with it never says what it is: it holds a password. */
function addressOf(given: string | undefined, configured: string | undefined): string {
  const url = given ?? configured;
  if (!url)
    throw new UsageError("Where to? Give --to, or set DATABASE_URL, to postgres://user:password@host/database.");
  secretsHere.keep(url);
  if (!isPostgresAddress(url)) throw new UsageError(`--to: ${NO_POSTGRES_ADDRESS}`);
  return url;
}
