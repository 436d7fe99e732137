/** One character as it is escaped in addresses, JSON, JavaScript, C, HTML and mail. */
import { decodeHTML } from "entities";

/** What is written there is no character: a line of mail is broken, and goes on. */
export const NOTHING = -1;
export const EQUALS = 0x3d;

/** What else than itself stands behind a backslash. */
const LETTERS = new Map([..."nrtbf"].map((letter, index) => [letter.charCodeAt(0), "\n\r\t\b\f".charCodeAt(index)]));
/** Of letters and digits, what they are worth. */
const WORTH = new Uint8Array(0x80).fill(0xff);
for (const [worth, digit] of [..."0123456789abcdefghijklmnopqrstuvwxyz"].entries())
  for (const one of [digit, digit.toUpperCase()]) WORTH[one.charCodeAt(0)] = worth;

/** The escape that was read last: what it stands for, and where it ends. */
export class Escape {
  code = 0;
  end = 0;
  /** Whether it is a byte, which may be a part of a character. */
  isByte = false;
  readonly #units: Uint16Array;

  constructor(units: Uint16Array) {
    this.#units = units;
  }

  /** Whether one begins where there is `%`, `=`, `\` or `&`. */
  read(at: number): boolean {
    this.isByte = false;
    const behind = this.#units[at + 1];
    switch (this.#units[at]) {
      case 0x26:
        return behind === 0x23 ? this.#reference(at + 2) : this.#named(at + 1);
      case 0x5c:
        return behind !== undefined && this.#behindBackslash(at + 1, behind);
      case EQUALS:
        return this.#byte(at + 1) || this.#softBreak(behind === 0x0d ? at + 2 : at + 1);
      default:
        return this.#byte(at + 1) || (behind === 0x75 && this.#number(at + 2, 16, 4, 4));
    }
  }

  #behindBackslash(at: number, unit: number): boolean {
    if (unit === 0x78 && this.#byte(at + 1)) return true;
    if (unit === 0x55 && this.#number(at + 1, 16, 8, 8)) return true;
    if (unit === 0x75 && (this.#number(at + 1, 16, 4, 4) || this.#braced(at + 1))) return true;
    this.isByte = unit <= 0x33 && this.#number(at, 8, 3, 3);
    return this.isByte || this.#is(LETTERS.get(unit) ?? unit, at + 1);
  }

  #byte(at: number): boolean {
    this.isByte = this.#number(at, 16, 2, 2);
    return this.isByte;
  }

  #softBreak(at: number): boolean {
    return this.#units[at] === 0x0a && this.#is(NOTHING, at + 1);
  }

  #braced(at: number): boolean {
    const isNumber = this.#units[at] === 0x7b && this.#number(at + 1, 16, 1, 8);
    return isNumber && this.#units[this.end] === 0x7d && this.#is(this.code, this.end + 1);
  }

  #reference(at: number): boolean {
    const isHex = ((this.#units[at] ?? 0) | 0x20) === 0x78;
    const isNumber = isHex ? this.#number(at + 1, 16) : this.#number(at, 10);
    return isNumber && this.#is(this.code, this.#units[this.end] === 0x3b ? this.end + 1 : this.end);
  }

  #named(at: number): boolean {
    let end = at;
    while (end - at < 32 && this.#worth(end) < 36) end += 1;
    if (end === at || this.#units[end] !== 0x3b) return false;
    const code = codeNamed(String.fromCharCode(...this.#units.subarray(at, end)));
    return code !== undefined && this.#is(code, end + 1);
  }

  /** Of so many digits. */
  #number(at: number, radix: number, least = 1, most = Number.POSITIVE_INFINITY): boolean {
    let [code, end] = [0, at];
    for (; end - at < most && this.#worth(end) < radix; end++)
      code = Math.min(code * radix + this.#worth(end), 0x110000);
    return end - at >= least && code < 0x110000 && this.#is(code, end);
  }

  #worth(at: number): number {
    return WORTH[this.#units[at] ?? 0x7f] ?? 0xff;
  }

  #is(code: number, end: number): boolean {
    this.code = code;
    this.end = end;
    return true;
  }
}

const MOST_NAMES = 4096;
const names = new Map<string, number | undefined>();

/** The one character that HTML has a name for. */
function codeNamed(name: string): number | undefined {
  if (names.has(name)) return names.get(name);
  const said = decodeHTML(`&${name};`);
  const code = said.codePointAt(0) as number;
  if (names.size >= MOST_NAMES) names.clear();
  names.set(name, said === String.fromCodePoint(code) ? code : undefined);
  return names.get(name);
}
