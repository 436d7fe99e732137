/** What the bot shows over HTTP: for now, whether it is alive and looking. */
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";

export interface Health {
  /** The schedule has ticked lately and the store takes writes. */
  isHealthy: boolean;
  lastTick: string | undefined;
  pendingMessages: number;
}

export function createPages(health: () => Promise<Health>): Hono {
  const pages = new Hono();
  pages.get("/healthz", async (context) => {
    const { isHealthy, lastTick, pendingMessages } = await health();
    return context.json({ status: isHealthy ? "ok" : "failing", lastTick, pendingMessages }, isHealthy ? 200 : 503, {
      "cache-control": "no-store",
    });
  });
  return pages;
}

/** @throws when the port is taken */
export async function listen(
  pages: Hono,
  host: string,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting: ServerType = serve({ fetch: pages.fetch, hostname: host, port }, () => resolve(starting));
    starting.once("error", reject);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}
