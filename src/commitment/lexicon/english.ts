/** The English phrases. The first that matches wins, so the narrower phrase stands above the wider one. */
import { Temporal } from "temporal-polyfill";
import { civilDate } from "../../time/civil-date.ts";
import { datesIn, monthNumber } from "../../time/written-date.ts";
import { monday, monthEnd, monthStart, yearPart, yearStart } from "./calendar.ts";
import { counted, type Day, type Phrase, type Span, until, within } from "./phrase.ts";

const SAME_DAY: Span = { days: 0 };
const COUNT = "(an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3})";
const COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const SEASONS: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const ORDINALS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 };

/** Phrases that give a day by its date. They go before all others, and before the days that a watch knows by name. */
export const ENGLISH_DATES: readonly Phrase[] = [
  within(
    "in the week of <date>",
    /\bweek (?:of|beginning|starting)\b/,
    (m, on) => {
      const day = explicit(m.input, on);
      return day && [monday(day), monday(day).add({ days: 6 })];
    },
    "the named week, Monday to Sunday",
  ),
  until(
    "by / before / no later than <date>",
    /\b(by|before|until|no later than|not later than|prior to|ahead of|expires?|ends?|end of)\b(?=.*\d)/,
    (m, on) => explicit(m.input, on),
    "a deadline: any day up to the date named",
  ),
  {
    phrase: "on <date>",
    pattern: /\d/,
    read: (m, on) => {
      const day = explicit(m.input, on);
      return day && { earliest: day, likely: day, latest: day, basis: "the date named" };
    },
  },
];

