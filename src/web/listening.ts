/** Where it listens, and what anybody who connects may take of it: so many connections, for so long, with headers of no more than so many bytes. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { HEALTH } from "./guard/guard.ts";

const LIMITS = {
  /** Bytes. A browser's headers are a tenth of it. */
  maxHeaderSize: 16 * 1024,
  /** Milliseconds: until the headers are here, until the body is, until a connection is asked something again. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  /** How often it is seen to that these hold. */
  connectionsCheckingInterval: 2000,
  /** The guard sees to it, with a sentence. */
  requireHostHeader: false,
};
/** Each takes some tens of kilobytes, and one of the files that the process may have open. More than so many are not answered at once, or heard. */
const CONNECTED = { answered: 256, heard: 800 };
/** Milliseconds that whoever connects may take to say something while others want to. */
const SILENT_MS = 1000;
/** What stands on an answer that is made here, where no page has been asked yet. */
const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" };

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function listen(pages: Hono, host: string, port: number): Promise<Listening> {
  const answer = getRequestListener(pages.fetch, { hostname: host, errorHandler: notUnderstood });
  const server = createServer(LIMITS);
  serve(server, answer);
  server.on("clientError", refuse);
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A page that listens to events would never let go.
        server.closeAllConnections();
      }),
  };
}

/**
 * Past the most, whoever has been silent for longest makes room: who holds connections and says nothing keeps nobody out. Whoever asks is heard
 * before they are turned away: how it does, a process always answers.
 */
function serve(server: Server, answer: RequestListener): void {
  let connected = 0;
  const answerInTurn = inTurn((request, response) =>
    connected > CONNECTED.answered ? turnAway(response) : answer(request, response),
  );
  /** Since when, in the order of it. */
  const silent = new Map<Socket, number>();
  server.on("connection", (socket: Socket) => {
    connected += 1;
    const [longest] = silent;
    if (longest && connected > CONNECTED.answered) {
      const [other, since] = longest;
      if (performance.now() - since > SILENT_MS || connected > CONNECTED.heard) other.destroy();
    }
    silent.set(socket, performance.now());
    socket.once("close", () => {
      connected -= 1;
      silent.delete(socket);
    });
  });
  server.on("request", (request, response) => {
    const { socket, url = "" } = request;
    silent.delete(socket);
    response.once("close", () => {
      if (!socket.destroyed) silent.set(socket, performance.now());
    });
    if (HEALTH.includes(url)) answer(request, response);
    else answerInTurn(request, response);
  });
}

/** Begins one request in each turn of the event loop: of many that come at once, none would be answered before all are begun. */
function inTurn(answer: RequestListener): RequestListener {
  const waiting: Parameters<RequestListener>[] = [];
  const begin = () => {
    const next = waiting.shift();
    if (next) answer(...next);
    if (waiting.length > 0) setImmediate(begin);
  };
  return (...asked) => {
    waiting.push(asked);
    if (waiting.length === 1) setImmediate(begin);
  };
}

function turnAway(response: ServerResponse): void {
  response.writeHead(503, { ...PLAIN, "retry-after": "2", connection: "close" });
  response.end("Many are asking just now; try again in a moment.\n");
}

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ["HPE_HEADER_OVERFLOW", "431 Request Header Fields Too Large"],
  ["ERR_HTTP_REQUEST_TIMEOUT", "408 Request Timeout"],
]);

/** What is no HTTP, or not in time: said, where anybody still listens. */
function refuse({ code = "" }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || code === "ECONNRESET") return void socket.destroy();
  const status = REFUSALS.get(code) ?? "400 Bad Request";
  const says = `${status.slice(4)}: ask for a page of this bot, as a browser does.\n`;
  const headers = Object.entries({ ...PLAIN, "content-length": says.length, connection: "close" });
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map((header) => `${header.join(": ")}\r\n`).join("")}\r\n${says}`);
}

/** An address, or a host, that is none. */
function notUnderstood(): Response {
  return new Response("That is no address of a page.\n", { status: 400, headers: PLAIN });
}
