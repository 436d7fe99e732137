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
import { shownInstant } from "../deliver/channels/discord/embed.ts";
import { plain, shownAddress } from "../deliver/channels/discord/plain.ts";
import type { Decision, StatementDecision } from "../judge/decision.ts";
import { allEvidence, allProposals } from "../status/overview.ts";
import type { Person } from "../store/persons.ts";
import type { Taken } from "../store/taking.ts";
import type { Language } from "../watch/names.ts";
import { type Desk, personOf, type Reply, talkIn } from "./desk.ts";
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

/** Records the decision, acts on it, and has it told: once, whoever else decides the same. */
export async function decide(
  desk: Desk,
  { user }: Pick<Deciding, "user">,
  { decision, about, reason }: Named & { reason?: string | undefined },
  language: Language,
): Promise<Reply> {
  const talk = talkIn(language);
  const person = personOf(user);
  const left =
    decision === "add" || decision === "none"
      ? await leaveOnStatement(desk, { statement: about, decision: decision === "add" ? "add" : "dismiss" }, person)
      : await leaveOnEvidence(desk, { evidence: about, decision, reason }, person);
  if (!left) return { content: talk.noSuchEvidence(plain(about, 80)) };
  const { taken, watch, name } = left;
  await desk.watcher.people.act();
  if (taken.kind === "taken") {
    desk.log.info({ event: "decided", watch, about, decision, by: taken.by }, "decided");
    desk.tellNow();
    return { content: talk.decided[decision](plain(name, 300)) };
  }
  if (taken.kind === "otherwise") return { content: talk.decidedOtherwise };
  const isOwn = taken.by === (await desk.store.persons.handleOf(person));
  return { content: talk.decidedBefore(decision, isOwn, shownInstant(taken.at)) };
}

interface Left {
  taken: Taken;
  /** The watch that it is about, and what that is called. */
  watch: string;
  name: string;
}

/** @returns undefined when there is no such evidence */
async function leaveOnEvidence(
  { store, watches, clock }: Desk,
  decision: Omit<Decision, "by">,
  person: Person,
): Promise<Left | undefined> {
  const found = (await allEvidence(watches, store)).find(({ item }) => item.id === decision.evidence);
  if (!found) return undefined;
  const taken = await store.decisions.leave(found.watch.id, decision, person, clock.now());
  return { taken, watch: found.watch.id, name: found.item.title };
}

async function leaveOnStatement(
  { store, watches, clock }: Desk,
  decision: Omit<StatementDecision, "by">,
  person: Person,
): Promise<Left | undefined> {
  const found = (await allProposals(watches, store)).find(({ item }) => item.id === decision.statement);
  if (!found) return undefined;
  const taken = await store.statements.leave(found.watch.id, decision, person, clock.now());
  return { taken, watch: found.watch.id, name: found.item.statement.phrase };
}
