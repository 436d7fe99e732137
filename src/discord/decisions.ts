/** A person's word on a piece of evidence, through a button, a form or a command. */
import {
  ActionRowBuilder,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ModalBuilder,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { plain } from "../deliver/channels/discord/embed.ts";
import type { Decision } from "../judge/decision.ts";
import { allEvidence } from "../status/overview.ts";
import type { Language } from "../watch/names.ts";
import { type Desk, type Reply, talkIn } from "./desk.ts";

type Deciding = ButtonInteraction | ModalSubmitInteraction | ChatInputCommandInteraction;

/** The names that buttons and forms carry: what is decided, about which evidence. */
export function decisionNamed(customId: string): { decision: Decision["decision"]; evidence: string } | undefined {
  const [, decision, evidence] = /^(confirm|dismiss):([\w-]{1,80})$/.exec(customId) ?? [];
  return decision && evidence ? { decision: decision as Decision["decision"], evidence } : undefined;
}

export const REASON = "reason";

/** The form that asks why a signal is dismissed. */
export function reasonForm(evidence: string, language: Language): ModalBuilder {
  const talk = talkIn(language);
  const why = new TextInputBuilder()
    .setCustomId(REASON)
    .setLabel(talk.dismissWhy)
    .setStyle(TextInputStyle.Short)
    .setMaxLength(300)
    .setRequired(false);
  return new ModalBuilder()
    .setCustomId(`dismiss:${evidence}`)
    .setTitle(talk.dismissTitle)
    .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(why));
}

/**
 * Why this person may not decide here; undefined when they may. A decision holds for everybody who reads of the watch, so
 * only the servers of whoever runs the bot take part. Commands are held back by Discord itself, as the server's own
 * settings say; buttons are not.
 */
export function refusedToDecide(
  desk: Desk,
  asked: Deciding,
  homes: ReadonlySet<string>,
  language: Language,
): string | undefined {
  const talk = talkIn(language);
  if (!asked.guildId || !homes.has(asked.guildId)) return talk.notThisServer;
  if (asked.isChatInputCommand()) return undefined;
  const { deciders } = desk.settings.discord;
  const mayManage = asked.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return mayManage || rolesOf(asked).some((role) => deciders.includes(role)) ? undefined : talk.mayNotDecide;
}

function rolesOf({ member }: Deciding): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/** Records the decision, acts on it, and has it told. */
export async function decide(
  desk: Desk,
  asked: Deciding,
  { decision, evidence, reason }: Omit<Decision, "by">,
  language: Language,
): Promise<Reply> {
  const talk = talkIn(language);
  const found = (await allEvidence(desk.watches, desk.store)).find(({ item }) => item.id === evidence);
  if (!found) return { content: talk.noSuchEvidence(plain(evidence, 80)) };
  const by = asked.user.username;
  await desk.store.decisions.leave(found.watch.id, { evidence, decision, by, reason }, desk.clock.now());
  await desk.watcher.applyDecisions();
  desk.log.info({ event: "decided", watch: found.watch.id, evidence, decision, by, member: asked.user.id }, "decided");
  desk.tellNow();
  return { content: talk.decided[decision](plain(found.item.title, 300)) };
}
