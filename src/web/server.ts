/** The status page and what stands beside it: the log, the feed, the API, health and metrics. */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { requestsKeyOf } from "../archive/chain/keys.ts";
import { pageAt } from "../config/web.ts";
import { DIRECTORY_PATH, keyDirectory } from "../fetch/signing.ts";
import { isWanted } from "../log/review.ts";
import { en } from "../message/en.ts";
import { headers, notFound, orLater, sentence } from "./answers.ts";
import { createApi } from "./api.ts";
import { ASSETS } from "./assets.ts";
import { badge } from "./badge.ts";
import { calendar } from "./calendar.ts";
import { archivedWatches, type Desk, isLookedAt, overviewOf, watchNamed } from "./desk.ts";
import { Downloads } from "./downloads.ts";
import { drawn } from "./drawings.ts";
import { captureBytes, capturePage } from "./evidence/capture-page.ts";
import { lookPage, noticePage } from "./evidence/look-page.ts";
import { versionsPage } from "./evidence/versions-page.ts";
import { atom } from "./feed.ts";
import { createForms } from "./forms/forms.ts";
import { Shield } from "./forms/shield.ts";
import { watchesPage } from "./front/page.ts";
import { Gate } from "./gate.ts";
import { Guard } from "./guard/guard.ts";
import { keysPage } from "./keys-page.ts";
import type { Html } from "./layout.ts";
import { leavingRoutes } from "./leaving.ts";
import { Live } from "./live.ts";
import { logPage, SPANS } from "./log/page.ts";
import { keepsLanguage, knowsOnlookers, readerOf } from "./reader.ts";
import { watchPage } from "./watch/page.ts";

/** Pages that are made at once; each takes the processor for some milliseconds, and its text some memory. */
const MADE = { atOnce: 2, waiting: 100, within: 10_000 };

/** How it does, for machines: all that a process serves which shows no pages. */
export function createVitals(desk: Desk): Hono {
  const vitals = framed(desk);
  vitals.use(new Guard(desk.settings.web, desk.keys ?? {}).names);
  addHealth(vitals, desk);
  vitals.use(aFewAtOnce());
  addMetrics(vitals, desk);
  return vitals;
}

export function createPages(desk: Desk): Hono {
  const pages = framed(desk);
  const guard = new Guard(desk.settings.web, desk.keys ?? {});
  pages.use(guard.names, guard.visitors);
  addHealth(pages, desk);
  addAssets(pages);
  addKeyDirectory(pages, desk);
  addLive(pages, desk, guard);
  const downloads = new Downloads();
  pages.get("/captures/:digest/bytes", (context) =>
    downloads.send(context, () => captureBytes(desk, context.req.param("digest"))),
  );
  leavingRoutes(pages, desk);
  // From here on, what is made as it is asked for.
  pages.use(
    aFewAtOnce(),
    keepsLanguage,
    knowsOnlookers((context) => guard.isOnlooker(context)),
  );
  addMetrics(pages, desk);
  const { upkeep } = desk;
  const shield = new Shield(
    () => desk.settings.web,
    (context) => guard.visitorOf(context),
  );
  if (upkeep) pages.route("/", createForms(desk, upkeep, shield));
  addPages(pages, desk, guard, upkeep ? shield : undefined);
  addFeeds(pages, desk);
  pages.route("/api", createApi(desk));
  return pages;
}

/** What holds for every answer. */
function framed({ settings }: Desk): Hono {
  const pages = new Hono();
  pages.use(...headers(settings.web.public));
  pages.notFound(notFound);
  pages.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    const { outcome } = readerOf(context).words.forms;
    return sentence(context, 500, outcome.wrong, outcome.tryAgain);
  });
  return pages;
}

function aFewAtOnce(): MiddlewareHandler {
  const gate = new Gate(MADE);
  return async (context, next) => {
    try {
      await gate.through(next, context.req.raw.signal);
    } catch (error) {
      return orLater(context, error);
    }
  };
}

function addHealth(pages: Hono, desk: Desk): void {
  pages.get("/healthz", async (context) => {
    const { isHealthy, trouble, lastTick, pendingMessages } = await desk.health();
    const why = trouble && en.unwritten.stands(en.unwritten.why[trouble.kind], trouble.since);
    const body = { status: isHealthy ? "ok" : "failing", ...(why ? { why } : {}), lastTick, pendingMessages };
    return context.json(body, isHealthy ? 200 : 503);
  });
  // Who shows pages is ready once every watch has been looked at, and from then on: before, they know too little.
  let isReady = false;
  pages.get("/readyz", async (context) => {
    isReady ||= desk.isReady ? desk.isReady() : await isLookedAt(desk);
    return context.json({ status: isReady ? "ready" : "starting" }, isReady ? 200 : 503);
  });
}

function addMetrics(pages: Hono, { metrics }: Desk): void {
  pages.get("/metrics", async (context) =>
    context.body(await metrics.metrics(), 200, { "content-type": metrics.contentType }),
  );
}

function addAssets(pages: Hono): void {
  pages.get("/assets/:name", async (context) => {
    const asset = ASSETS.get(context.req.param("name"));
    return asset ? context.body(asset.body, 200, { "content-type": asset.type }) : notFound(context);
  });
}

