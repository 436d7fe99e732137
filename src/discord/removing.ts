/** `/watch remove`: a watch is looked at no more, once its name was typed. */
import { createHash } from "node:crypto";
import type { ModalSubmitInteraction } from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import { archive } from "../upkeep/save.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type Command, type Desk, noSuchWatch, personOf, type Reply, talkIn, watchesNamed } from "./desk.ts";
import type { Changing } from "./drafts.ts";
import { typedIn } from "./forms.ts";
import { notKept } from "./not-kept.ts";
import { defer, edit, privately, showForm } from "./replies.ts";
import { stepId } from "./steps.ts";
import { NAME, removeForm } from "./watch-forms.ts";

const TITLE = 200;

export async function askToRemove(desk: Desk, asked: Command, language: Language): Promise<void> {
  const [watch] = watchesNamed(desk, asked.options.getString("watch", true)) ?? [];
  const { remove, onlyWatch } = talkIn(language).upkeep;
  if (!watch) return privately(desk, asked, async () => noSuchWatch(asked, language));
  if (desk.watches.length === 1) return privately(desk, asked, async () => ({ content: onlyWatch }));
  const says = remove.says(plain(watch.title, TITLE));
  return showForm(asked, removeForm(stepId("remove", markOf(watch)), language, says, watch.id));
}

/** @param mark of the watch that the form was about */
export async function removeBy(
  { desk, upkeep, drafts, language }: Changing,
  asked: ModalSubmitInteraction,
  mark: string,
): Promise<void> {
  await defer(asked, true);
  const typed = typedIn(asked, NAME);
  const remove = async (): Promise<Reply> => {
    const talk = talkIn(language).upkeep;
    const watch = desk.watches.find((one) => markOf(one) === mark);
    if (!watch) return { content: talk.changedMeanwhile };
    const { id, title } = watch;
    if (typed.toLowerCase() !== id.toLowerCase() && typed !== title) return { content: talk.remove.otherName };
    if (desk.watches.length === 1) return { content: talk.onlyWatch };
    const person = personOf(asked.user);
    try {
      await archive(upkeep.keeping(), id, person);
    } catch (error) {
      return notKept(error, language);
    }
    const by = await desk.store.persons.handleOf(person);
    desk.log.info({ event: "watch-removed", watch: id, by }, "a watch was removed");
    await upkeep.taken();
    return { content: talk.remove.removed(plain(title, TITLE)) };
  };
  return edit(asked, await drafts.inTurn(remove));
}

/** A watch as a form names it, whatever its id is like. */
function markOf({ id }: Watch): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 16);
}
