/** What is typed into the forms of a watch in the making, read; or sentences about what cannot be. */
import type { ModalSubmitInteraction } from "discord.js";
import { plain } from "../deliver/channels/discord/embed.ts";
import {
  MOST,
  readAddress,
  readAddresses,
  readDays,
  readHosts,
  readSubject,
  readWhoAndWhen,
} from "../drafting/answers.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import type { UpkeepTalk } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import type { Typed } from "./drafts.ts";
import { typedIn } from "./forms.ts";

/** Of what could not be read, so many characters are shown. */
const MOST_SHOWN = 100;

/** What a person means by what they typed; or what is wrong about it. */
export type Read = { said: Said } | { faults: string[] };

/** What a person said, from what they typed. @param before what they said so far: what does not hang on what is now another stays */
export function readSaid(typed: Typed, language: Language, before: Said | undefined): Read {
  const { faults: says, said: questions } = talkIn(language).upkeep;
  const { by, on } = readWhoAndWhen(typed.who, language);
  const [site, link] = [readAddress(typed.site), typed.link === "" ? undefined : readAddress(typed.link)];
  const faults = [
    ...(["title", "words"] as const).flatMap((name) => (typed[name] === "" ? says.empty(questions[name].asks) : [])),
    ...(on === undefined ? [says.noDay] : on === "open" ? [says.openDay] : by === "" ? [says.noName] : []),
    ...(typed.link !== "" && !link ? [wrongAddress(says, typed.link)] : []),
    ...(site ? [] : [wrongAddress(says, typed.site)]),
  ];
  if (faults.length > 0 || !site || !on) return { faults };
  const { title, words } = typed;
  const isSite = before?.site === site;
  const isTitle = before?.title === title;
  const isTiming = before?.words === words && before.on === on;
  const { publisher, hosts, sources, without, subject, reading, latest, likely, earliest } = before ?? {};
  return {
    said: {
      ...{ title, by: by.slice(0, MOST.name), on, words, site, link },
      ...(isSite ? { publisher, hosts, sources, without } : {}),
      ...(isTitle ? { subject } : {}),
      ...(isTiming ? { reading, latest, likely, earliest } : {}),
    },
  };
}

/** What of a proposal a person changed, from what they typed over it. An empty field, and what is as proposed, changes nothing. */
export function readProposed(asked: ModalSubmitInteraction, language: Language, said: Said, made: Draft): Read {
  const { faults: says } = talkIn(language).upkeep;
  const typed = (name: string) => typedIn(asked, name) || undefined;
  const faults: string[] = [];
  const changed: Said = { ...said };
  const publisher = typed("publisher");
  if (publisher && publisher !== made.watch.publisher.name) changed.publisher = publisher.slice(0, MOST.name);
  const hosts = readHosts(typed("hosts") ?? "");
  if ("wrong" in hosts) faults.push(wrongAddress(says, hosts.wrong));
  else if (
    hosts.hosts.length > 0 &&
    !isSame(
      hosts.hosts,
      made.hosts.map(({ host }) => host),
    )
  )
    changed.hosts = hosts.hosts;
  const sources = readAddresses(typed("sources") ?? "");
  if ("wrong" in sources) faults.push(wrongAddress(says, sources.wrong));
  else if (sources.addresses.length > 0) Object.assign(changed, sourcesOf(sources.addresses, said, made));
  const subject = typed("subject");
  const groups = subject === undefined ? made.subject.groups : readSubject(subject);
  if (!groups) faults.push(says.noWords);
  else if (!isSame(groups, made.subject.groups)) changed.subject = groups;
  const days = typed("days");
  const meant = days === undefined ? {} : daysOf(days, language, made);
  if (!meant) faults.push(says.noDays);
  return faults.length > 0 ? { faults } : { said: { ...changed, ...meant } };
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
  const days = readDays(text, language);
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
