/**
 * Writes as a bot: into a channel, a thread, or a forum, where each watch has a post of its own. What kind of channel it is, is asked only
 * when Discord does not take a message.
 */
import { createHash } from "node:crypto";
import { type APIChannel, type APIMessage, type APIUser, RESTJSONErrorCodes as Code, Routes } from "discord.js";
import type { Logger } from "pino";
import { hasCode } from "./refusal.ts";
import { type Importance, type Requests, StrangeAnswer } from "./requests.ts";
import { beginThread, canBeFollowed, reopen } from "./threads.ts";
import { type Body, changed, findMarked, isMarked, type Posted, type Threads, type Writer } from "./writer.ts";

/** Discord keeps a nonce for "the past few minutes" (its documentation, "Create Message"): so long, it does not post twice. */
const NONCE_KEPT_MS = 60_000;

export class ChannelWriter implements Writer {
  readonly isBots = true;
  readonly #channel: string;
  /** Whether each watch has a thread of its own. */
  readonly #hasThreads: boolean;
  readonly #requests: Requests;
  readonly #threads: Threads;
  readonly #log: Logger;
  /** Asked once: a channel keeps its kind. */
  #kind: Promise<APIChannel> | undefined;
  #me: Promise<APIUser> | undefined;

  constructor(
    { channel, hasThreads }: { channel: string; hasThreads: boolean },
    requests: Requests,
    threads: Threads,
    log: Logger,
  ) {
    this.#channel = channel;
    this.#hasThreads = hasThreads;
    this.#requests = requests;
    this.#threads = threads;
    this.#log = log;
  }

  async post(watch: string, body: Body, mark: string, importance: Importance): Promise<Posted> {
    const target = await this.#target(watch);
    const elsewhere = (other: (Posted & { says: Body["message"] }) | undefined) =>
      // A thread begins with the watch's card: that may be what was to be posted.
      other && (isMarked(other.says, mark) ? other : this.#postIn(other.target, body, mark, importance));
    if (this.#hasThreads && target === this.#channel) {
      const begun = await elsewhere(await this.#begun(watch, undefined, importance));
      if (begun) return begun;
    }
    try {
      return await this.#postIn(target, body, mark, importance);
    } catch (error) {
      const posted = await elsewhere(await this.#otherTarget(watch, target, error, importance));
      if (!posted) throw error;
      return posted;
    }
  }

  async #target(watch: string): Promise<string> {
    return (await this.#threads.known(watch))?.target || this.#channel;
  }

  async #postIn(target: string, { message, files = [] }: Body, mark: string, importance: Importance): Promise<Posted> {
    const body = { ...message, nonce: nonceOf(target, mark), enforce_nonce: true };
    const posted = await this.#requests.asBot<APIMessage>(importance, (rest) =>
      rest.post(Routes.channelMessages(target), { body, files }),
    );
    if (!posted.id) throw new StrangeAnswer(200);
    return { target, message: posted.id };
  }

  /** Where else a message belongs that one place does not take: a thread that was opened again, or a new one. */
  async #otherTarget(
    watch: string,
    target: string,
    error: unknown,
    importance: Importance,
  ): Promise<(Posted & { says: Body["message"] }) | undefined> {
    const isClosed = hasCode(error, Code.InvalidActionOnArchivedThread, Code.ThreadLocked);
    const isGone = target !== this.#channel && hasCode(error, Code.UnknownChannel);
    if (!isClosed && !isGone && !hasCode(error, Code.CannotSendMessagesInNonTextChannel)) return undefined;
    if (isClosed && (await reopen(this.#requests, target, importance, this.#log)))
      return { target, message: "", says: {} };
    return this.#begun(watch, isClosed || isGone ? target : undefined, importance);
  }

  /** Begins a watch's thread, where the channel is one for threads. @param closed the one before */
  async #begun(
    watch: string,
    closed: string | undefined,
    importance: Importance,
  ): Promise<(Posted & { says: Body["message"] }) | undefined> {
    const made = await beginThread(
      { requests: this.#requests, importance, threads: this.#threads, me: () => this.#myself(importance) },
      { channel: await this.#about(importance), hasThreads: this.#hasThreads, watch, closed },
    );
    if (!made) return undefined;
    const { first, body } = made;
    const about = { channel: this.#channel, watch, thread: first.target, isFurther: closed !== undefined };
    this.#log.info({ event: "thread-begun", ...about }, "thread begun");
    return { ...first, says: body.message };
  }

  async edit({ target, message }: Posted, body: Body): Promise<void> {
    const place = target || this.#channel;
    const edit = () =>
      this.#requests.asBot("upkeep", (rest) =>
        rest.patch(Routes.channelMessage(place, message), { body: changed(body.message), files: body.files ?? [] }),
      );
    try {
      await edit();
    } catch (error) {
      const isArchived = hasCode(error, Code.InvalidActionOnArchivedThread);
      if (!isArchived || !(await reopen(this.#requests, place, "upkeep", this.#log))) throw error;
      await edit();
    }
  }

  async find(watch: string, mark: string, triedAgo: number, importance: Importance): Promise<Posted | undefined> {
    if (triedAgo < NONCE_KEPT_MS) return undefined;
    const target = await this.#target(watch);
    const found = await findMarked(
      (query) =>
        this.#requests.asBot<APIMessage[]>(importance, (rest) => rest.get(Routes.channelMessages(target), { query })),
      async ({ author }) => author.id === (await this.#myself(importance)).id,
      mark,
      () => this.#requests.now() - triedAgo,
    ).catch((error) => {
      // A forum holds no messages of its own.
      if (hasCode(error, Code.CannotSendMessagesInNonTextChannel, Code.CannotExecuteActionOnThisChannelType))
        return undefined;
      throw error;
    });
    return found && { target, message: found.id };
  }

  async pin({ target, message }: Posted): Promise<void> {
    const route = Routes.channelMessagesPin(target || this.#channel, message);
    await this.#requests.asBot("upkeep", (rest) => rest.put(route));
  }

  async passOn({ target, message }: Posted): Promise<void> {
    if (target !== this.#channel || !canBeFollowed(await this.#about("upkeep"))) return;
    const route = Routes.channelMessageCrosspost(target, message);
    await this.#requests
      .asBot("upkeep", (rest) => rest.post(route))
      .catch((error) => {
        if (!hasCode(error, Code.ThisMessageWasAlreadyCrossposted)) throw error;
      });
  }

  #about(importance: Importance): Promise<APIChannel> {
    this.#kind ??= this.#requests
      .asBot<APIChannel>(importance, (rest) => rest.get(Routes.channel(this.#channel)))
      .catch((error) => {
        this.#kind = undefined;
        throw error;
      });
    return this.#kind;
  }

  #myself(importance: Importance): Promise<APIUser> {
    this.#me ??= this.#requests
      .asBot<APIUser>(importance, (rest) => rest.get(Routes.user()))
      .catch((error) => {
        this.#me = undefined;
        throw error;
      });
    return this.#me;
  }
}

/**
 * Discord keeps a nonce unique among all that one author posts, whatever the channel, and takes 25 characters of it
 * (Discord's documentation, "Create Message").
 */
function nonceOf(target: string, mark: string): string {
  return createHash("sha256").update(`${target} ${mark}`).digest("hex").slice(0, 25);
}
