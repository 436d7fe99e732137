/** Answers that change something in a channel: whether it is written to, and of what. */

import { missing, needed } from "../deliver/channels/discord/permissions.ts";
import { plain } from "../deliver/channels/discord/plain.ts";
import { languageFor } from "../message/languages.ts";
import { CARDS, LANGUAGES, type Language, type NoticeKind, RECORD_SAID } from "../watch/names.ts";
import { type Command, type Desk, noSuchWatch, personOf, placeHere, type Reply, talkIn, watchesNamed } from "./desk.ts";
import { hasPowers } from "./subscribing.ts";

export async function setReminders(desk: Desk, asked: Command, language: Language, isMuted: boolean): Promise<Reply> {
  const talk = talkIn(language);
  const here = placeHere(desk, asked);
  if (!here) return { content: talk.notAPlace };
  const by = await desk.store.persons.handleOf(personOf(asked.user));
  if (isMuted) await desk.places.hushed.mute(here.place, by, desk.clock.now());
  else await desk.places.hushed.unmute(here.place);
  return { content: isMuted ? talk.muted : talk.unmuted };
}

/** Has less told of one watch in this channel, or all again. */
export async function hushWatch(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const { watch: words, ...talk } = talkIn(language);
  const here = placeHere(desk, asked);
  if (!here) return { content: talk.notAPlace };
  const [watch] = watchesNamed(desk, asked.options.getString("watch", true)) ?? [];
  if (!watch) return noSuchWatch(asked, language);
  const how = asked.options.getSubcommand() as keyof typeof HUSHED;
  const by = await desk.store.persons.handleOf(personOf(asked.user));
  await desk.places.hushed.hush(here.place, watch.id, by, desk.clock.now(), HUSHED[how]);
  return { content: words[how](plain(watch.title, 200)) };
}

const HUSHED = { mute: "muted", pause: "paused", resume: undefined } as const;

/** What a channel can choose to hear of, besides what the settings say. */
const KINDS = {
  signals: ["published", "withdrawn", "corrected", "edition", "signalled", "proposed", "stated", "revised", "overdue"],
  publication: ["published", "withdrawn", "corrected"],
} as const satisfies Record<string, readonly NoticeKind[]>;

export async function setChannel(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const { places, clock, log } = desk;
  if (!asked.inCachedGuild()) return { content: talk.onlyOnServer };
  const { channelId, guildId, options, user } = asked;
  const known = places.inChannel(channelId);
  const by = await desk.store.persons.handleOf(personOf(user));
  if (known?.isFixed) return { content: talk.channelFixed };
  if (options.getSubcommand() === "off") {
    if (!known) return { content: talk.channelUnknown };
    await places.takeDown(channelId);
    await desk.followPlaces();
    log.info({ event: "channel-off", channel: channelId, by }, "channel taken down");
    return { content: talk.channelOff };
  }
  const card = oneOf(CARDS, options.getString("card")) ?? desk.settings.discord.card;
  const lacks = missing(asked.appPermissions.bitfield, needed(asked.channel?.type ?? 0, { card }));
  if (lacks.length > 0) return { content: talk.channelMissing(lacks) };
  const role = options.getRole("role");
  if (role && (await hasPowers(asked.guild, role.id))) return { content: talk.roleHasPowers };
  const kinds = oneOf(["signals", "publication"] as const, options.getString("kinds"));
  const name = options.getString("watch");
  const watches = watchesNamed(desk, name);
  if (!watches) return noSuchWatch(asked, language);
  await places.setUp({
    channel: channelId,
    guild: guildId,
    watches: name ? JSON.stringify(watches.map((watch) => watch.id)) : null,
    kinds: kinds ? JSON.stringify(KINDS[kinds]) : null,
    mention_role: role?.id ?? null,
    language: oneOf(LANGUAGES, options.getString("language")) ?? languageFor(asked.guildLocale),
    card,
    record: oneOf(RECORD_SAID, options.getString("record")) ?? null,
    by,
    at: clock.now(),
  });
  await desk.followPlaces();
  desk.tellNow();
  log.info({ event: "channel-here", channel: channelId, by }, "channel set up");
  const titles = name ? watches.map((watch) => plain(watch.title, 200)) : undefined;
  return { content: talk.channelSet(`<#${channelId}>`, titles) };
}

function oneOf<Value extends string>(values: readonly Value[], named: string | null): Value | undefined {
  return values.find((value) => value === named);
}
