/** What a message says: its subject, its text line by line, and where it leads. */
import type { Element } from "domhandler";
import PostalMime, { decodeWords } from "postal-mime";
import { fieldsOf } from "../../fetch/mail/claims.ts";
import { MAX_TITLE } from "../bounds.ts";
import { absolute, inOneLine, linesOf, textOf } from "../html/html.ts";
import { hrefOf, labelsOf, linkElements, saidBy } from "../html/links.ts";
import { parseHtml } from "../html/markup.ts";
import { withoutEnd } from "../without-end.ts";
import { isLeaving, Surroundings } from "./leaving.ts";

/** Links of one message, and characters of what one says, and of what stands around it. */
const MOST_LINKS = 100;
const MOST_WORDS = 300;
const MOST_AROUND = 600;
/** Characters of its text that are read: a long newsletter has a tenth of them. */
const MOST_TEXT = 500_000;
const MOST_LINES = 2000;
const MOST_NESTED = 20;
const MOST_CLIMBED = 8;
const MOST_FIELD = 4000;

export interface Message {
  subject: string;
  lines: string[];
  links: MessageLink[];
}

interface MessageLink {
  /** Undefined where it may end the subscription, and is not to be followed: it is what it says and no more. */
  url: string | undefined;
  /** Its own words; empty where it has none, or its address stands in their place. */
  words: string;
  /** What is said around it. */
  around: string;
}

interface Found {
  lines: string[];
  links: { url: string; words: string; around: string; isWayOut: boolean }[];
}

/** What senders add to addresses to know who followed them. */
const MARKS =
  /^(?:utm_\w+|mc_[ce]id|fbclid|gclid|mkt_tok|_hs\w+|vero_id|oly_\w+|ck_subscriber_id|elq\w*|sc_\w+id|trk\w*)$/i;

/** The decoded subject of a message (RFC 2047). */
export function subjectOf(raw: Buffer): string {
  const [subject] = fieldsOf(raw).filter(({ name }) => name === "subject");
  // A head is read as Latin-1, and may be UTF-8 as it stands (RFC 6532).
  const written = Buffer.from(subject?.value.slice(0, MAX_TITLE * 4) ?? "", "latin1").toString("utf8");
  return inOneLine(decodeWords(written)).slice(0, MAX_TITLE);
}

/** Its text and links besides; nothing of both where it cannot be taken apart. @param covered names of the fields that are signed */
export async function readMessage(raw: Buffer, covered: ReadonlySet<string>): Promise<Message> {
  const subject = subjectOf(raw);
  const email = await PostalMime.parse(raw, { maxNestingDepth: MOST_NESTED, forceRfc822Attachments: true }).catch(
    () => undefined,
  );
  const html = email?.html?.slice(0, MOST_TEXT) ?? "";
  const { lines, links } = html.trim() === "" ? plain(email?.text?.slice(0, MOST_TEXT) ?? "") : formatted(html);
  // Anybody on its way could have put another there, to keep its own link from being followed.
  const exits = covered.has("list-unsubscribe") ? exitsOf(raw) : new Set();
  const named = links.flatMap(({ url, isWayOut, ...link }): MessageLink[] => {
    if (isLeaving(link.words) || isLeaving(decoded(url)) || exits.has(placeOf(url))) return [];
    return [{ ...link, url: isWayOut ? undefined : withoutMarks(url) }];
  });
  return { subject, lines, links: named };
}

/** Where the head of a message says that it is left (RFC 2369 §3.2), whatever of the subscriber’s stands behind. */
function exitsOf(raw: Buffer): Set<string> {
  const said = fieldsOf(raw).filter(({ name }) => name === "list-unsubscribe");
  const addresses = said.flatMap(({ value }) => [...value.slice(0, MOST_FIELD).matchAll(/<(https?:[^<>]{1,2000})>/gi)]);
  return new Set(addresses.map(([, address = ""]) => placeOf(address.replace(/\s+/g, ""))));
}

/** Without what stands behind its path, unless there is no path. */
function placeOf(address: string): string {
  const { host = "", pathname = "", search = "" } = URL.parse(address) ?? {};
  return `${host}${pathname === "/" ? search : pathname}`;
}

/** An address with the letters that it stands for. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function withoutMarks(address: string): string {
  const url = new URL(address);
  const marks = [...url.searchParams.keys()].filter((name) => MARKS.test(name));
  for (const name of marks) url.searchParams.delete(name);
  return marks.length > 0 ? url.href : address;
}

function formatted(html: string): Found {
  const { tree } = parseHtml(html);
  const elements = linkElements(tree.children, MOST_LINKS);
  const surroundings = Surroundings.ofPage(tree, elements);
  const links = elements.flatMap((link, index): Found["links"] => {
    const url = absolute(hrefOf(link), NOWHERE);
    if (!url || url.startsWith(NOWHERE)) return [];
    const words = wordsOf(saidBy(link, MOST_WORDS));
    const isWayOut = isLeaving(labelsOf(link)) || surroundings.leadOut(index, words);
    return [{ url, words, around: around(link), isWayOut }];
  });
  return { lines: linesOf(tree.children, MOST_LINES, MOST_TEXT), links };
}

/** A mail has no address of its own that a link could begin from. */
const NOWHERE = "https://nowhere.invalid/";

/** What the largest part of the message says that is about this link alone. */
function around(link: Element): string {
  let said = "";
  let at = link.parent;
  for (let climbed = 0; at && climbed < MOST_CLIMBED; climbed++, at = at.parent) {
    if (linkElements([at], 2).length > 1) return said;
    const more = textOf(at, MOST_AROUND + 1);
    if (more.length > MOST_AROUND) return said;
    said = more;
  }
  return said;
}

/** What ends the sentence around an address is not the address’s. */
const AROUND = ".,;:!?)]}»”’";
const ADDRESS = /https?:\/\/[^\s<>"']{1,2000}/g;

function plain(text: string): Found {
  const paragraphs = text.split(/\r?\n[ \t]*\r?\n/).slice(0, MOST_LINES);
  const links = paragraphs.flatMap((paragraph) => {
    const found = [...paragraph.matchAll(ADDRESS)].slice(0, MOST_LINKS).map(({ 0: address, index }) => {
      const named = withoutEnd(address, AROUND);
      return { at: index, length: named.length, url: absolute(named, NOWHERE) };
    });
    const surroundings = Surroundings.ofText(paragraph, found);
    const said = inOneLine(paragraph.slice(0, MOST_AROUND * 2)).slice(0, MOST_AROUND);
    return found.flatMap(({ url }, index): Found["links"] =>
      url ? [{ url, words: "", around: said, isWayOut: surroundings.leadOut(index, "") }] : [],
    );
  });
  return {
    lines: text.split(/\r?\n/).map(inOneLine).filter(Boolean).slice(0, MOST_LINES),
    links: links.slice(0, MOST_LINKS),
  };
}

function wordsOf(said: string): string {
  return /^(?:https?:\/\/|www\.)\S*$/i.test(said) ? "" : said;
}
