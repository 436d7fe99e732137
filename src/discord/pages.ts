/**
 * Answers in pages that Discord takes. Its documentation, "Embed Limits": ten embeds a message, 6,000 characters over all of them together; a
 * page is shorter, so that it can be read on a phone.
 */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import { shortenLines } from "../message/shorten.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type Reply, talkIn } from "./desk.ts";

const MOST_TEXT = 6000;
const MOST_EMBEDS = 10;
/** Of what a page is filled up with. */
const PAGE_TEXT = 3500;
const TITLE = 256;
/** How much of a watch's id a button carries, of the 100 characters that it may ("Component Reference"). */
const MAX_NAMED = 64;

/** What is shown, and which page of it. */
export interface Turn {
  command: string;
  /** Counted from 0. */
  page: number;
  /** The watch that was asked for; all when left out. */
  watch?: string | undefined;
}

/** Lines under one title, as many embeds as it takes; a line that is too long by itself is shortened. */
export function folded(title: string, lines: readonly string[], between = "\n\n"): APIEmbed[] {
  const head = plain(title, TITLE);
  const room = PAGE_TEXT - head.length;
  const texts: string[] = [];
  for (const line of lines.map((one) => shortenLines(one, room))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + between.length + line.length <= room)
      texts[texts.length - 1] = `${last}${between}${line}`;
    else texts.push(line);
  }
  return texts.map((description) => ({ title: head, description }));
}

/** Embeds, as many to a page as fit. */
export function pagesOf(embeds: readonly APIEmbed[]): APIEmbed[][] {
  const pages: APIEmbed[][] = [];
  let text = 0;
  for (const embed of embeds.map(fitting)) {
    const page = pages.at(-1);
    const length = lengthOf(embed);
    if (page && page.length < MOST_EMBEDS && text + length <= PAGE_TEXT) {
      page.push(embed);
      text += length;
    } else {
      pages.push([embed]);
      text = length;
    }
  }
  return pages;
}

/** One page, with the way to those before and after it. */
export function pageReply(embeds: readonly APIEmbed[], turn: Turn, language: Language): Reply {
  const pages = pagesOf(embeds);
  const at = Math.min(turn.page, pages.length - 1);
  const page = pages[at];
  if (!page) return { content: talkIn(language).nothingWatched };
  if (pages.length === 1) return { embeds: page, components: [] };
  const words = talkIn(language).pages;
  const button = (label: string, to: number): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: turnId({ ...turn, page: to }),
    disabled: to < 0 || to >= pages.length,
  });
  const row: APIActionRowComponent<APIButtonComponent> = {
    type: ComponentType.ActionRow,
    components: [button(words.back, at - 1), button(words.next, at + 1)],
  };
  return { content: words.place(at + 1, pages.length), embeds: page, components: [row] };
}

function turnId({ command, page, watch = "" }: Turn): string {
  return `page:${command}:${page}:${watch}`;
}

/** What a button of a page stands for. */
export function turnNamed(customId: string): Turn | undefined {
  const [, command, page, watch] = /^page:([a-z]{1,32}):(\d{1,4}):([\w-]{0,64})$/.exec(customId) ?? [];
  return command && page ? { command, page: Number(page), watch: watch || undefined } : undefined;
}

/** What a button calls a watch. */
export function shortName({ id }: Watch): string {
  return id.slice(0, MAX_NAMED);
}

/** How much of a message's allowance an embed takes, in UTF-16 units: never less than Discord counts. */
export function lengthOf({ title = "", description = "", fields = [], footer, author }: APIEmbed): number {
  const inFields = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return title.length + description.length + inFields + (footer?.text.length ?? 0) + (author?.name.length ?? 0);
}

/** An embed that is too long by itself, without the last of its fields. */
function fitting(embed: APIEmbed): APIEmbed {
  let fitted = embed;
  while (lengthOf(fitted) > MOST_TEXT && fitted.fields?.length)
    fitted = { ...fitted, fields: fitted.fields.slice(0, -1) };
  return fitted;
}
