/** A notice in each form in which it would be posted, or brought up to date, through the real channel. */
import { DiscordAPIError } from "discord.js";
import pino from "pino";
import { discordChannel } from "../../../src/deliver/channels/discord/channel.ts";
import type { Body, Writer } from "../../../src/deliver/channels/discord/writer.ts";
import type { Notice } from "../../../src/judge/notice.ts";
import type { Picture } from "../../../src/message/picture.ts";
import type { Language } from "../../../src/watch/names.ts";
import { SITE } from "../ohchr.ts";
import type { PostedMessage } from "./world.ts";

export const NOTICE_ID = "0123456789abcdef";
export const PAGE = `https://watch.example.org/notices/${NOTICE_ID}`;

interface Way {
  language?: Language;
  /** Whether a bot writes, or a webhook. */
  isBots?: boolean;
  isEdit?: boolean;
  copies?: string[];
  draw?: () => Promise<Picture>;
}

/** From the whole to the least: each is refused, so that the next is tried. */
export async function formsOf(
  notice: Notice,
  {
    language = "en",
    isBots = true,
    isEdit = false,
    copies = [`${SITE}/copy`],
    draw = async () => ({ png: Buffer.from("a picture"), alt: "A time line" }),
  }: Way = {},
): Promise<Body[]> {
  const bodies: Body[] = [];
  const refuse = async (body: Body): Promise<never> => {
    bodies.push(body);
    throw new DiscordAPIError({ message: "Invalid Form Body", code: 50035 }, 50035, 400, "POST", "/", {});
  };
  const channel = discordChannel({
    place: {
      id: "a",
      way: { kind: "channel", channel: "1" },
      kinds: [notice.kind],
      mentionKinds: [],
      language,
      card: "off",
      record: "on",
    },
    writer: {
      isBots,
      post: (_watch, body) => refuse(body),
      edit: (_posted, body) => refuse(body),
      find: async () => undefined,
      pin: async () => undefined,
      passOn: async () => undefined,
    } satisfies Writer,
    pictures: draw,
    firstWatch: () => undefined,
    whereOf: () => ({ page: PAGE, hosts: [new URL(SITE).host] }),
    isHushed: () => false,
    hasButtons: true,
    log: pino({ level: "silent" }),
  });
  const outgoing = { notice, id: NOTICE_ID, sequel: { copies, rulings: [] } };
  await (isEdit ? channel.amend(outgoing, "1/2") : channel.send(outgoing, undefined));
  return bodies;
}

/** A body as the stand-in would hold it. */
export function asPosted({ message }: Body): PostedMessage {
  return { embeds: [], ...message } as unknown as PostedMessage;
}
