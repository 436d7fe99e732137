/** A place on Discord as a channel of the outbox: a notice becomes a message there, once. */

import { setTimeout as wait } from "node:timers/promises";
import { RESTJSONErrorCodes as Code, HTTPError } from "discord.js";
import type { Logger } from "pino";
import type { Notice } from "../../../judge/notice.ts";
import { RULES } from "../../../judge/rules.ts";
import { MOST_URGENT, URGENCY } from "../../../judge/urgency.ts";
import { catalogue } from "../../../message/languages.ts";
import type { Picture } from "../../../message/picture.ts";
import { saySumUp } from "../../../message/sum-up.ts";
import { say } from "../../../message/wording.ts";
import { quietUntil } from "../../../time/quiet-hours.ts";
import type { Language } from "../../../watch/names.ts";
import type { Place, Rehearsal } from "../../../watch/place.ts";
import type { Channel, Outgoing, Sent, SumUp } from "../../channel.ts";
import { buttons } from "./buttons.ts";
import { asLine, asText, noticeEmbed, PICTURE, sumUpEmbed } from "./embed.ts";
import { hasCode, isUnknownMessage, refusal } from "./refusal.ts";
import type { Importance } from "./requests.ts";
import type { Body, Posted, Writer } from "./writer.ts";

/** The clock as a picture, as it stood when a notice was recorded. */
type Pictures = (notice: Notice, language: Language) => Promise<Picture>;

/** Notices that are about the clock bring its picture. */
const PICTURED: readonly Notice["kind"][] = ["published", "overdue", "reminder"];

/** From the whole to the least: what Discord does not take in one form, it may in the next. */
const FORMS = ["whole", "without its picture", "without an embed", "as one line"] as const;
type Form = (typeof FORMS)[number];

export interface ChannelParts {
  place: Place;
  writer: Writer;
  pictures: Pictures;
  /** Whether people in the place wanted to hear less: then it is not told this. */
  isHushed: (notice: Notice) => boolean;
  /** Whether somebody answers when a button is pressed. */
  hasButtons: boolean;
  log: Logger;
}

export function discordChannel({ place, writer, pictures, isHushed, hasButtons, log }: ChannelParts): Channel {
  const { language, kinds, watches, rehearsal, mentionKinds, quiet } = place;
  const mentionRole = rehearsal ? undefined : place.mentionRole;
  const markOf = (id: string) => (rehearsal ? `${id}-${rehearsal.name}` : id);
  let reminders = 0;
  /** Of the weekly reminders of a history, one is enough to see. */
  const isRepeated = ({ kind }: Notice) => rehearsal !== undefined && kind === "reminder" && reminders++ > 0;

  async function draw({ notice, id }: Outgoing): Promise<Picture | undefined> {
    try {
      return await pictures(notice, language);
    } catch (error) {
      log.warn({ event: "no-picture", notice: id, error: (error as Error).message }, "sent without its picture");
      return undefined;
    }
  }

  /** @param isNew whether it is posted; a message that is brought up to date keeps its picture, and calls nobody */
  async function noticeBody(outgoing: Outgoing, form: Form, isNew: boolean): Promise<Body> {
    const { notice, sequel, answers } = outgoing;
    const id = markOf(outgoing.id);
    const message = say(notice, sequel, language);
    const isPictured = PICTURED.includes(notice.kind);
    const picture = isPictured && isNew && form === "whole" ? await draw(outgoing) : undefined;
    const mentions = isNew && mentionRole && callsRole(notice, mentionKinds) ? [mentionRole] : [];
    const above = [...(rehearsal ? [catalogue(language).rehearsal] : []), ...mentions.map((role) => `<@&${role}>`)];
    const hasEmbed = form === "whole" || form === "without its picture";
    const said = hasEmbed
      ? []
      : [form === "as one line" ? asLine(message, id, notice.kind) : asText(message, id, notice.kind)];
    const content = [...above, ...said].join("\n").slice(0, MAX_CONTENT);
    const isAsking = ["signalled", "proposed"].includes(notice.kind) && writer.isBots && hasButtons;
    const first = isNew && form === "whole" && answers ? postedAt(answers) : undefined;
    return {
      message: {
        ...(content === "" ? {} : { content }),
        ...(hasEmbed
          ? { embeds: [noticeEmbed(message, { notice, id }, isNew ? picture !== undefined : isPictured)] }
          : {}),
        allowed_mentions: { parse: [], roles: mentions },
        ...(isAsking && form !== "as one line" ? { components: buttons(outgoing, language) } : {}),
        ...(picture ? { attachments: [{ id: 0, filename: PICTURE, description: picture.alt }] } : {}),
        ...(first && writer.isBots
          ? { message_reference: { message_id: first.message, fail_if_not_exists: false } }
          : {}),
      },
      ...(picture ? { files: [{ name: PICTURE, data: picture.png, contentType: "image/png" }] } : {}),
    };
  }

  function sumUpBody({ id, of }: SumUp, form: Form): Body {
    const message = saySumUp(
      of.map(({ notice }) => notice),
      language,
    );
    const mark = markOf(id);
    const above = rehearsal ? `${catalogue(language).rehearsal}\n` : "";
    const allowed_mentions = { parse: [] };
    if (form === "whole" || form === "without its picture")
      return {
        message: { ...(above ? { content: above } : {}), embeds: [sumUpEmbed(message, mark)], allowed_mentions },
      };
    const said = form === "as one line" ? asLine(message, mark, "summed up") : asText(message, mark, "summed up");
    return { message: { content: `${above}${said}`, allowed_mentions } };
  }

  /** Posts in the first form that Discord takes. */
  async function post(what: Outgoing | SumUp, isRetry: boolean): Promise<Sent> {
    const one = "of" in what ? what.of[0] : what;
    const importance: Importance = one && URGENCY[one.notice.kind] === MOST_URGENT ? "urgent" : "news";
    const watch = one?.notice.watch ?? "";
    let why: string | undefined;
    let last: Sent = { kind: "refused", error: "" };
    for (const form of FORMS) {
      if (form === "without its picture" && !isRich(what)) continue;
      try {
        const body = "of" in what ? sumUpBody(what, form) : await noticeBody(what, form, true);
        const posted = await writer.post(watch, body, markOf(what.id), importance);
        return { kind: "sent", remoteId: remoteId(posted), ...(why ? { lacks: `sent ${form}: ${why}` } : {}) };
      } catch (error) {
        last = refusal(error);
        // Who may write a place may still not attach files there, nor embed links.
        // What is most urgent does not wait for uploads to work again: a bot's second request of the same is known by its nonce.
        const isUpload = form === "whole" && importance === "urgent" && writer.isBots && isRetry && isRich(what);
        const mayTakeLess =
          last.kind === "refused" ||
          hasCode(error, Code.MissingPermissions) ||
          (isUpload && error instanceof HTTPError);
        if (!mayTakeLess) return last;
        why ??= last.error;
      }
    }
    return last;
  }

  async function find(what: Outgoing | SumUp, triedAgo: number): Promise<Posted | undefined> {
    const one = "of" in what ? what.of[0] : what;
    const isUrgent = one && URGENCY[one.notice.kind] === MOST_URGENT;
    return writer.find(one?.notice.watch ?? "", markOf(what.id), triedAgo, isUrgent ? "urgent" : "news");
  }

  return {
    id: place.id,
    takes: (notice) =>
      kinds.includes(notice.kind) &&
      (watches?.includes(notice.watch) ?? true) &&
      !isHushed(notice) &&
      !isRepeated(notice),
    ...(quiet ? { quietUntil: (now: string) => quietUntil(quiet, now) } : {}),
    close: async () => undefined,
    send: (what, triedAgo) =>
      inTime(rehearsal, () =>
        attempt(async () => {
          const found = triedAgo === undefined ? undefined : await find(what, triedAgo);
          return found ? { kind: "sent", remoteId: remoteId(found) } : post(what, triedAgo !== undefined);
        }),
      ),
    amend: (outgoing, remote) =>
      attempt(async () => {
        const body = await noticeBody(outgoing, "whole", false);
        try {
          if (remote) await writer.edit(postedAt(remote), body);
        } catch (error) {
          // One thread of many was closed: the place goes on.
          if (!isClosedBeside(place, remote, error)) throw error;
          return { kind: "refused", error: refusal(error).error };
        }
        return { kind: "sent", remoteId: remote };
      }),
    ...(writer.isBots
      ? {
          passOn: (remote: string) =>
            attempt(async () => {
              await writer.passOn(postedAt(remote));
              return { kind: "sent", remoteId: remote };
            }),
        }
      : {}),
  };
}

