/** A watch: a commitment, the sources that are polled for it, and its rules of evidence. */
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { DateOrder } from "../time/date-order.ts";
import type { InstantText } from "../time/instant.ts";
import type { Language, OaiPrefix, SourceKind, Witness } from "./names.ts";
import type { NamedDay, Statement } from "./statement.ts";

export interface Watch {
  /** By which its data is known: as it says itself, or else its file's name without .yaml. */
  id: string;
  /** What was promised. */
  title: string;
  /** What messages call it, in a few words: the same in every language, or each in its own; the title when left out. */
  short?: string | Partial<Record<Language, string>> | undefined;
  publisher: Publisher;
  statements: Statement[];
  /** Days that a time phrase may call by name. */
  days?: NamedDay[] | undefined;
  evidence: EvidenceRules;
  sources: Source[];
  /** Nothing of it is looked at or told for now. */
  paused?: boolean | undefined;
  /** Until that day begins at the publisher's, only what is most urgent of it is told. */
  mute_until?: CivilDate | undefined;
  /** How it stands to the record of such promises: nothing of it is said; or the document's name there, whose own promises are left out. */
  record?: "off" | { case?: string | undefined } | undefined;
  /** Facts that were not known from the start, and since when they are. */
  since?: Since | undefined;
}

/** By kind: the fact itself (of a source, its id) → the first day on which it is known. */
export interface Since {
  titles: Record<string, CivilDate>;
  words: Record<string, CivilDate>;
  hosts: Record<string, CivilDate>;
  sources: Record<string, CivilDate>;
  addresses: Record<string, CivilDate>;
}

interface Publisher {
  name: string;
  /** IANA time zone: a day of the publisher's is a day there. */
  zone: string;
  /** Only these hosts can prove publication. */
  hosts: string[];
  /** Those among them where only its files stand, and no source does. */
  files?: string[] | undefined;
  /** Other official bodies' hosts: what they say is a signal. */
  sisters: string[];
}

interface EvidenceRules {
  /** The title, in every language it may come in. */
  titles: string[];
  /** Groups of words: a title must have a word of every group. */
  subject: string[][];
  /** Words that make a change worth telling. */
  topic: string[];
  /** Words, and names of several words, that are the same; the first stands for all. */
  spellings: string[][];
  /** Words of text that a document must have to be one. */
  words: number;
  /** Whether the office publishes as a page: then a long page under its own heading is a document. */
  html: boolean;
}

/** A public address that is polled, and how it is read. */
export interface Source {
  id: string;
  /** What people call it in messages; the id when left out. */
  name?: string | undefined;
  kind: SourceKind;
  url: string;
  /** Older addresses of the same source, asked when `url` is not there. */
  formerly: string[];
  /** `likely`: somebody's guess; said once, calmly, when it is not there. */
  existence: "confirmed" | "likely";
  /** How often to look, in milliseconds; the schedule's when left out. */
  every?: number | undefined;
  /** How long it may stay unread before people are told, in milliseconds; the schedule's when left out. */
  patience?: number | undefined;
  /** Of a listing: how to find the items; by structure when left out. */
  select?: Selectors | undefined;
  /** Of JSON: where its items stand, and their parts in them. */
  paths?: JsonPaths | undefined;
  /** Of OAI-PMH: which of its records are asked for, and in which form. */
  oai?: OaiWish | undefined;
  /** Of JSON: what is asked, where that is more than its address. */
  request?: SourceRequest | undefined;
  /** Of a feed or JSON: it is an account of the publisher's elsewhere, whose word is its own, and no proof. */
  account?: boolean | undefined;
  /** Of mail: who reads the mailbox, and whose signed word counts. */
  mail?: Mailbox | undefined;
  /** Address of the terms by which programs that are registered may ask `url`, whatever robots.txt says of it. */
  offered?: string | undefined;
  /** Of a document: its site answers with 200 and nothing in it while it is not there. Where that is known of a site, it goes without saying. */
  empty?: "absent" | undefined;
  /** Of a page: CSS selector of the part that is watched. */
  region?: string | undefined;
  /** Of a page: lines with these words are not content. */
  ignore: string[];
  /** In which order it writes day, month and year with numbers; told by its pages when left out. */
  dates?: DateOrder | undefined;
  /** Which changes people are told: all, or those that mention the subject. */
  tell: "all" | "subject";
  /** Of a listing: how many pages to go back to after a gap. */
  pages: number;
  /** It is not looked at for now. */
  paused?: boolean | undefined;
  /** Whose copies of it are read while its own site refuses it. */
  witness?: Witness | undefined;
  /** It is such copies, of the source whose id stands in `of`. */
  via?: { witness: Witness; of: string } | undefined;
}

