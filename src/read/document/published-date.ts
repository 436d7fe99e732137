/**
 * When a page says that it was published: for programs, in its address, and beside its title. When it was changed, reviewed or asked
 * for is not when it was published.
 */
import type { Element } from "domhandler";
import { civilDateAt } from "../../time/civil-date.ts";
import { type Dated, dayOf, earliestOf, latestOf } from "../../time/dated.ts";
import { DAY_MS, later } from "../../time/instant.ts";
import { machineDate } from "../../time/machine-date.ts";
import { type DateManner, datedOnly, writtenDates } from "../../time/written-date.ts";
import { languageSaid, mannerBefore, mannerShown, type SeenPage } from "../html/page-dates.ts";
import type { Tree } from "../html/tree.ts";
import { saidInAddress } from "./address-date.ts";
import { mostTrusted, type Place, type Said } from "./claims.ts";
import { isAnothers } from "./date-names.ts";
import { type Marked, type MarkedDates, markedDates } from "./marked-dates.ts";

/** Nothing was published on the web before there was one. */
const FIRST_PAGE = "1991-08-06";
/** Characters of text between a title and what is said of it, and what is right beside it. */
const NEAR_TITLE = 600;
const BESIDE_TITLE = 150;
/** Lines before and after the title among which its date stands. */
const BEFORE_TITLE = 3;
const AFTER_TITLE = 8;
/** A longer line says more than its date and what it is the date of. */
const MAX_LABELLED = 70;
/** What may stand before the day with which a text begins, and what sets it off from what the text says. */
const PLACE_BEFORE = /^[\p{L}\p{M}\s,.()[\]/'’|·-]{0,40}$/u;
const SET_OFF = /^\s*(?:$|[\u2010-\u2015:|)\]-])/u;
const MAX_DATELINE = 100;

/**
 * @param lines of the page's content
 * @param title as it stands among them, and the element that holds it
 */
export function publishedDate(
  tree: Tree,
  page: SeenPage,
  lines: readonly string[],
  title: { element?: Element; text: string | undefined },
): Dated {
  const last = civilDateAt(later(page.at, DAY_MS), page.zone);
  const isPossible = ({ dated }: Said) =>
    (earliestOf(dated) ?? last) <= last && (latestOf(dated) ?? last) >= FIRST_PAGE;
  const language = languageSaid(tree);
  const marked = markedDates(tree, title.element);
  const hear = (manner: DateManner) =>
    [
      ...saidInMarkup(marked, page, manner),
      ...saidInAddress(page.url),
      ...saidInLines(lines, title.text, manner),
    ].filter(isPossible);
  const said = hear(mannerBefore(page, language));
  // All lines are gone through for the order in which they write dates only where it matters.
  const isOpen = said.length === 0 || said.some(({ dated }) => dated.either);
  return dayOf(mostTrusted(isOpen ? hear(mannerShown(page, language, lines)) : said) ?? {});
}

function saidInMarkup({ data, marked }: MarkedDates, page: SeenPage, manner: DateManner): Said[] {
  // A program has its own order of numbers, which is not that of the people who write the page.
  const forPrograms = data.map((text) => heard("data", machineDate(text, page.zone)));
  return [...forPrograms, ...marked.map((one) => saidBy(one, page, { ...manner, seen: undefined }))].flat();
}

function saidBy({ kind, text, distance }: Marked, { zone }: SeenPage, manner: DateManner): Said[] {
  const isNear = distance < NEAR_TITLE;
  if (kind === "published") return heard(isNear ? "data" : "namedFar", machineDate(text, zone));
  if (kind === "time") return heard(isNear ? "near" : "far", machineDate(text, zone));
  const alone = datedAlone(text, manner);
  if (kind === "said") return heard(isNear ? "named" : "namedFar", alone ?? datedLine(text, manner));
  if (alone) return heard(!isNear ? "far" : kind === "named" || distance < BESIDE_TITLE ? "near" : "beside", alone);
  return kind === "named" ? heard(isNear ? "beside" : "far", datedLine(text, manner)) : [];
}

function saidInLines(lines: readonly string[], title: string | undefined, manner: DateManner): Said[] {
  const at = title ? Math.max(0, lines.indexOf(title)) : 0;
  const around = [...lines.slice(at + 1, at + 1 + AFTER_TITLE), ...lines.slice(Math.max(0, at - BEFORE_TITLE), at)];
  const whole = { ...manner, seen: undefined };
  return around.flatMap((line) => {
    const dated = line.length > MAX_LABELLED ? dateline(line, whole) : datedLine(line, whole);
    // "Yesterday" and "2 June" are told from the day on which they are read, and may be of what else the site has.
    return dated ? heard("beside", dated) : heard("far", datedAlone(line, manner));
  });
}

function heard(place: Place, dated: Dated | undefined): Said[] {
  return dated ? [{ place, dated }] : [];
}

/** The date in a short text that is not another's. */
function datedLine(line: string, manner: DateManner): Dated | undefined {
  return datedAlone(line, manner) ?? writtenDates(line, manner).find(({ index }) => !isAnothers(line.slice(0, index)));
}

/** The date that a text consists of, but for a word: "Tuesday", and not "Updated". */
function datedAlone(text: string, manner: DateManner): Dated | undefined {
  const before = text.slice(0, Math.max(0, text.search(/\p{Nd}/u)));
  return isAnothers(before) ? undefined : datedOnly(text, manner);
}

/** "Geneva, 31 August 2022 – The office …" */
function dateline(line: string, manner: DateManner): Dated | undefined {
  const start = line.slice(0, MAX_DATELINE);
  const [first] = writtenDates(start, manner);
  if (!first) return undefined;
  const before = start.slice(0, first.index);
  const isOwn = PLACE_BEFORE.test(before) && !isAnothers(before);
  return isOwn && SET_OFF.test(start.slice(first.index + first.length)) ? first : undefined;
}
