/**
 * What is secret is cut out of all that leaves this process, by its value: out of what is printed, logged, kept, archived and shown.
 * Servers echo what they were sent, in errors that nobody foresees. Known are all secrets that were read, in whatever part of the program,
 * so that this is the one list that is the whole process's.
 *
 * A text is gone through once. Where two characters stand that a secret begins with, or something that may be an encoding, it is
 * followed, character by character, in whatever way each is written.
 */
import { type Form, folded, formsOf } from "./secret-forms.ts";
import { credentialsIn, LEAST_SECRET, tokensIn } from "./secret-parts.ts";
import { isPlain, NOTHING, SPACED, WrittenText } from "./written-character.ts";

export const REDACTED = "[secret]";

/** What a plain character is folded to; 0 for what may be read in several ways. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) => (isPlain(code) ? folded(code) : 0));

export class Redaction {
  readonly #known = new Set<string>();
  /** Made of them when it is asked for. */
  #forms: Forms | undefined;

  /**
   * From here on, a value is cut out, and what is secret of it where it is an address.
   * @param openly text that everybody may read: a password that stands there is none
   */
  keep(value: string, openly = ""): void {
    this.#know(value);
    this.#keepParts([...tokensIn(value), ...credentialsIn(value)], openly);
  }

  /** The same of what is no secret itself, and may be an address with a password in it. */
  keepCredentials(value: string, openly = ""): void {
    this.#keepParts(credentialsIn(value), openly);
  }

  /** The text with every secret cut out, as it is or in whatever usual encoding (secret-forms.ts, written-character.ts). */
  redact(text: string): string {
    if (this.#known.size === 0 || text.length < LEAST_SECRET) return text;
    this.#forms ??= new Forms([...this.#known].flatMap(formsOf));
    const written = new WrittenText(text);
    let said = "";
    let kept = 0;
    for (let found = this.#forms.next(text, written, 0); found; found = this.#forms.next(text, written, kept)) {
      const start = Math.max(found.start, kept);
      // Pieces of one secret, or a secret twice, are cut out as one.
      said += start > kept || kept === 0 ? text.slice(kept, start) + REDACTED : "";
      kept = found.end;
    }
    return kept === 0 ? text : said + text.slice(kept);
  }

  #keepParts(parts: readonly string[], openly: string): void {
    for (const part of parts) if (!standsIn(part, openly)) this.#know(part);
  }

  #know(value: string): void {
    if (value.length < LEAST_SECRET || this.#known.has(value)) return;
    this.#known.add(value);
    this.#forms = undefined;
  }
}

/** Whether a text holds a value, in whatever form. */
export function standsIn(value: string, text: string): boolean {
  return value.length >= LEAST_SECRET && new Forms(formsOf(value)).next(text, new WrittenText(text), 0) !== undefined;
}

/** That of this process. */
export const secretsHere = new Redaction();

export function redacted(text: string): string {
  return secretsHere.redact(text);
}

/** The beginning of what somebody said. It is cut off here, and nowhere before: of a secret that is cut through, its half would stay. */
export function beginningOf(text: string, length: number): string {
  return redacted(text).slice(0, length);
}

interface Found {
  start: number;
  end: number;
}

/** All forms of all secrets, by what they begin with. */
class Forms {
  readonly #byFirst = new Map<number, Form[]>();
  /** Those that begin with two plain characters, by them. */
  readonly #byPair: (Form[] | undefined)[] = new Array(0x80 * 0x80).fill(undefined);

  /** Whether one begins with a space, or with what is no ASCII. */
  readonly #beginsOddly: boolean;

  constructor(forms: readonly Form[]) {
    this.#beginsOddly = forms.some(({ codes: [first = 0] }) => first === 0x20 || first >= 0x80);
    for (const form of forms) {
      const [first = 0, second = 0] = form.codes;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), form]);
      if (first >= 0x80 || second >= 0x80) continue;
      const pair = first * 0x80 + second;
      this.#byPair[pair] = [...(this.#byPair[pair] ?? []), form];
    }
  }

  /** The first that stands in a text from some place on, and as much of it as there is. */
  next(text: string, written: WrittenText, from: number): Found | undefined {
    for (let at = from; at < text.length; at++) {
      const first = plainAt(text, at);
      if (first === 0 && !this.#mayBegin(text.charCodeAt(at))) continue;
      const second = plainAt(text, at + 1);
      const found =
        first === 0
          ? this.#fromAny(text, written, at)
          : longest(second === 0 ? this.#byFirst.get(first) : this.#byPair[first * 0x80 + second], text, written, {
              start: at,
              end: at + 1,
            });
      if (found) return found;
    }
    return undefined;
  }

  /** @param unit one that is not plain */
  #mayBegin(unit: number): boolean {
    if (unit >= 0x80) return this.#beginsOddly;
    return !SPACED.has(unit) || this.#beginsOddly || this.#byFirst.has(unit);
  }

  #fromAny(text: string, written: WrittenText, at: number): Found | undefined {
    let best: Found | undefined;
    for (const { code, next } of written.at(at)) {
      const forms = code === NOTHING ? undefined : this.#byFirst.get(folded(code));
      const found = longest(forms, text, written, { start: at, end: next });
      if (found && found.end > (best?.end ?? 0)) best = found;
    }
    return best;
  }
}

/** @param begun where the first character was read, which all of them have */
function longest(
  forms: readonly Form[] | undefined,
  text: string,
  written: WrittenText,
  begun: Found,
): Found | undefined {
  let best: Found | undefined;
  for (const { codes, before, behind } of forms ?? []) {
    const end = endOf(codes, 1, text, written, begun.end);
    if (end < 0) continue;
    const start =
      before && SHARED_BEFORE.test(text.slice(Math.max(0, begun.start - 6), begun.start))
        ? begun.start - 1
        : begun.start;
    const whole = behind && BASE64.test(text[end] ?? "") ? end + 1 : end;
    if (whole > (best?.end ?? 0)) best = { start, end: whole };
  }
  return best;
}

const BASE64 = /^[A-Za-z0-9+/_-]$/;
/** The same, where it is no end of an escape, which must stay whole. */
const SHARED_BEFORE = /^[^\\]*[A-Za-z0-9+/_-]$/;

/** 0 where it is not plain, or nothing. */
function plainAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x80 ? (PLAIN[code] as number) : 0;
}

/** Where a form ends of which so many characters were read; -1 where it does not go on. */
function endOf(codes: Uint32Array, read: number, text: string, written: WrittenText, from: number): number {
  let at = from;
  for (let index = read; index < codes.length; index++) {
    const plain = plainAt(text, at);
    if (plain === 0) return endOfAny(codes, index, text, written, at);
    if (plain !== codes[index]) return -1;
    at += 1;
  }
  return at;
}

function endOfAny(codes: Uint32Array, index: number, text: string, written: WrittenText, at: number): number {
  let best = -1;
  for (const { code, next } of written.at(at)) {
    if (code === NOTHING) best = Math.max(best, endOf(codes, index, text, written, next));
    else if (folded(code) === codes[index]) best = Math.max(best, endOf(codes, index + 1, text, written, next));
  }
  return best;
}
