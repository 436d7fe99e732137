/** A person's word on a piece of evidence, left for the bot, or acted on at once where none is running. */
import { Bot } from "../bot/bot.ts";
import { UsageError } from "../language/plain-error.ts";
import { createLog } from "../log/log.ts";
import { allEvidence } from "../status/overview.ts";
import { InUse } from "../store/holding.ts";
import { nameOf, type Person } from "../store/persons.ts";
import { Store } from "../store/store.ts";
import type { Taken } from "../store/taking.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { ASKS_NOTHING, type CommonOptions } from "./context.ts";
import { type SayHere, sayLeft, tellOrLeave } from "./found.ts";
import { contextInForce } from "./in-force.ts";
import { minute } from "./lines.ts";

export function decideBy(decision: "confirm" | "dismiss") {
  return (options: CommonOptions & SayHere & { by: Person; reason?: string }): Promise<number> =>
    leaveAndAct(options, decision === "confirm" ? "confirmed" : "dismissed", async (store, watches, at) => {
      const { watch, item } = named("evidence", options.arguments[0] ?? "", await allEvidence(watches, store));
      const given = { evidence: item.id, decision, reason: options.reason };
      return store.decisions.leave(watch.id, given, options.by, at);
    });
}

/** The one thing that an id, or its beginning, names. @throws {UsageError} when there is none, or several */
export function named<Item extends { id: string }>(
  kind: string,
  id: string,
  known: readonly { watch: Watch; item: Item }[],
): { watch: Watch; item: Item } {
  // An id is long; its beginning does where no other begins so.
  const [found, ...others] = known.filter(({ item }) => item.id === id || (id.length >= 8 && item.id.startsWith(id)));
  if (!found || (others.length > 0 && found.item.id !== id))
    throw new UsageError(
      `There is no ${kind} "${id}"; ${known.length === 0 ? "none has been found yet" : `there is ${known.map(({ item }) => item.id).join(", ")}`}.`,
    );
  return found;
}

/**
 * Leaves a decision in the store, and acts on it where no bot is running that would.
 * @param word what is said of it where somebody decided the same before
 */
export async function leaveAndAct(
  options: CommonOptions & SayHere,
  word: string,
  leave: (store: Store, watches: readonly Watch[], at: InstantText) => Promise<Taken>,
): Promise<number> {
  const { config, clock } = await contextInForce(options, "warn", ASKS_NOTHING);
  const { taken, who } = await Store.beside(config, async (store) => {
    if (!store)
      throw new UsageError("Nothing has been seen yet, so there is nothing to decide; run `check` or `start` first.");
    const taken = await leave(store, config.watches, clock.now());
    return { taken, who: nameOf(await store.persons.all(), taken.by) };
  });
  const isNew = taken.kind === "taken";
  if (!isNew) process.stdout.write(`${decidedBefore(taken, word, who)}\n`);
  try {
    const log = createLog(config.settings.log.level);
    const bot = await Bot.open({ config, clock, log, leaves: !options.sayHere, isBrief: true });
    try {
      const told = await bot.watcher.people.act();
      if (isNew && told.length === 0) process.stdout.write("Noted.\n");
      const isTold = await tellOrLeave(bot, told, { ...options, config });
      if (told.length > 0) await sayLeft(bot.store);
      return isTold && taken.kind !== "otherwise" ? 0 : 1;
    } finally {
      await bot.close();
    }
  } catch (error) {
    if (!(error instanceof InUse)) throw error;
    const then = error.isBrief
      ? "Another command is at work on the data; `start` acts on it when it runs"
      : "The running bot acts on it within a few seconds";
    if (isNew) process.stdout.write(`Noted. ${then}.\n`);
    return taken.kind === "otherwise" ? 1 : 0;
  }
}

function decidedBefore({ kind, at }: Exclude<Taken, { kind: "taken" }>, word: string, who: string): string {
  const when = minute(at);
  return kind === "already"
    ? `Already ${word}, by ${who}, on ${when}.`
    : `${who} decided the contrary at this very moment (${when}), and your word was not noted; give it again if you hold otherwise.`;
}
