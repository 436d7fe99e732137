/**
 * All that the bot asks of Discord's HTTP: what is most urgent first, no faster than Discord takes it, and nothing more once it refuses the
 * token. One for all places, as Discord counts requests by the bot and by its address, not by channel.
 */
import { setTimeout as wait } from "node:timers/promises";
import { DiscordAPIError, HTTPError, RateLimitError, REST, RESTEvents, type RESTOptions } from "discord.js";
import PQueue from "p-queue";
import { redacted } from "../../../config/redaction.ts";

/** `upkeep`: cards, pins, what is passed on; no news waits for it. */
export type Importance = "urgent" | "news" | "upkeep";
const PRIORITIES: Record<Importance, number> = { urgent: 2, news: 1, upkeep: 0 };

/** Discord takes 50 a second ("Global Rate Limit"); with what a timer is late by, these are some 45. */
const SPACING_MS = 21;
/** At 80 ms each, so many at once make use of that. */
const AT_ONCE = 10;
const TIMEOUT_MS = 15_000;
/** A limit that is over sooner is waited for; otherwise the outbox goes on with other places. */
const SHORT_WAIT_MS = 2000;
/** After so many failures in a row Discord is down, and is asked once a second until it is not. */
const MANY_FAILURES = 20;
const WHEN_DOWN_MS = 1000;
/** Discord shuts out an address for an hour at 10,000 requests that it refuses in ten minutes ("Invalid Request Limit"). */
const MOST_REFUSED = 5000;
const REFUSED_STEP = 500;

/** How every client of ours speaks HTTP. @param api the API's address, with or without a version; Discord's own by default */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  const [, base, version] = /^(.*?)(?:\/v(\d+))?\/?$/.exec(api ?? "") ?? [];
  return {
    ...(base ? { api: base } : {}),
    ...(version ? { version } : {}),
    // discord.js's undici takes no form data beside another version of undici (discordjs/discord.js issues 10946 and 11525);
    // Node's own fetch does.
    makeRequest: async (url, { dispatcher: _, ...init }) =>
      discords(await fetch(url, { ...init, body: told(init.body), redirect: "manual" } as RequestInit)),
  };
}

/** What is sent there many may read: it may say what another service said just now. With files, the message is a field of a form. */
function told(body: unknown): unknown {
  if (typeof body === "string") return redacted(body);
  if (body instanceof FormData)
    for (const [name, field] of [...body]) if (typeof field === "string") body.set(name, redacted(field));
  return body;
}

/** What no server of Discord's says: a proxy's page, a network's login, an answer with nothing in it. What was asked may have been done. */
export class StrangeAnswer extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`something other than Discord answered ${status}, without JSON`);
    this.name = "StrangeAnswer";
    this.status = status;
  }
}

/** So much later it asks again where it is to wait and is not told how long, and never sooner than the other. */
const UNSAID_WAIT_S = 5;
const LEAST_WAIT_S = 0.25;
/** Statuses whose answers have no body. */
const BODILESS = new Set([204, 205, 304]);

/**
 * An answer whole, while the time for it runs: discord.js waits for a body without end, and asks again at once where it is to wait and
 * no header says how long.
 * @throws {StrangeAnswer} what Discord did not say must be taken for neither a yes nor a no
 */
async function discords(response: Response): Promise<Response> {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  const body = await response.arrayBuffer();
  const isJson = headers.get("content-type")?.startsWith("application/json") && body.byteLength > 0;
  if (status === 429) headers.set("retry-after", String(waitOf(headers, isJson ? body : undefined)));
  else if (status < 500 && status !== 204 && !isJson) throw new StrangeAnswer(status);
  return new Response(BODILESS.has(status) ? null : body, { status, statusText, headers });
}

/** In seconds. */
function waitOf(headers: Headers, body: ArrayBuffer | undefined): number {
  const said = Number(headers.get("retry-after") ?? Number.NaN);
  const wait = Number.isFinite(said) ? said : body ? retryAfter(body) : Number.NaN;
  return Number.isFinite(wait) && wait >= 0 ? Math.max(LEAST_WAIT_S, wait) : UNSAID_WAIT_S;
}

function retryAfter(body: ArrayBuffer): number {
  try {
    return Number((JSON.parse(new TextDecoder().decode(body)) as { retry_after?: unknown } | null)?.retry_after);
  } catch {
    return Number.NaN;
  }
}

