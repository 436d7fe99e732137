/** A body's text as it was written: decoded, and the part of it that can hold content. */
import { decodeBuffer, getEncoding } from "encoding-sniffer";
import { TooCostly } from "./bounds.ts";
import { inPieces } from "./pieces.ts";

/** Byte order mark, then the header's charset, then the document's own word, then UTF-8, which is no error. */
function sniffing(contentType: string) {
  const label = /charset\s*=\s*["']?([\w.:-]{1,100})/i.exec(contentType)?.[1];
  return { defaultEncoding: "utf-8", ...(label ? { transportLayerEncodingLabel: label } : {}) };
}

/** Decodes a body. Undefined where its label, such as iso-2022-kr, stands for "do not decode this". */
export function decodeText(body: Buffer, contentType: string): string | undefined {
  try {
    return decodeBuffer(body, sniffing(contentType));
  } catch {
    return undefined;
  }
}

/**
 * The same for a body that comes in pieces.
 * @param head its first piece
 */
export function decoderOf(head: Buffer, contentType: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(getEncoding(head, sniffing(contentType)));
  } catch {
    return undefined;
  }
}

/** @throws {TooCostly} when there are more than `most` characters of it */
export async function collectText(pieces: AsyncIterable<string>, most: number): Promise<string> {
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.length > most)
      throw new TooCostly(`is larger than what can be read as a whole (${Math.round(most / 1024 / 1024)} MB)`);
  }
  return text;
}

/** Attributes that differ at every request and say nothing: nonces, form tokens, view ids, inline styles. */
const NOISE =
  /<input\b[^<>]*>|\s(?:nonce|integrity|data-[\w-]*(?:id|token|key)|id|style|value|class)=(?:"[^"]*"|'[^']*')/gi;
const PIECE = 64 * 1024;
const HIDDEN_INPUT = /type=["']?hidden/i;

/** What is shown of a page's source, without comments, scripts and drawings: in one pass, whatever is left open. */
function* shown(html: string): Generator<string, void, undefined> {
  const opening = /<!--|<(script|style|noscript|svg)\b/gi;
  const neverClosed = new Set<string>();
  let from = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase() ?? "comment";
    if (neverClosed.has(name)) continue;
    const closing = name === "comment" ? /-->/g : new RegExp(`</${name}\\s*>`, "gi");
    closing.lastIndex = found.index + found[0].length;
    if (!closing.test(html)) {
      neverClosed.add(name);
      continue;
    }
    yield html.slice(from, found.index);
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  yield html.slice(from);
}

/**
 * The part of a page's source that can hold content, in pieces, for comparing before anything is parsed: the `main` element
 * where there is one, without scripts, comments and one-off attributes.
 */
export function* contentSource(html: string): Generator<string, void, undefined> {
  const start = html.search(/<main[\s>]/i);
  const end = start < 0 ? -1 : html.lastIndexOf("</main");
  // Each ends before a tag, so that no attribute is cut in two.
  for (const part of shown(end > start ? html.slice(start, end) : html))
    for (const piece of inPieces(part, PIECE, "<"))
      yield piece
        .replace(NOISE, (found) => (found.startsWith("<") && !HIDDEN_INPUT.test(found) ? found : ""))
        .replace(/\s+/g, " ");
}
