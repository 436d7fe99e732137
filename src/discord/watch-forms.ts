/** The forms by which a watch is added, changed before it is written, and removed. */
import type { ModalBuilder, ModalSubmitInteraction } from "discord.js";
import type { Draft } from "../drafting/drafted.ts";
import type { Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import type { Typed } from "./drafts.ts";
import { formOf, MOST_TYPED, typedIn } from "./forms.ts";
import { inOneLine } from "./who-and-when.ts";

/** Characters, as a watch and its drafting take them. */
export const MOST = { title: 200, name: 200, words: 600, address: 2000 } as const;
/** Of a date behind a name, and of three. */
const MOST_DATE = 50;

const SAID = {
  title: { most: MOST.title },
  who: { most: MOST.name + MOST_DATE },
  words: { most: MOST.words, isLong: true },
  link: { most: MOST.address, isOptional: true },
  site: { most: MOST.address },
} as const;

/** What a person knows. @param typed what they typed before */
export function saidForm(id: string, language: Language, typed?: Typed): ModalBuilder {
  const { forms, said } = talkIn(language).upkeep;
  const fields = Object.entries(SAID).map(([name, { most, ...how }]) => ({
    ...{ id: name, ...said[name as keyof Typed], ...how },
    value: typed?.[name as keyof Typed],
    most,
  }));
  return formOf(id, forms.said, fields);
}

/** What is proposed, to be written over. */
export function proposedForm(
  id: string,
  language: Language,
  { watch, hosts, sources, subject, promised }: Draft,
): ModalBuilder {
  const { forms, proposed } = talkIn(language).upkeep;
  const { horizon } = promised;
  const values = {
    publisher: watch.publisher.name,
    hosts: hosts.map(({ host }) => host).join(" "),
    sources: sources.map(({ url }) => url).join("\n"),
    subject: subject.groups.map((group) => group.join(", ")).join("; "),
    days: horizon ? [horizon.earliest, horizon.likely, horizon.latest].join(", ") : "",
  };
  const fields = Object.entries(values).map(([name, value]) => ({
    ...{ id: name, ...proposed[name as keyof typeof values], value, isOptional: true },
    most: name === "publisher" ? MOST.name : name === "days" ? 3 * MOST_DATE : MOST_TYPED,
    isLong: name === "sources" || name === "subject",
  }));
  return formOf(id, forms.proposed, fields);
}

/** @param says what comes of it @param name what is to be typed */
export function removeForm(id: string, language: Language, says: string, name: string): ModalBuilder {
  const { forms, remove } = talkIn(language).upkeep;
  return formOf(id, forms.remove, [{ id: NAME, asks: remove.name, hint: name, most: MOST.title }], says);
}

export const NAME = "name";

/** By question, each in one line. */
export function typedSaid(asked: ModalSubmitInteraction): Typed {
  const names = Object.entries(SAID).map(([name, { most }]) => [name, inOneLine(typedIn(asked, name)).slice(0, most)]);
  return Object.fromEntries(names) as Typed;
}
