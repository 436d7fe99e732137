/** What the stand-in answers, resource by resource. */
import { ChannelFlags, ChannelType, MessageFlags, PermissionFlagsBits } from "discord.js";
import { commandFaults } from "./command-limits.ts";
import { APPLICATION, CHANNEL, GUILD } from "./ids.ts";
import type { Refused } from "./interactions.ts";
import { bodyFault, type Fault, unknownField } from "./limits.ts";
import type { TooMuch } from "./traffic.ts";
import {
  type Asked,
  addChannel,
  type Discord,
  type PostedMessage,
  type StandInChannel,
  withBotPermissions,
} from "./world.ts";

interface Answered {
  status: number;
  body?: unknown;
  tooMuch?: TooMuch;
}

const failure = (status: number, code: number, message: string): Answered => ({ status, body: { message, code } });
const unknownChannel = failure(404, 10003, "Unknown Channel");
const unknownMessage = failure(404, 10008, "Unknown Message");
const missingAccess = failure(403, 50001, "Missing Access");
const missingPermissions = failure(403, 50013, "Missing Permissions");
const invalid = (errors: Fault): Answered => ({
  status: 400,
  body: { message: "Invalid Form Body", code: 50035, errors },
});
const user = { id: APPLICATION, username: "coming-weeks", discriminator: "0000", avatar: null, bot: true };
const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

export function answer(discord: Discord, asked: Asked): Answered {
  const { method, path, body } = asked;
  const [room = "", id = "", ...rest] = path.split("/").slice(1);
  switch (room) {
    case "gateway":
      return { status: 200, body: discord.gateway.about() };
    case "users":
      return method === "POST" && rest[0] === "channels"
        ? directChannel(discord, String(body.recipient_id))
        : { status: 200, body: user };
    case "oauth2":
    case "applications": {
      if (method === "GET")
        return { status: 200, body: { id: APPLICATION, name: "coming-weeks", bot_public: false, flags: 0 } };
      if (discord.commandsRefused-- > 0) return missingAccess;
      const place = rest[0] === "guilds" ? (rest[1] ?? "") : "";
      const list = body as unknown as { name: string }[];
      const faults = commandFaults(list);
      discord.mistakes.push(...faults);
      if (faults.length > 0) return failure(400, 50035, faults.join("; "));
      discord.commands.set(place, list);
      return {
        status: 200,
        body: list.map((command) => ({ ...command, id: discord.nextId(), application_id: APPLICATION })),
      };
    }
    case "interactions": {
      const refused = discord.gateway.takeCallback(rest[0] ?? "", asked.body, asked.files);
      return refused ? refusedBy(discord, refused) : { status: 204 };
    }
    case "webhooks": {
      if (id !== APPLICATION) return webhook(discord, asked, id, rest);
      const refused = discord.gateway.takeEdit(rest[0] ?? "", asked.body, asked.files);
      return refused ? refusedBy(discord, refused) : { status: 200, body: asOriginal(body, discord.nextId()) };
    }
    case "guilds":
      return guild(discord, method, rest);
    case "channels":
      return channel(discord, asked, id, rest);
    default:
      discord.mistakes.push(`${method} ${path}`);
      return failure(404, 0, "404: Not Found");
  }
}

/** An answer to an interaction that is not taken; one that is too long is a mistake of ours. */
function refusedBy(discord: Discord, { status, ...body }: Refused): Answered {
  if (body.errors) discord.mistakes.push(`an answer with ${JSON.stringify(body.errors)}`);
  return { status, body };
}

/** The channel of direct messages to a person: the same one each time ("Create DM"). */
function directChannel(discord: Discord, recipient: string): Answered {
  const known = [...discord.channels.values()].find((one) => one.recipient === recipient)?.id;
  const id = known ?? addChannel(discord, discord.nextId(), ChannelType.DM, { recipient });
  return { status: 200, body: { id, type: ChannelType.DM, recipients: [{ ...user, id: recipient, bot: false }] } };
}

