/** The conversation of `add`: what was not said is asked for, and what is proposed can be changed. */
import { addressIn } from "../drafting/answers.ts";
import { whenSaidToBe } from "../drafting/draft-said.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import { whenSaid } from "../drafting/said-when.ts";
import { UsageError } from "../language/plain-error.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { type Field, NEEDED, WAYS } from "./add-answers.ts";
import type { Asking } from "./asking.ts";
import { readingSaid } from "./draft-words.ts";
import { plain } from "./lines.ts";

/** Asks for what was not said. */
export async function completed(asking: Asking, given: Partial<Said>, today: CivilDate): Promise<Said> {
  let said: Partial<Said> = { ...given };
  for (const field of NEEDED) {
    if (field in said) continue;
    const { text, option, read } = WAYS[field];
    const fallback = field === "on" ? today : undefined;
    said = { ...said, [field]: await asking.ask<Said[Field]>({ text, option, fallback, read }) };
    if (field === "words") said = await withDays(asking, said as Said);
  }
  return "words" in given ? withDays(asking, said as Said) : (said as Said);
}

/** Shows what the words were read as; asks where that is not sure. */
async function withDays(asking: Asking, said: Said): Promise<Said> {
  if (said.latest || said.reading !== undefined) return said;
  const when = whenSaid(said.words, said.on);
  const readings = when.kind === "read" ? when.readings : [];
  asking.say(plain(whenSaidToBe(when, said.on), MOST_OF_WORDS));
  if (readings.length === 1 && readings[0]?.isSure) return said;
  for (const [index, reading] of readings.entries()) asking.say(readingSaid(reading, index + 1));
  const { text, option } = WAYS.latest;
  return asking.ask({
    text: readings.length > 0 ? `Which number is meant? Or: ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text,
    option,
    read: (answer) => {
      const chosen = /^\d$/.test(answer) ? Number(answer) - 1 : undefined;
      if (chosen !== undefined && readings[chosen]) return { ...said, reading: chosen };
      return { ...said, latest: WAYS.latest.read(answer) };
    },
  });
}

const MOST_OF_WORDS = 400;

const CHANGED: Readonly<Record<string, keyof typeof WAYS>> = {
  title: "title",
  who: "by",
  day: "on",
  words: "words",
  link: "link",
  page: "site",
  short: "short",
  publisher: "publisher",
  zone: "zone",
  hosts: "hosts",
  subject: "subject",
  dates: "dates",
  name: "id",
};

/** Shows a draft, and asks what to do with it: to write it, to leave it, or what of it is to be otherwise. */
export async function asked(
  asking: Asking,
  said: Said,
  { sources, refusals, watch }: Draft,
  shown: string,
  reasons: readonly string[],
): Promise<Said | "write" | "leave"> {
  for (const reason of reasons) asking.say(reason);
  // Without a source there is nothing to show: another page is asked for at once.
  if (refusals.some(({ kind }) => ["no-source", "http-only", "sent-elsewhere"].includes(kind))) {
    const { text, option, read } = WAYS.site;
    return { ...said, sources: undefined, hosts: undefined, site: await asking.ask<string>({ text, option, read }) };
  }
  asking.say("");
  asking.show(shown);
  const isGood = reasons.length === 0;
  const choice = await asking.ask({
    text: `${isGood ? "Is that right? Enter writes it; n leaves it." : "That cannot be written yet; n leaves it."} To change something, say what: ${[...Object.keys(CHANGED), "sources", "pages count"].join(", ")}.`,
    ...(isGood ? { fallback: "write" } : {}),
    read: (answer) => {
      const word = answer.toLowerCase();
      if (isGood && ["write", "y", "yes"].includes(word)) return "write" as const;
      if (["n", "no", "leave"].includes(word)) return "leave" as const;
      if (word === "sources" || word === "pages count" || CHANGED[word]) return word;
      throw new UsageError(`“${answer.slice(0, 60)}” is none of these`);
    },
  });
  if (choice === "write" || choice === "leave") return choice;
  if (choice === "pages count") return { ...said, html: !watch.evidence.html };
  if (choice === "sources") return withSources(asking, said, sources);
  const field = CHANGED[choice] as keyof typeof WAYS;
  const { text, option, read } = WAYS[field];
  const changed: Said = { ...said, [field]: await asking.ask<Said[Field]>({ text, option, read }) };
  return field === "words" || field === "on"
    ? withDays(asking, { ...changed, reading: undefined, latest: undefined })
    : changed;
}

async function withSources(asking: Asking, said: Said, sources: Draft["sources"]): Promise<Said> {
  return asking.ask({
    text: "The numbers of those to leave out, or addresses to watch besides, with spaces between.",
    option: "--source",
    read: (answer) => {
      const parts = answer.split(/[\s,]+/).filter(Boolean);
      const numbers = parts.filter((part) => /^\d{1,2}$/.test(part)).map((part) => sources[Number(part) - 1]?.url);
      if (parts.length === 0 || numbers.includes(undefined))
        throw new UsageError("Write numbers that stand before the sources, or addresses");
      const more = parts.filter((part) => !/^\d{1,2}$/.test(part)).map(addressIn);
      const without = [...(said.without ?? []), ...numbers.filter((url) => url !== undefined)];
      const others = sources.map(({ url }) => url).filter((url) => url !== said.site);
      return { ...said, without, ...(more.length > 0 ? { sources: [...others, ...more] } : {}) };
    },
  });
}
