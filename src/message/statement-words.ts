/** What a statement on timing is told as: one that is proposed, and one that a person added. */
import { horizon } from "../commitment/standing.ts";
import type { Notice } from "../judge/notice.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Beside } from "./change-words.ts";
import { shorten, shortenAround } from "./shorten.ts";

const MOST_OF_A_SENTENCE = 74;
const MOST_OF_A_PHRASE = 80;
const MOST_OF_A_PERSON = 60;

/** What it would mean for the clock, what was said, and by whom. */
export function proposalWords(
  { proposal: words }: Catalogue,
  { proposal, more = 0 }: Extract<Notice, { kind: "proposed" }>,
): Beside {
  const { statement, sentence, notBefore } = proposal;
  const { on, by, bearing } = statement;
  const range = horizon(statement);
  const means = range
    ? words.promise(range.earliest, range.latest)
    : bearing === "floor"
      ? words.floor(notBefore)
      : words.noDate;
  return {
    sentences: [means, words.quoted(shortenAround(sentence, statement.phrase, MOST_OF_A_SENTENCE))],
    small: [words.saidBy(shorten(by, MOST_OF_A_PERSON), on), ...(more > 0 ? [words.more(more)] : [])],
  };
}

export function statedWords({ stated, proposal }: Catalogue, notice: Extract<Notice, { kind: "stated" }>): Beside {
  const { statement, notBefore, by: person, isTakenBack } = notice;
  const { on, by, bearing } = statement;
  const phrase = shorten(statement.phrase, MOST_OF_A_PHRASE);
  const said = proposal.saidBy(shorten(by, MOST_OF_A_PERSON), on);
  if (isTakenBack) return { sentences: [stated.takenBack(phrase, person !== undefined)], small: [said] };
  const range = horizon(statement);
  const means = range
    ? stated.promise(phrase, range.latest)
    : bearing === "floor"
      ? stated.floor(phrase, notBefore)
      : stated.noDate(phrase);
  return { sentences: [`${means} ${stated.firstStays}`], small: [stated.added(said, person !== undefined)] };
}
