/** `/watch add`: what a person knows, by a form; then all that is proposed; and it is written when they say so. */
import type { ButtonInteraction, ModalSubmitInteraction, RepliableInteraction, User } from "discord.js";
import { plain } from "../deliver/channels/discord/embed.ts";
import { draft } from "../drafting/draft.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import type { Watching } from "../drafting/site.ts";
import { written } from "../drafting/written.ts";
import { catalogue } from "../message/languages.ts";
import { keep, namesTaken } from "../upkeep/save.ts";
import type { Language } from "../watch/names.ts";
import { type Reply, talkIn } from "./desk.ts";
import type { Changing, Drafts, Making } from "./drafts.ts";
import { notKept } from "./not-kept.ts";
import { addressSaid, proposalReply } from "./proposal.ts";
import { defer, deferUpdate, edit, privately, showForm } from "./replies.ts";
import { type Step, stepId } from "./steps.ts";
import { readProposed, readSaid } from "./watch-answers.ts";
import { proposedForm, saidForm, typedSaid } from "./watch-forms.ts";

/** What has been looked at, of which the newest is shown. */
const MOST_LINES = 10;

/** What was typed into the first form, for a watch that was not begun yet. */
export async function begin(changing: Changing, asked: ModalSubmitInteraction): Promise<void> {
  const { desk, drafts, language } = changing;
  await defer(asked, true);
  const busy = drafts.busy(asked.user.id);
  if (busy) return edit(asked, { content: talkIn(language).upkeep.refusedSteps[busy] });
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
  const making = drafts.find(key, asked.user.id, desk.clock.now());
  const refused = typeof making === "string" ? making : busyWith(drafts, making, asked.isModalSubmit());
  if (refused || typeof making === "string")
    return privately(desk, asked, async () => ({ content: talkIn(language).upkeep.refusedSteps[refused ?? "gone"] }));
  if (asked.isModalSubmit()) return changeBy(changing, asked, making, step);
  const { made, typed } = making;
  if (step === "said") return showForm(asked, saidForm(stepId(step, key), language, typed));
  if (step === "proposed" && made) return showForm(asked, proposedForm(stepId(step, key), language, made));
  if (step === "write" && made?.refusals.length === 0) return write(changing, asked, making, made);
  drafts.leave(making);
  await deferUpdate(asked);
  return edit(asked, { content: talkIn(language).upkeep.left, embeds: [], components: [] });
}

/** What hinders a step: what is on its way for this person ends first. */
function busyWith(
  drafts: Drafts,
  { person, isBeingWritten }: Making,
  looksAnew: boolean,
): "writing" | "own" | "others" | undefined {
  if (isBeingWritten) return "writing";
  const busy = drafts.busy(person);
  return busy === "own" || looksAnew ? busy : undefined;
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
async function proposeAs(
  changing: Changing,
  asked: ModalSubmitInteraction,
  making: Making,
  read: { said: Said } | { faults: string[] },
): Promise<void> {
  const { drafts, language } = changing;
  if ("faults" in read) return edit(asked, proposalReply(making, language, read.faults));
  making.said = read.said;
  return drafts.look(making.person, async () => {
    const isCutShort = await propose(changing, asked, making, read.said);
    const above = isCutShort ? [talkIn(language).upkeep.proposal.cutShort] : [];
    return edit(asked, proposalReply(making, language, above));
  });
}

/** @returns whether there was more to look at than there was time for */
async function propose(
  { desk, upkeep, drafts, language }: Changing,
  asked: RepliableInteraction,
  making: Making,
  said: Said,
): Promise<boolean> {
  const time = AbortSignal.timeout(drafts.longestLook);
  const progress = new Progress(asked, language);
  const { memory } = making;
  const taken = await namesTaken(upkeep.keeping());
  const signal = AbortSignal.any([time, upkeep.ending]);
  try {
    making.made = await draft(upkeep.drafting, said, taken, memory, progress, signal);
  } finally {
    await progress.end();
    making.at = desk.clock.now();
    // What went wrong may go better when they ask again; what was cut short was not looked at.
    for (const [url, { capture }] of memory.seen) if (capture.kind === "failure") memory.seen.delete(url);
    for (const [url, found] of memory.samples) if (!found) memory.samples.delete(url);
  }
  return time.aborted;
}

/** Says what is looked at, as it goes; while that is on its way to Discord, what comes is gathered. */
class Progress implements Watching {
  readonly #asked: RepliableInteraction;
  readonly #language: Language;
  readonly #lines: string[] = [];
  #saying: Promise<void> | undefined;
  #isStale = false;
  #isOver = false;

  constructor(asked: RepliableInteraction, language: Language) {
    this.#asked = asked;
    this.#language = language;
    this.#say();
  }

  readonly looked: NonNullable<Watching["looked"]> = ({ url }, { reading, kind }) => {
    const words = catalogue(this.#language);
    const { read, notRead } = words.talk.upkeep;
    const items = reading.kind === "entries" ? reading.entries.length : undefined;
    const what =
      reading.kind === "problem" || !kind
        ? notRead(reading.kind === "problem" ? plain(words.recorded(reading.detail), 100) : "")
        : read(kind, items);
    this.#lines.push(`${addressSaid(url)}: ${what}`);
    this.#say();
  };

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#saying;
  }

  #say(): void {
    this.#isStale = true;
    this.#saying ??= this.#sayAll().finally(() => {
      this.#saying = undefined;
    });
  }

  async #sayAll(): Promise<void> {
    while (this.#isStale && !this.#isOver) {
      this.#isStale = false;
      const lines = [talkIn(this.#language).upkeep.looking, ...this.#lines.slice(-MOST_LINES)];
      const content = fitting(lines);
      await edit(this.#asked, { content, embeds: [], components: [] }).catch(() => undefined);
    }
  }
}

/** A message's 2,000 characters. */
function fitting(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) if (text.length + line.length < 1900) text += `${text && "\n"}${line}`;
  return text;
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
  { username: by, id: member }: User,
): Promise<Reply> {
  const talk = talkIn(language).upkeep;
  const { id } = made;
  const keeping = upkeep.keeping();
  if ((await namesTaken(keeping)).includes(id)) {
    making.made = { ...made, refusals: [{ kind: "id-taken", id }] };
    return proposalReply(making, language);
  }
  try {
    await keep(keeping, id, written(made), by);
  } catch (error) {
    const { content = "", ...file } = notKept(error, language);
    return { ...proposalReply(making, language, [content]), ...file };
  }
  drafts.leave(making);
  desk.log.info({ event: "watch-added", watch: id, by, member }, "a watch was added");
  await upkeep.taken();
  const isInForce = upkeep.keeping().config.watches.some((watch) => watch.id === id);
  return { content: isInForce ? talk.written(`${id}.yaml`) : talk.notTaken, embeds: [], components: [] };
}
