/** `record`: how such promises went before, and what that says of a watch; the rows behind it, and how good it is. */
import { horizon } from "../commitment/standing.ts";
import { bold, dim, printed } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import {
  allOddsWords,
  beforehandSentence,
  biasSentence,
  caveats,
  rowWords,
  signsOf,
  whyNoOdds,
} from "../message/odds-words.ts";
import { endingOf } from "../status/forecasts.ts";
import { oddsRecord } from "../status/odds-record.ts";
import { type OddsOn, oddsOn, overview } from "../status/overview.ts";
import { Store } from "../store/store.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { exportRows } from "../track-record/export.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import { rowsLike } from "../track-record/odds.ts";
import { KINDS, type ScoredPromise } from "../track-record/promise.ts";
import type { Watch } from "../watch/watch.ts";
import { ASKS_NOTHING, type CommonOptions, findWatch } from "./context.ts";
import { contextInForce } from "./in-force.ts";
import { checkRecord, printScores } from "./record-scores.ts";

export interface RecordOptions extends CommonOptions {
  watch?: string;
  by?: CivilDate[];
  rows?: boolean;
  scores?: boolean;
  check?: boolean;
  export?: string;
}

/** Of the rows behind a figure, so many are printed where not all are asked for. */
const MOST_ROWS = 5;

export async function showRecord(options: RecordOptions): Promise<number> {
  const { config, clock } = await contextInForce(options, "warn", ASKS_NOTHING);
  const { record, settings } = config;
  const { json } = options;
  const asked = ["scores", "check", "export"].filter((name) => options[name as keyof RecordOptions]);
  if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")}: give one of them`);
  for (const fault of record.faults) process.stderr.write(`${fault}\n`);
  if (options.check) return checkRecord(record, json);
  const named = options.export ?? options.watch;
  const watches = named === undefined ? config.watches : [findWatch(config, named)];
  const now = clock.now();
  const { patience } = settings.schedule;
  await Store.beside(config, async (store) => {
    if (options.scores) return printScores(watches, store, now, patience, json);
    for (const watch of watches) {
      const shown = await overview(watch, store, now, patience);
      if (options.export) {
        const ending = endingOf(shown);
        if (!ending)
          throw new UsageError(
            `--export ${watch.id}: no source of it was ever read, so that nobody knows how its promises went`,
          );
        process.stdout.write(exportRows(shown.watch, ending));
        continue;
      }
      const { today } = shown.status;
      const [early] = (options.by ?? []).filter((day) => day < today);
      if (early)
        throw new UsageError(
          `--by ${early}: is before ${today}, the day that is asked about; give that or a later one`,
        );
      const found = oddsOn(shown, record, today, options.by);
      process.stdout.write(
        json
          ? `${JSON.stringify(oddsRecord(shown.watch, record, found))}\n`
          : oddsText(shown.watch, record, found, options),
      );
    }
    if (!options.export && !json && named === undefined) process.stdout.write(summary(record));
  });
  return record.faults.length > 0 ? 1 : 0;
}

function oddsText(watch: Watch, record: HeldRecord, found: OddsOn, { rows: isWhole }: RecordOptions): string {
  const below = (text: string) => printed(text, 2);
  const head = bold(printed(watch.title));
  const { odds, beforehand } = found;
  if (beforehand) {
    const { day, chance, promise } = beforehand;
    const out = `Out on ${en.day(chance.by)}, day ${en.number(day)} since “${promise.phrase}”.`;
    return `${[head, below(out), below(beforehandSentence(en, beforehand))].join("\n")}\n\n`;
  }
  if (!odds) return `${head}\n${below(whyNoOdds(en, watch, found))}\n\n`;
  const { promise, says, on, day } = odds;
  const like = rowsLike(watch, record, promise.kind);
  const listed = isWhole ? like : like.slice(0, MOST_ROWS);
  return `${[
    head,
    below(`On ${en.day(on)}, day ${en.number(day)} since “${promise.phrase}”:`),
    ...(says.kind === "chance" ? [below(signsOf(says.nextDays.chance))] : []),
    ...allOddsWords(en, odds, { promisedOn: promise.said, verdict: found.verdict }).map(below),
    ...(says.kind === "chance" && says.middle ? [below(`Middle guess: ${en.day(says.middle)}.`)] : []),
    ...(found.verdict === "unpublished" ? ownPromises(watch, on).map(below) : []),
    "",
    below(`${en.record.heading}: the newest first`),
    ...listed.map((row) => rowText(row)),
    ...(like.length > listed.length ? [dim(below(`and ${like.length - listed.length} more: --rows`))] : []),
    "",
    ...caveats(en, record, odds).map((line) => dim(below(line))),
  ].join("\n")}\n\n`;
}

/** Those that are over, as a fact and no rate: one publisher has too few. */
function ownPromises({ statements }: Watch, on: CivilDate): string[] {
  const over = statements.filter((statement) => statement.on <= on && (horizon(statement)?.latest ?? on) < on).length;
  return over > 0 ? [`${counted(over, "promise")} in this watch, none kept.`] : [];
}

function rowText(row: ScoredPromise): string {
  const sources = row.sources.map(({ text, link }) => link ?? text).join(" · ");
  return [printed(`• ${rowWords(en, row)}`, 2), ...(sources ? [dim(printed(sources, 4))] : [])].join("\n");
}

/** The record as a whole: by kind of wording. */
function summary(record: HeldRecord): string {
  const { all } = record.without(undefined);
  const documents = new Set(record.rows.map((row) => row.case)).size;
  const { asOf } = record;
  return [
    bold(
      `${counted(record.rows.length, "promise")} of ${counted(documents, "document")}${asOf ? `, as of ${en.day(asOf)}` : ""}`,
    ),
    "  Kept by the end of the longest reading:",
    ...KINDS.map((kind) => {
      const { rows, kept, cases } = all.kinds[kind];
      return printed(`${kept} of ${rows} ${en.record.kinds[kind]} (${counted(cases, "document")})`, 4);
    }),
    dim(printed(biasSentence(en, record), 2)),
    "",
  ].join("\n");
}
