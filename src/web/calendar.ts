/** What is to come of the clocks, as a calendar that others can subscribe to (RFC 5545): a day each, by the publisher's own count. */
import ical from "ical-generator";
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

/** @param watch only this one; all by default */
export async function calendar(desk: Desk, language: Language, watch?: string): Promise<string> {
  const { settings, watches, clock } = desk;
  const shown = watches.filter(({ id }) => watch === undefined || id === watch).slice(0, MOST_WATCHES);
  const made = ical({
    name: `coming-weeks${watch ? `: ${shown[0]?.title ?? watch}` : ""}`,
    prodId: "//coming-weeks//calendar//EN",
    ttl: 6 * 60 * 60,
  });
  for (const one of shown) {
    const url = pageAt(settings.web, `watches/${one.id}`);
    for (const { id, on, title, says } of daysOf(await overviewOf(desk, one), language))
      made.createEvent({
        id: `${one.id}-${id}@coming-weeks`,
        // Noon there is the same day wherever this runs.
        start: new Date(`${on}T12:00:00`),
        stamp: new Date(clock.now()),
        allDay: true,
        summary: title,
        description: says,
        ...(url ? { url } : {}),
      });
  }
  return made.toString();
}

/** Every promise with its horizon, what is "not before", and how it ended. Nothing here says that it will be so. */
function daysOf({ watch, status }: Overview, language: Language): Day[] {
  const { calendar: words, day, recorded } = catalogue(language);
  const name = nameOf(status, language);
  const said = watch.statements.filter(({ on }) => on <= status.today);
  const days = said.flatMap((statement, index): Day[] => {
    const { on, by, phrase } = statement;
    const at = `${on}-${index}`;
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
