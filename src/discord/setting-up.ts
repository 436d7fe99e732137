/** Answers that change something in a channel: whether it is written to, its reminders, the role that is mentioned. */
import { DiscordAPIError, type Guild, Routes, roleMention } from "discord.js";
import { plain } from "../deliver/channels/discord/embed.ts";
import { missing, needed } from "../deliver/channels/discord/permissions.ts";
import { languageFor } from "../message/languages.ts";
import type { Card, Language } from "../watch/names.ts";
import { type Command, type Desk, noSuchWatch, placeHere, type Reply, talkIn, watchesNamed } from "./desk.ts";

export async function setReminders(desk: Desk, asked: Command, language: Language, isMuted: boolean): Promise<Reply> {
  const talk = talkIn(language);
  const here = placeHere(desk, asked);
  if (!here) return { content: talk.notAPlace };
  if (isMuted) await desk.places.mute(here.place, asked.user.username, desk.clock.now());
  else await desk.places.unmute(here.place);
  return { content: isMuted ? talk.muted : talk.unmuted };
}

/** Gives or takes the one role that is mentioned. Never one that carries power: whoever set it up may have chosen too high. */
export async function subscribe(desk: Desk, asked: Command, language: Language): Promise<Reply> {
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

export async function setChannel(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const { places, clock, log } = desk;
  if (!asked.inCachedGuild()) return { content: talk.onlyOnServer };
  const { channelId, guildId, options, user } = asked;
  const known = places.inChannel(channelId);
  if (known?.isFixed) return { content: talk.channelFixed };
  if (options.getSubcommand() === "off") {
    if (!known) return { content: talk.channelUnknown };
    await places.takeDown(channelId);
    await desk.followPlaces();
    log.info({ event: "channel-off", channel: channelId, by: user.username }, "channel taken down");
    return { content: talk.channelOff };
  }
  const card = (options.getString("card") ?? desk.settings.discord.card) as Card;
  const lacks = missing(asked.appPermissions.bitfield, needed(asked.channel?.type ?? 0, card === "pinned"));
  if (lacks.length > 0) return { content: talk.channelMissing(lacks) };
  const role = options.getRole("role");
  if (role && (await hasPowers(asked.guild, role.id))) return { content: talk.roleHasPowers };
  const name = options.getString("watch");
  const watches = watchesNamed(desk, name);
  if (!watches) return noSuchWatch(asked, language);
  await places.setUp({
    channel: channelId,
    guild: guildId,
    watches: name ? JSON.stringify(watches.map((watch) => watch.id)) : null,
    mention_role: role?.id ?? null,
    language: options.getString("language") ?? languageFor(asked.guildLocale ?? "en"),
    card,
    by: user.username,
    at: clock.now(),
  });
  await desk.followPlaces();
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
