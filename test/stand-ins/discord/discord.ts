/**
 * A stand-in for Discord: its REST with the documented limits, checks and error bodies (limits.ts, traffic.ts, rooms.ts), and its gateway
 * (gateway.ts). It holds one server, its channels, roles and messages, and refuses, drops and delays what a test has it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { ChannelType } from "discord.js";
import { createGateway, type Gateway } from "./gateway.ts";
import { APPLICATION, BOT_ROLE, CHANNEL, GUILD, ROLE, TOKEN } from "./ids.ts";
import { answer } from "./rooms.ts";
import { textOf } from "./said.ts";
import { type TooMuch, Traffic } from "./traffic.ts";
import {
  type Asked,
  addChannel,
  BOT_PERMISSIONS,
  type Discord,
  type PostedMessage,
  type Trouble,
  withBotPermissions,
} from "./world.ts";

/** Discord's first second, from which its ids count (its documentation, "Snowflakes"). */
const DISCORD_EPOCH = 1_420_070_400_000;

export async function startDiscord(): Promise<Discord> {
  let isTokenGood = true;
  let number = 0n;
  const traffic = new Traffic();
  const discord: Discord = {
    api: "",
    webhook: "",
    webhookChannel: CHANNEL,
    channels: new Map(),
    permissions: BOT_PERMISSIONS,
    roles: [
      { id: GUILD, name: "@everyone", position: 0, permissions: "0", mentionable: false },
      { id: BOT_ROLE, name: "coming-weeks", position: 5, permissions: "0", mentionable: false },
      { id: ROLE, name: "readers", position: 1, permissions: "0", mentionable: true },
    ],
    unreachable: new Set(),
    members: new Map([[APPLICATION, new Set([BOT_ROLE])]]),
    messages: [],
    pinned: new Set(),
    crossposted: new Set(),
    commands: new Map(),
    commandsRefused: 0,
    requests: [],
    troubles: [],
    trouble: () => undefined,
    mistakes: [],
    traffic,
    get limit() {
      return traffic.route;
    },
    set limit(limit) {
      traffic.route = limit;
    },
    latency: 0,
    now: () => Date.now(),
    nonceKept: 120_000,
    nextId: () => String((BigInt(discord.now() - DISCORD_EPOCH) << 22n) + (number++ % 4_194_304n)),
    gateway: undefined as unknown as Gateway,
    revokeToken: () => {
      isTokenGood = false;
    },
    close: async () => undefined,
  };
  addChannel(discord, CHANNEL, ChannelType.GuildText);

  const server = createServer(async (request, response) => {
    const asked = await read(request).catch(() => undefined);
    if (!asked) return request.socket.destroy();
    const { method, path } = asked;
    discord.requests.push({ method, path });
    if (discord.latency > 0) await wait(discord.latency);
    response.setHeader("date", new Date(discord.now()).toUTCString());
    const say = (status: number, body: unknown, headers?: Record<string, string>) => {
      traffic.note(status);
      send(response, status, body, headers);
    };
    if (traffic.isShutOut) return send(response, 429, "error code: 1015", { "retry-after": "3600" });
    const trouble = troubleOf(discord, asked);
    if (trouble === "hang up") return request.socket.destroy();
    if (trouble === "drip") return drip(response);
    if (typeof trouble === "object" && "status" in trouble)
      return say(trouble.status, trouble.body ?? {}, trouble.headers);
    if (typeof trouble === "object") await wait(trouble.slow);
    const isBots = !/^\/(?:webhooks|interactions)\//.test(path);
    if (isBots && (request.headers.authorization !== `Bot ${TOKEN}` || !isTokenGood))
      return say(401, { message: "401: Unauthorized", code: 0 });
    const { tooMuch, headers } = traffic.take(
      `${method} ${path.replace(/(?<=messages\/|callback\/)\d+/, ":id")}`,
      isBots,
    );
    if (tooMuch) return say(429, ...limited(tooMuch, headers));
    const { status, body, tooMuch: more } = answer(discord, asked);
    if (more) return say(429, ...limited(more, headers));
    if (trouble === "accept-and-drop") return request.socket.destroy();
    return say(status, body, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  discord.api = `http://${address}/api`;
  discord.webhook = `http://${address}/api/webhooks/123456789012345678/a-token-that-nobody-else-knows`;
  discord.gateway = createGateway(server, `ws://${address}`, {
    isTokenGood: () => isTokenGood,
    nextId: discord.nextId,
    permissions: () => discord.permissions,
    roles: () => withBotPermissions(discord),
    channels: () => [...discord.channels.values()],
  });
  discord.close = async () => {
    discord.gateway.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return discord;
}

function troubleOf(discord: Discord, asked: Asked): Trouble | undefined {
  const { method, path } = asked;
  const isMessage = method === "POST" && /^\/(?:channels\/\d+\/(?:messages|threads)|webhooks\/\d+\/[^/]+)$/.test(path);
  const isTold = isMessage && !path.startsWith(`/webhooks/${APPLICATION}`);
  return (isTold ? discord.troubles.shift() : undefined) ?? discord.trouble(asked);
}

/** The body and the headers of an answer that asks to wait ("Exceeding A Rate Limit"). */
function limited({ retryAfter, scope }: TooMuch, headers: Record<string, string>): [object, Record<string, string>] {
  const global = scope === "global";
  return [
    { message: "You are being rate limited.", retry_after: retryAfter, global },
    {
      ...headers,
      "retry-after": String(Math.ceil(retryAfter)),
      "x-ratelimit-scope": scope,
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
  ];
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? "", "http://localhost");
  const path = url.pathname.replace(/^\/api(?:\/v\d+)?/, "");
  const type = request.headers["content-type"] ?? "";
  const files: Record<string, Buffer> = {};
  let text = bytes.toString();
  if (type.startsWith("multipart/")) {
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    for (const [name, value] of form)
      if (typeof value === "string") text = name === "payload_json" ? value : text;
      else files[value.name] = Buffer.from(await value.arrayBuffer());
  }
  const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { method: request.method ?? "GET", path, query: url.searchParams, body, files };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (status === 204) response.writeHead(status, headers).end();
  else if (typeof body === "string") response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
  else response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body ?? {}));
}

/** An answer that goes on and on. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" }).write('{"id":"');
  const drops = setInterval(() => response.write("1"), 1000);
  response.on("close", () => clearInterval(drops));
}

/** The messages that tell a notice, and the status cards, by the mark that ends them. */
export function toldIn({ messages }: Discord): PostedMessage[] {
  return messages.filter((message) => /^(?:-# )?coming-weeks · [\w -]+ · \S+$/.test(lastLine(message)));
}

export function cardsIn({ messages }: Discord): PostedMessage[] {
  return messages.filter((message) => /^(?:-# )?coming-weeks · \S+$/.test(lastLine(message)));
}

function lastLine(message: PostedMessage): string {
  return textOf(message).split("\n").at(-1) ?? "";
}

/** What a bot needs to write to the stand-in. */
export function accessTo({ api }: Pick<Discord, "api">) {
  return { discordToken: TOKEN, discordChannelId: CHANNEL, discordApiUrl: api };
}
