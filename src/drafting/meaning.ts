/**
 * What each item of a reading would mean for a watch, by the same judging as at a check: a first look, which is judged although
 * nothing in it is a change.
 */
import { judgeFollowing } from "../check/judge-following.ts";
import { inTurns } from "../check/turns.ts";
import type { Answer } from "../fetch/capture.ts";
import { assess } from "../judge/assess.ts";
import { compare } from "../judge/compare/compare.ts";
import { concerning, entriesToAssess, whatItSays } from "../judge/concerns.ts";
import { isBefore, isToCome, promiseDate } from "../judge/document-date.ts";
import type { Evidence } from "../judge/evidence.ts";
import { matcherFor } from "../judge/match.ts";
import { RULES, type Rule, rank } from "../judge/rules.ts";
import type { Sighting } from "../judge/sighting.ts";
import { strangerAt } from "../judge/stranger.ts";
import { changesToTell } from "../judge/tell.ts";
import type { Entry, Good, Problem } from "../read/reading.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { NoticeKind } from "../watch/names.ts";
import { isHosted, type Source, type Watch } from "../watch/watch.ts";
import type { Looking } from "./glimpse.ts";

/** Why an item is nothing to a watch. */
export type Unmeaning = "before-the-promise" | "off-the-subject" | "about-it" | "to-come" | "undated" | "no-document";

export type Meaning =
  | { kind: "published" | "signal"; rule: Rule; note?: string | undefined }
  /**
   * Its link would be followed at once, and what stands there weighed. `named`: as the thing itself; `mention`: it has a word of the
   * topic, and counts only for a document that proves.
   */
  | { kind: "followed"; says: "named" | "on-subject" | "mention" }
  /** Were it new, it would be told as a change that mentions the subject. */
  | { kind: "change" }
  /** `lacks`: the subject groups of which it has no word. */
  | { kind: "nothing"; because: Unmeaning; lacks: readonly string[][] };

/** What a reading means for a watch. */
export interface Meanings {
  /** Of one item; of the document itself where the reading is one. */
  of(entry: Entry): Meaning;
  whole?: Meaning | undefined;
  /** What people would be told at a first look, where links were followed. */
  told?: NoticeKind[] | undefined;
  /** The items whose words bear on the watch, besides what the reading lists. */
  concerns: readonly Entry[];
}

interface Read {
  watch: Watch;
  source: Source;
  reading: Good;
  answer: Answer;
}

/**
 * @param isFollowing whether links are followed as at a check, politely, and what stands there is weighed
 * @returns a problem where the reading could be of anything but what the source names
 */
export async function meanings(
  tools: Looking,
  { watch, source, reading, answer }: Read,
  isFollowing: boolean,
  signal?: AbortSignal,
): Promise<Meanings | Problem> {
  const at = tools.clock.now();
  const matcher = matcherFor(watch);
  const stranger = strangerAt(source, reading, matcher);
  if (stranger) return stranger;
  const { disappearance } = tools.schedule;
  const compared = await inTurns(compare(undefined, reading, source.url, at, disappearance, undefined));
  if ("problem" in compared) return compared;
  const { isBaseline, changes, memory } = compared;
  const looked = { watch, source, reading, before: undefined, matcher, answer, changes, isBaseline, again: [] };
  const concerned = await inTurns(concerning(looked));
  const sighting: Sighting = {
    ...{ ...looked, ...concerned, at, absentAt: memory.absentAt, shownElsewhere: new Set<string>() },
    ...{ proposed: [], published: [], followed: new Map() },
  };
  const judgement = isFollowing ? await judgeFollowing(tools, sighting, [], signal) : undefined;
  const seen = { ...sighting, ...(judgement ? { followed: judgement.behind } : {}) };
  return {
    of: (entry) => meaningOf(seen, entry),
    whole: reading.kind === "document" ? meaningOfWhole(seen) : undefined,
    told: judgement && toldBy(judgement),
    concerns: concerned.concerns,
  };
}

function toldBy({ notices, first }: Awaited<ReturnType<typeof judgeFollowing>>): NoticeKind[] {
  return [...new Set([...(first ? [first.notice] : []), ...notices].map(({ kind }) => kind))];
}

/** One item, judged as if the look had shown nothing else. */
function meaningOf(sighting: Sighting, entry: Entry): Meaning {
  const [same] = sighting.concerns.filter((one) => one.url === entry.url);
  const alone: Sighting = { ...sighting, concerns: [same ?? entry] };
  const { evidence, follow } = drained(assess(alone));
  if (follow.length > 0) {
    const { isNamed, isOnSubject } = whatItSays(sighting, same ?? entry);
    return { kind: "followed", says: isNamed ? "named" : isOnSubject ? "on-subject" : "mention" };
  }
  return (
    strongest(evidence) ??
    (isTold(sighting, entry) ? { kind: "change" } : { kind: "nothing", ...unmeaning(sighting, same ?? entry) })
  );
}

function meaningOfWhole(sighting: Sighting): Meaning {
  const { evidence, follow } = drained(assess({ ...sighting, concerns: [] }));
  const found = strongest(evidence);
  if (found) return found;
  if (follow.length > 0) return { kind: "followed", says: "on-subject" };
  return { kind: "nothing", because: "no-document", lacks: [] };
}

function strongest(evidence: readonly Evidence[]): Meaning | undefined {
  const [best] = evidence.toSorted((a, b) => rank(b.rule) - rank(a.rule));
  if (!best) return undefined;
  return { kind: RULES[best.rule].strength === "proof" ? "published" : "signal", rule: best.rule, note: best.note };
}

function isTold(sighting: Sighting, { title, url, date }: Entry): boolean {
  const changes = [{ kind: "appeared" as const, title, url, date }];
  return drained(changesToTell({ ...sighting, changes }, () => false)).changes.length > 0;
}

/** Why nothing follows from an item: the first of the judge's own questions that it fails. */
function unmeaning(sighting: Sighting, entry: Entry): { because: Unmeaning; lacks: readonly string[][] } {
  const { watch, matcher, at } = sighting;
  const { isNamed, isOnSubject } = whatItSays(sighting, entry);
  const lacks = matcher.lacks(entry.title);
  if (isBefore(entry, promiseDate(watch))) return { because: "before-the-promise", lacks };
  if (!isNamed && !isOnSubject) return { because: "off-the-subject", lacks };
  if (matcher.isAbout(entry.title)) return { because: "about-it", lacks };
  if (isToCome(entry, civilDateAt(at, watch.publisher.zone))) return { because: "to-come", lacks };
  const isDated = entry.date !== undefined || entry.either !== undefined;
  return { because: isDated || isHosted(watch, entry.url) ? "no-document" : "undated", lacks };
}

/** What a generator that is gone through at once gives. */
function drained<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What of a reading may be news, as at a check: its items, and every other link of its page's content. */
export function itemsOf(reading: Good): Entry[] {
  const looked = { reading, changes: [], isBaseline: true, again: [], before: undefined };
  return entriesToAssess(looked);
}
