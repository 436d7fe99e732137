/**
 * Puts messages into one place on Discord, changes them, and finds its own again. A place is a webhook, a channel, a thread,
 * an announcement channel (what is posted there is published to those who follow it) or a forum (each watch has a post of
 * its own there).
 */
import { createHash } from "node:crypto";
import {
  type APIChannel,
  type APIEmbed,
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  MessageFlags,
  type RESTGetAPIGuildThreadsResult,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import { WEBHOOK } from "../../../config/secrets.ts";
import type { Place } from "../../../watch/place.ts";
import { client } from "./rest.ts";

/** Where a message stands: its channel or thread (none for a webhook's), and its id. */
export interface Posted {
  target: string;
  message: string;
}

export interface Body {
  message: Omit<RESTPostAPIChannelMessageJSONBody, "embeds"> & { embeds: APIEmbed[] };
  files?: { name: string; data: Buffer; contentType: string }[] | undefined;
}

export interface Writer {
  /** @param mark ends the footer of the body's embed: the message is found by it */
  post(watch: string, body: Body, mark: string): Promise<Posted>;
  edit(posted: Posted, body: Body): Promise<void>;
  /** A message of the bot's own that carries the mark, among the recent ones; undefined too where none can be looked up. */
  find(watch: string, mark: string): Promise<Posted | undefined>;
  pin(posted: Posted): Promise<void>;
  /** Whether the place belongs to a bot, which can be answered through buttons. */
  isBots: boolean;
  close(): void;
}

/** How a watch's post in a forum is begun, and where that is remembered. */
export interface Forum {
  known(watch: string): Promise<Posted | undefined>;
  opening(watch: string): Promise<{ name: string; body: Body }>;
  keep(watch: string, post: Posted): Promise<void>;
}

export interface Access {
  token?: string | undefined;
  /** Discord's own by default. */
  api?: string | undefined;
}

const RECENT = 50;

export function createWriter(place: Place, access: Access, forum: Forum, log: Logger): Writer {
  return place.way.kind === "webhook"
    ? webhookWriter(place.way.url, access)
    : new ChannelWriter(place, access, forum, log);
}

function webhookWriter(address: string, { api }: Access): Writer {
  const { api: own, id = "", token = "" } = WEBHOOK.exec(address)?.groups ?? {};
  const rest = client(api ?? own);
  const thread = new URL(address).searchParams.get("thread_id");
  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({ ...more, ...(thread ? { thread_id: thread } : {}) });
  return {
    isBots: false,
    close: () => rest.clearHandlerSweeper(),
    post: async (_watch, { message, files = [] }) => {
      const posted = (await rest.post(Routes.webhook(id, token), {
        body: message,
        files,
        query: query({ wait: "true" }),
        auth: false,
      })) as Partial<APIMessage>;
      return { target: "", message: posted.id ?? "" };
    },
    edit: async (posted, { message, files = [] }) => {
      const body = changed(message);
      await rest.patch(Routes.webhookMessage(id, token, posted.message), { body, files, auth: false, query: query() });
    },
    // A webhook cannot read the channel it writes to, nor pin anything there.
    find: async () => undefined,
    pin: async () => undefined,
  };
}

class ChannelWriter implements Writer {
  readonly isBots = true;
  readonly #channel: string;
  readonly #rest: ReturnType<typeof client>;
  readonly #forum: Forum;
  readonly #log: Logger;
  /** Asked once: a channel keeps its kind. */
  #kind: Promise<APIChannel> | undefined;
  #me: Promise<APIUser> | undefined;

  constructor(place: Place, { token, api }: Access, forum: Forum, log: Logger) {
    this.#channel = place.way.kind === "channel" ? place.way.channel : "";
    this.#rest = client(api).setToken(token ?? "");
    this.#forum = forum;
    this.#log = log;
  }

  async post(watch: string, { message, files = [] }: Body, mark: string): Promise<Posted> {
    const target = await this.#target(watch);
    const posted = (await this.#rest.post(Routes.channelMessages(target), {
      body: { ...message, nonce: nonceOf(target, mark), enforce_nonce: true },
      files,
    })) as APIMessage;
    await this.#spread(target, posted);
    return { target, message: posted.id };
  }

  async edit({ target, message }: Posted, body: Body): Promise<void> {
    await this.#rest.patch(Routes.channelMessage(target || this.#channel, message), {
      body: changed(body.message),
      files: body.files ?? [],
    });
  }

  async find(watch: string, mark: string): Promise<Posted | undefined> {
    const target = await this.#target(watch);
    const query = new URLSearchParams({ limit: String(RECENT) });
    const recent = (await this.#rest.get(Routes.channelMessages(target), { query })) as APIMessage[];
    const me = await this.#myself();
    const found = recent.find(
      ({ author, embeds }) => author.id === me.id && embeds.some((item) => item.footer?.text.endsWith(mark)),
    );
    if (found) await this.#spread(target, found);
    return found && { target, message: found.id };
  }

  async pin({ target, message }: Posted): Promise<void> {
    await this.#rest.put(Routes.channelMessagesPin(target || this.#channel, message));
  }

  close(): void {
    this.#rest.clearHandlerSweeper();
  }

  #about(): Promise<APIChannel> {
    this.#kind ??= (this.#rest.get(Routes.channel(this.#channel)) as Promise<APIChannel>).catch((error) => {
      this.#kind = undefined;
      throw error;
    });
    return this.#kind;
  }

  #myself(): Promise<APIUser> {
    this.#me ??= (this.#rest.get(Routes.user()) as Promise<APIUser>).catch((error) => {
      this.#me = undefined;
      throw error;
    });
    return this.#me;
  }

  /** The channel itself, or the watch's post in a forum. */
  async #target(watch: string): Promise<string> {
    const channel = await this.#about();
    if (channel.type !== ChannelType.GuildForum && channel.type !== ChannelType.GuildMedia) return this.#channel;
    const known = await this.#forum.known(watch);
    if (known) return known.target;
    const { name, body } = await this.#forum.opening(watch);
    // A crash may have come between making the post and remembering it.
    const open = (await this.#rest.get(
      Routes.guildActiveThreads(channel.guild_id ?? ""),
    )) as RESTGetAPIGuildThreadsResult;
    const me = await this.#myself();
    const left = (open.threads as APIThreadChannel[]).find(
      (thread) => thread.parent_id === this.#channel && thread.name === name && thread.owner_id === me.id,
    );
    const post =
      left ??
      ((await this.#rest.post(Routes.threads(this.#channel), {
        body: { name, message: body.message },
        files: body.files ?? [],
      })) as { id: string });
    // The message that begins a post has the post's own id.
    await this.#forum.keep(watch, { target: post.id, message: post.id });
    return post.id;
  }

  /** Publishes a message of an announcement channel to the servers that follow it. That it cannot be holds nothing up. */
  async #spread(target: string, { id, flags }: Pick<APIMessage, "id" | "flags">): Promise<void> {
    const { type } = await this.#about();
    if (type !== ChannelType.GuildAnnouncement || (flags ?? 0) & MessageFlags.Crossposted) return;
    await this.#rest.post(Routes.channelMessageCrosspost(target, id)).catch((error: Error) => {
      this.#log.warn({ event: "not-crossposted", channel: target, error: error.message }, "not published to followers");
    });
  }
}

/**
 * Discord keeps a nonce unique among all that one author posts, whatever the channel, and takes 25 characters of it
 * (Discord's documentation, "Create Message").
 */
function nonceOf(target: string, mark: string): string {
  return createHash("sha256").update(`${target} ${mark}`).digest("hex").slice(0, 25);
}

/** An edit changes what is shown, mentions nobody, and leaves a picture that it does not bring anew. */
function changed({ embeds, components, attachments }: Body["message"]): RESTPatchAPIChannelMessageJSONBody {
  return {
    embeds,
    ...(components ? { components } : {}),
    ...(attachments ? { attachments } : {}),
    allowed_mentions: { parse: [] },
  };
}
