/**
 * A stand-in for Discord: its REST with the true limits and Discord's own error bodies, and its gateway
 * (gateway.ts), as Discord's documentation describes them. It holds one server, its channels, roles and messages.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ChannelType, PermissionFlagsBits } from "discord.js";
import { createGateway, type Gateway } from "./gateway.ts";
import { APPLICATION, BOT_ROLE, CHANNEL, GUILD, ROLE, TOKEN } from "./ids.ts";
import { bodyFault, type Fault } from "./limits.ts";

interface Embed {
  title?: string;
  description?: string;
  url?: string;
  footer?: { text: string };
  fields?: { name: string; value: string }[];
  image?: { url: string };
}

export interface PostedMessage {
  id: string;
  channel: string;
  author: { id: string };
  nonce?: string;
  content?: string;
  flags: number;
  embeds: Embed[];
  components?: { components: { custom_id?: string; label?: string; url?: string }[] }[];
  attachments?: { id: number; filename: string; description?: string }[];
  /** What was uploaded with it, by its name. */
  files: Record<string, Buffer>;
  allowed_mentions?: { parse?: string[]; roles?: string[] };
  /** How often it was edited. */
  edits: number;
}

/** What the next posts get instead of a proper answer; `accept-and-drop` posts the message and then hangs up. */
export type Trouble =
  | { status: number; body?: object; headers?: Record<string, string> }
  | { slow: number }
  | "accept-and-drop"
  | "hang up";

interface StandInChannel {
  id: string;
  type: ChannelType;
  name: string;
  guild_id: string;
  parent_id?: string;
  owner_id?: string;
  permission_overwrites: { id: string; type: 0 | 1; allow: string; deny: string }[];
}

export interface Discord {
  /** For DISCORD_API_URL. */
  api: string;
  webhook: string;
  channels: Map<string, StandInChannel>;
  /** What the bot's role may do. */
  permissions: bigint;
  roles: { id: string; name: string; position: number; permissions: string; mentionable: boolean }[];
  /** Roles by member. */
  members: Map<string, Set<string>>;
  messages: PostedMessage[];
  pinned: Set<string>;
  crossposted: Set<string>;
  /** What the application registered, by server; "" for everywhere. */
  commands: Map<string, { name: string; default_member_permissions?: string | null }[]>;
  /** How often registering commands is refused before it is let. */
  commandsRefused: number;
  requests: { method: string; path: string }[];
  troubles: Trouble[];
  /** Each route takes so many requests in so many milliseconds, and answers 429 above that. */
  limit: { count: number; milliseconds: number };
  gateway: Gateway;
  /** Makes the token invalid. */
  revokeToken(): void;
  close(): Promise<void>;
}

const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.PinMessages |
  PermissionFlagsBits.ManageRoles;

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  files: Record<string, Buffer>;
}

type Answered = { status: number; body?: unknown };

