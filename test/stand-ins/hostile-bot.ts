/** Hostile bodies served to a bot that runs in a process of its own, under the flags that the Dockerfile gives it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, loadConfig } from "../../src/config/load.ts";
import type { Source, Watch } from "../../src/watch/watch.ts";
import { CONTAINER } from "./container.ts";
import { HOSTILE } from "./hostile.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, SITE } from "./ohchr.ts";

const CHILD = new URL("hostile-bot.child.ts", import.meta.url).pathname;

/** What became of the three sources of each case, and what it cost. */
export interface Outcome {
  /** Undefined when the process was ended. */
  outcomes?: { outcome?: string; problem?: string; detail?: string }[];
  /** Seconds of CPU, and of the clock. */
  cpu: number;
  seconds: number;
  /** The process's most memory, in MiB. */
  peak: number;
  /** The longest that /healthz took to answer, in milliseconds; 0 where it was not asked. */
  health: number;
}

/** As store/in-reading.ts notes it. */
interface Noted {
  url: string;
  isInReading: boolean;
}

function siteOf(index: number): string {
  return `https://case-${index}.ohchr.org`;
}

export function watchOf(config: Config, index: number): Watch {
  const watch = config.watches[index];
  if (!watch) throw new Error(`there is no case ${index}`);
  return watch;
}

/** A watch for each case. */
export function hostileConfig(data: string, origin: string): Config {
  const origins = Object.fromEntries([SITE, ...HOSTILE.map((_, index) => siteOf(index))].map((site) => [site, origin]));
  const config = loadConfig(KNOWING_CONFIG, {}, { data, origins });
  const [watch] = config.watches;
  if (!watch) throw new Error("no watch");
  config.settings.fetch.retries = 0;
  const source = (id: string, url: string, how: Partial<Source> = {}): Source => ({
    ...{ id, url, kind: "listing", formerly: [], existence: "confirmed", ignore: [], tell: "subject", pages: 1 },
    ...how,
  });
  const watches = HOSTILE.map(({ kind, select, paths, url }, index) => ({
    ...watch,
    id: `case-${index}`,
    publisher: { ...watch.publisher, hosts: ["www.ohchr.org", `case-${index}.ohchr.org`] },
    sources: [
      source("before", `${SITE}${LATEST_PATH}?before=${index}`),
      source("hostile", siteOf(index) + (url ? new URL(url).pathname : "/hostile"), {
        kind,
        ...(select ? { select } : {}),
        ...(paths ? { paths } : {}),
      }),
      source("after", `${SITE}${LATEST_PATH}?after=${index}`),
    ],
  }));
  return { ...config, watches };
}

export class HostileBot {
  #child: ChildProcess | undefined;
  #port = 0;
  readonly #server: Server;
  readonly #data: string;

  /** Whether /healthz is asked all the time, to see how long it takes. */
  readonly #isAsked: boolean;
  readonly #time: number | undefined;

  private constructor(server: Server, data: string, { isAsked, time }: { isAsked: boolean; time: number | undefined }) {
    this.#server = server;
    this.#data = data;
    this.#isAsked = isAsked;
    this.#time = time;
  }

  /** @param time how long reading one body may take, in milliseconds of the processor; the settings' where left out */
  static async start({ isAsked = false, time }: { isAsked?: boolean; time?: number } = {}): Promise<HostileBot> {
    const server = createServer((request, response) => {
      const index = Number(/^case-(\d+)\./.exec(request.headers.host ?? "")?.[1] ?? -1);
      const hostile = HOSTILE[index];
      if (request.url === "/robots.txt") {
        const robots = hostile?.robots?.();
        const headers = { "content-type": "text/plain", ...hostile?.robotsHeaders };
        answer(response, robots ? 200 : 404, headers, robots ?? Buffer.alloc(0));
      } else if (hostile) answer(response, hostile.status ?? 200, hostile.headers, hostile.body());
      else answer(response, 200, { "content-type": "text/html" }, Buffer.from(listing(ordinaryRows())));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new HostileBot(server, await mkdtemp(join(tmpdir(), "coming-weeks-hostile-")), { isAsked, time });
  }

  async #running(): Promise<ChildProcess> {
    if (this.#child?.connected) return this.#child;
    const { port } = this.#server.address() as AddressInfo;
    const child = fork(CHILD, [this.#data, `http://127.0.0.1:${port}`, ...(this.#time ? [String(this.#time)] : [])], {
      ...CONTAINER,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    [{ port: this.#port }] = (await once(child, "message")) as [{ port: number }];
    this.#child = child;
    return child;
  }

  /** Has the watches of some cases looked at, all at the same time. */
  async look(...indexes: number[]): Promise<Outcome> {
    const child = await this.#running();
    const memory = `/proc/${child.pid}`;
    writeFileSync(`${memory}/clear_refs`, "5");
    const began = performance.now();
    let health = 0;
    const ended = new AbortController();
    const polling = this.#poll(ended.signal, (took) => {
      health = Math.max(health, took);
    });
    const exit = once(child, "exit", { signal: ended.signal }).then(
      () => undefined,
      () => undefined,
    );
    child.send(indexes);
    const answer = await Promise.race([once(child, "message", { signal: ended.signal }).catch(() => undefined), exit]);
    const seconds = (performance.now() - began) / 1000;
    ended.abort();
    await polling;
    const [told] = (answer ?? [{ cpu: Number.NaN }]) as [Pick<Outcome, "outcomes" | "cpu">];
    return { ...told, seconds, health, peak: answer ? peakOf(memory) : Number.NaN };
  }

  async #poll(signal: AbortSignal, took: (milliseconds: number) => void): Promise<void> {
    while (this.#isAsked && !signal.aborted) {
      const began = performance.now();
      await fetch(`http://127.0.0.1:${this.#port}/healthz`).then(
        (answer) => answer.text(),
        () => undefined,
      );
      took(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Has the watch of one case looked at, and kills the process while it reads the hostile body. */
  async killWhileReading(index: number): Promise<void> {
    const child = await this.#running();
    child.send([index]);
    const noted = join(this.#data, "in-reading.jsonl");
    const isInReading = () =>
      (JSON.parse(readFileSync(noted, "utf8").trimEnd().split("\n").at(-1) ?? "[]") as Noted[]).some(
        (body) => body.isInReading && body.url.startsWith(siteOf(index)),
      );
    while (!isInReading()) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  async stop(): Promise<void> {
    if (this.#child?.connected) {
      this.#child.kill("SIGKILL");
      await once(this.#child, "exit");
    }
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#data, { recursive: true, force: true });
  }
}

/** Written by hand: a hostile server's headers are not those that Node would send. */
function answer({ socket }: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  const lines = Object.entries({ connection: "close", "content-length": `${body.length}`, ...headers });
  socket?.on("error", () => undefined);
  socket?.write(`HTTP/1.1 ${status} \r\n${lines.map((line) => `${line.join(": ")}\r\n`).join("")}\r\n`, "latin1");
  socket?.end(body);
}

/** The most that a process had in memory since its marks were cleared, in MiB. */
function peakOf(process: string): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`${process}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
