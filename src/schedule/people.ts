/** What people decide, and what they change about the watches, is acted on: one thing after the other, so that none is twice. */
import pLimit from "p-limit";
import { actOn, type Left } from "../check/act-on-decision.ts";
import type { Tools } from "../check/errand.ts";
import { judging, knownNow } from "../check/known-now.ts";
import { type Rewritten, revise } from "../check/revise.ts";
import type { Decision, StatementDecision } from "../judge/decision.ts";
import type { Notice } from "../judge/notice.ts";
import { Overtaken } from "../store/steps.ts";
import type { WatchText } from "../store/watch-texts.ts";
import type { Watch } from "../watch/watch.ts";

interface Parts {
  tools: Tools;
  /** A watch as the config that holds has it. */
  watchOf: (id: string) => Watch | undefined;
  /** Called when something was done about a watch: there may be more to say of it. */
  onActed: (watch: string) => void;
}

export class People {
  readonly #parts: Parts;
  readonly #oneAtATime = pLimit(1);
  #mayHaveRevised = true;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Acts on what they did since the last time. */
  async act(): Promise<Notice[]> {
    return this.#oneAtATime(async () => {
      const told = await this.#actOnTexts();
      const { decisions, statements } = this.#parts.tools.store;
      for (const { id, at, watch, ...decision } of [...(await decisions.open()), ...(await statements.open())])
        told.push(...(await this.decide(watch, decision, { id, at }).catch(unlessActedOn)));
      return told;
    });
  }

  /** Acts on one decision. @param left which it is in the store, where a person left it there */
  async decide(watchId: string, decision: Decision | StatementDecision, left?: Left): Promise<Notice[]> {
    const { tools, watchOf, onActed } = this.#parts;
    try {
      return await judging(async () => {
        const named = watchOf(watchId);
        const now = named && (await knownNow(tools, named));
        const basis = now?.basis ?? (await tools.store.steps.of(watchId));
        return actOn(tools, watchId, now?.watch, decision, basis, left);
      });
    } finally {
      onActed(watchId);
    }
  }

  /** From here on, the watches may say something else than they did. */
  mayHaveRevised(): void {
    this.#mayHaveRevised = true;
  }

  /** A change to a watch, as it was told then: in a replay. */
  async revise(rewritten: Rewritten): Promise<Notice[]> {
    const { tools } = this.#parts;
    return revise(tools, rewritten, await tools.store.steps.of(rewritten.watch));
  }

  async #actOnTexts(): Promise<Notice[]> {
    if (!this.#mayHaveRevised) return [];
    this.#mayHaveRevised = false;
    const told: Notice[] = [];
    try {
      for (const text of await this.#parts.tools.store.texts.newest()) told.push(...(await this.#actOnText(text)));
    } catch (error) {
      this.#mayHaveRevised = true;
      throw error;
    }
    return told;
  }

  /** Of a version that was not told yet. */
  async #actOnText({ watch, version, by, text, isArchived }: WatchText): Promise<Notice[]> {
    const { tools, onActed } = this.#parts;
    const { watches, texts, steps } = tools.store;
    return judging(async () => {
      const basis = await steps.of(watch);
      const { version: known } = await watches.memory(watch);
      if (known === version) return [];
      const last = known === undefined ? undefined : await texts.version(watch, known);
      const before = last && { text: last.text, isArchived: last.isArchived };
      const told = await revise(
        tools,
        { watch, version, by: by || undefined, before, after: { text, isArchived } },
        basis,
      );
      onActed(watch);
      return told;
    });
  }
}

/** Another process has acted on it meanwhile. */
function unlessActedOn(error: unknown): Notice[] {
  if (error instanceof Overtaken) return [];
  throw error;
}
