/** Answers that show how things are now: where a watch stands, its time line, its evidence and sources, a look at once. */
import type { APIEmbed } from "discord.js";
import type { Checked } from "../check/errand.ts";
import { cardEmbed } from "../deliver/channels/discord/card.ts";
import { PICTURE, shownDay, shownMoment } from "../deliver/channels/discord/embed.ts";
import { linked, plain, shownAddress, titled } from "../deliver/channels/discord/plain.ts";
import { sourceState } from "../judge/source-health.ts";
import { catalogue } from "../message/languages.ts";
import { clockPicture } from "../message/picture.ts";
import { shortenLines } from "../message/shorten.ts";
import { whereThingsStand } from "../message/where-things-stand.ts";
import { timelineOf } from "../status/overview.ts";
import { elapsed, later } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import { hostOf, type Watch } from "../watch/watch.ts";
import { inTheirNames } from "./command-names.ts";
import { type Desk, overviewOf, type Reply, talkIn } from "./desk.ts";
import { folded } from "./pages.ts";

const DESCRIPTION = 4000;
/** A longer address is not shown: it would take the place of what it is about. */
const MAX_LINK = 300;
/** How soon after a look somebody may ask for the next one. */
const CHECK_EVERY_MS = 300_000;

export async function showStatus(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  return Promise.all(watches.map(async (watch) => cardEmbed(await overviewOf(desk, watch), language)));
}

export async function showTimeline(desk: Desk, watch: Watch, language: Language): Promise<Reply> {
  const shown = await overviewOf(desk, watch);
  const line = await timelineOf(shown, desk.store, desk.record);
  const { png, alt } = await clockPicture(line, language);
  const words = catalogue(language);
  const said = line.statements.map(({ on, by, phrase, link, horizon, isAdded }) => {
    const day = shownDay(on, watch.publisher.zone);
    const text = words.card.said(day, plain(by, 100), plain(phrase, 200));
    const where = link && link.length <= MAX_LINK ? `\n-# ${linked(hostOf(link), link, 100)}` : "";
    return `${horizon ? "**•**" : "•"} ${text}${isAdded ? ` (${words.card.added})` : ""}${where}`;
  });
  return {
    embeds: [
      {
        title: plain(watch.title, 256),
        description: shortenLines(`**${words.talk.statements}**\n${said.join("\n")}`, DESCRIPTION),
        image: { url: `attachment://${PICTURE}` },
      },
    ],
    files: [{ attachment: png, name: PICTURE, description: alt }],
  };
}

export async function showEvidence(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const { talk, rules } = catalogue(language);
  const found = await Promise.all(
    watches.map(async (watch) => {
      const items = await desk.store.evidence.of(watch.id);
      const lines = items.toReversed().map(({ id, rule, title, url, state, foundAt }) => {
        const stands = { standing: "", dismissed: ` · ${talk.dismissed}`, gone: ` · ${talk.gone}` }[state];
        const link = url.length <= MAX_LINK ? `\n${shownAddress(url)}` : "";
        return `**${plain(title, 200)}**\n${rules[rule].name}${stands} · ${shownMoment(foundAt)} · \`${id}\`${link}`;
      });
      return folded(talk.evidence(watch.title), lines.length > 0 ? lines : [talk.noEvidence]);
    }),
  );
  return found.flat();
}

export async function showSources(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const words = catalogue(language);
  const found = await Promise.all(
    watches.map(async (watch) => {
      const { sources } = await overviewOf(desk, watch);
      const lines = sources.map((source) => {
        const state = sourceState(source);
        const trouble = state === "unread" ? ` (${plain(words.recorded(source.detail), 200)})` : "";
        const last = source.goodAt ? ` · ${words.talk.lastRead(shownMoment(source.goodAt))}` : "";
        const { name, below } = titled(watch, source.name, source.url.length <= MAX_LINK ? source.url : "", 80);
        return `${[name, ...below].join(" ")}: **${words.talk.states[state]}**${trouble}${last}`;
      });
      return folded(words.talk.sources(watch.title), lines, "\n");
    }),
  );
  return found.flat();
}

export async function showWatches(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const words = catalogue(language);
  const lines = await Promise.all(
    watches.map(async (watch) => {
      const { status, evidence } = await overviewOf(desk, watch);
      const { news, clock } = whereThingsStand(status, evidence, language);
      return `**${plain(watch.title, 150)}**\n${plain(news, 200)}\n${plain(clock, 400)}\n-# ${plain(watch.id, 60)}`;
    }),
  );
  return folded(words.talk.watches, lines);
}

/** What can be asked, on one screen. */
export async function showHelp(_desk: Desk, _watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const { help, helpOn } = talkIn(language);
  return [{ title: "coming-weeks", description: inTheirNames(language, [help, ...helpOn].join("\n")) }];
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
        description: `${shortenLines(lines.join("\n"), DESCRIPTION - told.length)}${told}`,
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
