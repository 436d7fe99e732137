/**
 * Who keeps watch together with others: the work is shared out by hosts. There is one job for each, due when the first of its sources is;
 * whoever gets it looks at the host's sources that are due, one after the other, and leaves the next. pg-boss sees to it that a job is had by
 * one at a time, and by another when that one is gone; the number of the turn sees to it that nothing comes of what the one may still do.
 */

import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { isDue } from "../check/due.ts";
import { readingRules } from "../judge/reading-rules.ts";
import { isCalledFor } from "../judge/source-health.ts";
import { DatabaseAway } from "../store/fault.ts";
import { type Turn, TurnLost } from "../store/lines.ts";
import { JOBS_SCHEMA, type Shared } from "../store/shared.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import { lookedAt, type Source, type Watch } from "../watch/watch.ts";
import { hostOf, type Watcher } from "./watcher.ts";

const QUEUE = "host-turns";
/** Turns that one process has at the same time. */
const AT_ONCE = 8;
/** Who is not heard of for so long is gone, and how often that is looked for: another has its turns within a minute. */
const GONE_AFTER_SECONDS = 20;
const LOOK_FOR_GONE_SECONDS = 10;
/** How often each of them asks for one that is due, where it did not have one. */
const ASK_EVERY_SECONDS = 2;
/** A turn that lasts longer lets others have theirs. */
const LONGEST_TURN_MS = 300_000;
/** How often it is seen to that new hosts have their jobs: sources are added, and what is found is looked at from then on. */
const SEE_TO_EVERY_MS = 60_000;
/** And that all have: who begins with another config ends those of hosts that it does not know, also where others do. */
const SEE_TO_ALL_EVERY_MS = 600_000;
/** Who was kept from a turn tries again so much later. */
const AGAIN_SECONDS = 10;
const JOBS_AT_ONCE = 1000;

interface Place {
  watch: Watch;
  source: Source;
}

interface Standing extends Place {
  row: Parameters<typeof isDue>[0];
}

export interface TurnParts {
  watcher: Watcher;
  store: Store;
  shared: Shared;
  clock: Clock;
  log: Logger;
  ending: Ending;
  /** How often it is seen to that each host has its job, in milliseconds. */
  seeTo?: { fresh: number; all: number };
}

export class HostTurns {
  readonly #parts: TurnParts;
  readonly #boss: PgBoss;
  /** By host; and as they were looked up, by watch. */
  #places = new Map<string, Place[]>();
  readonly #known = new Map<string, { watch: Watch; since: string; places: Place[] }>();
  #seeing: NodeJS.Timeout | undefined;
  #sawToAll = Number.NEGATIVE_INFINITY;

