/**
 * Who keeps watch: looks at the sources that are due, in their order, looks over each watch after it, and acts on what
 * people decide. The live bot, a replay and the command line all have it do the same.
 */

import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import { check } from "../check/check.ts";
import { isDue } from "../check/due.ts";
import type { Checked, Errand, Tools } from "../check/errand.ts";
import { judging, knownNow } from "../check/known-now.ts";
import { lookOverWatch } from "../check/look-over.ts";
import type { Config } from "../config/load.ts";
import type { Notice } from "../judge/notice.ts";
import { readingRules } from "../judge/reading-rules.ts";
import { isCalledFor } from "../judge/source-health.ts";
import { MachineFault } from "../language/machine-fault.ts";
import { WAYBACK } from "../memento/cdx.ts";
import { DatabaseAway } from "../store/fault.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import { lookedAt, type Source, type Watch } from "../watch/watch.ts";
import { OutOfTurn } from "./out-of-turn.ts";
import { People } from "./people.ts";
import { Rounds } from "./rounds.ts";

/** Watches gone over at the same time; one host is asked one thing at a time whatever this is. */
const WATCHES_AT_ONCE = 8;

/** After looks at its sources, a watch is looked over so much later than the last time. */
const LOOK_OVER_AGAIN_MS = 30_000;

export interface Pass {
  checked: Checked[];
  notices: Notice[];
}

export class Watcher {
  #watches: readonly Watch[];
  /** Watches of a config that does not hold any more. */
  readonly #superseded = new WeakSet<Watch>();
  #tools: Tools;
  readonly people: People;
  readonly #onChecked: (checked: Checked) => void;
  /** Of each watch, one pass at a time: the schedule's, or one that somebody asked for. */
  readonly #turns = new Map<string, ReturnType<typeof pLimit>>();
  readonly #atOnce = pLimit(WATCHES_AT_ONCE);
  /** Watches that a pass has taken, whether it goes over them already or they wait for a place. */
  readonly #taken = new Set<string>();
  readonly #rounds = new Rounds();
  readonly #outOfTurn: OutOfTurn;
  #lastLookAt: InstantText;

  /** @param onChecked called as each source has been checked */
  constructor(
    watches: readonly Watch[],
    tools: Omit<Tools, "current">,
    onChecked: (checked: Checked) => void = () => undefined,
  ) {
    this.#watches = watches;
    const current: Tools["current"] = (watch) =>
      this.#superseded.has(watch) ? this.#watches.find(({ id }) => id === watch.id) : watch;
    this.#tools = { ...tools, current };
    this.#onChecked = onChecked;
    this.#lastLookAt = tools.clock.now();
    this.#outOfTurn = new OutOfTurn(tools.store);
    this.people = new People({
      tools: this.#tools,
      watchOf: (id) => this.#watches.find((watch) => watch.id === id),
      onActed: (id) => this.#rounds.forget(id),
    });
  }

  get watches(): readonly Watch[] {
    return this.#watches;
  }

  /** When the last check ended, or the watcher was made. */
  get lastLookAt(): InstantText {
    return this.#lastLookAt;
  }

