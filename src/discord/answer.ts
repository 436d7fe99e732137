/** Whatever comes in is answered: which answer, in which language, and who sees it. */
import {
  type ButtonInteraction,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Language } from "../watch/names.ts";
import { ANSWERS } from "./answers.ts";
import { choices } from "./choices.ts";
import { claim, claimNamed } from "./claims.ts";
import { isCommand, LINK_COMMAND } from "./commands.ts";
import { askAgain, decide, decisionNamed, REASON, reasonForm, refusedToDecide } from "./decisions.ts";
import { type Command, type Desk, languageOf, noSuchWatch, type Reply, talkIn, watchesNamed } from "./desk.ts";
import { knownOfLinks } from "./links.ts";
import { pageReply, shortName, type Turn, turnNamed } from "./pages.ts";

type Homes = ReadonlySet<string>;
type Pressed = ButtonInteraction | ModalSubmitInteraction;

/** @throws what Discord's client does, and whatever goes wrong on the way to an answer */
export async function answer(desk: Desk, homes: Homes, asked: Interaction): Promise<void> {
  if (asked.isAutocomplete()) return asked.respond(await choices(desk, asked));
  if (asked.isChatInputCommand() && isCommand(asked.commandName)) return command(desk, homes, asked, asked.commandName);
  if (asked.isMessageContextMenuCommand() && asked.commandName === LINK_COMMAND)
    return privately(desk, asked, (language) => knownOfLinks(desk, asked.targetMessage, language));
  if (asked.isButton() || asked.isModalSubmit()) return pressed(desk, homes, asked);
  return notKnown(desk, asked);
}

async function command(desk: Desk, homes: Homes, asked: Command, name: keyof typeof ANSWERS): Promise<void> {
  const found = ANSWERS[name];
  const language = languageOf(desk, asked, found.isPrivate);
  const isDecision = name === "confirm" || name === "dismiss";
  const refused = isDecision ? refusedToDecide(desk, asked, homes, language) : undefined;
  // Discord waits three seconds for a first answer: it has one at once, whatever the rest takes.
  await defer(asked, found.isPrivate);
  if (refused) return edit(asked, { content: refused });
  if ("work" in found) return edit(asked, await found.work(desk, asked, language));
  const named = asked.options.getString("watch");
  const watches = watchesNamed(desk, named);
  if (!watches) return edit(asked, noSuchWatch(asked, language));
  const [only] = named ? watches : [];
  const turn = { command: name, page: 0, watch: only && shortName(only) };
  return edit(asked, pageReply(await found.show(desk, watches, language), turn, language));
}

async function pressed(desk: Desk, homes: Homes, asked: Pressed): Promise<void> {
  const turn = turnNamed(asked.customId);
  if (turn && asked.isButton()) return turnPage(desk, asked, turn);
  const named = decisionNamed(asked.customId);
  const claimed = claimNamed(asked.customId);
  if (!named && !claimed) return notKnown(desk, asked);
  const language = languageOf(desk, asked, true);
  const refused = refusedToDecide(desk, asked, homes, language);
  if (!named)
    return privately(desk, asked, async () =>
      refused ? { content: refused } : claim(desk, asked, claimed ?? "", language),
    );
  if (!refused && asked.isButton() && named.decision === "dismiss")
    return void (await asked.showModal(reasonForm(named.about, language)));
  // A question that was answered is taken away: it is not answered twice.
  if (named.isSure && asked.isButton()) await deferUpdate(asked);
  else await defer(asked, true);
  if (refused) return edit(asked, { content: refused, components: [] });
  if (asked.isButton() && named.decision === "confirm" && !named.isSure)
    return edit(asked, await askAgain(desk, named.about, language));
  const reason = asked.isModalSubmit() ? reasonIn(asked) : undefined;
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

function reasonIn({ fields }: ModalSubmitInteraction): string | undefined {
  const field = fields.fields.get(REASON);
  return field && "value" in field && typeof field.value === "string" ? field.value.trim() || undefined : undefined;
}

async function privately(
  desk: Desk,
  asked: RepliableInteraction,
  work: (language: Language) => Promise<Reply>,
): Promise<void> {
  await defer(asked, true);
  return edit(asked, await work(languageOf(desk, asked, true)));
}

/** An older command, another bot's button, a name that somebody made up. */
async function notKnown(desk: Desk, asked: RepliableInteraction): Promise<void> {
  await asked.reply({ content: talkIn(languageOf(desk, asked, true)).notKnown, flags: MessageFlags.Ephemeral });
}

async function defer(asked: RepliableInteraction, isPrivate: boolean): Promise<void> {
  await onceMore(asked, () => asked.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
}

async function deferUpdate(asked: ButtonInteraction): Promise<void> {
  await onceMore(asked, () => asked.deferUpdate());
}

/** When the answer to a deferral was lost, Discord's client asks again, and is told that it was taken already. */
async function onceMore(asked: RepliableInteraction, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isTaken = error instanceof DiscordAPIError && error.code === Code.InteractionHasAlreadyBeenAcknowledged;
    if (!isTaken) throw error;
    asked.deferred = true;
  }
}

async function edit(asked: RepliableInteraction, { content, embeds, files, components }: Reply): Promise<void> {
  await asked.editReply({
    ...(content === undefined ? {} : { content }),
    ...(embeds ? { embeds } : {}),
    ...(files ? { files } : {}),
    ...(components ? { components } : {}),
    allowedMentions: { parse: [] },
  });
}