/** The sources of a watch as they are written, and behind them the copies of those that have a witness. */
function withCopies(sources: readonly Source[]): Source[] {
  const copies = sources.flatMap(({ witness, ...source }): Source[] => {
    const { id, name = id } = source;
    if (!witness) return [];
    const said = `${name}, as the Wayback Machine has it`;
    return [{ ...source, id: `${id}.${witness}`, name: said, existence: "likely", pages: 1, via: { witness, of: id } }];
  });
  return [...sources, ...copies];
}

/** A watch with the copies of its sources: they are known since the source is. */
export function withWitnesses<W extends Pick<Watch, "sources" | "since">>(watch: W): W {
  const sources = withCopies(watch.sources);
  const { since } = watch;
  if (!since) return { ...watch, sources };
  const from = sources.flatMap(({ id, via }) => {
    const day = via && since.sources[via.of];
    return day ? [[id, day] as const] : [];
  });
  return { ...watch, sources, since: { ...since, sources: { ...since.sources, ...Object.fromEntries(from) } } };
}

/** CSS selectors: of one item, and of its parts within it. */
interface Selectors {
  item: string;
  title?: string | undefined;
  date?: string | undefined;
  link?: string | undefined;
}

/**
 * JSONPaths (json-path.ts): of the items, and in each of its parts; of several for one part, the first that leads to
 * something. Of `link` the others are what the item names besides.
 */
export interface JsonPaths {
  items: string;
  title: string[];
  link?: string[] | undefined;
  date?: string[] | undefined;
  summary?: string[] | undefined;
  /** Address that what stands at `link` is put behind, where that is a part of one: an id, a path. */
  base?: string | undefined;
}

/** Records of a repository (OAI-PMH 2.0 §4.5): all of them, or those of one set. */
export interface OaiWish {
  prefix: OaiPrefix;
  set?: string | undefined;
}

/** What is asked for where nobody says more. */
export const DEFAULT_OAI: OaiWish = { prefix: "oai_dc" };

/** What is sent besides. */
interface SourceRequest {
  headers: Record<string, string>;
  /** Posted as JSON. */
  body?: unknown;
  /** A header with what a variable of the environment holds; sent to the source's own host alone. */
  secret?: { header: string; variable: string; before: string } | undefined;
}

/** A mailbox that somebody subscribed with to what the publisher sends out; its address is an IMAP server and the mailbox's name there. */
export interface Mailbox {
  user: string;
  /** The variable of the environment that holds the password. */
  secret: string;
  /** Domains of the publisher's: what they sign is its own word. Whatever else comes in says nothing. */
  domains: string[];
  /** Domains of other official bodies: what they sign is theirs. */
  sisters: string[];
}

/** The sources that are looked at: all but those that a person paused. */
export function lookedAt({ paused, sources }: Watch): Source[] {
  return paused ? [] : sources.filter((source) => !source.paused);
}

/** Whether little is told of a watch for now, as a person wished: until a day begins at the publisher's. */
export function isMuted({ mute_until, publisher }: Watch, now: InstantText): boolean {
  return mute_until !== undefined && civilDateAt(now, publisher.zone) < mute_until;
}

/** Whether an address is on one of the publisher's hosts, exactly as the watch lists them. */
export function isHosted({ publisher }: Watch, url: string): boolean {
  return publisher.hosts.includes(hostOf(url));
}

/** Empty where there is none. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname.toLowerCase() ?? "";
}
