/**
 * When a page says that it was published. In its metadata, beside its title, in its address: what stands in more than one of
 * these is taken first. A date later than the true one is the worst mistake to make, and when a page was changed, reviewed or
 * asked for is not when it was published.
 */

import type { CheerioAPI } from "cheerio";
import { civilDate, civilDateAt, daysBetween } from "../../time/civil-date.ts";
import { type Dated, dayOf, earliestOf } from "../../time/dated.ts";
import { DAY_MS, later } from "../../time/instant.ts";
import { machineDate } from "../../time/machine-date.ts";
import { type DateManner, datedOnly, writtenDates } from "../../time/written-date.ts";
import { languageSaid, mannerBefore, mannerShown, type SeenPage } from "../html/page-dates.ts";
import { isAnothers, type MarkedDates, markedDates } from "./marked-dates.ts";

const IN_ADDRESS =
  /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?!\d)/;
/** Characters of text between a title and what is said of it. */
const NEAR_TITLE = 600;
/** Lines before and after the title among which its date stands. */
const BEFORE_TITLE = 3;
const AFTER_TITLE = 8;
const MAX_DATED_LINE = 200;
/** A longer line says more than its date and what it is the date of. */
const MAX_LABELLED = 70;

/** How far each place is trusted: of several days the one is taken that has most of it, and of equals the earliest. */
const TRUST = { data: 3, address: 3, text: 2, time: 1.5, prose: 1, elsewhere: 1, line: 0.5 };
type Place = keyof typeof TRUST;

interface Said {
  place: Place;
  dated: Dated;
}

/**
 * @param lines of the page's content
 * @param title as it stands among them
 */
export function publishedDate(
  $: CheerioAPI,
  page: SeenPage,
  lines: readonly string[],
  title: string | undefined,
): Dated {
  const last = civilDateAt(later(page.at, DAY_MS), page.zone);
  const isPast = ({ dated }: Said) => (earliestOf(dated) ?? last) <= last;
  const language = languageSaid($);
  const marked = markedDates($);
  const hear = (manner: DateManner) =>
    [...saidInMarkup(marked, page, manner), ...saidInAddress(page.url), ...saidInLines(lines, title, manner)].filter(
      isPast,
    );
  const said = hear(mannerBefore(page, language));
  // All lines are gone through for the order in which they write dates only where it matters.
  const isOpen = said.length === 0 || said.some(({ dated }) => dated.either);
  return dayOf(mostTrusted(isOpen ? hear(mannerShown(page, language, lines)) : said) ?? {});
}

/** Of each place what it says first. What leaves the day open speaks for each day that may be meant, and little for itself. */
function mostTrusted(said: readonly Said[]): Dated | undefined {
  const firsts = [...new Map(said.toReversed().map(({ place, dated }) => [place, dated]))];
  const trustIn = (day: readonly [Place, Dated]) =>
    firsts.reduce((sum, said) => sum + (speaksFor(said, day) ? TRUST[said[0]] / (day[1].date ? 1 : 4) : 0), 0);
  const day = (dated: Dated) => earliestOf(dated) ?? "";
  return firsts
    .map((said) => ({ dated: said[1], trust: trustIn(said) }))
    .sort((a, b) => b.trust - a.trust || (day(a.dated) < day(b.dated) ? -1 : 1))[0]?.dated;
}

/**
 * Whether what is said in one place speaks for a day: it is the day, or may be. A program that writes times in UTC may be a day
 * off what the page says to people.
 */
function speaksFor([place, said]: readonly [Place, Dated], [ofPlace, dated]: readonly [Place, Dated]): boolean {
  if (said === dated) return true;
  if (!dated.date) return false;
  if (said.either) return said.either[0] <= dated.date && dated.date <= said.either[1];
  const days = said.date ? Math.abs(daysBetween(said.date, dated.date)) : Number.POSITIVE_INFINITY;
  return days === 0 || (days === 1 && place === "data" && ofPlace === "text");
}

/** A program has its own order of numbers, which is not that of the people who write the page. */
function saidInMarkup({ data, times, texts }: MarkedDates, { zone }: SeenPage, manner: DateManner): Said[] {
  const written = (place: Place, all: readonly string[]) =>
    all.flatMap((text): Said[] => {
      const dated = machineDate(text, zone);
      return dated ? [{ place, dated }] : [];
    });
  const read = texts.flatMap(({ text, isNamed, distance }): Said[] => {
    const dated = datedOnly(text, manner) ?? (isNamed ? datedLine(text, manner) : undefined);
    return dated ? [{ place: distance < NEAR_TITLE ? "text" : "elsewhere", dated }] : [];
  });
  return [...written("data", data), ...written("time", times), ...read];
}

function saidInAddress(url: string): Said[] {
  const [, year, month, day] = IN_ADDRESS.exec(new URL(url).pathname) ?? [];
  const date = year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
  return date ? [{ place: "address", dated: { date } }] : [];
}

function saidInLines(lines: readonly string[], title: string | undefined, manner: DateManner): Said[] {
  const at = title ? Math.max(0, lines.indexOf(title)) : 0;
  const around = [...lines.slice(at + 1, at + 1 + AFTER_TITLE), ...lines.slice(Math.max(0, at - BEFORE_TITLE), at)];
  const said = around.flatMap((line): Said[] => {
    const dated = datedLine(line, manner);
    return dated ? [{ place: line.length > MAX_LABELLED ? "prose" : "text", dated }] : [];
  });
  const alone = firstAlone(lines, manner);
  return alone ? [...said, { place: "line", dated: alone }] : said;
}

function firstAlone(lines: readonly string[], manner: DateManner): Dated | undefined {
  for (const line of lines) {
    const dated = datedOnly(line, manner);
    if (dated) return dated;
  }
  return undefined;
}

/** A short line with a date that is not another's. */
function datedLine(line: string, manner: DateManner): Dated | undefined {
  if (line.length > MAX_DATED_LINE) return undefined;
  const alone = datedOnly(line, manner);
  if (alone) return alone;
  const found = writtenDates(line, { ...manner, seen: undefined });
  return found.find(({ index }) => !isAnothers(line.slice(0, index)));
}
