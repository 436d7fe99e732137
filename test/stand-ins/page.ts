/** The status page of a real bot that polls a site, and a real browser to look at it. */
import { EventEmitter } from "node:events";
import chromiumFiles from "@sparticuz/chromium";
import axe from "axe-core";
import { pino } from "pino";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { Checked } from "../../src/check/errand.ts";
import type { Settings } from "../../src/config/settings.ts";
import { LogTap } from "../../src/log/tap.ts";
import type { Desk } from "../../src/web/desk.ts";
import type { Keys } from "../../src/web/guard/guard.ts";
import { listen } from "../../src/web/listening.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { createPages } from "../../src/web/server.ts";
import { type Rehearsal, type RehearsalOptions, rehearse } from "./bot.ts";

export interface Served {
  rehearsal: Rehearsal;
  address: string;
  desk: Desk;
  /** Writes a line to the log, as the bot does. */
  log: pino.Logger;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

export async function serve(
  options: RehearsalOptions & Keys & { web?: Partial<Settings["web"]> } = {},
): Promise<Served> {
  const pulse: Desk["pulse"] = new EventEmitter<{ looked: [] }>().setMaxListeners(0);
  const onChecked = (checked: Checked) => {
    metrics.count(checked);
    pulse.emit("looked");
  };
  const rehearsal = await rehearse({ ...options, onChecked });
  const { bot, config, clock } = rehearsal;
  const metrics = createMetrics({
    ...{ watches: () => config.watches, clock, patience: () => config.settings.schedule.patience },
    store: () => bot.store,
  });
  const tap = new LogTap();
  const desk: Desk = {
    store: bot.store,
    watches: config.watches,
    record: config.record,
    settings: { ...config.settings, web: { ...config.settings.web, ...options.web } },
    keys: options,
    dataDirectory: config.dataDirectory,
    shelves: bot.shelves,
    clock,
    tap,
    pulse,
    metrics: metrics.registry,
    upkeep: {
      keeping: () => {
        throw new Error("the watches of a rehearsal stand in the repository, and are not changed");
      },
      taken: async () => undefined,
      decided: async () => void rehearsal.told.push(...(await bot.watcher.people.act())),
      drafting: bot.drafting,
      ending: new AbortController().signal,
    },
    health: async () => ({ isHealthy: true, lastTick: clock.now(), pendingMessages: 0 }),
  };
  const { port, close } = await listen(createPages(desk), "127.0.0.1", 0);
  onTestFinished(close);
  const address = `http://127.0.0.1:${port}`;
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    tap.on({ write: () => undefined }),
  );
  return { rehearsal, address, desk, log, get: (path, headers = {}) => fetch(`${address}${path}`, { headers }) };
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--no-zygote"],
  });
}

interface View {
  page: Page;
  /** What the browser complained of: errors, and what the content security policy kept it from. */
  complaints: string[];
}

export async function look(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<View> {
  const page = await browser.newPage(options);
  onTestFinished(() => page.close());
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => void complaints.push(String(error)));
  await page.goto(url);
  return { page, complaints };
}

/**
 * What axe finds wrong with a page, and whether anything is wider than the screen. Axe's own script is let past the page's policy.
 * @param before what is done on the page first: a script, or whatever leads on to another
 */
export async function findings(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newPage"]>[0] = {},
  before?: string | ((page: Page) => Promise<unknown>),
) {
  const { page } = await look(browser, url, { ...options, bypassCSP: true });
  if (typeof before === "string") await page.evaluate(before);
  else await before?.(page);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  const tooWide = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ...(tooWide > 0 ? [`${tooWide} pixels wider than the screen`] : []),
  ];
}
