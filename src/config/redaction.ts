/**
 * What is secret is cut out of all that leaves this process, by its value: out of what is printed, logged, kept, archived and shown.
 * Servers echo what they were sent, in errors that nobody foresees. Known are all secrets that were read, in whatever part of the program,
 * so that this is the one list that is the whole process's.
 *
 * All forms of all secrets (secret-forms.ts) are looked for at once in every view of a text (text-views.ts).
 */
import { credentialsIn, type Form, formsOf, LEAST_SECRET, tokensIn } from "./secret-forms.ts";
import { EVERY_UNIT, type View, viewsOf } from "./text-views.ts";

export const REDACTED = "[secret]";

export class Redaction {
  readonly #known = new Set<string>();
  /** Made of them when it is asked for. */
  #search: Search | undefined;

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

  /** The text with every secret cut out, as it is or in whatever usual encoding. */
  redact(text: string): string {
    if (this.#known.size === 0 || text.length < LEAST_SECRET) return text;
    this.#search ??= new Search([...this.#known].flatMap(formsOf));
    const found = this.#search.all(text);
    return found.length === 0 ? text : without(found, text);
  }

  #keepParts(parts: readonly string[], openly: string): void {
    for (const part of parts) if (!standsIn(part, openly)) this.#know(part);
  }

  #know(value: string): void {
    if (value.length < LEAST_SECRET || this.#known.has(value)) return;
    this.#known.add(value);
    this.#search = undefined;
  }
}

/** Whether a text holds a value, in whatever form. */
export function standsIn(value: string, text: string): boolean {
  return finderOf(value)(text);
}

/** The same of one value and many texts: what is looked for is made once. */
export function finderOf(value: string): (text: string) => boolean {
  if (value.length < LEAST_SECRET) return () => false;
  const search = new Search(formsOf(value));
  return (text) => search.all(text).length > 0;
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

/** Pieces of one secret, or a secret twice, are cut out as one. */
function without(found: Found[], text: string): string {
  let said = "";
  let kept = 0;
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    if (start > kept || kept === 0) said += text.slice(kept, start) + REDACTED;
    kept = Math.max(kept, end);
  }
  return said + text.slice(kept);
}

/** Looks for all forms at once, and passes over most of a text (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). */
class Search {
  /** The shortest form's: so much of each is looked at first. */
  readonly #window: number;
  /** By three units: by how much the window may be moved on where it ends with them. */
  readonly #moves = new Uint8Array(0x10000);
  readonly #ending = new Map<number, SearchedForm[]>();

  constructor(forms: readonly Form[]) {
    this.#window = forms.reduce((least, { text }) => Math.min(least, text.length), MOST_WINDOW);
    this.#moves.fill(Math.max(1, this.#window - 2));
    for (const { text, before, behind } of forms) {
      const codes = Uint16Array.from({ length: text.length }, (_, at) => FOLDED[text.charCodeAt(at)] as number);
      for (let end = 2; end < this.#window; end++) {
        const ending = hashAt(codes, end);
        const move = this.#window - 1 - end;
        this.#moves[ending] = Math.min(this.#moves[ending] as number, move);
        if (move === 0) this.#ending.set(ending, [...(this.#ending.get(ending) ?? []), { codes, before, behind }]);
      }
    }
  }

  /** Where they stand in a text, in whatever order. */
  all(text: string): Found[] {
    return viewsOf(text).flatMap((view) => this.#inView(view, text));
  }

  #inView(view: View, text: string): Found[] {
    const { units } = view;
    const found: Found[] = [];
    const [moves, last] = [this.#moves, this.#window - 1];
    for (let at = last; at < units.length; ) {
      const ending = hashAt(units, at);
      const move = moves[ending] as number;
      if (move === 0) {
        for (const form of this.#ending.get(ending) as SearchedForm[])
          if (standsAt(form.codes, units, at - last)) addTo(found, placeOf(form, view, at - last, text));
        at += 1;
      } else at += move;
    }
    return found;
  }
}

interface SearchedForm extends Omit<Form, "text"> {
  /** Folded. */
  codes: Uint16Array;
}

const MOST_WINDOW = 24;
/** Units that nobody reads differently are one: letters of both cases, kinds of space and what is written for one in addresses and mail. */
const FOLDED = foldedUnits();

function foldedUnits(): Uint16Array {
  // Of one of them the small letter is two units.
  const small = EVERY_UNIT.replace("\u0130", "i").toLowerCase();
  return new Uint16Array(Buffer.from(small.replaceAll(/[\s+_]/g, " "), "utf16le").buffer);
}

/** Of the three units that end there. */
function hashAt(units: Uint16Array, end: number): number {
  const [one, two, three] = [units[end - 2], units[end - 1], units[end]] as [number, number, number];
  return (((FOLDED[one] as number) << 10) ^ ((FOLDED[two] as number) << 5) ^ (FOLDED[three] as number)) & 0xffff;
}

function standsAt(codes: Uint16Array, units: Uint16Array, start: number): boolean {
  if (start + codes.length > units.length) return false;
  for (let index = 0; index < codes.length; index++)
    if (FOLDED[units[start + index] as number] !== codes[index]) return false;
  return true;
}

/** Where in the text a form stands that begins somewhere in a view, with what beside it holds some of its bits. */
function placeOf({ codes, before, behind }: SearchedForm, view: View, first: number, text: string): Found {
  const start = view.startOf(first);
  const end = first + codes.length;
  const hasBehind = behind && isBase64(view, end);
  const hasBefore = before && isBase64(view, first - 1) && !text.slice(Math.max(0, start - 6), start).includes("\\");
  return { start: hasBefore ? view.startOf(first - 1) : start, end: view.endOf(hasBehind ? end + 1 : end) };
}

function isBase64({ units }: View, at: number): boolean {
  const unit = units[at];
  return unit !== undefined && /[A-Za-z0-9+/_-]/.test(String.fromCharCode(unit));
}

/** They are added by where they begin, so that those of a text that is nothing else are one. */
function addTo(found: Found[], { start, end }: Found): void {
  const last = found.at(-1);
  if (last && start >= last.start && start <= last.end) last.end = Math.max(last.end, end);
  else found.push({ start, end });
}
