/** The forms by which a watch is added, changed before it is written, and removed. */
import type { ModalBuilder, ModalSubmitInteraction } from "discord.js";
import { MOST } from "../drafting/answers.ts";
import type { Draft } from "../drafting/drafted.ts";
import type { Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import type { Typed } from "./drafts.ts";
import { formOf, MOST_TYPED, typedIn } from "./forms.ts";

/** Characters of an address. */
const MOST_ADDRESS = 2000;
const MOST_DAYS = 100;

const SAID = {
  title: { most: MOST.title },
  who: { most: MOST.name + 50 },
  words: { most: MOST.words, isLong: true },
  link: { most: MOST_ADDRESS, isOptional: true },
  site: { most: MOST_ADDRESS },
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
    most: name === "publisher" ? MOST.name : name === "days" ? MOST_DAYS : MOST_TYPED,
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

export function typedSaid(asked: ModalSubmitInteraction): Typed {
  const names = Object.entries(SAID).map(([name, { most }]) => [name, typedIn(asked, name).slice(0, most)]);
  return Object.fromEntries(names) as Typed;
}