/** By which key what is fetched is signed, where it is: for the sites that are asked. */
function addKeyDirectory(pages: Hono, { settings: { fetch, web }, dataDirectory, clock }: Desk): void {
  const key = fetch.sign && web.public_url ? requestsKeyOf(dataDirectory) : undefined;
  if (!key || !web.public_url) return;
  const { host } = new URL(web.public_url);
  pages.get(DIRECTORY_PATH, (context) => {
    const { body, headers } = keyDirectory(key, host, clock.now());
    return context.body(body, 200, headers);
  });
}

function addLive(pages: Hono, desk: Desk, guard: Guard): void {
  const live = new Live();
  pages.get("/events", (context) =>
    live.stream(context, guard.clientOf(context), (send) => {
      const looked = () => send("looked", "");
      desk.pulse.on("looked", looked);
      return () => void desk.pulse.off("looked", looked);
    }),
  );
  pages.get("/log/live", (context) => {
    const { watch, source, level } = context.req.query();
    const filter = { watch: watch || undefined, source: source || undefined, level: level || undefined };
    return live.stream(context, guard.clientOf(context), (send) =>
      desk.tap.listen((line) => {
        if (isWanted(line, filter)) send("line", JSON.stringify(line));
      }),
    );
  });
}

/** @param shield left out where the pages only show */
function addPages(pages: Hono, desk: Desk, guard: Guard, shield: Shield | undefined): void {
  const visitOf = (context: Context) => (guard.isOnlooker(context) ? undefined : shield?.visit(context));
  const page = async (context: Context, body: Html | undefined) => (body ? context.html(body) : notFound(context));

  pages.get("/", async (context) => {
    const [only, ...others] = desk.watches;
    const isAlone = only && others.length === 0 && (await archivedWatches(desk)).length === 0;
    const reader = readerOf(context);
    if (isAlone) return page(context, await watchPage(desk, reader, only, visitOf(context)));
    return page(context, await watchesPage(desk, reader, context.req.query()));
  });
  pages.get("/watches/:watch", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    return page(context, watch && (await watchPage(desk, readerOf(context), watch, visitOf(context))));
  });
  pages.get("/watches/:watch/versions", async (context) =>
    page(
      context,
      await versionsPage(desk, readerOf(context), context.req.param("watch"), context.req.query("version")),
    ),
  );
  // As PNG: letters are as wide everywhere as they were laid out.
  pages.get("/watches/:watch/:drawing{(clock|record)\\.png}", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    if (!watch) return notFound(context);
    const png = await drawn(desk, watch, context.req.param("drawing"), context.req.query(), readerOf(context).language);
    return png ? context.body(new Uint8Array(png), 200, { "content-type": "image/png" }) : notFound(context);
  });
  pages.get("/watches/:watch/badge.svg", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    if (!watch) return notFound(context);
    const drawn = String(badge((await overviewOf(desk, watch)).status));
    return context.body(drawn, 200, { "content-type": "image/svg+xml; charset=utf-8" });
  });
  // Asks for the password, so that the browser gives it from then on.
  pages.get("/sign-in", (context) => context.redirect("/"));
  pages.get("/keys", async (context) => page(context, await keysPage(desk, readerOf(context))));
  pages.get("/looks/:id", async (context) =>
    page(context, await lookPage(desk, readerOf(context), context.req.param("id"))),
  );
  pages.get("/notices/:id", async (context) =>
    page(context, await noticePage(desk, readerOf(context), context.req.param("id"))),
  );
  pages.get("/captures/:digest", async (context) =>
    page(context, await capturePage(desk, readerOf(context), context.req.param("digest"))),
  );
  pages.get("/log", async (context) => {
    const { watch, source, level, days } = context.req.query();
    const span = SPANS.find((one) => one === Number(days)) ?? 7;
    const named = await watchNamed(desk, watch);
    const isSource = desk.watches.some((one) => one.sources.some(({ id }) => id === source));
    const filter = { watch: named?.id, source: isSource ? source : undefined, level: level || undefined, days: span };
    return page(context, await logPage(desk, readerOf(context), filter));
  });
}

/** What programs come back for. */
function addFeeds(pages: Hono, desk: Desk): void {
  const { web, delivery } = desk.settings;
  const made: Record<string, { type: string; make: (base: string, watch?: string) => Promise<string> }> = {
    "feed.atom": {
      type: "application/atom+xml; charset=utf-8",
      make: async (base, watch) => String(await atom(desk, base, watch)),
    },
    "calendar.ics": {
      type: "text/calendar; charset=utf-8",
      make: (_, watch) => calendar(desk, delivery.language, watch),
    },
  };
  for (const [name, { type, make }] of Object.entries(made)) {
    const give = async (context: Context, watch?: string) => {
      const base = pageAt(web, "")?.replace(/\/$/, "") ?? new URL(context.req.url).origin;
      return context.body(await make(base, watch), 200, { "content-type": type });
    };
    pages.get(`/${name}`, (context) => give(context));
    pages.get(`/watches/:watch/${name}`, async (context) => {
      const watch = await watchNamed(desk, context.req.param("watch"));
      return watch ? give(context, watch.id) : notFound(context);
    });
  }
}
