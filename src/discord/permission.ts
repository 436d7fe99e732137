/**
 * Who may do what. Asked of every interaction before anything is done for it, from what Discord says of the person with it: a permission that was
 * there when a form was opened may be gone when it is sent, and what Discord shows to whom is a server's own setting, no promise.
 */
import { type Interaction, PermissionFlagsBits } from "discord.js";
import type { CommandName } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";
import { claimNamed } from "./claims.ts";
import { decisionNamed } from "./decisions.ts";
import { type Desk, talkIn } from "./desk.ts";
import { stepNamed } from "./steps.ts";

/**
 * `decide`: what holds for everybody who reads of a watch: only on the servers of whoever runs the bot. `setUp`: what a channel is told at all.
 * `quieten`: what it is told less of.
 */
type Right = "decide" | "setUp" | "quieten";

const { ManageGuild, ManageMessages } = PermissionFlagsBits;
/** One of these has it; so has who administers the server, and whoever has a role that the settings name for it. */
const NEEDS: Record<Right, readonly bigint[]> = {
  decide: [ManageGuild],
  setUp: [ManageGuild],
  quieten: [ManageMessages, ManageGuild],
};

const OF_COMMANDS: Partial<Record<CommandName, Right>> = {
  mute: "quieten",
  unmute: "quieten",
  watch: "quieten",
  channel: "setUp",
  confirm: "decide",
  dismiss: "decide",
};
/** Of `/watch`: what is added or removed is for everybody. */
const UPKEEP: readonly (string | null)[] = ["add", "remove"];

/** To whom Discord shows a command, unless a server says otherwise; undefined for everybody. */
export function shownTo(command: CommandName): bigint | undefined {
  const right = OF_COMMANDS[command];
  return right && NEEDS[right][0];
}

/** Why a person may not do what they ask for; undefined where they may, and where everybody may. */
export function refused(
  desk: Desk,
  asked: Interaction,
  homes: ReadonlySet<string>,
  language: Language,
): string | undefined {
  const right = rightFor(asked);
  if (!right) return undefined;
  const talk = talkIn(language);
  const isHome = asked.guildId !== null && homes.has(asked.guildId);
  if (right === "decide" && !isHome) return talk.notThisServer;
  if (!isHome && !asked.inCachedGuild()) return talk.onlyOnServer;
  // Who administers a server has each of its permissions (Discord's documentation, "Permissions").
  if (asked.memberPermissions?.any([...NEEDS[right]])) return undefined;
  const { deciders } = desk.settings.discord;
  return isHome && rolesOf(asked).some((role) => deciders.includes(role)) ? undefined : talk.mayNot[right];
}

function rightFor(asked: Interaction): Right | undefined {
  if (asked.isChatInputCommand() || asked.isAutocomplete()) {
    const isUpkeep = asked.commandName === "watch" && UPKEEP.includes(asked.options.getSubcommand(false));
    return isUpkeep ? "decide" : OF_COMMANDS[asked.commandName as CommandName];
  }
  if (!asked.isButton() && !asked.isModalSubmit()) return undefined;
  const named = [decisionNamed, claimNamed, stepNamed].some((read) => read(asked.customId) !== undefined);
  return named ? "decide" : undefined;
}

function rolesOf({ member }: Interaction): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
