/**
 * What is known at a moment: of a watch, the facts that were not entered for a later day, and what was learnt since by proof or
 * by a person's word. A replay of the past never knows better.
 */
import type { CivilDate } from "../time/civil-date.ts";
import type { Since, Source, Watch } from "../watch/watch.ts";
import { addressKey } from "./compare/identity.ts";
import { type Evidence, isProof } from "./evidence.ts";
import type { Proposal } from "./proposal.ts";

/** One watch is asked for at one day after the other, and seldom knows more than the day before. */
const MAX_KEPT = 16;
const kept = new WeakMap<Watch, Map<string, Watch>>();

/** What was learnt while the bot ran. */
export interface Learnt {
  evidence: readonly Evidence[];
  proposals: readonly Proposal[];
}

export const NOTHING_LEARNT: Learnt = { evidence: [], proposals: [] };

/** The same object as long as nothing more is known. @param held for the watch */
export function known(watch: Watch, { evidence, proposals }: Learnt, day: CivilDate): Watch {
  const learnt = evidence.filter((item) => isProof(item) && item.state !== "dismissed");
  const added = proposals.filter(({ state }) => state === "added");
  const later = laterThan(watch.since, day);
  if (later === 0 && learnt.length === 0 && added.length === 0) return watch;
  // A statement may be taken back and added anew with other dates, under the same id.
  const key = `${later} ${learnt.map(({ id }) => id).join(" ")} ${JSON.stringify(added.map(({ statement }) => statement))}`;
  const all = kept.get(watch) ?? new Map<string, Watch>();
  kept.set(watch, all);
  const found = all.get(key);
  if (found) return found;
  if (all.size >= MAX_KEPT) all.clear();
  const made = withStatements(withLearnt(knownOn(watch, day), learnt), added);
  all.set(key, made);
  return made;
}

/** How many facts are of a later day. */
function laterThan(since: Since | undefined, day: CivilDate): number {
  return Object.values(since ?? {})
    .flatMap((facts) => Object.values(facts as Record<string, CivilDate>))
    .filter((from) => from > day).length;
}

function knownOn(watch: Watch, day: CivilDate): Watch {
  const { since, publisher, evidence } = watch;
  if (!since) return watch;
  const isKnown = (facts: Record<string, CivilDate>) => (fact: string) => (facts[fact] ?? day) <= day;
  const isWord = isKnown(since.words);
  const isAddress = isKnown(since.addresses);
  return {
    ...watch,
    publisher: { ...publisher, hosts: publisher.hosts.filter(isKnown(since.hosts)) },
    evidence: {
      ...evidence,
      titles: evidence.titles.filter(isKnown(since.titles)),
      subject: evidence.subject.map((group) => group.filter(isWord)).filter((group) => group.length > 0),
      topic: evidence.topic.filter(isWord),
    },
    sources: watch.sources
      .filter(({ id }) => isKnown(since.sources)(id))
      .flatMap((source) => atAddress(source, isAddress)),
  };
}

/** A source at the first of its addresses that is known; none when no address is. */
function atAddress(source: Source, isAddress: (url: string) => boolean): Source[] {
  const [url, ...formerly] = [source.url, ...source.formerly].filter(isAddress);
  return url ? [{ ...source, url, formerly }] : [];
}

/** With the statements that people added, but for those that its file has by now. */
export function withStatements(watch: Watch, proposals: readonly Proposal[]): Watch {
  const added = proposals.flatMap(({ state, statement }) => (state === "added" ? [statement] : []));
  const fresh = added.filter(
    ({ on, phrase }) => !watch.statements.some((other) => other.on === on && other.phrase === phrase),
  );
  if (fresh.length === 0) return watch;
  const statements = [...watch.statements, ...fresh].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { ...watch, statements };
}

/** What proved, or was confirmed, is known by its title, and looked at from then on. */
function withLearnt(watch: Watch, learnt: readonly Evidence[]): Watch {
  const titles = learnt.map(({ title }) => title).filter((title) => !watch.evidence.titles.includes(title));
  const named = new Set(watch.sources.flatMap(({ url, formerly }) => [url, ...formerly].map(addressKey)));
  const fresh = learnt.filter(({ url, rule, files = [] }) => {
    const isDocument = rule !== "confirmed-by-a-person" || files.length > 0;
    return isDocument && !named.has(addressKey(url));
  });
  const documents = [...new Map(fresh.map((item) => [addressKey(item.url), item])).values()];
  return {
    ...watch,
    evidence: { ...watch.evidence, titles: [...watch.evidence.titles, ...new Set(titles)] },
    sources: [...watch.sources, ...documents.map(learntSource)],
  };
}

function learntSource({ id, url }: Evidence): Source {
  return {
    id: `found-${id.slice(0, 8)}`,
    name: "the document that was found",
    kind: "document",
    url,
    formerly: [],
    existence: "confirmed",
    ignore: [],
    tell: "all",
    pages: 1,
  };
}
