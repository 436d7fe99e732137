/**
 * Which links of a message must not be followed for what stands around them: some end the subscription as they are opened (RFC 8058
 * §1 says why none should, and many do), or show who holds it. And where the foot of a message begins, in which nothing is announced.
 */
import type { AnyNode, Element } from "domhandler";
import { sentences } from "../../language/sentences.ts";
import { isBlock } from "../html/html.ts";
import { isSilent } from "../html/surroundings.ts";
import { type Tree, walk } from "../html/tree.ts";
import { isFoot, isLeaving, isPointing, opensOut } from "./leaving.ts";

/** Characters before a link and behind it that are looked at. */
const MOST_BESIDE = 400;
const MOST_TEXT = 500_000;
/** Sentences before it that may say where "click here" leads. */
const MOST_BACK = 4;
/** A link of more words says itself where it leads. */
const MOST_POINTING = 3;

/** Around a link, in the text: private use, as no letter is. */
const OPENS = "\uE000";
const CLOSES = "\uE001";
/** What ends whatever was said: an empty line, a bar, the line of another link, a line that begins as an item or a rule does. */
const PARTED = new RegExp(
  `\\n[ \\t]*\\n\\s*|[|•·]|(?<=${CLOSES}[ \\t)\\]>.,;]{0,4})\\n|\\n(?=[ \\t]*(?:[-*–—_=#(\\[<>+]|\\d{1,2}[.)]))`,
);
/** Behind what a line was said of another link. */
const FOR_ANOTHER = /(?:[:(<[]|\b(?:at|to|visit|click|here|via|see|follow|go)|→|»)\s*$/i;
/** The end of a link, or of its number. */
const BEGINS_BEHIND = new RegExp(`^[${CLOSES}\\]]\\s*`);
const SIGNATURE = /^-- ?$/;

/** Where the text ends right under a line. */
const UNDER = new RegExp(`[^\\s${CLOSES}][ \\t]*\\n[ \\t]*${OPENS}?$`);
/** A line that goes on with what the one before began. */
const NEXT_LINE = new RegExp(`^${CLOSES}?[ \\t]*\\n[ \\t]*[\\p{Ll}\\p{Lo}]`, "u");
/** Whatever a link says beside that one may press it, it is that. */
const isPointingAway = (words: string) =>
  /\b(?:click\w*|here|links?|let us|tell us|write to|reply|forms?|page)\b/i.test(words);

/** What stands around a link makes it a way out, whatever it says; or lets its own words alone say where it leads. */
export type LeadsOut = "out" | "its-words" | undefined;

interface Place {
  start: number;
  end: number;
}

/** A text in which it is marked where each link begins and ends. */
export class Surroundings {
  #text = "";
  readonly #places: Place[] = [];
  #foot: number | undefined;

  /** @param links in the order of the page */
  static ofPage(tree: Tree, links: readonly Element[]): Surroundings {
    const made = new Surroundings();
    const places = new Map<AnyNode, number>(links.map((link, index) => [link, index]));
    const part = (node: AnyNode) => {
      if (isBlock(node)) made.#text += "name" in node && node.name === "br" ? "\n" : "\n\n";
    };
    walk(
      tree,
      (node) => {
        if (made.#text.length > MOST_TEXT) return "stop";
        if (!("children" in node) && node.type !== "text") return "over";
        if (node.type === "text") made.#text += node.data.replace(/[\n\r]/g, " ");
        else if (isSilent(node)) return "over";
        if (!("name" in node && node.name === "br")) part(node);
        const index = places.get(node);
        if (index !== undefined) made.#begin(index);
        return undefined;
      },
      (node) => {
        const index = places.get(node);
        if (index !== undefined) made.#end(index);
        part(node);
      },
    );
    return made;
  }

  /** @param addresses where each begins in the text, and how long it is */
  static ofText(text: string, addresses: readonly { at: number; length: number }[]): Surroundings {
    const made = new Surroundings();
    let done = 0;
    for (const [index, { at, length }] of addresses.entries()) {
      made.#text += text.slice(done, at);
      made.#begin(index);
      made.#end(index);
      done = at + length;
    }
    made.#text += text.slice(done);
    for (const [index, place] of made.#places.entries()) made.#places[index] = made.#mentionOf(place) ?? place;
    return made;
  }

  /** Where the number is mentioned under which an address is listed: "… [2]", and "[2] https://…" at the end. */
  #mentionOf({ start }: Place): Place | undefined {
    const line = this.#text.slice(Math.max(0, this.#text.lastIndexOf("\n", start) + 1), start);
    const number = REFERENCE.exec(line)?.[1];
    if (number === undefined) return undefined;
    const at = this.#text.slice(0, start - line.length).indexOf(`[${number}]`);
    return at < 0 ? undefined : { start: at, end: at + number.length + 2 };
  }

  /** Where a link is spoken of: those of a list of references stand in the order of the text. */
  at(index: number): number {
    return this.#places[index]?.start ?? Number.POSITIVE_INFINITY;
  }

  /** Whether a link stands behind the first words that belong to a foot: who it was sent to, how to leave. */
  isInFoot(index: number): boolean {
    this.#foot ??= this.#findFoot();
    return this.at(index) > this.#foot;
  }

  /** Whether the sentence makes it one in which the link stands, or what comes before it and only points at it. @param words the link's own */
  leadOut(index: number, words: string): LeadsOut {
    const { start, end } = this.#places[index] ?? { start: 0, end: 0 };
    const text = this.#text.slice(Math.max(0, start - MOST_BESIDE), start);
    const { begun, earlier, isBegun } = before(text, words);
    const isPointed = isPointing(words);
    const isShort = words.split(" ").length <= MOST_POINTING;
    const saysOut = (sentence: string) => isLeaving(sentence) || opensOut(sentence, true);
    if (opensOut(begun, isPointed) || isLeaving(isShort ? `${begun} ${words}` : begun))
      return isShort || isPointingAway(words) || opensOut(begun, false) ? "out" : "its-words";
    const [last = ""] = earlier;
    if (isShort && last.endsWith("?") && begun.split(" ").length <= MOST_POINTING && saysOut(last)) return "out";
    if (!isPointed) return undefined;
    if (isPointing(begun))
      for (const sentence of earlier.slice(0, MOST_BACK)) {
        if (sentence.includes(CLOSES)) break;
        if (saysOut(sentence)) return "out";
        if (!isPointing(sentence)) break;
      }
    // An address that stands right under a line, or behind a colon, is that line's.
    const isAnnounced =
      !last.includes(CLOSES) && (last.endsWith(":") || (words === "" && last !== "" && UNDER.test(text)));
    const behind = this.#text.slice(end - CLOSES.length, end + MOST_BESIDE);
    return isLeaving(after(behind, isBegun, !isBegun && !isAnnounced, words !== "")) ? "out" : undefined;
  }

  #findFoot(): number {
    const last = Math.max(0, ...this.#places.map(({ start }) => start));
    let at = 0;
    while (at <= last) {
      const end = this.#text.indexOf("\n\n", at);
      const paragraph = this.#text.slice(at, end < 0 ? undefined : end);
      if (isFoot(paragraph.replace(/\n/g, " ")) || paragraph.split("\n").some((line) => SIGNATURE.test(line)))
        return this.#cueIn(at, at + paragraph.length);
      if (end < 0) break;
      at = end + 2;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Where in a paragraph its first such words stand: behind which of its links. */
  #cueIn(start: number, end: number): number {
    const inside = this.#places.map((place) => place.start).filter((at) => at > start && at < end);
    const edges = [start, ...inside.sort((one, other) => one - other), end];
    const at = edges.findIndex((edge, index) => {
      const from = Math.max(start, edge - MOST_BESIDE);
      return isFoot(this.#text.slice(from, edges[index + 1]).replace(/\n/g, " "));
    });
    return edges[at] ?? start;
  }

  #begin(index: number): void {
    this.#text += OPENS;
    this.#places[index] = { start: this.#text.length, end: this.#text.length };
  }

  #end(index: number): void {
    this.#text += CLOSES;
    const place = this.#places[index];
    if (place) place.end = this.#text.length;
  }
}

export const REFERENCE = /^[ \t]*\[(\d{1,3})\][ \t:.]*\uE000?$/;

/** The sentence that has not ended before a link, and those that have, the last of them first. */
function before(text: string, words: string): { begun: string; earlier: string[]; isBegun: boolean } {
  const parts = text.split(PARTED);
  const current = parts.pop() ?? "";
  // With the link's first word, it shows whether a full stop ends a sentence.
  const next = words.split(" ")[0] || "X";
  const spoken = [...sentences(`${inLine(current)} ${next}`)];
  const begun = (spoken.pop() ?? "").slice(0, -next.length).trim();
  const earlier = [...parts.flatMap((part) => [...sentences(inLine(part))]), ...spoken].reverse();
  const marks = new RegExp(`[${OPENS}\\s]`, "g");
  return { begun, earlier, isBegun: begun.replace(marks, "") !== "" };
}

/**
 * What goes on behind a link.
 * @param isBegun its sentence began before it
 * @param mayBegin it may be what a sentence begins with
 * @param hasWords it says "click here", which may go on in whatever line comes next
 */
function after(text: string, isBegun: boolean, mayBegin: boolean, hasWords: boolean): string {
  const at = text.indexOf(OPENS);
  const isNext = at >= 0;
  const parts = (isNext ? text.slice(0, at) : text).split(PARTED).map(inLine);
  const beside = (parts[0] ?? "").replace(BEGINS_BEHIND, "");
  const isLine = mayBegin && beside === "" && parts.length > 1;
  const said = isLine ? (parts.slice(1).find((part) => part !== "") ?? "") : beside;
  if (isLine && !(hasWords ? /^\p{L}/u.test(said) : NEXT_LINE.test(text))) return "";
  const isBracket = /^[([]/.test(said);
  if (isBracket && (isBegun || said.split(" ").length > MOST_POINTING)) return "";
  if (/^[.!?…]/.test(said)) return "";
  if (isBegun && /^[^\p{Ll}\p{Lo}]*\p{Lu}/u.test(said)) return "";
  const isLast = isNext && parts.length === 1;
  const own = isLast ? (said.split(/(?<=\S.*)(?:[,;]|\s(?:or|and|ou|oder|und|y|o|en|of)\s)/u)[0] ?? "") : said;
  if (isLast && own === said && FOR_ANOTHER.test(said)) return "";
  const [sentence = ""] = sentences(own);
  return sentence;
}

function inLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
