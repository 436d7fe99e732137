/** A long text in pieces: what is done to each takes no more memory than a piece. */

/**
 * @param most characters of a piece
 * @param before what a piece ends before, where there is any in it
 */
export function* inPieces(text: string, most: number, before: string): Generator<string, void, undefined> {
  let from = 0;
  while (text.length - from > most) {
    const piece = text.slice(from, from + most);
    const at = piece.lastIndexOf(before);
    yield at > 0 ? piece.slice(0, at) : piece;
    from += at > 0 ? at : most;
  }
  yield text.slice(from);
}
