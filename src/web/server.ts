/** The status page and what stands beside it: the log, the feed, the API, health and metrics. */
import { once } from "node:events";
import { type ServerType, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import { isWanted } from "../log/review.ts";
import { en } from "../message/en.ts";
import { DARK, LIGHT } from "../message/palette.ts";
import { clockPicture } from "../message/picture.ts";
import { timelineOf } from "../status/overview.ts";
import { createApi } from "./api.ts";
import { ASSETS } from "./assets.ts";
import { badge } from "./badge.ts";
import { captureBytes, capturePage } from "./capture-page.ts";
import { archivedWatches, type Desk, isLookedAt, overviewOf, watchNamed } from "./desk.ts";
import { atom } from "./feed.ts";
import { createForms } from "./forms/forms.ts";
import { Shield } from "./forms/shield.ts";
import { guard, headers } from "./guard.ts";
import { type Html, layout } from "./layout.ts";
import { logPage, SPANS } from "./log-page.ts";
import { lookPage, noticePage } from "./look-page.ts";
import { versionsPage } from "./versions-page.ts";
import { watchesPage, watchPage } from "./watch-page.ts";

const HEARTBEAT_MS = 15_000;
const MAX_STREAMS = 50;

/** How it does, for machines: a process that shows no pages serves this as well. */
export function createVitals(desk: Desk): Hono {
  const vitals = new Hono();
  vitals.get("/healthz", async (context) => {
    const { isHealthy, trouble, lastTick, pendingMessages } = await desk.health();
    const why = trouble && en.unwritten.stands(en.unwritten.why[trouble.kind], trouble.since);
    const body = { status: isHealthy ? "ok" : "failing", ...(why ? { why } : {}), lastTick, pendingMessages };
    return context.json(body, isHealthy ? 200 : 503, {
      "cache-control": "no-store",
    });
  });
  // Who shows pages is ready once every watch has been looked at, and from then on: before, they know too little.
  let isReady = false;
  vitals.get("/readyz", async (context) => {
    isReady ||= desk.isReady ? desk.isReady() : await isLookedAt(desk);
    return context.json({ status: isReady ? "ready" : "starting" }, isReady ? 200 : 503, {
      "cache-control": "no-store",
    });
  });
  vitals.get("/metrics", async (context) =>
    context.body(await desk.metrics.metrics(), 200, { "content-type": desk.metrics.contentType }),
  );
  return vitals;
}

export function createPages(desk: Desk): Hono {
  const pages = new Hono();
  let streams = 0;
  pages.use(headers);
  pages.use(guard(desk.settings.web, desk.password));
  const { upkeep } = desk;
  const shield = new Shield(() => desk.settings.web, desk.password !== undefined);
  const visitOf = (context: Context) => (upkeep ? shield.visit(context) : undefined);
  const page = async (context: Context, body: Html | undefined) =>
    body ? context.html(body, 200, { "cache-control": "no-store" }) : notFound(context);
  const svg = (context: Context, body: Html | string) =>
    context.body(String(body), 200, { "content-type": "image/svg+xml; charset=utf-8", "cache-control": "no-cache" });

  pages.route("/", createVitals(desk));
  pages.get("/assets/:name", async (context) => {
    const asset = ASSETS.get(context.req.param("name"));
    return asset
      ? context.body(asset.body, 200, { "content-type": asset.type, "cache-control": "no-cache" })
      : notFound(context);
  });

  if (upkeep) pages.route("/", createForms(desk, upkeep, shield));
  pages.get("/", async (context) => {
    const [only, ...others] = desk.watches;
    const isAlone = only && others.length === 0 && (await archivedWatches(desk)).length === 0;
    return page(context, isAlone ? await watchPage(desk, only, visitOf(context)) : await watchesPage(desk));
  });
  pages.get("/watches/:watch", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    return page(context, watch && (await watchPage(desk, watch, visitOf(context))));
  });
  pages.get("/watches/:watch/versions", async (context) =>
    page(context, await versionsPage(desk, context.req.param("watch"), context.req.query("version"))),
  );
  // As PNG: letters are as wide everywhere as they were laid out.
  pages.get("/watches/:watch/clock.png", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    if (!watch) return notFound(context);
    const shown = await timelineOf(await overviewOf(desk, watch), desk.store);
    const { png } = await clockPicture(shown, "en", context.req.query("theme") === "dark" ? DARK : LIGHT);
    return context.body(new Uint8Array(png), 200, { "content-type": "image/png", "cache-control": "no-cache" });
  });
  pages.get("/watches/:watch/badge.svg", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    return watch ? svg(context, badge((await overviewOf(desk, watch)).status)) : notFound(context);
  });
  pages.get("/looks/:id", async (context) => page(context, await lookPage(desk, context.req.param("id"))));
  pages.get("/notices/:id", async (context) => page(context, await noticePage(desk, context.req.param("id"))));
  pages.get("/captures/:digest", async (context) =>
    page(context, await capturePage(desk, context.req.param("digest"))),
  );
  pages.get("/captures/:digest/bytes", async (context) => {
    const digest = context.req.param("digest");
    const bytes = await captureBytes(desk, digest);
    if (!bytes) return notFound(context);
    return context.body(new Uint8Array(bytes), 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${digest.replace(/\W/g, "").slice(0, 64)}.bin"`,
    });
  });
  const feed = async (context: Context, watch?: string) =>
    context.body(String(await atom(desk, new URL(context.req.url).origin, watch)), 200, {
      "content-type": "application/atom+xml; charset=utf-8",
    });
  pages.get("/feed.atom", (context) => feed(context));
  pages.get("/watches/:watch/feed.atom", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    return watch ? feed(context, watch.id) : notFound(context);
  });
  pages.get("/log", async (context) => {
    const { watch, source, level, days } = context.req.query();
    const span = SPANS.find((one) => one === Number(days)) ?? 7;
    const named = await watchNamed(desk, watch);
    const isSource = desk.watches.some((one) => one.sources.some(({ id }) => id === source));
    const filter = { watch: named?.id, source: isSource ? source : undefined, level: level || undefined, days: span };
    return page(context, await logPage(desk, filter));
  });

  /** A stream of events that ends with the visitor, and of which there are never too many. */
  const stream = (
    context: Context,
    begin: (send: (event: string, data: string) => void) => (() => void) | undefined,
  ) => {
    if (streams >= MAX_STREAMS) return context.text("Too many pages listen already.\n", 503);
    streams += 1;
    return streamSSE(context, async (events) => {
      const send = (event: string, data: string) => void events.writeSSE({ event, data }).catch(() => undefined);
      const end = begin(send);
      const ended = new Promise<void>((resolve) => events.onAbort(resolve));
      try {
        while (end && !events.aborted) {
          await Promise.race([ended, events.sleep(HEARTBEAT_MS)]);
          if (!events.aborted) await events.write(": still here\n\n");
        }
      } finally {
        end?.();
        streams -= 1;
      }
    });
  };
  pages.get("/events", (context) =>
    stream(context, (send) => {
      const looked = () => send("looked", "");
      desk.pulse.on("looked", looked);
      return () => void desk.pulse.off("looked", looked);
    }),
  );
  pages.get("/log/live", (context) => {
    const { watch, source, level } = context.req.query();
    const filter = { watch: watch || undefined, source: source || undefined, level: level || undefined };
    return stream(context, (send) =>
      desk.tap.listen((line) => {
        if (isWanted(line, filter)) send("line", JSON.stringify(line));
      }),
    );
  });
  pages.route("/api", createApi(desk));
  pages.notFound((context) => notFound(context));
  return pages;
}

async function notFound(context: Context): Promise<Response> {
  const body = layout({ title: "Not found", body: html`<h1>Not found</h1><p><a href="/">To the watches</a></p>` });
  return context.req.path.startsWith("/api/")
    ? context.json({ error: "there is nothing here" }, 404)
    : context.html(body, 404);
}

/** @throws when the port is taken */
export async function listen(
  pages: Hono,
  host: string,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server: ServerType = serve({ fetch: pages.fetch, hostname: host, port });
  if (!server.listening) await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A page that listens to events would never let go.
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
