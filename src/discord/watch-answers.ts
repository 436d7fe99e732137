/** What is typed into the forms of a watch in the making, read; or sentences about what cannot be. */
import type { ModalSubmitInteraction } from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import { addressesIn, addressIn, groupsIn, hostsIn } from "../drafting/answers.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import { UsageError } from "../language/plain-error.ts";
import type { UpkeepTalk } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import type { Typed } from "./drafts.ts";
import { typedIn } from "./forms.ts";
import { MOST } from "./watch-forms.ts";
import { daysIn, inOneLine, whoAndWhen } from "./who-and-when.ts";

/** Each is looked at. */
const MOST_SOURCES = 20;
/** Of what could not be read, so many characters are shown. */
const MOST_SHOWN = 100;

/** What a person means by what they typed; or what is wrong about it. */
export type Read = { said: Said } | { faults: string[] };

/** What a person said, from what they typed. @param before what they said so far: what does not hang on what is now another stays */
export function readSaid(typed: Typed, language: Language, before: Said | undefined): Read {
  const { faults: says, said: questions } = talkIn(language).upkeep;
  const { title, words } = typed;
  const { by, on } = whoAndWhen(typed.who, language);
  const site = tried(addressIn, typed.site);
  const link = typed.link === "" ? undefined : tried(addressIn, typed.link);
  const faults = [
    ...(["title", "words"] as const).flatMap((name) => (typed[name] === "" ? says.empty(questions[name].asks) : [])),
    ...(on === undefined ? [says.noDay] : on === "open" ? [says.openDay] : by === "" ? [says.noName] : []),
    ...(typed.link !== "" && !link ? [wrongAddress(says, typed.link)] : []),
    ...(site ? [] : [wrongAddress(says, typed.site)]),
  ];
  if (faults.length > 0 || !site || !on) return { faults };
  const { publisher, hosts, sources, without, subject, reading, latest, likely, earliest } = before ?? {};
  return {
    said: {
      ...{ title, by: by.slice(0, MOST.name), on, words, site, link },
      ...(before?.site === site ? { publisher, hosts, sources, without } : {}),
      ...(before?.title === title ? { subject } : {}),
      ...(before?.words === words && before.on === on ? { reading, latest, likely, earliest } : {}),
    },
  };
}

/** What of a proposal a person changed, from what they typed over it. An empty field, and what is as proposed, changes nothing. */
export function readProposed(asked: ModalSubmitInteraction, language: Language, said: Said, made: Draft): Read {
  const { faults: says } = talkIn(language).upkeep;
  const typed = (name: string) => typedIn(asked, name) || undefined;
  const faults: string[] = [];
  const readAs = <Value>(name: string, read: (text: string) => Value, fault: (text: string) => string) => {
    const text = typed(name);
    const value = text === undefined ? undefined : tried(read, text);
    if (text !== undefined && value === undefined) faults.push(fault(text));
    return value;
  };
  const { publisher: proposed } = made.watch;
  const publisher = inOneLine(typed("publisher") ?? proposed.name).slice(0, MOST.name);
  const hosts = readAs("hosts", hostsIn, (text) => wrongAddress(says, text));
  const sources = readAs("sources", addressesIn, (text) => wrongAddress(says, text));
  const subject = readAs("subject", groupsIn, () => says.noWords);
  const days = readAs(
    "days",
    (text) => daysOf(text, language, made),
    () => says.noDays,
  );
  if (sources && sources.length > MOST_SOURCES) faults.push(says.manyAddresses);
  if (faults.length > 0) return { faults };
  return {
    said: {
      ...said,
      ...(publisher === proposed.name ? {} : { publisher }),
      ...(hosts && !isSame(hosts, proposed.hosts) ? { hosts: [...new Set(hosts)] } : {}),
      ...(sources ? sourcesOf(sources, said, made) : {}),
      ...(subject && !isSame(subject, made.subject.groups) ? { subject } : {}),
      ...days,
    },
  };
}

/** Undefined for what cannot be read: it is said in the person's own language. */
function tried<Value>(read: (text: string) => Value, text: string): Value | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Those that are looked at: the page itself is, unless it is left out. */
function sourcesOf(
  addresses: readonly string[],
  { without = [] }: Said,
  { sources, site }: Draft,
): Pick<Said, "sources" | "without"> {
  const proposed = sources.map(({ url }) => url);
  if (isSame(addresses, proposed)) return {};
  const left = [...without, ...proposed].filter((url) => !addresses.includes(url));
  return { sources: addresses.filter((url) => url !== site.address), without: [...new Set(left)] };
}

/** A reading that is chosen by its number, the last day alone, or three days. Undefined for anything else. */
function daysOf(
  text: string,
  language: Language,
  { promised: { horizon, when } }: Draft,
): Pick<Said, "reading" | "latest" | "likely" | "earliest"> | undefined {
  const none = { reading: undefined, latest: undefined, likely: undefined, earliest: undefined };
  const number = /^\d$/.test(text) ? Number(text) - 1 : undefined;
  if (number !== undefined)
    return when.kind === "read" && when.readings[number] ? { ...none, reading: number } : undefined;
  const days = daysIn(text, language);
  const [first, second, third] = days ?? [];
  if (days?.length === 1) return { ...none, latest: first };
  if (days?.length !== 3) return undefined;
  if (horizon && isSame(days, [horizon.earliest, horizon.likely, horizon.latest])) return {};
  return { ...none, earliest: first, likely: second, latest: third };
}

function wrongAddress({ address }: UpkeepTalk["faults"], text: string): string {
  return address(plain(text, MOST_SHOWN));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
