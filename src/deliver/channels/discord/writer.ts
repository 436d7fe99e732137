/** Puts messages into one place on Discord, changes them, and finds its own again. */
import {
  type APIMessage,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from "discord.js";
import type { Importance } from "./requests.ts";

/** Where a message stands: its channel or thread (none for a webhook's), and its id. */
export interface Posted {
  target: string;
  message: string;
}

export interface Body {
  message: RESTPostAPIChannelMessageJSONBody;
  files?: { name: string; data: Buffer; contentType: string }[] | undefined;
}

export interface Writer {
  /** @param mark stands at the message's end: it is found by it */
  post(watch: string, body: Body, mark: string, importance: Importance): Promise<Posted>;
  edit(posted: Posted, body: Body): Promise<void>;
  /**
   * A message of the bot's own that carries the mark.
   * @param triedAgo milliseconds since it may have been posted
   * @returns undefined too where nothing can be looked up
   */
  find(watch: string, mark: string, triedAgo: number, importance: Importance): Promise<Posted | undefined>;
  pin(posted: Posted): Promise<void>;
  /** Publishes a message to the servers that follow its channel, where it can be followed. */
  passOn(posted: Posted): Promise<void>;
  /** Whether the place belongs to a bot, which can be answered through buttons. */
  isBots: boolean;
}

/** Where a watch's messages stand in a place, and how a thread of its own is begun there. */
export interface Threads {
  known(watch: string): Promise<Posted | undefined>;
  /** @param isFurther whether an earlier thread was closed. @param isPictured whether a picture must stand in it */
  opening(watch: string, isFurther: boolean, isPictured: boolean): Promise<{ name: string; body: Body }>;
  keep(watch: string, post: Posted): Promise<void>;
}

/**
 * An edit changes what is shown, mentions nobody, and leaves a picture that it does not bring anew. What is laid out by components has
 * nothing else: a text or an embed of before is taken away (Discord's documentation, "Edit Message").
 */
export function changed({
  content,
  embeds,
  components,
  attachments,
  flags,
}: Body["message"]): RESTPatchAPIChannelMessageJSONBody {
  const isLaidOut = ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return {
    ...(isLaidOut ? { content: null, embeds: [] } : {}),
    ...(content === undefined ? {} : { content }),
    ...(embeds ? { embeds } : {}),
    ...(components ? { components } : {}),
    ...(attachments ? { attachments } : {}),
    ...(flags === undefined ? {} : { flags }),
    allowed_mentions: { parse: [] },
  };
}

const MAX_PAGES = 100;
const PAGE = 100;
/** A message may be posted so much later than it was asked for, and clocks differ. */
const MARGIN_MS = 300_000;

/**
 * Goes back through the messages of a channel, page by page, to one that carries a mark.
 * @param page messages before one, the newest first
 * @param since milliseconds, on Discord's clock as its answers tell it: what is older is not looked at
 */
export async function findMarked(
  page: (query: URLSearchParams) => Promise<APIMessage[]>,
  isOwn: (message: APIMessage) => boolean | Promise<boolean>,
  mark: string,
  since: () => number,
): Promise<APIMessage | undefined> {
  let before: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const messages = await page(new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) }));
    for (const message of messages) if (isMarked(message, mark) && (await isOwn(message))) return message;
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE || Date.parse(oldest.timestamp) < since() - MARGIN_MS) return undefined;
    before = oldest.id;
  }
  return undefined;
}

/** The mark ends a footer, or stands in the small print of a message without one. */
export function isMarked(
  { content, embeds, components }: Pick<Body["message"], "content" | "embeds" | "components">,
  mark: string,
): boolean {
  if (embeds?.some((item) => item.footer?.text.endsWith(mark)) || content?.includes(mark)) return true;
  return components !== undefined && JSON.stringify(components).includes(mark);
}
