/**
 * The text of a PDF's page as it is seen: what is printed twice at nearly the same place, which makes it look bold or gives it a
 * shadow, is there once.
 */

/** What pdf.js tells of a piece of text: where it begins (`transform`, PDF 32000-1 §9.4.4), and its width. */
interface Piece {
  str: string;
  width: number;
  height: number;
  transform: number[];
  hasEOL: boolean;
}

/** Points that a second print may be away from the first; of what is narrower than two, half its width. */
const NEAR = 1;
/** The share of a letter that lies on its double. */
const MOSTLY = 0.7;
/** Characters of a line, and of a piece, that are compared with what comes next. */
const TAIL = 500;

export class PrintedText {
  readonly #pieces: string[] = [];
  /** Every piece with its place, as a whole page may be printed twice. */
  readonly #printed = new Map<string, number>();
  #tail = "";
  /** Where the line is, and from where to where its last piece goes. */
  #last = { x: 0, y: 0, end: 0 };

  add(piece: Partial<Piece>): void {
    const { str = "", width = 0, height = 0, transform: [, slant = 0, , , x = 0, y = 0] = [], hasEOL = false } = piece;
    const isKnown = str.trim() !== "" && str.length <= TAIL && this.#isPrinted(str, width, x, y);
    const added = isKnown ? "" : str.slice(slant === 0 ? this.#overprinted(str, width, height, x, y) : 0);
    this.#pieces.push(added, hasEOL ? "\n" : "");
    this.#tail = hasEOL ? "" : (this.#tail + added).slice(-TAIL);
    if (str.trim() !== "") this.#last = { x, y, end: isKnown ? this.#last.end : x + width };
  }

  toString(): string {
    return this.#pieces.join("");
  }

  /** Notes a piece. */
  #isPrinted(str: string, width: number, x: number, y: number): boolean {
    const [column, row] = [Math.round(x), Math.round(y)];
    for (let dx = -NEAR; dx <= NEAR; dx++)
      for (let dy = -NEAR; dy <= NEAR; dy++) {
        const first = this.#printed.get(`${column + dx} ${row + dy} ${str}`);
        if (first !== undefined && Math.abs(first - x) <= Math.min(NEAR, width / 2)) return true;
      }
    this.#printed.set(`${column} ${row} ${str}`, x);
    return false;
  }

  /** How many of a piece's first characters lie on the last ones of the line, and are the same. */
  #overprinted(str: string, width: number, height: number, x: number, y: number): number {
    const { x: start, y: row, end } = this.#last;
    if (Math.abs(y - row) > Math.max(NEAR, height / 5) || x < start - NEAR || str === "") return 0;
    const [overlap, letter] = [end - x, width / str.length];
    const likely = Math.min(str.length, Math.round(overlap / letter));
    const isOver = (count: number) =>
      count > 0 && overlap > count * letter * MOSTLY && isEnd(this.#tail, str.slice(0, count));
    return [likely, likely - 1, likely + 1].find(isOver) ?? 0;
  }
}

function isEnd(tail: string, beginning: string): boolean {
  return beginning.length <= TAIL && tail.endsWith(beginning);
}
