/** The watches themselves, added and removed from Discord: which step is taken. */
import type { ButtonInteraction, ModalSubmitInteraction, RepliableInteraction } from "discord.js";
import { begin, goOn } from "./adding.ts";
import { type Command, type Desk, languageOf, talkIn } from "./desk.ts";
import type { Drafts } from "./drafts.ts";
import { askToRemove, removeBy } from "./removing.ts";
import { privately, showForm } from "./replies.ts";
import { type Step, stepId } from "./steps.ts";
import { saidForm } from "./watch-forms.ts";

/** What lasts as long as the conversation: the servers of whoever runs the bot, and the watches in the making. */
export interface Lasting {
  homes: ReadonlySet<string>;
  drafts: Drafts;
}

/** Whether a command opens a form, which must be its first answer. */
export function opensForm(asked: Command): boolean {
  return asked.commandName === "watch" && ["add", "remove"].includes(asked.options.getSubcommand(false) ?? "");
}

export async function openForm(desk: Desk, asked: Command): Promise<void> {
  const language = languageOf(desk, asked, true);
  if (!desk.upkeep) return cannot(desk, asked);
  return asked.options.getSubcommand() === "add"
    ? showForm(asked, saidForm(stepId("add"), language))
    : askToRemove(desk, asked, language);
}

/** A button that was pressed, or a form that was sent. */
export async function takeStep(
  desk: Desk,
  { drafts }: Lasting,
  asked: ButtonInteraction | ModalSubmitInteraction,
  step: Step,
): Promise<void> {
  const language = languageOf(desk, asked, true);
  const { upkeep } = desk;
  if (!upkeep) return cannot(desk, asked);
  const own = { desk, upkeep, drafts, language };
  if (!asked.isModalSubmit()) return goOn(own, asked, step);
  if (step.step === "add") return begin(own, asked);
  return step.step === "remove" ? removeBy(own, asked, step.key) : goOn(own, asked, step);
}

function cannot(desk: Desk, asked: RepliableInteraction): Promise<void> {
  return privately(desk, asked, async (language) => ({ content: talkIn(language).upkeep.cannot }));
}
