/**
 * A mailbox as a list: an item for each message that is signed by a domain named for it, and one for each of its links. What is not
 * signed so is nobody's word: anybody may send a mail to an address that is subscribed somewhere, under any name, so that it is
 * no more than a stranger's note pushed under the door, and is not told at all.
 */
import { fieldsOf, isWithin } from "../../fetch/mail/claims.ts";
import { type Parcel, unpackParcel } from "../../fetch/mail/parcel.ts";
import { machineDate } from "../../time/machine-date.ts";
import type { Body } from "../body.ts";
import { type BodyLimits, TooCostly } from "../bounds.ts";
import { titleFromAddress } from "../feed/feed-item.ts";
import type { Correspondents } from "../head.ts";
import { type Entries, type Entry, type Problem, problem } from "../reading.ts";
import { isFoot } from "./leaving.ts";
import { type Message, readMessage, subjectOf } from "./message.ts";
import { signerOf } from "./signer.ts";

/** Characters of a message's text that stand beside its subject. */
const MOST_ROW = 60_000;
/** The largest message has half as many where it is written as usual; each costs. */
const MOST_LINES = 100_000;
/** So many in a row are a flood that may hide what it pushes out, or the publisher has ceased to sign. */
const MOST_FORGED = 25;
/** With less of what was fetched, something else may have taken the room. */
const OUR_SHARE = 3 / 4;

export async function readMail(
  { url, at, headers, wire }: Body,
  mail: Correspondents = { domains: [], sisters: [] },
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const parcel = unpackParcel(headers["content-type"] ?? "", wire);
  if (!parcel) return problem("unreadable", "answered with something else than messages");
  const found: Entry[][] = [];
  const seen = new Set<string>();
  // Of those that are nobody's word, or sent again, the newest in a row.
  const left = { unknown: 0, nobody: 0, large: parcel.large, beyond: 0 };
  // Of the room that there was, what went to the publisher's own.
  const ours = { messages: 0, bytes: 0 };
  let items = 0;
  // What was sent twice is what came first.
  for (const { raw, arrived } of parcel.messages.toReversed()) {
    const told = await readOne(raw, arrived < at ? arrived : at, { url, mail, keys: parcel.keys, zone });
    if (typeof told === "string") left[told]++;
    else if (seen.has(told.signature) || seen.has(told.place)) left.nobody++;
    else {
      seen.add(told.signature).add(told.place);
      found.push(told.entries);
      items += told.entries.length;
      left.nobody = 0;
      ours.messages++;
      ours.bytes += raw.length;
    }
    if (items > limits.items) throw new TooCostly(`holds more than ${limits.items.toLocaleString("en")} items`);
  }
  if (isCrowded(parcel, ours)) left.beyond += parcel.beyond;
  const unread = unreadOf(left);
  const entries = found.toReversed().flat();
  return { kind: "entries", entries, layout: "mail", next: [], isExcerpt: true, ...(unread ? { unread } : {}) };
}

interface Look extends Pick<Parcel, "keys"> {
  url: string;
  mail: Correspondents;
  zone: string;
}

interface Told {
  signature: string;
  place: string;
  entries: Entry[];
}

/** @param came when the mailbox got it @returns whose word it is not, or why nobody knows */
async function readOne(
  raw: Buffer,
  came: string,
  { url, mail: { domains, sisters, hosts = [] }, keys, zone }: Look,
): Promise<Told | keyof Left> {
  if (hasMoreLines(raw, MOST_LINES)) return "large";
  const signer = await signerOf(raw, [...domains, ...sisters], keys, new Date(came));
  if (typeof signer === "string") return signer;
  const { id: signature, domain, covered, message } = signer;
  const fields = new Map(fieldsOf(message).map(({ name, value }) => [name, value]));
  const id = covered.has("message-id") ? fields.get("message-id") : undefined;
  const place = placeOf(url, id ? { "Message-ID": id } : { Date: fields.get("date"), Subject: subjectOf(message) });
  const dated = machineDate(fields.get("date"), zone) ?? machineDate(came, zone);
  const whose = domains.some((one) => isWithin(domain, one)) ? "publisher" : "sister";
  // Where the signature leaves open how the text is to be read, it could be made to say something else.
  const isOpen = ["content-type", "content-transfer-encoding"].some((name) => fields.has(name) && !covered.has(name));
  const said = isOpen ? { subject: subjectOf(message), lines: [], links: [] } : await readMessage(message, covered);
  return { signature, place, entries: entriesOf(said, { url: place, ...dated, signedBy: { domain, whose } }, hosts) };
}