function guild(discord: Discord, method: string, rest: readonly string[]): Answered {
  const [what, member = "", , role = ""] = rest;
  if (what === "roles") return { status: 200, body: withBotPermissions(discord) };
  if (what === "threads") {
    const isOpen = (one: StandInChannel) => THREADS.includes(one.type) && !one.thread_metadata?.archived;
    return { status: 200, body: { threads: [...discord.channels.values()].filter(isOpen), members: [] } };
  }
  if (what !== "members")
    return { status: 200, body: { id: GUILD, name: "A server", roles: withBotPermissions(discord) } };
  const roles = discord.members.get(member) ?? new Set<string>();
  discord.members.set(member, roles);
  if (method === "GET") return { status: 200, body: { user: { ...user, id: member }, roles: [...roles] } };
  if (!(discord.permissions & PermissionFlagsBits.ManageRoles)) return missingPermissions;
  if (method === "PUT") roles.add(role);
  else roles.delete(role);
  return { status: 204 };
}

/** Discord's documentation, "Permission Overwrites", for the bot alone; a thread has its channel's. */
function may(discord: Discord, place: StandInChannel, permission: bigint): boolean {
  const holder = (THREADS.includes(place.type) && discord.channels.get(place.parent_id ?? "")) || place;
  const denied = holder.permission_overwrites.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
  return (discord.permissions & ~denied & permission) === permission;
}

function channel(discord: Discord, asked: Asked, id: string, rest: readonly string[]): Answered {
  const { method } = asked;
  const place = discord.channels.get(id);
  if (!place) return unknownChannel;
  const [what, message = "", more = ""] = rest;
  if (!may(discord, place, PermissionFlagsBits.ViewChannel)) return missingAccess;
  if (!what) return method === "PATCH" ? changeChannel(discord, place, asked) : { status: 200, body: place };
  if (what === "threads") return beginThread(discord, place, asked);
  if (what !== "messages") {
    discord.mistakes.push(`${method} ${asked.path}`);
    return failure(404, 0, "404: Not Found");
  }
  if (message === "pins") {
    if (!may(discord, place, PermissionFlagsBits.PinMessages)) return missingPermissions;
    discord.pinned.add(more);
    return { status: 204 };
  }
  if (more === "crosspost") return crosspost(discord, place, message);
  if (message !== "") return oneMessage(discord, place, asked, message);
  if (method === "GET") return { status: 200, body: page(discord, place, asked.query) };
  return post(discord, place, asked);
}

/** A thread that was locked is opened only by who may manage threads ("Active & Archived Threads"). */
function changeChannel(discord: Discord, place: StandInChannel, { body }: Asked): Answered {
  if (!THREADS.includes(place.type)) return missingPermissions;
  const mayManage = may(discord, place, PermissionFlagsBits.ManageThreads);
  const isOwn = place.owner_id === APPLICATION || "archived" in body;
  if ((place.thread_metadata?.locked || "locked" in body) && !mayManage)
    if (place.thread_metadata?.locked || body.locked === true) return missingPermissions;
  if (!isOwn && !mayManage) return missingPermissions;
  place.thread_metadata = {
    archived: body.archived === true,
    locked: place.thread_metadata?.locked === true && body.locked !== false,
  };
  return { status: 200, body: place };
}

