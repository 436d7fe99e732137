/** How much Discord takes: so much a second of a bot, so much of a route, and of an address no more than so many refused requests. */

export interface Allowance {
  count: number;
  milliseconds: number;
}

interface Bucket {
  used: number;
  until: number;
}

/** What is to be answered to a request that is too much. */
export interface TooMuch {
  retryAfter: number;
  scope: "user" | "global" | "shared";
}

export class Traffic {
  /** Of one bot ("Global Rate Limit"). */
  global: Allowance = { count: 50, milliseconds: 1000 };
  /** Of each route and its channel, guild or webhook. */
  route: Allowance = { count: 1000, milliseconds: 1000 };
  /** Messages passed on to followers, of each channel; documented nowhere, known to everybody who did. */
  crossposts: Allowance = { count: 10, milliseconds: 3_600_000 };
  /** Refused requests (401, 403, 429) after which an address is shut out ("Invalid Request Limit"). */
  mostRefused = 10_000;
  /** By status. */
  readonly answered = new Map<number, number>();
  readonly #buckets = new Map<string, Bucket>();

  /** How many requests were answered with one of these statuses. */
  count(...statuses: number[]): number {
    return statuses.reduce((sum, status) => sum + (this.answered.get(status) ?? 0), 0);
  }

  note(status: number): void {
    this.answered.set(status, (this.answered.get(status) ?? 0) + 1);
  }

  get isShutOut(): boolean {
    return this.count(401, 403, 429) >= this.mostRefused;
  }

  /** Takes a request into account. @returns what to say instead of an answer, and the headers of any */
  take(bucket: string, isBots: boolean): { tooMuch?: TooMuch; headers: Record<string, string> } {
    const global = isBots ? this.#use("global", this.global) : undefined;
    if (global && global.left < 0) return { tooMuch: { retryAfter: global.resetAfter, scope: "global" }, headers: {} };
    const { left, resetAfter } = this.#use(bucket, this.route);
    const headers = {
      "x-ratelimit-limit": String(this.route.count),
      "x-ratelimit-remaining": String(Math.max(0, left)),
      "x-ratelimit-reset-after": resetAfter.toFixed(3),
      "x-ratelimit-bucket": Buffer.from(bucket.replace(/\/\d+\b/g, ""))
        .toString("hex")
        .slice(0, 32),
    };
    return left < 0 ? { tooMuch: { retryAfter: resetAfter, scope: "user" }, headers } : { headers };
  }

  /** Takes a message that is passed on into account. */
  takeCrosspost(channel: string): TooMuch | undefined {
    const { left, resetAfter } = this.#use(`crosspost ${channel}`, this.crossposts);
    return left < 0 ? { retryAfter: resetAfter, scope: "shared" } : undefined;
  }

  #use(name: string, { count, milliseconds }: Allowance): { left: number; resetAfter: number } {
    const now = performance.now();
    const known = this.#buckets.get(name);
    const bucket = known && known.until > now ? known : { used: 0, until: now + milliseconds };
    if (bucket.used <= count) bucket.used++;
    this.#buckets.set(name, bucket);
    return { left: count - bucket.used, resetAfter: (bucket.until - now) / 1000 };
  }
}
