/**
 * One check of one source, start to end:
 *
 *   fetch ─▶ read (and read on: further pages, files) ─▶ compare ─▶ judge ⇄ follow links ─▶ record
 *
 * What leaves the process (messages) is left in the outbox by `record` and drained by deliver/. A newcomer starts here.
 */
import type { Capture } from "../fetch/capture.ts";
import { compare } from "../judge/compare/compare.ts";
import { rememberStrange } from "../judge/compare/redesign.ts";
import { concerning } from "../judge/concerns.ts";
import { due, waitingAfter } from "../judge/later.ts";
import { matcherFor } from "../judge/match.ts";
import { readingRules } from "../judge/reading-rules.ts";
import type { Followed } from "../judge/sighting.ts";
import { strangerAt } from "../judge/stranger.ts";
import { stillToComplete } from "../judge/told-first.ts";
import type { JudgedBy, Seen } from "./account.ts";
import { type Attempt, brokenBy, isOfSource, unseen } from "./broken.ts";
import { isToBeReadAnew } from "./due.ts";
import type { Checked, CheckTools, Errand, Tools } from "./errand.ts";
import { letGo, noteExchanges } from "./exchanges.ts";
import { judgeFollowing, openSignals } from "./judge-following.ts";
import { judging, knownNow } from "./known-now.ts";
import { fetchCopies, fetchSource, look } from "./look.ts";
import { movedSource } from "./moved.ts";
import { isIndex } from "./parts.ts";
import { readOn } from "./read-on.ts";
import { recall, remembered } from "./recall.ts";
import { recordFirst, recordProblem, recordRead, recordUnchanged } from "./record.ts";
import { isResumed } from "./resumed.ts";
import { anew, blankRow } from "./row.ts";
import { inTurns } from "./turns.ts";

/**
 * @returns undefined when it was cut short, to be done anew at the next start, or is not to be done any more
 * @throws {Overtaken} when something else was recorded of the watch meanwhile, and besides only what is not the source's own: no
 * room, no store. Whatever else goes wrong is recorded as this source's problem
 */
export async function check(tools: Tools, errand: Errand): Promise<Checked | undefined> {
  const had = new Map<string, Capture>();
  try {
    let before = errand.watch;
    return await judging(async () => {
      const named = tools.current(errand.watch);
      if (!named) return undefined;
      // By other rules, it may have to be asked for in another way.
      if (named !== before) {
        letGo(had.values());
        had.clear();
      }
      before = named;
      return tryOnce(tools, { ...errand, watch: named }, had);
    });
  } finally {
    letGo(had.values());
  }
}

/** @param had what an earlier try had: it is judged again, not fetched again */
async function tryOnce(tools: Tools, asked: Errand, had: Map<string, Capture>): Promise<Checked | undefined> {
  const { watch, basis } = await knownNow(tools, asked.watch);
  const source = watch.sources.find(({ id }) => id === asked.source.id);
  if (!source) return undefined;
  const errand = { ...asked, watch, source };
  const rules = readingRules(asked.watch, source.id);
  const attempt: Attempt = { exchanges: [] };
  const noting = noteExchanges(tools, attempt.exchanges, had);
  try {
    return await walk(tools, noting, errand, { basis, rules }, attempt);
  } catch (error) {
    if (!isOfSource(error)) throw error;
    tools.log.error({ event: "failed", step: "check", error: String(error) }, "a source that cannot be looked at");
    return await recordProblem(tools, attempt.seen ?? (await unseen(tools, errand, { basis, rules })), brokenBy(error));
  } finally {
    noting.reader.close();
  }
}

