/** What there is on the stand-in for Discord: one server, its channels, roles and messages, and what a test has it do. */
import { type ChannelType, type ComponentType, PermissionFlagsBits } from "discord.js";
import type { Gateway } from "./gateway.ts";
import { BOT_ROLE, GUILD } from "./ids.ts";
import type { Traffic } from "./traffic.ts";

interface Embed {
  title?: string;
  description?: string;
  url?: string;
  footer?: { text: string };
  fields?: { name: string; value: string }[];
  image?: { url: string };
}

/** A button, a text, or what holds others. */
export interface Component {
  type: ComponentType;
  components?: Component[];
  content?: string;
  custom_id?: string;
  label?: string;
  url?: string;
  accent_color?: number;
  items?: { media: { url: string }; description?: string }[];
}

export interface PostedMessage {
  id: string;
  channel: string;
  author: { id: string };
  webhook_id?: string;
  timestamp: string;
  nonce?: string;
  content?: string;
  flags: number;
  embeds: Embed[];
  components?: Component[];
  attachments?: { id: number; filename: string; description?: string }[];
  message_reference?: { message_id: string };
  /** What was uploaded with it, by its name. */
  files: Record<string, Buffer>;
  allowed_mentions?: { parse?: string[]; roles?: string[] };
  /** How often it was edited. */
  edits: number;
}

/**
 * What a request gets instead of a proper answer; `accept-and-drop` does what was asked and then hangs up. A body that is a text is what
 * something between the bot and Discord says.
 */
export type Trouble =
  | "drip"
  | { status: number; body?: object | string; headers?: Record<string, string> }
  | { slow: number }
  | "accept-and-drop"
  | "hang up";

export interface StandInChannel {
  id: string;
  type: ChannelType;
  name: string;
  guild_id: string;
  parent_id?: string;
  /** Of a direct message. */
  recipient?: string;
  owner_id?: string;
  permission_overwrites: { id: string; type: 0 | 1; allow: string; deny: string }[];
  thread_metadata?: { archived: boolean; locked: boolean };
  available_tags?: { id: string; name: string; moderated: boolean }[];
  applied_tags?: string[];
  flags?: number;
}

export interface Discord {
  /** For DISCORD_API_URL. */
  api: string;
  webhook: string;
  /** The channel that the webhook writes to; its messages are listed under the webhook's own id. */
  webhookChannel: string;
  channels: Map<string, StandInChannel>;
  /** What the bot's role may do. */
  permissions: bigint;
  roles: { id: string; name: string; position: number; permissions: string; mentionable: boolean }[];
  /** People who take no direct messages. */
  unreachable: Set<string>;
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
  /** What the next posts get; and what any request does, while a test wants it so. */
  troubles: Trouble[];
  trouble: (asked: Asked) => Trouble | undefined;
  /** Requests that Discord's description does not know, or fields. */
  mistakes: string[];
  traffic: Traffic;
  /** Each route takes so much, and answers 429 above that. */
  limit: { count: number; milliseconds: number };
  /** How long each answer takes, in milliseconds. */
  latency: number;
  /** What its clock says, in milliseconds; a test that moves the bot's clock may move it too. */
  now(): number;
  /** How long a nonce is remembered, in milliseconds. */
  nonceKept: number;
  /** Another id, the newest of all. */
  nextId(): string;
  gateway: Gateway;
  /** Makes the token invalid. */
  revokeToken(): void;
  close(): Promise<void>;
}

export const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.PinMessages |
  PermissionFlagsBits.ManageRoles;

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  files: Record<string, Buffer>;
}

export function withBotPermissions({ roles, permissions }: Pick<Discord, "roles" | "permissions">) {
  return roles.map((role) => (role.id === BOT_ROLE ? { ...role, permissions: permissions.toString() } : role));
}

/** Another channel of the server's. */
export function addChannel(
  discord: Pick<Discord, "channels">,
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
