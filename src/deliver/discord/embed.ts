/**
 * A message as a Discord embed, inside Discord's limits: title 256, description 4,096, footer 2,048, and 6,000 over the
 * whole embed (Discord's documentation, "Embed Limits"). Counted in UTF-16 units, which is never less than Discord counts.
 */
import { type APIEmbed, escapeMarkdown } from "discord.js";
import type { NoticeKind } from "../../judge/notice.ts";
import { type Message, say, shorten } from "../../message/wording.ts";
import type { Outgoing } from "../channel.ts";

const TITLE = 256;
const DESCRIPTION = 3500;
const LINKS = 8;

const COLOURS: Record<NoticeKind, number> = {
  started: 0x5b6472,
  changed: 0x4a78b5,
  signalled: 0xd29922,
  published: 0x2e8b57,
  withdrawn: 0xb5443c,
  overdue: 0xc2662d,
  reminder: 0x5b6472,
  blind: 0x8a4fb0,
  recovered: 0x3f8f8f,
  corrected: 0xd29922,
};

export function embed({ notice, id, copies }: Outgoing): APIEmbed {
  const message = say(notice, copies);
  const first = message.links[0]?.url;
  return {
    title: shorten(escapeMarkdown(message.title), TITLE),
    description: describe(message),
    color: COLOURS[notice.kind],
    timestamp: notice.at,
    footer: { text: `coming-weeks · ${notice.kind} · ${id}` },
    ...(first && first.length <= 2000 ? { url: first } : {}),
  };
}

function describe(message: Message): string {
  const links = message.links
    .filter((link) => link.url.length <= 300)
    .slice(-LINKS)
    .map((link) => `${link.label}: <${link.url}>`);
  const tail = links.join("\n");
  const text = message.paragraphs.map((paragraph) => escapeMarkdown(paragraph)).join("\n\n");
  return `${shorten(text, DESCRIPTION - tail.length - 2)}${tail === "" ? "" : `\n\n${tail}`}`;
}
