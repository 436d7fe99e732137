/** `/watch add`: what a person knows, by a form; then all that is proposed; and it is written when they say so. */
import { once } from "node:events";
import type { ButtonInteraction, ModalSubmitInteraction, User } from "discord.js";
import { draft } from "../drafting/draft.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import { written } from "../drafting/written.ts";
import { keep, namesTaken } from "../upkeep/save.ts";
import { inTheirNames } from "./command-names.ts";
import { personOf, type Reply, talkIn } from "./desk.ts";
import type { Changing, Making } from "./drafts.ts";
import { notKept } from "./not-kept.ts";
import { Progress } from "./progress.ts";
import { proposalReply } from "./proposal.ts";
import { defer, deferUpdate, edit, privately, showForm } from "./replies.ts";
import { type Step, stepId } from "./steps.ts";
import { type Read, readProposed, readSaid } from "./watch-answers.ts";
import { proposedForm, saidForm, typedSaid } from "./watch-forms.ts";

/** What was typed into the first form, for a watch that was not begun yet. */
export async function begin(changing: Changing, asked: ModalSubmitInteraction): Promise<void> {
  const { desk, drafts, language } = changing;
  await defer(asked, true);
  if (drafts.isLooking(asked.user.id)) return edit(asked, { content: talkIn(language).upkeep.refusedSteps.looking });
  const making = drafts.begin(asked.user.id, typedSaid(asked), desk.clock.now());
  await proposeAs(changing, asked, making, readSaid(making.typed, language, undefined));
}

/** A button of a proposal, or a form that one opened. */
export async function goOn(
  changing: Changing,
  asked: ButtonInteraction | ModalSubmitInteraction,
  { step, key }: Step,
): Promise<void> {
  const { desk, drafts, language } = changing;
  const talk = talkIn(language).upkeep;
  const making = drafts.find(key, asked.user.id, desk.clock.now());
  if (typeof making === "string")
    return privately(desk, asked, async () => ({ content: inTheirNames(language, talk.refusedSteps[making]) }));
  if (asked.isModalSubmit()) return changeBy(changing, asked, making, step);
  const { made, typed } = making;
  if (step === "said") return showForm(asked, saidForm(stepId(step, key), language, typed));
  if (step === "proposed" && made) return showForm(asked, proposedForm(stepId(step, key), language, made));
  if (step === "write" && made?.refusals.length === 0) return write(changing, asked, making, made);
  await deferUpdate(asked);
  if (step !== "leave") return edit(asked, proposalReply(making, language));
  drafts.leave(making);
  return edit(asked, { content: talk.left, embeds: [], components: [] });
}

async function changeBy(
  changing: Changing,
  asked: ModalSubmitInteraction,
  making: Making,
  step: Step["step"],
): Promise<void> {
  const { language } = changing;
  await deferUpdate(asked);
  const { said, made } = making;
  if (step === "proposed" && said && made)
    return proposeAs(changing, asked, making, readProposed(asked, language, said, made));
  making.typed = typedSaid(asked);
  return proposeAs(changing, asked, making, readSaid(making.typed, language, said));
}

/** Looks for what was said, and shows what comes of it; or says what of it could not be read. */
async function proposeAs(changing: Changing, asked: ModalSubmitInteraction, making: Making, read: Read): Promise<void> {
  const { desk, drafts, language } = changing;
  if ("faults" in read) return edit(asked, proposalReply(making, language, read.faults));
  const talk = talkIn(language).upkeep;
  making.said = read.said;
  const progress = new Progress(asked, language, drafts.isFull);
  const looked = await drafts.look(making, async (time) => {
    progress.begin();
    try {
      return await drafted(changing, making, read.said, progress, time);
    } finally {
      await progress.end();
    }
  });
  if (!looked) return edit(asked, { content: inTheirNames(language, talk.refusedSteps.gone), components: [] });
  making.made = looked.made;
  making.at = desk.clock.now();
  return edit(asked, proposalReply(making, language, looked.isCutShort ? [talk.proposal.cutShort] : []));
}

/** @returns undefined where the bot ends meanwhile: it waits for no site that hangs */
async function drafted(
  { upkeep }: Changing,
  { memory }: Making,
  said: Said,
  progress: Progress,
  time: AbortSignal,
): Promise<{ made: Draft; isCutShort: boolean } | undefined> {
  const { ending, drafting } = upkeep;
  if (ending.aborted) return undefined;
  const over = new AbortController();
  const ended = once(ending, "abort", { signal: over.signal }).then(
    () => undefined,
    () => undefined,
  );
  try {
    const taken = await namesTaken(upkeep.keeping());
    const making = draft(drafting, said, taken, memory, progress, AbortSignal.any([time, ending]));
    const made = await Promise.race([making, ended]);
    return made && { made, isCutShort: time.aborted };
  } finally {
    over.abort();
  }
}

/** Once, however often it is pressed; what could not be written stays as it was proposed. */
async function write(changing: Changing, asked: ButtonInteraction, making: Making, made: Draft): Promise<void> {
  making.isBeingWritten = true;
  try {
    await deferUpdate(asked);
    const reply = await changing.drafts.inTurn(() => keepDraft(changing, making, made, asked.user));
    await edit(asked, reply);
  } finally {
    making.isBeingWritten = false;
  }
}

async function keepDraft(
  { desk, upkeep, drafts, language }: Changing,
  making: Making,
  made: Draft,
  user: User,
): Promise<Reply> {
  const talk = talkIn(language).upkeep;
  const { id } = made;
  const keeping = upkeep.keeping();
  if ((await namesTaken(keeping)).includes(id)) {
    making.made = { ...made, refusals: [{ kind: "id-taken", id }] };
    return proposalReply(making, language);
  }
  try {
    await keep(keeping, id, written(made), personOf(user));
  } catch (error) {
    const { content = "", ...file } = notKept(error, language);
    return { ...proposalReply(making, language, [content]), ...file };
  }
  drafts.leave(making);
  const by = await desk.store.persons.handleOf(personOf(user));
  desk.log.info({ event: "watch-added", watch: id, by }, "a watch was added");
  await upkeep.taken();
  const isInForce = upkeep.keeping().config.watches.some((watch) => watch.id === id);
  return { content: isInForce ? talk.written(id) : talk.notTaken, embeds: [], components: [] };
}
