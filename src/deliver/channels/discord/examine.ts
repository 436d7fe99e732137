/** Whether Discord would take our messages and hear our commands, and which box to tick where not. Nothing is posted. */
import {
  type APIApplication,
  type APIChannel,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIThreadMetadata,
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
import { Requests } from "./requests.ts";
import { canBeFollowed, isForum, isThread, tagFor } from "./threads.ts";

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
  const requests = new Requests({ token: discordToken, api: secrets.discordApiUrl });
  const get = <T>(route: `/${string}`) => requests.asBot<T>("news", (rest) => rest.get(route));
  const isToken = await attempt(
    "token",
    "copy it anew from the application's Bot page into DISCORD_TOKEN",
    async () => {
      const me = await get<APIUser>(Routes.user());
      const application = await get<APIApplication>(Routes.currentApplication());
      return `belongs to ${me.username}; invite it with ${inviteLink(application.id)}${application.bot_public ? "\n      anybody may invite it: untick Public Bot on the Bot page to keep it to your servers" : ""}`;
    },
  );
  if (!isToken) return findings;
  if (settings.discord.conversation)
    await attempt("gateway", "check this machine's network and proxy", async () => {
      const { session_start_limit } = await get<RESTGetAPIGatewayBotResult>(Routes.gatewayBot());
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
        lookAtChannel(get, way.channel, place),
      );
  }
  requests.close();
  return findings;
}

async function lookAtWebhook(url: string, { discordApiUrl }: Secrets): Promise<string> {
  const { api, id = "", token = "" } = WEBHOOK.exec(url)?.groups ?? {};
  const requests = new Requests({ api: discordApiUrl ?? api });
  const hook = await requests.asAnybody<APIWebhook>("news", (rest) =>
    rest.get(Routes.webhook(id, token), { auth: false }),
  );
  requests.close();
  return `“${hook.name ?? "unnamed"}” is there`;
}

type Get = <T>(route: `/${string}`) => Promise<T>;

/** A channel as far as what may be done in it goes. */
type Guarded = APIChannel & {
  guild_id?: string;
  parent_id?: string;
  permission_overwrites?: APIOverwrite[];
  thread_metadata?: APIThreadMetadata;
};

async function lookAtChannel(get: Get, id: string, place: Place): Promise<string> {
  const { mentionRole } = place;
  const channel = await get<Guarded>(Routes.channel(id));
  if (!channel.guild_id) throw new Lacking("is no channel of a server; name one that is");
  if (!takesMessages(channel)) throw new Lacking("takes no messages (50008); name a text channel, a thread or a forum");
  // A thread has no permissions of its own: its channel's hold.
  const holder =
    isThread(channel) && channel.parent_id ? await get<Guarded>(Routes.channel(channel.parent_id)) : channel;
  const me = await get<APIUser>(Routes.user());
  const member = await get<APIGuildMember>(Routes.guildMember(channel.guild_id, me.id));
  const roles = await get<APIRole[]>(Routes.guildRoles(channel.guild_id));
  const mine = new Set([channel.guild_id, ...member.roles]);
  const held = heldIn(holder.permission_overwrites ?? [], roles, mine, channel.guild_id, me.id);
  if (isTimedOut(member)) throw new Lacking("the bot is timed out in this server; a moderator must take that back");
  const lacks = missing(held, needed(channel.type, place));
  if (lacks.length > 0)
    throw new Lacking(`the bot lacks ${lacks.join(", ")} (50013); tick it in the channel's permissions`);
  if (channel.thread_metadata?.locked && missing(held, ["ManageThreads"]).length > 0)
    throw new Lacking(`the thread is locked (160005); unlock it, or give the bot ${permissionName("ManageThreads")}`);
  const role = roles.find((candidate) => candidate.id === mentionRole);
  if (mentionRole && !role) throw new Lacking(`mention_role ${mentionRole} is no role of this server; check its id`);
  if (role && !role.mentionable && missing(held, ["MentionEveryone"]).length > 0)
    throw new Lacking(
      `the role ${role.name} cannot be mentioned; tick “Allow anyone to @mention this role” in its settings, or give the bot ${permissionName("MentionEveryone")}`,
    );
  return [
    "the bot may write there",
    ...tagged(channel),
    ...followed(channel),
    ...givesRole(role, held, roles, mine),
  ].join("; ");
}

/** Discord's documentation, "Channel Types": the others are for voice, and categories. */
function takesMessages({ type }: Guarded): boolean {
  const ordinary = [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.GuildVoice,
    ChannelType.GuildStageVoice,
  ];
  return ordinary.includes(type) || isForum({ type }) || isThread({ type });
}

function isTimedOut({ communication_disabled_until: until }: APIGuildMember): boolean {
  return until != null && Date.parse(until) > Date.now();
}

function tagged(channel: Guarded): string[] {
  if (!isForum(channel)) return [];
  const tag = tagFor(channel as Partial<APIGuildForumChannel>);
  if (tag === null)
    throw new Lacking("the forum asks for a tag and has none that everybody may use (40067); add one, or let it be");
  return tag ? [`its posts there are tagged “${tag.name}”, as the forum asks for a tag`] : [];
}

function followed(channel: Guarded): string[] {
  return canBeFollowed(channel) ? ["what says that it is published is passed on to those who follow the channel"] : [];
}

function givesRole(
  role: APIRole | undefined,
  held: bigint,
  roles: readonly APIRole[],
  mine: ReadonlySet<string>,
): string[] {
  if (!role) return [];
  if (missing(held, ["ManageRoles"]).length > 0)
    return [`for /subscribe it also needs ${permissionName("ManageRoles")}`];
  const highest = Math.max(...roles.filter(({ id }) => mine.has(id)).map(({ position }) => position));
  return role.position >= highest ? [`for /subscribe its own role must stand above ${role.name}`] : [];
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
