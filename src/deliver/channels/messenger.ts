/**
 * A channel that is told in words, a message at a time. All of them are told the same way: a letter, in the first form that is taken. A kind
 * says what its forms are and how one is given on; a file each beside this one, named in kinds.ts.
 */
import { createHash } from "node:crypto";
import { redacted } from "../../config/redaction.ts";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { MOST_URGENT, URGENCY } from "../../judge/urgency.ts";
import { withoutRecord } from "../../judge/with-record.ts";
import { betweenIsolates } from "../../language/direction.ts";
import { saySumUp } from "../../message/sum-up.ts";
import { type Bulletin, sayBulletin } from "../../message/unwritten.ts";
import { type Message, say } from "../../message/wording.ts";
import type { InstantText } from "../../time/instant.ts";
import { type QuietHours, quietUntil } from "../../time/quiet-hours.ts";
import type { Language, NoticeKind, RecordSaid } from "../../watch/names.ts";
import type { Channel, Outgoing, Sent, SumUp } from "../channel.ts";

/** What is to be said in one message. */
export interface Letter {
  /** The same at every try. */
  id: string;
  kind: NoticeKind | "summed-up" | Bulletin["kind"];
  /** Whether it is about the publication itself. */
  isUrgent: boolean;
  language: Language;
  message: Message;
  /** When what it tells came about. */
  at: InstantText;
  /** The notices that it tells of; none where it tells of the bot itself. */
  of: readonly Outgoing[];
  /** The bot's own page with the evidence, where people can open it. */
  page?: string | undefined;
  /** The remote id of the message that it answers. */
  answers?: string | undefined;
}

/** How one kind of channel is written to. */
export interface Messenger<Body = unknown> {
  /** From the whole to the least: what is not taken in one form, may be in the next. */
  forms: readonly { name: string; make(letter: Letter): Body }[];
  /** @param triedAgo milliseconds since an earlier try that may have arrived without our knowing; undefined at the first */
  give(body: Body, letter: Letter, triedAgo: number | undefined): Promise<Sent>;
  /** Brings a message up to date; left out where what was sent cannot be changed. */
  change?(body: Body, letter: Letter, remoteId: string): Promise<Sent>;
  /** Whether it would be taken there, in words; nothing is posted. @throws {Lacking} what is wrong, and how it is mended */
  tryOut(): Promise<string>;
}

/** What is wrong with a channel, in words that say what to do about it. */
export class Lacking extends Error {}

/** What a channel is told, and how. */
export interface Told {
  id: string;
  kinds: readonly NoticeKind[];
  watches?: readonly string[] | undefined;
  language: Language;
  record: RecordSaid;
  quiet?: QuietHours | undefined;
  /** The bot's own page on a notice, where people can open it. */
  pageOf: (notice: string) => string | undefined;
  /** The publisher's hosts, by the watch. */
  hostsOf: (watch: string) => readonly string[];
}

export function messengerChannel<Body>(told: Told, messenger: Messenger<Body>): Channel {
  const { id, kinds, watches, language, record, quiet, pageOf, hostsOf } = told;

  function letterOf(what: Outgoing | SumUp): Letter {
    if ("of" in what) {
      const notices = what.of.map(({ notice }) => notice);
      const at = notices.at(-1)?.at ?? "";
      const message = saySumUp(notices, language, pageOf);
      return { id: what.id, kind: "summed-up", isUrgent: false, language, message, at, of: what.of };
    }
    const { notice, sequel, answers } = what;
    const page = pageOf(what.id);
    const said = record === "off" ? withoutRecord(notice) : notice;
    const words = say(said, sequel, language, { page, hosts: hostsOf(notice.watch) });
    // Where there is a page, what is asked is answered from there, and by no command.
    const message = page ? { ...words, answer: undefined } : words;
    const isUrgent = URGENCY[notice.kind] === MOST_URGENT;
    return {
      id: what.id,
      kind: notice.kind,
      isUrgent,
      language,
      message,
      at: notice.at,
      of: [{ ...what, notice: said }],
      page,
      answers,
    };
  }

  return {
    id,
    takes: (notice: Notice) => kinds.includes(notice.kind) && (watches?.includes(notice.watch) ?? true),
    ...(quiet ? { quietUntil: (now: InstantText) => quietUntil(quiet, now) } : {}),
    send: (what, triedAgo) =>
      inFirstForm(
        messenger,
        () => letterOf(what),
        (body, letter) => messenger.give(body, letter, triedAgo),
      ),
    tell: (bulletin, triedAgo) =>
      inFirstForm(
        messenger,
        () => letterOnBulletin(told, bulletin),
        (body, letter) => messenger.give(body, letter, triedAgo),
      ),
    amend: async (outgoing, remoteId) => {
      const { change } = messenger;
      if (!change || !remoteId) return { kind: "sent", remoteId };
      return inFirstForm(
        messenger,
        () => letterOf(outgoing),
        (body, letter) => change(body, letter, remoteId),
      );
    },
  };
}

/** Nothing of it stands on a page of the bot's. */
function letterOnBulletin({ id: channel, language, hostsOf }: Told, bulletin: Bulletin): Letter {
  const notice = bulletin.kind === "seen" ? bulletin.notice : undefined;
  const message = sayBulletin(bulletin, language, notice ? { hosts: hostsOf(notice.watch) } : {});
  const at = "notice" in bulletin ? bulletin.notice.at : "at" in bulletin ? bulletin.at : bulletin.since;
  const about = notice ? noticeId(notice) : at.replaceAll(/\D/g, "");
  const id = createHash("sha256").update(`${bulletin.kind}\n${channel}\n${about}`).digest("hex").slice(0, 16);
  return { id, kind: bulletin.kind, isUrgent: bulletin.kind !== "test", language, message, at, of: [] };
}

/**
 * What moves a screen's cursor, or turns the direction of what stands beside it, is nobody's to say; and what is secret is said to nobody,
 * whoever said it first. Here, as what is built of it holds secrets that it needs: where it goes, and by which right.
 */
function legible(message: Message): Message {
  const clean = (text: string) => redacted(betweenIsolates(text, (part) => part.replace(/(?!\n)\p{Cc}/gu, "")));
  const maybe = (text: string | undefined) => text && clean(text);
  const { odds } = message;
  return {
    ...message,
    title: clean(message.title),
    paragraphs: message.paragraphs.map(clean),
    odds: odds && { ...odds, sentences: odds.sentences.map(clean), small: clean(odds.small) },
    small: maybe(message.small),
    answer: maybe(message.answer),
    links: message.links.map(({ label, url }) => ({ label: clean(label), url: redacted(url) })),
  };
}

/** What makes a form may fail on what was fetched: that is no fault of the channel's, and the next form is simpler. */
async function inFirstForm<Body>(
  { forms }: Messenger<Body>,
  write: () => Letter,
  give: (body: Body, letter: Letter) => Promise<Sent>,
): Promise<Sent> {
  let why: string | undefined;
  for (const { name, make } of forms) {
    const made = attempt(() => {
      const written = write();
      const letter = { ...written, message: legible(written.message) };
      return { letter, body: make(letter) };
    });
    const sent: Sent =
      made instanceof Error
        ? { kind: "refused", error: `could not be put into words (${made.message})` }
        : await give(made.body, made.letter);
    if (sent.kind === "sent") return why === undefined ? sent : { ...sent, lacks: `sent ${name}: ${why}` };
    if (sent.kind !== "refused") return sent;
    why ??= sent.error;
  }
  return { kind: "refused", error: why ?? "there is no form for it" };
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