export const ENGLISH: readonly Phrase[] = [
  within(
    "on <weekday>",
    /\b(?:on|this|coming) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
    (m, on) => {
      const wait = (WEEKDAYS.indexOf(m[1] ?? "") + 1 - on.dayOfWeek + 7) % 7;
      // Said on the same day of the week, it may be today or in a week.
      return wait === 0 ? undefined : [on.add({ days: wait }), on.add({ days: wait })];
    },
    "the next such day of the week",
  ),
  within(
    "within <n> days / weeks / months",
    new RegExp(`\\b(?:within|inside|in)(?: the)?(?: next| coming)? ${COUNT} (day|week|month|year)s?\\b`),
    (m, on) => {
      const count = number(m[1]);
      return count === undefined ? undefined : [on, on.add({ [`${m[2]}s`]: count })];
    },
    "a counted span from the day it was said",
  ),
  counted(
    "today / by the end of the day",
    /\b(today|tonight|end of the day|later this (?:morning|afternoon|evening))\b/,
    SAME_DAY,
    SAME_DAY,
    SAME_DAY,
    "the same day",
  ),
  counted("tomorrow", /\btomorrow\b/, { days: 1 }, { days: 1 }, { days: 1 }, "the next day"),
  counted(
    "any moment / any day now",
    /\bany (moment|minute|hour|day)\b/,
    SAME_DAY,
    { days: 2 },
    { weeks: 1 },
    "read as at once to 1 week, likely 2 days",
  ),
  counted(
    "in the coming hours",
    /\b(coming|next|few|matter of) (?:few )?hours\b/,
    SAME_DAY,
    SAME_DAY,
    { days: 1 },
    "read as the same day or the next",
  ),
  counted(
    "in a couple of days",
    /\bcouple of days\b/,
    { days: 1 },
    { days: 2 },
    { days: 5 },
    "read as 1 to 5 days, likely 2",
  ),
  counted(
    "in a few days / a matter of days",
    /\b(few|several|matter of|number of) days\b/,
    { days: 1 },
    { days: 4 },
    { days: 10 },
    "read as 1 to 10 days, likely 4",
  ),
  counted(
    "in the coming days / next days",
    /\b(coming|next|following) days\b|\bdays\b/,
    { days: 1 },
    { days: 5 },
    { weeks: 2 },
    "read as 1 day to 2 weeks, likely 5 days",
  ),
  counted(
    "in a couple of weeks",
    /\bcouple of weeks\b/,
    { weeks: 1 },
    { weeks: 2 },
    { weeks: 4 },
    "read as 1 to 4 weeks, likely 2",
  ),
  counted(
    "in a few weeks / the next few weeks",
    /\b(few|several|number of) (?:more )?weeks\b/,
    { weeks: 1 },
    { weeks: 4 },
    { weeks: 7 },
    "read as 1 to 7 weeks, likely 4",
  ),
  counted(
    "in the coming weeks / next weeks / a matter of weeks",
    /\b(coming|next|following|matter of) weeks\b|\bweeks\b/,
    { weeks: 1 },
    { weeks: 4 },
    { weeks: 8 },
    "read as 1 to 6 weeks, likely 4, and certainly over after 8",
  ),
  counted(
    "in a couple of months",
    /\bcouple of months\b/,
    { months: 1 },
    { months: 2 },
    { months: 4 },
    "read as 1 to 4 months, likely 2",
  ),
  counted(
    "in a few months",
    /\b(few|several|number of) (?:more )?months\b/,
    { months: 1 },
    { months: 4 },
    { months: 7 },
    "read as 1 to 7 months, likely 4",
  ),
  counted(
    "in the coming months / next months",
    /\b(coming|next|following|matter of) months\b|\bmonths\b/,
    { weeks: 2 },
    { months: 3 },
    { months: 8 },
    "read as 2 weeks to 6 months, likely 3 months, and certainly over after 8",
  ),
  counted(
    "in a fortnight",
    /\bfortnight\b/,
    { days: 1 },
    { weeks: 2 },
    { weeks: 3 },
    "read as 1 day to 3 weeks, likely 2 weeks",
  ),
  within(
    "next <weekday>",
    /\bnext (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
    (m, on) => {
      const wait = (WEEKDAYS.indexOf(m[1] ?? "") + 1 - on.dayOfWeek + 7) % 7 || 7;
      return [on.add({ days: wait }), on.add({ days: wait + 7 })];
    },
    "the next such day of the week, or the one after",
  ),
  within(
    "this week",
    /\b(this|later this|end of (?:this|the)) week\b/,
    (_, on) => [on, monday(on).add({ days: 6 })],
    "up to the Sunday of the same week",
  ),
  within(
    "next week",
    /\bnext week\b/,
    (_, on) => [monday(on).add({ days: 7 }), monday(on).add({ days: 13 })],
    "Monday to Sunday of the week after",
  ),
  within(
    "early next month",
    /\b(early|beginning of) next month\b/,
    (_, on) => [monthStart(on, 1), monthStart(on, 1).add({ days: 9 })],
    "the first ten days of the next month",
  ),
  within(
    "next month",
    /\bnext month\b/,
    (_, on) => [monthStart(on, 1), monthEnd(monthStart(on, 1))],
    "any day of the next month",
  ),
  until(
    "this month / by the end of the month",
    /\b(this|end of (?:the|this)|later this|month'?s end)( month)?\b(?<=month|end)/,
    (_, on) => monthEnd(on),
    "up to the last day of the same month",
  ),
  within(
    "early next year",
    /\b(early|beginning of|start of)( in)?( the)? (next|new) year\b/,
    (_, on) => [yearStart(on, 1), yearStart(on, 1).with({ month: 3, day: 31 })],
    "January to March of the next year",
  ),
  within(
    "in the new year",
    /\bnew year\b/,
    (_, on) => [yearStart(on, 1), yearStart(on, 1).with({ month: 3, day: 31 })],
    "January to March of the next year",
  ),
  until(
    "by the end of next year",
    /\bend of next year\b/,
    (_, on) => yearStart(on, 2).subtract({ days: 1 }),
    "up to 31 December of the next year",
  ),
  within(
    "next year",
    /\bnext year\b/,
    (_, on) => [yearStart(on, 1), yearStart(on, 2).subtract({ days: 1 })],
    "any day of the next year",
  ),
  until(
    "before Christmas",
    /\b(before|by) christmas\b/,
    (_, on) => (on.month === 12 && on.day > 24 ? yearStart(on, 1) : on).with({ month: 12, day: 24 }),
    "up to the next 24 December",
  ),
  until(
    "this year / by the end of the year",
    /\b(this|end of the|end of this|later this|before (?:the )?year'?s?) (year|end)\b|\byear[- ]end\b|\byear'?s end\b/,
    (_, on) => on.with({ month: 12, day: 31 }),
    "up to 31 December of the same year",
  ),
  within(
    "mid-<month>",
    /\bmid[- ](?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && [start.with({ day: 10 }), start.with({ day: 20 })];
    },
    "the 10th to the 20th of the month",
  ),
  within(
    "early <month>",
    /\b(?:early|beginning of|start of)(?: in)? (?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && [start, start.with({ day: 10 })];
    },
    "the first ten days of the month",
  ),
  until(
    "by / before the end of <month>",
    /\b(?:by|before)(?: the)? end of (?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && monthEnd(start);
    },
    "a deadline: any day up to the end of the month",
  ),
  until(
    "before <month>",
    /\b(?:before|until|prior to|ahead of) (?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && Temporal.PlainDate.compare(start, on) > 0 ? start.subtract({ days: 1 }) : undefined;
    },
    "a deadline: any day up to the end of the month before",
  ),
  within(
    "late <month> / end of <month>",
    /\b(?:late|end of)(?: in)? (?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && [start.with({ day: 20 }), monthEnd(start)];
    },
    "from the 20th to the end of the month",
  ),
  within(
    "in <month> or <month>",
    /\bin (?<month>[a-z]+) or (?<second>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      const second = monthNumber(m.groups?.second ?? "");
      return start && second !== undefined && second > start.month
        ? [start, monthEnd(start.with({ month: second }))]
        : undefined;
    },
    "any day of the two months",
  ),
  within(
    "in / by <month>",
    /\b(?:in|by|during|for|this|in the course of) (?<month>[a-z]+)(?: (?<year>\d{4}))?/,
    (m, on) => {
      const start = named(m, on);
      return start && [start, monthEnd(start)];
    },
    "any day of the month",
  ),
  within(
    "in <year>",
    /\bin (\d{4})\b/,
    (m, on) => {
      const start = Temporal.PlainDate.from({ year: Number(m[1]), month: 1, day: 1 });
      return start.year < on.year ? undefined : [start, start.with({ month: 12, day: 31 })];
    },
    "any day of the year",
  ),
  within(
    "in the <nth> quarter",
    /\b(?:(first|second|third|fourth|last) quarter|q([1-4]))(?: of)?(?: (\d{4}))?/,
    (m, on) => {
      const quarter = m[2] ? Number(m[2]) : ORDINALS[m[1] ?? ""];
      return quarter === undefined ? undefined : yearPart(on, m[3], (quarter - 1) * 3 + 1, 3);
    },
    "any day of the quarter",
  ),
  within(
    "in the first half of the year",
    /\b(first|second|last) half of (?:(?:the|this) year|(\d{4})|(next) year)/,
    (m, on) => yearPart(on, m[3] ? `${on.year + 1}` : m[2], m[1] === "first" ? 1 : 7, 6),
    "any day of the half-year",
  ),
  until(
    "before spring / summer / autumn / winter",
    /\b(?:before|until|prior to|ahead of)(?: the)? (spring|summer|autumn|winter)(?: of)?(?: (\d{4}))?/,
    (m, on) => {
      const [first, last] = SEASONS[m[1] ?? ""] ?? [1, 12];
      const [start] = yearPart(on, m[2], first, last - first + 1);
      return Temporal.PlainDate.compare(start, on) > 0 ? start.subtract({ days: 1 }) : undefined;
    },
    "a deadline: any day up to where the season begins",
  ),
  within(
    "next spring / summer / autumn / winter",
    /\bnext (spring|summer|autumn|fall|winter)\b/,
    (m, on) => {
      const [first, last] = SEASONS[m[1] ?? ""] ?? [1, 12];
      const [start, end] = yearPart(on, undefined, first, last - first + 1);
      // Said in spring, "next spring" is that of the next year.
      const isNow = Temporal.PlainDate.compare(start, on) <= 0;
      return isNow ? [start.add({ years: 1 }), end.add({ years: 1 })] : [start, end];
    },
    "the next such season, as meteorologists count it in the northern hemisphere",
  ),
  within(
    "in spring / summer / autumn / winter",
    /\b(spring|summer|autumn|fall|winter)(?: of)?(?: (\d{4}))?/,
    (m, on) => {
      const [first, last] = SEASONS[m[1] ?? ""] ?? [1, 12];
      return yearPart(on, m[2], first, last - first + 1);
    },
    "the season as meteorologists count it in the northern hemisphere",
  ),
  counted(
    "very soon / very shortly",
    /\bvery (soon|shortly)\b/,
    { days: 1 },
    { weeks: 1 },
    { weeks: 3 },
    "read as 1 day to 3 weeks, likely 1 week",
  ),
  counted(
    "imminent / imminently",
    /\bimminent/,
    SAME_DAY,
    { weeks: 1 },
    { weeks: 4 },
    "read as at once to 4 weeks, likely 1 week",
  ),
  counted(
    "shortly",
    /\bshortly\b/,
    { days: 1 },
    { weeks: 2 },
    { weeks: 6 },
    "read as 1 day to 6 weeks, likely 2 weeks",
  ),
  counted(
    "as soon as possible",
    /\bas soon as (possible|we can|practicable)\b/,
    { days: 1 },
    { months: 1 },
    { months: 6 },
    "read as 1 day to 6 months, likely 1 month",
  ),
  counted("soon", /\bsoon\b/, { days: 1 }, { weeks: 4 }, { months: 3 }, "read as 1 day to 3 months, likely 4 weeks"),
  counted(
    "in the near future",
    /\bnear future\b/,
    { weeks: 1 },
    { months: 2 },
    { months: 6 },
    "read as 1 week to 6 months, likely 2 months",
  ),
  counted(
    "in due course",
    /\bdue course\b/,
    { months: 1 },
    { months: 6 },
    { years: 1 },
    "read as 1 month to 1 year, likely 6 months",
  ),
];

/** A date written out, not before the day it was said. Without a year it is the next such day. */
function explicit(text: string | undefined, on: Day): Day | undefined {
  const [found] = datesIn(text ?? "");
  const day = found ? Temporal.PlainDate.from(found.date) : withoutYear(text ?? "", on);
  return day && Temporal.PlainDate.compare(day, on) >= 0 ? day : undefined;
}

function withoutYear(text: string, on: Day): Day | undefined {
  const dayFirst = text.matchAll(/\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]{3,})/g);
  const monthFirst = text.matchAll(/\b(?<month>[a-z]{3,}) (?<day>\d{1,2})(?:st|nd|rd|th)?\b/g);
  const named = [...dayFirst, ...monthFirst].find((match) => monthNumber(match.groups?.month ?? "") !== undefined);
  const month = monthNumber(named?.groups?.month ?? "");
  if (month === undefined) return undefined;
  const day = Number(named?.groups?.day);
  const next = [on.year, on.year + 1]
    .map((year) => civilDate(year, month, day))
    .find((date) => date && date >= on.toString());
  return next ? Temporal.PlainDate.from(next) : undefined;
}

/** The first of the month a phrase names; without a year, the next such month that is not over. */
function named(match: RegExpMatchArray, on: Day): Day | undefined {
  const month = monthNumber(match.groups?.month ?? "");
  if (month === undefined) return undefined;
  if (match.groups?.year) return Temporal.PlainDate.from({ year: Number(match.groups.year), month, day: 1 });
  return Temporal.PlainDate.from({ year: on.year + (month < on.month ? 1 : 0), month, day: 1 });
}

function number(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (text === "a" || text === "an") return 1;
  const index = COUNTS.indexOf(text);
  return index > 0 ? index : Number.parseInt(text, 10) || undefined;
}
