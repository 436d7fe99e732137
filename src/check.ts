/**
 * One check of one source, start to end:
 *
 *   fetch ─▶ read ─▶ compare ─▶ judge (following links until nothing more can be learnt) ─▶ record
 *
 * What leaves the process (messages) is left in the outbox by `record` and drained by deliver/. A newcomer starts here.
 */
import type { Source, Watch } from "./config/watch.ts";
import type { Capture } from "./fetch/capture.ts";
import type { Followed } from "./judge/assess.ts";
import type { Memory } from "./judge/change.ts";
import { compare, rememberStrange } from "./judge/compare.ts";
import type { Evidence } from "./judge/evidence.ts";
import { judge } from "./judge/judge.ts";
import { createMatcher, type Matcher } from "./judge/match.ts";
import { fetchSource, follow, look, notFollowed, readOn } from "./look.ts";
import { blankRow, finish, finishProblem, goodRow } from "./record.ts";
import type { SourceRow } from "./store/database.ts";
import type { Checked, Tools } from "./walk.ts";

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 6;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

export async function check(
  tools: Tools,
  watch: Watch,
  source: Source,
  signal?: AbortSignal,
): Promise<Checked | undefined> {
  const { store, clock, log } = tools;
  const row = (await store.source(watch.id, source.id)) ?? blankRow(watch.id, source.id);
  const held = await store.evidence(watch.id);
  const again = openSignals(held, source);
  log.debug({ event: "fetch" }, "fetching");
  const { capture, address } = await fetchSource(tools, row, source, again.length > 0, signal);
  if (capture.kind === "failure" && capture.cause === "interrupted") return undefined;
  const at = clock.now();
  const looked = await look(tools, row, source, capture, watch.publisher.zone, again.length > 0);
  log.debug({ event: "read" }, "read");

  if (looked.kind === "unchanged") {
    const next = {
      ...row,
      ...goodRow(row, capture, address, at, 0),
      ...(looked.contentDigest ? { content_digest: looked.contentDigest } : {}),
    };
    return finish(tools, watch, next, { outcome: "unchanged", capture, changes: [], recorded: {} });
  }
  if (looked.kind === "problem") return finishProblem(tools, watch, source, row, capture, looked);

  const before = await store.memory(watch.id, source.id);
  const reading = await readOn(tools, looked.reading, before, source, watch, signal);
  const compared = compare(before, reading, source.url, at, tools.schedule.disappearance);
  if ("problem" in compared) {
    const memory = rememberStrange(before, reading);
    return finishProblem(tools, watch, source, row, capture, compared, memory);
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
      followed.set(url, followed.size < MAX_FOLLOWED ? await follow(tools, watch, url, signal) : notFollowed(url, at));
    judgement = judge(sighting, held);
  }
  // Cut short while following links, a check knows too little to judge: it is done anew at the next start.
  if (signal?.aborted) return undefined;
  log.debug({ event: "judge", followed: followed.size }, "judged");

  const outcome = compared.isBaseline ? "baseline" : changes.length > 0 ? "changed" : "unchanged";
  const captures = [
    looked.answer,
    ...[...followed.values()].flatMap((found) => (found.capture.kind === "answer" ? [found.capture] : [])),
  ];
  const isNews = outcome !== "unchanged" || judgement.notices.length > 0;
  const next = {
    ...row,
    ...goodRow(row, capture, address, at, changes.length),
    content_digest: looked.contentDigest,
    ...(isWaiting(compared.memory) ? NOTHING_TO_REST_ON : {}),
  };
  return finish(tools, watch, next, {
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

/** A source that is read at another address than before: the whole scheme may have changed. */
function movedSource(row: SourceRow, source: Source, capture: Capture): string | undefined {
  if (source.kind === "document" || !row.final_url || capture.kind === "failure") return undefined;
  const place = (url: string) => new URL(url).origin + new URL(url).pathname;
  return place(row.final_url) === place(capture.finalUrl) ? undefined : row.final_url;
}

/** While something is missing, every look must count, so none may be cut short as "the same as last time". */
function isWaiting(memory: Memory): boolean {
  return Object.keys(memory.missing).length > 0;
}

const NOTHING_TO_REST_ON = { etag: null, last_modified: null, wire_digest: null, content_digest: null };

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

const matchers = new WeakMap<Watch, Matcher>();

function matcherFor(watch: Watch): Matcher {
  const known = matchers.get(watch) ?? createMatcher(watch.evidence);
  matchers.set(watch, known);
  return known;
}
