/** What is to come of the clocks, as a calendar that others can subscribe to (RFC 5545): a day each, by the publisher's own count. */
import { setImmediate } from "node:timers/promises";
import ical, { ICalEventTransparency } from "ical-generator";
import { digestOfText } from "../archive/digest.ts";
import { horizon } from "../commitment/standing.ts";
import { floorOf } from "../commitment/timing.ts";
import { pageAt } from "../config/web.ts";
import { catalogue } from "../message/languages.ts";
import { nameOf } from "../message/named.ts";
import type { Overview } from "../status/overview.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Language } from "../watch/names.ts";
import { type Desk, overviewOf } from "./desk.ts";

/** Of more, none is subscribed to by anybody who wants to see what is in it. */
const MOST_WATCHES = 1000;

interface Day {
  /** What it is of its watch: the same day keeps its place in the calendar when its words change. */
  id: string;
  on: CivilDate;
  title: string;
  says: string;
}

/** Programs ask again and again, each for itself. */
const KEPT_MS = 60_000;
/** Between so many watches others are served. */
const WATCHES_AT_ONCE = 10;

interface Kept {
  at: number;
  text: Promise<string>;
}

const keptBy = new WeakMap<Desk, Map<string, Kept>>();

/** As it was made within the last minute, or made anew. @param watch only this one; all by default */
export function calendar(desk: Desk, language: Language, watch?: string): Promise<string> {
  const kept = keptBy.get(desk) ?? new Map<string, Kept>();
  keptBy.set(desk, kept);
  const now = Date.parse(desk.clock.now());
  // A rehearsal's clock may be set back.
  for (const [key, { at }] of kept) if (Math.abs(now - at) >= KEPT_MS) kept.delete(key);
  const key = `${language} ${watch ?? ""}`;
  const there = kept.get(key);
  if (there) return there.text;
  const text = made(desk, language, watch);
  kept.set(key, { at: now, text });
  text.catch(() => kept.delete(key));
  return text;
}

async function made(desk: Desk, language: Language, watch: string | undefined): Promise<string> {
  const { settings, watches, clock } = desk;
  const shown = watches.filter(({ id }) => watch === undefined || id === watch).slice(0, MOST_WATCHES);
  const all = ical({
    name: asValue(`coming-weeks${watch ? `: ${shown[0]?.title ?? watch}` : ""}`),
    prodId: "//coming-weeks//calendar//EN",
    ttl: 6 * 60 * 60,
  });
  for (const [index, one] of shown.entries()) {
    if (index > 0 && index % WATCHES_AT_ONCE === 0) await setImmediate();
    const url = pageAt(settings.web, `watches/${one.id}`);
    const days = new Map(daysOf(await overviewOf(desk, one), language).map((day) => [day.id, day]));
    for (const { id, on, title, says } of days.values())
      all.createEvent({
        id: `${one.id}-${id}@coming-weeks`,
        // Noon there is the same day wherever this runs.
        start: new Date(`${on}T12:00:00`),
        stamp: new Date(clock.now()),
        allDay: true,
        // Nobody is busy with what may come.
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: title,
        description: says,
        ...(url ? { url } : {}),
      });
  }
  return all.toString();
}

/** A text in one line, as RFC 5545 §3.3.11 has it: ical-generator writes the calendar's name as it is given. */
function asValue(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ").replaceAll(/[\\;,]/g, "\\$&");
}

/** Every promise with its horizon, what is "not before", and how it ended. Nothing here says that it will be so. */
function daysOf({ watch, status }: Overview, language: Language): Day[] {
  const { calendar: words, day, recorded } = catalogue(language);
  const name = nameOf(status, language);
  const said = watch.statements.filter(({ on }) => on <= status.today);
  const days = said.flatMap((statement): Day[] => {
    const { on, by, phrase } = statement;
    // Its place among them changes with whatever is added.
    const at = `${on}-${digestOfText(`${by}\n${phrase}`).slice(0, 16)}`;
    const says = words.said(phrase, by, day(on));
    const range = horizon(statement);
    const floor = floorOf(statement, watch.days);
    return [
      { id: `said-${at}`, on, title: words.promised[statement.bearing](name), says },
      ...(range
        ? (["earliest", "likely", "latest"] as const)
            .filter((end) => end === "latest" || range[end] !== range.latest)
            .map((end) => ({
              id: `${end}-${at}`,
              on: range[end],
              title: words[end](name),
              says: `${says}\n${recorded(range.basis)}`,
            }))
        : []),
      ...(floor ? [{ id: `floor-${at}`, on: floor, title: words.floor(name), says }] : []),
    ];
  });
  const { publishedOn } = status;
  return publishedOn ? [...days, { id: "published", on: publishedOn, title: words.published(name), says: "" }] : days;
}
