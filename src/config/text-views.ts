/**
 * What a text says in other ways of reading it: as it is, with what is written in escapes undone, and without line ends and spaces.
 * Undone are percent-encoding (RFC 3986 §2.1, and `%u0041`), escapes of JSON (RFC 8259 §7), JavaScript and C, HTML's references, and the
 * quoted-printable of mail (RFC 2045 §6.7). Each view is made in one pass over the one before, in linear time whatever stands there.
 */
import { EQUALS, Escape, NOTHING } from "./escapes.ts";

/** What is escaped in so many ways at once is read, and nothing beyond. */
const MOST_TIMES = 4;

/** All UTF-16 units, each where its number says. */
export const EVERY_UNIT = everyUnit();
/** What a unit may be: the beginning of an escape, or of mail's; what parts a word (a line's end, or what nobody sees); a space. Each is a bit. */
const [ESCAPE, MAIL, PARTING, SPACE] = [1, 2, 4, 8];
const [FIRST_TAG, LAST_TAG] = [0xdb40, 0xdb43];
const KINDS = new Uint8Array(EVERY_UNIT.length);
/** 0 for what is left out of a view that is closed up, and else 1. */
const STAYS = new Uint8Array(EVERY_UNIT.length).fill(1);

for (const [pattern, kind] of [
  [/[%&\\]/g, ESCAPE],
  [/=/g, MAIL],
  [/\s/g, SPACE],
  [/[\n\r\u2028\u2029]|\p{Default_Ignorable_Code_Point}/gu, PARTING],
] as const)
  for (const { index } of EVERY_UNIT.matchAll(pattern)) {
    KINDS[index] = kind;
    STAYS[index] = kind === SPACE || kind === PARTING ? 0 : 1;
  }
// What these begin is unseen altogether: U+E0000 to U+E0FFF.
KINDS.fill(PARTING, FIRST_TAG, LAST_TAG + 1);
STAYS.fill(0, FIRST_TAG, LAST_TAG + 1);

function everyUnit(): string {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  return Buffer.from(units.buffer).toString("utf16le");
}

/** Gives what a view says otherwise, and where each unit begins in that view, where this is asked for; undefined where it is the same. */
type Reading = (view: View, from?: Uint32Array) => Read | undefined;

interface Read {
  units: Uint16Array;
  /** All that are among them, and perhaps more. */
  kinds: number;
}

export class View {
  readonly units: Uint16Array;
  readonly kinds: number;
  readonly #made: { of: View; by: Reading } | undefined;
  /** Made only where something was found, in going through it once more. */
  #from: Uint32Array | undefined;

  constructor({ units, kinds }: Read, made?: { of: View; by: Reading }) {
    this.units = units;
    this.kinds = kinds;
    this.#made = made;
  }

  read(by: Reading): View | undefined {
    const read = by(this);
    return read && new View(read, { of: this, by });
  }

  /** Where in the text the unit begins that stands at a place. */
  startOf(place: number): number {
    return this.#made ? this.#made.of.startOf(this.#placeBefore(place)) : place;
  }

  /** Where in the text that ends which ends before a place. */
  endOf(place: number): number {
    if (!this.#made) return place;
    // What was left out behind it is no part of it.
    return this.#made.of.endOf(
      this.#made.by === closedUp ? this.#placeBefore(place - 1) + 1 : this.#placeBefore(place),
    );
  }

  #placeBefore(place: number): number {
    if (!this.#from && this.#made) {
      this.#from = new Uint32Array(this.#made.of.units.length + 1);
      this.#made.by(this.#made.of, this.#from);
    }
    return this.#from?.[place] ?? 0;
  }
}

/** All that differ from those before them. */
export function viewsOf(text: string): View[] {
  const views = inTurn(new View(unitsOf(text)), unescaped, MOST_TIMES);
  // Mail's by itself: `=AB` stands in addresses as well, before a value that begins so.
  const mailIn = views.findIndex(holdsMail);
  const alsoMail = mailIn < 0 ? [] : inTurn(views[mailIn] as View, unescapedWithMail, MOST_TIMES - mailIn).slice(1);
  const last = [...views.slice(-1), ...alsoMail.slice(-1)].filter(({ kinds }) => (kinds & PARTING) !== 0);
  return [...views, ...alsoMail, ...last.flatMap((view) => view.read(closedUp) ?? [])];
}

function inTurn(first: View, reading: Reading, most: number): View[] {
  const view = most > 0 ? first.read(reading) : undefined;
  return view ? [first, ...inTurn(view, reading, most - 1)] : [first];
}

