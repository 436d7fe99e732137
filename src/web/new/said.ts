/** What a person says of a watch in the making, read from a form; what they leave as it is proposed stays a proposal. */
import {
  addressesIn,
  addressIn,
  countIn,
  dayIn,
  groupsIn,
  hostsIn,
  idIn,
  textIn,
  zoneIn,
} from "../../drafting/answers.ts";
import type { Said } from "../../drafting/drafted.ts";
import { whenSaid } from "../../drafting/said-when.ts";
import { PlainError } from "../../language/plain-error.ts";
import { Faults } from "../forms/faults.ts";
import type { Posted } from "../forms/posted.ts";
import type { Reader } from "../reader.ts";
import type { Drafting } from "./drafts.ts";

const MAX_TITLE = 200;
const MAX_WORDS = 600;
const MAX_SHORT = 60;

export interface Read {
  /** Where all of it can be read. */
  said: Said | undefined;
  faults: Faults;
}

/** How a field becomes a part of what is said. */
const WAYS: { [F in "title" | "by" | "on" | "words" | "site"]: (text: string) => Said[F] } = {
  title: (text) => textIn(text, MAX_TITLE, "what was promised"),
  by: (text) => textIn(text, MAX_TITLE, "who promised it"),
  on: dayIn,
  words: (text) => textIn(text, MAX_WORDS, "the words"),
  site: addressIn,
};
const MAY_BE_EMPTY: { [F in "link" | "latest" | "likely" | "earliest" | "short"]: (text: string) => Said[F] } = {
  link: addressIn,
  latest: dayIn,
  likely: dayIn,
  earliest: dayIn,
  short: (text) => textIn(text, MAX_SHORT, "a name"),
};

/** What no watch can do without, and when it was promised for. */
export function saidIn(form: Posted, { words: { forms } }: Reader): Read {
  const faults = new Faults();
  const read = <Value>(name: string, way: (text: string) => Value): Value | undefined =>
    attempt(faults, name, () => way(form.line(name)));
  const needed = Object.entries(WAYS).map(([name, way]) => [name, read(name, way as (text: string) => unknown)]);
  const others = Object.entries(MAY_BE_EMPTY)
    .filter(([name]) => form.line(name) !== "")
    .map(([name, way]) => [name, read(name, way as (text: string) => unknown)]);
  const said = Object.fromEntries([...needed, ...others]) as Said;
  const reading = form.line("reading");
  if (/^\d$/.test(reading) && !said.latest) said.reading = Number(reading);
  if (!said.latest && (said.likely ?? said.earliest)) faults.add("latest", forms.promise.latestToo);
  if (faults.none && !isClear(said)) faults.add("words", forms.promise.unclear);
  return { said: faults.none ? said : undefined, faults };
}

/** Whether the words say by when, or a person does. */
function isClear({ words, on, latest, reading }: Said): boolean {
  if (latest) return true;
  const when = whenSaid(words, on);
  const readings = when.kind === "read" ? when.readings : [];
  return reading === undefined ? readings.length === 1 && readings[0]?.isSure === true : reading < readings.length;
}

/** @param before what was said before, and what came of it */
export function saidAgainIn(form: Posted, before: Drafting, reader: Reader): Read {
  const { said: basic, faults } = saidIn(form, reader);
  const { said: then, made } = before;
  // Of another site, nothing that was proposed holds.
  const isElsewhere = basic !== undefined && basic.site !== then.site;
  if (!made || isElsewhere) {
    const { sources, without, hosts, ...rest } = then;
    return { said: basic && { ...rest, ...cleared(rest), ...basic }, faults };
  }
  const { watch, id } = made.draft;
  /** What is as it was shown stays as it was said, or not said. */
  const changed = <F extends keyof Said>(name: F, shown: string, way: (text: string) => Said[F]): Pick<Said, F> => {
    const text = form.text(name).trim();
    const value = text === shown.trim() ? then[name] : attempt(faults, name, () => way(text));
    return { [name]: value } as Pick<Said, F>;
  };
  const isHtml = form.has("html");
  const parts = {
    ...changed("publisher", watch.publisher.name, (text) => textIn(text, MAX_TITLE, "what the publisher is called")),
    ...changed("zone", watch.publisher.zone, zoneIn),
    ...changed("hosts", shownHosts(made), hostsIn),
    ...changed("subject", shownGroups(made), groupsIn),
    ...changed("least", String(watch.evidence.words ?? 300), countIn),
    ...changed("id", id, idIn),
    html: isHtml === (watch.evidence.html === true) ? then.html : isHtml,
    ...sourcesIn(form, before, faults),
  };
  return { said: basic && faults.none ? { ...cleared(then), ...basic, ...parts } : undefined, faults };
}

/** What a form of ours always says anew. */
function cleared<S extends Partial<Said>>(said: S): S {
  return {
    ...said,
    link: undefined,
    latest: undefined,
    likely: undefined,
    earliest: undefined,
    reading: undefined,
    short: undefined,
  };
}

/** Those that are ticked, and those that are named besides. */
function sourcesIn(form: Posted, { said, made }: Drafting, faults: Faults): Pick<Said, "sources" | "without"> {
  const ticked = form.all("keep");
  const listed = made?.draft.sources.map(({ url }) => url) ?? [];
  const without = [...new Set([...(said.without ?? []), ...listed])].filter((url) => !ticked.includes(url));
  const named = attempt(faults, "sources", () => addressesIn(form.text("sources"))) ?? [];
  const more = [...named, ...form.all("take").filter((url) => URL.canParse(url))];
  const others = listed.filter((url) => url !== said.site && ticked.includes(url));
  const taken = more.length > 0 ? [...new Set([...others, ...more])] : said.sources;
  return { sources: taken, without: without.length > 0 ? without : undefined };
}

export function shownHosts({ draft }: NonNullable<Drafting["made"]>): string {
  return draft.hosts.map(({ host }) => host).join("\n");
}

export function shownGroups({ draft }: NonNullable<Drafting["made"]>): string {
  return draft.subject.groups.map((group) => group.join(", ")).join("\n");
}

/** Whether two say the same, so that nothing need be looked at again. */
export function isSameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(said: Said): unknown[] {
  return Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function attempt<Value>(faults: Faults, name: string, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    faults.add(name, error.message);
    return undefined;
  }
}
