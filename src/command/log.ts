/** `log`: what happened, from the store and the log's lines; summarised first, in full on demand. */
import { statSync } from "node:fs";
import { prettyFactory } from "pino-pretty";
import { bold, dim, inert, printed, red } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { EVENTS } from "../log/events.ts";
import { logFiles } from "../log/files.ts";
import { follow, type LogLine, linesOf, linesOfFile } from "../log/lines.ts";
import { emptyReview, type Group, isWanted, type LogReview, review } from "../log/review.ts";
import { en } from "../message/en.ts";
import { counted, failedLooks, percent, times } from "../message/figures.ts";
import { recordReview, type WatchReview } from "../status/record-review.ts";
import { Store } from "../store/store.ts";
import { beginningOf, endOf, type Moment } from "../time/civil-date.ts";
import { DAY_MS, elapsed, type InstantText, later } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { ASKS_NOTHING, type CommonOptions, endAtSignal, findWatch, unknown } from "./context.ts";
import { contextInForce } from "./in-force.ts";
import { table } from "./print.ts";

export interface ReviewOptions extends CommonOptions {
  since?: Moment;
  until?: Moment;
  watch?: string;
  source?: string;
  level?: string;
  check?: string;
  lines?: boolean;
  follow?: boolean;
}

const DEFAULT_SPAN_MS = 7 * DAY_MS;

