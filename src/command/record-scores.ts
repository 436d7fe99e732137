/** `record --scores` and `record --check`: how the bot’s own forecasts did, and how good the method is. */
import { bold } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import { scoreRows } from "../message/score-words.ts";
import { scoredForecasts } from "../status/forecasts.ts";
import type { Store } from "../store/store.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import { type Scores, scoreLeavingOut } from "../track-record/scores.ts";
import { meanScores } from "../track-record/sent.ts";
import type { Watch } from "../watch/watch.ts";
import { progressBar, table } from "./print.ts";

/** @param patience of sources that name none of their own, in milliseconds */
export async function printScores(
  watches: readonly Watch[],
  store: Store | undefined,
  at: string,
  patience: number,
  isJson = false,
): Promise<void> {
  const { sent, scored, inHindsight } = store
    ? await scoredForecasts(watches, store, at, patience)
    : { sent: [], scored: [], inHindsight: 0 };
  const means = meanScores(scored);
  if (isJson) {
    const counts = { sent: sent.length, scored: scored.length, inHindsight };
    process.stdout.write(`${JSON.stringify({ type: "scores", ...counts, scores: means ?? null })}\n`);
    return;
  }
  const waiting = sent.length - scored.length;
  process.stdout.write(
    [
      means
        ? table(scoreRows(means))
        : "No forecast can be scored yet: each is once the document is out, or its day is over.\n",
      ...(waiting > 0 ? [`  ${counted(waiting, "forecast")} sent, and not scored (yet)\n`] : []),
      ...(inHindsight > 0
        ? [`  ${counted(inHindsight, "forecast")} left out: made by a record of later days, as a replay makes them\n`]
        : []),
    ].join(""),
  );
}

/** How good the method is, one document left out at a time. */
export function checkRecord(record: HeldRecord, isJson = false): number {
  const bar = progressBar("[{bar}] {value} of {total} documents left out in turn");
  let begun = false;
  const scores = scoreLeavingOut(record.rows, (done, of) => {
    if (!begun) bar.start(of, 0);
    begun = true;
    bar.update(done);
  });
  bar.stop();
  if (!scores)
    throw new UsageError("The record has too few rows to say how good it is; `record` lists what is wrong with it.");
  if (isJson) process.stdout.write(`${JSON.stringify({ type: "record-check", ...scores })}\n`);
  else
    process.stdout.write(
      `${bold(`${counted(scores.rows, "promise")} of ${counted(scores.cases, "document")}, each document left out in turn; lower is better`)}\n${HEAD}${scoreLine("by the record", scores.byKind)}${scoreLine("read literally", scores.literal)}`,
    );
  return 0;
}

const HEAD = `${"".padEnd(16)}${["log", "curve", "Brier 30", "Brier 90", "late 90"].map((name) => name.padStart(9)).join("")}  in the 50/80/90 % span\n`;

function scoreLine(name: string, { logScore, curveError, brier30, brier90, late90, within }: Scores): string {
  const figures = [
    logScore.toFixed(3),
    curveError.toFixed(1),
    brier30.toFixed(3),
    brier90.toFixed(3),
    late90.toFixed(3),
  ];
  const spans = [within.half, within.eightInTen, within.nineInTen].map((share) => share.toFixed(2)).join("/");
  return `${name.padEnd(16)}${figures.map((figure) => figure.padStart(9)).join("")}  ${spans}\n`;
}
