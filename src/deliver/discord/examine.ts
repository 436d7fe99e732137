/** Whether Discord would take our messages, and which box to tick where it would not. Nothing is posted. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  DiscordAPIError,
  OverwriteType,
  PermissionFlagsBits,
  PermissionsBitField,
  Routes,
} from "discord.js";
import type { Secrets } from "../../config/load.ts";
import { client } from "./rest.ts";

const NEEDED = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  EmbedLinks: "Embed Links",
  ReadMessageHistory: "Read Message History",
} as const;

export async function examine(secrets: Secrets): Promise<{ isGood: boolean; text: string }[]> {
  const findings: { isGood: boolean; text: string }[] = [];
  const attempt = async (name: string, advice: string, work: () => Promise<string>) => {
    try {
      findings.push({ isGood: true, text: `Discord: ${name}: ${await work()}` });
    } catch (error) {
      const why =
        error instanceof DiscordAPIError
          ? `${error.status}, ${error.message}`
          : ((error as NodeJS.ErrnoException).code ?? String(error));
      findings.push({ isGood: false, text: `Discord: ${name} failed (${why}): ${advice}` });
    }
  };
  const [, api, id, token] = /^(.+?)\/webhooks\/([^/]+)\/([^/?#]+)/.exec(secrets.discordWebhookUrl ?? "") ?? [];
  if (id && token)
    await attempt(
      "webhook",
      "make a new one in the channel's settings under Integrations, and set DISCORD_WEBHOOK_URL",
      async () => {
        const hook = (await client(secrets.discordApiUrl ?? api).get(Routes.webhook(id, token), { auth: false })) as {
          name?: string | null;
        };
        return `“${hook.name ?? "unnamed"}” is there`;
      },
    );
  const { discordToken, discordChannelId } = secrets;
  if (discordToken && discordChannelId) {
    const rest = client(secrets.discordApiUrl).setToken(discordToken);
    await attempt(
      "token",
      "copy it anew from the application's Bot page into DISCORD_TOKEN",
      async () => `belongs to ${((await rest.get(Routes.user())) as { username: string }).username}`,
    );
    await attempt(
      "channel",
      "check DISCORD_CHANNEL_ID, invite the bot to the server, and tick what is named here in the channel's permissions",
      async () => {
        const missing = await missingPermissions(rest, discordChannelId);
        if (missing.length > 0) throw new Error(`the bot lacks ${missing.join(", ")}`);
        return "the bot may write there";
      },
    );
  }
  return findings;
}

/** Discord's documentation, "Permission Hierarchy": roles first, then the channel's overwrites for everyone, roles, and the member. */
async function missingPermissions(rest: ReturnType<typeof client>, channelId: string): Promise<string[]> {
  const channel = (await rest.get(Routes.channel(channelId))) as APIChannel & {
    guild_id?: string;
    permission_overwrites?: { id: string; type: OverwriteType; allow: string; deny: string }[];
  };
  if (!channel.guild_id) return [];
  const me = (await rest.get(Routes.user())) as { id: string };
  const member = (await rest.get(Routes.guildMember(channel.guild_id, me.id))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(channel.guild_id))) as APIRole[];
  const mine = new Set([channel.guild_id, ...member.roles]);
  let held = roles.filter((role) => mine.has(role.id)).reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (held & PermissionFlagsBits.Administrator) return [];
  const overwrites = channel.permission_overwrites ?? [];
  const apply = (some: typeof overwrites) => {
    const deny = some.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
    const allow = some.reduce((bits, overwrite) => bits | BigInt(overwrite.allow), 0n);
    held = (held & ~deny) | allow;
  };
  apply(overwrites.filter((overwrite) => overwrite.id === channel.guild_id));
  apply(
    overwrites.filter(
      (overwrite) =>
        overwrite.type === OverwriteType.Role && overwrite.id !== channel.guild_id && mine.has(overwrite.id),
    ),
  );
  apply(overwrites.filter((overwrite) => overwrite.type === OverwriteType.Member && overwrite.id === me.id));
  const permissions = new PermissionsBitField(held);
  return (Object.keys(NEEDED) as (keyof typeof NEEDED)[])
    .filter((name) => !permissions.has(PermissionFlagsBits[name]))
    .map((name) => NEEDED[name]);
}
