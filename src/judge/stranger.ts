/** A page that stands at the address of a document and is not the document's. */
import { type Good, type Problem, problem } from "../read/reading.ts";
import type { Source } from "../watch/watch.ts";
import type { Matcher } from "./match.ts";

/** Words: a document, and what announces one, says more. */
const SHORT = 150;

/**
 * A short page at an address that a watch names, with the title and the subject nowhere on it: a wall, an error, a notice that
 * nobody knows yet. It is no sign of the document, and what was read last stands. The address itself, which an error may name with
 * all the words of the title, is none of its words.
 */
export function strangerAt({ kind, url }: Source, reading: Good, matcher: Matcher): Problem | undefined {
  if (kind !== "document" || reading.kind !== "document" || reading.form !== "html") return undefined;
  const { words, titles, lines, links } = reading;
  if (words >= SHORT) return undefined;
  const { pathname } = new URL(url);
  const isNamed = [...titles, ...lines, ...links.map(({ text }) => text)].some((text) =>
    matcher.mentions(text.replaceAll(pathname, "")),
  );
  return isNamed ? undefined : problem("unreadable", "is a short page that names neither the title nor the subject");
}