  /** Goes on under another config: what a person changed while the bot ran, or in a replay between two starts. */
  use({ settings, watches, record }: Pick<Config, "settings" | "watches" | "record">): void {
    for (const watch of this.#watches) this.#superseded.add(watch);
    for (const watch of watches) this.#superseded.delete(watch);
    this.#watches = watches;
    const { store, clock } = this.#tools;
    const sources = watches.flatMap(({ id: watch, sources }) => sources.map(({ id: source }) => ({ watch, source })));
    store.unwritten.keep(sources, clock.now());
    this.people.mayHaveRevised();
    this.#rounds.forget();
    this.#tools = { ...this.#tools, record, schedule: settings.schedule, fullRead: settings.fetch.full_read };
  }

  /**
   * Looks at every source that is due (or at all of them), then looks over each watch. A watch that is still being gone over, as
   * one of its hosts is slow, is left to the next pass: the others do not wait for it.
   */
  async pass(all = false, ending?: Ending): Promise<Pass> {
    const pass: Pass = { checked: [], notices: [] };
    const { clock, store } = this.#tools;
    // What people decided waits where it cannot be written down; looking does not.
    let refused: MachineFault | undefined;
    const acted = await this.people.act().catch((error: unknown) => {
      if (!(error instanceof MachineFault) || error instanceof DatabaseAway) throw error;
      refused = error;
      return [];
    });
    pass.notices.push(...acted);
    const now = clock.now();
    const isFree = ({ id }: Watch) => !this.#taken.has(id) && (this.#turns.get(id)?.activeCount ?? 0) === 0;
    const free = this.#watches.filter(
      (watch) => all || (this.#rounds.isToBeMade(watch.id, now, "looks") && isFree(watch)),
    );
    if (refused && free.length === 0) throw refused;
    if (free.length === 0) return pass;
    const release = ({ id }: Watch) => this.#taken.delete(id);
    // Taken before it is asked what is due: a source that is being looked at is due still.
    for (const { id } of free) this.#taken.add(id);
    const found = await store.sources.all().catch((error: unknown) => {
      free.forEach(release);
      throw error;
    });
    const rows = new Map(found.map((row) => [`${row.watch}/${row.source}`, row]));
    const standing = ({ id: watch }: Watch, { id: source }: Source) =>
      store.unwritten.standing({ watch, source }, rows.get(`${watch}/${source}`));
    const gone = await Promise.allSettled(
      free.map(async (named) => {
        try {
          const due = lookedAt(await this.known(named)).filter(
            (source) =>
              isCalledFor(source, (id) => rows.get(`${named.id}/${id}`)) &&
              (all || isDue(standing(named, source), readingRules(named, source.id), now)),
          );
          const { checked, notices } = await this.#atOnce(() => this.#passOver(named, due, ending));
          pass.checked.push(...checked);
          pass.notices.push(...notices);
        } finally {
          release(named);
        }
      }),
    );
    // One watch's trouble is told when the others are gone over.
    for (const one of gone) if (one.status === "rejected") throw one.reason;
    if (refused) throw refused;
    return pass;
  }

  /**
   * What there is to do about the watches where others look at their sources too: acts on decisions, looks over what is to be looked
   * over. Another may have done so; then nothing comes of it.
   */
  async tend(ending: Ending): Promise<Notice[]> {
    const notices = await this.people.act();
    for (const watch of this.#watches) {
      if (ending.begun.aborted) break;
      if (this.#rounds.isToBeMade(watch.id, this.#tools.clock.now(), "look-over"))
        notices.push(...(await this.lookOver(watch)));
    }
    return notices;
  }

  /** Has a watch looked over soon, after its sources were looked at: not each time, as they may be many. */
  lookOverSoon({ id }: Watch): void {
    this.#rounds.bringForward(id, LOOK_OVER_AGAIN_MS);
  }

  /** Looks at the confirmed sources of one watch, whether due or not, because a person asked. */
  async lookAt(named: Watch, ending?: Ending): Promise<Pass> {
    const confirmed = lookedAt(await this.known(named)).filter((source) => source.existence === "confirmed");
    return this.#passOver(named, confirmed, ending);
  }

  /** The sources of one watch go one after the other: each is judged knowing what the one before it found. */
  async #passOver(watch: Watch, sources: readonly Source[], ending: Ending | undefined): Promise<Pass> {
    const turn = this.#turns.get(watch.id) ?? pLimit(1);
    this.#turns.set(watch.id, turn);
    return turn(async () => {
      const pass: Pass = { checked: [], notices: [] };
      const errors: unknown[] = [];
      for (const source of sources) {
        if (ending?.begun.aborted) return pass;
        try {
          const checked = await this.look(watch, source, newCheckId(), { signal: ending?.cut });
          if (!checked) continue;
          pass.checked.push(checked);
          pass.notices.push(...checked.notices);
        } catch (error) {
          // One source's exception stays that source's: the others are looked at before it is told.
          errors.push(error);
        }
      }
      if (!ending?.begun.aborted) pass.notices.push(...(await this.lookOver(watch)));
      if (errors.length > 0) throw errors[0];
      return pass;
    });
  }

  /** One check of one source. Undefined when it was cut short. */
  async look(
    watch: Watch,
    source: Source,
    id = newCheckId(),
    { signal, turn }: Pick<Errand, "signal" | "turn"> = {},
  ): Promise<Checked | undefined> {
    const log = this.#tools.log.child({ check: id });
    const inTurn = (own: typeof turn) => check({ ...this.#tools, log }, { watch, source, id, signal, turn: own });
    const checked = await (turn ? inTurn(turn) : this.#outOfTurn.look(hostOf(source), inTurn));
    if (!checked) return undefined;
    this.#lastLookAt = this.#tools.clock.now();
    this.#onChecked(checked);
    return checked;
  }

  /** What no single check can say: the clock, blind sources, the reminder. */
  async lookOver(named: Watch): Promise<Notice[]> {
    const at = this.#tools.clock.now();
    const begun = this.#rounds.begin();
    const { notices, due, next } = await judging(async () => {
      const { watch, basis } = await knownNow(this.#tools, named);
      return lookOverWatch(this.#tools, watch, basis);
    });
    this.#rounds.end(begun, named.id, { at, due, next });
    return notices;
  }

  /** A watch as far as it is known now, with what was learnt. */
  async known(watch: Watch): Promise<Watch> {
    return (await knownNow(this.#tools, watch)).watch;
  }
}

/** By which a host is known to all that ask it, a name and a port: that of a web archive, of copies. */
export function hostOf({ url, via }: Pick<Source, "url" | "via">): string {
  return new URL(via ? WAYBACK : url).host;
}

function newCheckId(): string {
  return randomBytes(8).toString("hex");
}
