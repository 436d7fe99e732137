/**
 * What no single check can say: that a watch has been started, that the clock ran out, that a source has been blind for
 * longer than its patience or can be read again, and the weekly reminder. Looked over after every pass.
 */
import { horizon } from "../commitment/standing.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type Evidence, finding } from "./evidence.ts";
import type { Looks, Notice, RecoveredSource, Told, UnreadSource } from "./notice.ts";
import { type SourceHealth, silenceToTellAt, sourcesRead } from "./source-health.ts";
import { notice } from "./tell.ts";

type Tell = (told: Told, key: string) => void;

/** What a watch remembers besides its evidence. */
export interface WatchMemory {
  /** The version of its text that people were told of last. */
  version?: number | undefined;
  /** Since when each promise is known, by when it was made and its last day; of data of before this was kept, since the start. */
  promises?: Record<string, InstantText> | undefined;
  startedAt?: InstantText | undefined;
  remindedAt?: InstantText | undefined;
}

export interface Outlook {
  memory: WatchMemory;
  notices: Notice[];
  /** Sources whose blindness, or recovery, is told with these notices. */
  toldBlind: string[];
  toldRecovered: string[];
}

/** @param isDoubted whether the clock may be ahead: what only it says is not told */
export function lookOver(
  watch: Watch,
  evidence: readonly Evidence[],
  before: WatchMemory,
  sources: readonly SourceHealth[],
  looks: Looks | undefined,
  reminderEvery: number | undefined,
  at: InstantText,
  isDoubted = false,
): Outlook {
  const outlook: Outlook = { memory: { ...before }, notices: [], toldBlind: [], toldRecovered: [] };
  if (sources.length === 0 || sources.some((source) => source.checkedAt === undefined)) return outlook;
  const { read } = sourcesRead(sources, at);
  const unread = sources.filter((source) => source.failingSince && !source.isConjecture).map(unreadSource);
  const tell: Tell = (told, key) => {
    const grounds =
      "sources" in told ? told.sources.map((source) => ({ rule: told.kind, url: source.url, capture: "" })) : [];
    outlook.notices.push(notice(watch, evidence, at, told, key, grounds, sources));
  };
  if (!before.startedAt) {
    tell(
      {
        kind: "started",
        read: sources.filter((source) => source.goodAt).map((source) => source.name),
        notThere: sources.filter((source) => source.isConjecture && source.problem === "gone"),
        unread,
      },
      "started",
    );
    outlook.memory.startedAt = at;
    outlook.memory.remindedAt = at;
  }
  // Neither a silence nor a promise has lasted as long as a clock says that was just set.
  const blind = sources.filter((source) => {
    if (isDoubted) return false;
    const due = silenceToTellAt(source);
    return due !== undefined && due <= at;
  });
  if (blind.length > 0) {
    tell({ kind: "blind", sources: blind.map(unreadSource) }, `blind:${at}`);
    outlook.toldBlind = blind.map((source) => source.id);
  }
  const recovered = sources.flatMap((source): RecoveredSource[] =>
    source.recovered ? [{ id: source.id, name: source.name, url: source.url, ...source.recovered }] : [],
  );
  if (recovered.length > 0) {
    tell({ kind: "recovered", sources: recovered }, `recovered:${at}`);
    outlook.toldRecovered = recovered.map((source) => source.id);
  }
  // Who has read nothing knows nothing: neither "overdue" nor "not published yet" can be said.
  const isOpen = ["nothing", "signalled"].includes(finding(evidence)) && read > 0 && !isDoubted;
  const startedAt = outlook.memory.startedAt ?? at;
  const knownSince = promisesKnown(watch, before, at);
  outlook.memory.promises = knownSince;
  if (isOpen) tellOverdue(watch, knownSince, startedAt, at, tell);
  const reminded = outlook.memory.remindedAt;
  // By a clock that was set back since.
  const last = reminded && reminded > at ? at : reminded;
  outlook.memory.remindedAt = last;
  if (isOpen && looks && reminderEvery !== undefined && last && elapsed(last, at) >= reminderEvery) {
    tell({ kind: "reminder", looks, unread }, `reminder:${at}`);
    outlook.memory.remindedAt = at;
  }
  return outlook;
}

/** Since when each promise is known; those that are new, since now. */
export function promisesKnown(
  { statements }: Watch,
  { promises, startedAt }: WatchMemory,
  at: InstantText,
): Record<string, InstantText> {
  const now = (!promises && startedAt) || at;
  const keys = statements.flatMap((statement) => {
    const range = horizon(statement);
    return range ? [promiseKey(statement.on, range.latest)] : [];
  });
  return Object.fromEntries(keys.map((key) => [key, promises?.[key] ?? now]));
}

function promiseKey(on: CivilDate, latest: CivilDate): string {
  return `${on}:${latest}`;
}

/**
 * Once for each promise whose longest reading has run out; the key makes it once. Of promises that were over before they were
 * known here only the first is told, as the bot is started: its message shows the newest beside it.
 */
function tellOverdue(
  watch: Watch,
  knownSince: Readonly<Record<string, InstantText>>,
  startedAt: InstantText,
  at: InstantText,
  tell: Tell,
): void {
  const { zone } = watch.publisher;
  const today = civilDateAt(at, zone);
  const promises = watch.statements
    .flatMap((statement) => ({ ...statement, horizon: horizon(statement) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = promises.filter((promise) => promise.horizon);
  for (const statement of promises) {
    const range = statement.horizon;
    if (!range || range.latest >= today) continue;
    const key = promiseKey(statement.on, range.latest);
    const since = knownSince[key] ?? at;
    if ((statement === first && since <= startedAt) || range.latest >= civilDateAt(since, zone))
      tell({ kind: "overdue", phrase: statement.phrase, promisedOn: statement.on, horizon: range }, `overdue:${key}`);
  }
}

function unreadSource({ id, name, url, failingSince, problem, detail }: SourceHealth): UnreadSource {
  return { id, name, url, since: failingSince ?? "", problem: problem ?? "unavailable", detail };
}
