/** What was told, read from the data beside a running bot. */
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import { Store } from "../store/store.ts";
import { beginningOf, type Moment } from "../time/civil-date.ts";
import { ASKS_NOTHING, type CommonOptions, findWatch } from "./context.ts";
import { contextInForce } from "./in-force.ts";

export async function showNotices(
  options: CommonOptions & { watch?: string; since?: Moment; limit: number },
): Promise<number> {
  const { config } = await contextInForce(options, "warn", ASKS_NOTHING);
  if (options.watch) findWatch(config, options.watch);
  const zones = new Map(config.watches.map(({ id, publisher }) => [id, publisher.zone]));
  const begins = (zone: string) => options.since && beginningOf(options.since, zone);
  // A day begins earlier in one zone than in another: from the earliest on is asked for, and then each by its own.
  const since = [...zones.values()].map(begins).sort()[0];
  await Store.beside(config, async (store) => {
    const listed = (await store?.notices.list({ watch: options.watch, since, limit: options.limit })) ?? [];
    const notices = listed.filter(({ watch, at }) => at >= (begins(zones.get(watch) ?? "UTC") ?? ""));
    for (const notice of notices) process.stdout.write(`${options.json ? forMachines(notice) : forPeople(notice)}\n`);
    if (notices.length === 0 && !options.json) process.stdout.write("Nothing has been told yet.\n");
  });
  return 0;
}