/** Whether a message stands in a thread that was closed or deleted, and that is not the place itself. */
function isClosedBeside({ way }: Place, remote: string | undefined, error: unknown): boolean {
  const { target } = postedAt(remote ?? "");
  const own = way.kind === "channel" ? way.channel : new URL(way.url).searchParams.get("thread_id");
  const isBeside = target !== "" && target !== own;
  return isBeside && hasCode(error, Code.UnknownChannel, Code.InvalidActionOnArchivedThread, Code.ThreadLocked);
}

/** Discord's documentation, "Create Message". */
const MAX_CONTENT = 2000;

/** Whether a message is more than its embed: it brings a picture, or answers another. */
function isRich(what: Outgoing | SumUp): boolean {
  return !("of" in what) && (PICTURED.includes(what.notice.kind) || what.answers !== undefined);
}

/** What the role is called for. Of signals, only for a document that a person should confirm. */
function callsRole(notice: Notice, kinds: Place["mentionKinds"]): boolean {
  if (!kinds.includes(notice.kind)) return false;
  return notice.kind !== "signalled" || RULES[notice.signal.rule].strength === "strong";
}

/** In a rehearsal the bot's own clock does not wait; Discord must be waited for all the same. */
async function inTime(rehearsal: Rehearsal | undefined, send: () => Promise<Sent>): Promise<Sent> {
  if (!rehearsal) return send();
  await wait(rehearsal.pace);
  const sent = await send();
  if (sent.kind === "later") await wait(sent.wait ?? rehearsal.pace);
  return sent;
}

async function attempt(work: () => Promise<Sent>): Promise<Sent> {
  try {
    return await work();
  } catch (error) {
    // Somebody deleted it: there is nothing left to bring up to date.
    return isUnknownMessage(error) ? { kind: "sent" } : refusal(error);
  }
}

function remoteId({ target, message }: Posted): string {
  return `${target}/${message}`;
}

/** Of the time when there was one channel only, a message's id stands alone. */
function postedAt(remote: string): Posted {
  const [target, message] = remote.includes("/") ? remote.split("/") : ["", remote];
  return { target: target ?? "", message: message ?? "" };
}
