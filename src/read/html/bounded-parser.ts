/** htmlparser2 with a stack that has an end: with one of any depth, each closing tag costs as much as the page is deep. */
import { Parser } from "htmlparser2";

/** What is nested deeper stands beside its parent instead: as in Chromium and WebKit. */
const MAX_DEPTH = 512;

/** Takes an element that finds no room on the stack for one that can hold nothing. */
export class BoundedParser extends Parser {
  #hasRoom = true;
  #isClosing = false;

  override onopentagname(start: number, end: number): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see how deep it is
    this.#hasRoom = this["stack"].length < MAX_DEPTH;
    // biome-ignore lint/complexity/useLiteralKeys: private, and it grows by elements that were closed only by implication
    const foreign = this["foreignContext"];
    if (foreign.length > MAX_DEPTH) foreign.length = MAX_DEPTH;
    super.onopentagname(start, end);
  }

  override onclosetag(start: number, end: number): void {
    this.#isClosing = true;
    super.onclosetag(start, end);
    this.#isClosing = false;
  }

  protected override isVoidElement(name: string): boolean {
    return super.isVoidElement(name) || !(this.#hasRoom || this.#isClosing);
  }
}
