/** robots.txt, asked once a day per site (RFC 9309). */
import robotsParser from "robots-parser";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Capture } from "./capture.ts";

/** RFC 9309 §2.4: a copy should not be used for longer than 24 hours. */
const KEPT_MS = 86_400_000;
/** After a failure to read it, ask again sooner. */
const RETRY_MS = 60_000;
/** RFC 9309 §2.5: at least 500 KiB must be read; we read no more. */
const MAX_CHARACTERS = 512_000;
const MAX_CRAWL_DELAY_MS = 60_000;

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
/** The package is CommonJS, and its types describe another shape of export. */
const parseRules = robotsParser as unknown as (url: string, text: string) => Rules;

interface Kept {
  at: InstantText;
  keptFor: number;
  rules: Rules | "allow-all" | Unreachable;
}

/** robots.txt could not be read, and why. */
type Unreachable = { kind: "unreachable"; capture: Capture };

export type Permission = { kind: "allowed"; crawlDelay: number } | { kind: "forbidden" } | Unreachable;

/** Keeps the robots.txt of each site. `ask` fetches an address as it stands, with no look at robots.txt. */
export class Robots {
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #agent: string;
  readonly #ask: (url: string) => Promise<{ capture: Capture; text: string }>;

  constructor(agent: string, ask: (url: string) => Promise<{ capture: Capture; text: string }>) {
    this.#agent = agent;
    this.#ask = ask;
  }

  /** Whether an address may be read, and how long to wait between two requests to its host, in milliseconds. */
  async permission(url: string, now: InstantText): Promise<Permission> {
    const { rules } = await this.#rules(new URL(url).origin, now);
    if (rules === "allow-all") return { kind: "allowed", crawlDelay: 0 };
    if ("kind" in rules) return rules;
    if (rules.isAllowed(url, this.#agent) === false) return { kind: "forbidden" };
    return {
      kind: "allowed",
      crawlDelay: Math.min(Number(rules.getCrawlDelay(this.#agent) ?? 0) * 1000 || 0, MAX_CRAWL_DELAY_MS),
    };
  }

  async #rules(site: string, now: InstantText): Promise<Kept> {
    const kept = await this.#kept.get(site);
    if (kept && Math.abs(elapsed(kept.at, now)) <= kept.keptFor) return kept;
    const asked = this.#read(site, now, kept);
    this.#kept.set(site, asked);
    return asked;
  }

  /**
   * RFC 9309 §2.3.1.3: "unavailable" (4xx) allows everything. §2.3.1.4: "unreachable" (5xx, no answer) forbids
   * everything; a copy that was read earlier may go on being used.
   */
  async #read(site: string, now: InstantText, earlier: Kept | undefined): Promise<Kept> {
    const address = `${site}/robots.txt`;
    const { capture, text } = await this.#ask(address);
    if (capture.kind === "failure" || capture.status >= 500) {
      const isUsable = earlier && (earlier.rules === "allow-all" || !("kind" in earlier.rules));
      return { at: now, keptFor: RETRY_MS, rules: isUsable ? earlier.rules : { kind: "unreachable", capture } };
    }
    const isRobots = capture.status === 200 && !/^\s*</.test(text);
    return {
      at: now,
      keptFor: KEPT_MS,
      rules: isRobots ? parseRules(address, text.slice(0, MAX_CHARACTERS)) : "allow-all",
    };
  }
}
