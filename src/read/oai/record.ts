/** One record of a library: Dublin Core as OAI-PMH has it, or MARC 21 in XML. Neither need be complete. */

import { isAddress, plainText } from "../feed/feed-item.ts";
import type { Fields } from "../feed/xml.ts";
import { absolute } from "../html/html.ts";
import type { Link } from "../reading.ts";

/** Of MARC a part is named by its field and its subfield. */
const TITLES = ["dc:title", "245a"];
const SUBTITLES = ["245b"];
/** 269 is where the UN’s libraries write the day. */
const DATES = ["269a", "dc:date"];
const LANGUAGES = ["041a", "dc:language"];
const SYMBOLS = ["191a"];
const ADDRESSES = ["856u", "dc:identifier"];

/** The parts that are read. */
export const PARTS: ReadonlySet<string> = new Set([TITLES, SUBTITLES, DATES, LANGUAGES, SYMBOLS, ADDRESSES].flat());

export interface LibraryRecord extends Record<"title" | "url" | "written" | "language" | "row", string | undefined> {
  /** Its other files. */
  links: Link[];
}

/** Undefined where it says nothing: it was deleted, or is in another form than was asked for. */
export function recordOf(fields: Fields): LibraryRecord | undefined {
  const all = (names: readonly string[]) =>
    names.flatMap((name) => fields.get(name) ?? []).map(({ text, base }) => ({ text: plainText(text), base }));
  const first = (names: readonly string[]) => all(names).find(({ text }) => text !== "")?.text;
  const title = [first(TITLES), first(SUBTITLES)].flatMap((part) => (part ? [withoutMarks(part)] : [])).join(": ");
  if (title === "") return undefined;
  const addresses = all(ADDRESSES).flatMap(({ text, base }) => (isAddress(text) ? (absolute(text, base) ?? []) : []));
  const url = addresses.find((address) => IN_ENGLISH.test(address)) ?? addresses[0];
  const symbol = first(SYMBOLS);
  return {
    title,
    url,
    written: first(DATES),
    language: first(LANGUAGES),
    row: symbol && `${title}. ${symbol}`,
    links: addresses.slice(0, MOST_LINKS).map((address) => ({ url: address, text: "" })),
  };
}

/** A document in six languages, and what goes with it. */
const MOST_LINKS = 20;

/** Of the same file in six languages, as their names end. */
const IN_ENGLISH = /[-_]en\.\w{2,5}$/i;

/** Cataloguers end a part with the mark that goes before the next (ISBD). */
function withoutMarks(part: string): string {
  return part.replace(/\s*[/:;=,]\s*$/, "").trim();
}