function beginThread(discord: Discord, place: StandInChannel, { body, files }: Asked): Answered {
  const isForum = FORUMS.includes(place.type);
  const needed = isForum ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.CreatePublicThreads;
  if (!may(discord, place, needed)) return missingPermissions;
  const {
    name,
    message: first,
    applied_tags: tags = [],
  } = body as {
    name?: string;
    message?: Record<string, unknown>;
    applied_tags?: string[];
  };
  if (!name || name.length > 100)
    return invalid({
      name: { _errors: [{ code: "BASE_TYPE_BAD_LENGTH", message: "Must be between 1 and 100 in length." }] },
    });
  if (isForum && (place.flags ?? 0) & ChannelFlags.RequireTag && tags.length === 0)
    return failure(400, 40067, "A tag is required to create a forum post in this channel");
  if (tags.some((tag) => place.available_tags?.find(({ id }) => id === tag)?.moderated !== false))
    return failure(400, 50035, "Invalid Form Body");
  if (isForum && !first)
    return invalid({ message: { _errors: [{ code: "BASE_TYPE_REQUIRED", message: "This field is required" }] } });
  const fault = first && bodyFault(first);
  if (fault) return invalid({ message: fault });
  if (place.type === ChannelType.GuildMedia && Object.keys(files).length === 0)
    return invalid({
      message: {
        attachments: { _errors: [{ code: "BASE_TYPE_REQUIRED", message: "Posts in media channels need media" }] },
      },
    });
  const thread = discord.nextId();
  addChannel(discord, thread, ChannelType.PublicThread, {
    name,
    parent_id: place.id,
    owner_id: APPLICATION,
    applied_tags: tags,
  });
  if (first) discord.messages.push({ ...asMessage(discord, first, files), id: thread, channel: thread });
  return { status: 201, body: discord.channels.get(thread) };
}

function crosspost(discord: Discord, place: StandInChannel, message: string): Answered {
  const found = discord.messages.find((one) => one.id === message && one.channel === place.id);
  if (!found) return unknownMessage;
  if (place.type !== ChannelType.GuildAnnouncement)
    return failure(403, 50024, "Cannot execute action on this channel type");
  if (found.flags & MessageFlags.Crossposted) return failure(400, 40033, "This message has already been crossposted");
  const tooMuch = discord.traffic.takeCrosspost(place.id);
  if (tooMuch) return { status: 429, tooMuch };
  discord.crossposted.add(message);
  found.flags |= MessageFlags.Crossposted;
  return { status: 200, body: shown(found) };
}

/** The messages of a channel, the newest first ("Get Channel Messages"). Who may not read its history sees none. */
function page(discord: Discord, place: StandInChannel, query: URLSearchParams): object[] {
  if (!may(discord, place, PermissionFlagsBits.ReadMessageHistory)) return [];
  const limit = Number(query.get("limit") ?? 50);
  const before = query.get("before");
  const after = query.get("after");
  const isHere = ({ channel: at, webhook_id: hook }: PostedMessage) =>
    at === place.id || (at === hook && discord.webhookChannel === place.id);
  const all = discord.messages.filter(isHere);
  if (after)
    return all
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .toReversed()
      .map(shown);
  const some = before ? all.filter(({ id }) => BigInt(id) < BigInt(before)) : all;
  return some.toReversed().slice(0, limit).map(shown);
}

/** Why a channel takes no message now. */
function closedTo(discord: Discord, place: StandInChannel): Answered | undefined {
  if (FORUMS.includes(place.type)) return failure(400, 50008, "Cannot send messages in a non-text channel");
  const isThread = THREADS.includes(place.type);
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!may(discord, place, needed)) return missingPermissions;
  const isManaged = may(discord, place, PermissionFlagsBits.ManageThreads);
  return place.thread_metadata?.locked && !isManaged ? failure(400, 160005, "Thread is locked") : undefined;
}

