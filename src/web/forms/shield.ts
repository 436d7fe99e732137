/**
 * What keeps forms safe. Only a page of this bot's own sends one (its origin), only one that this run of it showed to this very person
 * (the token), and it is no larger than a form of ours can be. OWASP, "Cross-Site Request Forgery Prevention Cheat Sheet".
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Env, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Settings } from "../../config/settings.ts";
import { nameOf } from "../../drafting/names.ts";
import { orLater, sentence } from "../answers.ts";
import { Gate } from "../gate.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { FormWords } from "../words/forms/words.ts";
import { Posted } from "./posted.ts";

const MOST_BYTES = 1_000_000;
const MOST_FIELDS = 4000;
/** Of the largest, each takes some megabytes while it is read. */
const BODIES = { atOnce: 2, waiting: 32, within: 10_000 };
const ARRIVES_WITHIN_MS = 10_000;
const TOO_SLOW = new Error("the form did not arrive in time");
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
export const TOKEN = "token";
export const NAME_FIELD = "your-name";
/** Who does not say who they are. */
const SOMEBODY = "somebody at the page";

/** Whoever looks at a page that has forms. */
export interface Visit {
  reader: Reader;
  /** As somebody else vouches for it; undefined where each form asks. */
  name: string | undefined;
  /** As they wrote it into the form that they sent. */
  typed: string;
  /** What a form carries that is sent to an address. */
  token(action: string): string;
  /** What they were just told of: a name of a sentence (done.ts). */
  done: string | undefined;
}

/** What is known of a form once it has come through. */
export interface Shielded extends Env {
  Variables: { form: Posted };
}

export class Shield {
  readonly #key = randomBytes(32);
  readonly #settings: () => Settings["web"];
  readonly #visitorOf: (context: Context) => string | undefined;
  readonly #bodies = new Gate(BODIES);

  /** @param visitorOf who asks, where somebody vouches for it */
  constructor(settings: () => Settings["web"], visitorOf: (context: Context) => string | undefined) {
    this.#settings = settings;
    this.#visitorOf = visitorOf;
  }

  visit(context: Context): Visit {
    const name = nameOf(this.#visitorOf(context) ?? "") || undefined;
    const sent: unknown = context.get("form");
    const typed = sent instanceof Posted ? sent.line(NAME_FIELD) : "";
    return {
      reader: readerOf(context),
      name,
      typed,
      token: (action) => this.#token(name, action),
      done: context.req.query("done"),
    };
  }

  /** In this order, before any form is looked at. */
  get guards(): MiddlewareHandler<Shielded>[] {
    const isOurs = (origin: string, context: Context) => {
      const { public_url } = this.#settings();
      const ours = [context.req.url, ...(public_url ? [public_url] : [])].map((url) => new URL(url).origin);
      return ours.includes(origin);
    };
    const onError = (context: Context) => refused(context, 413, "tooLarge");
    return [
      async (context, next) =>
        FORM_TYPE.test(context.req.header("content-type") ?? "") ? next() : refused(context, 415, "noForm"),
      csrf({ origin: isOurs }),
      bodyLimit({ maxSize: MOST_BYTES, onError }),
      async (context, next) => {
        const text = await this.#textOf(context);
        if (text instanceof Response) return text;
        if (text.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) return onError(context);
        const fields = new URLSearchParams(text);
        const { name } = this.visit(context);
        const expected = this.#token(name, context.req.path);
        if (!isSame(fields.get(TOKEN) ?? "", expected)) return refused(context, 403, "otherRun");
        const by = name ?? (nameOf(fields.get(NAME_FIELD) ?? "") || SOMEBODY);
        context.set("form", new Posted(fields, { from: "page", name: by }));
        return next();
      },
    ];
  }

  /** A body is read as it comes, and no longer than a form takes to arrive. */
  async #textOf(context: Context): Promise<string | Response> {
    try {
      return await this.#bodies.through(() => inTime(context.req.text()), context.req.raw.signal);
    } catch (error) {
      if (error !== TOO_SLOW) return orLater(context, error);
      return refused(context, 408, "tooSlow");
    }
  }

  #token(name = "", action: string): string {
    return createHmac("sha256", this.#key).update(`${name}\n${action}`).digest("base64url");
  }
}

async function inTime(text: Promise<string>): Promise<string> {
  // What waits on beside it would keep the text.
  const isHere = new AbortController();
  const tooSlow = sleep(ARRIVES_WITHIN_MS, undefined, { signal: isHere.signal }).then(() => {
    throw TOO_SLOW;
  });
  return Promise.race([text, tooSlow]).finally(() => isHere.abort());
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refused(
  context: Context,
  status: 403 | 408 | 413 | 415,
  why: keyof FormWords["outcome"]["refused"],
): Promise<Response> {
  const { outcome } = readerOf(context).words.forms;
  return sentence(context, status, outcome.notTaken, outcome.refused[why]);
}
