/**
 * Who may see the pages. On loopback, whoever asks for a loopback name; elsewhere, whoever knows the password or was let
 * through by a trusted proxy. The health checks are open to all.
 */
import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Settings } from "../config/settings.ts";

/** OWASP's least for scrypt, "Password Storage Cheat Sheet". */
const COST = { N: 2 ** 15, maxmem: 64 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
const KEY_BYTES = 32;
const HASH = /^scrypt:([\w-]{22}):([\w-]{43})$/;

/** Wrong passwords that one address may try in a minute. */
const MAX_FAILURES = 8;
const FAILURES_WITHIN_MS = 60_000;
const MAX_ADDRESSES = 10_000;
const MAX_PASSWORD = 256;
const OPEN = ["/healthz", "/readyz"];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES, COST);
  return `scrypt:${salt.toString("base64url")}:${key.toString("base64url")}`;
}

/** Whether a password is the one that a hash was made of; the time it takes does not tell how much of it is right. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = "", expected = ""] = HASH.exec(hash) ?? [];
  const key = await derive(password, Buffer.from(salt, "base64url"), KEY_BYTES, COST);
  const wanted = Buffer.from(expected, "base64url");
  return wanted.length === key.length && timingSafeEqual(wanted, key);
}

/** Nothing from other hosts, no inline script or style, no frames: what was fetched cannot do anything on the pages. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  // With "no-referrer", a browser does not say of a form which site it comes from (Fetch, "serializing a request origin").
  referrerPolicy: "same-origin",
  // The proxy that speaks TLS decides about this.
  strictTransportSecurity: false,
});

export function guard(web: Settings["web"], password: string | undefined): MiddlewareHandler {
  const isLoopback = LOOPBACK.test(web.host) || web.host === "::1";
  const hashed = password === undefined ? undefined : HASH.test(password) ? password : hashPassword(password);
  /** Credentials that were right before, so that each request need not be slow. They are kept as digests under a key of this run. */
  const known = new Set<string>();
  const runKey = randomBytes(32);
  const digest = (text: string) => createHash("sha256").update(runKey).update(text).digest("hex");
  const failures = new Map<string, { count: number; until: number }>();

  async function knows(header: string, address: string): Promise<"yes" | "no" | "wait"> {
    const given = digest(header);
    if (known.has(given)) return "yes";
    const now = performance.now();
    const failed = failures.get(address);
    const recent = failed && failed.until > now ? failed : { count: 0, until: now + FAILURES_WITHIN_MS };
    if (recent.count >= MAX_FAILURES) return "wait";
    // Counted before it is tried: many at once are no way around.
    if (failures.size >= MAX_ADDRESSES) failures.clear();
    failures.set(address, { ...recent, count: recent.count + 1 });
    const { password: tried } = credentialsIn(header);
    if (tried.length > MAX_PASSWORD || !(await isPassword(tried, (await hashed) ?? ""))) return "no";
    known.add(given);
    failures.delete(address);
    return "yes";
  }

  return async (context, next) => {
    if (OPEN.includes(context.req.path)) return next();
    const address = getConnInfo(context).remote.address ?? "";
    if (vouchedFor(context, web)) return next();
    if (hashed !== undefined) {
      const header = context.req.header("authorization");
      const answer = header ? await knows(header, address) : "no";
      if (answer === "yes") return next();
      if (answer === "wait") return refuse(context, 429, "Too many wrong passwords; try again in a minute.");
      context.header("WWW-Authenticate", 'Basic realm="coming-weeks", charset="UTF-8"');
      return refuse(context, 401, "A password is needed.");
    }
    if (web.trusted_header)
      return refuse(context, 403, `Only a trusted proxy may ask, with the header ${web.trusted_header}.`);
    if (!isLoopback)
      return refuse(
        context,
        403,
        "The page is shut: set WEB_PASSWORD, or web.trusted_header, to open it beyond this machine.",
      );
    // A page elsewhere may point a name of its own at this machine: only loopback's own names are answered.
    if (!LOOPBACK.test(context.req.header("host") ?? ""))
      return refuse(context, 403, "Ask for 127.0.0.1 or localhost, or set WEB_PASSWORD.");
    return next();
  };
}

/**
 * Who asks, of those who were let in: whom the trusted proxy vouches for, or who gave a name with the password.
 * @returns undefined where nobody says it
 */
export function visitorOf(context: Context, web: Settings["web"], hasPassword: boolean): string | undefined {
  const header = context.req.header("authorization");
  return vouchedFor(context, web) || (hasPassword && header ? credentialsIn(header).name : "") || undefined;
}

/** The name that a trusted proxy gives; empty where none does. */
function vouchedFor(context: Context, { trusted_header, trusted_proxies }: Settings["web"]): string {
  const address = (getConnInfo(context).remote.address ?? "").replace(/^::ffff:/, "");
  return (trusted_header && trusted_proxies.includes(address) && context.req.header(trusted_header)) || "";
}

/** RFC 7617, in UTF-8 as is asked for. */
function credentialsIn(header: string): { name: string; password: string } {
  const [, credentials = ""] = /^Basic ([\w+/=]+)$/i.exec(header) ?? [];
  const [, name = "", password = ""] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, "base64").toString()) ?? [];
  return { name, password };
}

function refuse(context: Context, status: 401 | 403 | 429, why: string): Response {
  return context.text(`${why}\n`, status, { "cache-control": "no-store" });
}
