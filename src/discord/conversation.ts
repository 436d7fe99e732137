/**
 * The bot's conversation: commands and buttons come in over Discord's gateway, and are answered. Nothing else depends on it: while it is down,
 * pages are watched and messages posted as ever.
 */
import { setTimeout as wait } from "node:timers/promises";
import {
  type APIInteractionResponse,
  type Client,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  type Interaction,
  InteractionResponseType,
  MessageFlags,
  type RepliableInteraction,
  Routes,
} from "discord.js";
import { BOTS_LINE } from "../config/places.ts";
import type { Secrets } from "../config/secrets.ts";
import { languageFor } from "../message/languages.ts";
import { answer } from "./answer.ts";
import { commandDefinitions } from "./commands.ts";
import { type Desk, languageOf, talkIn } from "./desk.ts";
import { Drafts } from "./drafts.ts";
import { stayConnected, type Waits } from "./gateway.ts";
import type { Answerable } from "./packets.ts";

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 300_000;
/** Whoever asked has gone, or three seconds, or a quarter of an hour, have: nobody is left to answer. */
const LATE: readonly unknown[] = [
  Code.UnknownInteraction,
  Code.UnknownWebhook,
  Code.UnknownMessage,
  Code.InvalidWebhookToken,
];

export interface Conversation {
  /** Finishes the answers in hand, and listens no more. */
  stop(): Promise<void>;
}

/** Begins to listen, now or as soon as Discord can be reached. */
export function converse(
  desk: Desk,
  { discordToken: token = "", discordApiUrl: api }: Secrets,
  waits?: Waits,
  drafts = new Drafts(),
): Conversation {
  const ended = new AbortController();
  const { log } = desk;
  const homes = new Set(desk.settings.discord.servers);
  const answers = new Set<Promise<void>>();
  const keep = (answering: Promise<void>) => {
    const kept = answering.finally(() => answers.delete(kept));
    answers.add(kept);
  };

  /** Tells Discord of the commands, until it takes them, less and less often. */
  async function begin(client: Client<true>): Promise<void> {
    for (let pause = FIRST_WAIT_MS; !ended.signal.aborted; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
      try {
        const { servers } = desk.settings.discord;
        for (const server of servers.length > 0 ? servers : await homesOf(client, desk)) homes.add(server);
        const definitions = commandDefinitions();
        if (servers.length === 0) await client.application.commands.set(definitions);
        for (const server of servers) await client.application.commands.set(definitions, server);
        return;
      } catch (error) {
        if (ended.signal.aborted || !client.isReady()) return;
        const about = { event: "gateway-failed", step: "begin", error: (error as Error).message, wait: pause };
        log.warn(about, "Discord’s gateway; trying again");
        await wait(pause, undefined, { signal: ended.signal }).catch(() => undefined);
      }
    }
  }

  async function respond(interaction: Interaction): Promise<void> {
    // Held up for so long that another process answers by now.
    if (desk.store.shared?.lines.isHeld(BOTS_LINE) === false) return;
    try {
      await answer(desk, { homes, drafts }, interaction);
    } catch (error) {
      const isLate = error instanceof DiscordAPIError && LATE.includes(error.code);
      log[isLate ? "debug" : "error"]({ event: "answer-failed", error: String(error) }, "could not answer");
      if (isLate) return;
      if (interaction.isAutocomplete()) await interaction.respond([]).catch(() => undefined);
      else await say(interaction, talkIn(languageOf(desk, interaction, true)).failed).catch(() => undefined);
    }
  }

  const listening = stayConnected(
    { token, api },
    {
      onReady: begin,
      onInteraction: (interaction) => keep(respond(interaction)),
      onStrange: (client, answerable) => keep(apologise(client, answerable)),
    },
    log,
    ended.signal,
    waits,
  ).then((why) => {
    if (!why) return;
    ended.abort();
    log.error({ event: "conversation-stopped", error: why }, "no commands or buttons; messages are posted as ever");
  });

  return {
    stop: async () => {
      // What is in hand is answered through the connection that ends.
      await Promise.all(answers);
      ended.abort();
      await listening;
    },
  };
}

/** The servers of the channels that the settings name. */
async function homesOf(client: Client<true>, { places }: Desk): Promise<string[]> {
  const homes: string[] = [];
  for (const { place, isFixed } of places.all) {
    if (!isFixed || place.way.kind !== "channel") continue;
    const channel = await client.channels.fetch(place.way.channel).catch((error) => {
      // A channel that is gone, or that the bot may not see, has no say; what else goes wrong is tried again.
      if (error instanceof DiscordAPIError && error.status < 500) return null;
      throw error;
    });
    if (channel && "guildId" in channel && channel.guildId) homes.push(channel.guildId);
  }
  return homes;
}

async function say(interaction: RepliableInteraction, content: string): Promise<void> {
  if (interaction.deferred || interaction.replied) await interaction.editReply({ content });
  else await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}

/** Answers what discord.js can make nothing of. */
async function apologise({ rest }: Client, { id, token, takesMessage, locale }: Answerable): Promise<void> {
  const { notKnown } = talkIn(languageFor(locale));
  const body: APIInteractionResponse = takesMessage
    ? {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { content: notKnown, flags: MessageFlags.Ephemeral },
      }
    : { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
  await rest.post(Routes.interactionCallback(id, token), { body, auth: false }).catch(() => undefined);
}
