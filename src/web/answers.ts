/** What every answer has in common: its headers, and the sentences that are said instead of a page. */
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { redacted } from "../config/redaction.ts";
import type { PublicPart } from "../watch/names.ts";
import { Busy } from "./gate.ts";
import { layout } from "./layout.ts";
import { readerOf } from "./reader.ts";

/** Nothing from other hosts, no inline script or style, no frames: what was fetched cannot do anything on the pages. */
const secure = secureHeaders({
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

/** Whatever is answered is for who asked, and kept by nobody on the way (RFC 9111 §5.2.2); only assets say nothing of the watches. */
const unshared: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set("cache-control", context.req.path.startsWith("/assets/") ? "no-cache" : "private, no-store");
};

/** What is made here may show what no other way out has seen: a fault of the settings, what a service said just now. */
const redacting: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  const isMade = MADE_HERE.test(res.headers.get("content-type") ?? "") && !res.headers.has("content-disposition");
  if (!isMade || !res.body) return;
  const text = await res.text();
  context.res = new Response(redacted(text), res);
};

const MADE_HERE =
  /^(?:text\/(?!event-stream)|image\/svg|application\/(?:[\w.-]*\+)?(?:json|xml|yaml|openmetrics-text))/;

/** A badge that everybody may see is shown on others' pages, and kept for some minutes by who shows it. */
const embedded: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.ok || !context.req.path.endsWith("/badge.svg")) return;
  context.res.headers.set("cross-origin-resource-policy", "cross-origin");
  context.res.headers.set("cache-control", "public, max-age=300");
};

/** @param parts what the settings open to everybody */
export function headers(parts: readonly PublicPart[]): MiddlewareHandler[] {
  return [...(parts.includes("badge") ? [embedded] : []), unshared, secure, redacting];
}

/** Somebody asks too much, or too many ask. @param seconds until it is worth asking again */
export function later(context: Context, status: 429 | 503, seconds: number, says: string): Response {
  return context.text(`${says}\n`, status, { "retry-after": String(seconds) });
}

/** What was asked for was not there in time. @throws {unknown} what is no matter of time */
export function orLater(context: Context, error: unknown): Response {
  if (!(error instanceof Busy)) throw error;
  return later(context, 503, 2, "Many are asking just now; try again in a moment.");
}

export async function notFound(context: Context): Promise<Response> {
  const { frame } = readerOf(context).words;
  return isForPrograms(context)
    ? context.json({ error: "there is nothing here" }, 404)
    : sentence(context, 404, frame.notFound, frame.nothingHere);
}

/** In place of a page. */
export async function sentence(
  context: Context,
  status: ContentfulStatusCode,
  title: string,
  says: string,
): Promise<Response> {
  const reader = readerOf(context);
  const body = html`<h1>${title}</h1><p>${says}</p><p><a href="/">${reader.words.frame.toWatches}</a></p>`;
  return context.html(layout({ title, reader, body }), status);
}

function isForPrograms({ req }: Context): boolean {
  return req.path === "/api" || req.path.startsWith("/api/");
}
