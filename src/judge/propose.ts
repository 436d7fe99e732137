/**
 * New words on timing: what a look found that somebody official said of when the thing will be out. The clock moves by what
 * people promised, so the bot proposes; a person adds the statement or says that it is none.
 */
import { createHash } from "node:crypto";
import { horizon } from "../commitment/standing.ts";
import { type Timing, timingIn } from "../commitment/timing.ts";
import type { Answer } from "../fetch/capture.ts";
import { fold } from "../language/fold.ts";
import type { Entry, Good } from "../read/reading.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { Statement } from "../watch/statement.ts";
import { isHosted, type Watch } from "../watch/watch.ts";
import { promiseDate } from "./document-date.ts";
import type { Proposal } from "./proposal.ts";
import { provenanceOf } from "./provenance.ts";
import type { Sighting } from "./sighting.ts";

/** Of one look, so many are put to people; a page that says more is a list of something else. */
const MOST_PROPOSED = 3;
const MAX_LINES = 400;
const MOST_QUOTED = 600;
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
/** Control characters, and marks that turn the direction of text: nothing that anybody says. */
const UNSEEN = /[\p{Cc}\u00ad\u202a-\u202e\u2066-\u2069]/gu;
/** "It will be out …" on a page whose heading names it. */
const IT = /\b(?:it|they|its (?:publication|release))\b/i;
/** "The report on …": a word, and what it is on. */
const ON_SOMETHING = /(\p{L}+) (?:on|about|into|regarding|concerning) ((?:[\p{L}’'-]+ ?){1,3})/giu;

const DAY = /^(?:\p{L}+day|the day)\b/iu;

/** Where an office answers questions on many things; the headline need not name this one. */
const BRIEFING =
  /\b(?:briefings?|press (?:conference|point)|spokes(?:person|man|woman)|point de presse|rueda de prensa)\b/i;
/** Of one look, so many are read; a page of very many is an archive. */
const MOST_BRIEFINGS = 3;

/** Something that may say when: one sentence after the other, under a heading, of a day. */
interface Passage {
  heading: string;
  lines: readonly string[];
  /** The day it carries; undefined where nobody can say when it was said. */
  on: CivilDate | undefined;
  url: string;
  answer: Pick<Answer, "finalUrl" | "hops" | "digest">;
}

/**
 * @param entries the items to look at: new or changed, or all of a first reading
 * @param held what was proposed before, whatever became of it
 * @returns what is new, and the addresses of items whose word on timing is known: they need no notice of their own
 */
export function propose(
  sighting: Sighting,
  entries: readonly Entry[],
  held: readonly Proposal[],
): { proposals: Proposal[]; explained: string[] } {
  const fresh = new Map<string, Proposal>();
  const explained: string[] = [];
  const byAddress = Map.groupBy(passages(sighting, entries), ({ url }) => url);
  for (const [url, told] of byAddress) {
    const [best] = told.flatMap((passage) => proposalsIn(sighting, passage)).sort(datedFirst);
    if (!best) continue;
    const asked = [...held, ...fresh.values()];
    // The same word, carried by another list. A day that is named again is no new word; that it was said is a change.
    const isKnown = asked.some(({ id }) => id === best.id);
    if (!isKnown && (isStated(sighting.watch, asked, best) || fresh.size >= MOST_PROPOSED)) continue;
    if (!isKnown) fresh.set(best.id, best);
    explained.push(url);
  }
  return { proposals: [...fresh.values()], explained };
}

/** "Before the end of the month" says more than "no date yet". */
function datedFirst(one: Proposal, other: Proposal): number {
  return Number(one.statement.bearing === "no-date") - Number(other.statement.bearing === "no-date");
}

/** Links of new briefings, which are worth reading for a word on timing alone. */
export function briefings({ watch, answer, followed, isBaseline }: Sighting, entries: readonly Entry[]): string[] {
  if (isBaseline || provenanceOf(watch, answer) !== "own") return [];
  return entries
    .filter(
      ({ title, url, date }) => BRIEFING.test(title) && date && date >= promiseDate(watch) && isHosted(watch, url),
    )
    .slice(0, MOST_BRIEFINGS)
    .map(({ url }) => url)
    .filter((url) => !followed.has(url));
}

function* passages({ watch, reading, changes, isBaseline, answer, at, followed }: Sighting, entries: readonly Entry[]) {
  const today = civilDateAt(at, watch.publisher.zone);
  const unlessFirst = isBaseline ? undefined : today;
  for (const { title, url, date } of entries) {
    yield { heading: "", lines: [title], on: date ?? unlessFirst, url, answer } satisfies Passage;
    const behind = followed.get(url);
    if (behind?.capture.kind !== "answer" || behind.reading.kind !== "document" || behind.reading.form !== "html")
      continue;
    const { titles, lines, date: own } = behind.reading;
    const heading = [title, ...titles.slice(0, 1)].join(" · ");
    yield {
      heading,
      lines: [...titles.slice(0, 1), ...lines],
      on: date ?? own ?? unlessFirst,
      url,
      answer: behind.capture,
    } satisfies Passage;
  }
  // Of a page that is watched itself, what is new on it was said since the last look.
  for (const { title, url, added = [], file } of changes)
    if (!file && reading.kind !== "entries")
      yield {
        heading: [title, ...headOf(reading)].join(" · "),
        lines: added,
        on: today,
        url,
        answer,
      } satisfies Passage;
}

/** The first lines of a page that is watched: its own heading stands there. */
function headOf(reading: Good): string[] {
  return reading.kind === "page" ? reading.lines.slice(0, 2) : [];
}

/** What a passage says of the thing that is awaited. */
function proposalsIn(sighting: Sighting, passage: Passage): Proposal[] {
  const { watch, source, at } = sighting;
  const { on, url, answer } = passage;
  const provenance = provenanceOf(watch, answer);
  if (!on || on < promiseDate(watch) || on > civilDateAt(at, watch.publisher.zone)) return [];
  if (provenance !== "own" && provenance !== "sister") return [];
  const found: Proposal[] = [];
  for (const line of passage.lines.slice(0, MAX_LINES))
    for (const { segment } of SENTENCES.segment(line)) {
      const sentence = segment.replace(UNSEEN, "").trim();
      if (!isOnTheThing(sighting, passage.heading, sentence)) continue;
      const timing = timingIn(sentence, on, watch.days);
      if (!timing) continue;
      const { bearing, phrase } = timing;
      found.push({
        id: idOf(watch, on, timing),
        statement: {
          on,
          by: provenance === "own" ? watch.publisher.name : new URL(answer.finalUrl).host,
          phrase,
          bearing,
          link: url,
          ...(bearing === "promise" ? { horizon: timing.horizon } : {}),
        },
        ...(bearing === "floor" ? { notBefore: timing.notBefore } : {}),
        sentence: sentence.slice(0, MOST_QUOTED),
        provenance,
        capture: answer.digest,
        source: source.id,
        foundAt: at,
        state: "open",
      });
    }
  return found;
}

/** Whether a sentence speaks of the thing itself: in so many words, or under a heading that names it. */
function isOnTheThing({ matcher }: Sighting, heading: string, sentence: string): boolean {
  if (matcher.isOnSubject(sentence)) return true;
  if (!matcher.isOnSubject(heading)) return false;
  if (!matcher.hasSubjectWord(sentence) && !IT.test(sentence)) return false;
  const others = [...sentence.matchAll(ON_SOMETHING)].filter(
    ([, thing = "", what = ""]) => matcher.hasSubjectWord(thing) && !matcher.hasSubjectWord(what) && !DAY.test(what),
  );
  return others.length === 0;
}

/** A day that was named before, named again: "by 31 August", said in June and in July. */
function repeats(one: Statement, other: Statement): boolean {
  return one.bearing === "promise" && other.bearing === "promise" && horizon(one)?.latest === horizon(other)?.latest;
}

/** Whether the watch says it already, or a person has been asked about that day and has not said that it is none. */
function isStated({ statements }: Watch, asked: readonly Proposal[], { statement }: Proposal): boolean {
  const open = asked.flatMap((other) => (other.state === "dismissed" ? [] : [other.statement]));
  return (
    statements.some((other) => other.on === statement.on && other.bearing === statement.bearing) ||
    [...statements, ...open].some((other) => other.on <= statement.on && repeats(other, statement))
  );
}

function idOf(watch: Watch, on: CivilDate, timing: Timing): string {
  const meaning =
    timing.bearing === "promise" ? timing.horizon.latest : timing.bearing === "floor" ? timing.notBefore : "";
  return createHash("sha256")
    .update(["statement", watch.id, on, timing.bearing, meaning].map(fold).join("\n"))
    .digest("hex")
    .slice(0, 32);
}
