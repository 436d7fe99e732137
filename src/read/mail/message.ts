/** What a message says: its subject, its text line by line, and where it leads. */
import type { Element } from "domhandler";
import PostalMime, { decodeWords } from "postal-mime";
import { fieldsOf } from "../../fetch/mail/claims.ts";
import { MAX_TITLE } from "../bounds.ts";
import { absolute, inOneLine, linesOf, textOf } from "../html/html.ts";
import { hrefOf, labelsOf, linkElements, saidBy } from "../html/links.ts";
import { parseHtml } from "../html/markup.ts";
import { withoutEnd } from "../without-end.ts";
import { isFoot, isPointing, isWayOut } from "./leaving.ts";
import { type LeadsOut, REFERENCE, Surroundings } from "./surroundings.ts";
import { exitsOf, isExitAddress, isSubscribers } from "./ways-out.ts";

/** Links of one message, and characters of what one says, and of what stands around it. */
const MOST_LINKS = 100;
const MOST_WORDS = 300;
const MOST_AROUND = 600;
/** Characters of its text that are read: a long newsletter has a tenth of them. */
const MOST_TEXT = 500_000;
const MOST_LINES = 2000;
const MOST_NESTED = 20;
const MOST_CLIMBED = 8;

export interface Message {
  subject: string;
  lines: string[];
  links: MessageLink[];
}

interface MessageLink {
  /** Undefined where it may end the subscription, or is its holder’s: then it is what it says and no more. */
  url: string | undefined;
  /** Its own words; empty where it has none, or its address stands in their place. */
  words: string;
  /** What is said around it; empty where that is the foot of the message, which says nothing of where it leads. */
  around: string;
  /** It stands in the foot of the message: what the message is about says nothing of it. */
  isInFoot: boolean;
}

interface Found {
  lines: string[];
  links: (Omit<MessageLink, "url"> & { url: string; leadsOut: LeadsOut })[];
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
  const isExit = covered.has("list-unsubscribe") ? exitsOf(raw) : () => false;
  const named = links.flatMap(({ url, leadsOut, around, ...link }): MessageLink[] => {
    if (isWayOut(link.words) || isExitAddress(url) || isExit(url)) return [];
    const address = withoutMarks(url);
    const isShut = leadsOut === "out" || isSubscribers(address, !isPointing(link.words));
    return [{ ...link, around: leadsOut ? "" : withoutKeys(around), url: isShut ? undefined : address }];
  });
  return { subject, lines: lines.map(withoutKeys), links: named };
}

/** A text without the addresses in it that hold a subscriber's key: what is told is told to many. */
function withoutKeys(text: string): string {
  return text.replace(ADDRESS, (address) => (isExitAddress(address) || isSubscribers(address, false) ? "…" : address));
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
    const leadsOut = isWayOut(labelsOf(link)) ? "out" : surroundings.leadOut(index, words);
    return [{ url, words, leadsOut, ...placed(words, around(link), surroundings.isInFoot(index)) }];
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

function plain(written: string): Found {
  const text = written.replace(/\r\n?/g, "\n");
  const found = [...text.matchAll(ADDRESS)].slice(0, MOST_LINKS).map(({ 0: address, index }) => {
    const named = withoutEnd(address, AROUND);
    return { at: index, length: named.length, url: absolute(named, NOWHERE) };
  });
  const surroundings = Surroundings.ofText(text, found);
  const links = [...found.entries()]
    .sort(([one], [other]) => surroundings.at(one) - surroundings.at(other))
    .flatMap(([index, { url, at }]): Found["links"] =>
      url
        ? [
            {
              url,
              words: "",
              leadsOut: surroundings.leadOut(index, ""),
              ...placed("", paragraphOf(text, at), surroundings.isInFoot(index)),
            },
          ]
        : [],
    );
  const lines = text.split("\n").filter((line) => !QUOTED.test(line));
  return { lines: lines.map(inOneLine).filter(Boolean).slice(0, MOST_LINES), links };
}

/** The paragraph in which an address stands; where that lists it under a number, the one that mentions the number. */
function paragraphOf(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  const number = REFERENCE.exec(line)?.[1];
  const mentioned = number === undefined ? -1 : text.slice(0, at - line.length).indexOf(`[${number}]`);
  const inside = mentioned < 0 ? at : mentioned;
  const before = text.slice(Math.max(0, inside - MOST_AROUND * 2), inside).split(PARAGRAPH);
  const start = before.pop() ?? "";
  const [end = ""] = text.slice(inside, inside + MOST_AROUND * 2).split(PARAGRAPH, 1);
  // Alone in its paragraph, it is what the line above it is: a heading, or "read it here:".
  const above = before.at(-1)?.trim() ?? "";
  const isAlone = start.trim() === "" && !/\s/.test(end.trim()) && above.length <= MOST_WORDS && !above.includes("://");
  return inOneLine(`${isAlone ? `${above} ` : ""}${start}${end}`).slice(0, MOST_AROUND);
}

/** What somebody wrote before, as answers have it. */
const QUOTED = /^\s*>/;
const PARAGRAPH = /\n[ \t]*\n/;

/** What stands around a link, and whether that is a foot: it names what was subscribed to. */
function placed(words: string, around: string, isInFoot: boolean): Pick<MessageLink, "around" | "isInFoot"> {
  return { around: isInFoot && isPointing(words) && isFoot(around) ? "" : around, isInFoot };
}

function wordsOf(said: string): string {
  return /^(?:https?:\/\/|www\.)\S*$/i.test(said) ? "" : said;
}
