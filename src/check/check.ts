/**
 * One check of one source, start to end:
 *
 *   fetch ─▶ read ─▶ compare ─▶ judge (following links until nothing more can be learnt) ─▶ record
 *
 * What leaves the process (messages) is left in the outbox by `record` and drained by deliver/. A newcomer starts here.
 */
import type { Capture } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Change } from "../judge/compare/change.ts";
import { compare } from "../judge/compare/compare.ts";
import type { Memory } from "../judge/compare/memory.ts";
import { rememberStrange } from "../judge/compare/redesign.ts";
import type { Evidence } from "../judge/evidence.ts";
import { judge } from "../judge/judge.ts";
import { createMatcher, type Matcher } from "../judge/match.ts";
import type { Followed, Sighting } from "../judge/sighting.ts";
import type { SourceRow } from "../store/tables.ts";
import type { Source, Watch } from "../watch/watch.ts";
import type { Seen } from "./account.ts";
import type { Checked, Errand, Tools } from "./errand.ts";
import { follow, notFollowed, readOn } from "./follow.ts";
import { fetchSource, look } from "./look.ts";
import { finish, finishProblem } from "./record.ts";
import { blankRow, goodRow } from "./row.ts";

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 12;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

export async function check(tools: Tools, errand: Errand): Promise<Checked | undefined> {
  const { store, clock, log } = tools;
  const { watch, source, signal } = errand;
  const row = (await store.sources.one(watch.id, source.id)) ?? blankRow(watch.id, source.id);
  const held = await store.evidence.of(watch.id);
  const again = openSignals(held, source);
  const began = clock.now();
  log.debug({ event: "fetch" }, "fetching");
  const exchanges: Capture[] = [];
  const noting = { ...tools, fetcher: noteExchanges(tools.fetcher, exchanges) };
  const { capture, address, isStale } = await fetchSource(noting, row, source, again.length > 0, signal);
  if (capture.kind === "failure" && capture.cause === "interrupted") return undefined;
  // One instant stands for the whole check, so that a replay can go through it at the same one.
  const at = clock.now();
  const seen: Seen = { errand, row, began, at, capture, exchanges };
  // A page's files may be replaced behind its back: once a day they are looked at, whatever the page says.
  const mustRead = again.length > 0 || (source.kind === "document" && isStale);
  const looked = await look(noting, row, source, capture, watch.publisher.zone, mustRead);
  log.debug({ event: "read" }, "read");

  if (looked.kind === "unchanged") {
    const digest = looked.contentDigest ? { content_digest: looked.contentDigest } : {};
    return finish(tools, seen, { row: { ...goodRow(seen, address, 0), ...digest }, outcome: "unchanged" });
  }
  if (looked.kind === "problem") return finishProblem(tools, seen, looked);

  const before = await store.sources.memory(watch.id, source.id);
  const reading = await readOn(noting, looked.reading, before, errand, isStale);
  const goodAt = row.good_at ?? undefined;
  const compared = compare(before, reading, source.url, at, tools.schedule.disappearance, goodAt);
  if ("problem" in compared) return finishProblem(tools, seen, compared, rememberStrange(before, reading));
  const movedFrom = movedSource(row, source, capture);
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
    absentAt: compared.memory.absentAt,
    again,
    followed,
  };
  let judgement = judge(sighting, held);
  while (judgement.follow.length > 0) {
    for (const url of judgement.follow)
      followed.set(url, followed.size < MAX_FOLLOWED ? await follow(noting, watch, url, signal) : notFollowed(url, at));
    judgement = judge(sighting, held);
  }
  // Cut short while following links, a check knows too little to judge: it is done anew at the next start.
  if (signal?.aborted) return undefined;
  log.debug({ event: "judge", followed: followed.size }, "judged");

  const changes = movedFrom ? [movedChange(sighting, movedFrom), ...compared.changes] : compared.changes;
  const { evidence, notices } = judgement;
  const outcome = compared.isBaseline ? "baseline" : changes.length > 0 ? "changed" : "unchanged";
  const isNews =
    outcome !== "unchanged" || notices.length > 0 || !isSame(held, evidence) || !isSame(before, compared.memory);
  return finish(tools, seen, {
    row: {
      ...goodRow(seen, address, changes.length),
      content_digest: looked.contentDigest,
      ...(isWaiting(compared.memory) ? NOTHING_TO_REST_ON : {}),
    },
    outcome,
    changes,
    news: isNews ? { memory: compared.memory, evidence, notices } : undefined,
  });
}

/** Every exchange of a check is noted: the archive and its journal account for each. */
function noteExchanges(fetcher: Fetcher, exchanges: Capture[]): Fetcher {
  return {
    fetch: async (...request) => {
      const capture = await fetcher.fetch(...request);
      exchanges.push(capture);
      return capture;
    },
    unpack: (answer) => fetcher.unpack(answer),
    close: () => fetcher.close(),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A source that is read at another address than before: the whole scheme may have changed. */
function movedSource(row: SourceRow, source: Source, capture: Capture): string | undefined {
  if (source.kind === "document" || !row.final_url || capture.kind === "failure") return undefined;
  const place = (url: string) => new URL(url).origin + new URL(url).pathname;
  return place(row.final_url) === place(capture.finalUrl) ? undefined : row.final_url;
}

function movedChange({ source, finalUrl }: Pick<Sighting, "source" | "finalUrl">, from: string): Change {
  return { kind: "moved", title: source.name ?? source.id, url: finalUrl, from };
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
