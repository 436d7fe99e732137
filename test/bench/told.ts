/** From the poll that sees the publication to the message: a site that takes its time, a bot at its own pace, on a real clock. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Notice } from "../../src/judge/notice.ts";
import { systemClock } from "../../src/time/clock.ts";
import { DOCUMENT_PATH, documentPage, listing, ordinaryRows, PDF_PATH, reportPdf, TITLE } from "../stand-ins/ohchr.ts";
import { listingSource } from "./measured-bot.ts";

const LATENCY_MS = 100;
const LISTING = "/en/latest";

export async function toldCost(): Promise<void> {
  const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const pages = new Map([[LISTING, listing(ordinaryRows())]]);
  let seenAt: number | undefined;
  const requests: string[] = [];
  const server = createServer(async ({ url = "/" }, response) => {
    await wait(LATENCY_MS);
    requests.push(url);
    if (pages.size > 1) seenAt ??= performance.now();
    if (url === PDF_PATH && pages.size > 1) {
      const { headers, body } = reportPdf({ date: today });
      response.writeHead(200, headers).end(body);
    } else response.writeHead(pages.has(url) ? 200 : 404, { "content-type": "text/html" }).end(pages.get(url));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const data = await mkdtemp(join(tmpdir(), "coming-weeks-bench-"));
  const shipped = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;
  const config = loadConfig(shipped, {}, { data });
  const [watch] = config.watches;
  if (!watch) throw new Error("no watch");
  config.settings.fetch.allow_private_addresses = true;
  const publisher = { ...watch.publisher, hosts: ["127.0.0.1"] };
  const sources = [listingSource("news", `${site}${LISTING}`)];
  const told = Promise.withResolvers<number>();
  // Over plain http nothing is proved: a person is asked, by the same way and as urgently.
  const show = ({ kind }: Notice) => {
    if (kind === "signalled" || kind === "published") told.resolve(performance.now());
    return "";
  };
  const bot: Bot = await Bot.open({
    config: { ...config, watches: [{ ...watch, publisher, sources }] },
    clock: systemClock,
    log: pino({ level: "silent" }),
    terminal: { write: () => undefined, show },
    // As the bot that runs does (bot/live.ts).
    onChecked: ({ notices }) => void (notices.length > 0 && bot.deliver(0)),
  });
  try {
    await bot.watcher.pass(true);
    pages.set(LISTING, listing([{ title: TITLE, url: DOCUMENT_PATH, date: today }, ...ordinaryRows()]));
    pages.set(DOCUMENT_PATH, documentPage({ date: today }));
    const before = requests.length;
    await bot.watcher.pass(true);
    const at = await Promise.race([told.promise, wait(60_000, Number.NaN)]);
    const seconds = (at - (seenAt ?? 0)) / 1000;
    console.log(
      `\nseen by the poll → told, at ${LATENCY_MS} ms latency, ${requests.length - before} requests: ${seconds.toFixed(2)} s ` +
        `(floor: ${(((requests.length - before - 1) * LATENCY_MS) / 1000).toFixed(2)} s, the requests after the poll)`,
    );
  } finally {
    server.close();
    await bot.close();
    await rm(data, { recursive: true });
  }
}
