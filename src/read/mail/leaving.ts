/**
 * Which links of a message must not be followed: some end the subscription as they are opened (RFC 8058 §1 says why none should,
 * and many do), or show who holds it. Told by what they say, by their address, or by the sentence in which they stand.
 */
import type { AnyNode, Element } from "domhandler";
import { isBlock } from "../html/html.ts";
import { isSilent } from "../html/surroundings.ts";
import { type Tree, walk } from "../html/tree.ts";

/** What leads out, or to what a subscriber alone has, in the languages of newsletters. */
const LEAVING =
  /un-?subscri|opt(?:ing)?[\s_-]?out|(?:subscription|e-?mail|mail(?:ing)?)[\s_-]?(?:preferences|settings)|manage[\s_-]?(?:your[\s_-]?)?(?:preferences|subscription)|remove (?:me|yourself|your)|removed from (?:our|the|this|these|all)|leave (?:this|the|our) (?:mailing )?list|(?:stop|no longer) (?:wish to |want to )?(?:receiv|get|want|wish|hear)|(?:n[’']t|not) (?:want|wish)(?: to)? (?:receiv|get|hear|these|this|our|any|more|further)|stop (?:these|this|our|all) |(?:cancel|end) (?:your|my|this|the) (?:subscription|newsletter)|d[ée]sabonn|d[ée]sinscri|ne (?:plus|pas) recevoir|darse de baja|cancelar (?:su|la) suscrip|no (?:desea|quiere) recibir|abmelden|abbestellen|nicht (?:mehr|länger) (?:erhalten|bekommen)|отпис|退订|取消订阅|إلغاء الاشتراك/i;
/** A link that says nothing else. */
const LEAVING_ALONE = /^\W*(?:cancel|stop|leave|quit|remove|exit)\W*$/i;

/** Characters before a link and behind it that are looked at. */
const MOST_BESIDE = 300;
const MOST_TEXT = 500_000;

export function isLeaving(said: string): boolean {
  return LEAVING.test(said) || LEAVING_ALONE.test(said);
}

/** A text in which it is marked where each link begins and ends. */
export class Surroundings {
  #text = "";
  readonly #places: { start: number; end: number }[] = [];

  /** @param links in the order of the page */
  static ofPage(tree: Tree, links: readonly Element[]): Surroundings {
    const made = new Surroundings();
    const places = new Map<AnyNode, number>(links.map((link, index) => [link, index]));
    walk(
      tree,
      (node) => {
        if (made.#text.length > MOST_TEXT) return "stop";
        if (!("children" in node) && node.type !== "text") return "over";
        if (node.type === "text") made.#text += node.data.replace(/[\n\r]/g, " ");
        else if (isSilent(node)) return "over";
        if (isBlock(node)) made.#text += "\n";
        const index = places.get(node);
        if (index !== undefined) made.#begin(index);
        return undefined;
      },
      (node) => {
        const index = places.get(node);
        if (index !== undefined) made.#end(index);
        if (isBlock(node)) made.#text += "\n";
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
    return made;
  }

  /** Whether the sentence says so in which the link stands, or the question before it. @param words the link's own */
  leadOut(index: number, words: string): boolean {
    const { start, end } = this.#places[index] ?? { start: 0, end: 0 };
    const before = this.#text.slice(Math.max(0, start - MOST_BESIDE), start);
    const [, begun = ""] = BEGUN.exec(before.slice(lastEnd(before)).replace(/\s+/g, " ")) ?? [];
    const [behind = ""] = this.#text.slice(end, end + MOST_BESIDE).split(OPENS, 1);
    return LEAVING.test(`${begun} ${words} ${GOES_ON.exec(behind)?.[0] ?? ""}`);
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

/** Around a link, in the text: private use, as no letter is. */
const OPENS = "\uE000";
const CLOSES = "\uE001";
/** What has ended before: the line of another link, or a row of them. */
const ENDED = new RegExp(`${CLOSES}[ \\t]*[\\n|•·]`, "g");
/** The sentence that has not ended, and the question before it. */
const BEGUN = /((?:[^.!?…]{0,300}\?["”’)]? )?[^.!…]{0,300})$/;
/** What goes on behind: a sentence of its own begins with a capital. */
const GOES_ON = /^\s*[^\s\p{Lu}.!?…|•·][^.!?…|•·]*/u;

function lastEnd(before: string): number {
  const last = [...before.matchAll(ENDED)].at(-1);
  return last ? last.index + last[0].length : 0;
}
