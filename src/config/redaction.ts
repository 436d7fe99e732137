/**
 * What is secret is cut out of all that leaves this process, by its value: out of what is printed, logged, kept, archived and shown.
 * Servers echo what they were sent, in errors that nobody foresees. Known are all secrets that were read, in whatever part of the program,
 * so that this is the one list that is the whole process's.
 */
import { unescape as decoded } from "node:querystring";

export const REDACTED = "[secret]";

/** A shorter one would cut up words. */
const LEAST = 8;
/** A longer one is cut off here, which is more than enough to know it by. */
const MOST = 2048;

export class Redaction {
  readonly #known = new Set<string>();
  /** Made of them when it is asked for. */
  #pattern: RegExp | undefined;
  /** A piece of each that no encoding changes, by which most texts are known to hold none; empty where it has none. */
  #pieces: readonly string[] = [];

  /**
   * From here on, a value is cut out, and what is secret of it where it is an address.
   * @param openly text that everybody may read: a password that stands there is none
   */
  keep(value: string, openly = ""): void {
    if (value.length >= LEAST) this.#known.add(value.slice(0, MOST));
    this.#keepParts([...tokensIn(value), ...credentialsIn(value)], openly);
  }

  /** The same of what is no secret itself, and may be an address with a password in it. */
  keepCredentials(value: string, openly = ""): void {
    this.#keepParts(credentialsIn(value), openly);
  }

  /** The text with every secret cut out, as it is, percent-encoded, or escaped in JSON or HTML. */
  redact(text: string): string {
    if (this.#known.size === 0 || text.length < LEAST) return text;
    const pattern = this.#pattern ?? this.#compile();
    // Letters and digits are encoded by nobody but who means to hide them.
    const may = this.#pieces.some((piece) => text.includes(piece)) || ODDLY_ENCODED.test(text);
    return may ? text.replace(pattern, REDACTED) : text;
  }

  #keepParts(parts: readonly string[], openly: string): void {
    for (const part of parts) if (part.length >= LEAST && !openly.includes(part)) this.#known.add(part);
    this.#pattern = undefined;
  }

  /** What holds another goes first. */
  #compile(): RegExp {
    const secrets = [...this.#known].sort((a, b) => b.length - a.length);
    this.#pieces = secrets.map((secret) => longest(secret.match(/[A-Za-z0-9]{3,}/g) ?? [""]));
    this.#pattern = new RegExp(secrets.map((secret) => [...secret].map(anyForm).join("")).join("|"), "g");
    return this.#pattern;
  }
}

const ODDLY_ENCODED = /%(?:25){0,3}[3-7][0-9A-Fa-f]|\\u00[3-7]|&#/;

/** That of this process. */
export const secretsHere = new Redaction();

export function redacted(text: string): string {
  return secretsHere.redact(text);
}

/** An address in its parts; undefined where it is none. */
function addressOf(value: string): URL | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}

/** What is long in a path, and no number: the token of a webhook. */
function tokensIn(value: string): string[] {
  const address = addressOf(value);
  const parts = address && /^https?:$/.test(address.protocol) ? address.pathname.split("/") : [];
  return parts.filter((part) => part.length >= 16 && /\D/.test(part));
}

function credentialsIn(value: string): string[] {
  const address = addressOf(value);
  if (!address) return [];
  const { username, password, searchParams } = address;
  const named = [...searchParams].filter(([name]) => /key|token|secret|pass|sign?|auth/i.test(name));
  return [
    ...(password ? [password, decoded(password), `${username}:${password}@`] : []),
    ...named.map(([, one]) => one),
  ];
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

/** A character in every form in which it may stand somewhere (RFC 3986 §2.1, also encoded again; RFC 8259 §7; HTML's references). */
function anyForm(character: string): string {
  const hex = (number: number, digits: number) => anyCase(number.toString(16).padStart(digits, "0"));
  const percent = [...Buffer.from(character)].map((byte) => `%(?:25){0,3}${hex(byte, 2)}`).join("");
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const escaped = units.map((unit) => `\\\\u${hex(unit, 4)}`).join("");
  const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const slashed = /["\\/]/.test(character) ? [`\\\\${plain}`] : [];
  const code = character.codePointAt(0) ?? 0;
  const name = NAMED[character];
  const references = name ? [`&${name};`, `&#0{0,6}${code};`, `&#[xX]0{0,6}${hex(code, 1)};`] : [];
  return `(?:${[...slashed, plain, percent, escaped, ...references].join("|")})`;
}

const NAMED: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "/": "sol",
  "+": "plus",
  "=": "equals",
};

function anyCase(hex: string): string {
  return [...hex].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join("");
}
