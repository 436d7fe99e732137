/** The day that a file carries on its first page. */
import { type Dated, latestOf } from "../../time/dated.ts";
import { type DateManner, datedOnly, writtenDates } from "../../time/written-date.ts";

/** Lines of a first page that may say when it is of. */
const COVER_LINES = 20;
/** What is cited by its date, in the six languages of the United Nations: laws, resolutions, judgments, letters. */
const CITED =
  /(?:\b(?:acts?|laws?|regulations?|directives?|decrees?|resolutions?|decisions?|orders?|conventions?|treat(?:y|ies)|judge?ments?|pursuant|since|lois?|décrets?|règlements?|résolutions?|décisions?|ley(?:es)?|decretos?|reglamentos?|resolución|resoluciones|decisión)\b|(?:закон|постановлени|резолюци|решени|указ)\p{L}*|قانون|قرار|法律|决议)[^.;·]{0,80}$/iu;

/**
 * A line that is a date and nothing else goes before a date in a sentence, which may be that of a law; of several, the newest.
 * @param manner how the file writes its dates
 */
export function coverDate(cover: readonly string[], manner: DateManner): Dated | undefined {
  const top = cover.slice(0, COVER_LINES);
  const alone = top.flatMap((line) => datedOnly(line, manner) ?? []);
  return newest(alone) ?? newest(ownDates(top.join(" · "), manner));
}

/** The dates in a text that are not those of what it cites. */
export function ownDates(text: string, manner: DateManner): Dated[] {
  return writtenDates(text, manner).filter(({ index }) => !CITED.test(text.slice(Math.max(0, index - 100), index)));
}

function newest(dates: readonly Dated[]): Dated | undefined {
  return dates.toSorted((a, b) => ((latestOf(a) ?? "") < (latestOf(b) ?? "") ? 1 : -1))[0];
}
