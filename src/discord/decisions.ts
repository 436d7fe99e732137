/** A person's word on a piece of evidence or a proposed statement, through a button, a form or a command. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type ModalBuilder,
  type ModalSubmitInteraction,
} from "discord.js";
import { plain, shownAddress } from "../deliver/channels/discord/plain.ts";
import type { Decision, StatementDecision } from "../judge/decision.ts";
import { allEvidence, allProposals } from "../status/overview.ts";
import type { Language } from "../watch/names.ts";
import { type Desk, type Reply, talkIn } from "./desk.ts";
import { formOf } from "./forms.ts";

export type Deciding = ButtonInteraction | ModalSubmitInteraction | ChatInputCommandInteraction;

/** What can be decided: of evidence, whether it is the report; of a proposed statement, whether it counts. */
interface Named {
  decision: "confirm" | "dismiss" | "add" | "none";
  /** The id of the evidence, or of the statement. */
  about: string;
  /** Whether whoever decides was asked once more. */
  isSure?: boolean;
}

/** The names that buttons and forms carry: what is decided, about what. */
export function decisionNamed(customId: string): Named | undefined {
  const [, decision, about] = /^(confirm|really|dismiss|add|none):([\w-]{1,80})$/.exec(customId) ?? [];
  if (!decision || !about) return undefined;
  return decision === "really"
    ? { decision: "confirm", about, isSure: true }
    : { decision: decision as Named["decision"], about };
}

/** Before everybody is told that it is published, whoever says so is asked once more. */
export async function askAgain(desk: Desk, evidence: string, language: Language): Promise<Reply> {
  const found = (await allEvidence(desk.watches, desk.store)).find(({ item }) => item.id === evidence);
  const talk = talkIn(language);
  if (!found) return { content: talk.noSuchEvidence(plain(evidence, 80)) };
  const { title, url } = found.item;
  const really = new ButtonBuilder()
    .setCustomId(`really:${evidence}`)
    .setLabel(talk.reallyButton)
    .setStyle(ButtonStyle.Success);
  return {
    content: `${talk.really(plain(title, 300))}${url.length <= 1000 ? `\n${shownAddress(url)}` : ""}`,
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(really)],
  };
}

export const REASON = "reason";

/** The form that asks why a signal is dismissed. */
export function reasonForm(evidence: string, language: Language): ModalBuilder {
  const talk = talkIn(language);
  return formOf(`dismiss:${evidence}`, talk.dismissTitle, [
    { id: REASON, asks: talk.dismissWhy, most: 300, isOptional: true },
  ]);
}

/** Records the decision, acts on it, and has it told. */
export async function decide(
  desk: Desk,
  asked: Deciding,
  { decision, about, reason }: Named & { reason?: string | undefined },
  language: Language,
): Promise<Reply> {
  const talk = talkIn(language);
  const by = asked.user.username;
  const left =
    decision === "add" || decision === "none"
      ? await leaveOnStatement(desk, { statement: about, decision: decision === "add" ? "add" : "dismiss", by })
      : await leaveOnEvidence(desk, { evidence: about, decision, by, reason });
  if (!left) return { content: talk.noSuchEvidence(plain(about, 80)) };
  await desk.watcher.people.act();
  desk.log.info({ event: "decided", watch: left.watch, about, decision, by, member: asked.user.id }, "decided");
  desk.tellNow();
  return { content: talk.decided[decision](plain(left.name, 300)) };
}

/** @returns the watch that it is about and what it is called; undefined when there is no such evidence */
async function leaveOnEvidence({ store, watches, clock }: Desk, decision: Decision) {
  const found = (await allEvidence(watches, store)).find(({ item }) => item.id === decision.evidence);
  if (!found) return undefined;
  await store.decisions.leave(found.watch.id, decision, clock.now());
  return { watch: found.watch.id, name: found.item.title };
}

async function leaveOnStatement({ store, watches, clock }: Desk, decision: StatementDecision) {
  const found = (await allProposals(watches, store)).find(({ item }) => item.id === decision.statement);
  if (!found) return undefined;
  await store.statements.leave(found.watch.id, decision, clock.now());
  return { watch: found.watch.id, name: found.item.statement.phrase };
}
