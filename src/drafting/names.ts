/** What a watch and its sources are called. */
import { words as wordsIn } from "../language/fold.ts";
import type { Listed } from "./site.ts";

/** Characters of a source's name in messages. */
const MAX_NAME = 60;

/** What somebody's page calls something, as it is written down: in one line, and without what only a terminal would obey. */
export function nameOf(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_NAME);
}

/** Each source with an id of its own, and what messages call it. */
export function namedSources(sources: readonly Listed[]): { id: string; name: string; source: Listed }[] {
  const ids = new Set<string>();
  return sources.map((source) => {
    const { kind, glimpse, text } = source;
    const title = glimpse.offered?.form === "page" ? glimpse.offered.page.title : "";
    const called = nameOf(text || title);
    const isPlain = kind === "feed" || kind === "sitemap";
    const id = sourceId(isPlain ? "" : called, kind, ids);
    ids.add(id);
    return { id, name: isPlain || called === "" ? `the ${kind}` : `“${called}”`, source };
  });
}

/** An id for a source. @param called by its link or its title @param taken those of the watch's other sources */
export function sourceId(called: string, kind: string, taken: ReadonlySet<string>): string {
  return free(slug(called) || kind, taken);
}

const MAX_ID = 40;
const MAX_ID_WORDS = 4;

/** Of a title's words, without the publisher's. @param taken ids that are another watch's */
export function idFor(title: string, publisher: string, host: string, taken: readonly string[]): string {
  const own = wordsIn(publisher);
  const said = wordsIn(title);
  const telling = said.filter((word) => !own.includes(word));
  const short = slug((telling.length > 0 ? telling : said).slice(0, MAX_ID_WORDS).join(" "));
  return free(short || slug(host), new Set(taken));
}

function slug(text: string): string {
  const plain = wordsIn(text)
    .join("-")
    .replace(/[^a-z0-9-]+/g, "")
    .replace(/-{2,}/g, "-");
  return plain.slice(0, MAX_ID).replace(/^-+|-+$/g, "");
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let count = 2, one = id; ; one = `${id}-${count++}`) if (!taken.has(one)) return one;
}
