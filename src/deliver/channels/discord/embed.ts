/**
 * What is said, as Discord embeds, inside Discord's limits: title 256, description 4,096, a field's name 256 and value 1,024,
 * footer 2,048, and 6,000 over the whole embed (Discord's documentation, "Embed Limits"). Counted in UTF-16 units, which is
 * never less than Discord counts.
 */
import { type APIEmbed, TimestampStyles, time } from "discord.js";
import { Temporal } from "temporal-polyfill";
import { catalogue } from "../../../message/languages.ts";
import { signsOf } from "../../../message/odds-words.ts";
import { shortenLines } from "../../../message/shorten.ts";
import type { Message } from "../../../message/wording.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { Language, NoticeKind } from "../../../watch/names.ts";
import { plain, shownAddress } from "./plain.ts";

const TITLE = 256;
const DESCRIPTION = 3500;
const LINKS = 8;
const LABEL = 80;
/** Of what is said in one small line. */
const SMALL = 400;

/** By what it means: out, gone, asked, late, blind, or only said. */
export const COLOURS: Record<NoticeKind, number> = {
  started: 0x5b6472,
  changed: 0x4a78b5,
  signalled: 0xd29922,
  published: 0x2e8b57,
  withdrawn: 0xb5443c,
  edition: 0x4a78b5,
  proposed: 0xd29922,
  stated: 0x4a78b5,
  revised: 0x4a78b5,
  overdue: 0xc2662d,
  reminder: 0x5b6472,
  blind: 0x8a4fb0,
  recovered: 0x3f8f8f,
  corrected: 0xd29922,
};
/** The name of the picture that goes with a message. */
export const PICTURE = "clock.png";

/** What a message says, as Discord's Markdown: what came from elsewhere stays text, and instants are each reader's own. */
export interface Said {
  title: string;
  text: string;
  /** Small lines, the last with the mark by which the message is found again. */
  small: string[];
}

/**
 * @param kind what the mark says beside the id: the notice's kind, or that several are summed up
 * @param hasButtons whether what is asked can be answered by a button
 */
export function markdown(
  message: Message,
  { id, kind }: { id: string; kind: string },
  language: Language,
  hasButtons: boolean,
): Said {
  const { moment, hour } = catalogue(language);
  const inZone = (text: string) =>
    message.instants.reduce((said, at) => {
      const shown = shownInstant(at);
      return said.replaceAll(moment(at), shown).replaceAll(hour(at), shown);
    }, text);
  const { odds } = message;
  const [record = "", chance = ""] = odds?.sentences ?? [];
  const said = [
    ...message.paragraphs,
    record,
    odds?.chance === undefined ? chance : `${signsOf(odds.chance)} ${chance}`,
  ];
  const lines = [odds?.small, message.small, hasButtons ? undefined : message.answer].filter(
    (line) => line !== undefined,
  );
  return {
    title: plain(message.title, TITLE),
    text: inZone(plain(said.filter((one) => one !== "").join("\n"), DESCRIPTION - 500)),
    small: [...lines.map((line) => plain(line, SMALL)), `coming-weeks · ${kind} · ${id}`],
  };
}

/** As an embed. @param colour 0xRRGGBB */
export function asEmbed({ title, text, small }: Said, colour: number, hasPicture = false): APIEmbed {
  return {
    title,
    ...(text === "" && small.length < 2
      ? {}
      : { description: [text, ...small.slice(0, -1).map((line) => `-# ${line}`)].join("\n") }),
    color: colour,
    footer: { text: small.at(-1) ?? "" },
    ...(hasPicture ? { image: { url: `attachment://${PICTURE}` } } : {}),
  };
}

/** As a text, where an embed is refused. @param most characters of it; the mark stands at its end in any case */
export function asText({ title, text, small }: Said, links: Message["links"], most: number): string {
  const addresses = links
    .filter(({ url }) => url.length <= 300)
    .slice(0, LINKS)
    .map(({ label, url }) => `${plain(label, LABEL)}: ${shownAddress(url)}`);
  const end = ["", ...small.map((line) => `-# ${line}`)].join("\n");
  return `${shortenLines([`**${title}**`, text, ...addresses].join("\n"), most - end.length)}${end}`;
}

/** The least that can be said: the title and where to look. */
export function asLine({ title, small }: Said, links: Message["links"]): string {
  const link = links.find(({ url }) => url.length <= 300)?.url;
  return `${title}${link ? ` ${shownAddress(link)}` : ""}\n-# ${small.at(-1)}`;
}

/** A civil date as Discord shows it. Noon there is the same day almost everywhere. */
export function shownDay(date: CivilDate, zone: string): string {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: "12:00" });
  return time(Math.floor(noon.epochMilliseconds / 1000), TimestampStyles.LongDate);
}

/** An instant as Discord shows it, in each reader's own zone. */
export function shownInstant(at: InstantText): string {
  return time(Math.floor(Date.parse(at) / 1000), TimestampStyles.ShortDateTime);
}

/** The same as it is now: "3 minutes ago". */
export function shownMoment(at: InstantText): string {
  return time(Math.floor(Date.parse(at) / 1000), TimestampStyles.RelativeTime);
}