async function walk(
  tools: Tools,
  noting: CheckTools,
  errand: Errand,
  { basis, rules }: JudgedBy,
  attempt: Attempt,
): Promise<Checked | undefined> {
  const { store, clock, log, schedule } = tools;
  const { watch, source, signal } = errand;
  const found = (await store.sources.one(watch.id, source.id)) ?? blankRow(watch.id, source.id);
  const isAnew = isToBeReadAnew(found, rules);
  const row = isAnew ? anew(found) : found;
  const held = await store.evidence.of(watch.id, basis);
  const open = openSignals(held, source);

  const began = clock.now();
  log.debug({ event: "fetch" }, "fetching");
  // Links whose time has come are followed again, whatever the source says; so are those of a signal that is open.
  const isAgain = open.length > 0 || (row.again_at !== null && row.again_at <= began);
  const { capture, address, isStale } = source.via
    ? await fetchCopies(noting, watch, source, signal)
    : await fetchSource(noting, row, source, { isAgain, began }, signal);
  if (capture.kind === "failure" && capture.cause === "interrupted") return undefined;
  // One instant stands for the whole check, so that a replay can go through it at the same one.
  const at = clock.now();
  const seen: Seen = { errand, basis, row, rules, isAnew, began, at, capture, address, exchanges: attempt.exchanges };
  attempt.seen = seen;

  const moved = movedSource(row, source, capture);
  // A page's files may be replaced behind its back: once a day they are looked at, whatever the page says.
  const mustRead = isAgain || moved !== undefined || (source.kind === "document" && isStale);
  const looked = await look(noting, row, source, capture, watch.publisher, mustRead);
  log.debug({ event: "read" }, "read");
  if (looked.kind === "unchanged") return recordUnchanged(tools, seen, looked.digests);
  if (looked.kind === "problem") return recordProblem(tools, seen, looked);
  const kept = await remembered(noting, watch.id, source.id);
  const before = isAnew ? undefined : kept?.memory;
  const behind = new Map<string, Followed>();
  const reading = await readOn(noting, looked.reading, before, errand, isStale, behind);
  if (signal?.aborted) return undefined;
  // Of a list that was not read to its end nobody can say what is missing.
  if (reading.kind === "problem") return recordProblem(tools, seen, reading);

  const matcher = matcherFor(watch);
  const stranger = strangerAt(source, reading, matcher);
  if (stranger) return recordProblem(tools, seen, stranger);

  const { answer, digests } = looked;
  const working = <T>(work: Generator<void, T>) => noting.reader.workingOn(answer, () => inTurns(work));
  const compared = await working(
    compare(before, reading, source.url, at, schedule.disappearance, row.good_at ?? undefined),
  );
  // The strange layout is counted: when it stays, it becomes the new baseline.
  if ("problem" in compared) return recordProblem(tools, seen, compared, rememberStrange(before, reading));

  const { isBaseline, changes, memory } = compared;
  const waiting = before?.putOff ?? [];
  const read = { watch, source, reading, before, matcher };
  const again = [...new Map([...open, ...due(waiting, at)].map((link) => [link.url, link])).values()];
  const concerned = await working(concerning({ ...read, answer, changes, isBaseline, again }));
  const sighting = {
    ...read,
    ...(await recall(noting, { ...read, ...concerned }, held)),
    ...{ at, answer, changes, isBaseline, moved, again, ...concerned, absentAt: memory.absentAt },
  };
  const judgement = await judgeFollowing(noting, { ...sighting, followed: behind }, held, signal);
  if (judgement.first) return recordFirst(tools, seen, judgement.first, before);
  memory.toldFirst = stillToComplete(before?.toldFirst, judgement, at);
  memory.putOff = waitingAfter(waiting, sighting.again, judgement.putOff);
  // Cut short while following links, a check knows too little to judge.
  if (signal?.aborted) return undefined;
  log.debug({ event: "judge", followed: judgement.behind.size - behind.size }, "judged");

  const isInParts = isIndex(looked.reading) || isResumed(source, looked.reading);
  const unread = reading.kind === "entries" ? reading.unread : undefined;
  return noting.reader.workingOn(answer, () =>
    recordRead(tools, seen, { compared, moved, before: kept, held, judgement, digests, isInParts, unread }),
  );
}
