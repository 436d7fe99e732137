/** The schema of `discord`: where messages go there, and who may speak with the bot. */
import { z } from "zod";
import { CARDS } from "../watch/names.ts";
import { kinds, told, variable } from "./told.ts";

const snowflake = (what: string) => z.string().regex(/^\d{15,21}$/, `must be a Discord ${what}'s id: 15 to 21 digits`);
export const mentionRole = snowflake("role").describe("The one role that is called, for what `mention_kinds` says");
export const mentionKinds = kinds.describe(
  "For which kinds of notice the role is called; of `signalled` only for a document that a person should confirm",
);
const card = z.enum(CARDS).describe("One message per watch that always says where things stand: pinned, shown, or off");

const placeSchema = z
  .strictObject({
    channel: snowflake("channel").optional().describe("A channel, thread, announcement channel or forum of the bot's"),
    webhook: variable("DISCORD_WEBHOOK_URL_PRESS")
      .optional()
      .describe("The environment variable that holds a webhook's address; the address itself is a secret"),
    ...told,
    mention_role: mentionRole.optional(),
    mention_kinds: mentionKinds.optional(),
    card: card.optional(),
    threads: z
      .boolean()
      .optional()
      .describe("Each watch has a thread of its own in the channel, as it has in a forum; not for webhooks"),
  })
  .refine((place) => (place.channel === undefined) !== (place.webhook === undefined), {
    error: "needs either `channel` or `webhook`",
  })
  .refine(({ threads, webhook }) => !(threads && webhook !== undefined), {
    path: ["threads"],
    error: "a webhook begins no threads; write to the channel as a bot",
  });

export const discordSchema = z.strictObject({
  places: z
    .array(placeSchema)
    .default([])
    .describe("Where messages go besides DISCORD_CHANNEL_ID and DISCORD_WEBHOOK_URL, or how they go there"),
  card: card.default("shown"),
  conversation: z
    .boolean()
    .default(true)
    .describe("Answer slash commands and buttons; needs DISCORD_TOKEN, and a connection to Discord's gateway"),
  servers: z
    .array(snowflake("server"))
    .default([])
    .describe("Servers whose people may decide on signals; those of the configured channels by default"),
  deciders: z
    .array(snowflake("role"))
    .default([])
    .describe("Roles that may confirm and dismiss, besides those who may manage the server"),
});
