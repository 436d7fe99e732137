/** Messages as text on standard output. */
import { stripVTControlCharacters, styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { en } from "../../message/en.ts";
import { noticeRecord, plainText, say } from "../../message/wording.ts";
import type { Channel } from "../channel.ts";

/** Longer lines are hard to read. */
const MAX_COLUMNS = 110;

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
    // What is printed cannot be changed; a line of its own says what was learnt.
    amend: async ({ id, sequel }) => {
      for (const copy of sequel.copies) if (!shown.has(copy)) write(`${showCopy(id, copy)}\n`);
      for (const copy of sequel.copies) shown.add(copy);
      return { kind: "sent" };
    },
  };
}

/** A message as people read it in a terminal. Control characters of what was fetched are taken out. */
export function forPeople(notice: Notice): string {
  const message = say(notice);
  const head = styleText("bold", inert(message.title));
  const text = inert(plainText(message));
  const { columns, isTTY } = process.stdout;
  const wrapped = isTTY ? wrapAnsi(text, Math.max(40, Math.min(columns, MAX_COLUMNS) - 2)) : text;
  const body = wrapped
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  const name = styleText("dim", `  Notice ${noticeId(notice)}`);
  return `${styleText("dim", notice.at.slice(0, 16).replace("T", " "))}  ${head}\n${body}\n${name}\n`;
}

/** A message as one JSON object on a line. */
export function forMachines(notice: Notice): string {
  return JSON.stringify({ type: "notice", ...noticeRecord(noticeId(notice), notice) });
}

/** A text whose control characters are not the terminal's. Lines stay lines. */
export function inert(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}
