/**
 * Who keeps watch: looks at the sources that are due, in their order, looks over each watch after it, and acts on what
 * people decide. The live bot, a replay and the command line all have it do the same.
 */

import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import { actOn } from "../check/act-on-decision.ts";
import { check } from "../check/check.ts";
import { isDue } from "../check/due.ts";
import type { Checked, Tools } from "../check/errand.ts";
import { lookOverWatch } from "../check/look-over.ts";
import type { Config } from "../config/load.ts";
import type { Decision, StatementDecision } from "../judge/decision.ts";
import { known } from "../judge/known.ts";
import type { Notice } from "../judge/notice.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import type { Source, Watch } from "../watch/watch.ts";

/** Watches gone over at the same time; one host is asked one thing at a time whatever this is. */
const WATCHES_AT_ONCE = 8;

export interface Pass {
  checked: Checked[];
  notices: Notice[];
}

export class Watcher {
  #watches: readonly Watch[];
  #tools: Tools;
  readonly #onChecked: (checked: Checked) => void;
  /** Of each watch, one pass at a time: the schedule's, or one that somebody asked for. */
  readonly #turns = new Map<string, ReturnType<typeof pLimit>>();
  readonly #atOnce = pLimit(WATCHES_AT_ONCE);
  /** Watches that a pass has taken, whether it goes over them already or they wait for a place. */
  readonly #taken = new Set<string>();
  /** When each watch was gone over last, and when there is next something to do about it. */
  readonly #gone = new Map<string, { at: InstantText; next: InstantText }>();
  /** Counts what may make something due at once: decisions, another config. */
  #revision = 0;
  /** One at a time, so that none is acted on twice. */
  readonly #deciding = pLimit(1);
  #lastLookAt: InstantText;

  /** @param onChecked called as each source has been checked */
  constructor(watches: readonly Watch[], tools: Tools, onChecked: (checked: Checked) => void = () => undefined) {
    this.#watches = watches;
    this.#tools = tools;
    this.#onChecked = onChecked;
    this.#lastLookAt = tools.clock.now();
  }

  /** When the last check ended, or the watcher was made. */
  get lastLookAt(): InstantText {
    return this.#lastLookAt;
  }

  /** Goes on under another config: what a person changed between two starts, in a replay. */
  use({ settings, watches }: Pick<Config, "settings" | "watches">): void {
    this.#watches = watches;
    this.#gone.clear();
    this.#revision++;
    this.#tools = { ...this.#tools, schedule: settings.schedule, fullRead: settings.fetch.full_read };
  }

  /**
   * Looks at every source that is due (or at all of them), then looks over each watch. A watch that is still being gone over, as
   * one of its hosts is slow, is left to the next pass: the others do not wait for it.
   */
  async pass(all = false, ending?: Ending): Promise<Pass> {
    const pass: Pass = { checked: [], notices: [] };
    pass.notices.push(...(await this.applyDecisions()));
    const { clock, store } = this.#tools;
    const now = clock.now();
    const isFree = ({ id }: Watch) => !this.#taken.has(id) && (this.#turns.get(id)?.activeCount ?? 0) === 0;
    const free = this.#watches.filter((watch) => all || (this.#isToBeGoneOver(watch, now) && isFree(watch)));
    if (free.length === 0) return pass;
    const release = ({ id }: Watch) => this.#taken.delete(id);
    // Taken before it is asked what is due: a source that is being looked at is due still.
    for (const { id } of free) this.#taken.add(id);
    const found = await store.sources.all().catch((error: unknown) => {
      free.forEach(release);
      throw error;
    });
    const rows = new Map(found.map((row) => [`${row.watch}/${row.source}`, row]));
    await Promise.all(
      free.map(async (named) => {
        try {
          const watch = await this.known(named);
          const due = watch.sources.filter((source) => all || isDue(rows.get(`${watch.id}/${source.id}`), now));
          const { checked, notices } = await this.#atOnce(() => this.#passOver(watch, due, ending));
          pass.checked.push(...checked);
          pass.notices.push(...notices);
        } finally {
          release(named);
        }
      }),
    );
    return pass;
  }

  /** A tick asks this of every watch; of most there is nothing to do. */
  #isToBeGoneOver({ id }: Watch, now: InstantText): boolean {
    const gone = this.#gone.get(id);
    // A clock that was set back makes everything due.
    return !gone || now >= gone.next || now < gone.at;
  }

  /** Looks at the confirmed sources of one watch, whether due or not, because a person asked. */
  async lookAt(named: Watch, ending?: Ending): Promise<Pass> {
    const watch = await this.known(named);
    const sources = watch.sources.filter((source) => source.existence === "confirmed");
    return this.#passOver(watch, sources, ending);
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
          const checked = await this.look(watch, source, newCheckId(), ending?.cut);
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
  async look(watch: Watch, source: Source, id: string, signal?: AbortSignal): Promise<Checked | undefined> {
    const log = this.#tools.log.child({ check: id });
    const checked = await check({ ...this.#tools, log }, { watch, source, id, signal });
    if (!checked) return undefined;
    this.#lastLookAt = this.#tools.clock.now();
    this.#onChecked(checked);
    return checked;
  }

  /** What no single check can say: the clock, blind sources, the reminder. */
  async lookOver(watch: Watch): Promise<Notice[]> {
    const at = this.#tools.clock.now();
    const revision = this.#revision;
    const { notices, next } = await lookOverWatch(this.#tools, await this.known(watch));
    if (revision === this.#revision) this.#gone.set(watch.id, { at, next });
    return notices;
  }

  /** A watch as far as it is known now, with what was learnt. */
  async known(watch: Watch): Promise<Watch> {
    const { clock, store } = this.#tools;
    return known(watch, await store.learnt(watch.id), civilDateAt(clock.now(), watch.publisher.zone));
  }

  /** Acts on what people decided since the last pass. */
  async applyDecisions(): Promise<Notice[]> {
    return this.#deciding(async () => {
      const { decisions, statements } = this.#tools.store;
      const told: Notice[] = [];
      for (const { id, watch, ...decision } of [...(await decisions.open()), ...(await statements.open())])
        told.push(...(await this.decide(watch, decision, id)));
      return told;
    });
  }

  /** Acts on one decision; `id` names it where a person left it in the store. */
  async decide(watchId: string, decision: Decision | StatementDecision, id?: string): Promise<Notice[]> {
    const named = this.#watches.find((candidate) => candidate.id === watchId);
    try {
      return await actOn(this.#tools, watchId, named && (await this.known(named)), decision, id);
    } finally {
      this.#gone.delete(watchId);
      this.#revision++;
    }
  }
}

function newCheckId(): string {
  return randomBytes(8).toString("hex");
}
