/** `verify`: the database and the archive, each by itself and held against the other. */
import { Account } from "../archive/account.ts";
import { counted } from "../message/figures.ts";
import { heldAgainst, saidBy } from "../store/hold.ts";
import { refuseDamaged } from "../store/sqlite.ts";
import { Store } from "../store/store.ts";
import { type VerifyOptions, verifyOwn } from "./archive.ts";
import { context } from "./context.ts";

export async function verifyAll(options: VerifyOptions): Promise<number> {
  const { config } = context(options, "warn", true);
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
      const { notice, archived, checkpoint, watch_text, decision, statement_decision } = after;
      const holds = [
        ...[counted(notice.length, "message"), counted(archived.length, "citation")],
        ...[counted(checkpoint.length, "checkpoint"), counted(watch_text.length, "version")],
        counted(decision.length + statement_decision.length, "decision"),
      ];
      return {
        faults: [...unheard, ...faults],
        rows: [
          [
            "Database",
            faults.length === 0 ? `as the journal tells: ${holds.join(", ")}` : "does not agree with the journal",
          ],
        ],
      };
    },
  });
}
