/**
 * How one character may be written: as it is, or as what an encoding makes of it, also encoded again. Percent-encoding (RFC 3986 §2.1),
 * quoted-printable (RFC 2045 §6.7, RFC 2047 §4.2), forms (`+`), escapes of JSON (RFC 8259 §7), JavaScript and C, HTML's references.
 */
import { decodeHTML } from "entities";

export interface Written {
  /** Its code point, or NOTHING. */
  code: number;
  /** Where what follows begins. */
  next: number;
}

/** What is written there is no character: a line that is broken and goes on, what nobody sees. */
export const NOTHING = -1;

/** Encoded more often than this, a character is not recognised; what it costs to read one is bounded by it. */
const MOST_READINGS = 6;
/** What is part of an encoding may be encoded so often itself. */
const DEEPEST = 1;
const MOST_INDENTED = 100;
/** What was read is kept for so many places: those that follow a place are read again from the next. */
const MOST_KEPT = 4096;

const [SPACE, NEWLINE, RETURN] = [0x20, 0x0a, 0x0d];
const ESCAPES: Readonly<Record<string, number>> = { n: NEWLINE, r: RETURN, t: 0x09, b: 0x08, f: 0x0c };
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

/** What may be a space and nothing else besides itself. */
export const SPACED = new Set([..."+_\n\r"].map((character) => character.charCodeAt(0)));
/** What begins an encoding, or is written for something else. A letter or a digit never is. */
const INTRODUCES = new Set([..."%=\\&+_\n\r"].map((character) => character.charCodeAt(0)));

export function isPlain(code: number): boolean {
  return code < 0x80 && !INTRODUCES.has(code);
}

/** A number that is written somewhere. */
interface Digits {
  value: number;
  digits: number;
  next: number;
}

export class WrittenText {
  readonly #text: string;
  readonly #kept: (Map<number, readonly Written[]> | undefined)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** All that may be written at a place, as it is first. @param depth how many encodings are being read already */
  at(place: number, depth = 0): readonly Written[] {
    const known = this.#kept[depth]?.get(place);
    if (known) return known;
    const code = this.#text.codePointAt(place);
    if (code === undefined) return [];
    const found: Written[] = [{ code, next: place + (code > 0xffff ? 2 : 1) }];
    // What is found may itself begin an encoding.
    for (let index = 0; index < found.length && index < MOST_READINGS; index++) {
      const one = found[index] as Written;
      if (!isPlain(one.code)) found.push(...this.#decoded(one, depth));
    }
    this.#keep(place, depth, found);
    return found;
  }

  #keep(place: number, depth: number, found: readonly Written[]): void {
    const kept = this.#kept[depth] ?? new Map<number, readonly Written[]>();
    this.#kept[depth] = kept;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(place, found);
  }

