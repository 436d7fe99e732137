/** Where messages go on Discord, from the settings and the secrets. */
import type { Place } from "../watch/place.ts";
import type { Secrets } from "./load.ts";
import type { Settings } from "./settings.ts";

/** A webhook's address in its parts. */
export const WEBHOOK = /^(?<api>https?:\/\/.+)\/webhooks\/(?<id>[^/]+)\/(?<token>[^/?#]+)/;

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
  for (const { channel, webhook, watches, kinds, language, card, mention_role } of named) {
    const way = channel ? secrets.discordToken && channelWay(channel) : webhookWay(webhook ?? "", secrets);
    if (!way || found.has(way.id)) continue;
    found.set(way.id, {
      ...way,
      watches,
      kinds: kinds ?? usual.kinds,
      language: language ?? usual.language,
      mentionRole: mention_role ?? usual.mentionRole,
      card: card ?? usual.card,
    });
  }
  return [...found.values()];
}

/** What holds for a place that says nothing else. */
export function placeDefaults({ delivery, discord }: Pick<Settings, "delivery" | "discord">) {
  const { kinds, language, mention_role: mentionRole } = delivery;
  return { kinds, language, mentionRole, card: discord.card };
}

export function channelWay(channel: string): Pick<Place, "id" | "way"> {
  return { id: `discord-channel:${channel}`, way: { kind: "channel", channel } };
}

function webhookWay(variable: string, secrets: Secrets): Pick<Place, "id" | "way"> | undefined {
  const url = variable === "DISCORD_WEBHOOK_URL" ? secrets.discordWebhookUrl : secrets.discordWebhooks?.[variable];
  const id = WEBHOOK.exec(url ?? "")?.groups?.id;
  return url && id ? { id: `discord-webhook:${id}`, way: { kind: "webhook", url } } : undefined;
}