  private constructor(parts: TurnParts) {
    this.#parts = parts;
    const { shared, log } = parts;
    this.#boss = new PgBoss({
      db: { executeSql: (text, values) => shared.executeSql(text, values) },
      schema: JOBS_SCHEMA,
      createSchema: false,
      superviseIntervalSeconds: LOOK_FOR_GONE_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_GONE_SECONDS,
      maintenanceIntervalSeconds: 300,
      schedule: false,
      instanceName: shared.worker,
      openTelemetry: { enabled: false },
    });
    this.#boss.on("error", (error) => {
      // That the database is away, a tick tells.
      if (!String(error).includes(DatabaseAway.SAYS))
        log.warn({ event: "failed", step: "jobs", error: String(error) }, "failed; tried again");
    });
  }

  static async begin(parts: TurnParts): Promise<HostTurns> {
    const turns = new HostTurns(parts);
    const boss = turns.#boss;
    await boss.start();
    await boss.createQueue(QUEUE, {
      // One that waits and one that is had, of each host.
      policy: "stately",
      heartbeatSeconds: GONE_AFTER_SECONDS,
      expireInSeconds: 86_400,
      retryLimit: 1_000_000,
      retryDelay: 1,
      retentionSeconds: 315_360_000,
      deleteAfterSeconds: 60,
      warningQueueSize: 1_000_000,
    });
    await turns.#seeToJobs();
    const { fresh } = turns.#seeTo;
    turns.#seeing = setInterval(() => void turns.#seeToJobs().catch(() => undefined), fresh).unref();
    const work = {
      localConcurrency: AT_ONCE,
      pollingIntervalSeconds: ASK_EVERY_SECONDS,
      burstWhenReadyExceeds: AT_ONCE,
    };
    await boss.work<{ host: string }>(QUEUE, work, async ([job]) => {
      if (job) await turns.#have(job.data.host, AbortSignal.any([job.signal, parts.ending.cut]));
    });
    return turns;
  }

  /** Ends the turns that are had: each check is finished or cut short, and the next turn is left to whoever is there. */
  async end(): Promise<void> {
    clearInterval(this.#seeing);
    await this.#boss.stop({ close: false, timeout: 8000 });
  }

  /** Another config holds: what is new in it is looked at without delay. */
  async followConfig(): Promise<void> {
    await this.#seeToJobs();
    for (const host of this.#places.keys())
      if ((await this.#due(host)).length > 0)
        await this.#boss.upsert(QUEUE, { host }, { singletonKey: host, startAfter: 0 });
  }

  get #seeTo() {
    return this.#parts.seeTo ?? { fresh: SEE_TO_EVERY_MS, all: SEE_TO_ALL_EVERY_MS };
  }

  async #seeToJobs(): Promise<void> {
    const began = performance.now();
    const places = Map.groupBy(await this.#sources(), ({ source }) => hostOf(source));
    const areAll = began - this.#sawToAll >= this.#seeTo.all;
    const hosts = [...places.keys()].filter((host) => areAll || !this.#places.has(host));
    // Those that there are already are left as they are.
    for (let from = 0; from < hosts.length; from += JOBS_AT_ONCE)
      await this.#boss.insert(
        QUEUE,
        hosts.slice(from, from + JOBS_AT_ONCE).map((host) => ({ data: { host }, singletonKey: host })),
      );
    this.#places = places;
    if (areAll) this.#sawToAll = began;
  }

  /** Every source of every watch; those of a watch are looked up anew where something was recorded of it, and once an hour. */
  async #sources(): Promise<Place[]> {
    const { watcher, shared, clock } = this.#parts;
    const news = await shared.steps.news();
    const hour = clock.now().slice(0, 13);
    const places: Place[] = [];
    for (const watch of watcher.watches) {
      const since = `${news.get(watch.id)} ${hour}`;
      let known = this.#known.get(watch.id);
      if (known?.since !== since || known.watch !== watch) {
        const places = lookedAt(await watcher.known(watch)).map((source) => ({ watch, source }));
        known = { watch, since, places };
        this.#known.set(watch.id, known);
      }
      places.push(...known.places);
    }
    return places;
  }

  async #have(host: string, signal: AbortSignal): Promise<void> {
    const { store, shared, log } = this.#parts;
    // Another may know of it already: what was found stands there.
    if (!this.#places.has(host)) await this.#seeToJobs();
    let next = AGAIN_SECONDS;
    try {
      const turn = await shared.lines.begin(host);
      log.debug({ event: "turn", host, turn: turn.number }, "a host’s turn");
      await this.#lookAt(host, turn, signal);
      await store.settle();
      next = await this.#secondsToNext(host);
    } catch (error) {
      if (!(error instanceof TurnLost)) throw error;
      log.info({ event: "turn-lost", host }, "another has the turn by now");
    }
    // Nobody is to look at a host that no watch names any more.
    if (!this.#places.has(host)) return;
    await this.#boss.upsert(QUEUE, { host }, { singletonKey: host, startAfter: next });
  }

  /** Looks at what is due, one after the other. */
  async #lookAt(host: string, turn: Turn, signal: AbortSignal): Promise<void> {
    const { watcher, clock, log, ending } = this.#parts;
    const began = performance.now();
    const touched = new Set<Watch>();
    let hasFailed = false;
    for (const { watch, source } of await this.#due(host)) {
      const isOver = performance.now() - began > LONGEST_TURN_MS;
      if (isOver || signal.aborted || ending.begun.aborted) break;
      try {
        await watcher.look(watch, source, undefined, { signal, turn });
      } catch (error) {
        if (error instanceof TurnLost) throw error;
        // One source's exception stays that source's: the others are looked at before it is told.
        hasFailed = true;
        log.error({ event: "failed", step: "look", error: String(error) }, "failed; tried again at the next turn");
      }
      touched.add(watch);
    }
    for (const watch of touched) watcher.lookOverSoon(watch);
    if (hasFailed) await clock.sleep(1000, signal).catch(() => undefined);
  }

  /** What is to be looked at there, and how each stands; of one that was never looked at nothing is known. */
  async #standing(host: string): Promise<Standing[]> {
    const places = this.#places.get(host) ?? [];
    const named = places.flatMap(({ watch, source: { id, via } }) =>
      (via ? [id, via.of] : [id]).map((source) => ({ watch: watch.id, source })),
    );
    const rows = await this.#parts.store.sources.due(named);
    const found = new Map(rows.map((row) => [`${row.watch}/${row.source}`, row]));
    const { unwritten } = this.#parts.store;
    const isWanted = ({ watch, source }: (typeof places)[number]) =>
      isCalledFor(source, (id) => found.get(`${watch.id}/${id}`));
    return places.filter(isWanted).map((place) => {
      const named = { watch: place.watch.id, source: place.source.id };
      return { ...place, row: unwritten.standing(named, found.get(`${named.watch}/${named.source}`)) };
    });
  }

  /** What is due, the longest first. */
  async #due(host: string): Promise<Place[]> {
    const standing = await this.#standing(host);
    const now = this.#parts.clock.now();
    return standing
      .filter(({ watch, source, row }) => isDue(row, readingRules(watch, source.id), now))
      .toSorted((a, b) => dueAt(a).localeCompare(dueAt(b)));
  }

  async #secondsToNext(host: string): Promise<number> {
    const [first] = (await this.#standing(host)).map(dueAt).sort();
    if (first === undefined) return AGAIN_SECONDS;
    return first === "" ? 0 : Math.max(0, Math.ceil(elapsed(this.#parts.clock.now(), first) / 1000));
  }
}

/** Before every instant where it was never looked at. */
function dueAt({ row }: Standing): InstantText {
  return row?.due_at ?? "";
}
