/**
 * New words on timing: what a look found that somebody official said of when the thing will be out. The clock moves by what
 * people promised, so the bot proposes; a person adds the statement or says that it is none.
 */
import { createHash } from "node:crypto";
import { horizon } from "../commitment/standing.ts";
import { type Timing, timingIn } from "../commitment/timing.ts";
import type { Answer } from "../fetch/capture.ts";
import { fold } from "../language/fold.ts";
import { sentences } from "../language/sentences.ts";
import { withoutUnseen } from "../language/unseen.ts";
import type { Entry, Good, Signature } from "../read/reading.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { Statement } from "../watch/statement.ts";
import { isHosted, type Watch } from "../watch/watch.ts";
import { placeKey } from "./compare/identity.ts";
import { isEdited } from "./concerns.ts";
import { isBefore, promiseDate } from "./document-date.ts";
import { namer } from "./named-thing.ts";
import type { Proposal } from "./proposal.ts";
import { provenanceOf } from "./provenance.ts";
import type { Sighting } from "./sighting.ts";

const MAX_LINES = 400;
const MAX_LINE = 10_000;
/** Longer ones are lists and tables; nothing is looked for in them (commitment/timing.ts). */
const MAX_SENTENCE = 600;
const MAX_SENTENCES = 300;
/** Proposals that wait for a person; while so many do, no more are added to them. */
const MOST_OPEN = 20;

/** Something that may say when: one sentence after the other, under a heading, of a day. */
interface Passage {
  heading: string;
  lines: readonly string[];
  /** The day on which it was said. */
  on: CivilDate;
  url: string;
  answer: Pick<Answer, "url" | "finalUrl" | "hops" | "digest">;
  /** Of a mail: whose word it is. */
  signedBy?: Signature | undefined;
  /** Set when it was read before: what is new on it was said today. */
  isReadAgain?: boolean;
}

/**
 * @param entries the items to look at: new or changed, or all of a first reading
 * @param held what was proposed before, whatever became of it
 * @returns what is new; what there is no room for is still told as a change
 */
export function* propose(
  sighting: Sighting,
  entries: readonly Entry[],
  held: readonly Proposal[],
): Generator<void, Proposal[]> {
  const room = MOST_OPEN - held.filter(({ state }) => state === "open").length;
  const fresh = new Map<string, Proposal>();
  for (const [, told] of yield* byAddress(passages(sighting, entries))) {
    yield;
    if (fresh.size >= room) break;
    const found = told.flatMap((passage) =>
      passage.isReadAgain ? saidSince(sighting, passage, held) : proposalsIn(sighting, passage),
    );
    // "Before the end of the month" says more than "no date yet".
    const dated = found.filter(({ statement }) => statement.bearing !== "no-date");
    for (const proposal of dated.length > 0 ? dated : found.slice(0, 1)) {
      const asked = [...held, ...fresh.values()];
      const isKnown = asked.some(({ id }) => id === proposal.id);
      if (!isKnown && !isStated(sighting.watch, asked, proposal) && fresh.size < room) fresh.set(proposal.id, proposal);
    }
  }
  return [...fresh.values()];
}

function* byAddress(passages: Iterable<Passage>): Generator<void, Map<string, Passage[]>> {
  const grouped = new Map<string, Passage[]>();
  for (const passage of passages) {
    const others = grouped.get(passage.url);
    if (others) others.push(passage);
    else grouped.set(passage.url, [passage]);
    yield;
  }
  return grouped;
}

/** Of a page that was read before: what it says today, and was neither proposed nor known as said on the page's own day. */
function saidSince(sighting: Sighting, passage: Passage, held: readonly Proposal[]): Proposal[] {
  const { watch, at } = sighting;
  const isKnown = (one: Proposal) =>
    held.some(({ id, sentence }) => id === one.id || sentence === one.sentence) || isStated(watch, held, one);
  const old = new Set(
    proposalsIn(sighting, passage)
      .filter(isKnown)
      .map(({ sentence }) => sentence),
  );
  const today = civilDateAt(at, watch.publisher.zone);
  return proposalsIn(sighting, { ...passage, on: today }).filter(({ sentence }) => !old.has(sentence));
}

