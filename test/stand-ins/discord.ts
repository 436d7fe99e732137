/**
 * Discord's REST, as far as posting needs it: channel messages with nonces, webhooks, rate limits, the true limits of an
 * embed with Discord's own error bodies (Discord's documentation: "Create Message", "Execute Webhook", "Embed Limits").
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface PostedMessage {
  id: string;
  channel: string;
  nonce?: string;
  content?: string;
  embeds: { title?: string; description?: string; url?: string; footer?: { text: string } }[];
  allowed_mentions?: { parse?: string[]; roles?: string[] };
}

/** What the next requests get instead of a proper answer; `accept-and-drop` posts the message and then hangs up. */
export type Trouble =
  | { status: number; body?: object; headers?: Record<string, string> }
  | "accept-and-drop"
  | "hang up";

export interface Discord {
  /** For DISCORD_API_URL. */
  api: string;
  webhook: string;
  messages: PostedMessage[];
  troubles: Trouble[];
  close(): Promise<void>;
}

export async function startDiscord(): Promise<Discord> {
  const discord: Discord = { api: "", webhook: "", messages: [], troubles: [], close: async () => undefined };
  let number = 1000;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? "").replace(/^\/api\/v\d+/, "").split("?")[0] ?? "";
    const trouble = request.method === "POST" ? discord.troubles.shift() : undefined;
    if (trouble === "hang up") return request.socket.destroy();
    if (trouble && trouble !== "accept-and-drop")
      return send(response, trouble.status, trouble.body ?? {}, trouble.headers);
    const place = /^\/(channels|webhooks)\/([^/]+)/.exec(path);
    if (!place) return send(response, 404, { message: "404: Not Found", code: 0 });
    if (request.method === "PATCH") {
      const message = discord.messages.find(({ id }) => id === path.split("/").at(-1));
      if (!message) return send(response, 404, { message: "Unknown Message", code: 10008 });
      Object.assign(message, JSON.parse(Buffer.concat(chunks).toString()));
      return send(response, 200, message);
    }
    if (request.method === "GET")
      return send(response, 200, discord.messages.filter((message) => message.channel === place[2]).toReversed());
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Omit<PostedMessage, "id" | "channel"> & {
      enforce_nonce?: boolean;
    };
    const fault = embedFault(body.embeds ?? []);
    if (fault)
      return send(response, 400, { message: "Invalid Form Body", code: 50035, errors: { embeds: { 0: fault } } });
    const known = body.enforce_nonce ? discord.messages.find((message) => message.nonce === body.nonce) : undefined;
    const message = known ?? { ...body, id: String(number++), channel: place[2] ?? "" };
    if (!known) discord.messages.push(message);
    if (trouble === "accept-and-drop") return request.socket.destroy();
    return send(response, 200, message);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  discord.api = `${address}/api`;
  discord.webhook = `${address}/api/webhooks/123456789012345678/a-token-that-nobody-else-knows`;
  discord.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return discord;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function embedFault(embeds: PostedMessage["embeds"]): object | undefined {
  const limits = { title: 256, description: 4096 } as const;
  for (const embed of embeds) {
    for (const [field, limit] of Object.entries(limits))
      if ((embed[field as keyof typeof limits]?.length ?? 0) > limit)
        return {
          [field]: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` }] },
        };
    const total = (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0);
    if (total > 6000)
      return { _errors: [{ code: "MAX_EMBED_SIZE_EXCEEDED", message: "Embed size exceeds maximum size of 6000" }] };
  }
  return undefined;
}
