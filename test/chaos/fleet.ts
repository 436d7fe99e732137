/** Several real bots that share a database: processes that are begun, killed and begun again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Site } from "./site.ts";

const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;

export interface FleetParts {
  folder: string;
  site: Site;
  /** Undefined where one has the data for itself. */
  databaseUrl: string | undefined;
  webhook?: string | undefined;
  /** Seconds between two looks at a source, and between two requests to a host. */
  every: number;
  floor: number;
  environment?: Record<string, string>;
}

export class Fleet {
  readonly #parts: FleetParts;
  readonly workers = new Map<string, ChildProcess>();

  constructor(parts: FleetParts) {
    this.#parts = parts;
  }

  /** The config that all have: a watch for each list, at all hosts. */
  async writeConfig(): Promise<void> {
    const { folder, site, every, floor } = this.#parts;
    await mkdir(join(folder, "config", "watches"), { recursive: true });
    const settings = {
      schedule: { every: `${every}s`, reminders: false },
      fetch: { floor: `${floor}s`, allow_private_addresses: true, retries: 0 },
      delivery: { terminal: "off" },
      web: { enabled: false },
    };
    await writeFile(join(folder, "config", "coming-weeks.yaml"), stringify(settings));
    const lists = [...new Set(site.hosts.flatMap(({ lists }) => [...lists.keys()]))];
    for (const list of lists) {
      const watch = {
        title: `Report on the matter of ${list.slice(1)}`,
        publisher: { name: "The office", zone: "Europe/Zurich", hosts: ["127.0.0.1"] },
        statements: [{ on: "2026-01-10", by: "A spokesperson", phrase: "in the coming weeks" }],
        evidence: {
          titles: [`Report on the matter of ${list.slice(1)}`],
          subject: [["matter"], ["report"]],
          topic: ["matter"],
        },
        sources: site.hosts.map(({ address, name }) => ({
          id: `at-${name}`,
          kind: "listing",
          url: `${address}${list}`,
          existence: "confirmed",
          tell: "all",
        })),
      };
      await writeFile(join(folder, "config", "watches", `${list.slice(1)}.yaml`), stringify(watch));
    }
  }

  begin(name: string): ChildProcess {
    const { folder, databaseUrl, webhook, environment } = this.#parts;
    const child = spawn(
      process.execPath,
      [MAIN, "start", "--config", join(folder, "config", "coming-weeks.yaml"), "--data", join(folder, name)],
      {
        env: {
          PATH: process.env.PATH,
          ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
          WORKER_NAME: name,
          ...(webhook ? { DISCORD_WEBHOOK_URL: webhook } : {}),
          ...environment,
        },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    child.stderr?.pipe(createWriteStream(join(folder, `${name}.log`), { flags: "a" }));
    this.workers.set(name, child);
    return child;
  }

  get pids(): number[] {
    return [...this.workers.values()].flatMap(({ pid }) => pid ?? []);
  }

  /** Without a warning, as a machine's end is. */
  async kill(name: string): Promise<void> {
    await this.#end(name, "SIGKILL");
  }

  async stop(): Promise<void> {
    await Promise.all([...this.workers.keys()].map((name) => this.#end(name, "SIGTERM")));
  }

  async #end(name: string, signal: NodeJS.Signals): Promise<void> {
    const child = this.workers.get(name);
    this.workers.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }
}
