/** A review of log lines: what happened, counted and grouped, in memory that does not grow with their number. */
import type { LogLine } from "./lines.ts";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"];

export interface LineFilter {
  since?: string | undefined;
  until?: string | undefined;
  watch?: string | undefined;
  source?: string | undefined;
  /** This level and those above. */
  level?: string | undefined;
  check?: string | undefined;
}

/** Whether a line is asked for. Lines that name no watch belong to all of them; those of a source name it. */
export function isWanted(line: LogLine, { since, until, watch, source, level, check }: LineFilter): boolean {
  return (
    (since === undefined || line.time >= since) &&
    (until === undefined || line.time <= until) &&
    (watch === undefined || line.watch === undefined || line.watch === watch) &&
    (source === undefined || line.source === source) &&
    (level === undefined || LEVELS.indexOf(line.level) >= LEVELS.indexOf(level)) &&
    (check === undefined || line.check === check)
  );
}

/** Lines that say the same, but for their time. */
export interface Group {
  event: string;
  says: string;
  count: number;
  first: string;
  last: string;
  /** The watches, sources, channels it is about; a few of them. */
  about: Set<string>;
}

export interface LogReview {
  lines: number;
  /** Lines that are not of this log. */
  foreign: number;
  from: string | undefined;
  to: string | undefined;
  events: Map<string, number>;
  outcomes: Map<string, number>;
  /** Starts without a clean stop before them. */
  crashes: number;
  /** Warnings and errors, by what they say. */
  troubles: Map<string, Group>;
}

const MAX_GROUPS = 500;
const MAX_ABOUT = 12;
const OTHERS = "others, of too many kinds to list";

export function emptyReview(): LogReview {
  return {
    lines: 0,
    foreign: 0,
    from: undefined,
    to: undefined,
    events: new Map(),
    outcomes: new Map(),
    crashes: 0,
    troubles: new Map(),
  };
}

/** Takes one more line into account. */
export function review(so: LogReview & { isRunning?: boolean }, line: LogLine): void {
  so.lines += 1;
  if (so.from === undefined || line.time < so.from) so.from = line.time;
  if (so.to === undefined || line.time > so.to) so.to = line.time;
  add(so.events, line.event);
  if (line.event === "checked") add(so.outcomes, String(line.outcome));
  if (line.event === "started") {
    if (so.isRunning) so.crashes += 1;
    so.isRunning = true;
  }
  if (line.event === "stopped") so.isRunning = false;
  if (line.level !== "warn" && line.level !== "error" && line.level !== "fatal") return;
  const says = sayTrouble(line);
  const wanted = `${line.event} ${says}`;
  const isNew = !so.troubles.has(wanted);
  const key = isNew && so.troubles.size >= MAX_GROUPS ? OTHERS : wanted;
  const group = so.troubles.get(key) ?? {
    event: line.event,
    says: key === OTHERS ? OTHERS : says,
    count: 0,
    first: line.time,
    last: line.time,
    about: new Set<string>(),
  };
  so.troubles.set(key, group);
  group.count += 1;
  if (line.time < group.first) group.first = line.time;
  if (line.time > group.last) group.last = line.time;
  const about = line.source ?? line.channel ?? line.place ?? line.watch;
  if (about !== undefined && group.about.size < MAX_ABOUT) group.about.add(String(about));
}

function sayTrouble({ problem, detail, error, msg }: LogLine): string {
  if (problem) return `${problem}: ${detail}`;
  return String(error ?? msg ?? "").slice(0, 300);
}

function add(counts: Map<string, number>, key: string): void {
  if (counts.size < MAX_GROUPS || counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
}
