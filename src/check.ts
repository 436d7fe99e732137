/**
 * One check of one source, start to end:
 *
 *   fetch ─▶ read ─▶ compare ─▶ judge (following links until nothing more can be learnt) ─▶ record
 *
 * What leaves the process (messages) is left in the outbox by `record` and drained by deliver/. A newcomer starts here.
 */
import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import { elapsed } from "./clock.ts";
import type { Settings } from "./config/settings.ts";
import type { Source, Watch } from "./config/watch.ts";
import type { Answer, Capture } from "./fetch/capture.ts";
import type { Fetcher } from "./fetch/fetcher.ts";
import { type Followed, isOfficial } from "./judge/assess.ts";
import type { Change, Memory } from "./judge/change.ts";
import { compare, keys, rememberStrange } from "./judge/compare.ts";
import type { Evidence } from "./judge/evidence.ts";
import { judge } from "./judge/judge.ts";
import { createMatcher, type Matcher } from "./judge/match.ts";
import type { Notice } from "./judge/notice.ts";
import { contentOf, FOLLOWED, type HowToRead, readBody, readHead, unpackText } from "./read/read.ts";
import { type Good, type Problem, problem } from "./read/reading.ts";
import { nextDue } from "./schedule/due.ts";
import type { SourceRow } from "./store/database.ts";
import type { Recorded, Store } from "./store/store.ts";

export interface Bench {
  clock: Clock;
  fetcher: Fetcher;
  store: Store;
  log: Logger;
  schedule: Settings["schedule"];
  /** After this long without a full answer, ask without validators. */
  fullRead: number;
}

export interface Checked {
  watch: string;
  source: string;
  outcome: "baseline" | "unchanged" | "changed" | "problem";
  problem?: Problem | undefined;
  /** Nobody ever confirmed this source, and it is not there: nothing to worry about. */
  isConjecture: boolean;
  changes: Change[];
  notices: Notice[];
  bytes: number;
  milliseconds: number;
}

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 6;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

export async function check(
  bench: Bench,
  watch: Watch,
  source: Source,
  signal?: AbortSignal,
): Promise<Checked | undefined> {
  const { store, clock, log } = bench;
  const row = (await store.source(watch.id, source.id)) ?? blankRow(watch.id, source.id);
  const held = await store.evidence(watch.id);
  const again = openSignals(held, source);
  log.debug({ event: "fetch" }, "fetching");
  const { capture, address } = await fetchSource(bench, row, source, again.length > 0, signal);
  if (capture.kind === "failure" && capture.cause === "interrupted") return undefined;
  const at = clock.now();
  const looked = await look(bench, row, source, capture, watch.publisher.zone, again.length > 0);
  log.debug({ event: "read" }, "read");

  if (looked.kind === "unchanged") {
    const next = {
      ...row,
      ...goodRow(row, capture, address, at),
      ...(looked.contentDigest ? { content_digest: looked.contentDigest } : {}),
    };
    return finish(bench, watch, next, { outcome: "unchanged", capture, changes: [], recorded: {} });
  }
  if (looked.kind === "problem") return finishProblem(bench, watch, source, row, capture, looked);

  const before = await store.memory(watch.id, source.id);
  const reading = await readOn(bench, looked.reading, before, source, watch, signal);
  const compared = compare(before, reading, source.url, at, bench.schedule.disappearance);
  if ("problem" in compared) {
    const memory = rememberStrange(before, reading);
    return finishProblem(bench, watch, source, row, capture, compared, memory);
  }
  const movedFrom = movedSource(row, source, capture);
  const changes = movedFrom
    ? [
        { kind: "moved" as const, title: source.name ?? source.id, url: looked.answer.finalUrl, from: movedFrom },
        ...compared.changes,
      ]
    : compared.changes;
  const followed = new Map<string, Followed>();
  const sighting = {
    watch,
    matcher: matcherFor(watch),
    source,
    finalUrl: looked.answer.finalUrl,
    digest: looked.answer.digest,
    at,
    reading,
    changes: compared.changes,
    movedFrom,
    isBaseline: compared.isBaseline,
    before,
    again,
    followed,
  };
  let judgement = judge(sighting, held);
  while (judgement.follow.length > 0) {
    for (const url of judgement.follow)
      followed.set(url, followed.size < MAX_FOLLOWED ? await follow(bench, watch, url, signal) : tooMany(url, at));
    judgement = judge(sighting, held);
  }
  log.debug({ event: "judge", followed: followed.size }, "judged");

  const outcome = compared.isBaseline ? "baseline" : changes.length > 0 ? "changed" : "unchanged";
  const captures = [
    looked.answer,
    ...[...followed.values()].flatMap((found) => (found.capture.kind === "answer" ? [found.capture] : [])),
  ];
  const isNews = outcome !== "unchanged" || judgement.notices.length > 0;
  const next = {
    ...row,
    ...goodRow(row, capture, address, at),
    content_digest: looked.contentDigest,
    ...recovery(row, changes),
    ...(isWaiting(compared.memory) ? NOTHING_TO_REST_ON : {}),
  };
  return finish(bench, watch, next, {
    outcome,
    capture,
    changes,
    recorded: {
      memory: compared.memory,
      captures: isNews ? captures : [],
      evidence: judgement.evidence,
      notices: judgement.notices,
    },
  });
}

