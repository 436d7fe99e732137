/** Threads and posts of forums: opened again, or begun. */
import {
  type APIChannel,
  type APIGuildForumChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelFlags,
  ChannelType,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import { refusal } from "./refusal.ts";
import type { Importance, Requests } from "./requests.ts";
import type { Body, Posted, Threads } from "./writer.ts";

const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

type Forum = Pick<APIGuildForumChannel, "available_tags" | "flags">;

export function isForum({ type }: { type: ChannelType }): boolean {
  return FORUMS.includes(type);
}

export function isThread({ type }: { type: ChannelType }): boolean {
  return THREADS.includes(type);
}

/** Whether other servers can follow what is posted there. */
export function canBeFollowed({ type }: { type: ChannelType }): boolean {
  return type === ChannelType.GuildAnnouncement;
}

/**
 * The tag that a post is given where a forum asks for one.
 * @returns undefined where it asks for none; null where it asks for one and has none that everybody may use
 */
export function tagFor({
  available_tags = [],
  flags,
}: Partial<Forum>): { id: string; name: string } | null | undefined {
  if (!((flags ?? 0) & ChannelFlags.RequireTag)) return undefined;
  return available_tags.find(({ moderated }) => !moderated) ?? null;
}

/** Opens an archived thread. @returns whether it is open now */
export async function reopen(
  requests: Requests,
  thread: string,
  importance: Importance,
  log: Logger,
): Promise<boolean> {
  try {
    await requests.asBot(importance, (rest) =>
      rest.patch(Routes.channel(thread), { body: { archived: false, locked: false } }),
    );
    log.info({ event: "thread-reopened", thread }, "opened a thread that was archived");
    return true;
  } catch (error) {
    log.warn({ event: "thread-closed", thread, error: refusal(error).error }, "a thread cannot be opened again");
    return false;
  }
}

interface Means {
  requests: Requests;
  importance: Importance;
  threads: Threads;
  me: () => Promise<APIUser>;
}

/**
 * Begins a watch's own thread: a post in a forum, beside a thread that was closed, or in a channel where each watch is to have one.
 * @param closed the thread before, where there was one
 * @returns its first message, and what that says; undefined where the channel is neither
 */
export async function beginThread(
  { requests, importance, threads, me }: Means,
  {
    channel,
    hasThreads,
    watch,
    closed,
  }: { channel: APIChannel; hasThreads: boolean; watch: string; closed: string | undefined },
): Promise<{ first: Posted; body: Body } | undefined> {
  const parent =
    isForum(channel) || hasThreads
      ? channel.id
      : isThread(channel)
        ? (channel as APIThreadChannel).parent_id
        : undefined;
  if (!parent) return undefined;
  const isPictured = channel.type === ChannelType.GuildMedia;
  const { name, body } = await threads.opening(watch, closed !== undefined, isPictured);
  // A crash may have come between making the thread and remembering it.
  const { guild_id = "" } = channel as APIThreadChannel;
  const open = await requests.asBot<RESTGetAPIGuildThreadsResult>(importance, (rest) =>
    rest.get(Routes.guildActiveThreads(guild_id)),
  );
  const { id: mine } = await me();
  const left = (open.threads as APIThreadChannel[]).find(
    (thread) =>
      thread.parent_id === parent &&
      thread.name === name &&
      thread.owner_id === mine &&
      thread.id !== closed &&
      !thread.thread_metadata?.locked,
  );
  const first = left ? { target: left.id, message: left.id } : await begun();
  await threads.keep(watch, first);
  return { first, body };

  async function begun(): Promise<Posted> {
    const { message, files = [] } = body;
    const create = (thread: object, more: typeof files = []) =>
      requests.asBot<{ id: string }>(importance, (rest) =>
        rest.post(Routes.threads(parent ?? ""), { body: thread, files: more }),
      );
    if (isForum(channel)) {
      const tag = tagFor(channel as Partial<Forum>);
      const { id } = await create({ name, message, ...(tag ? { applied_tags: [tag.id] } : {}) }, files);
      // The message that begins a post has the post's own id.
      return { target: id, message: id };
    }
    const { id } = await create({ name, type: ChannelType.PublicThread });
    const first = await requests.asBot<{ id: string }>(importance, (rest) =>
      rest.post(Routes.channelMessages(id), { body: message, files }),
    );
    return { target: id, message: first.id };
  }
}
