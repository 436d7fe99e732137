/** The clock in one line: how long ago it was promised, how that stands against the promise's longest reading, and a newer promise. */
import type { Status } from "../judge/status.ts";
import { type CivilDate, daysBetween, stretchOf } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";

/** The same wherever it is said. @param isWhole against the newest promise too */
export function clockLine(words: Catalogue, status: Status, isWhole = false): string {
  return [...againstFirst(words, status), ...(isWhole ? againstNewest(words, status) : [])].join(" · ");
}

function againstFirst({ clock, stretch }: Catalogue, status: Status): string[] {
  const { promisedOn, phrase, horizon, standing, today, publishedOn } = status;
  const { earliest, latest } = horizon;
  if (publishedOn) {
    const after = publishedOn > promisedOn ? stretch(promisedOn, publishedOn) : undefined;
    return [clock.after(phrase, after), publishedOn > latest ? clock.past(...pastOf(publishedOn)) : clock.within];
  }
  if (today < promisedOn) return [clock.toCome(promisedOn)];
  const since = clock.since(phrase, today > promisedOn ? stretch(promisedOn, today) : undefined);
  if (status.verdict === "withdrawn" || standing === "withdrawn") return [since];
  if (today < earliest) return [since, clock.expected(earliest, latest)];
  return [since, today > latest ? clock.past(...pastOf(today)) : clock.ends(latest, today === latest)];

  /** Beside days, days may be a number; one alone is none. */
  function pastOf(to: CivilDate): [past: string, days: number | undefined] {
    const days = daysBetween(latest, to);
    const isInDays = stretchOf(promisedOn, to).days !== undefined;
    return [stretch(latest, to), isInDays && days > 1 ? days : undefined];
  }
}

function againstNewest({ clock, dayBeside }: Catalogue, { newest, publishedOn, today }: Status): string[] {
  if (!newest) return [];
  const { latest } = newest.horizon;
  const day = dayBeside(latest, publishedOn ?? today);
  const { open, over, kept, late } = clock.newer;
  if (publishedOn) return [publishedOn <= latest ? kept(day) : late(day)];
  return [today <= latest ? open(day) : over(day)];
}
