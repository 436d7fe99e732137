/** A bot that runs as `start` runs it, on a small site of two lists, with config files that a test changes under it. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { type Document, parseDocument, stringify } from "yaml";
import { goLive, type Live } from "../../src/bot/live.ts";
import type { Role } from "../../src/bot/role.ts";
import { loadConfig } from "../../src/config/load.ts";
import { LogTap } from "../../src/log/tap.ts";
import { Store } from "../../src/store/store.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { startSite } from "../chaos/site.ts";
import { folder } from "./folder.ts";

export const WATCH = "matter";

/** What the page's API says of a notice. */
interface Told {
  kind: string;
  title: string;
  text: string;
}

export interface LivingBot {
  /** The folder of the config. */
  config: string;
  data: string;
  live: Live;
  /** The watch's file as it was at first. */
  text: string;
  databaseUrl: string | undefined;
  /** The lists of the site, by path. */
  /** Its address. */
  site: string;
  lists: Map<string, { title: string; url?: string; date?: string }[]>;
  /** What was logged, by event. */
  logged: Record<string, unknown>[];
  ask(path: string): Promise<Response>;
  told(watch?: string): Promise<Told[]>;
  /** The names of those who did something, as its data has them. */
  people(): Promise<string[]>;
  /** Changes a watch's file, and waits for nothing. */
  edit(change: (document: Document) => void, file?: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface LivingOptions {
  role?: Role;
  web?: object;
  fetch?: object;
  /** Sites that others stand in for. */
  origins?: Record<string, string>;
}

/**
 * @param environment DATABASE_URL and the like
 * @param more settings besides, and the part of a bot that it is
 */
export async function livingBot(
  environment: Record<string, string> = {},
  { role = "all", origins = {}, ...more }: LivingOptions = {},
): Promise<LivingBot> {
  const directory = await folder();
  const site = await startSite(1, 2, 0, 0);
  onTestFinished(() => site.close());
  const [host] = site.hosts;
  if (!host) throw new Error("no host");
  const config = join(directory, "config");
  await mkdir(join(config, "watches"), { recursive: true });
  const settings = {
    schedule: { every: "10m", reminders: false },
    fetch: { floor: "0.1s", allow_private_addresses: true, retries: 0, ...more.fetch },
    delivery: { terminal: "off" },
    ...(more.web ? { web: more.web } : {}),
  };
  await writeFile(join(config, "coming-weeks.yaml"), stringify(settings));
  const watch = {
    title: "Report on the matter of the harbour",
    publisher: { name: "The office", zone: "Europe/Zurich", hosts: ["127.0.0.1"] },
    statements: [{ on: "2026-01-10", by: "A spokesperson", phrase: "in the coming weeks" }],
    evidence: {
      titles: ["Report on the matter of the harbour"],
      subject: [["harbour"], ["report"]],
      topic: ["harbour"],
    },
    sources: [{ id: "news", name: "the news", kind: "listing", url: `${host.address}/list-0` }],
  };
  const text = `# The harbour.\n${stringify(watch)}`;
  await writeFile(join(config, "watches", `${WATCH}.yaml`), text);
  const logged: Record<string, unknown>[] = [];
  const data = join(directory, "data");
  const begin = async () => {
    const loaded = loadConfig(
      join(config, "coming-weeks.yaml"),
      { WORKER_NAME: "one", ...environment },
      { data, origins, listen: { host: "127.0.0.1", port: 0 } },
    );
    const log = pino({ level: "info" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const ending = new Ending();
    const live = await goLive({ config: loaded, clock: systemClock, log, tap: new LogTap(), ending, role });
    const stop = async () => {
      ending.begin();
      await live.stop();
    };
    return { ...live, stop };
  };
  let isStopped = false;
  const bot: LivingBot = {
    config,
    data,
    text,
    databaseUrl: environment.DATABASE_URL,
    live: await begin(),
    site: host.address,
    lists: host.lists,
    logged,
    ask: (path) => fetch(`${bot.live.page}${path}`),
    told: async (id = WATCH) => (await (await bot.ask(`/api/watches/${id}/notices`)).json()) as Told[],
    people: () => {
      const home = { dataDirectory: data, secrets: { databaseUrl: environment.DATABASE_URL }, worker: "test" };
      return Store.beside(home, async (store) =>
        [...((await store?.persons.all())?.values() ?? [])].map(({ name }) => name),
      );
    },
    edit: async (change, file = `${WATCH}.yaml`) => {
      const path = join(config, "watches", file);
      const document = parseDocument(await readFile(path, "utf8"));
      change(document);
      await writeFile(path, String(document));
    },
    write: (file, text) => writeFile(join(config, "watches", file), text),
    remove: (file) => rm(join(config, "watches", file)),
    restart: async () => {
      await bot.live.stop();
      bot.live = await begin();
    },
    stop: async () => {
      if (!isStopped) await bot.live.stop();
      isStopped = true;
    },
  };
  onTestFinished(() => bot.stop());
  return bot;
}