/** Asks at the address that worked last, and at the source's other addresses when nothing is there any more. */
async function fetchSource(
  { clock, fetcher, fullRead }: Bench,
  row: SourceRow,
  source: Source,
  isAgain: boolean,
  signal: AbortSignal | undefined,
): Promise<{ capture: Capture; address: string }> {
  const isFullRead = isAgain || !row.full_at || Math.abs(elapsed(row.full_at, clock.now())) >= fullRead;
  const current = row.address && !isFullRead ? row.address : source.url;
  const addresses = [...new Set([current, ...(row.address ? [row.address] : []), source.url, ...source.formerly])];
  let first: { capture: Capture; address: string } | undefined;
  for (const address of addresses) {
    const canBeConditional = !isFullRead && address === row.address && row.failing_since === null;
    const validators = canBeConditional
      ? { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
      : {};
    const capture = await fetcher.fetch(address, validators, signal);
    first ??= { capture, address };
    const head = readHead(capture, { kind: "page", ignore: [] });
    if (!(head?.kind === "problem" && head.problem === "gone")) return { capture, address };
  }
  return first ?? { capture: await fetcher.fetch(source.url, {}, signal), address: source.url };
}

type Look =
  | { kind: "unchanged"; contentDigest?: string }
  | Problem
  | { kind: "read"; reading: Good; answer: Answer; contentDigest: string | null };

/** Wire bytes first, then the content region; only what differs is parsed. */
async function look(
  { fetcher }: Bench,
  row: SourceRow,
  source: Source,
  capture: Capture,
  zone: string,
  mustRead: boolean,
): Promise<Look> {
  const head = readHead(capture, source);
  if (head?.kind === "problem") return head;
  if (capture.kind === "failure") return problem("unavailable", capture.detail);
  if (head) return { kind: "read", reading: head, answer: capture, contentDigest: null };
  const canRestOnLast = row.good_at !== null && row.failing_since === null;
  if (capture.status === 304)
    return canRestOnLast
      ? { kind: "unchanged" }
      : problem("unreadable", "answered 304 although the last reading was not a good one");
  if (canRestOnLast && !mustRead && capture.digest === row.wire_digest) return { kind: "unchanged" };
  const bytes = await fetcher.unpack(capture).catch((error: Error) => error);
  if (bytes instanceof Error) return problem("unreadable", bytes.message);
  const unpacked = unpackText(capture, bytes);
  const contentDigest = createHash("sha256").update(contentOf(unpacked)).digest("hex");
  if (canRestOnLast && !mustRead && contentDigest === row.content_digest && source.kind !== "document")
    return { kind: "unchanged", contentDigest };
  const reading = await readBody(capture, unpacked, source, zone);
  return reading.kind === "problem" ? reading : { kind: "read", reading, answer: capture, contentDigest };
}

/**
 * Goes on to a list's further pages: all parts of a sitemap index, and a listing's older pages when nothing on the first
 * is known (more came than fit on it since the last look).
 */
async function readOn(
  bench: Bench,
  first: Good,
  before: Memory | undefined,
  source: Source,
  watch: Watch,
  signal: AbortSignal | undefined,
): Promise<Good> {
  if (first.kind !== "entries") return first;
  const isGap =
    before?.lastGood?.kind === "entries" &&
    !first.entries.some((entry) => keys(entry).some((key) => key in before.known));
  const isIndex = first.entries.length === 0;
  if (!isGap && !isIndex) return first;
  const entries = [...first.entries];
  const waiting = [...first.next];
  for (let page = 1; page < source.pages || isIndex; page++) {
    const url = waiting.shift();
    if (!url) break;
    const { reading } = await follow(bench, watch, url, signal, source);
    if (reading.kind !== "entries") break;
    entries.push(...reading.entries);
    if (!isIndex) {
      waiting.push(...reading.next);
      if (reading.entries.some((entry) => keys(entry).some((key) => before && key in before.known))) break;
    }
  }
  return { ...first, entries };
}

/** Fetches and reads what stands behind a link, on the publisher's own hosts only. */
async function follow(
  { fetcher, log, clock }: Bench,
  watch: Watch,
  url: string,
  signal: AbortSignal | undefined,
  how: HowToRead = FOLLOWED,
): Promise<Followed> {
  if (!isOfficial(watch, url)) return tooMany(url, clock.now());
  log.debug({ event: "follow", url }, "following a link");
  const capture = await fetcher.fetch(url, {}, signal);
  const head = readHead(capture, how);
  if (head || capture.kind === "failure") return { capture, reading: head ?? problem("unavailable", "did not answer") };
  const bytes = await fetcher.unpack(capture).catch((error: Error) => error);
  if (bytes instanceof Error) return { capture, reading: problem("unreadable", bytes.message) };
  return { capture, reading: await readBody(capture, unpackText(capture, bytes), how, watch.publisher.zone) };
}

function tooMany(url: string, at: string): Followed {
  return {
    capture: { kind: "failure", url, at, cause: "interrupted", detail: "was not followed", milliseconds: 0 },
    reading: problem("unavailable", "was not followed: too many links at once"),
  };
}

interface Finished {
  outcome: Checked["outcome"];
  capture: Capture;
  changes: Change[];
  problem?: Problem;
  recorded: Recorded;
}

async function finish(
  { store, log, clock, schedule }: Bench,
  watch: Watch,
  row: SourceRow,
  { outcome, capture, changes, problem: found, recorded }: Finished,
): Promise<Checked> {
  const bytes = capture.kind === "answer" ? capture.wire.length : 0;
  const at = clock.now();
  const isConjecture = isConjectural(watch, row);
  const source: SourceRow = {
    ...row,
    checked_at: at,
    due_at: nextDue(watch, row.source, schedule, { at, isConjecture, capture }),
  };
  const check = {
    watch: watch.id,
    source: row.source,
    at,
    outcome,
    problem: found?.problem ?? null,
    detail: found?.detail ?? null,
    status: capture.kind === "answer" ? capture.status : null,
    bytes,
    milliseconds: capture.milliseconds,
    capture: recorded.captures?.[0]?.digest ?? null,
    changes: changes.length > 0 ? JSON.stringify(changes.slice(0, 100)) : null,
  };
  log.debug({ event: "record" }, "recording");
  const notices = await store.record(watch.id, { ...recorded, source, check });
  const level =
    outcome === "problem" && !isConjecture ? "warn" : outcome === "unchanged" || isConjecture ? "debug" : "info";
  log[level](
    {
      event: "checked",
      watch: watch.id,
      source: row.source,
      outcome,
      ...(found ? { problem: found.problem, detail: found.detail } : {}),
      changes: changes.length,
      bytes,
    },
    "checked",
  );
  return {
    watch: watch.id,
    source: row.source,
    outcome,
    ...(found ? { problem: found } : {}),
    isConjecture,
    changes,
    notices,
    bytes,
    milliseconds: capture.milliseconds,
  };
}

/** The last good reading stays; only the trouble is written down. */
async function finishProblem(
  bench: Bench,
  watch: Watch,
  source: Source,
  row: SourceRow,
  capture: Capture,
  found: Problem,
  memory?: Memory,
): Promise<Checked> {
  const startsBlindSpell = row.failing_since === null;
  const next: SourceRow = {
    ...row,
    failing_since: row.failing_since ?? bench.clock.now(),
    problem: found.problem,
    detail: found.detail,
  };
  const captures = startsBlindSpell && capture.kind === "answer" && source.existence === "confirmed" ? [capture] : [];
  return finish(bench, watch, next, {
    outcome: "problem",
    capture,
    changes: [],
    problem: found,
    recorded: { captures, ...(memory ? { memory } : {}) },
  });
}

function goodRow(row: SourceRow, capture: Capture, address: string, at: string): Partial<SourceRow> {
  if (capture.kind === "failure") return {};
  const isFull = capture.status !== 304;
  return {
    good_at: at,
    failing_since: null,
    problem: null,
    detail: null,
    told_blind_at: null,
    address,
    ...(row.told_blind_at ? { recovered_since: row.failing_since, recovered_changes: 0 } : {}),
    ...(isFull
      ? {
          full_at: at,
          final_url: capture.finalUrl,
          etag: capture.headers.etag ?? null,
          last_modified: capture.headers["last-modified"] ?? null,
          wire_digest: capture.digest,
        }
      : {}),
  };
}

/** While something is missing, every look must count, so none may be cut short as "the same as last time". */
function isWaiting(memory: Memory): boolean {
  return Object.keys(memory.missing).length > 0;
}

const NOTHING_TO_REST_ON = { etag: null, last_modified: null, wire_digest: null, content_digest: null };

function recovery(row: SourceRow, changes: readonly Change[]): Partial<SourceRow> {
  return row.told_blind_at ? { recovered_changes: changes.length } : {};
}

/** A source that is read at another address than before: the whole scheme may have changed. */
function movedSource(row: SourceRow, source: Source, capture: Capture): string | undefined {
  if (source.kind === "document" || !row.final_url || capture.kind === "failure") return undefined;
  const place = (url: string) => new URL(url).origin + new URL(url).pathname;
  return place(row.final_url) === place(capture.finalUrl) ? undefined : row.final_url;
}

function openSignals(held: readonly Evidence[], source: Source): { url: string; text: string }[] {
  return held
    .filter(
      (item) =>
        item.source === source.id &&
        item.state === "standing" &&
        (item.rule === "title-without-document" || item.rule === "headline-says-issued"),
    )
    .slice(-MAX_AGAIN)
    .map((item) => ({ url: item.url, text: item.title }));
}

function isConjectural(watch: Watch, row: SourceRow): boolean {
  return (
    row.good_at === null &&
    row.problem === "gone" &&
    watch.sources.find((source) => source.id === row.source)?.existence === "likely"
  );
}

const matchers = new WeakMap<Watch, Matcher>();

function matcherFor(watch: Watch): Matcher {
  const known = matchers.get(watch) ?? createMatcher(watch.evidence);
  matchers.set(watch, known);
  return known;
}

function blankRow(watch: string, source: string): SourceRow {
  return {
    watch,
    source,
    checked_at: null,
    due_at: null,
    good_at: null,
    full_at: null,
    failing_since: null,
    problem: null,
    detail: null,
    told_blind_at: null,
    recovered_since: null,
    recovered_changes: null,
    address: null,
    final_url: null,
    etag: null,
    last_modified: null,
    wire_digest: null,
    content_digest: null,
  };
}
