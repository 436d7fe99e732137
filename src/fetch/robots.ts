/** robots.txt, asked once a day per site (RFC 9309). */
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Capture } from "./capture.ts";
import type { ReadRobots, RobotsFile } from "./robots-rules.ts";

/** RFC 9309 §2.4: a copy should not be used for longer than 24 hours. */
const KEPT_MS = 86_400_000;
/** After a failure to read it, ask again sooner. */
const RETRY_MS = 60_000;
/** Addresses of one site whose permission is kept. */
const MAX_KEPT = 500;

/** What a site's robots.txt says, or that there is none. */
export type Rules = RobotsFile | "allow-all";

interface Kept {
  at: InstantText;
  keptFor: number;
  rules: Rules | Unreachable;
  permissions: Map<string, Permission>;
}

/** Where the robots.txt of sites are kept for those who come later, and for others. */
export interface RobotsMemory {
  recall(site: string): Promise<{ at: InstantText; rules: Rules } | undefined>;
  keep(site: string, at: InstantText, rules: Rules): Promise<void>;
}

/** robots.txt could not be read, and why. */
type Unreachable = { kind: "unreachable"; capture: Capture };

export type Permission = { kind: "allowed"; crawlDelay: number } | { kind: "forbidden" } | Unreachable;

/** robots.txt says so much that nobody can tell what it says of an address. */
const TOO_COSTLY = "has a robots.txt that costs more to read than is spent on one";

/** Keeps the robots.txt of each site. `ask` fetches an address as it stands, with no look at robots.txt. */
export class Robots {
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #agent: string;
  readonly #ask: (url: string) => Promise<Capture>;
  readonly #read: ReadRobots;
  readonly #memory: RobotsMemory | undefined;

  constructor(agent: string, ask: (url: string) => Promise<Capture>, read: ReadRobots, memory?: RobotsMemory) {
    this.#agent = agent;
    this.#ask = ask;
    this.#read = read;
    this.#memory = memory;
  }

  /** Whether an address may be read, and how long to wait between two requests to its host, in milliseconds. */
  async permission(url: string, now: InstantText): Promise<Permission> {
    const { rules, permissions } = await this.#rules(new URL(url).origin, now);
    if (rules === "allow-all") return { kind: "allowed", crawlDelay: 0 };
    if ("kind" in rules) return rules;
    const known = permissions.get(url);
    if (known) return known;
    const word = await this.#read(rules, url, this.#agent);
    const permission: Permission = word
      ? word.isAllowed
        ? { kind: "allowed", crawlDelay: word.crawlDelay }
        : { kind: "forbidden" }
      : {
          kind: "unreachable",
          capture: { kind: "failure", url, at: now, cause: "too-large", detail: TOO_COSTLY, milliseconds: 0 },
        };
    if (permissions.size >= MAX_KEPT) permissions.clear();
    permissions.set(url, permission);
    return permission;
  }

  async #rules(site: string, now: InstantText): Promise<Kept> {
    const kept = await this.#kept.get(site);
    if (kept && isFresh(kept, now)) return kept;
    const had = this.#recallOrAsk(site, now, kept);
    this.#kept.set(site, had);
    // Whoever asks next is not told of this one's trouble.
    had.catch(() => this.#kept.delete(site));
    return had;
  }

  async #recallOrAsk(site: string, now: InstantText, earlier: Kept | undefined): Promise<Kept> {
    // What cannot be remembered is asked for: no look waits for a database.
    const recalled = await this.#memory?.recall(site).catch(() => undefined);
    const known: Kept | undefined = recalled && { ...recalled, keptFor: KEPT_MS, permissions: new Map() };
    if (known && isFresh(known, now)) return known;
    const asked = await this.#askAnew(site, now, earlier ?? known);
    if (asked.at === now && !isUnreachable(asked.rules) && asked.keptFor === KEPT_MS)
      await this.#memory?.keep(site, now, asked.rules).catch(() => undefined);
    return asked;
  }

  /**
   * RFC 9309 §2.3.1.3: "unavailable" (4xx) allows everything. §2.3.1.4: "unreachable" (5xx, no answer) forbids
   * everything; a copy that was read earlier may go on being used.
   */
  async #askAnew(site: string, now: InstantText, earlier: Kept | undefined): Promise<Kept> {
    const address = `${site}/robots.txt`;
    const capture = await this.#ask(address);
    const permissions = new Map<string, Permission>();
    if (capture.kind === "failure" || capture.status >= 500) {
      const isUsable = earlier && !isUnreachable(earlier.rules);
      return {
        at: now,
        keptFor: RETRY_MS,
        rules: isUsable ? earlier.rules : { kind: "unreachable", capture },
        permissions,
      };
    }
    return { at: now, keptFor: KEPT_MS, rules: capture.status === 200 ? fileOf(capture) : "allow-all", permissions };
  }
}

function isFresh({ at, keptFor }: Kept, now: InstantText): boolean {
  return Math.abs(elapsed(at, now)) <= keptFor;
}

function isUnreachable(rules: Kept["rules"]): rules is Unreachable {
  return rules !== "allow-all" && "kind" in rules;
}

function fileOf({ url, headers, wire, digest }: RobotsFile): RobotsFile {
  return { url, headers, wire, digest };
}
