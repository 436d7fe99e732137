/**
 * What keeps forms safe. Only a page of this bot's own sends one (its origin), only one that this run of it showed to this very person
 * (the token), and it is no larger than a form of ours can be. OWASP, "Cross-Site Request Forgery Prevention Cheat Sheet".
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, Env, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { html } from "hono/html";
import type { Settings } from "../../config/settings.ts";
import { nameOf } from "../../drafting/names.ts";
import { visitorOf } from "../guard.ts";
import { layout } from "../layout.ts";
import { Posted } from "./posted.ts";

const MOST_BYTES = 1024 * 1024;
const MOST_FIELDS = 4000;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
export const TOKEN = "token";
export const NAME_FIELD = "your-name";
/** Who does not say who they are. */
const SOMEBODY = "somebody at the page";

/** Whoever looks at a page that has forms. */
export interface Visit {
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
  readonly #hasPassword: boolean;

  constructor(settings: () => Settings["web"], hasPassword: boolean) {
    this.#settings = settings;
    this.#hasPassword = hasPassword;
  }

  visit(context: Context): Visit {
    const name = nameOf(visitorOf(context, this.#settings(), this.#hasPassword) ?? "") || undefined;
    const sent: unknown = context.get("form");
    const typed = sent instanceof Posted ? sent.line(NAME_FIELD) : "";
    return { name, typed, token: (action) => this.#token(name, action), done: context.req.query("done") };
  }

  /** In this order, before any form is looked at. */
  get guards(): MiddlewareHandler<Shielded>[] {
    const isOurs = (origin: string, context: Context) => {
      const { public_url } = this.#settings();
      const ours = [context.req.url, ...(public_url ? [public_url] : [])].map((url) => new URL(url).origin);
      return ours.includes(origin);
    };
    const onError = (context: Context) => refused(context, 413, "That is more than a form of this page holds.");
    return [
      async (context, next) =>
        FORM_TYPE.test(context.req.header("content-type") ?? "")
          ? next()
          : refused(context, 415, "Only forms, please."),
      csrf({ origin: isOurs }),
      bodyLimit({ maxSize: MOST_BYTES, onError }),
      async (context, next) => {
        const text = await context.req.text();
        if (text.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) return onError(context);
        const fields = new URLSearchParams(text);
        const { name } = this.visit(context);
        const expected = this.#token(name, context.req.path);
        if (!isSame(fields.get(TOKEN) ?? "", expected))
          return refused(
            context,
            403,
            "The bot was started again since you opened that form. Go back, load the page anew, and send it once more.",
          );
        const by = name ?? (nameOf(fields.get(NAME_FIELD) ?? "") || SOMEBODY);
        context.set("form", new Posted(fields, { from: "page", name: by }));
        return next();
      },
    ];
  }

  #token(name = "", action: string): string {
    return createHmac("sha256", this.#key).update(`${name}\n${action}`).digest("base64url");
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refused(context: Context, status: 403 | 413 | 415, why: string): Response | Promise<Response> {
  const body = html`<h1>Not taken</h1><p>${why}</p>`;
  return context.html(layout({ title: "Not taken", body }), status, { "cache-control": "no-store" });
}
