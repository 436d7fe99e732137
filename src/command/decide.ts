/** A person's word on a piece of evidence, left for the bot, or acted on at once where none is running. */
import { Bot } from "../bot/bot.ts";
import { UsageError } from "../language/plain-error.ts";
import { allEvidence } from "../status/overview.ts";
import { openBeside, StoreError } from "../store/database.ts";
import { Store } from "../store/store.ts";
import { type CommonOptions, context } from "./context.ts";

const DELIVERY_PATIENCE_MS = 20_000;

export function decideBy(decision: "confirm" | "dismiss") {
  return async (options: CommonOptions & { by: string; reason?: string }): Promise<number> => {
    const { config, clock, log } = context(options, "warn");
    const id = options.arguments[0] ?? "";
    const database = openBeside(config.dataDirectory);
    if (!database)
      throw new UsageError("Nothing has been seen yet, so there is nothing to decide; run `check` or `start` first.");
    const store = new Store(database);
    try {
      const known = await allEvidence(config.watches, store);
      // An id is long; its beginning does where no other begins so.
      const [found, ...others] = known.filter(
        ({ item }) => item.id === id || (id.length >= 8 && item.id.startsWith(id)),
      );
      if (!found || (others.length > 0 && found.item.id !== id))
        throw new UsageError(
          `There is no evidence "${id}"; ${known.length === 0 ? "none has been found yet" : `there is ${known.map(({ item }) => item.id).join(", ")}`}.`,
        );
      await store.decisions.leave(
        found.watch.id,
        { evidence: found.item.id, decision, by: options.by, reason: options.reason },
        clock.now(),
      );
    } finally {
      await store.close();
    }
    try {
      const bot = await Bot.open({ config, clock, log });
      try {
        await bot.watcher.applyDecisions();
        const { pending, errors } = await bot.deliver(DELIVERY_PATIENCE_MS);
        for (const error of errors) process.stderr.write(`Not delivered: ${error}\n`);
        return pending > 0 ? 1 : 0;
      } finally {
        await bot.close();
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      process.stdout.write("Noted. The running bot acts on it within a few seconds.\n");
      return 0;
    }
  };
}
