/** What a secret may look like as a whole: in other letters, or encoded in one piece. Its single characters may be written in other ways besides. */

/** What is looked for, character by character, without regard to case. */
export interface Form {
  /** Folded code points. */
  codes: Uint32Array;
  /** Whether the character before it, and that behind it, hold some of its bits: base64 does not end where a byte does. */
  before: boolean;
  behind: boolean;
}

/** A longer one is looked for in pieces, each by itself, so that no text that holds it is walked through for long. */
const PIECE = 512;

/** Code points that nobody reads differently are one: letters of both cases, kinds of space. */
export function folded(code: number): number {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return code;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code | 0x20 : code === 0x09 ? 0x20 : code;
  const character = String.fromCodePoint(code);
  if (/\s/u.test(character)) return 0x20;
  const lower = character.toLowerCase();
  const small = lower.codePointAt(0) as number;
  return small >= 0x80 && lower.length === (small > 0xffff ? 2 : 1) ? small : code;
}

export function formsOf(secret: string): Form[] {
  const forms = new Map<string, Form>();
  const add = (text: string, before = false, behind = false) => {
    const codes = Uint32Array.from(text, (character) => folded(character.codePointAt(0) as number));
    forms.set(`${codes.join()} ${before} ${behind}`, { codes, before, behind });
  };
  for (const piece of inPieces(secret)) {
    for (const text of asText(piece)) add(text);
    for (const text of new Set([piece, ...asText(piece), ...escapedWhole(piece)])) {
      const bytes = Buffer.from(text);
      for (const offset of [0, 1, 2]) {
        const { core, before, behind } = base64(bytes, offset);
        add(core, before, behind);
        add(core.replaceAll("+", "-").replaceAll("/", "_"), before, behind);
      }
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));
      for (const between of ["", " ", ":", ", 0x", ",0x"]) add(hex.join(between));
      for (const between of [",", ", "]) add([...bytes].join(between));
    }
  }
  return [...forms.values()];
}

function inPieces(secret: string): string[] {
  const characters = [...secret];
  const count = Math.max(1, Math.floor(characters.length / PIECE));
  const size = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, index) => characters.slice(index * size, (index + 1) * size).join(""));
}

/** In other letters, composed otherwise (Unicode, "Normalization Forms"), or its UTF-8 read as if each byte were a letter. */
function asText(text: string): Set<string> {
  const composed = [text, text.normalize("NFC"), text.normalize("NFD")];
  const bytes = Buffer.from(text).toString("latin1");
  return new Set([...composed.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]), bytes]);
}

/** As it stands in an address, in JSON or in HTML before that is encoded in one piece. */
function escapedWhole(text: string): string[] {
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const wellFormed = text.toWellFormed();
  return [
    encodeURIComponent(wellFormed),
    encodeURI(wellFormed),
    encodeURIComponent(wellFormed).replaceAll("%20", "+"),
    JSON.stringify(text).slice(1, -1),
    html.replaceAll('"', "&quot;"),
  ];
}

/** What of the encoding follows from these bytes alone, where so many others (modulo 3) stand before them (RFC 4648 §4). */
function base64(bytes: Buffer, offset: number): { core: string; before: boolean; behind: boolean } {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString("base64")
    .replaceAll("=", "");
  const bits = (offset + bytes.length) * 8;
  const from = Math.ceil((offset * 8) / 6);
  return { core: text.slice(from, Math.floor(bits / 6)), before: offset > 0, behind: bits % 6 > 0 };
}
