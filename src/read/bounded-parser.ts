/** htmlparser2 with a stack that has an end: with one of any depth, each closing tag costs as much as the page is deep. */
import { Parser } from "htmlparser2";

/** What is nested deeper stands beside its parent instead: as in Chromium and WebKit. */
const MAX_DEPTH = 512;

/** What formats text, and is often left open. */
const FORMATTING = new Set("a b big center div em font i nobr p small span strong u".split(" "));

/** Takes an element that finds no room on the stack for one that can hold nothing. */
export class BoundedParser extends Parser {
  #hasRoom = true;
  #isClosing = false;

  override onopentagname(start: number, end: number): void {
    this.#endCell(start, end);
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see how deep it is
    this.#hasRoom = this["stack"].length < MAX_DEPTH;
    // biome-ignore lint/complexity/useLiteralKeys: private, and it grows by elements that were closed only by implication
    const foreign = this["foreignContext"];
    if (foreign.length > MAX_DEPTH) foreign.length = MAX_DEPTH;
    super.onopentagname(start, end);
  }

  /**
   * A new cell or row ends the one before, whatever formatting was left open in it (HTML standard, "in cell" insertion mode):
   * htmlparser2 does so only where nothing was.
   */
  #endCell(start: number, end: number): void {
    // A name may be asked for once where it comes in pieces; a page is parsed in one.
    // biome-ignore lint/complexity/useLiteralKeys: private, as below
    if (!this["htmlMode"]) return;
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see what is open
    const stack = this["stack"];
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    const name = this["getSlice"](start, end).toLowerCase();
    if (name !== "td" && name !== "th" && name !== "tr") return;
    let open = 0;
    while (FORMATTING.has(stack[open] ?? "")) open++;
    if (stack[open] !== "td" && stack[open] !== "th") return;
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    for (const left of stack.splice(0, open)) this["cbs"].onclosetag?.(left, true);
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
