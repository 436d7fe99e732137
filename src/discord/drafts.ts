/** Watches in the making on Discord: in memory, few, for a while, each for the person alone who began it. */
import { randomBytes } from "node:crypto";
import pLimit from "p-limit";
import type { Memory } from "../drafting/draft.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import type { Desk, Upkeep } from "./desk.ts";

/** Whoever changes the watches, with what, in which language. */
export interface Changing {
  desk: Desk;
  upkeep: Upkeep;
  drafts: Drafts;
  language: Language;
}

/** What a person typed into the first form, by question. */
export type Typed = Readonly<Record<"title" | "who" | "words" | "link" | "site", string>>;

export interface Making {
  /** By which its buttons know it. */
  readonly key: string;
  readonly person: string;
  typed: Typed;
  /** Left out while what was typed cannot be read. */
  said?: Said | undefined;
  /** What was proposed last. */
  made?: Draft | undefined;
  readonly memory: Memory;
  /** Nothing else is done with it meanwhile. */
  isBeingWritten?: boolean;
  /** When something was done about it last. */
  at: InstantText;
}

/** Each holds what its site lists: with more, memory would be short in a small container. */
const MOST = 8;
const LONGEST_MS = 1_800_000;
/** Sites that are looked at at the same time; others wait. */
const MOST_LOOKING = 2;

export class Drafts {
  /** By person: who begins anew leaves the one before. */
  readonly #kept = new Map<string, Making>();
  /** People for whom a site is looked at, or who wait for that. */
  readonly #looking = new Set<string>();
  readonly #looks = pLimit(MOST_LOOKING);
  /** What is written is written one after the other: each knows of those before it. */
  readonly inTurn = pLimit(1);
  readonly #longestLook: number;

  /** @param longestLook how long a site is looked at, in milliseconds */
  constructor(longestLook = 60_000) {
    this.#longestLook = longestLook;
  }

  begin(person: string, typed: Typed, now: InstantText): Making {
    this.#forget(now);
    this.#kept.delete(person);
    const [oldest] = this.#kept.size >= MOST ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    const memory = { seen: new Map(), samples: new Map() };
    const making: Making = { key: randomBytes(8).toString("hex"), person, typed, memory, at: now };
    this.#kept.set(person, making);
    return making;
  }

  /** @returns why nothing can be done with it by this person just now, where nothing can */
  find(key: string, person: string, now: InstantText): Making | "gone" | "anothers" | "looking" | "writing" {
    this.#forget(now);
    const found = [...this.#kept.values()].find((making) => making.key === key);
    if (!found) return "gone";
    if (found.person !== person) return "anothers";
    if (found.isBeingWritten) return "writing";
    if (this.isLooking(person)) return "looking";
    found.at = now;
    return found;
  }

  leave({ person, key }: Making): void {
    if (this.#kept.get(person)?.key === key) this.#kept.delete(person);
  }

  isLooking(person: string): boolean {
    return this.#looking.has(person);
  }

  /** Whether who looks next has to wait. */
  get isFull(): boolean {
    return this.#looks.activeCount >= MOST_LOOKING;
  }

  /** Looks for somebody in their turn, for so long. @param work is given what aborts at the end of that */
  async look<T>({ person, memory }: Making, work: (time: AbortSignal) => Promise<T>): Promise<T> {
    this.#looking.add(person);
    try {
      return await this.#looks(() => work(AbortSignal.timeout(this.#longestLook)));
    } finally {
      this.#looking.delete(person);
      // What went wrong may go better when they ask again, and what was cut short was not looked at.
      for (const [url, { capture }] of memory.seen) if (capture.kind === "failure") memory.seen.delete(url);
      for (const [url, found] of memory.samples) if (!found) memory.samples.delete(url);
    }
  }

  #forget(now: InstantText): void {
    for (const [person, { at }] of this.#kept) if (elapsed(at, now) > LONGEST_MS) this.#kept.delete(person);
  }
}
