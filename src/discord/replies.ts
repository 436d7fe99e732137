/** The steps of an answer: it is put off, shown, written anew. Whatever it says mentions nobody. */
import {
  type ButtonInteraction,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  MessageFlags,
  type ModalBuilder,
  type RepliableInteraction,
} from "discord.js";
import type { Language } from "../watch/names.ts";
import { type Command, type Desk, languageOf, type Reply } from "./desk.ts";

/** Discord waits three seconds for a first answer: it has one at once, whatever the rest takes. */
export async function defer(asked: RepliableInteraction, isPrivate: boolean): Promise<void> {
  await onceMore(asked, () => asked.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
}

/** The message whose button was pressed is what is written anew. */
export async function deferUpdate(asked: Exclude<RepliableInteraction, Command>): Promise<void> {
  await onceMore(asked, async () => {
    if ("deferUpdate" in asked) await asked.deferUpdate();
  });
}

/** A form is a first answer by itself: nothing may come before it. */
export async function showForm(asked: Command | ButtonInteraction, form: ModalBuilder): Promise<void> {
  await onceMore(asked, () => asked.showModal(form));
}

export async function edit(asked: RepliableInteraction, { content, embeds, files, components }: Reply): Promise<void> {
  await asked.editReply({
    ...(content === undefined ? {} : { content }),
    ...(embeds ? { embeds } : {}),
    ...(files ? { files } : {}),
    ...(components ? { components } : {}),
    allowedMentions: { parse: [] },
  });
}

/** Answers what only the person who asked sees. */
export async function privately(
  desk: Desk,
  asked: RepliableInteraction,
  work: (language: Language) => Promise<Reply>,
): Promise<void> {
  await defer(asked, true);
  return edit(asked, await work(languageOf(desk, asked, true)));
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
