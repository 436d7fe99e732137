/** Scores of forecasts in words, for the command line and the page, which are in English. */
import type { MeanScore, OwnScores } from "../track-record/sent.ts";
import { counted } from "./figures.ts";

/** How the bot’s own forecasts did, against the literal reading: a name and a value each. */
export function scoreRows({ forecasts, watches, own, literal }: OwnScores): (readonly [name: string, value: string])[] {
  const said = ({ brier, log }: MeanScore) => `Brier ${brier.toFixed(3)}, log ${log.toFixed(3)}`;
  return [
    ["Forecasts", `${counted(forecasts, "forecast")} of ${counted(watches, "watch", "watches")}, for 30 days each`],
    ["By the record", said(own)],
    ["Read literally", said(literal)],
  ];
}

/** Under which a replay’s own scores stand. */
export function inHindsight(asOf: string): string {
  return `in hindsight: by the record of ${asOf}, which is later than those days`;
}
