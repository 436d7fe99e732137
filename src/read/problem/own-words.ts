/** How much a page says that no wall, error or notice of its server says. */
import { fold } from "../../language/fold.ts";
import { CHINESE, SPACED, TELLING } from "./no-page-words.ts";

/** Words and beginnings of words. */
interface Vocabulary {
  words: ReadonlySet<string>;
  beginnings: ReadonlySet<string>;
  /** Characters of the longest beginning. */
  longest: number;
}

function vocabularyOf(catalogue: string): Vocabulary {
  const listed = catalogue.split(" ").filter((word) => word !== "");
  const beginnings = listed.filter((word) => word.endsWith("-")).map(fold);
  return {
    words: new Set(listed.filter((word) => !word.endsWith("-")).map(fold)),
    beginnings: new Set(beginnings),
    longest: Math.max(...beginnings.map(({ length }) => length)),
  };
}

const KNOWN = vocabularyOf(SPACED);
const TELLING_WORDS = vocabularyOf(TELLING);

/** The longest first: of two that begin alike it is the one that is meant. */
const HAN_WORDS = new RegExp(
  CHINESE.split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
/** What of them tells of a server, a browser or a door. */
const HAN_TELLING =
  /网站|站点|网页|页面|系统|服务器|浏览器|请求|访问|链接|域名|错误|拦截|验证|登录|密码|维护|升级|机器人/g;
const HAN = /\p{Script=Han}/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
/** What Arabic writes before a word, as one with it: the article, "and", "in", "for". */
const ARABIC_BEFORE = /^[وفبلك]?(?:ال|لل)?/;

/** And behind it: "its", "your", the plural. */
const ARABIC_AFTER = /(?:ها|هم|كم|نا|ات|ون|ين|ه|ك|ا)$/;

/** With a larger share of words of its own a page speaks of something, whatever sentence is found in it. */
export const FEW_OWN = 0.26;
/** Whatever stands above it: the site may say whose it is, and a vendor at length why it asks. */
export const SOME_OWN = 0.5;

/** Words that no wall, no error and no notice of a server is made of. */
export interface OwnWords {
  count: number;
  /** Of all words. */
  share: number;
  /** How many different words tell of a server, a browser or a door. */
  telling: number;
}

/** Of a page that is long, or somebody's to write. */
export const ALL_OWN: OwnWords = { count: Number.POSITIVE_INFINITY, share: 1, telling: 0 };

/**
 * @param text folded
 * @param host the page's: its name is none of its words
 * @returns what a text says of its own; two Chinese characters are a word, numbers and codes are none
 */
export function ownWords(text: string, host: string): OwnWords {
  const names = new Set(fold(host).split(" "));
  let [count, all] = [0, 0];
  const telling = new Set<string>();
  for (const word of text.replace(HAN_RUN, " ").split(" ")) {
    if (word.length < 3 || /\d/.test(word) || names.has(word)) continue;
    all++;
    if (!isIn(KNOWN, word)) count++;
    else if (isIn(TELLING_WORDS, word)) telling.add(word);
  }
  const runs = text.match(HAN_RUN)?.join(" ") ?? "";
  all += hanWords(runs);
  count += hanWords(runs.replace(HAN_WORDS, " "));
  for (const word of runs.match(HAN_TELLING) ?? []) telling.add(word);
  return { count, share: all === 0 ? 0 : count / all, telling: telling.size };
}

/** A text without the paths, addresses and names in code that an error holds: they are no words of the page. */
export function withoutAddresses(text: string): string {
  return text
    .split(" ")
    .filter((word) => !/[/\\@]|\p{L}\.\p{L}+\.\p{L}/u.test(word))
    .join(" ");
}

function hanWords(text: string): number {
  return (text.match(HAN)?.length ?? 0) / 2;
}

function isIn({ words, beginnings, longest }: Vocabulary, word: string): boolean {
  if (words.has(word)) return true;
  for (let length = Math.min(word.length, longest); length >= 3; length--)
    if (beginnings.has(word.slice(0, length))) return true;
  if (!/^\p{Script=Arabic}/u.test(word)) return false;
  const bare = word.replace(ARABIC_BEFORE, "");
  return words.has(bare) || words.has(bare.replace(ARABIC_AFTER, ""));
}
