/**
 * The bot's conversation: a connection to Discord's gateway, over which commands and buttons come in. Nothing else depends on
 * it: while it is down, pages are watched and messages posted as ever.
 */
import { setTimeout as wait } from "node:timers/promises";
import {
  type AutocompleteInteraction,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  Options,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from "discord.js";
import type { Secrets } from "../config/secrets.ts";
import { restOptions } from "../deliver/channels/discord/requests.ts";
import { allEvidence } from "../status/overview.ts";
import { ANSWERS } from "./answers.ts";
import { commandDefinitions, isCommand } from "./commands.ts";
import { decide, decisionNamed, REASON, reasonForm, refusedToDecide } from "./decisions.ts";
import { type Desk, languageOf, type Reply, talkIn } from "./desk.ts";

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 300_000;
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

/** Ends of a connection that no new one mends (Discord's documentation, "Gateway Close Event Codes"). */
const FINAL = new Map<number, string>([
  [GatewayCloseCodes.AuthenticationFailed, "Discord does not accept the token (4004); copy it anew into DISCORD_TOKEN"],
  [
    GatewayCloseCodes.DisallowedIntents,
    "Discord disallows the intents (4014); the bot asks for none but Guilds, so check the application on its Bot page",
  ],
  [GatewayCloseCodes.InvalidIntents, "Discord knows no such intents (4013); a newer version of coming-weeks is needed"],
]);

export interface Conversation {
  /** Finishes the answers in hand, and listens no more. */
  stop(): Promise<void>;
}

/** Begins to listen, now or as soon as Discord can be reached. */
export function converse(desk: Desk, { discordToken = "", discordApiUrl }: Secrets): Conversation {
  const ended = new AbortController();
  const homes = new Set(desk.settings.discord.servers);
  const answers = new Set<Promise<void>>();
  let client: Client | undefined;
  let isLost = false;

  const giveUp = (why: string) => {
    desk.log.error(
      { event: "conversation-stopped", error: why },
      "no commands or buttons; messages are posted as ever",
    );
    ended.abort();
  };

  function makeClient(): Client {
    const made = new Client({
      intents: [GatewayIntentBits.Guilds],
      allowedMentions: { parse: [] },
      // Nothing but servers, channels and roles is ever looked up.
      makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, UserManager: 100 }),
      rest: restOptions(discordApiUrl),
    });
    made.on(Events.Error, (error) => desk.log.warn({ event: "gateway-error", error: error.message }, "gateway error"));
    // discord.js tries twice a second; one line says it.
    made.on(Events.ShardReconnecting, () => {
      if (isLost || ended.signal.aborted) return;
      isLost = true;
      desk.log.warn({ event: "gateway-lost" }, "connection lost; reconnecting");
    });
    for (const event of [Events.ShardResume, Events.ShardReady] as const)
      made.on(event, () => {
        if (isLost) desk.log.info({ event: "gateway-resumed" }, "connected again");
        isLost = false;
      });
    made.on(Events.ShardDisconnect, ({ code }) => {
      const why = FINAL.get(code);
      if (why) giveUp(why);
    });
    made.on(Events.ClientReady, (ready) => void begin(ready));
    made.on(Events.InteractionCreate, (interaction) => {
      const answering = respond(interaction).finally(() => answers.delete(answering));
      answers.add(answering);
    });
    return made;
  }

  async function begin(ready: Client<true>): Promise<void> {
    desk.log.info({ event: "gateway-ready", servers: ready.guilds.cache.size }, "listening on Discord");
    await insist("begin", async () => {
      const { servers } = desk.settings.discord;
      for (const server of servers.length > 0 ? servers : await homesOf(ready, desk)) homes.add(server);
      const definitions = commandDefinitions();
      if (servers.length === 0) await ready.application.commands.set(definitions);
      for (const server of servers) await ready.application.commands.set(definitions, server);
    });
  }

  async function connect(): Promise<void> {
    await insist("connect", async () => {
      client = makeClient();
      try {
        await client.login(discordToken);
      } catch (error) {
        await client.destroy();
        const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
        if (isToken) giveUp(FINAL.get(GatewayCloseCodes.AuthenticationFailed) ?? "");
        throw error;
      }
    });
  }

  /** Does something until it succeeds, less and less often, or until the end. */
  async function insist(step: string, work: () => Promise<void>): Promise<void> {
    for (let pause = FIRST_WAIT_MS; !ended.signal.aborted; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
      try {
        return await work();
      } catch (error) {
        if (ended.signal.aborted) return;
        failed(step, error);
        await wait(pause, undefined, { signal: ended.signal }).catch(() => undefined);
      }
    }
  }

  function failed(step: string, error: unknown): void {
    desk.log.warn(
      { event: "gateway-failed", step, error: (error as Error).message },
      "Discord’s gateway; trying again",
    );
  }

  async function respond(interaction: Interaction): Promise<void> {
    try {
      if (interaction.isAutocomplete()) await interaction.respond(await choices(desk, interaction));
      else if (interaction.isChatInputCommand() && isCommand(interaction.commandName)) {
        const { isPrivate, work } = ANSWERS[interaction.commandName];
        const language = languageOf(desk, interaction, isPrivate);
        const isDecision = interaction.commandName === "confirm" || interaction.commandName === "dismiss";
        const refused = isDecision ? refusedToDecide(desk, interaction, homes, language) : undefined;
        // Discord waits three seconds for a first answer: it has one at once, whatever the rest takes.
        await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
        await interaction.editReply(refused ? { content: refused } : editable(await work(desk, interaction, language)));
      } else if (interaction.isButton() || interaction.isModalSubmit()) {
        const named = decisionNamed(interaction.customId);
        if (!named) return;
        const language = languageOf(desk, interaction, true);
        const refused = refusedToDecide(desk, interaction, homes, language);
        if (!refused && interaction.isButton() && named.decision === "dismiss") {
          await interaction.showModal(reasonForm(named.about, language));
          return;
        }
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const reason = interaction.isModalSubmit() ? interaction.fields.getTextInputValue(REASON).trim() : "";
        const decision = { ...named, reason: reason || undefined };
        await interaction.editReply(
          refused ? { content: refused } : editable(await decide(desk, interaction, decision, language)),
        );
      }
    } catch (error) {
      await apologise(interaction, error);
    }
  }

  async function apologise(interaction: Interaction, error: unknown): Promise<void> {
    // Whoever asked has gone, or Discord has: nobody is left to answer.
    const isLate = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction;
    desk.log[isLate ? "debug" : "error"]({ event: "answer-failed", error: String(error) }, "could not answer");
    if (isLate || !interaction.isRepliable()) return;
    const content = talkIn(languageOf(desk, interaction, true)).failed;
    await say(interaction, content).catch(() => undefined);
  }

  void connect();
  return {
    stop: async () => {
      ended.abort();
      await Promise.all(answers);
      await client?.destroy();
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

function editable({ content, embeds, files }: Reply) {
  return { ...(content ? { content } : {}), ...(embeds ? { embeds } : {}), ...(files ? { files } : {}) };
}

/** What fits what has been typed so far. */
async function choices(desk: Desk, asked: AutocompleteInteraction): Promise<{ name: string; value: string }[]> {
  const { name, value } = asked.options.getFocused(true);
  const all =
    name === "evidence"
      ? (await allEvidence(desk.watches, desk.store))
          .filter(({ item }) => item.state !== "dismissed")
          .map(({ item }) => ({ name: `${item.id} · ${item.title}`, value: item.id }))
      : desk.watches.map((watch) => ({ name: watch.title, value: watch.id }));
  const typed = value.toLowerCase();
  return all
    .filter(
      (choice) => `${choice.name} ${choice.value}`.toLowerCase().includes(typed) && choice.value.length <= MAX_CHOICE,
    )
    .slice(0, MAX_CHOICES)
    .map((choice) => ({ name: choice.name.slice(0, MAX_CHOICE), value: choice.value }));
}
