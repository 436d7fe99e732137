/** Messages as text on standard output. */
import { type Notice, noticeId } from "../../judge/notice.ts";
import { en } from "../../message/en.ts";
import { type Bulletin, sayBulletin } from "../../message/unwritten.ts";
import { noticeRecord, say } from "../../message/wording.ts";
import type { Language } from "../../watch/names.ts";
import type { Channel } from "../channel.ts";
import { bold, dim, printed } from "./printed.ts";

export function terminalChannel(
  write: (text: string) => void,
  show: (notice: Notice) => string,
  takes: Channel["takes"],
  showCopy = (id: string, copy: string) => `Notice ${id}: ${en.labels.copy}: ${copy}`,
): Channel {
  const shown = new Set<string>();
  return {
    id: "terminal",
    takes,
    // What could not be printed in its time is printed all the same: paper is patient.
    send: async (what) => {
      for (const { notice } of "of" in what ? what.of : [what]) write(`${show(notice)}\n`);
      return { kind: "sent" };
    },
    tell: async (bulletin) => {
      write(`${bulletinForPeople(bulletin)}\n`);
      return { kind: "sent" };
    },
    // What is printed cannot be changed; a line of its own says what was learnt.
    amend: async ({ id, sequel }) => {
      for (const copy of sequel.copies) if (!shown.has(copy)) write(`${showCopy(id, copy)}\n`);
      for (const copy of sequel.copies) shown.add(copy);
      return { kind: "sent" };
    },
  };
}

/**
 * A message as people read it in a terminal: the news, the clock and the evidence; the rest small and last.
 * @param page the bot's own page on it, where people can open it
 */
export function forPeople(notice: Notice, page?: string, language?: Language): string {
  const { title, paragraphs, odds, small, answer, links } = say(notice, undefined, language, { page });
  const when = notice.at.slice(0, 16).replace("T", " ");
  const head = printed(title, 0, `${when}  `);
  const below = (text: string) => printed(text, 2);
  return [
    dim(head.slice(0, when.length)) + bold(head.slice(when.length)),
    ...[...paragraphs, ...(odds?.sentences ?? [])].map(below),
    ...(answer ? [below(answer)] : []),
    ...links.map(({ label, url }) => below(`${label}: ${url}`)),
    ...[odds?.small, small].flatMap((line) => (line ? [dim(below(line))] : [])),
    dim(`  Notice ${noticeId(notice)}`),
    "",
  ].join("\n");
}

function bulletinForPeople(bulletin: Bulletin): string {
  const { title, paragraphs, links } = sayBulletin(bulletin);
  const below = [...paragraphs, ...links.map(({ label, url }) => `${label}: ${url}`)];
  return [bold(printed(title)), ...below.map((text) => printed(text, 2)), ""].join("\n");
}

/** A message as one JSON object on a line. */
export function forMachines(notice: Notice): string {
  return JSON.stringify({ type: "notice", ...noticeRecord(noticeId(notice), notice) });
}
