/**
 * htmlparser2 with a stack that has an end: with one of any depth, each closing tag costs as much as the page is deep. And with what
 * browsers do about a document in another, and about a head that was never closed, which htmlparser2 leaves to others.
 */
import { Parser } from "htmlparser2";

/** What is nested deeper stands beside its parent instead: as in Chromium and WebKit. */
const MAX_DEPTH = 512;

/** What formats text, and is often left open. */
const FORMATTING = new Set("a b big center div em font i nobr p small span strong u".split(" "));

/** The document's own elements: a second one is part of the first, and none ends before the page does (HTML standard, "in body"). */
const WHOLE = new Set(["html", "body"]);
/** What a head may hold; anything else ends it (HTML standard, "in head" insertion mode). */
const IN_HEAD = new Set(
  "base basefont bgsound link meta title noscript noframes style script template head".split(" "),
);

/** Takes an element that finds no room on the stack for one that can hold nothing. */
export class BoundedParser extends Parser {
  /** Whether the page says where it ends. */
  isClosed = false;
  #hasRoom = true;
  #isClosing = false;
  readonly #opened = new Set<string>();

  override onopentagname(start: number, end: number): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see what a tag is called
    const name = this["getSlice"](start, end).toLowerCase();
    this.#endCell(name);
    this.#endHead(name);
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see how deep it is
    this.#hasRoom = this["stack"].length < MAX_DEPTH && !this.#opened.has(name);
    if (WHOLE.has(name)) this.#opened.add(name);
    // biome-ignore lint/complexity/useLiteralKeys: private, and it grows by elements that were closed only by implication
    const foreign = this["foreignContext"];
    if (foreign.length > MAX_DEPTH) foreign.length = MAX_DEPTH;
    super.onopentagname(start, end);
  }

  /**
   * A new cell or row ends the one before, whatever formatting was left open in it (HTML standard, "in cell" insertion mode):
   * htmlparser2 does so only where nothing was.
   */
  #endCell(name: string): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see what is open
    const stack = this["stack"];
    if (name !== "td" && name !== "th" && name !== "tr") return;
    let open = 0;
    while (FORMATTING.has(stack[open] ?? "")) open++;
    if (stack[open] !== "td" && stack[open] !== "th") return;
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    for (const left of stack.splice(0, open)) this["cbs"].onclosetag?.(left, true);
  }

  #endHead(name: string): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    const stack = this["stack"];
    if (stack[0] !== "head" || IN_HEAD.has(name)) return;
    stack.shift();
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    this["cbs"].onclosetag?.("head", true);
  }

  override onclosetag(start: number, end: number): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    if (WHOLE.has(this["getSlice"](start, end).toLowerCase())) {
      this.isClosed = true;
      return;
    }
    this.#isClosing = true;
    super.onclosetag(start, end);
    this.#isClosing = false;
  }

  protected override isVoidElement(name: string): boolean {
    return super.isVoidElement(name) || !(this.#hasRoom || this.#isClosing);
  }
}
