/** Answers that show something: where a watch stands, its time line, its evidence and sources, a look at once. */
import { type APIEmbed, hyperlink } from "discord.js";
import type { Checked } from "../check/errand.ts";
import { cardEmbed } from "../deliver/channels/discord/card.ts";
import { PICTURE, plain, shownDay, shownMoment } from "../deliver/channels/discord/embed.ts";
import { sourceState } from "../judge/source-health.ts";
import { catalogue } from "../message/languages.ts";
import { clockPicture } from "../message/picture.ts";
import { shorten } from "../message/shorten.ts";
import { timelineOf } from "../status/overview.ts";
import { elapsed, later } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type Command, type Desk, overviewOf, type Reply, talkIn } from "./desk.ts";

const MAX_ITEMS = 12;
const DESCRIPTION = 4000;
/** How soon after a look somebody may ask for the next one. */
const CHECK_EVERY_MS = 300_000;

export async function showStatus(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
  return cardEmbed(await overviewOf(desk, watch), language);
}

export async function showTimeline(desk: Desk, watch: Watch, language: Language): Promise<Reply> {
  const shown = await overviewOf(desk, watch);
  const line = await timelineOf(shown, desk.store);
  const { png, alt } = await clockPicture(line, language);
  const words = catalogue(language);
  const said = line.statements.map(({ on, by, phrase, link, horizon, addedBy }) => {
    const day = shownDay(on, watch.publisher.zone);
    const text = words.card.said(link ? hyperlink(day, link) : day, plain(by, 100), plain(phrase, 200));
    return `${horizon ? "**•**" : "•"} ${text}${addedBy ? ` (${words.card.addedBy(plain(addedBy, 80))})` : ""}`;
  });
  return {
    embeds: [
      {
        title: plain(watch.title, 256),
        description: shorten(`**${words.talk.statements}**\n${said.join("\n")}`, DESCRIPTION),
        image: { url: `attachment://${PICTURE}` },
      },
    ],
    files: [{ attachment: png, name: PICTURE, description: alt }],
  };
}

export async function showEvidence(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
  const words = catalogue(language);
  const { talk, rules } = words;
  const items = await desk.store.evidence.of(watch.id);
  const lines = items.slice(-MAX_ITEMS).map(({ id, rule, title, url, state, foundAt }) => {
    const stands = { standing: "", dismissed: ` · ${talk.dismissed}`, gone: ` · ${talk.gone}` }[state];
    return `**${plain(title, 200)}**\n${rules[rule].name}${stands} · ${shownMoment(foundAt)} · \`${id}\`\n<${url.slice(0, 300)}>`;
  });
  return {
    title: plain(talk.evidence(watch.title), 256),
    description: lines.length > 0 ? shorten(lines.join("\n\n"), DESCRIPTION) : talk.noEvidence,
  };
}

export async function showSources(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
  const words = catalogue(language);
  const { sources } = await overviewOf(desk, watch);
  const lines = sources.map((source) => {
    const state = sourceState(source);
    const trouble = state === "unread" ? ` (${plain(words.recorded(source.detail), 200)})` : "";
    const last = source.goodAt ? ` · ${words.talk.lastRead(shownMoment(source.goodAt))}` : "";
    return `[${plain(source.name, 80)}](<${source.url}>): **${words.talk.states[state]}**${trouble}${last}`;
  });
  return {
    title: plain(words.talk.sources(watch.title), 256),
    description: shorten(lines.join("\n"), DESCRIPTION),
  };
}

const lastAsked = new WeakMap<Watch, string>();

export async function checkNow(desk: Desk, watch: Watch, language: Language): Promise<Reply> {
  const { clock, watcher, ending } = desk;
  const talk = talkIn(language);
  const last = lastAsked.get(watch);
  if (last && elapsed(last, clock.now()) < CHECK_EVERY_MS)
    return { content: talk.waitToCheck(shownMoment(later(last, CHECK_EVERY_MS))) };
  lastAsked.set(watch, clock.now());
  const { checked, notices } = await watcher.lookAt(watch, ending);
  if (notices.length > 0) desk.tellNow();
  const lines = checked.map((one) => `${plain(nameOf(watch, one), 80)}: **${outcomeOf(one, language)}**`);
  const told = notices.length > 0 ? `\n\n${talk.toldSeparately(notices.length)}` : "";
  return {
    embeds: [
      {
        title: plain(talk.checked(watch.title), 256),
        description: `${shorten(lines.join("\n"), DESCRIPTION - told.length)}${told}`,
      },
    ],
  };
}

function nameOf({ sources }: Watch, { source }: Checked): string {
  return sources.find((candidate) => candidate.id === source)?.name ?? source;
}

function outcomeOf({ outcome, problem }: Checked, language: Language): string {
  const words = catalogue(language);
  const why = problem ? ` (${plain(words.recorded(problem.detail), 150)})` : "";
  return `${words.talk.outcomes[outcome]}${why}`;
}

export async function showWatches(desk: Desk, _asked: Command, language: Language): Promise<Reply> {
  const words = catalogue(language);
  if (desk.watches.length === 0) return { content: words.talk.nothingWatched };
  const lines = await Promise.all(
    desk.watches.slice(0, 40).map(async (watch) => {
      const { status } = await overviewOf(desk, watch);
      return `**${plain(watch.title, 150)}** (\`${watch.id.slice(0, 60)}\`)\n${words.chart.verdict(status)}`;
    }),
  );
  return { embeds: [{ title: words.talk.watches, description: shorten(lines.join("\n\n"), DESCRIPTION) }] };
}
