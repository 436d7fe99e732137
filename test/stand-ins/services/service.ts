/** A service on loopback that messages are posted to, and that is as unkind as real ones: it refuses, lies, floods, breaks, and takes without saying so. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { ChannelSettings } from "../../../src/config/delivery.ts";

/** What a message met with, in place of being taken and acknowledged. */
export type Trouble =
  | { status: number; headers?: Record<string, string>; body?: string | object }
  /** The connection breaks: before it was taken, or after. */
  | "broken"
  | "taken, then broken"
  /** It is answered without end. */
  | "flood";

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | object;
}

export interface Service {
  address: string;
  /** All that was asked, whatever came of it. */
  asked: Asked[];
  /** What the next messages meet with, each one of them. */
  troubles: Trouble[];
  /** What people were shown, by what it says: a message that the service knows to be the same stands there once. */
  shown: string[];
  /** How a bot is told of it, and what stands in its environment. */
  channel: ChannelSettings;
  secrets: Record<string, string>;
}

/**
 * @param isMessage whether what is asked is a message, which may meet with trouble
 * @param take takes what is asked, and says what it answers
 */
export async function startService(
  parts: { isMessage: (asked: Asked) => boolean; take: (asked: Asked, service: Service) => Answer },
  toldOf: (address: string) => Pick<Service, "channel" | "secrets">,
): Promise<Service> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: Service = { address, asked: [], troubles: [], shown: [], ...toldOf(address) };
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return service;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "", headers } = request;
    const asked: Asked = { method, path, headers, body: await text(request) };
    service.asked.push(asked);
    const trouble = parts.isMessage(asked) ? service.troubles.shift() : undefined;
    if (trouble === "broken") return void request.socket.destroy();
    if (trouble === "flood") return flood(response);
    if (typeof trouble === "object") return answer(response, trouble);
    const taken = parts.take(asked, service);
    if (trouble === "taken, then broken") return void request.socket.destroy();
    answer(response, taken);
  }
}

function answer(response: ServerResponse, { status, headers = {}, body = "" }: Answer): void {
  const isJson = typeof body === "object";
  response
    .writeHead(status, { "content-type": isJson ? "application/json" : "text/plain", ...headers })
    .end(isJson ? JSON.stringify(body) : body);
}

function flood(response: ServerResponse): void {
  response.writeHead(500, { "content-type": "text/plain" });
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(64 * 1024)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}
