/** Which of many watches are shown: by words, publisher and state, some at a time. Pure. */
import { fold } from "../../language/fold.ts";
import { daysBetween } from "../../time/civil-date.ts";
import { STATES, type Standing, type State } from "./board.ts";

export const ON_A_PAGE = 50;
/** Nobody searches for more. */
const MOST_TYPED = 200;

export interface Filter {
  words: string;
  publisher: string;
  state: State | undefined;
  page: number;
}

export function filterOf(query: Record<string, string>): Filter {
  const page = Number(query.page);
  return {
    words: (query.q ?? "").slice(0, MOST_TYPED).trim(),
    publisher: query.publisher ?? "",
    state: STATES.find((state) => state === query.state),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * What may be said back to an onlooker: what names a watch, or a publisher that there is. Anything else would tell,
 * by being shown as a secret, that it is one.
 */
export function sayable(filter: Filter, standings: readonly Standing[]): Filter {
  const { words, publisher } = filter;
  // As folded: what is no letter would be said back besides.
  const wanted = wordsOf(words);
  const isKnown = standings.some(({ watch }) => watch.publisher.name === publisher);
  const isOfOne = standings.some(({ watch }) => isNamed(saidOf(watch), wanted));
  return { ...filter, words: isOfOne ? wanted.join(" ") : "", publisher: isKnown ? publisher : "" };
}

/** The address of the same, with something else in it. */
export function addressOf({ words, publisher, state, page }: Filter): string {
  const asked = new URLSearchParams();
  if (words) asked.set("q", words);
  if (publisher) asked.set("publisher", publisher);
  if (state) asked.set("state", state);
  if (page > 1) asked.set("page", String(page));
  return asked.size > 0 ? `/?${asked}` : "/";
}

/** What matters first: what may be out, then what is late, the latest first. */
export function chosen(standings: readonly Standing[], { words, publisher, state }: Filter): Standing[] {
  const wanted = wordsOf(words);
  return standings
    .filter((one) => !state || one.state === state)
    .filter(({ watch }) => !publisher || watch.publisher.name === publisher)
    .filter(({ watch }) => isNamed(saidOf(watch), wanted))
    .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || daysLate(b) - daysLate(a));
}

/** Past its latest reading; less than none before. */
function daysLate({ status: { horizon, today } }: Standing): number {
  return daysBetween(horizon.latest, today);
}

function wordsOf(words: string): string[] {
  return fold(words).split(" ").filter(Boolean);
}

function saidOf({ id, title, short, publisher }: Standing["watch"]): string {
  const names = typeof short === "string" ? [short] : Object.values(short ?? {});
  return fold([title, ...names, publisher.name, id].join(" "));
}

function isNamed(said: string, wanted: readonly string[]): boolean {
  return wanted.every((word) => said.includes(word));
}