interface RequestsParts {
  token?: string | undefined;
  /** Discord's own by default. */
  api?: string | undefined;
  /** Is told when Discord wants no request for a while. */
  onLimit?: ((milliseconds: number) => void) | undefined;
}

export class Requests {
  readonly #rest: REST;
  /** One until Discord has taken one: a token that is refused is refused once. */
  readonly #queue = new PQueue({ concurrency: 1 });
  /** When the next may go out, on the process's own clock, which nobody sets. */
  #next = 0;
  #turns: Promise<void> = Promise.resolve();
  #refused: DiscordAPIError | undefined;
  /** In a row: no answer, or that Discord is at fault. */
  #failures = 0;
  /** How far Discord's clock is ahead of ours, in milliseconds. */
  #ahead = 0;

  readonly #onLimit: (milliseconds: number) => void;

  constructor({ token, api, onLimit = () => undefined }: RequestsParts) {
    this.#onLimit = onLimit;
    const options = restOptions(api);
    this.#rest = new REST({
      ...options,
      // The outbox does the retrying, so that a wait outlives the process.
      retries: 0,
      timeout: TIMEOUT_MS,
      // It counts by the machine's clock, which may be set; the pace is kept here.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > SHORT_WAIT_MS,
      invalidRequestWarningInterval: REFUSED_STEP,
      makeRequest: async (url, init) => {
        const response = await (options.makeRequest ?? fetch)(url, init as never);
        const theirs = Date.parse(response.headers.get("date") ?? "");
        if (!Number.isNaN(theirs)) this.#ahead = theirs - Date.now();
        return response;
      },
    });
    if (token) this.#rest.setToken(token);
    this.#rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      if (count >= MOST_REFUSED) this.#limit(remainingTime);
    });
  }

  /** What Discord's clock says, in milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /**
   * Asks as the bot.
   * @throws what Discord's client does; at once what it threw before, when Discord refused the token
   */
  async asBot<T>(importance: Importance, ask: (rest: REST) => Promise<unknown>): Promise<T> {
    return this.#ask<T>(importance, async (rest) => {
      if (this.#refused) throw this.#refused;
      try {
        return await ask(rest);
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === 401) this.#refused = error;
        throw error;
      }
    });
  }

  /** Asks as whoever knows the address: a webhook. */
  async asAnybody<T>(importance: Importance, ask: (rest: REST) => Promise<unknown>): Promise<T> {
    return this.#ask<T>(importance, ask);
  }

  async #ask<T>(importance: Importance, ask: (rest: REST) => Promise<unknown>): Promise<T> {
    const priority = PRIORITIES[importance];
    return this.#queue.add(
      async () => {
        await this.#turn();
        try {
          const answer = await ask(this.#rest);
          this.#queue.concurrency = AT_ONCE;
          this.#failures = 0;
          return answer as T;
        } catch (error) {
          if (error instanceof RateLimitError && error.global) this.#limit(error.retryAfter);
          this.#failures = isOutage(error) ? this.#failures + 1 : 0;
          if (this.#failures >= MANY_FAILURES) this.pause(WHEN_DOWN_MS);
          throw error;
        }
      },
      { priority },
    ) as Promise<T>;
  }

  /** One after the other: a process that was held up does not send all at once what it is behind with. */
  #turn(): Promise<void> {
    this.#turns = this.#turns.then(async () => {
      const left = this.#next - performance.now();
      if (left > 0) await wait(left);
      this.#next = Math.max(this.#next, performance.now() + SPACING_MS);
    });
    return this.#turns;
  }

  /** Discord wants no request at all for so long, whoever asks for the same bot. */
  #limit(milliseconds: number): void {
    this.pause(milliseconds);
    this.#onLimit(milliseconds);
  }

  /** Asks nothing for so long. */
  pause(milliseconds: number): void {
    this.#next = Math.max(this.#next, performance.now() + milliseconds);
  }

  close(): void {
    this.#rest.clearHandlerSweeper();
    this.#rest.clearHashSweeper();
  }
}

function isOutage(error: unknown): boolean {
  if (error instanceof RateLimitError) return false;
  const isAnswer = error instanceof DiscordAPIError || error instanceof HTTPError;
  return isAnswer ? error.status >= 500 : true;
}
