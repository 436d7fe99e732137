/** What looks at the sources while the bot runs: this process alone, at each tick, or several that share a database, host by host. */
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { HostTurns } from "./host-turns.ts";
import type { Watcher } from "./watcher.ts";

export interface Looking {
  /** What is to be done at a tick. @returns how many notices came of it, besides those of looks */
  tick(): Promise<number>;
  /** Another config holds: where hosts are shared out, what is new in it is looked at without delay. */
  followConfig(): Promise<void>;
  /** Waits for what is in hand. */
  end(): Promise<void>;
}

interface Parts {
  watcher: Watcher;
  store: Store;
  clock: Clock;
  log: Logger;
  ending: Ending;
}

export function lookingOf(parts: Parts): Looking {
  const { shared } = parts.store;
  return shared ? amongOthers({ ...parts, shared }) : alone(parts);
}

function alone({ watcher, log, ending }: Parts): Looking {
  return {
    tick: async () => {
      const { checked, notices } = await watcher.pass(false, ending);
      const problems = checked.filter((one) => one.outcome === "problem" && !one.isConjecture).length;
      if (checked.length > 0)
        log.debug({ event: "pass", checks: checked.length, problems, notices: notices.length }, "looked");
      return notices.length - checked.reduce((sum, one) => sum + one.notices.length, 0);
    },
    followConfig: async () => undefined,
    end: async () => undefined,
  };
}

function amongOthers(parts: Parts & { shared: NonNullable<Store["shared"]> }): Looking {
  const { watcher, ending } = parts;
  let turns: Promise<HostTurns> | undefined;
  return {
    tick: async () => {
      // A database that is away at the start is asked again at the next tick.
      turns ??= begin(parts).catch((error) => {
        turns = undefined;
        throw error;
      });
      await turns;
      return (await watcher.tend(ending)).length;
    },
    followConfig: async () => (await turns?.catch(() => undefined))?.followConfig(),
    end: async () => (await turns?.catch(() => undefined))?.end(),
  };
}

/** pg-boss is loaded only where there are several. */
async function begin(parts: Parts & { shared: NonNullable<Store["shared"]> }): Promise<HostTurns> {
  const { HostTurns } = await import("./host-turns.ts");
  return HostTurns.begin(parts);
}
