/**
 * The schema of `delivery`: what people are told, and the channels besides Discord. Where a channel leads, and by which right, stands in the
 * environment: the settings go into the archive, which others may be given.
 */
import { z } from "zod";
import { NOTICE_KINDS } from "../watch/names.ts";
import { mentionKinds, mentionRole } from "./discord.ts";
import { serverAddress } from "./formats.ts";
import { kinds, language, record, told, variable } from "./told.ts";

/** What the bot calls the terminal, and whoever `start` serves, in what it keeps by a channel. */
const RESERVED = ["terminal", "start"];

const every = {
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be small letters, digits and hyphens, 40 at most")
    .refine((id) => !RESERVED.includes(id), `must not be ${RESERVED.join(" or ")}: the bot itself is called so`)
    .describe("What it is called in the log; what waits for it is kept by it, so let it be once it is chosen"),
  ...told,
};

/** RFC 5322's `mailbox`, as far as anybody writes it: `name@example.org`, or with words before and angles around it. */
const sender = z
  .string()
  .regex(
    /^(?:[^<>@,;:"\\\p{Cc}]{1,80} <[^\s<>@,;]{1,64}@[^\s<>@,;]{1,255}>|[^\s<>@,;]{1,64}@[^\s<>@,;]{1,255})$/u,
    'must be an address, or a name with one: "coming-weeks <watch@example.org>"',
  );

const channelSchema = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({
        kind: z
          .literal("webhook")
          .describe("A program of yours: CloudEvents in JSON, signed as Standard Webhooks has it"),
        address: variable("NEWSROOM_WEBHOOK_URL").describe("The variable with the address that is posted to"),
        secret: variable("NEWSROOM_WEBHOOK_SECRET")
          .optional()
          .describe(
            "The variable with the secret that signs: `whsec_` and 24 to 64 bytes in base64; unsigned without it",
          ),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("mail").describe("E-mail, to each reader alone"),
        server: variable("SMTP_URL").describe(
          "The variable with smtps://user:password@host, or smtp:// for port 587 (STARTTLS)",
        ),
        from: sender.describe("Who it is from"),
        to: variable("MAIL_READERS").describe("The variable with the readers' addresses, separated by commas"),
        encryption: z
          .enum(["required", "if-offered"])
          .default("required")
          .describe("Whether a server that offers no encryption is written to; one on this machine is in either case"),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("ntfy").describe("Telephones, by ntfy.sh or a server of your own"),
        address: variable("NTFY_URL").describe(
          "The variable with a topic's address, such as https://ntfy.sh/a-long-random-name",
        ),
        token: variable("NTFY_TOKEN")
          .optional()
          .describe("The variable with an access token, where the topic asks for one"),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("slack").describe("A channel in Slack"),
        address: variable("SLACK_WEBHOOK_URL").describe("The variable with an incoming webhook's address"),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("matrix").describe("A room in Matrix that is not encrypted"),
        server: serverAddress.describe("The homeserver's address, such as https://matrix.example.org"),
        room: z
          .string()
          .regex(/^![^\s]{1,254}$/, 'must be a room\'s internal id, such as "!abcdef:example.org", in quotes')
          .describe("The room's internal id, from its settings"),
        token: variable("MATRIX_TOKEN").describe("The variable with the access token of the account that writes"),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("telegram").describe("A chat or a channel in Telegram"),
        chat: z
          .string()
          .regex(
            /^(?:-?\d{1,20}|@[A-Za-z]\w{3,31})$/,
            'must be a chat\'s id or a public name, in quotes: "-1001234567890", "@name"',
          )
          .describe("The chat's id, or a channel's public name"),
        server: serverAddress
          .default("https://api.telegram.org")
          .describe("Where the Bot API is, where it is a server of yours"),
        token: variable("TELEGRAM_TOKEN").describe("The variable with the bot's token, from @BotFather"),
        ...every,
      }),
      z.strictObject({
        kind: z.literal("apprise").describe("Any of Apprise's services, by an Apprise API server of yours"),
        address: variable("APPRISE_URL").describe(
          "The variable with the address of a kept configuration: http://apprise:8000/notify/<key>",
        ),
        ...every,
      }),
    ],
    { error: "must be webhook, mail, ntfy, slack, matrix, telegram or apprise" },
  )
  .describe("A way out besides Discord and the terminal");

export type ChannelSettings = z.output<typeof channelSchema>;

export const deliverySchema = z.strictObject({
  terminal: z.enum(["auto", "on", "off"]).default("auto").describe("auto: on when there is no other channel"),
  channels: z.array(channelSchema).max(100).default([]).describe("Where messages go besides Discord and the terminal"),
  mention_role: mentionRole.optional(),
  mention_kinds: mentionKinds.default(["published", "signalled"]),
  kinds: kinds.default([...NOTICE_KINDS]).describe("The kinds of notice people are told"),
  language: language.default("en").describe("The language of the messages"),
  record: record.default("on"),
});
