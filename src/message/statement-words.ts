/** What a statement on timing is told as: one that is proposed, and one that a person added. */
import { horizon } from "../commitment/standing.ts";
import type { Notice } from "../judge/notice.ts";
import type { Catalogue } from "./catalogue.ts";

/** Who said it and when, what it would mean for the clock, and what a person can do. */
export function proposalSentences(
  { proposal: words }: Catalogue,
  { proposal, more }: Extract<Notice, { kind: "proposed" }>,
  isDecided: boolean,
): string[] {
  const { statement, sentence, notBefore, id } = proposal;
  const { on, by, phrase, bearing } = statement;
  const range = horizon(statement);
  const means = range
    ? words.promise(phrase, range)
    : bearing === "floor"
      ? words.floor(phrase, notBefore)
      : words.noDate(phrase);
  return [
    words.said(by, on, sentence),
    means,
    ...(more ? [words.more(more)] : []),
    ...(isDecided ? [] : [words.ask(id)]),
  ];
}

export function statedSentences({ stated }: Catalogue, notice: Extract<Notice, { kind: "stated" }>): string[] {
  const { statement, notBefore, by: person, isTakenBack } = notice;
  const { on, by, phrase, bearing } = statement;
  if (isTakenBack) return [stated.takenBack(phrase, on, person)];
  const range = horizon(statement);
  const said = range
    ? stated.promise(phrase, on, by, range)
    : bearing === "floor"
      ? stated.floor(phrase, on, by, notBefore)
      : stated.noDate(phrase, on, by);
  return [`${said} ${stated.firstStays}`, stated.addedBy(person)];
}
