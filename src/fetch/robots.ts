/** robots.txt, asked once a day per site (RFC 9309). */
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Answer, Capture } from "./capture.ts";
import type { ReadRobots } from "./robots-rules.ts";

/** RFC 9309 §2.4: a copy should not be used for longer than 24 hours. */
const KEPT_MS = 86_400_000;
/** After a failure to read it, ask again sooner. */
const RETRY_MS = 60_000;
/** Addresses of one site whose permission is kept. */
const MAX_KEPT = 500;

interface Kept {
  at: InstantText;
  keptFor: number;
  rules: Answer | "allow-all" | Unreachable;
  permissions: Map<string, Permission>;
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

  constructor(agent: string, ask: (url: string) => Promise<Capture>, read: ReadRobots) {
    this.#agent = agent;
    this.#ask = ask;
    this.#read = read;
  }

  /** Whether an address may be read, and how long to wait between two requests to its host, in milliseconds. */
  async permission(url: string, now: InstantText): Promise<Permission> {
    const { rules, permissions } = await this.#rules(new URL(url).origin, now);
    if (rules === "allow-all") return { kind: "allowed", crawlDelay: 0 };
    if (rules.kind === "unreachable") return rules;
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
    if (kept && Math.abs(elapsed(kept.at, now)) <= kept.keptFor) return kept;
    const asked = this.#askAnew(site, now, kept);
    this.#kept.set(site, asked);
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
      const isUsable = earlier && (earlier.rules === "allow-all" || earlier.rules.kind === "answer");
      return {
        at: now,
        keptFor: RETRY_MS,
        rules: isUsable ? earlier.rules : { kind: "unreachable", capture },
        permissions,
      };
    }
    return { at: now, keptFor: KEPT_MS, rules: capture.status === 200 ? capture : "allow-all", permissions };
  }
}
