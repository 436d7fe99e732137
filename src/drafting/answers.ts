/** How what a person types becomes a part of a watch: on the command line and in a form alike. @throws {UsageError} each, with what would be right */
import { isZone } from "../config/formats.ts";
import { UsageError } from "../language/plain-error.ts";
import { type CivilDate, civilDate } from "../time/civil-date.ts";
import { writtenDates } from "../time/written-date.ts";

/** Of what was typed, as much is said back as tells which it was. */
const MOST_SAID_BACK = 100;

export function textIn(answer: string, most: number, what: string): string {
  const text = answer.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (text === "") throw new UsageError(`Write ${what}, please`);
  if (text.length > most) throw new UsageError(`That is ${text.length} characters long; ${most} are the most`);
  return text;
}

export function dayIn(answer: string): CivilDate {
  const text = answer.trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const [written, ...others] = year ? [] : writtenDates(text.slice(0, MOST_SAID_BACK));
  // "20 November 2026" is a day as well, where nothing else is said.
  const isWhole = others.length === 0 && written?.index === 0 && written.length === text.length;
  const found = civilDate(Number(year), Number(month), Number(day)) ?? (isWhole ? written.date : undefined);
  if (answer.trim() === "") throw new UsageError("Write a day, such as 2021-12-10");
  if (!found) throw new UsageError(`${saidBack(answer)} is not a day; write one such as 2021-12-10`);
  return found;
}

/** An address as a person may write it: "www.example.org/news". */
export function addressIn(answer: string): string {
  const written = answer.trim();
  if (written === "") throw new UsageError("Write an address, such as https://www.example.org/news");
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url && /^imaps?:$/.test(url.protocol))
    throw new UsageError(
      "A mailbox cannot be looked at by its address alone: write it into the watch’s file as a source, `kind: mail` with its `url`, and `mail: { user: …, secret: SOURCE_…, domains: […] }`; `doctor` then tries it",
    );
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".") || url.username !== "")
    throw new UsageError(`${saidBack(written)} is not an address; write one such as https://www.example.org/news`);
  url.hash = "";
  return url.href;
}

/** Several, with spaces between. */
export function addressesIn(answer: string): string[] {
  return answer.split(/\s+/).filter(Boolean).map(addressIn);
}

export function hostsIn(answer: string): string[] {
  return answer
    .split(/[\s,，、،]+/)
    .filter(Boolean)
    .map((host) => new URL(addressIn(host)).hostname);
}

export function zoneIn(answer: string): string {
  if (!isZone(answer)) throw new UsageError(`${saidBack(answer)} is not a time zone; write one such as Europe/Zurich`);
  return answer;
}

/** Groups of words with semicolons or line breaks between, words with commas: those of any of the six languages. */
export function groupsIn(answer: string): string[][] {
  const groups = answer
    .split(/[;；؛\n]/)
    .map((group) =>
      group
        .split(/[,，、،]/)
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .filter((group) => group.length > 0);
  if (groups.length === 0) throw new UsageError("Write words, such as: Xinjiang, XUAR; report, assessment");
  return groups;
}

export function countIn(answer: string): number {
  if (!/^\d{1,4}$/.test(answer)) throw new UsageError(`${saidBack(answer)} is not a number of words, such as 300`);
  return Number(answer);
}

export function idIn(answer: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(answer))
    throw new UsageError("A watch's name is of lower-case letters, digits and hyphens");
  return answer;
}

function saidBack(answer: string): string {
  return `“${answer.slice(0, MOST_SAID_BACK)}”`;
}
