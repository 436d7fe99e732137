/** Being told in person that it is published: by the role that is mentioned, or by a direct message. */
import {
  type APIDMChannel,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  type Guild,
  Routes,
  roleMention,
} from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import { languageFor } from "../message/languages.ts";
import type { Language } from "../watch/names.ts";
import { type Command, type Desk, noSuchWatch, personOf, placeHere, type Reply, talkIn, watchesNamed } from "./desk.ts";

/** All that a person is told in a direct message. */
const PERSONAL = JSON.stringify(["published", "withdrawn", "corrected"]);

export async function subscribe(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const isPersonal = asked.options.getString("how") === "message";
  return isPersonal ? subscribeByMessage(desk, asked, language) : subscribeByRole(desk, asked, language);
}

/** Writes to a person from now on, or no longer. */
async function subscribeByMessage(desk: Desk, asked: Command, language: Language): Promise<Reply> {
  const { personal } = talkIn(language);
  const { places, clock, log } = desk;
  const name = asked.options.getString("watch");
  const watches = watchesNamed(desk, name);
  if (!watches) return noSuchWatch(asked, language);
  const { rest } = asked.client;
  const by = await desk.store.persons.handleOf(personOf(asked.user));
  try {
    const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: asked.user.id } });
    const { id: channel } = opened as APIDMChannel;
    const isKnown = places.inChannel(channel) !== undefined;
    // Whoever takes no direct messages is not heard of any more; whoever does sees that it works.
    const content = isKnown
      ? personal.ended
      : personal.begun(name ? watches.map(({ title }) => plain(title, 200)) : undefined);
    await rest.post(Routes.channelMessages(channel), { body: { content, allowed_mentions: { parse: [] } } });
    if (isKnown) await places.takeDown(channel);
    else
      await places.setUp({
        channel,
        guild: "",
        watches: name ? JSON.stringify(watches.map((watch) => watch.id)) : null,
        kinds: PERSONAL,
        mention_role: null,
        language: languageFor(asked.locale),
        card: "off",
        record: null,
        by,
        at: clock.now(),
      });
    await desk.followPlaces();
    const event = isKnown ? "channel-off" : "channel-here";
    log.info({ event, by }, "a person is told in person, or no longer");
    return { content: isKnown ? personal.ended : personal.done };
  } catch (error) {
    const isClosed = error instanceof DiscordAPIError && error.code === Code.CannotSendMessagesToThisUser;
    if (isClosed) return { content: personal.closed };
    throw error;
  }
}

/** Gives or takes the one role that is mentioned. Never one that carries power: whoever set it up may have chosen too high. */
async function subscribeByRole(desk: Desk, asked: Command, language: Language): Promise<Reply> {
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

/** Whether a role may do what not everybody may. Undefined when there is no such role. */
export async function hasPowers({ roles }: Guild, role: string): Promise<boolean | undefined> {
  const found = await roles.fetch(role);
  return found ? found.permissions.remove(roles.everyone.permissions).bitfield !== 0n : undefined;
}
