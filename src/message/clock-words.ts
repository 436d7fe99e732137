/** The clock in a sentence: how long ago it was promised, and how that stands against the promise's longest reading. */
import type { Status } from "../judge/status.ts";
import { type CivilDate, daysBetween, stretchOf } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";

/** Against the first promise, and where `isWhole` against the newest too. */
export function clockSentence(words: Catalogue, status: Status, isWhole = false): string {
  const first = againstFirst(words, status);
  const { newest, publishedOn } = status;
  if (!isWhole || !newest) return first;
  const { newer } = words.clock;
  const { latest } = newest.horizon;
  const day = words.dayBeside(latest, publishedOn ?? status.today);
  if (publishedOn) return `${first} ${publishedOn <= latest ? newer.kept(day) : newer.late(day)}`;
  return `${first} ${status.today <= latest ? newer.open(day) : newer.over(day)}`;
}

function againstFirst({ clock, stretch, number }: Catalogue, status: Status): string {
  const { promisedOn, phrase, horizon, standing, today, publishedOn } = status;
  const { earliest, latest } = horizon;
  if (publishedOn) {
    const past = publishedOn > latest ? pastOf(latest, promisedOn, publishedOn) : undefined;
    return clock.published(stretch(promisedOn, publishedOn), phrase, past);
  }
  if (status.day < 0) return clock.toCome(promisedOn);
  const since = stretch(promisedOn, today);
  if (status.verdict === "withdrawn" || standing === "withdrawn") return clock.since(since, phrase);
  if (today < earliest) return clock.awaited(phrase, earliest, latest);
  if (today <= latest) return clock.due(since, phrase, latest, today === latest);
  return clock.overdue(since, phrase, pastOf(latest, promisedOn, today));

  /** Beside days, days are a number. */
  function pastOf(from: CivilDate, since: CivilDate, to: CivilDate): string {
    const isInDays = stretchOf(since, to).days !== undefined;
    return isInDays ? number(daysBetween(from, to)) : stretch(from, to);
  }
}
