/** A way to the database that can be cut off: what is under way is dropped, and nobody comes through until it is opened again. */

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  port: number;
  /** Drops every connection, and takes no other. */
  cut(): void;
  /** Lets what comes in and goes out be neither answered nor refused, as a broken network does. */
  hold(): void;
  open(): void;
  close(): void;
}

export async function startProxy(target: { host: string; port: number }): Promise<Proxy> {
  let state: "open" | "cut" | "held" = "open";
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    if (state === "cut") {
      socket.destroy();
      return;
    }
    if (state === "held") return;
    const upstream = connect(target);
    sockets.add(upstream);
    upstream.on("close", () => sockets.delete(upstream)).on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = "cut";
      drop();
    },
    hold: () => {
      state = "held";
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    open: () => {
      state = "open";
      drop();
    },
    close: () => {
      drop();
      server.close();
    },
  };
}
