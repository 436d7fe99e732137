/** A draft as it is shown on Discord: all that would be watched, with the reason for each part, and what stands in its way. */
import {
  ActionRowBuilder,
  type APIEmbed,
  type APIEmbedField,
  ButtonBuilder,
  ButtonStyle,
  inlineCode,
  subtext,
} from "discord.js";
import { shownDay } from "../deliver/channels/discord/embed.ts";
import { linked, plain } from "../deliver/channels/discord/plain.ts";
import type { Draft, Refusal } from "../drafting/drafted.ts";
import type { LeftOutSource, Listed } from "../drafting/site.ts";
import type { Catalogue, UpkeepTalk } from "../message/catalogue.ts";
import { catalogue } from "../message/languages.ts";
import { shortenLines } from "../message/shorten.ts";
import type { Language } from "../watch/names.ts";
import type { Horizon } from "../watch/statement.ts";
import { type Reply, talkIn } from "./desk.ts";
import type { Making } from "./drafts.ts";
import { stepId } from "./steps.ts";

/** Discord's documentation, "Create Message" and "Embed Limits"; the parts together stay below 6,000 characters. */
const CONTENT = 2000;
const DESCRIPTION = 2800;
const FIELD = 500;
const FIRST_ITEMS = 2;
const MOST_LEFT_OUT = 5;
const MOST_WORDS = 8;
const MOST_LINK = 300;
/** Of one refusal, and of a name, a host, an item's title. */
const SENTENCE = 400;
const NAME = 100;
const COLOUR = { good: 0x5b6472, refused: 0xd29922 } as const;

/** @param above sentences about what was typed last, where something was wrong about it */
export function proposalReply(making: Making, language: Language, above: readonly string[] = []): Reply {
  const talk = talkIn(language).upkeep;
  const { made } = making;
  const refused = made?.refusals.map((refusal) => refusalSaid(refusal, talk)) ?? [];
  const heads = [
    ...above,
    ...(refused.length > 0 ? [talk.proposal.refused, ...refused] : []),
    ...(made && above.length + refused.length === 0 ? [talk.proposal.heading] : []),
  ];
  const isGood = made !== undefined && refused.length === 0;
  return {
    content: shortenLines(heads.join("\n"), CONTENT),
    embeds: made ? [proposalEmbed(made, language)] : [],
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        ...(isGood ? [button("write", ButtonStyle.Success)] : []),
        ...(made ? [button("proposed")] : []),
        button("said"),
        button("leave"),
      ),
    ],
  };

  function button(step: "write" | "proposed" | "said" | "leave", style = ButtonStyle.Secondary): ButtonBuilder {
    return new ButtonBuilder().setCustomId(stepId(step, making.key)).setLabel(talk.buttons[step]).setStyle(style);
  }
}

function proposalEmbed(draft: Draft, language: Language): APIEmbed {
  const words = catalogue(language);
  const { proposal } = words.talk.upkeep;
  const { watch, refusals, hosts, subject, zone } = draft;
  const groups = subject.groups.map((group) => someOf(group, words));
  return {
    title: plain(watch.title, 256),
    description: shortenLines(
      [
        promisedSaid(draft, proposal),
        ...(draft.sources.length > 0 ? [`**${proposal.fields.sources}**`] : []),
        ...draft.sources.map((source, at) => sourceSaid(source, at + 1, words)),
        ...leftOutSaid(draft.site.leftOut, words),
      ].join("\n"),
      DESCRIPTION,
    ),
    color: refusals.length > 0 ? COLOUR.refused : COLOUR.good,
    fields: [
      field(
        proposal.fields.publisher,
        `${plain(watch.publisher.name, 200)} · ${proposal.zone(zone.zone)} (${proposal.zones[zone.because]})`,
      ),
      field(
        proposal.fields.hosts,
        hosts.map(({ host, because }) => `${plain(host, NAME)} (${proposal.hosts[because]})`).join("\n"),
      ),
      field(proposal.fields.subject, [...groups.map((group) => `• ${group}`), proposal.followed].join("\n")),
      field(proposal.fields.counts, countsSaid(draft, proposal)),
      field(proposal.fields.name, inlineCode(draft.id)),
    ],
  };
}

function field(name: string, text: string): APIEmbedField {
  return { name, value: shortenLines(text, FIELD) || "–" };
}

