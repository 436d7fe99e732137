/** Where messages go on Discord, from the settings and the secrets. */
import type { Place } from "../watch/place.ts";
import type { Watch } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";
import { type Secrets, WEBHOOK } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { unknownWatches } from "./told.ts";

/** The configured places. An entry under `discord.places` says how a channel or webhook of the environment is written to. */
export function discordPlaces(settings: Pick<Settings, "delivery" | "discord">, secrets: Secrets): Place[] {
  const { places } = settings.discord;
  const named: Settings["discord"]["places"] = [
    ...places,
    ...(secrets.discordWebhookUrl ? [{ webhook: "DISCORD_WEBHOOK_URL" }] : []),
    ...(secrets.discordChannelId ? [{ channel: secrets.discordChannelId }] : []),
  ];
  const found = new Map<string, Place>();
  const usual = placeDefaults(settings);
  for (const {
    channel,
    webhook,
    watches,
    kinds,
    language,
    card,
    record,
    mention_role,
    mention_kinds,
    quiet,
    threads,
  } of named) {
    const way = channel ? secrets.discordToken && channelWay(channel) : webhookWay(webhook ?? "", secrets);
    if (!way || found.has(way.id)) continue;
    found.set(way.id, {
      ...way,
      watches,
      kinds: kinds ?? usual.kinds,
      language: language ?? usual.language,
      mentionRole: mention_role ?? usual.mentionRole,
      mentionKinds: mention_kinds ?? usual.mentionKinds,
      quiet,
      threads,
      card: card ?? usual.card,
      record: record ?? usual.record,
    });
  }
  return [...found.values()];
}

/** What holds for a place that says nothing else. */
export function placeDefaults({ delivery, discord }: Pick<Settings, "delivery" | "discord">) {
  const { kinds, language, record, mention_role: mentionRole, mention_kinds: mentionKinds } = delivery;
  return { kinds, language, record, mentionRole, mentionKinds, card: discord.card };
}

/** The line of those who may speak for the bot's token: Discord has one gateway, and one count of requests, for it. */
export const BOTS_LINE = "speaks on Discord";
/** With this the ids begin of places that are written to for the bot's token. */
export const BOTS_PLACES = "discord-channel:";

export function channelWay(channel: string): Pick<Place, "id" | "way"> {
  return { id: `${BOTS_PLACES}${channel}`, way: { kind: "channel", channel } };
}

function webhookWay(variable: string, secrets: Secrets): Pick<Place, "id" | "way"> | undefined {
  const url = variable === "DISCORD_WEBHOOK_URL" ? secrets.discordWebhookUrl : secrets.discordWebhooks?.[variable];
  const id = WEBHOOK.exec(url ?? "")?.groups?.id;
  return url && id ? { id: `discord-webhook:${id}`, way: { kind: "webhook", url } } : undefined;
}

/** What a place says that only the watches and the environment can tell to be wrong. */
export function placeFaults({ discord }: Settings, watches: readonly Watch[], secrets: Secrets): Fault[] {
  return discord.places.flatMap(({ channel, webhook, watches: named }, index): Fault[] => {
    const field = ["discord", "places", index];
    return [
      ...unknownWatches(field, named, watches),
      ...(channel && !secrets.discordToken
        ? [
            {
              path: [...field, "channel"],
              says: "needs DISCORD_TOKEN in the environment, the token of the bot that is to write there",
            },
          ]
        : []),
      ...(webhook &&
      !secrets.discordWebhooks?.[webhook] &&
      !(webhook === "DISCORD_WEBHOOK_URL" && secrets.discordWebhookUrl)
        ? [
            {
              path: [...field, "webhook"],
              says: `${webhook} is not set in the environment; set it to the webhook's address`,
            },
          ]
        : []),
    ];
  });
}
