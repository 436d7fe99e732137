/** How the parts of a watch stand in a text field, and how they are read from there. What is empty is left out of the watch. */

export interface Codec {
  show(value: unknown): string;
  read(text: string): unknown;
}

export const LINE: Codec = {
  show: (value) =>
    value === undefined || value === null
      ? ""
      : String(value)
          .replace(/[\p{Cc}\s]+/gu, " ")
          .trim(),
  read: (text) => text || undefined,
};

/** What is not a number stays a text, and the schema says so. */
export const NUMBER: Codec = {
  show: LINE.show,
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : text || undefined),
};

/** A name, or one for each language: "en: …", a line each. */
export const SHORT: Codec = {
  show: (value) =>
    isGroup(value)
      ? Object.entries(value)
          .map(([language, name]) => `${language}: ${name}`)
          .join("\n")
      : LINE.show(value),
  read: (text) => {
    const lines = linesIn(text);
    const named = lines.map((line) => /^([a-z]{2}):\s*(\S.*)$/.exec(line)?.slice(1));
    if (lines.length === 0) return undefined;
    return named.every((one) => one !== undefined) ? Object.fromEntries(named) : lines.join(" ");
  },
};

/** A fact, or one with the day since which it is known. @param name as the watch has it: `url` */
export function fact(name: string): Codec {
  return { show: showFact, read: (text) => (text ? readFact(text, name) : undefined) };
}

/** Facts, a line each, some with the day since which they are known. @param name as the watch has it: `host`, `title` */
export function facts(name: string): Codec {
  return {
    show: (value) => listOf(value).map(showFact).join("\n"),
    read: (text) => unlessEmpty(linesIn(text).map((line) => readFact(line, name))),
  };
}

/** Words with commas between. */
export const WORDS: Codec = {
  show: (value) => listOf(value).map(showTerm).join(", "),
  read: (text) => unlessEmpty(termsIn(text)),
};

/** Groups of words, a line each. */
export const GROUPS: Codec = {
  show: (value) => listOf(value).map(WORDS.show).join("\n"),
  read: (text) =>
    unlessEmpty(
      linesIn(text)
        .map(termsIn)
        .filter(({ length }) => length > 0),
    ),
};

const SINCE = /\(since (\d{4}-\d{2}-\d{2})\)$/;

function showFact(fact: unknown): string {
  if (!isGroup(fact)) return LINE.show(fact);
  const { since, ...rest } = fact;
  return `${LINE.show(Object.values(rest)[0])} (since ${LINE.show(since)})`;
}

function readFact(text: string, name: string): unknown {
  const since = SINCE.exec(text);
  return since ? { [name]: text.slice(0, since.index).trim(), since: since[1] } : text;
}

/** A word that has a comma in it, of any of the six languages, stands in quotes. */
function showTerm(term: unknown): string {
  const shown = showFact(term);
  return /[,，、،"]/.test(shown) ? `"${shown.replaceAll('"', "”")}"` : shown;
}

function termsIn(text: string): unknown[] {
  const found = text.match(/"[^"]*"|[^,，、،"]+/g) ?? [];
  return found
    .map((term) => term.replaceAll('"', "").trim())
    .filter(Boolean)
    .map((term) => readFact(term, "word"));
}

function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => LINE.show(line))
    .filter(Boolean);
}

function unlessEmpty(list: unknown[]): unknown[] | undefined {
  return list.length > 0 ? list : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
