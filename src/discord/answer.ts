/** Whatever comes in is answered: which answer, in which language, and who sees it. */
import {
  type ButtonInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from "discord.js";
import { ANSWERS } from "./answers.ts";
import { choices } from "./choices.ts";
import { claim, claimNamed } from "./claims.ts";
import { isCommand, LINK_COMMAND } from "./commands.ts";
import { askAgain, decide, decisionNamed, REASON, reasonForm } from "./decisions.ts";
import { type Command, type Desk, languageOf, noSuchWatch, talkIn, watchesNamed } from "./desk.ts";
import { typedIn } from "./forms.ts";
import { knownOfLinks } from "./links.ts";
import { pageReply, shortName, type Turn, turnNamed } from "./pages.ts";
import { refused } from "./permission.ts";
import { defer, deferUpdate, edit, privately, showForm } from "./replies.ts";
import { stepNamed } from "./steps.ts";
import { type Lasting, openForm, opensForm, takeStep } from "./upkeep.ts";

type Pressed = ButtonInteraction | ModalSubmitInteraction;

/** @throws what Discord's client does, and whatever goes wrong on the way to an answer */
export async function answer(desk: Desk, lasting: Lasting, asked: Interaction): Promise<void> {
  const why = refused(desk, asked, lasting.homes, languageOf(desk, asked, true));
  if (asked.isAutocomplete()) return asked.respond(why ? [] : await choices(desk, asked));
  if (why && asked.isRepliable()) return privately(desk, asked, async () => ({ content: why }));
  if (asked.isChatInputCommand() && isCommand(asked.commandName)) return command(desk, asked, asked.commandName);
  if (asked.isMessageContextMenuCommand() && asked.commandName === LINK_COMMAND)
    return privately(desk, asked, (language) => knownOfLinks(desk, asked.targetMessage, language));
  if (asked.isButton() || asked.isModalSubmit()) return pressed(desk, lasting, asked);
  return notKnown(desk, asked);
}

async function command(desk: Desk, asked: Command, name: keyof typeof ANSWERS): Promise<void> {
  if (opensForm(asked)) return openForm(desk, asked);
  const found = ANSWERS[name];
  const language = languageOf(desk, asked, found.isPrivate);
  await defer(asked, found.isPrivate);
  if ("work" in found) return edit(asked, await found.work(desk, asked, language));
  const named = asked.options.getString("watch");
  const watches = watchesNamed(desk, named);
  if (!watches) return edit(asked, noSuchWatch(asked, language));
  const [only] = named ? watches : [];
  const turn = { command: name, page: 0, watch: only && shortName(only) };
  return edit(asked, pageReply(await found.show(desk, watches, language), turn, language));
}

async function pressed(desk: Desk, lasting: Lasting, asked: Pressed): Promise<void> {
  const turn = turnNamed(asked.customId);
  if (turn && asked.isButton()) return turnPage(desk, asked, turn);
  const step = stepNamed(asked.customId);
  if (step) return takeStep(desk, lasting, asked, step);
  const named = decisionNamed(asked.customId);
  const claimed = claimNamed(asked.customId);
  if (claimed) return privately(desk, asked, (language) => claim(desk, asked, claimed, language));
  if (!named) return notKnown(desk, asked);
  const language = languageOf(desk, asked, true);
  if (asked.isButton() && named.decision === "dismiss") return showForm(asked, reasonForm(named.about, language));
  // A question that was answered is taken away: it is not answered twice.
  if (named.isSure && asked.isButton()) await deferUpdate(asked);
  else await defer(asked, true);
  if (asked.isButton() && named.decision === "confirm" && !named.isSure)
    return edit(asked, await askAgain(desk, named.about, language));
  const reason = asked.isModalSubmit() ? typedIn(asked, REASON) || undefined : undefined;
  return edit(asked, { components: [], ...(await decide(desk, asked, { ...named, reason }, language)) });
}

/** A page is turned for everybody who sees it. */
async function turnPage(desk: Desk, asked: ButtonInteraction, turn: Turn): Promise<void> {
  const found = isCommand(turn.command) ? ANSWERS[turn.command] : undefined;
  if (!found || !("show" in found)) return notKnown(desk, asked);
  const language = languageOf(desk, asked, found.isPrivate);
  await deferUpdate(asked);
  const watches = turn.watch ? desk.watches.filter((watch) => shortName(watch) === turn.watch) : desk.watches;
  return edit(asked, pageReply(await found.show(desk, watches, language), turn, language));
}

/** An older command, another bot's button, a name that somebody made up. */
async function notKnown(desk: Desk, asked: RepliableInteraction): Promise<void> {
  await asked.reply({ content: talkIn(languageOf(desk, asked, true)).notKnown, flags: MessageFlags.Ephemeral });
}
