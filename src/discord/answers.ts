/** What each slash command answers. */
import {
  type APIEmbed,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Guild,
  hyperlink,
  Routes,
  roleMention,
} from "discord.js";
import type { Checked } from "../check/errand.ts";
import { cardEmbed, PICTURE, plain, shownDay, shownMoment } from "../deliver/channels/discord/embed.ts";
import { missing, needed } from "../deliver/channels/discord/permissions.ts";
import { sourceState } from "../judge/source-health.ts";
import type { CommandName } from "../message/catalogue.ts";
import { catalogue, languageFor } from "../message/languages.ts";
import { clockPicture } from "../message/picture.ts";
import { shorten } from "../message/wording.ts";
import { timelineOf } from "../status/overview.ts";
import { elapsed, later } from "../time/instant.ts";
import type { Card, Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { COMMAND_NAMES } from "./commands.ts";
import { decide } from "./decisions.ts";
import { type Desk, overviewOf, placeHere, type Reply, talkIn, watchesNamed } from "./desk.ts";

type Command = ChatInputCommandInteraction;
type Work = (desk: Desk, asked: Command, language: Language) => Promise<Reply>;

interface Answer {
  /** Whether only the person who asked sees it. */
  isPrivate: boolean;
  work: Work;
}

/** Discord takes ten embeds a message. */
const MAX_EMBEDS = 10;
const MAX_ITEMS = 12;
const DESCRIPTION = 4000;
/** How soon after a look somebody may ask for the next one. */
const CHECK_EVERY_MS = 300_000;

export const ANSWERS: Record<CommandName, Answer> = {
  status: { isPrivate: false, work: eachWatch(showStatus) },
  timeline: { isPrivate: false, work: firstWatch(showTimeline) },
  evidence: { isPrivate: false, work: eachWatch(showEvidence) },
  sources: { isPrivate: false, work: eachWatch(showSources) },
  check: { isPrivate: false, work: firstWatch(checkNow) },
  watches: { isPrivate: false, work: showWatches },
  mute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, true) },
  unmute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, false) },
  subscribe: { isPrivate: true, work: subscribe },
  help: { isPrivate: true, work: help },
  channel: { isPrivate: true, work: setChannel },
  confirm: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "confirm", language) },
  dismiss: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "dismiss", language) },
};

function eachWatch(show: (desk: Desk, watch: Watch, language: Language) => Promise<APIEmbed>): Work {
  return async (desk, asked, language) => {
    const watches = watchesNamed(desk, asked.options.getString("watch"));
    if (!watches) return noSuchWatch(asked, language);
    if (watches.length === 0) return { content: talkIn(language).nothingWatched };
    return { embeds: await Promise.all(watches.slice(0, MAX_EMBEDS).map((watch) => show(desk, watch, language))) };
  };
}

function firstWatch(work: (desk: Desk, watch: Watch, language: Language) => Promise<Reply>): Work {
  return async (desk, asked, language) => {
    const [watch] = watchesNamed(desk, asked.options.getString("watch")) ?? [];
    return watch ? work(desk, watch, language) : noSuchWatch(asked, language);
  };
}

function noSuchWatch({ options }: Command, language: Language): Reply {
  return { content: talkIn(language).noSuchWatch(plain(options.getString("watch") ?? "", 100)) };
}

async function showStatus(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
  return cardEmbed(await overviewOf(desk, watch), language);
}

