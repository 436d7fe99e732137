/** Watches in the making: begun by a person, looked around for, and kept in memory until they are written or left. */
import { randomUUID } from "node:crypto";
import { draft, type Memory } from "../../drafting/draft.ts";
import type { Draft, Said } from "../../drafting/drafted.ts";
import { firstReadings } from "../../drafting/first-readings.ts";
import type { DraftingTools } from "../../drafting/glimpse.ts";
import type { Preview } from "../../drafting/preview.ts";
import type { Found } from "../../drafting/site.ts";
import { PlainError } from "../../language/plain-error.ts";
import type { Problem } from "../../read/reading.ts";
import type { SourceKind } from "../../watch/names.ts";
import type { Looks } from "../forms/looks.ts";

/** An address, why it was looked at, and what was there. */
export interface Looked {
  url: string;
  because: Found;
  kind: SourceKind | undefined;
  items: number;
  problem: Problem | undefined;
}

/** One that a person is at. */
export interface Drafting {
  id: string;
  said: Said;
  /** What was looked at on the way. */
  looked: Looked[];
  isUnderWay: boolean;
  /** What came of it at last, with the first reading of each source. */
  made?: { draft: Draft; readings: Preview[] } | undefined;
  /** Why nothing came of it. */
  failed?: string | undefined;
}

interface Kept extends Drafting {
  memory: Memory;
  left: AbortController;
  /** When a person was at it last, on the clock that only goes forward. */
  at: number;
}

/** Each holds what it has seen of a site, which may be megabytes. */
const MOST = 6;
const KEPT_MS = 3_600_000;
/** A polite look around takes a minute; nobody waits for longer than a few. */
const WITHIN_MS = 240_000;

export class Drafts {
  readonly #kept = new Map<string, Kept>();
  readonly #tools: DraftingTools;
  readonly #looks: Looks;
  readonly #taken: () => Promise<string[]>;

  /** @param taken ids that are another watch's */
  constructor(tools: DraftingTools, looks: Looks, taken: () => Promise<string[]>) {
    this.#tools = tools;
    this.#looks = looks;
    this.#taken = taken;
  }

  of(id: string): Drafting | undefined {
    const kept = this.#kept.get(id);
    if (kept) kept.at = performance.now();
    return kept;
  }

  /** @throws {PlainError} when too many are under way */
  begin(said: Said): Drafting {
    this.#makeRoom();
    const memory = { seen: new Map(), samples: new Map() };
    const kept: Kept = {
      id: randomUUID(),
      said,
      looked: [],
      isUnderWay: false,
      memory,
      left: new AbortController(),
      at: performance.now(),
    };
    this.#kept.set(kept.id, kept);
    this.#lookAround(kept);
    return kept;
  }

  /** Looks around once more, with something said otherwise. What was looked at is not fetched again. */
  again(id: string, said: Said): void {
    const kept = this.#kept.get(id);
    if (!kept || kept.isUnderWay) return;
    kept.said = said;
    kept.looked = [];
    this.#lookAround(kept);
  }

  /** Forgets it, and looks no further. */
  leave(id: string): void {
    this.#kept.get(id)?.left.abort();
    this.#kept.delete(id);
  }

  #lookAround(kept: Kept): void {
    kept.isUnderWay = true;
    kept.failed = undefined;
    void this.#looks
      .look(WITHIN_MS, (signal) => this.#make(kept, signal), kept.left.signal)
      .then((made) => {
        kept.made = made;
      })
      .catch((error) => {
        kept.made = undefined;
        kept.failed = error instanceof PlainError ? error.message : UNFINISHED;
        if (!(error instanceof PlainError || kept.left.signal.aborted))
          this.#tools.log.error({ event: "failed", step: "draft", error: String(error) }, "a draft was not made");
      })
      .finally(() => {
        kept.isUnderWay = false;
        kept.at = performance.now();
      });
  }

  async #make({ said, memory, looked }: Kept, signal: AbortSignal): Promise<NonNullable<Drafting["made"]>> {
    const made = await draft(
      this.#tools,
      said,
      await this.#taken(),
      memory,
      {
        looked: ({ url, because }, { reading, kind }) =>
          void looked.push({
            ...{ url, because, kind },
            items: reading.kind === "entries" ? reading.entries.length : 0,
            problem: reading.kind === "problem" ? reading : undefined,
          }),
      },
      signal,
    );
    if (signal.aborted) throw new PlainError(UNFINISHED, 1);
    return { draft: made, readings: await firstReadings(this.#tools, made) };
  }

  /** Those that nobody is at any more go first. */
  #makeRoom(): void {
    const oldest = [...this.#kept.values()].filter((one) => !one.isUnderWay).sort((a, b) => a.at - b.at);
    for (const { id, at } of oldest)
      if (this.#kept.size >= MOST || performance.now() - at > KEPT_MS) this.#kept.delete(id);
    if (this.#kept.size >= MOST)
      throw new PlainError("Others are having sites looked at just now; try again in a minute.", 1);
  }
}

const UNFINISHED = "That took too long, and was left. Look again: what was seen is not fetched twice.";
