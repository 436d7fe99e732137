/** A body's text as it was written: decoded, and the part of it that can hold content. */
import { isAscii, isUtf8 } from "node:buffer";
import { getEncoding } from "encoding-sniffer";
import { TooCostly } from "./bounds.ts";
import { inPieces } from "./pieces.ts";

/** Byte order mark, then the header's charset, then the document's own word, then UTF-8, which is no error. */
function sniffing(contentType: string) {
  const label = /charset\s*=\s*["']?([\w.:-]{1,100})/i.exec(contentType)?.[1];
  return { defaultEncoding: "utf-8", ...(label ? { transportLayerEncodingLabel: label } : {}) };
}

/** Bytes from which it is told whether a label is true. */
const HEAD = 64 * 1024;
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/;

/**
 * What a body is written in: as it says, but where that cannot be. Letters of an old character set are hardly ever UTF-8 by
 * chance, and what is no UTF-8 was most likely written in the set that browsers take for unlabelled text (Encoding Standard).
 */
function encodingOf(body: Buffer, contentType: string): string {
  const head = body.subarray(0, HEAD);
  const named = getEncoding(head, sniffing(contentType)).toLowerCase();
  if (named !== "utf-8" && !SINGLE_BYTE.test(named)) return named;
  if (isAscii(head)) return named;
  if (isUtf8(withoutCutLetter(head))) return "utf-8";
  const text = new TextDecoder().decode(head, { stream: true });
  const others = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > others / 2 && named === "utf-8" ? "windows-1252" : named;
}

/** Bytes without the beginning of a letter of UTF-8 at their end (RFC 3629 §3: it tells how many follow, three at most). */
function withoutCutLetter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.subarray(0, -back) : bytes;
    if (byte < 0x80) return bytes;
  }
  return bytes;
}

/** Decodes a body. Undefined where its label, such as iso-2022-kr, stands for "do not decode this". */
export function decodeText(body: Buffer, contentType: string): string | undefined {
  return decoderOf(body, contentType)?.decode(body);
}

/**
 * What decodes a body that comes in pieces.
 * @param head its first piece
 */
export function decoderOf(head: Buffer, contentType: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encodingOf(head, contentType));
  } catch {
    return undefined;
  }
}

/** Characters from which it is told whether something is text, and the share of them that no text has. */
const LOOKED_AT = 20_000;
const SHARE_OF_NO_TEXT = 0.1;

/** A picture that is called a page: what its character set cannot say, and what no keyboard writes. */
export function isNoText(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd > start.length * SHARE_OF_NO_TEXT;
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
/** White space where it is anything but one space: most of it needs no change. */
export const MORE_THAN_A_SPACE = / \s+|[^\S ]\s*/g;
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
        .replace(MORE_THAN_A_SPACE, " ");
}