function unitsOf(text: string): Read {
  const units = new Uint16Array(text.length);
  const kinds = copyText(text, units);
  // A line's end behind everything, as in a log, parts nothing.
  return { units, kinds: kinds | ((KINDS[units.at(-1) as number] as number) & ~PARTING) };
}

/** Without spaces, line ends and what nobody sees. */
export function closedUp({ units }: View, from?: Uint32Array): Read {
  const out = new Uint16Array(units.length);
  return { units: out.subarray(0, copyClosed(units, out, from)), kinds: 0 };
}

function holdsMail({ units, kinds }: View): boolean {
  const found = new Escape(units);
  let at = (kinds & MAIL) === 0 ? -1 : units.indexOf(EQUALS);
  while (at >= 0 && !found.read(at)) at = units.indexOf(EQUALS, at + 1);
  return at >= 0;
}

function unescaped(view: View, from?: Uint32Array): Read | undefined {
  return undone(view, ESCAPE, from);
}

function unescapedWithMail(view: View, from?: Uint32Array): Read | undefined {
  return undone(view, ESCAPE | MAIL, from);
}

/** With every escape of some kinds undone once, bytes of UTF-8 as the characters that they are. */
function undone({ units, kinds: said }: View, wanted: number, from?: Uint32Array): Read | undefined {
  if ((said & wanted) === 0) return undefined;
  const found = new Escape(units);
  let out: Uint16Array | undefined;
  let [length, kinds, kept] = [0, said & ~wanted, 0];
  // Of a character that is being read: where it began, how many bytes are missing, and its bits.
  let [begun, missing, bits] = [0, 0, 0];
  for (let at = next(units, 0, wanted); at < units.length; at = next(units, at, wanted)) {
    if (!found.read(at)) {
      kinds |= KINDS[units[at] as number] as number;
      at += 1;
      continue;
    }
    out ??= new Uint16Array(units.length);
    if (at > kept) {
      length = copyRun(units, kept, at, out, length, from);
      missing = 0;
    }
    let [code, start] = [found.code, at];
    at = found.end;
    kept = at;
    if (code === NOTHING) continue;
    if (found.isByte && missing > 0 && (code & 0xc0) === 0x80) {
      bits = (bits << 6) | (code & 0x3f);
      missing -= 1;
      if (missing === 0) [length, code, start] = [begun, bits, from?.[begun] ?? 0];
    } else {
      missing = found.isByte ? bytesBehind(code) : 0;
      begun = length;
      bits = code & (0x3f >> missing);
    }
    if (from) from.fill(start, length, length + 2);
    if (code > 0xffff) out[length++] = 0xd800 + ((code - 0x10000) >> 10);
    out[length++] = code > 0xffff ? 0xdc00 + (code & 0x3ff) : code;
    kinds |= code > 0xffff ? PARTING : (KINDS[code] as number);
  }
  if (!out) return undefined;
  length = copyRun(units, kept, units.length, out, length, from);
  if (from) from[length] = units.length;
  return { units: out.subarray(0, length), kinds };
}

function bytesBehind(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  return first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
}

// What goes through a whole text is by itself, so that it is compiled well.

/** @returns the kinds of all but the last */
function copyText(text: string, out: Uint16Array): number {
  let [kinds, all] = [0, 0];
  for (let at = 0; at < out.length; at++) {
    const unit = text.charCodeAt(at);
    out[at] = unit;
    kinds = all;
    all |= KINDS[unit] as number;
  }
  return kinds;
}

function copyClosed(units: Uint16Array, out: Uint16Array, from?: Uint32Array): number {
  let length = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number;
    out[length] = unit;
    if (from) from[length] = at;
    // No branch: it would be foretold wrong at every space.
    length += STAYS[unit] as number;
    if (unit >= FIRST_TAG && unit <= LAST_TAG) at += 1;
  }
  return length;
}

function copyRun(units: Uint16Array, begin: number, end: number, out: Uint16Array, to: number, from?: Uint32Array) {
  const by = to - begin;
  if (!from && end - begin > 64) out.set(units.subarray(begin, end), to);
  else
    for (let at = begin; at < end; at++) {
      out[at + by] = units[at] as number;
      if (from) from[at + by] = at;
    }
  return end + by;
}

/** Where the next unit of some kinds stands; where all ends where there is none. */
function next(units: Uint16Array, begin: number, wanted: number): number {
  let at = begin;
  while (at < units.length && ((KINDS[units[at] as number] as number) & wanted) === 0) at += 1;
  return at;
}
