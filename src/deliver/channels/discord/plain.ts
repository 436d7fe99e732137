/**
 * Words that came from elsewhere, as words and nothing else: no markup of Discord's, no mention, date, emoji, link, and nothing that hides
 * one. Discord's documentation, "Message Formatting"; its help pages, "Markdown Text 101"; and what its clients make of a text besides:
 * addresses, invitations, `:names:` of emoji, lists.
 *
 * A backslash, which nobody sees, takes markup its meaning; what Discord reads before it heeds a backslash (mentions) is written with
 * another character. Every text is taken for the beginning of a line, and its end for the first half of a token, whatever stands beside it.
 */
import { redacted } from "../../../config/redaction.ts";
import { betweenIsolates } from "../../../language/direction.ts";
import { shorten } from "../../../message/shorten.ts";
import { hostOf, isHosted, type Watch } from "../../../watch/watch.ts";

/**
 * What nobody sees, and tokens hide behind. The variants of emoji stay, and what joins letters of scripts that are joined. Of what turns
 * the direction of writing, isolates that close stay, which keep Arabic and Latin words apart; what is within one is made inert by itself.
 */
const UNSEEN =
  /(?!\p{Join_Control}|[\ufe0e\ufe0f\u2068\u2069])\p{Default_Ignorable_Code_Point}|(?<!\P{ASCII})\p{Join_Control}|\p{Join_Control}(?!\P{ASCII})/gu;
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
/** What some break a line at, and Discord does not. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/g;

/** Headings, small print, quotes, lists. */
const LINE_START = /^([^\S\n]*)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|-#|>|-(?:\s|$)))/gm;
/** Always markup, or what takes markup its meaning. */
const MARKS = /[\\*_`]/g;
/** Markup where there are two of them. */
const PAIRED = /[~|](?=[~|]|$)|(?<=[~|])[~|]/g;
/** The end of a masked link's text. */
const MASKED = /\](?=\(|$)/g;
/** Of an address, and of an emoji's name; not of a time of day. */
const COLONS = /:(?=\/\/|$|(?!(?<=\d:)\d\d(?:\s|$))[^\s:]+(?::|$))/g;
/** Without a scheme, too, an invitation is shown with all that it leads to. */
const INVITATIONS = /(?<=discord(?:app)?\.(?:com|gg|gift|new))\//gi;
const EVERYBODY = /@(?=everyone|here|$)/g;
/** Mentions, emoji, dates, commands, places of a server, addresses, e-mail, telephones. */
const ANGLES = /<(?!\s)/g;

/** A text as it may stand in a message, in no more than so many characters. Lines stay lines. */
export function plain(text: string, limit: number): string {
  const seen = visible(redacted(text));
  let said = betweenIsolates(shorten(seen, limit), inert);
  // Shortened before it is made inert: cut behind a backslash, it would not be.
  for (let most = limit; said.length > limit; said = betweenIsolates(shorten(seen, most), inert))
    most = Math.floor((most * limit) / said.length);
  return said;
}

/** As `plain`, where Discord reads no markup: on a button, as a thread's name, as a choice. In one line, and never empty. */
export function named(text: string, limit: number): string {
  const seen = visible(redacted(text)).replace(/\s+/g, " ").trim();
  return betweenIsolates(shorten(seen, limit), (part) => part) || "…";
}

/** A text from elsewhere that leads to an address; alone where that is none. @param limit of the text, in characters */
export function linked(text: string, url: string, limit: number): string {
  const said = plain(text, limit);
  const address = shownAddress(url);
  return address
    ? `[${said.replace(/\\[\s\S]|[[\]]/g, (one) => (one.length === 1 ? `\\${one}` : one))}](${address})`
    : said;
}

/**
 * A title from elsewhere. It leads to its address where that is the publisher's own; any other stands below, named by its host.
 * @param limit of the title, in characters
 */
export function titled(watch: Watch, title: string, url: string, limit: number): { name: string; below: string[] } {
  if (isHosted(watch, url)) return { name: linked(title, url, limit), below: [] };
  return { name: plain(title, limit), below: shownAddress(url) ? [linked(hostOf(url), url, limit)] : [] };
}

/** An address in full, without a look at where it leads; empty where it is none of the web. */
export function shownAddress(url: string): string {
  const read = URL.parse(url);
  return read && /^https?:$/.test(read.protocol) ? `<${read.href.replace(/[<>\s]/g, encodeURIComponent)}>` : "";
}

function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(BREAKS, " ").replace(CONTROLS, "").replace(UNSEEN, "");
}

function inert(text: string): string {
  return text
    .replace(ANGLES, "‹")
    .replace(EVERYBODY, "＠")
    .replace(MARKS, "\\$&")
    .replace(PAIRED, "\\$&")
    .replace(MASKED, "\\$&")
    .replace(COLONS, "\\:")
    .replace(INVITATIONS, "\\/")
    .replace(LINE_START, "$1$2\\");
}