export async function startDiscord(): Promise<Discord> {
  let isTokenGood = true;
  let number = 1000;
  const nextId = () => String(500_000_000_000_000_000n + BigInt(number++));
  const buckets = new Map<string, { count: number; until: number }>();
  const discord: Discord = {
    api: "",
    webhook: "",
    channels: new Map(),
    permissions: BOT_PERMISSIONS,
    roles: [
      { id: GUILD, name: "@everyone", position: 0, permissions: "0", mentionable: false },
      { id: BOT_ROLE, name: "coming-weeks", position: 5, permissions: "0", mentionable: false },
      { id: ROLE, name: "readers", position: 1, permissions: "0", mentionable: true },
    ],
    members: new Map([[APPLICATION, new Set([BOT_ROLE])]]),
    messages: [],
    pinned: new Set(),
    crossposted: new Set(),
    commands: new Map(),
    commandsRefused: 0,
    requests: [],
    troubles: [],
    limit: { count: 1000, milliseconds: 1000 },
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
    const isMessage =
      method === "POST" && /^\/(?:channels\/\d+\/(?:messages|threads)|webhooks\/\d+\/[^/]+)$/.test(path);
    const trouble = isMessage && !path.startsWith(`/webhooks/${APPLICATION}`) ? discord.troubles.shift() : undefined;
    if (trouble === "hang up") return request.socket.destroy();
    if (typeof trouble === "object" && "status" in trouble)
      return send(response, trouble.status, trouble.body ?? {}, trouble.headers);
    if (typeof trouble === "object") await new Promise((resolve) => setTimeout(resolve, trouble.slow));
    const needsToken = !/^\/(?:webhooks|interactions)\//.test(path);
    if (needsToken && (request.headers.authorization !== `Bot ${TOKEN}` || !isTokenGood))
      return send(response, 401, { message: "401: Unauthorized", code: 0 });
    const route = path.replace(/(?<=messages\/|callback\/)\d+/, ":id");
    const bucket = buckets.get(`${method} ${route}`);
    const now = performance.now();
    const open = bucket && bucket.until > now ? bucket : { count: 0, until: now + discord.limit.milliseconds };
    buckets.set(`${method} ${route}`, { ...open, count: open.count + 1 });
    const left = Math.max(0, discord.limit.count - open.count - 1);
    const resetAfter = Math.max(0, open.until - now) / 1000;
    const headers = {
      "x-ratelimit-limit": String(discord.limit.count),
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset-after": resetAfter.toFixed(3),
      "x-ratelimit-bucket": Buffer.from(`${method} ${route}`).toString("hex").slice(0, 32),
    };
    if (open.count >= discord.limit.count)
      return send(
        response,
        429,
        { message: "You are being rate limited.", retry_after: resetAfter, global: false },
        { ...headers, "retry-after": String(Math.ceil(resetAfter)), "x-ratelimit-scope": "user" },
      );
    const { status, body } = answer(discord, asked, nextId);
    if (trouble === "accept-and-drop") return request.socket.destroy();
    return send(response, status, body, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  discord.api = `http://${address}/api`;
  discord.webhook = `http://${address}/api/webhooks/123456789012345678/a-token-that-nobody-else-knows`;
  discord.gateway = createGateway(server, `ws://${address}`, {
    isTokenGood: () => isTokenGood,
    nextId,
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

/** Another channel of the server's. */
export function addChannel(
  discord: Discord,
  id: string,
  type: ChannelType,
  more: Partial<StandInChannel> = {},
): string {
  discord.channels.set(id, {
    id,
    type,
    name: `channel-${id.slice(-3)}`,
    guild_id: GUILD,
    permission_overwrites: [],
    ...more,
  });
  return id;
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
  else response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body ?? {}));
}

const notFound = (message: string, code: number): Answered => ({ status: 404, body: { message, code } });
const forbidden = (message: string, code: number): Answered => ({ status: 403, body: { message, code } });
const invalid = (errors: Fault): Answered => ({
  status: 400,
  body: { message: "Invalid Form Body", code: 50035, errors },
});
const user = { id: APPLICATION, username: "coming-weeks", discriminator: "0000", avatar: null, bot: true };

function answer(discord: Discord, asked: Asked, nextId: () => string): Answered {
  const { method, path, body } = asked;
  const [room = "", id = "", ...rest] = path.split("/").slice(1);
  switch (room) {
    case "gateway":
      return { status: 200, body: discord.gateway.about() };
    case "users":
      return { status: 200, body: user };
    case "oauth2":
    case "applications": {
      if (method === "GET")
        return { status: 200, body: { id: APPLICATION, name: "coming-weeks", bot_public: false, flags: 0 } };
      if (discord.commandsRefused-- > 0) return forbidden("Missing Access", 50001);
      const place = rest[0] === "guilds" ? (rest[1] ?? "") : "";
      const list = body as unknown as { name: string }[];
      discord.commands.set(place, list);
      return { status: 200, body: list.map((command) => ({ ...command, id: nextId(), application_id: APPLICATION })) };
    }
    case "interactions":
      return discord.gateway.takeCallback(rest[0] ?? "", asked.body, asked.files)
        ? { status: 204 }
        : notFound("Unknown interaction", 10062);
    case "webhooks":
      return id === APPLICATION
        ? discord.gateway.takeEdit(rest[0] ?? "", asked.body, asked.files)
          ? { status: 200, body: asOriginal(body, nextId()) }
          : notFound("Unknown Webhook", 10015)
        : webhook(discord, asked, id, rest, nextId);
    case "guilds":
      return guild(discord, method, rest);
    case "channels":
      return channel(discord, asked, id, rest, nextId);
    default:
      return notFound("404: Not Found", 0);
  }
}

function guild(discord: Discord, method: string, rest: readonly string[]): Answered {
  const [what, member = "", , role = ""] = rest;
  if (what === "roles") return { status: 200, body: withBotPermissions(discord) };
  if (what === "threads")
    return {
      status: 200,
      body: {
        threads: [...discord.channels.values()].filter((one) => one.type === ChannelType.PublicThread),
        members: [],
      },
    };
  if (what !== "members")
    return { status: 200, body: { id: GUILD, name: "A server", roles: withBotPermissions(discord) } };
  const roles = discord.members.get(member) ?? new Set<string>();
  discord.members.set(member, roles);
  if (method === "GET") return { status: 200, body: { user: { ...user, id: member }, roles: [...roles] } };
  if (!(discord.permissions & PermissionFlagsBits.ManageRoles)) return forbidden("Missing Permissions", 50013);
  if (method === "PUT") roles.add(role);
  else roles.delete(role);
  return { status: 204 };
}

function withBotPermissions({ roles, permissions }: Discord) {
  return roles.map((role) => (role.id === BOT_ROLE ? { ...role, permissions: permissions.toString() } : role));
}

/** Discord's documentation, "Permission Overwrites", for the bot alone. */
function may(discord: Discord, { permission_overwrites }: StandInChannel, permission: bigint): boolean {
  const denied = permission_overwrites.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
  return (discord.permissions & ~denied & permission) === permission;
}

function channel(discord: Discord, asked: Asked, id: string, rest: readonly string[], nextId: () => string): Answered {
  const { method, body, files } = asked;
  const place = discord.channels.get(id);
  if (!place) return notFound("Unknown Channel", 10003);
  const [what, message = "", more = ""] = rest;
  if (!may(discord, place, PermissionFlagsBits.ViewChannel)) return forbidden("Missing Access", 50001);
  if (!what) return { status: 200, body: place };
  const isForum = place.type === ChannelType.GuildForum;
  if (what === "threads") {
    if (!may(discord, place, PermissionFlagsBits.SendMessages)) return forbidden("Missing Permissions", 50013);
    const { name, message: first } = body as { name: string; message: Record<string, unknown> };
    const fault = bodyFault(first);
    if (fault) return invalid({ message: fault });
    const thread = nextId();
    addChannel(discord, thread, ChannelType.PublicThread, { name, parent_id: id, owner_id: APPLICATION });
    discord.messages.push({ ...asMessage(first, files), id: thread, channel: thread });
    return { status: 201, body: discord.channels.get(thread) };
  }
  if (what !== "messages") return notFound("404: Not Found", 0);
  if (message === "pins") {
    if (!may(discord, place, PermissionFlagsBits.PinMessages)) return forbidden("Missing Permissions", 50013);
    discord.pinned.add(more);
    return { status: 204 };
  }
  if (more === "crosspost") {
    discord.crossposted.add(message);
    const found = discord.messages.find((one) => one.id === message);
    if (found) found.flags |= 1;
    return { status: 200, body: found };
  }
  if (message !== "") return oneMessage(discord, asked, message);
  if (method === "GET")
    return {
      status: 200,
      body: discord.messages
        .filter((one) => one.channel === id)
        .toReversed()
        .slice(0, 100),
    };
  if (isForum) return { status: 400, body: { message: "Cannot send messages in a non-text channel", code: 50008 } };
  const needed = place.parent_id ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!may(discord, place, needed)) return forbidden("Missing Permissions", 50013);
  const fault = bodyFault(body);
  if (fault) return invalid(fault);
  const known = body.enforce_nonce ? discord.messages.find((one) => one.nonce && one.nonce === body.nonce) : undefined;
  const posted = known ?? { ...asMessage(body, files), id: nextId(), channel: id };
  if (!known) discord.messages.push(posted);
  return { status: 200, body: { ...posted, files: undefined } };
}

function oneMessage(discord: Discord, { method, body }: Asked, id: string): Answered {
  const message = discord.messages.find((one) => one.id === id);
  if (!message) return notFound("Unknown Message", 10008);
  if (method === "DELETE") {
    discord.messages.splice(discord.messages.indexOf(message), 1);
    return { status: 204 };
  }
  if (method === "PATCH") {
    const fault = bodyFault({ ...message, ...body });
    if (fault) return invalid(fault);
    Object.assign(message, body, { edits: message.edits + 1 });
  }
  return { status: 200, body: { ...message, files: undefined } };
}

function webhook(discord: Discord, asked: Asked, id: string, rest: readonly string[], nextId: () => string): Answered {
  const { method, body, files } = asked;
  if (rest[1] === "messages") return oneMessage(discord, asked, rest[2] ?? "");
  if (method === "GET") return { status: 200, body: { id, name: "a webhook", channel_id: CHANNEL } };
  const fault = bodyFault(body);
  if (fault) return invalid(fault);
  const posted = { ...asMessage(body, files), author: { id }, id: nextId(), channel: id };
  discord.messages.push(posted);
  return { status: 200, body: { ...posted, files: undefined } };
}

/** The message that answers an interaction, as Discord gives it back. */
function asOriginal(body: Record<string, unknown>, id: string): object {
  return {
    id,
    channel_id: CHANNEL,
    type: 20,
    author: user,
    content: "",
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    components: [],
    timestamp: "2022-01-01T00:00:00.000Z",
    edited_timestamp: null,
    ...body,
    ...("attachments" in body ? { attachments: [] } : {}),
  };
}

function asMessage(body: Record<string, unknown>, files: Record<string, Buffer>) {
  return {
    author: { id: APPLICATION },
    flags: 0,
    edits: 0,
    embeds: [],
    ...(body as Omit<Partial<PostedMessage>, "id" | "channel" | "files">),
    files,
  };
}

/** The messages that tell a notice, and the status cards, by their footers. */
export function toldIn({ messages }: Discord): PostedMessage[] {
  return messages.filter((message) => footer(message).split(" · ").length === 3);
}

export function cardsIn({ messages }: Discord): PostedMessage[] {
  return messages.filter((message) => footer(message).split(" · ").length === 2);
}

function footer({ embeds }: PostedMessage): string {
  return embeds[0]?.footer?.text ?? "";
}

/** What a bot needs to write to the stand-in. */
export function accessTo({ api }: Pick<Discord, "api">) {
  return { discordToken: TOKEN, discordChannelId: CHANNEL, discordApiUrl: api };
}
