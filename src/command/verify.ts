/** `verify`: the database and the archive, each by itself and held against the other. */
import { Account } from "../archive/account.ts";
import { counted } from "../message/figures.ts";
import { heldAgainst, type Said, saidBy } from "../store/hold.ts";
import { refuseDamaged } from "../store/sqlite.ts";
import { Store } from "../store/store.ts";
import { type VerifyOptions, verifyOwn } from "./archive.ts";
import { context } from "./context.ts";

export async function verifyAll(options: VerifyOptions): Promise<number> {
  const { config } = context(options, "warn", true);
  if (!config.secrets.databaseUrl) refuseDamaged(config.dataDirectory);
  const said = () => Store.beside(config, async (store) => store && saidBy(store));
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
    conclude: async () => {
      const after: Said = (await said()) ?? { notices: [], checkpoints: [], texts: [] };
      const faults = before ? heldAgainst(account, before, after) : [];
      const holds = `${counted(after.notices.length, "message")} and ${counted(after.checkpoints.length, "checkpoint")}, as the journal tells of them`;
      return {
        faults: [...unheard, ...faults],
        rows: [["Database", faults.length === 0 ? `whole: ${holds}` : "does not agree with the journal"]],
      };
    },
  });
}
