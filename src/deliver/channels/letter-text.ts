/** What a letter says, for kinds of channel that show plain text. */
import { shortenLines } from "../../message/shorten.ts";
import type { Message } from "../../message/wording.ts";

type Link = Message["links"][number];

/** Longer addresses are left out: cut, one would lead elsewhere. */
const MOST_OF_AN_ADDRESS = 1000;

/** Below the title, a line or a few each. */
export function linesOf({ paragraphs, odds, small, answer }: Message): string[] {
  const all = [...paragraphs, ...(odds?.sentences ?? []), odds?.small, small, answer];
  return all.filter((line): line is string => line !== undefined && line !== "");
}

export function linksOf({ links }: Message): Link[] {
  return links.filter(({ url }) => url.length <= MOST_OF_AN_ADDRESS);
}

/** Below the title, with where it leads; lines are left out from the middle where there are more than fit. @param most characters */
export function textOf(message: Message, most: number): string {
  const links = linksOf(message).map(({ label, url }) => `${label}: ${url}`);
  return shortenLines([...linesOf(message), ...links].join("\n"), most);
}

/** The least that can be said: the title and where to look. */
export function lineOf(message: Message): string {
  const [link] = linksOf(message);
  return link ? `${message.title} ${link.url}` : message.title;
}