function someOf(group: readonly string[], { talk }: Catalogue): string {
  const some = group.slice(0, MOST_WORDS).map((word) => plain(word, 40));
  const more = group.length - some.length;
  return [some.join(", "), ...(more > 0 ? [talk.upkeep.proposal.more(more)] : [])].join(" ");
}

function promisedSaid({ watch, promised, zone }: Draft, proposal: UpkeepTalk["proposal"]): string {
  const [statement] = watch.statements;
  const { phrase, horizon, when } = promised;
  const said = `**${plain(statement?.by ?? "", NAME)}**, ${shownDay(statement?.on ?? "", zone.zone)}: “${plain(phrase, 200)}”`;
  if (horizon) return `${said}: ${horizonSaid(horizon, zone.zone, proposal)}`;
  const readings = when.kind === "read" ? when.readings : [];
  if (readings.length === 0) return said;
  const numbered = readings.map(
    (reading, at) =>
      `${at + 1}. “${plain(reading.phrase, NAME)}”: ${horizonSaid(reading.horizon, zone.zone, proposal)}`,
  );
  return [said, proposal.readings, ...numbered].join("\n");
}

function horizonSaid(
  { earliest, likely, latest }: Horizon,
  zone: string,
  { horizon, onOneDay }: UpkeepTalk["proposal"],
): string {
  const [first, middle, last] = [earliest, likely, latest].map((day) => shownDay(day, zone));
  return earliest === latest ? onOneDay(last ?? "") : horizon(first ?? "", middle ?? "", last ?? "");
}

function sourceSaid({ url, kind, because, entries }: Listed, number: number, { talk }: Catalogue): string {
  const { read, proposal } = talk.upkeep;
  const first = entries
    .slice(0, FIRST_ITEMS)
    .map(({ title, date }) => subtext(`${date ?? proposal.noDate} · ${plain(title, NAME)}`));
  const held = read(kind, entries.length > 0 ? entries.length : undefined);
  return [`${number}. ${addressSaid(url)}`, `${held} · ${proposal.found[because]}`, ...first].join("\n");
}

function leftOutSaid(leftOut: readonly LeftOutSource[], words: Catalogue): string[] {
  const { proposal } = words.talk.upkeep;
  if (leftOut.length === 0) return [];
  const lines = leftOut
    .slice(0, MOST_LEFT_OUT)
    .map(({ url, why, problem }) =>
      subtext(`${plain(url, NAME)}: ${problem ? plain(words.recorded(problem.detail), NAME) : proposal.leftOut[why]}`),
    );
  const more = leftOut.length - lines.length;
  return [`**${proposal.fields.leftOut}**`, ...lines, ...(more > 0 ? [subtext(proposal.more(more))] : [])];
}

/** An address that a person can look at; what is too long for a link is only named. */
export function addressSaid(url: string): string {
  return linked(url.replace(/^https?:\/\//, ""), url.length <= MOST_LINK ? url : "", NAME);
}

function countsSaid({ watch, samples }: Draft, proposal: UpkeepTalk["proposal"]): string {
  const [seen] = samples;
  const { html = false, words = 300 } = watch.evidence;
  const what = seen ? proposal.seen(plain(seen.title, NAME), seen.is, seen.words) : proposal.notSeen;
  return `${proposal.counts(html, words)}\n${what}`;
}

/** What keeps it from ever saying “published”, and what to do about it. */
function refusalSaid(refusal: Refusal, { refusals: says }: UpkeepTalk): string {
  switch (refusal.kind) {
    case "no-source":
    case "no-days":
    case "days-out-of-order":
    case "no-subject":
      return says[refusal.kind];
    case "http-only":
    case "host-without-source":
    case "source-elsewhere":
      return says[refusal.kind](plain(refusal.host, NAME));
    case "sent-elsewhere":
      return says["sent-elsewhere"](plain(refusal.from, NAME), plain(refusal.to, NAME));
    case "id-taken":
      return says["id-taken"](plain(refusal.id, NAME));
    case "promise-to-come":
      return says["promise-to-come"](refusal.on);
    case "title-off-subject":
      return says["title-off-subject"](refusal.lacks.map((group) => plain(group, NAME)));
    case "pages-only":
      return says["pages-only"](plain(refusal.url, NAME));
    case "too-many-words":
      return says["too-many-words"](refusal.least, refusal.most);
    case "no-watch":
      return says["no-watch"](refusal.faults.map((fault) => plain(fault, SENTENCE)).join("\n"));
  }
}