function* passages(sighting: Sighting, entries: readonly Entry[]): Generator<Passage, void> {
  const { watch, reading, before, changes, isBaseline, answer, at, followed, again } = sighting;
  const today = civilDateAt(at, watch.publisher.zone);
  for (const entry of entries) {
    const { title, url, date, signedBy } = entry;
    // Of what is undated, only what was never shown is of today. What is read again was read once as of its day.
    const waited = again.find((link) => link.url === url);
    const isShown = before !== undefined && placeKey(url) in before.known;
    if (!date && (isBaseline || isShown || isBefore(entry, promiseDate(watch)))) continue;
    const isReadAgain = waited !== undefined && !waited.isUnseen;
    const isAnother = isEdited(changes, url);
    const on = isAnother ? today : (date ?? today);
    const since = isReadAgain && !isAnother ? { isReadAgain } : {};
    // A headline that leads to somebody else's site may be theirs.
    // What is signed is said by who signed it, all of it.
    if (signedBy)
      yield { heading: title, lines: [entry.row ?? title], on, url, answer, signedBy, ...since } satisfies Passage;
    else if (isHosted(watch, url) || new URL(url).host === new URL(answer.finalUrl).host)
      yield { heading: "", lines: [title], on, url, answer, ...since } satisfies Passage;
    const behind = followed.get(url);
    if (behind?.capture.kind !== "answer" || behind.reading.kind !== "document" || behind.reading.form !== "html")
      continue;
    const { titles, lines } = behind.reading;
    const heading = [title, ...titles.slice(0, 1)].join(" · ");
    const all = [...titles.slice(0, 1), ...lines];
    yield { heading, lines: all, on, url, answer: behind.capture, ...since } satisfies Passage;
  }
  // Of a page that is watched itself, what is new on it was said since the last look.
  for (const { title, url, added = [], file } of changes)
    if (!file && reading.kind !== "entries") {
      const heading = [title, ...headOf(reading)].join(" · ");
      yield { heading, lines: added, on: today, url, answer } satisfies Passage;
    }
}

/** The first lines of a page that is watched: its own heading stands there. */
function headOf(reading: Good): string[] {
  return reading.kind === "page" ? reading.lines.slice(0, 2) : [];
}

/** What a passage says of the thing that is awaited. */
function proposalsIn(sighting: Sighting, passage: Passage): Proposal[] {
  const { watch, source, at } = sighting;
  const { on, url, answer, signedBy } = passage;
  const provenance = provenanceOf(watch, answer, { signedBy });
  if (on < promiseDate(watch) || on > civilDateAt(at, watch.publisher.zone)) return [];
  if (provenance !== "own" && provenance !== "own-word" && provenance !== "sister") return [];
  const found: Proposal[] = [];
  const said = [...sentencesIn(passage.lines)].map((sentence) => ({
    sentence,
    timing: timingIn(sentence, on, watch.days),
  }));
  // Most say nothing of when, and what they name need not be found out.
  if (!said.some(({ timing }) => timing)) return [];
  const isNamed = namer(sighting.matcher, passage.heading);
  for (const { sentence, timing } of said) {
    const isMeant = isNamed(sentence);
    if (!timing || !isMeant(timing.of)) continue;
    const { bearing, phrase } = timing;
    found.push({
      id: idOf(watch, on, timing),
      statement: {
        on,
        by: provenance === "sister" ? (signedBy?.domain ?? new URL(answer.finalUrl).host) : watch.publisher.name,
        phrase,
        bearing,
        // Nobody but who has the mailbox could open a mail.
        ...(/^https?:/.test(url) ? { link: url } : {}),
        ...(bearing === "promise" ? { horizon: timing.horizon } : {}),
      },
      ...(bearing === "floor" ? { notBefore: timing.notBefore } : {}),
      sentence,
      provenance,
      capture: answer.digest,
      source: source.id,
      foundAt: at,
      state: "open",
    });
  }
  return found;
}

function* sentencesIn(lines: readonly string[]): Generator<string> {
  let count = 0;
  for (const line of lines.slice(0, MAX_LINES))
    for (const said of sentences(line.slice(0, MAX_LINE))) {
      if (count++ >= MAX_SENTENCES) return;
      const sentence = withoutUnseen(said).trim();
      if (sentence.length <= MAX_SENTENCE) yield sentence;
    }
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
