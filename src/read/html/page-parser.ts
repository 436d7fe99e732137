/**
 * The parser of pages: what browsers do about cells that were left open, a document in another and a head that was never closed, which
 * htmlparser2 leaves to others. It looks ahead at names of tags, as only a page that is parsed in one piece lets it.
 */
import { BoundedParser } from "./bounded-parser.ts";

/** What formats text, and is often left open. */
const FORMATTING = new Set("a b big center div em font i nobr p small span strong u".split(" "));

/** The document's own elements: a second one is part of the first, and none ends before the page does (HTML standard, "in body"). */
const WHOLE = new Set(["html", "body"]);
const LETTERS_OF_WHOLE = 4;
/** What a head may hold; anything else ends it (HTML standard, "in head" insertion mode). */
const IN_HEAD = new Set(
  "base basefont bgsound link meta title noscript noframes style script template head".split(" "),
);

export class PageParser extends BoundedParser {
  /** Whether the page says where it ends. */
  isClosed = false;
  readonly #opened = new Set<string>();
  #isSecond = false;

  override onopentagname(start: number, end: number): void {
    const name = this.#nameAt(start, end);
    this.#endCell(name);
    this.#endHead(name);
    this.#isSecond = this.#opened.has(name);
    if (WHOLE.has(name)) this.#opened.add(name);
    super.onopentagname(start, end);
    this.#isSecond = false;
  }

  override onclosetag(start: number, end: number): void {
    const isWhole = end - start === LETTERS_OF_WHOLE && WHOLE.has(this.#nameAt(start, end));
    if (isWhole) this.isClosed = true;
    else super.onclosetag(start, end);
  }

  protected override isVoidElement(name: string): boolean {
    return this.#isSecond || super.isVoidElement(name);
  }

  /** Of a text that comes in pieces, a name may be asked for but once. */
  #nameAt(start: number, end: number): string {
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see what a tag is called
    return this["getSlice"](start, end).toLowerCase();
  }

  /**
   * A new cell or row ends the one before, whatever formatting was left open in it (HTML standard, "in cell" insertion mode):
   * htmlparser2 does so only where nothing was.
   */
  #endCell(name: string): void {
    if (name !== "td" && name !== "th" && name !== "tr") return;
    // biome-ignore lint/complexity/useLiteralKeys: private, and there is no other way to see what is open
    const stack = this["stack"];
    let open = 0;
    while (FORMATTING.has(stack[open] ?? "")) open++;
    if (stack[open] !== "td" && stack[open] !== "th") return;
    for (const left of stack.splice(0, open)) this.#end(left);
  }

  #endHead(name: string): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    const stack = this["stack"];
    if (stack[0] === "head" && !IN_HEAD.has(name)) this.#end(stack.shift() ?? "");
  }

  #end(name: string): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, as above
    this["cbs"].onclosetag?.(name, true);
  }
}
