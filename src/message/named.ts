/** What things are called in a message: shortly, and as themselves. */
import type { Status } from "../judge/status.ts";
import { withoutTurns } from "../language/direction.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { writtenDates } from "../time/written-date.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { shorten } from "./shorten.ts";

const MOST_OF_A_NAME = 90;
const MOST_OF_A_TITLE = 48;
const MOST_NAMED = 2;
/** What stands before a title is short: "country report | 31 August 2022". */
const MOST_BEFORE = 60;
/** No longer title is looked through. */
const MOST_READ = 2000;
const SEPARATORS = /^[\s|·•:–—-]+|[\s|·•–—-]+$/gu;

/** What was promised, as messages call it. */
export function nameOf({ short, title }: Status, language: Language): string {
  const said = typeof short === "string" ? short : (short?.[language] ?? short?.en);
  return shorten(said ?? title, MOST_OF_A_NAME);
}

/** The same where nothing stands before it. */
export function headingOf(status: Status, language: Language): string {
  const name = nameOf(status, language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** An item's title, without the kind and the date that stand around it in its row, and no longer than two lines of a phone. */
export function itemTitle({ untitled }: Catalogue, title: string, date?: CivilDate): string {
  // In one line, whoever wrote it: what begins a line of a message is the bot's own.
  const alone = withoutTurns(title).replace(/\s+/g, " ").trim();
  return alone === "" ? untitled : shorten(withoutItsRow(alone, date), MOST_OF_A_TITLE);
}

/** Only the item's own date is taken off, and only from an end, or behind a kind with a rule after it. */
function withoutItsRow(title: string, date: CivilDate | undefined): string {
  const own = date && writtenDates(title.slice(0, MOST_READ)).find((written) => written.date === date);
  if (!own) return title;
  const before = title.slice(0, own.index);
  const after = title.slice(own.index + own.length);
  const isRuledOff = /[|·•]\s*$/u.test(before);
  const isLast = isRuledOff && after.trim() === "";
  const isKind = before.trim() === "" || (isRuledOff && before.length <= MOST_BEFORE);
  const rest = isLast ? before : isKind ? after : title;
  const alone = rest.replace(SEPARATORS, "");
  return /\p{L}{3}|\p{Script=Han}{2}/u.test(alone) ? alone : title;
}

/** A few of the names, and how many more. */
export function named(words: Catalogue, names: readonly string[]): string {
  return words.andMore(
    names.slice(0, MOST_NAMED).map((name) => shorten(name, MOST_OF_A_NAME)),
    Math.max(0, names.length - MOST_NAMED),
  );
}
