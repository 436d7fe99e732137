/** Writes through a webhook's address, which can neither read what it wrote nor answer buttons. */
import { type APIMessage, type APIWebhook, RESTJSONErrorCodes as Code, Routes } from "discord.js";
import { WEBHOOK } from "../../../config/secrets.ts";
import { hasCode, refusal } from "./refusal.ts";
import { type Importance, type Requests, StrangeAnswer } from "./requests.ts";
import { type Body, changed, findMarked, type Posted, type Threads, type Writer } from "./writer.ts";

export class WebhookWriter implements Writer {
  readonly isBots = false;
  readonly #id: string;
  readonly #token: string;
  /** A thread that its address names. */
  readonly #thread: string | null;
  readonly #requests: Requests;
  readonly #threads: Threads;
  /** The bot's own requests, where there is a bot that may read what the webhook wrote. */
  readonly #reading: Requests | undefined;

  constructor(address: string, requests: Requests, threads: Threads, reading: Requests | undefined) {
    const { id = "", token = "" } = WEBHOOK.exec(address)?.groups ?? {};
    this.#id = id;
    this.#token = token;
    this.#thread = new URL(address).searchParams.get("thread_id");
    this.#requests = requests;
    this.#threads = threads;
    this.#reading = reading;
  }

  async post(watch: string, body: Body, _mark: string, importance: Importance): Promise<Posted> {
    const target: string = this.#thread ?? (await this.#threads.known(watch))?.target ?? "";
    try {
      return await this.#execute(body, target, importance);
    } catch (error) {
      const isForum = hasCode(error, Code.WebhooksPostedToForumChannelsMustHaveAThreadNameOrThreadId);
      const isGone = target !== "" && !this.#thread && hasCode(error, Code.UnknownChannel);
      if (!isForum && !isGone) throw error;
      const { name, body: opening } = await this.#threads.opening(watch, isGone, false);
      const begun = await this.#execute(
        { ...opening, message: { ...opening.message, thread_name: name } as Body["message"] },
        "",
        importance,
      );
      await this.#threads.keep(watch, begun);
      return this.#execute(body, begun.target, importance);
    }
  }

  async #execute({ message, files = [] }: Body, target: string, importance: Importance): Promise<Posted> {
    const posted = await this.#requests.asAnybody<Partial<APIMessage>>(importance, (rest) =>
      rest.post(Routes.webhook(this.#id, this.#token), {
        body: message,
        files,
        query: this.#query(target, { wait: "true" }),
        auth: false,
      }),
    );
    if (!posted.id) throw new StrangeAnswer(200);
    const isThread = target !== "" || "thread_name" in message;
    return { target: isThread ? (posted.channel_id ?? target) : "", message: posted.id };
  }

  /** Components are left out, or refused, where it is not said that they are meant ("Execute Webhook"). */
  #query(target: string, more: Record<string, string> = {}): URLSearchParams {
    const thread = target || this.#thread;
    return new URLSearchParams({ ...more, with_components: "true", ...(thread ? { thread_id: thread } : {}) });
  }

  async edit({ target, message }: Posted, body: Body): Promise<void> {
    await this.#requests.asAnybody("upkeep", (rest) =>
      rest.patch(Routes.webhookMessage(this.#id, this.#token, message), {
        body: changed(body.message),
        files: body.files ?? [],
        auth: false,
        query: this.#query(target),
      }),
    );
  }

  /** Discord keeps no nonce of a webhook's: only a bot that may read the channel sees what arrived. */
  async find(watch: string, mark: string, triedAgo: number, importance: Importance): Promise<Posted | undefined> {
    const reading = this.#reading;
    if (!reading) return undefined;
    try {
      const known = (await this.#threads.known(watch))?.target;
      const target = (this.#thread ?? known) || (await this.#channel(importance));
      const found = await findMarked(
        (query) => reading.asBot(importance, (rest) => rest.get(Routes.channelMessages(target), { query })),
        ({ webhook_id }) => webhook_id === this.#id,
        mark,
        () => reading.now() - triedAgo,
      );
      return found && { target: known ?? "", message: found.id };
    } catch (error) {
      // Where the bot may not read, nothing can be known. What fails for now is tried again: it may have arrived.
      if (refusal(error).kind === "later") throw error;
      return undefined;
    }
  }

  async #channel(importance: Importance): Promise<string> {
    const route = Routes.webhook(this.#id, this.#token);
    const hook = await this.#requests.asAnybody<APIWebhook>(importance, (rest) => rest.get(route, { auth: false }));
    return hook.channel_id ?? "";
  }

  // A webhook can pin nothing, and nobody can follow it.
  async pin(): Promise<void> {}
  async passOn(): Promise<void> {}
}
