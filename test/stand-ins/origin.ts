/** A site on loopback whose pages a test changes as it goes. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Page {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Answers only when this is resolved. */
  after?: Promise<void>;
}

export type Pages = Record<string, Page | string | ((request: IncomingMessage, body: string) => Page | "hang up")>;

export interface Origin {
  address: string;
  /** What stands where: path with query → page. Anything else answers 404. */
  pages: Pages;
  requests: { path: string; headers: IncomingMessage["headers"]; method?: string | undefined; body?: string }[];
  close(): Promise<void>;
}

export async function startOrigin(pages: Pages = {}): Promise<Origin> {
  const origin: Origin = { address: "", pages, requests: [], close: async () => undefined };
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const asked: Origin["requests"][number] = { path, headers: request.headers, method: request.method };
    origin.requests.push(asked);
    if (request.method === "POST") asked.body = await text(request);
    const found = origin.pages[path] ?? origin.pages["*"] ?? { status: 404, body: notFound };
    const page =
      typeof found === "function"
        ? found(request, asked.body ?? "")
        : typeof found === "string"
          ? { body: found }
          : found;
    if (page === "hang up") {
      request.socket.destroy();
      return;
    }
    const { status = 200, headers = {}, body = "", after } = page;
    await after;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return origin;
}

const notFound =
  "<html><head><title>Page not found</title></head><body><main><h1>Page not found</h1></main></body></html>";
