/** Whether Discord would take our messages and hear our commands, and which box to tick where not. Nothing is posted. */
import {
  type APIApplication,
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  type APIWebhook,
  ChannelType,
  DiscordAPIError,
  OverwriteType,
  PermissionFlagsBits,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from "discord.js";
import { discordPlaces } from "../../../config/places.ts";
import { type Secrets, WEBHOOK } from "../../../config/secrets.ts";
import type { Settings } from "../../../config/settings.ts";
import type { Place } from "../../../watch/place.ts";
import { inviteLink, missing, needed, permissionName } from "./permissions.ts";
import { client } from "./rest.ts";

type Rest = ReturnType<typeof client>;
type Finding = { isGood: boolean; text: string };

/** What is wrong, in words that say what to do about it. */
class Lacking extends Error {}

export async function examine(settings: Pick<Settings, "delivery" | "discord">, secrets: Secrets): Promise<Finding[]> {
  const findings: Finding[] = [];
  const attempt = async (name: string, advice: string, work: () => Promise<string>) => {
    try {
      findings.push({ isGood: true, text: `Discord: ${name}: ${await work()}` });
      return true;
    } catch (error) {
      findings.push({
        isGood: false,
        text: `Discord: ${name}: ${whyOf(error)}; ${error instanceof Lacking ? "" : advice}`.replace(/; $/, ""),
      });
      return false;
    }
  };
  const places = discordPlaces(settings, secrets);
  for (const { way } of places)
    if (way.kind === "webhook")
      await attempt(
        "webhook",
        "make a new one in the channel's settings under Integrations, and set the variable that holds its address",
        () => lookAtWebhook(way.url, secrets),
      );
  const { discordToken } = secrets;
  if (!discordToken) return findings;
  const rest = client(secrets.discordApiUrl).setToken(discordToken);
  const isToken = await attempt(
    "token",
    "copy it anew from the application's Bot page into DISCORD_TOKEN",
    async () => {
      const me = (await rest.get(Routes.user())) as APIUser;
      const application = (await rest.get(Routes.currentApplication())) as APIApplication;
      return `belongs to ${me.username}; invite it with ${inviteLink(application.id)}${application.bot_public ? "\n      anybody may invite it: untick Public Bot on the Bot page to keep it to your servers" : ""}`;
    },
  );
  if (!isToken) return findings;
  if (settings.discord.conversation)
    await attempt("gateway", "check this machine's network and proxy", async () => {
      const { session_start_limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
      if (session_start_limit.remaining === 0)
        throw new Lacking("no connection may be begun today; it was restarted too often");
      return "can be connected to; no privileged intent needs to be ticked";
    });
  if (!places.some(({ way }) => way.kind === "channel"))
    findings.push({
      isGood: true,
      text: "Discord: no channel is set; say /channel here in one, or set DISCORD_CHANNEL_ID",
    });
  for (const place of places) {
    const { way } = place;
    if (way.kind === "channel")
      await attempt(`channel ${way.channel}`, "check its id, and invite the bot to the server", () =>
        lookAtChannel(rest, way.channel, place),
      );
  }
  return findings;
}

async function lookAtWebhook(url: string, { discordApiUrl }: Secrets): Promise<string> {
  const { api, id = "", token = "" } = WEBHOOK.exec(url)?.groups ?? {};
  const hook = (await client(discordApiUrl ?? api).get(Routes.webhook(id, token), { auth: false })) as APIWebhook;
  return `“${hook.name ?? "unnamed"}” is there`;
}

async function lookAtChannel(rest: Rest, id: string, { card, mentionRole }: Place): Promise<string> {
  const channel = (await rest.get(Routes.channel(id))) as APIChannel & {
    guild_id?: string;
    parent_id?: string;
    permission_overwrites?: APIOverwrite[];
  };
  if (!channel.guild_id) throw new Lacking("is no channel of a server; name one that is");
  const isThread = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(
    channel.type,
  );
  // A thread has no permissions of its own: its channel's hold.
  const holder =
    isThread && channel.parent_id ? ((await rest.get(Routes.channel(channel.parent_id))) as typeof channel) : channel;
  const me = (await rest.get(Routes.user())) as APIUser;
  const member = (await rest.get(Routes.guildMember(channel.guild_id, me.id))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(channel.guild_id))) as APIRole[];
  const mine = new Set([channel.guild_id, ...member.roles]);
  const held = heldIn(holder.permission_overwrites ?? [], roles, mine, channel.guild_id, me.id);
  const lacks = missing(held, needed(channel.type, card === "pinned"));
  if (lacks.length > 0) throw new Lacking(`the bot lacks ${lacks.join(", ")}; tick it in the channel's permissions`);
  const role = roles.find((candidate) => candidate.id === mentionRole);
  if (mentionRole && !role) throw new Lacking(`mention_role ${mentionRole} is no role of this server; check its id`);
  if (role && !role.mentionable && missing(held, ["MentionEveryone"]).length > 0)
    throw new Lacking(
      `the role ${role.name} cannot be mentioned; tick “Allow anyone to @mention this role” in its settings, or give the bot ${permissionName("MentionEveryone")}`,
    );
  if (role && missing(held, ["ManageRoles"]).length > 0)
    return `the bot may write there; for /subscribe it also needs ${permissionName("ManageRoles")}`;
  const highest = Math.max(...roles.filter(({ id: one }) => mine.has(one)).map(({ position }) => position));
  if (role && role.position >= highest)
    return `the bot may write there; for /subscribe its own role must stand above ${role.name}`;
  return "the bot may write there";
}

/** Discord's documentation, "Permission Hierarchy": roles first, then the channel's overwrites for everyone, roles, and the member. */
function heldIn(
  overwrites: readonly APIOverwrite[],
  roles: readonly APIRole[],
  mine: ReadonlySet<string>,
  guild: string,
  me: string,
): bigint {
  let held = roles.filter((role) => mine.has(role.id)).reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (held & PermissionFlagsBits.Administrator) return held;
  const apply = (some: readonly APIOverwrite[]) => {
    const deny = some.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
    const allow = some.reduce((bits, overwrite) => bits | BigInt(overwrite.allow), 0n);
    held = (held & ~deny) | allow;
  };
  apply(overwrites.filter(({ id }) => id === guild));
  apply(overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild && mine.has(id)));
  apply(overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me));
  return held;
}

function whyOf(error: unknown): string {
  if (error instanceof Lacking) return error.message;
  if (error instanceof DiscordAPIError) return `failed (${error.status}, ${error.message})`;
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return `failed (${code ?? message})`;
}
