/** What the bot needs to be allowed, as the boxes are named in Discord's settings. */
import { type ChannelType, PermissionFlagsBits } from "discord.js";
import type { Place } from "../../../watch/place.ts";
import { isForum, isThread } from "./threads.ts";

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
  ManageThreads: "Manage Threads",
  CreatePublicThreads: "Create Public Threads",
  MentionEveryone: "Mention @everyone, @here, and All Roles",
} as const;

/** Without these, nothing can be posted, or not found again. */
const LEAST: readonly Permission[] = ["ViewChannel", "SendMessages", "EmbedLinks", "AttachFiles", "ReadMessageHistory"];

/** What a channel of some kind needs, as a place writes to it. */
export function needed(type: ChannelType, { card, threads }: Pick<Place, "card" | "threads">): Permission[] {
  return [
    ...LEAST.filter((permission) => !(isThread({ type }) && permission === "SendMessages")),
    ...(isThread({ type }) || isForum({ type }) || threads ? (["SendMessagesInThreads"] as const) : []),
    ...(threads ? (["CreatePublicThreads"] as const) : []),
    ...(card === "pinned" ? (["PinMessages"] as const) : []),
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
