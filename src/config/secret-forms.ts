/** What is secret of a value, and what that may look like as a whole: in other letters, or encoded in one piece. */
import { unescape as decoded } from "node:querystring";
import { closedUp, viewsOf } from "./text-views.ts";

/** A shorter one would cut up words. */
export const LEAST_SECRET = 8;

/** What is looked for, without regard to case. */
export interface Form {
  text: string;
  /** Whether the character before it, and that behind it, hold some of its bits: base64 does not end where a byte does. */
  before: boolean;
  behind: boolean;
}

/** A longer one is looked for in pieces, each by itself: of one that is cut through, less than this stays. */
const PIECE = 512;

export function formsOf(secret: string): Form[] {
  const forms = new Map<string, Form>();
  const add = (text: string, before = false, behind = false) => {
    if (text.length >= LEAST_SECRET) forms.set(`${text} ${before} ${behind}`, { text, before, behind });
  };
  for (const piece of inPieces(secret)) {
    const texts = asText(piece);
    // It may itself hold what looks like an escape, or a line's end.
    for (const view of [...texts].flatMap((text) => [...viewsOf(text)]))
      for (const { units } of [view, closedUp(view)]) add(String.fromCharCode(...units));
    for (const text of new Set([...texts, ...escapedWhole(piece)])) {
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

/** Of an address that is no secret itself. */
export function credentialsIn(value: string): string[] {
  const address = addressOf(value);
  if (!address) return [];
  const { username, password, searchParams } = address;
  const named = [...searchParams].filter(([name]) => /key|token|secret|pass|sign?|auth/i.test(name));
  return [
    ...(password ? [password, decoded(password), `${username}:${password}@`] : []),
    ...named.map(([, one]) => one),
  ];
}

/** Of one that is: who knows the path and the query knows all. */
export function tokensIn(value: string): string[] {
  const address = addressOf(value);
  if (!address || !/^https?:$/.test(address.protocol)) return [];
  const { host, pathname, search, searchParams } = address;
  const parts = pathname.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const isRoute = search === "" && parts.every((part) => ROUTE.test(part));
  const ids = parts.filter(
    (part) => isId(part) || (part === last && search === "" && !/^\d*$/.test(last) && !ROUTE.test(last)),
  );
  const whole = `${pathname}${search}`;
  const texts = [...ids, ...(isRoute ? [] : [whole, whole.slice(1), `${host}${whole}`]), search.slice(1)];
  return [...texts, ...texts.map((text) => decoded(text)), ...[...searchParams].map(([, one]) => one)];
}

/** Anything long, and whatever mixes letters with digits or both cases; numbers alone are no secrets: Discord's are everybody's. */
function isId(part: string): boolean {
  return (
    /\D/.test(part) && (part.length >= 16 || (part.length >= LEAST_SECRET && /\d|[a-z].*[A-Z]|[A-Z].*[a-z]/.test(part)))
  );
}

/** Words that lead to what is secret, in the addresses of services. */
const ROUTE =
  /^(?:v?\d{1,2}|api|beats?|check-?ins?|checks?|cron|events?|health(?:z|-?checks?)?|heart-?beats?|hooks?|integrations?|jobs?|monitor(?:s|ing)?|ping|push|services?|status|uptime|web-?hooks?)$/i;

/** An address in its parts; undefined where it is none. */
function addressOf(value: string): URL | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}
