/** `verify`: the database and the archive, each by itself and held against the other. */
import { Account } from "../archive/account.ts";
import { follow } from "../bot/follow.ts";
import type { Config } from "../config/load.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import { heldAgainst, saidBy } from "../store/hold.ts";
import { refuseDamaged } from "../store/sqlite.ts";
import { Store } from "../store/store.ts";
import { type VerifyOptions, verifyOwn } from "./archive.ts";
import { ASKS_NOTHING, context, endAtSignal } from "./context.ts";
import { takingAgain } from "./recover.ts";

export async function verifyAll(options: VerifyOptions & { again?: boolean }): Promise<number> {
  const { config } = context(options, "warn", { ...ASKS_NOTHING, mayBeEmpty: true });
  if (options.again && config.secrets.databaseUrl)
    throw new UsageError("verify: --again is for a bot in a folder; leave it out with a PostgreSQL.");
  if (!config.secrets.databaseUrl) refuseDamaged(config.dataDirectory);
  const said = () => Store.beside(config, saidBy);
  const before = await said();
  const account = new Account();
  const unheard: string[] = [];
  return verifyOwn(config, options, {
    see: (record) => {
      try {
        account.see(record);
      } catch (error) {
        unheard.push(`${record.file}: ${(error as Error).message} (the record at byte ${record.offset})`);
      }
    },
    conclude: async (files) => {
      const after = await said();
      const faults = heldAgainst(account, before, after, files);
      const again = options.again ? await lookedAgain(config) : { faults: [], rows: [] };
      const { notice, archived, checkpoint, watch_text, decision, statement_decision } = after;
      const holds = [
        ...[counted(notice.length, "message"), counted(archived.length, "citation")],
        ...[counted(checkpoint.length, "checkpoint"), counted(watch_text.length, "version")],
        counted(decision.length + statement_decision.length, "decision"),
      ];
      return {
        faults: [...unheard, ...faults, ...again.faults],
        rows: [
          [
            "Database",
            faults.length === 0 ? `as the journal tells: ${holds.join(", ")}` : "does not agree with the journal",
          ],
          ...again.rows,
        ],
      };
    },
  });
}

/** Takes every look again, and holds what was found against what it comes to. */
async function lookedAgain(config: Config): Promise<{ faults: string[]; rows: [string, string][] }> {
  const ending = endAtSignal();
  const followed = await takingAgain(config, ending, follow);
  if (!followed) {
    process.stderr.write("Stopped.\n");
    process.exit(ending.exitCode);
  }
  const { faults, rows, looks, taken } = followed;
  // What was judged then at a source that is not watched any more cannot be judged again.
  const others = taken === looks ? "" : `; ${counted(taken - looks, "look")} at sources that no config names`;
  const says = faults.length === 0 ? `${counted(rows, "finding")} follow from them` : "not all that was found follows";
  return { faults, rows: [["Taken again", `${counted(looks, "look")}: ${says}${others}`]] };
}