function hasMoreLines(raw: Buffer, most: number): boolean {
  let lines = 0;
  for (let at = raw.indexOf(10); at >= 0 && lines <= most; at = raw.indexOf(10, at + 1)) lines++;
  return lines > most;
}

/** Where it lies, as a search that finds it (RFC 5092 §4): mailboxes are renumbered, and messages moved about. @param by signed fields */
function placeOf(mailbox: string, by: Record<string, string | undefined>): string {
  const terms = Object.entries(by).map(
    ([name, value = ""]) => `HEADER%20${name}%20${encodeURIComponent(value.slice(0, 300).toWellFormed())}`,
  );
  return `${mailbox}?${terms.join("%20")}`;
}

type Sent = Pick<Entry, "url" | "date" | "either" | "signedBy">;

/**
 * The message, and its links. One that leads anywhere but to the publisher's hosts, or out of the list, is a headline in the message
 * and no more: it may be the sender's own counter, which tells whoever follows it from all other subscribers.
 */
function entriesOf({ subject, lines, links }: Message, of: Sent, hosts: readonly string[]): Entry[] {
  const text = lines.join(" ");
  const row = text === "" ? {} : { row: `${subject}. ${text}`.slice(0, MOST_ROW) };
  const seen = new Set<string>();
  const lead = leadOf({ subject, links }, hosts);
  const linked = links.flatMap((link): Entry[] => {
    const { url, words, around } = link;
    const own = words === subject ? "" : words;
    const stands = link === lead ? `${subject}. ${around}` : around;
    // Alone in its paragraph, it says all that is said there.
    const beside = stands === own || stands === "" ? {} : { row: stands };
    if (url === undefined || !hosts.includes(new URL(url).hostname))
      return own === "" ? [] : [{ ...of, title: own, ...beside }];
    if (seen.has(url)) return [];
    seen.add(url);
    // Without words of its own it is what stands around it, which may be of another thing: then what it leads to counts alone.
    return [{ ...of, title: own || titleFromAddress(url) || new URL(url).hostname, url, ...beside }];
  });
  return [{ ...of, title: subject, ...row }, ...linked];
}

/**
 * The link without words of its own that is what the message is about: the first to the publisher's before its foot. Any other may
 * be a way out that says so in no words that are known here.
 */
function leadOf({ subject, links }: Pick<Message, "subject" | "links">, hosts: readonly string[]) {
  if (isFoot(subject)) return undefined;
  return links.find(({ url, words, isInFoot }) => {
    if (url === undefined || isInFoot || (words !== "" && words !== subject)) return false;
    const { hostname, pathname } = new URL(url);
    return hosts.includes(hostname) && pathname !== "/";
  });
}

/**
 * Whether what was not looked at may be hidden by what is not the publisher's. Where its own messages filled the room, they are newer
 * than what is left, and came while that was read: who has subscribed for years has more than are ever read at once.
 */
function isCrowded({ messages, beyond }: Parcel, ours: { messages: number; bytes: number }): boolean {
  const bytes = messages.reduce((sum, { raw }) => sum + raw.length, 0);
  const isMost = ours.messages >= messages.length * OUR_SHARE && ours.bytes >= bytes * OUR_SHARE;
  return beyond > 0 && !(ours.messages > 0 && isMost);
}

type Left = Record<"unknown" | "large" | "nobody" | "beyond", number>;

/** What could not be told of, which must not pass for nothing new. */
function unreadOf({ unknown, large, nobody, beyond }: Left): Problem | undefined {
  if (unknown > 0)
    return problem(
      "unavailable",
      "holds a message whose signature could not be asked for in the DNS; it is asked again",
    );
  if (large > 0)
    return problem(
      "too-costly",
      "holds a message that may be the publisher’s and is too large to be read here; open it",
    );
  if (beyond > 0)
    return problem(
      "too-costly",
      "holds more messages that claim to be the publisher’s than are read at once; see who sends them",
    );
  if (nobody >= MOST_FORGED)
    return problem(
      "unreadable",
      `holds ${MOST_FORGED} messages and more in a row that claim to be the publisher’s and that it did not sign; see who sends them`,
    );
  return undefined;
}
