/** What a message says: its subject, its text line by line, and where it leads. */
import type { Element } from "domhandler";
import PostalMime, { decodeWords } from "postal-mime";
import { fieldsOf } from "../../fetch/mail/claims.ts";
import { MAX_TITLE } from "../bounds.ts";
import { absolute, inOneLine, linesOf, textOf } from "../html/html.ts";
import { hrefOf, linkElements, saidBy } from "../html/links.ts";
import { parseHtml } from "../html/markup.ts";
import { withoutEnd } from "../without-end.ts";

/** Links of one message, and characters of what one says, and of what stands around it. */
const MOST_LINKS = 100;
const MOST_WORDS = 300;
const MOST_AROUND = 600;
/** Before an address in plain text: what leads to it. */
const MOST_NEAR = 60;
/** Of so many characters, a link's words are no “click here”. */
const A_HEADLINE = 20;
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
  url: string;
  /** Its own words; empty where it has none, or its address stands in their place. */
  words: string;
  /** What is said around it, and nearest to it. */
  around: string;
  near: string;
}

/** Following it would end the subscription, or show who holds it: told by its words, its address, or what stands around it. */
const SUBSCRIBERS =
  /unsubscri|opt(?:ing)?[\s-]?out|(?:subscription|e-?mail|mail(?:ing)?)[\s_-]?(?:preferences|settings)|manage[\s_-]?(?:your[\s_-]?)?(?:preferences|subscription)|remove (?:me|yourself|your address)|leave (?:this|the|our) (?:mailing )?list|(?:stop|no longer (?:wish|want) to) (?:receiv|get)|stop (?:these|this|our) (?:e-?mail|mail|newsletter)|cancel (?:your|my|this|the) (?:subscription|newsletter)|d[ée]sabonn|d[ée]sinscri|darse de baja|cancelar (?:su|la) suscrip|abmelden|abbestellen|отпис|退订|取消订阅|إلغاء الاشتراك/i;

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

/** Its text and links besides; nothing of both where it cannot be taken apart. */
export async function readMessage(raw: Buffer): Promise<Message> {
  const subject = subjectOf(raw);
  const email = await PostalMime.parse(raw, { maxNestingDepth: MOST_NESTED, forceRfc822Attachments: true }).catch(
    () => undefined,
  );
  const html = email?.html?.slice(0, MOST_TEXT) ?? "";
  const { lines, links } = html.trim() === "" ? plain(email?.text?.slice(0, MOST_TEXT) ?? "") : formatted(html);
  const followed = links.filter((link) => !isSubscribers(link));
  return { subject, lines, links: followed.map((link) => ({ ...link, url: withoutMarks(link.url) })) };
}

/** “Click here” says nothing of itself: what stands around it does. Words of its own go before a footer's in the same paragraph. */
function isSubscribers({ url, words, near }: MessageLink): boolean {
  return [url, words, ...(words.length < A_HEADLINE ? [near] : [])].some((said) => SUBSCRIBERS.test(said));
}

function withoutMarks(address: string): string {
  const url = new URL(address);
  const marks = [...url.searchParams.keys()].filter((name) => MARKS.test(name));
  for (const name of marks) url.searchParams.delete(name);
  return marks.length > 0 ? url.href : address;
}

function formatted(html: string): Omit<Message, "subject"> {
  const { tree } = parseHtml(html);
  const links = linkElements(tree.children, MOST_LINKS).flatMap((link): MessageLink[] => {
    const url = absolute(hrefOf(link), NOWHERE);
    return url && !url.startsWith(NOWHERE) ? [linkOf(url, wordsOf(saidBy(link, MOST_WORDS)), around(link))] : [];
  });
  return { lines: linesOf(tree.children, MOST_LINES, MOST_TEXT), links };
}

function linkOf(url: string, words: string, said: string): MessageLink {
  return { url, words, around: said, near: said };
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

function plain(text: string): Omit<Message, "subject"> {
  const paragraphs = text.split(/\r?\n[ \t]*\r?\n/).slice(0, MOST_LINES);
  const links = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(ADDRESS)].flatMap(({ 0: found, index }): MessageLink[] => {
      const url = absolute(withoutEnd(found, AROUND), NOWHERE);
      const said = inOneLine(paragraph.slice(0, MOST_AROUND * 2)).slice(0, MOST_AROUND);
      const near = inOneLine(paragraph.slice(Math.max(0, index - MOST_NEAR), index));
      return url ? [{ url, words: "", around: said, near }] : [];
    }),
  );
  return {
    lines: text.split(/\r?\n/).map(inOneLine).filter(Boolean).slice(0, MOST_LINES),
    links: links.slice(0, MOST_LINKS),
  };
}

function wordsOf(said: string): string {
  return /^(?:https?:\/\/|www\.)\S*$/i.test(said) ? "" : said;
}