function post(discord: Discord, place: StandInChannel, { body, files }: Asked): Answered {
  if (place.recipient && discord.unreachable.has(place.recipient))
    return failure(403, 50007, "Cannot send messages to this user");
  const closed = closedTo(discord, place);
  if (closed) return closed;
  if (Object.keys(files).length > 0 && !may(discord, place, PermissionFlagsBits.AttachFiles)) return missingPermissions;
  if ((body.embeds as object[] | undefined)?.length && !may(discord, place, PermissionFlagsBits.EmbedLinks))
    return missingPermissions;
  const strange = unknownField(body);
  if (strange) discord.mistakes.push(`a message with ${strange}`);
  const fault = bodyFault(body);
  if (fault) return invalid(fault);
  const { message_reference: reference } = body as {
    message_reference?: { message_id?: string; fail_if_not_exists?: boolean };
  };
  if (reference && !may(discord, place, PermissionFlagsBits.ReadMessageHistory))
    return failure(403, 160002, "Cannot reply without permission to read message history");
  const isThere = discord.messages.some(({ id, channel: at }) => id === reference?.message_id && at === place.id);
  if (reference && !isThere && reference.fail_if_not_exists !== false)
    return invalid({
      message_reference: { _errors: [{ code: "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message: "Unknown message" }] },
    });
  if (place.thread_metadata?.archived) place.thread_metadata.archived = false;
  const since = discord.now() - discord.nonceKept;
  const known = body.enforce_nonce
    ? discord.messages.find((one) => one.nonce && one.nonce === body.nonce && Date.parse(one.timestamp) >= since)
    : undefined;
  const posted = known ?? { ...asMessage(discord, body, files), id: discord.nextId(), channel: place.id };
  if (!known) discord.messages.push(posted);
  return { status: 200, body: shown(posted) };
}

function oneMessage(
  discord: Discord,
  place: StandInChannel | undefined,
  { method, body }: Asked,
  id: string,
): Answered {
  const message = discord.messages.find((one) => one.id === id && (!place || one.channel === place.id));
  if (!message) return unknownMessage;
  if (method === "DELETE") {
    discord.messages.splice(discord.messages.indexOf(message), 1);
    return { status: 204 };
  }
  if (method === "PATCH") {
    if (place?.thread_metadata?.archived)
      return failure(
        400,
        50083,
        "Tried to perform an operation on an archived thread, such as editing a message or adding a user to the thread",
      );
    const fault = bodyFault({ ...message, ...body });
    if (fault) return invalid(fault);
    Object.assign(message, body, { edits: message.edits + 1 });
  }
  return { status: 200, body: shown(message) };
}

function webhook(discord: Discord, asked: Asked, id: string, rest: readonly string[]): Answered {
  const { method, body, files, query } = asked;
  if (rest[1] === "messages") return oneMessage(discord, undefined, asked, rest[2] ?? "");
  if (method === "GET") return { status: 200, body: { id, name: "a webhook", channel_id: discord.webhookChannel } };
  if ("nonce" in body) discord.mistakes.push("a webhook’s message with a nonce");
  if ("components" in body && query.get("with_components") !== "true")
    discord.mistakes.push("a webhook’s components without with_components, which are left out");
  const fault = bodyFault(body);
  if (fault) return invalid(fault);
  const isLaidOut = (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (isLaidOut && Object.keys(files).length > 0)
    return invalid({ files: { _errors: [{ code: "FILES_NOT_ALLOWED", message: "Not with components alone" }] } });
  const place = discord.channels.get(discord.webhookChannel);
  const name = body.thread_name as string | undefined;
  const named = query.get("thread_id");
  if (place && FORUMS.includes(place.type) && !name && !named)
    return failure(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");
  if (named && !discord.channels.has(named)) return unknownChannel;
  const thread = name
    ? addChannel(discord, discord.nextId(), ChannelType.PublicThread, { name, parent_id: discord.webhookChannel })
    : named;
  const posted = {
    ...asMessage(discord, body, files),
    author: { id },
    webhook_id: id,
    id: thread && name ? thread : discord.nextId(),
    channel: thread ?? id,
  };
  discord.messages.push(posted);
  return { status: 200, body: { ...shown(posted), channel_id: thread ?? discord.webhookChannel } };
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

function asMessage(discord: Discord, body: Record<string, unknown>, files: Record<string, Buffer>) {
  const { flags, ...rest } = body as Omit<Partial<PostedMessage>, "id" | "channel" | "files">;
  return {
    author: { id: APPLICATION },
    edits: 0,
    embeds: [],
    ...rest,
    flags: flags ?? 0,
    timestamp: new Date(discord.now()).toISOString(),
    files,
  };
}

function shown({ files: _, nonce: __, ...message }: PostedMessage): object {
  return { ...message, channel_id: message.channel };
}
