/** The status card: where a watch stands, in dates that Discord shows each reader in their own zone. */
import { createHash } from "node:crypto";
import { type APIEmbed, MessageFlags } from "discord.js";
import { catalogue } from "../../../message/languages.ts";
import { labelled } from "../../../message/link-labels.ts";
import { headingOf, named } from "../../../message/named.ts";
import { reachSentence } from "../../../message/told-words.ts";
import { whereThingsStand } from "../../../message/where-things-stand.ts";
import type { Message } from "../../../message/wording.ts";
import type { Overview } from "../../../status/overview.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import type { Language, Verdict } from "../../../watch/names.ts";
import type { Place } from "../../../watch/place.ts";
import { linkRow } from "./buttons.ts";
import { asEmbed, COLOURS, type Said, shownDay, shownMoment } from "./embed.ts";
import { layout } from "./layout.ts";
import { linked, plain } from "./plain.ts";
import type { Body } from "./writer.ts";

const VERDICT_COLOURS: Record<Verdict, number> = {
  unknown: COLOURS.blind,
  unpublished: COLOURS.reminder,
  signalled: COLOURS.signalled,
  published: COLOURS.published,
  withdrawn: COLOURS.withdrawn,
};
const MOST_LINKS = 4;

/** As an embed, for an answer. */
export function cardEmbed(shown: Overview, language: Language): APIEmbed {
  const { footer: _, ...embed } = embedOf(shown, language, "");
  return embed;
}

/** As a message. @param mark by which it can be found */
export function cardMessage(shown: Overview, language: Language, mark: string): Body["message"] {
  const said = cardSaid(shown, language);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: layout({
      said: { ...said, small: [...said.small, markOf(mark)] },
      colour: colourOf(shown),
      above: [],
      rows: linkRow(linksOf(shown, language)),
    }),
    allowed_mentions: { parse: [] },
  };
}

/** As what opens a forum's post, which may not be laid out by components ("Forum and Media Thread Message Params"). Edited, it keeps what stands above it. */
export function cardOpening(
  shown: Overview,
  language: Language,
  { mark, above = [], hasPicture }: { mark: string; above?: readonly string[]; hasPicture?: boolean },
): Body["message"] {
  return {
    ...(above.length > 0 ? { content: above.join("\n") } : {}),
    embeds: [embedOf(shown, language, markOf(mark), hasPicture)],
    allowed_mentions: { parse: [] },
  };
}

function embedOf(shown: Overview, language: Language, mark: string, hasPicture = false): APIEmbed {
  const { title, text, small } = cardSaid(shown, language);
  const links = linksOf(shown, language)
    .filter(({ url }) => url.length <= 200)
    .map(({ label, url }) => linked(label, url, 80));
  const lines = [text, ...(links.length > 0 ? [links.join(" · ")] : [])];
  return asEmbed({ title, text: lines.join("\n"), small: [...small, mark] }, colourOf(shown), hasPicture);
}

function markOf(mark: string): string {
  return `coming-weeks · ${mark}`;
}

/** The news and the clock; what was promised, and how well it is read, small and last. */
function cardSaid({ status, watch, sources, evidence, lookedAt, trouble }: Overview, language: Language): Said {
  const words = catalogue(language);
  const { card, unwritten } = words;
  const { verdict, horizon, newest, reading = { read: 0, of: 0 } } = status;
  const day = (date: CivilDate) => shownDay(date, watch.publisher.zone);
  const unread = sources.filter((source) => source.failingSince && !source.isConjecture);
  const short = (phrase: string) => plain(phrase, 120);
  const { news, clock } = whereThingsStand(status, evidence, language);
  const lines = [
    `**${plain(news, 200)}**`,
    plain(clock, 400),
    ...(newest?.addedBy
      ? [`${card.said(day(newest.promisedOn), undefined, short(newest.phrase))} (${card.added})`]
      : []),
  ];
  return {
    title: plain(headingOf(status, language), 256),
    text: lines.join("\n"),
    small: [
      ...(trouble ? [unwritten.stands(unwritten.why[trouble.kind], shownMoment(trouble.since))] : []),
      card.promised(day(status.promisedOn), plain(status.promisedBy, 80)),
      ...(verdict === "unpublished" && status.today <= horizon.latest
        ? [card.range(day(horizon.earliest), day(horizon.likely), day(horizon.latest))]
        : []),
      card.looked(lookedAt && shownMoment(lookedAt), reading.read, reading.of),
      ...reachSentence(words, status).map((sentence) => plain(sentence, 300)),
      ...(unread.length > 0
        ? [
            card.unread([
              plain(
                named(
                  words,
                  unread.map(({ name }) => name),
                ),
                300,
              ),
            ]),
          ]
        : []),
    ],
  };
}

function colourOf({ status }: Overview): number {
  return VERDICT_COLOURS[status.verdict];
}

/** What was found; where nothing was, the sources. What leads away from the publisher is named by its host. */
function linksOf({ watch, evidence, sources }: Overview, language: Language): Message["links"] {
  const { labels } = catalogue(language);
  const { hosts } = watch.publisher;
  const standing = evidence.filter(({ state }) => state === "standing");
  const found = standing.map(({ title, url }) => ({ label: labelled(labels, title, url, hosts), url }));
  const read = sources
    .filter(({ isConjecture }) => !isConjecture)
    .map(({ name, url }) => ({ label: labelled(labels, name, url, hosts), url }));
  return (found.length > 0 ? found : read).slice(0, MOST_LINKS);
}

/**
 * The status card of a watch in a place.
 * @param target the thread it stands in, if any: where it opens one that the bot began, it stays as it was posted
 */
export function cardBody(
  shown: Overview,
  { id, way, language }: Pick<Place, "id" | "way" | "language">,
  target = "",
): Body {
  const mark = cardMark(id, shown.watch.id);
  const isOpening = target !== "" && !(way.kind === "channel" && way.channel === target);
  return {
    message: isOpening ? cardOpening(shown, language, { mark }) : cardMessage(shown, language, mark),
  };
}

/** By which a card is found again. */
export function cardMark(place: string, watch: string): string {
  return createHash("sha256").update(`card\n${place}\n${watch}`).digest("hex").slice(0, 16);
}
