/**
 * What is said, as Discord embeds, inside Discord's limits: title 256, description 4,096, a field's name 256 and value 1,024,
 * footer 2,048, and 6,000 over the whole embed (Discord's documentation, "Embed Limits"). Counted in UTF-16 units, which is
 * never less than Discord counts.
 */
import { type APIEmbed, escapeMarkdown, TimestampStyles, time } from "discord.js";
import { Temporal } from "temporal-polyfill";
import { catalogue } from "../../../message/languages.ts";
import { shorten } from "../../../message/shorten.ts";
import type { Message } from "../../../message/wording.ts";
import type { Overview } from "../../../status/overview.ts";
import { type CivilDate, daysBetween } from "../../../time/civil-date.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { Language, NoticeKind, Verdict } from "../../../watch/names.ts";
import type { Outgoing } from "../../channel.ts";

const TITLE = 256;
const DESCRIPTION = 3500;
const FIELD = 1024;
const LINKS = 8;
/** Of a message's text (Discord's documentation, "Create Message"). */
const CONTENT = 2000;

const COLOURS: Record<NoticeKind, number> = {
  started: 0x5b6472,
  changed: 0x4a78b5,
  signalled: 0xd29922,
  published: 0x2e8b57,
  withdrawn: 0xb5443c,
  edition: 0x4a78b5,
  proposed: 0xd29922,
  stated: 0x4a78b5,
  overdue: 0xc2662d,
  reminder: 0x5b6472,
  blind: 0x8a4fb0,
  recovered: 0x3f8f8f,
  corrected: 0xd29922,
};
const VERDICT_COLOURS: Record<Verdict, number> = {
  unpublished: COLOURS.reminder,
  signalled: COLOURS.signalled,
  published: COLOURS.published,
  withdrawn: COLOURS.withdrawn,
};
/** The name of the picture that goes with a message. */
export const PICTURE = "clock.png";

/** A message about one notice. */
export function noticeEmbed(
  message: Message,
  { notice, id }: Pick<Outgoing, "notice" | "id">,
  hasPicture = false,
): APIEmbed {
  const first = message.links[0]?.url;
  return {
    ...summary(message),
    color: COLOURS[notice.kind],
    timestamp: notice.at,
    footer: { text: smallPrint(id, notice.kind) },
    ...(first && first.length <= 2000 && /^https?:\/\//.test(first) ? { url: first } : {}),
    ...(hasPicture ? { image: { url: `attachment://${PICTURE}` } } : {}),
  };
}

/** A message about several. */
export function sumUpEmbed(message: Message, id: string): APIEmbed {
  return { ...summary(message), color: COLOURS.reminder, footer: { text: smallPrint(id, "summed up") } };
}

function summary(message: Message): APIEmbed {
  return { title: plain(message.title, TITLE), description: describe(message) };
}

/** Ends a message: by its id it is found again. */
function smallPrint(id: string, kind: string): string {
  return `coming-weeks · ${kind} · ${id}`;
}

/** The same as a text without an embed, which a place may refuse. */
export function asText(message: Message, id: string, kind: string): string {
  const end = `\n-# ${smallPrint(id, kind)}`;
  return `${shorten(`**${plain(message.title, TITLE)}**\n${describe(message)}`, CONTENT - end.length)}${end}`;
}

/** The least that can be said: the title and where to look. */
export function asLine(message: Message, id: string, kind: string): string {
  const link = message.links.find(({ url }) => url.length <= 300)?.url;
  const end = `${link ? ` <${link}>` : ""}\n-# ${smallPrint(id, kind)}`;
  return `${plain(message.title, TITLE)}${end}`;
}

/** Where a watch stands, in dates that Discord shows each reader in their own zone. @param mark by which it can be found */
export function cardEmbed(shown: Overview, language: Language, mark?: string): APIEmbed {
  const words = catalogue(language);
  const { card } = words;
  const { status, watch, sources, evidence } = shown;
  const { verdict, horizon, reading = { read: 0, of: 0 } } = status;
  const day = (date: CivilDate) => shownDay(date, watch.publisher.zone);
  const unread = sources.filter((source) => source.failingSince && !source.isConjecture);
  const isUnknown = verdict === "unpublished" && reading.read === 0;
  const head = isUnknown ? card.unknown : card.verdicts[verdict];
  const detail = status.publishedOn
    ? card.publishedOn(day(status.publishedOn), daysBetween(status.promisedOn, status.publishedOn))
    : card.day(status.day);
  const promise = card.said(day(status.promisedOn), plain(status.promisedBy, 200), plain(status.phrase, 200));
  const range = ({ horizon: it, standing }: Pick<typeof status, "horizon" | "standing">) =>
    card.range(day(it.earliest), day(it.likely), day(it.latest), standing, plain(it.basis, 300));
  const looked = card.looked(shown.lookedAt && shownMoment(shown.lookedAt), reading.read, reading.of);
  const names = plain(words.card.unread(unread.map((source) => source.name)), 700);
  const standing = evidence.filter((item) => item.state === "standing");
  const pages = (standing.length > 0 ? standing : sources.filter((source) => !source.isConjecture)).slice(0, 4);
  const links = pages
    .filter(({ url }) => url.length <= 200)
    .map((page) => `[${plain("name" in page ? page.name : page.title, 80)}](<${page.url}>)`);
  return {
    title: plain(status.title, TITLE),
    description: `**${head}** · ${detail}`,
    color: isUnknown ? COLOURS.blind : VERDICT_COLOURS[verdict],
    fields: [
      { name: card.promise, value: promise },
      { name: card.horizon, value: range({ horizon, standing: status.standing }) },
      ...(status.newest
        ? [
            {
              name: card.newer,
              value: `${card.said(day(status.newest.promisedOn), undefined, plain(status.newest.phrase, 200))}${status.newest.addedBy ? ` (${card.addedBy(plain(status.newest.addedBy, 80))})` : ""}\n${range(status.newest)}`,
            },
          ]
        : []),
      { name: card.reading, value: `${looked}${unread.length > 0 ? `\n${names}` : ""}` },
      ...(links.length > 0 ? [{ name: card.links, value: links.join(" · ") }] : []),
    ].map(({ name, value }) => ({ name, value: shorten(value, FIELD) })),
    ...(mark ? { footer: { text: `coming-weeks · ${mark}` } } : {}),
  };
}

/** A text that came from elsewhere: never markup, a link, a mention or a date of Discord's, and never too long. */
export function plain(text: string, limit: number): string {
  return shorten(inert(text), limit);
}

function inert(text: string): string {
  return escapeMarkdown(text.replace(/<(?=[@#:/t])/g, "‹")).replace(/[[\]]/g, "\\$&");
}

/** A civil date as Discord shows it. Noon there is the same day almost everywhere. */
export function shownDay(date: CivilDate, zone: string): string {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: "12:00" });
  return time(Math.floor(noon.epochMilliseconds / 1000), TimestampStyles.LongDate);
}

/** An instant as Discord shows it: "3 minutes ago". */
export function shownMoment(at: InstantText): string {
  return time(Math.floor(Date.parse(at) / 1000), TimestampStyles.RelativeTime);
}

function describe(message: Message): string {
  const links = message.links
    .filter((link) => link.url.length <= 300)
    .slice(-LINKS)
    .map((link) => `${link.label}: <${link.url}>`);
  const tail = links.join("\n");
  const text = message.paragraphs.map(inert).join("\n\n");
  return `${shorten(text, DESCRIPTION - tail.length - 2)}${tail === "" ? "" : `\n\n${tail}`}`;
}