async function showTimeline(desk: Desk, watch: Watch, language: Language): Promise<Reply> {
  const shown = await overviewOf(desk, watch);
  const line = await timelineOf(shown, desk.store);
  const { png, alt } = await clockPicture(line, language);
  const words = catalogue(language);
  const said = line.statements.map(({ on, by, phrase, link, horizon }) => {
    const day = shownDay(on, watch.publisher.zone);
    const text = words.card.said(link ? hyperlink(day, link) : day, plain(by, 100), plain(phrase, 200));
    return `${horizon ? "**•**" : "•"} ${text}`;
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

async function showEvidence(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
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

async function showSources(desk: Desk, watch: Watch, language: Language): Promise<APIEmbed> {
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

async function checkNow(desk: Desk, watch: Watch, language: Language): Promise<Reply> {
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

async function showWatches(desk: Desk, _asked: Command, language: Language): Promise<Reply> {
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

async function setReminders(desk: Desk, asked: Command, language: Language, isMuted: boolean): Promise<Reply> {
  const talk = talkIn(language);
  const here = placeHere(desk, asked);
  if (!here) return { content: talk.notAPlace };
  if (isMuted) await desk.places.mute(here.place, asked.user.username, desk.clock.now());
  else await desk.places.unmute(here.place);
  return { content: isMuted ? talk.muted : talk.unmuted };
}

/** Gives or takes the one role that is mentioned. Never one that carries power: whoever set it up may have chosen too high. */
async function subscribe(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const role = placeHere(desk, asked)?.place.mentionRole;
  if (!role || !asked.inCachedGuild()) return { content: talk.noRole };
  const { rest } = asked.client;
  try {
    const isPowerful = await hasPowers(asked.guild, role);
    if (isPowerful === undefined) return { content: talk.noRole };
    if (isPowerful) return { content: talk.roleHasPowers };
    const route = Routes.guildMemberRole(asked.guildId, asked.user.id, role);
    const has = asked.member.roles.cache.has(role);
    await (has ? rest.delete(route) : rest.put(route));
    return { content: talk[has ? "unsubscribed" : "subscribed"](roleMention(role)) };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 403) return { content: talk.roleRefused };
    throw error;
  }
}

async function help(_desk: Desk, _asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const lines = COMMAND_NAMES.map((name) => `\`/${name}\` ${talk.commands[name]}`);
  return { embeds: [{ title: "coming-weeks", description: `${talk.help}\n\n${lines.join("\n")}` }] };
}

async function setChannel(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const { places, clock, log } = desk;
  const { channelId, guildId, options, user } = asked;
  const known = places.inChannel(channelId);
  if (known?.isFixed) return { content: talk.channelFixed };
  if (options.getSubcommand() === "off") {
    if (!known) return { content: talk.channelUnknown };
    await places.takeDown(channelId);
    desk.followPlaces();
    log.info({ event: "channel-off", channel: channelId, by: user.username }, "channel taken down");
    return { content: talk.channelOff };
  }
  const card = (options.getString("card") ?? desk.settings.discord.card) as Card;
  const lacks = missing(asked.appPermissions.bitfield, needed(asked.channel?.type ?? 0, card === "pinned"));
  if (lacks.length > 0) return { content: talk.channelMissing(lacks) };
  const role = options.getRole("role");
  if (role && (!asked.inCachedGuild() || (await hasPowers(asked.guild, role.id))))
    return { content: talk.roleHasPowers };
  const name = options.getString("watch");
  const watches = watchesNamed(desk, name);
  if (!watches) return noSuchWatch(asked, language);
  await places.setUp({
    channel: channelId,
    guild: guildId ?? "",
    watches: name ? JSON.stringify(watches.map((watch) => watch.id)) : null,
    mention_role: role?.id ?? null,
    language: options.getString("language") ?? languageFor(asked.guildLocale ?? "en"),
    card,
    by: user.username,
    at: clock.now(),
  });
  desk.followPlaces();
  desk.tellNow();
  log.info({ event: "channel-here", channel: channelId, by: user.username }, "channel set up");
  const titles = name ? watches.map((watch) => plain(watch.title, 200)) : undefined;
  return { content: talk.channelSet(`<#${channelId}>`, titles) };
}

/** Whether a role may do what not everybody may. Undefined when there is no such role. */
async function hasPowers({ roles }: Guild, role: string): Promise<boolean | undefined> {
  const found = await roles.fetch(role);
  return found ? found.permissions.remove(roles.everyone.permissions).bitfield !== 0n : undefined;
}

async function decideBy(
  desk: Desk,
  asked: Command,
  decision: "confirm" | "dismiss",
  language: Language,
): Promise<Reply> {
  const evidence = asked.options.getString("evidence", true);
  const reason = asked.options.getString("reason") ?? undefined;
  return decide(desk, asked, { decision, evidence, reason }, language);
}
