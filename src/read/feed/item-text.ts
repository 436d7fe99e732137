/**
 * What an item says, and where the links in it lead: a post on Mastodon or Bluesky has no title, and what it is about may stand behind
 * a link of its text alone.
 */
import { BoundedParser } from "../html/bounded-parser.ts";
import { absolute } from "../html/html.ts";
import type { Link } from "../reading.ts";
import { withoutEnd } from "../without-end.ts";
import { plainText, titleFromAddress } from "./feed-item.ts";

/** Characters of a text, with its markup, that are read; and of a link's words. */
const MOST_READ = 8000;
const MOST_WORDS = 300;
/** Links of one item: a post has few, and a whole article is a page of its own. */
const MOST_LINKS = 10;

const ADDRESSES = /\bhttps?:\/\/[^\s<>"“”‘’`{}|\\^]{1,2000}/gi;
const ADDRESSES_IN_BRACKETS = new RegExp(`[([]?${ADDRESSES.source}`, "gi");
/** What ends the sentence around an address is not the address’s. */
const AROUND = ".,;:!?'*_]";
const SHOWN_ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
const BREAKS = new Set("p br div li ul ol tr td h1 h2 h3 h4 h5 h6 blockquote pre hr".split(" "));
const NOT_SAID = new Set(["script", "style"]);

/** “@office.example.org post”, “New post by the office”: what programs write where nobody wrote a title. */
const NO_TITLE =
  /^(?:@\S+(?: posts?)?|[\w-]+(?:\.[\w-]+)+(?: posts?)?|(?:(?:new|untitled) )?(?:post|note|status|toot|update|message)|(?:new )?(?:post|toot) (?:by|from) [^:.,;–—]{1,40}|\(?(?:untitled|no title)\)?)$/iu;
const CUT = /\s*(?:…|\.\.\.)$/;

export interface ItemText {
  /** In one line. Addresses are links, and no words of anybody’s, unless there are no others. */
  text: string;
  /** Each address once, with its words, or those of the address where it is shown itself. */
  links: Link[];
}

/** Whether a title says nothing that its item’s text does not say better: it is made up, or only how that begins. */
export function isNoTitle(title: string, text: string): boolean {
  if (title === "") return true;
  if (text === "") return false;
  return NO_TITLE.test(title) || (CUT.test(title) && text.startsWith(title.replace(CUT, "")));
}

/** @param written in HTML or in plain words @param base what its addresses are relative to */
export function itemText(written: string, base: string): ItemText {
  const links = new Map<string, string>();
  let said = "";
  /** What stands since the last tag: the parser gives it in pieces. */
  let run = "";
  let link: { address: string | undefined; words: string } | undefined;
  let unsaid = 0;
  const add = (address: string | undefined, words: string) => {
    if (address && (links.size < MOST_LINKS || links.has(address)))
      links.set(address, links.get(address) || (SHOWN_ADDRESS.test(words) ? titleFromAddress(address) : words));
  };
  const endRun = () => {
    for (const [found] of run.matchAll(ADDRESSES)) add(bare(found), found);
    said += run.replace(ADDRESSES_IN_BRACKETS, " ");
    run = "";
  };
  const parser = new BoundedParser({
    onopentag: (name, { href, class: kind = "" }) => {
      endRun();
      if (BREAKS.has(name)) said += " ";
      if (NOT_SAID.has(name)) unsaid += 1;
      // Who and what is named by a mark (@, #) is no link of the text’s.
      const isMark = /\b(?:mention|hashtag)\b/.test(kind.slice(0, MOST_WORDS));
      if (name === "a") link = { address: isMark ? undefined : absolute(href, base), words: "" };
    },
    ontext: (piece) => {
      if (unsaid > 0) return;
      if (link) link.words += piece;
      else run += piece;
    },
    onclosetag: (name) => {
      endRun();
      if (NOT_SAID.has(name)) unsaid -= 1;
      if (BREAKS.has(name)) said += " ";
      if (name !== "a" || !link) return;
      const words = plainText(link.words).slice(0, MOST_WORDS);
      add(link.address, words);
      if (!SHOWN_ADDRESS.test(words)) said += link.words;
      link = undefined;
    },
  });
  parser.end(whole(written));
  endRun();
  const found = [...links].map(([url, text]) => ({ url, text }));
  return { text: plainText(said) || (found[0]?.text ?? ""), links: found };
}

/** Of the texts of one item, of which one may be a summary of another. */
export function fullest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

/** An address that is written out; undefined where only its beginning is. */
function bare(found: string): string | undefined {
  const isCut = found.endsWith("...") || found.includes("…");
  const address = withoutEnd(found, AROUND);
  const isInBrackets = address.endsWith(")") && !address.includes("(");
  return isCut ? undefined : absolute(isInBrackets ? withoutEnd(address.slice(0, -1), AROUND) : address, found);
}

/** As much of a text as is read, and no half of an address. Chinese is written without spaces. */
function whole(text: string): string {
  if (text.length < MOST_READ) return text;
  const end = text.lastIndexOf(" ", MOST_READ);
  return text.slice(0, end < MOST_READ / 2 ? MOST_READ : end);
}
