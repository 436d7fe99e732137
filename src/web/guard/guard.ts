/**
 * Who may see the pages, in this order: who asks by a name that leads here; for the health of the process, and what the settings open,
 * anybody; then whom a named proxy vouches for, or who knows the password; where neither is set, whoever is on this machine.
 */
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "../../config/public-address.ts";
import type { Settings } from "../../config/settings.ts";
import { DIRECTORY_PATH } from "../../fetch/signing.ts";
import { later } from "../answers.ts";
import { Busy } from "../gate.ts";
import { AskedNames, bare } from "./asked-name.ts";
import { Guesses } from "./guesses.ts";
import { Password } from "./password.ts";
import { Proxies, SECRET_HEADER } from "./proxies.ts";
import { isPublic } from "./public-parts.ts";

/** What only the environment holds. */
export interface Keys {
  /** The password, or its hash. */
  password?: string | undefined;
  /** What a named proxy sends with every request. */
  proxySecret?: string | undefined;
}

/** What says nothing but how the process does. */
export const HEALTH: readonly string[] = ["/healthz", "/readyz"];
/** What anybody may ask for: besides, by which key requests are signed. */
const OPEN: readonly string[] = [...HEALTH, DIRECTORY_PATH];

export class Guard {
  readonly #web: Settings["web"];
  readonly #names: AskedNames;
  readonly #proxies: Proxies;
  readonly #password: Password | undefined;
  readonly #guesses = new Guesses();
  readonly #onlookers = new WeakSet<Request>();

  constructor(web: Settings["web"], { password, proxySecret }: Keys) {
    this.#web = web;
    this.#names = new AskedNames(web);
    this.#proxies = new Proxies(web, proxySecret);
    this.#password = password === undefined ? undefined : new Password(password);
  }

  /** Lets nobody in who does not ask by a name of this bot's. */
  get names(): MiddlewareHandler {
    return async (context, next) => {
      const { headersDistinct, socket } = incomingOf(context);
      const [host, ...others] = headersDistinct.host ?? [];
      // No browser leaves it out; a program of old that asks for health does (HTTP/1.0).
      if (host === undefined && HEALTH.includes(context.req.path)) return next();
      if (host === undefined || others.length > 0) return context.text("Say by one Host whom you ask.\n", 400);
      if (this.#names.areOurs(host, context.req.url, socket)) return next();
      // RFC 9110 §15.5.20
      return context.text(
        "By that name nobody is at home here. Ask by the address that this listens on, or set web.public_url to the one that people open; web.names takes further names.\n",
        421,
      );
    };
  }

  get visitors(): MiddlewareHandler {
    return async (context, next) => {
      const { path, method } = context.req;
      if (OPEN.includes(path) || this.#proxies.nameIn(incomingOf(context))) return next();
      // Who gives a password is held to it, so that nobody believes to be in who is not.
      if (isPublic(this.#web.public, method, path) && context.req.header("authorization") === undefined) {
        if (this.#password || this.#web.trusted_header || !isLoopback(this.#web.host))
          this.#onlookers.add(context.req.raw);
        return next();
      }
      if (this.#password) return (await this.#refusalOf(context, this.#password)) ?? next();
      const { trusted_header } = this.#web;
      if (trusted_header)
        return context.text(
          `Only a proxy that web.trusted_proxies names may ask, with ${trusted_header} and ${SECRET_HEADER}.\n`,
          403,
        );
      if (this.#isAskedFromHere(context)) return next();
      return context.text(
        "The page is shut: set WEB_PASSWORD, or web.trusted_header, to open it beyond this machine.\n",
        403,
      );
    };
  }

  /**
   * Who asks, of those who were let in: whom the proxy vouches for, or who gave a name with the password.
   * @returns undefined where nobody says it
   */
  visitorOf(context: Context): string | undefined {
    const given = this.#password && context.req.header("authorization");
    return this.#proxies.nameIn(incomingOf(context)) ?? ((given && credentialsIn(given).name) || undefined);
  }

  /** By a name that others have for it, it is asked through a proxy on this machine: by whom, nobody knows. */
  #isAskedFromHere(context: Context): boolean {
    const asked = [`http://${context.req.header("host")}`, context.req.url];
    const areHere = asked.every((address) => URL.canParse(address) && isLoopback(bare(new URL(address).hostname)));
    return isLoopback(this.#web.host) && areHere;
  }

  /** Whether somebody asks whom nobody vouches for: they see what is public, and change nothing. */
  isOnlooker(context: Context): boolean {
    return this.#onlookers.has(context.req.raw);
  }

  /** Who asks, as far as the network tells. */
  clientOf(context: Context): string {
    return this.#proxies.clientOf(incomingOf(context));
  }

  async #refusalOf(context: Context, password: Password): Promise<Response | undefined> {
    const { signal } = context.req.raw;
    const given = context.req.header("authorization");
    if (given) {
      try {
        if (await password.is(credentialsIn(given).password)) return undefined;
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        return later(context, 429, 2, "Many passwords are being tried just now; try again in a moment.");
      }
      const seconds = await this.#guesses.wrong(this.clientOf(context), signal);
      if (seconds !== undefined)
        return later(context, 429, seconds, "Too many wrong passwords; try again in a minute.");
    }
    context.header("WWW-Authenticate", 'Basic realm="coming-weeks", charset="UTF-8"');
    return context.text("A password is needed.\n", 401);
  }
}

function incomingOf(context: Context): HttpBindings["incoming"] {
  return (context.env as HttpBindings).incoming;
}

/** RFC 7617, in UTF-8 as is asked for. */
function credentialsIn(header: string): { name: string; password: string } {
  const [, credentials = ""] = /^Basic ([\w+/=]+)$/i.exec(header) ?? [];
  const [, name = "", password = ""] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, "base64").toString()) ?? [];
  return { name, password };
}
