/** What words say of leaving a mailing list, or of what stands in the foot of its mails (leaving-words.ts). */
import { fold } from "../../language/fold.ts";
import { BEFORE_OUT, CLEARLY_OUT, FOOT, LEAVING, MAIL, OUT, OUT_ALONE, POINTING, SMALL } from "./leaving-words.ts";

const HAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** Words of a sentence that is no more than a way out. */
const MOST_OUT = 10;

/** Words that stay open at the end of a phrase, and words between two of it. */
const MOST_BETWEEN = 5;

const small = `(?: (?:${listed(SMALL).join("|")})){0,${MOST_BETWEEN + 2}}`;
const leaving = pattern([...LEAVING]);
const foot = pattern([...FOOT]);
const alone = new Set(listed(OUT_ALONE));
const pointing = new Set(listed(POINTING));
const pointingInHan = listed(POINTING).filter((word) => HAN.test(word));
const before = `^(?: (?:${listed(BEFORE_OUT).join("|")}))*`;
const clearlyOut = new RegExp(`${before} (?:${listed(CLEARLY_OUT).join("|")}) `);
const out = new RegExp(`${before} (?:${[...listed(CLEARLY_OUT), ...listed(OUT)].join("|")}) `);

/** Whether words say how a list is left, or lead to what a subscriber alone has. */
export function isLeaving(said: string): boolean {
  return forms(said).some((form) => leaving.test(form));
}

/** The same of a link's own words, which may be a verb and no more: "Cancel", "Click here to opt out". */
export function isWayOut(words: string): boolean {
  if (isLeaving(words)) return true;
  return forms(words).some((form) => {
    const said = form.trim().split(" ");
    const rest = said.slice(said.findIndex((word) => !pointing.has(word))).join(" ");
    return alone.has(rest) || clearlyOut.test(` ${rest} `);
  });
}

/**
 * Whether a sentence that ends in a link begins with leaving, and hardly says more: "To be taken off, click …".
 * @param isPointed the link has no words of its own that say where it leads
 */
export function opensOut(sentence: string, isPointed: boolean): boolean {
  return forms(sentence).some(
    (form) => form.trim().split(" ").length <= MOST_OUT && (isPointed ? out : clearlyOut).test(form),
  );
}

/** Whether words belong to the foot of a mail, where nothing is announced. */
export function isFoot(said: string): boolean {
  return forms(said).some((form) => foot.test(form) || leaving.test(form));
}

/** Whether words only point at something: "click here", or nothing at all. */
export function isPointing(said: string): boolean {
  const [form = ""] = forms(said);
  return form
    .split(" ")
    .map((word) => (HAN.test(word) ? pointingInHan.reduce((rest, one) => rest.replaceAll(one, ""), word) : word))
    .every((word) => word === "" || pointing.has(word));
}

/** What shows nothing, and would part a word: soft hyphens, spaces without width, joiners. */
const HIDDEN = /\p{Cf}|\u034f|\u115f|\u1160|\u3164/gu;
const HYPHENS = /(?<=\p{L})[-\u2010\u2011\u00ad](?=\p{L})/gu;

/** As it is compared: folded, between spaces; and where a hyphen parts a word, without it as well. */
function forms(said: string): string[] {
  const seen = said.normalize("NFC").replace(HIDDEN, "");
  const folded = ` ${fold(seen)} `;
  const joined = seen.replace(HYPHENS, "");
  return joined === seen ? [folded] : [folded, ` ${fold(joined)} `];
}

function listed(words: string): string[] {
  return words.split(",").map((word) => fold(word));
}

/** All phrases of a catalogue as one pattern over folded words. */
function pattern(lists: readonly string[]): RegExp {
  const phrases = lists.flatMap((list) => list.split(",").map((phrase) => phrase.trim()));
  const spaced = phrases.filter((phrase) => !HAN.test(phrase));
  const joined = phrases.filter((phrase) => HAN.test(phrase)).map(fold);
  return new RegExp([`(?:${spaced.map(ofPhrase).join("|")})(?= )`, ...joined].join("|"), "u");
}

function ofPhrase(phrase: string): string {
  return phrase
    .split(" ")
    .map((part) => {
      if (part === "~") return `(?: [^ ]+){0,${MOST_BETWEEN}}?`;
      if (part === "_") return small;
      if (part === "MAIL") return nouns();
      return ` ${open(part)}`;
    })
    .join("");
}

function nouns(): string {
  const all = MAIL.flatMap((list) => list.split(",").map((noun) => noun.trim())).filter((noun) => !HAN.test(noun));
  return `(?:${all.map((noun) => ` ${noun.split(" ").map(open).join(" ")}`).join("|")})`;
}

function open(word: string): string {
  return word.endsWith("*") ? `${fold(word)}[^ ]*` : fold(word);
}
