/** A bot that `start` runs, in a process of its own under the flags that the Dockerfile gives it, and what an attack on its page costs it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer as createSite } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { pino } from "pino";
import { stringify } from "yaml";
import { Bot } from "../../src/bot/bot.ts";
import { loadConfig } from "../../src/config/load.ts";
import { systemClock } from "../../src/time/clock.ts";
import { CONTAINER } from "./container.ts";

const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
const ASKING = new URL("asking-health.child.ts", import.meta.url);
const BARE = new URL("bare-server.child.ts", import.meta.url);
export const ATTACKED = "matter";
const MEGABYTE = 1024 * 1024;

/** What was archived before: a page of an office, and a file. */
export interface Archived {
  /** The digest of its capture. */
  page: string;
  file: string;
}

export interface Cost {
  /** The process's most memory, in MiB. */
  peak: number;
  /** The longest that /healthz took to answer, in milliseconds, and the share of askings that had no good answer. */
  health: number;
  unanswered: number;
  /** The longest that a server took meanwhile which does nothing but answer. */
  floor: number;
}

export class AttackedBot {
  readonly archived: Archived;
  readonly #directory: string;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;
  #port = 0;

  private constructor(directory: string, archived: Archived, environment: Record<string, string>) {
    this.#directory = directory;
    this.archived = archived;
    this.#environment = environment;
  }

  /**
   * Has a page and a file captured, for the process to show.
   * @param megabytes of the file
   * @param environment WEB_PASSWORD and the like
   */
  static async prepare(megabytes: number, environment: Record<string, string> = {}): Promise<AttackedBot> {
    const directory = await mkdtemp(join(tmpdir(), "coming-weeks-attacked-"));
    const file = Buffer.alloc(megabytes * MEGABYTE, "What a capture may hold, in lines of text that nobody reads.\n");
    const site = createSite((request, response) => {
      const isFile = request.url === "/file";
      response.writeHead(request.url === "/robots.txt" ? 404 : 200, {
        "content-type": isFile ? "text/plain" : "text/html",
      });
      response.end(isFile ? file : "<!doctype html><title>News</title><ul><li><a href=/1>Report</a> 1 March 2026</ul>");
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    await mkdir(join(directory, "watches"));
    const settings = {
      data: "data",
      fetch: { floor: "0.1s", allow_private_addresses: true, retries: 0, max_wire_megabytes: 2 * megabytes },
      delivery: { terminal: "off" },
    };
    const watch = {
      title: "Report on the matter of the harbour",
      publisher: { name: "The office", zone: "Europe/Zurich", hosts: ["127.0.0.1"] },
      statements: [{ on: "2026-01-10", by: "A spokesperson", phrase: "in the coming weeks" }],
      evidence: {
        titles: ["Report on the matter of the harbour"],
        subject: [["harbour"], ["report"]],
        topic: ["harbour"],
      },
      sources: [
        { id: "news", kind: "listing", url: `${address}/news` },
        { id: "file", kind: "document", url: `${address}/file` },
      ],
    };
    writeFileSync(join(directory, "coming-weeks.yaml"), stringify(settings));
    writeFileSync(join(directory, "watches", `${ATTACKED}.yaml`), stringify(watch));
    const config = loadConfig(join(directory, "coming-weeks.yaml"), {});
    const bot = await Bot.open({ config, clock: systemClock, log: pino({ level: "silent" }) });
    await bot.watcher.pass(true);
    const { citations } = await bot.store.citations.all();
    const captured = (path: string) => citations.find(({ url }) => url === address + path)?.digest ?? "";
    const archived = { page: captured("/news"), file: captured("/file") };
    await bot.close();
    site.closeAllConnections();
    site.close();
    return new AttackedBot(directory, archived, environment);
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  /** Begins anew, so that one attack's memory is not another's. */
  async begin(): Promise<void> {
    await this.end();
    this.#port = await freePort();
    const listen = ["--listen", `127.0.0.1:${this.#port}`];
    const config = ["--config", join(this.#directory, "coming-weeks.yaml")];
    this.#child = fork(MAIN, ["start", ...config, ...listen], {
      execArgv: CONTAINER.execArgv,
      env: { ...CONTAINER.env, ...this.#environment },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    for (let tries = 0; tries < 200; tries++) {
      if (
        await fetch(`${this.address}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await sleep(100);
    }
    throw new Error("the bot does not answer");
  }

  /** What an attack costs, while it lasts. */
  async cost(attack: () => Promise<unknown>): Promise<Cost> {
    const memory = `/proc/${this.#child?.pid}`;
    writeFileSync(`${memory}/clear_refs`, "5");
    const bare = fork(BARE);
    const [port] = await once(bare, "message");
    const asking = new Worker(ASKING, { workerData: [`${this.address}/healthz`, `http://127.0.0.1:${port}`] });
    await once(asking, "message");
    await attack();
    asking.postMessage("enough");
    const [[health, floor]] = await once(asking, "message");
    await asking.terminate();
    bare.disconnect();
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`${memory}/status`, "utf8"))?.[1];
    const unanswered = health.unanswered / Math.max(1, health.times);
    return { peak: Number(kilobytes) / 1024, health: health.longest, unanswered, floor: floor.longest };
  }

  async end(): Promise<void> {
    if (!this.#child?.connected) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }

  /** Ends it, and leaves nothing behind. */
  async remove(): Promise<void> {
    await this.end();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
