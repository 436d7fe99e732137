/** What the bot needs to be allowed, as the boxes are named in Discord's settings. */
import { ChannelType, PermissionFlagsBits } from "discord.js";

export type Permission = keyof typeof NAMES;

const NAMES = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  SendMessagesInThreads: "Send Messages in Threads",
  EmbedLinks: "Embed Links",
  AttachFiles: "Attach Files",
  ReadMessageHistory: "Read Message History",
  PinMessages: "Pin Messages",
  ManageRoles: "Manage Roles",
  MentionEveryone: "Mention @everyone, @here, and All Roles",
} as const;

/** Without these, nothing can be posted, or not found again. */
const LEAST: readonly Permission[] = ["ViewChannel", "SendMessages", "EmbedLinks", "AttachFiles", "ReadMessageHistory"];
const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** What a channel of some kind needs. */
export function needed(type: ChannelType, isCardPinned: boolean): Permission[] {
  const isThread = THREADS.includes(type);
  return [
    ...LEAST.filter((permission) => !(isThread && permission === "SendMessages")),
    ...(isThread || FORUMS.includes(type) ? (["SendMessagesInThreads"] as const) : []),
    ...(isCardPinned ? (["PinMessages"] as const) : []),
  ];
}

/** The names of those that are not among the bits that the bot holds. */
export function missing(held: bigint, wanted: readonly Permission[]): string[] {
  if (held & PermissionFlagsBits.Administrator) return [];
  return wanted.filter((permission) => (held & PermissionFlagsBits[permission]) === 0n).map(permissionName);
}

export function permissionName(permission: Permission): string {
  return NAMES[permission];
}

/** The address that invites the bot with the least that works; more boxes can be ticked on the way. */
export function inviteLink(application: string): string {
  const bits = LEAST.reduce((sum, permission) => sum | PermissionFlagsBits[permission], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${bits}`;
}