  #decoded({ code, next }: Written, depth: number): Written[] {
    switch (code) {
      case 0x25:
        return [...this.#unit(next, "u", "%", depth), ...this.#bytes(next, "%", depth)];
      case 0x3d:
        return [...this.#softBreak(next), ...this.#bytes(next, "=", depth)];
      case 0x5c:
        return this.#escaped(next, depth);
      case 0x26:
        return this.#reference(next, depth);
      case 0x2b:
      case 0x5f:
        return [{ code: SPACE, next }];
      case NEWLINE:
      case RETURN:
        return this.#broken(next);
      default:
        return code <= 0x10ffff && UNSEEN.test(String.fromCodePoint(code)) ? [{ code: NOTHING, next }] : [];
    }
  }

  /** A line's end, with what the next is indented by: for a space, or in the middle of a word. */
  #broken(from: number): Written[] {
    let next = from;
    while (next - from < MOST_INDENTED && /[ \t\r\n]/.test(this.#text[next] ?? "")) next += 1;
    return [
      { code: SPACE, next },
      { code: NOTHING, next },
    ];
  }

  #softBreak(from: number): Written[] {
    const length = /^\r?\n/.exec(this.#text.slice(from, from + 2))?.[0].length;
    return length ? [{ code: NOTHING, next: from + length }] : [];
  }

  #escaped(next: number, depth: number): Written[] {
    const code = this.#text.codePointAt(next);
    if (code === undefined) return [];
    const character = String.fromCodePoint(code);
    const after = next + character.length;
    if (character === "u") return this.#unit(next, "u", "\\", depth);
    if (character === "U") return this.#number(after, 8, depth);
    if (character === "x") return this.#bytes(after, "\\x", depth);
    const octal = /^[0-3][0-7]{2}/.exec(this.#text.slice(next, next + 3))?.[0];
    return [
      { code: ESCAPES[character] ?? code, next: after },
      ...(octal ? [{ code: Number.parseInt(octal, 8), next: next + 3 }] : []),
    ];
  }

  /** `u0041`, a pair of such for what is beyond U+FFFF, or `u{41}`. @param next where the letter stands */
  #unit(next: number, letter: string, introducer: string, depth: number): Written[] {
    if (this.#text[next] !== letter) return [];
    const braced = /^\{([0-9a-f]{1,6})\}/i.exec(this.#text.slice(next + 1, next + 9));
    if (braced) return [{ code: Number.parseInt(braced[1] as string, 16), next: next + 1 + braced[0].length }];
    const [high] = this.#number(next + 1, 4, depth);
    if (!high || high.code < 0xd800 || high.code > 0xdbff) return high ? [high] : [];
    const from = this.#behind(high.next, introducer + letter, depth);
    const [low] = from < 0 ? [] : this.#number(from, 4, depth);
    return low ? [{ code: 0x10000 + ((high.code & 0x3ff) << 10) + (low.code & 0x3ff), next: low.next }] : [high];
  }

  /** A byte, and with those that follow it a character of UTF-8. @param next where its digits begin */
  #bytes(next: number, introducer: string, depth: number): Written[] {
    const [first] = this.#number(next, 2, depth);
    if (!first) return [];
    const more = first.code >= 0xf0 ? 3 : first.code >= 0xe0 ? 2 : first.code >= 0xc0 ? 1 : 0;
    let code = first.code & (0x7f >> (more + 1));
    let at = first.next;
    for (let count = 0; count < more; count++) {
      const from = this.#behind(at, introducer, depth);
      const [byte] = from < 0 ? [] : this.#number(from, 2, depth);
      if (!byte || (byte.code & 0xc0) !== 0x80) return [first];
      code = (code << 6) | (byte.code & 0x3f);
      at = byte.next;
    }
    return more > 0 ? [first, { code, next: at }] : [first];
  }

  #reference(next: number, depth: number): Written[] {
    const from = this.#behind(next, "#", depth);
    if (from >= 0) {
      const hex = this.#behind(from, "x", depth);
      const said = hex < 0 ? this.#digits(from, 9, 10, depth) : this.#digits(hex, 9, 16, depth);
      if (said.digits === 0) return [];
      const end = this.#behind(said.next, ";", depth);
      return [{ code: said.value, next: end < 0 ? said.next : end }];
    }
    const name = /^[a-z][a-z0-9]{1,31}/i.exec(this.#text.slice(next, next + 32))?.[0];
    const end = name ? this.#behind(next + name.length, ";", depth) : -1;
    const code = end < 0 ? undefined : codeNamed(name as string);
    return code === undefined ? [] : [{ code, next: end }];
  }

  /** Where it goes on, where these characters stand, each in whatever form; -1 where they do not. */
  #behind(place: number, characters: string, depth: number): number {
    if (characters === "") return place;
    const wanted = characters.charCodeAt(0) | 0x20;
    for (const { code, next } of this.#within(place, depth)) {
      const end = (code | 0x20) === wanted ? this.#behind(next, characters.slice(1), depth) : -1;
      if (end >= 0) return end;
    }
    return -1;
  }

  /** Of just so many hexadecimal digits. */
  #number(place: number, count: number, depth: number): Written[] {
    const { value, digits, next } = this.#digits(place, count, 16, depth);
    return digits === count ? [{ code: value, next }] : [];
  }

  #digits(place: number, most: number, radix: 10 | 16, depth: number): Digits {
    const said: Digits = { value: 0, digits: 0, next: place };
    const isDigit = ({ code }: Written) => digitOf(code) < radix;
    for (; said.digits < most; said.digits++) {
      const one = this.#within(said.next, depth).find(isDigit);
      if (!one) break;
      said.value = said.value * radix + digitOf(one.code);
      said.next = one.next;
    }
    return said;
  }

  /** What is read as part of an encoding may be encoded itself. */
  #within(place: number, depth: number): readonly Written[] {
    const code = this.#text.charCodeAt(place);
    if (Number.isNaN(code)) return [];
    return isPlain(code) || depth >= DEEPEST ? [{ code, next: place + 1 }] : this.at(place, depth + 1);
  }
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.POSITIVE_INFINITY;
}

function codeNamed(name: string): number | undefined {
  const said = decodeHTML(`&${name};`);
  const code = said.codePointAt(0) as number;
  return said === String.fromCodePoint(code) ? code : undefined;
}