export async function listEvents(options: CommonOptions): Promise<number> {
  for (const [name, { level, says, ...event }] of Object.entries(EVENTS)) {
    const fields = "fields" in event ? event.fields : "";
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ event: name, level, says, fields: fields.split(" ").filter(Boolean) })}\n`
        : `${name.padEnd(21)} ${level.padEnd(5)}  ${says}${fields ? `\n${" ".repeat(29)}${fields}` : ""}\n`,
    );
  }
  return 0;
}

export async function reviewLog(options: ReviewOptions): Promise<number> {
  const { config, clock } = await contextInForce(options, "warn", ASKS_NOTHING);
  const { watch, source } = options;
  const watches = watch ? [findWatch(config, watch)] : config.watches;
  if (source && !watches.some((one) => one.sources.some(({ id }) => id === source)))
    throw unknown(
      "source",
      source,
      watches.flatMap((one) => one.sources.map(({ id }) => id)),
    );
  const spans = spansOf(options, watches);
  const { since = "", until = since } = spans.get(undefined) ?? {};
  if (since > until)
    throw new UsageError(`--since ${options.since} is after --until ${options.until}; give an earlier day`);
  const isAsked = (line: LogLine) => isWanted(line, { ...options, ...(spans.get(line.watch) ?? spans.get(undefined)) });
  const print = (line: LogLine) => process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : showLine(line));
  const hasLines = options.lines || options.check !== undefined;
  const read = await readLines(options, config.dataDirectory, isAsked, hasLines ? print : undefined);
  // Piped lines come from elsewhere; the store of this machine has nothing to say about them.
  const isElsewhere = options.arguments.length > 0;
  await Store.beside(config, async (store) => {
    if (!store || isElsewhere) return;
    if (options.check) return showLook(await store.looks.one(options.check), options);
    const patience = config.settings.schedule.patience;
    const reviews = await Promise.all(
      watches.map((one) => {
        const { until = clock.now(), since = later(until, -DEFAULT_SPAN_MS) } = spans.get(one.id) ?? {};
        return recordReview(store, one, { since, until, source }, patience);
      }),
    );
    for (const one of reviews)
      process.stdout.write(options.json ? `${JSON.stringify({ type: "record", ...one })}\n` : showRecord(one));
  });
  if (!options.check) process.stdout.write(options.json ? `${JSON.stringify(asJson(read))}\n` : showReview(read));
  if (!options.follow) return 0;
  const ending = endAtSignal();
  for await (const line of follow(config.dataDirectory, ending.begun)) if (line && isAsked(line)) print(line);
  return 0;
}

type Span = { since?: InstantText; until?: InstantText };

/** From when to when, of each watch by its publisher's days, and of what belongs to none as far as any of them goes. */
function spansOf({ since, until }: ReviewOptions, watches: readonly Watch[]): Map<string | undefined, Span> {
  const ofZone = (zone: string): Span => ({
    ...(since ? { since: beginningOf(since, zone) } : {}),
    ...(until ? { until: endOf(until, zone) } : {}),
  });
  const own = watches.map(({ id, publisher }) => [id, ofZone(publisher.zone)] as const);
  const [first] = own.flatMap(([, span]) => span.since ?? []).sort();
  const last = own
    .flatMap(([, span]) => span.until ?? [])
    .sort()
    .at(-1);
  return new Map<string | undefined, Span>([
    ...own,
    [undefined, { ...(first ? { since: first } : {}), ...(last ? { until: last } : {}) }],
  ]);
}

/** Reads files, a pipe (`-`), or the rolled files of the data folder. */
async function readLines(
  { arguments: given }: ReviewOptions,
  dataDirectory: string,
  isAsked: (line: LogLine) => boolean,
  onLine: ((line: LogLine) => void) | undefined,
): Promise<LogReview> {
  const files = given.length > 0 ? given : logFiles(dataDirectory);
  const read = emptyReview();
  for (const file of files) {
    const found = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
    if (file !== "-" && !found?.isFile())
      throw new UsageError(
        `${file}: ${found ? "is no file" : "there is no such file"}; name log files, or - for a pipe`,
      );
    for await (const line of file === "-" ? linesOf(process.stdin) : linesOfFile(file)) {
      if (!line) read.foreign += 1;
      else if (isAsked(line)) {
        review(read, line);
        onLine?.(line);
      }
    }
  }
  if (read.lines === 0 && read.foreign > 0 && given.length > 0)
    throw new UsageError(
      `${given.join(", ")}: holds no line of this log; give what the bot wrote to stderr, or its files`,
    );
  return read;
}

function showRecord(one: WatchReview): string {
  const { title, since, until, looks, failed, coveredShare, changes, notices, deliveries, sources, gaps } = one;
  const moment = (at: string) => at.slice(0, 16).replace("T", " ");
  const rows: [string, string][] = [
    ["From, to", `${moment(since)} to ${moment(until)} UTC`],
    ["Looks", `${en.number(looks)}, ${failed === 0 ? "none" : en.number(failed)} of them failed`],
    ["Covered", coveredShare === undefined ? "not looked yet" : `${percent(coveredShare)} of the time`],
    ["Changes", `${changes.length}`],
    [
      "Notices",
      Object.entries(notices)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(", ") || "none",
    ],
    [
      "Deliveries",
      Object.entries(deliveries)
        .map(([state, count]) => `${state} ${count}`)
        .join(", ") || "none",
    ],
  ];
  const gapLines = gaps.map(({ sources: names, from, to, failures }) =>
    gapLine(
      `${names.join(", ")}: ${en.span(elapsed(from, to))} without a recent reading, ${moment(from)} to ${moment(to)}; ${failedLooks(failures)}`,
    ),
  );
  const sourceLines = sources.map(({ source, covered, looks: own, longestGap, causes }) => {
    const said = [
      `${percent(covered).padStart(6)} covered`,
      counted(own, "look"),
      ...(longestGap ? [en.looks.longestGap(elapsed(longestGap.from, longestGap.to))] : []),
      ...causes.map(({ problem, count }) => `${problem} ${times(count)}`),
    ];
    return `${printed(said.join(" · ").trimStart(), 2, source.padEnd(20))}\n`;
  });
  const changeLines = changes.map(
    ({ at, source, what }) => `${printed(`${source}: ${onOneLine(what)}`, 2, `${moment(at)}  `)}\n`,
  );
  return [
    `${bold(printed(onOneLine(title)))}\n${table(rows)}`,
    ...(gapLines.length > 0
      ? [...gapLines, ...(one.moreGaps > 0 ? [`  … and ${counted(one.moreGaps, "more gap")}\n`] : [])]
      : []),
    `${bold("Sources")}\n${sourceLines.join("")}`,
    ...(changeLines.length > 0 ? [`${bold("Changes")}\n${changeLines.join("")}`] : []),
    "\n",
  ].join("");
}

function showReview(read: LogReview): string {
  if (read.lines === 0)
    return `${bold("Log")}\n${printed("No lines: keep them with log.files, or pipe them in: docker logs … 2>&1 | … log review -", 2)}\n`;
  const counts = (map: ReadonlyMap<string, number>) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .map((pair) => pair.join(" "))
      .join(", ");
  const rows: [string, string][] = [
    [
      "Lines",
      `${read.lines.toLocaleString("en")}${read.foreign > 0 ? ` (and ${read.foreign.toLocaleString("en")} of others)` : ""}`,
    ],
    ["From, to", `${read.from?.slice(0, 19)} to ${read.to?.slice(0, 19)}`],
    ["Events", counts(read.events)],
    ...(read.outcomes.size > 0 ? [["Checks", counts(read.outcomes)] as [string, string]] : []),
  ];
  const crashed = read.crashes > 0 ? gapLine(`ended ${times(read.crashes)} without stopping cleanly`) : "";
  const troubles = [...read.troubles.values()].sort((a, b) => b.count - a.count).slice(0, 30);
  return `${bold("Log")}\n${table(rows)}${crashed}${troubles.map(showGroup).join("")}`;
}

function showGroup({ event, says, count, first, last, about }: Group): string {
  const when = first === last ? first.slice(0, 16) : `${first.slice(0, 16)} to ${last.slice(0, 16)}`;
  const said = `${onOneLine(says) || event}${about.size > 0 ? `: ${[...about].join(", ")}` : ""}`;
  return `${printed(said, 2, `${String(count).padStart(6)} × `)}\n${dim(printed(`${when}${says ? ` · ${event}` : ""}`, 11))}\n`;
}

function gapLine(text: string): string {
  return `${printed(text, 2, "GAP  ").replace("GAP", red("GAP"))}\n`;
}

async function showLook(
  { look, notices }: { look: object | undefined; notices: readonly string[] },
  options: ReviewOptions,
): Promise<void> {
  if (!look)
    throw new UsageError(
      `There is no look "${options.check}" on record; \`log review\` lists what changed, and --lines all of them.`,
    );
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ type: "look", ...look, notices })}\n`
      : `${bold("Look")}\n${table(Object.entries({ ...look, notices: notices.join(", ") }).map(([name, value]) => [name, onOneLine(String(value ?? ""))]))}`,
  );
}

const showLine = (() => {
  const pretty = prettyFactory({
    colorize: process.stdout.isTTY === true,
    ignore: "event",
    translateTime: "SYS:yyyy-mm-dd HH:MM:ss",
    singleLine: true,
  });
  return (line: LogLine) => {
    const fields = Object.entries(line).map(([name, value]) => [
      name,
      typeof value === "string" ? onOneLine(value) : value,
    ]);
    const { event, msg } = line;
    return pretty({ ...Object.fromEntries(fields), msg: onOneLine(msg && msg !== event ? `${event}: ${msg}` : event) });
  };
})();

function asJson(read: LogReview) {
  const { events, outcomes, troubles, ...rest } = read;
  return {
    type: "log",
    ...rest,
    events: Object.fromEntries(events),
    outcomes: Object.fromEntries(outcomes),
    troubles: [...troubles.values()].map((group) => ({ ...group, about: [...group.about] })),
  };
}

/** What was fetched stands in the log; in a review each takes one line. */
function onOneLine(text: string): string {
  return inert(text).replaceAll("\n", "");
}
