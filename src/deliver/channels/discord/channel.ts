/** A place on Discord as a channel of the outbox: a notice becomes a message there, once. */

import { setTimeout as wait } from "node:timers/promises";
import { RESTJSONErrorCodes as Code, HTTPError } from "discord.js";
import type { Logger } from "pino";
import type { Notice } from "../../../judge/notice.ts";
import { MOST_URGENT, URGENCY } from "../../../judge/urgency.ts";
import { withoutRecord } from "../../../judge/with-record.ts";
import { catalogue } from "../../../message/languages.ts";
import type { Picture } from "../../../message/picture.ts";
import { saySumUp } from "../../../message/sum-up.ts";
import { say } from "../../../message/wording.ts";
import { quietUntil } from "../../../time/quiet-hours.ts";
import type { Language } from "../../../watch/names.ts";
import type { Place, Rehearsal } from "../../../watch/place.ts";
import type { Channel, Outgoing, Sent, SumUp } from "../../channel.ts";
import { type Telling, tellBulletin } from "./bulletins.ts";
import { buttons, linkRow } from "./buttons.ts";
import { COLOURS, markdown, PICTURE } from "./embed.ts";
import { FORMS, type Form, inFirstForm, inForm } from "./forms.ts";
import { callsRole } from "./mention.ts";
import { hasCode, isUnknownMessage, refusal } from "./refusal.ts";
import type { Importance } from "./requests.ts";
import type { Body, Posted } from "./writer.ts";

/** The clock as a picture, as it stood when a notice was recorded. */
type Pictures = (notice: Notice, language: Language) => Promise<Picture>;

/** Notices that are about the clock bring its picture. */
const PICTURED: readonly Notice["kind"][] = ["published", "overdue", "reminder"];

export interface ChannelParts extends Telling {
  pictures: Pictures;
  /** Whether people in the place wanted to hear less: then it is not told this. */
  isHushed: (notice: Notice) => boolean;
  /** Whether somebody answers when a button is pressed. */
  hasButtons: boolean;
  log: Logger;
}

export function discordChannel(parts: ChannelParts): Channel {
  const { place, writer, pictures, whereOf, isHushed, hasButtons, log } = parts;
  const { language, kinds, watches, rehearsal, mentionKinds, quiet } = place;
  const mentionRole = rehearsal ? undefined : place.mentionRole;
  const markOf = (id: string) => (rehearsal ? `${id}-${rehearsal.name}` : id);
  let reminders = 0;
  /** Of the weekly reminders of a history, one is enough to see. */
  const isRepeated = ({ kind }: Notice) => rehearsal !== undefined && kind === "reminder" && reminders++ > 0;

  async function draw(notice: Notice, id: string): Promise<Picture | undefined> {
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
    const said = place.record === "off" ? withoutRecord(notice) : notice;
    const message = say(said, sequel, language, whereOf(notice, outgoing.id));
    const isAsking = writer.isBots && hasButtons;
    const wantsPicture = PICTURED.includes(notice.kind) && form === "whole";
    const picture = wantsPicture && isNew ? await draw(said, outgoing.id) : undefined;
    const role = callsRole(notice, mentionKinds) ? mentionRole : undefined;
    const first = isNew && form === "whole" && answers ? postedAt(answers) : undefined;
    // A webhook's message that is laid out by components may bring no file ("Execute Webhook").
    const isEmbed = wantsPicture && !writer.isBots;
    const body = inForm(isEmbed ? "as an embed" : form, {
      message,
      said: markdown(
        message,
        { id: markOf(outgoing.id), kind: notice.kind },
        language,
        isAsking && form !== "as one line",
      ),
      colour: COLOURS[notice.kind],
      above: [...(rehearsal ? [catalogue(language).rehearsal] : []), ...(role ? [`<@&${role}>`] : [])],
      alt: picture?.alt ?? (wantsPicture && !isNew ? "" : undefined),
      rows: buttons(outgoing, language, message.links, isAsking),
    });
    return {
      message: {
        ...body,
        allowed_mentions: { parse: [], roles: isNew && role ? [role] : [] },
        ...(picture ? { attachments: [{ id: 0, filename: PICTURE, description: picture.alt }] } : {}),
        ...(first && writer.isBots
          ? { message_reference: { message_id: first.message, fail_if_not_exists: false } }
          : {}),
      },
      ...(picture ? { files: [{ name: PICTURE, data: picture.png, contentType: "image/png" }] } : {}),
    };
  }

  function sumUpBody({ id, of }: SumUp, form: Form): Body {
    const pages = new Map(of.map(({ id, notice }) => [id, whereOf(notice, id).page]));
    const notices = of.map(({ notice }) => notice);
    const message = saySumUp(notices, language, (notice) => pages.get(notice));
    const body = inForm(form, {
      message,
      said: markdown(message, { id: markOf(id), kind: "summed up" }, language, true),
      colour: COLOURS.reminder,
      above: rehearsal ? [catalogue(language).rehearsal] : [],
      rows: linkRow(message.links),
    });
    return { message: { ...body, allowed_mentions: { parse: [] } } };
  }

  const bodyOf = (what: Outgoing | SumUp, form: Form, isNew: boolean) =>
    "of" in what ? sumUpBody(what, form) : noticeBody(what, form, isNew);

  function post(what: Outgoing | SumUp, isRetry: boolean): Promise<Sent> {
    const { watch, importance } = addressOf(what);
    const give = async (body: Body) => remoteId(await writer.post(watch, body, markOf(what.id), importance));
    return inFirstForm(
      formsFor(what),
      (form) => bodyOf(what, form, true),
      give,
      (error, form) => {
        const sent = refusal(error);
        // Who may write a place may still not attach files there, nor embed links.
        const isRefused = sent.kind === "refused" || hasCode(error, Code.MissingPermissions);
        // What is most urgent does not wait for uploads to work again: a bot's second request of the same is known by its nonce.
        const isUpload = form === "whole" && importance === "urgent" && writer.isBots && isRetry && isRich(what);
        return { sent, goesOn: isRefused || (isUpload && error instanceof HTTPError) };
      },
    );
  }

  function amend(outgoing: Outgoing, remote: string): Promise<Sent> {
    const at = postedAt(remote);
    const give = async (body: Body) => {
      await writer.edit(at, body);
      return remote;
    };
    return inFirstForm(
      formsFor(outgoing),
      (form) => bodyOf(outgoing, form, false),
      give,
      (error) => {
        // Somebody deleted it: there is nothing left to bring up to date.
        if (isUnknownMessage(error)) return { sent: { kind: "sent", remoteId: remote }, goesOn: false };
        const sent = refusal(error);
        // One thread of many was closed: the place goes on.
        if (isClosedBeside(place, at, error)) return { sent: { kind: "refused", error: sent.error }, goesOn: false };
        return { sent, goesOn: sent.kind === "refused" };
      },
    );
  }

  async function find(what: Outgoing | SumUp, triedAgo: number): Promise<Posted | undefined> {
    const { watch, importance } = addressOf(what);
    return writer.find(watch, markOf(what.id), triedAgo, importance);
  }

  return {
    id: place.id,
    takes: (notice) =>
      kinds.includes(notice.kind) &&
      (watches?.includes(notice.watch) ?? true) &&
      !isHushed(notice) &&
      !isRepeated(notice),
    ...(quiet ? { quietUntil: (now: string) => quietUntil(quiet, now) } : {}),
    send: (what, triedAgo) =>
      inTime(rehearsal, () =>
        attempt(async () => {
          const found = triedAgo === undefined ? undefined : await find(what, triedAgo);
          return found ? { kind: "sent", remoteId: remoteId(found) } : post(what, triedAgo !== undefined);
        }),
      ),
    tell: (bulletin, triedAgo) => attempt(() => tellBulletin(parts, bulletin, triedAgo)),
    amend: (outgoing, remote) => (remote ? amend(outgoing, remote) : Promise.resolve({ kind: "sent" })),
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

/** Of what is summed up, the first says where it belongs. */
function addressOf(what: Outgoing | SumUp): { watch: string; importance: Importance } {
  const one = "of" in what ? what.of[0] : what;
  const isUrgent = one !== undefined && URGENCY[one.notice.kind] === MOST_URGENT;
  return { watch: one?.notice.watch ?? "", importance: isUrgent ? "urgent" : "news" };
}

/** Whether a message stands in a thread that was closed or deleted, and that is not the place itself. */
function isClosedBeside({ way }: Place, { target }: Posted, error: unknown): boolean {
  const own = way.kind === "channel" ? way.channel : new URL(way.url).searchParams.get("thread_id");
  const isBeside = target !== "" && target !== own;
  return isBeside && hasCode(error, Code.UnknownChannel, Code.InvalidActionOnArchivedThread, Code.ThreadLocked);
}

/** One line names none of several: each is told by itself instead. */
function formsFor(what: Outgoing | SumUp): Form[] {
  return FORMS.filter((form) =>
    form === "without its picture" ? isRich(what) : !(form === "as one line" && "of" in what),
  );
}

/** Whether a message is more than its embed: it brings a picture, or answers another. */
function isRich(what: Outgoing | SumUp): boolean {
  return !("of" in what) && (PICTURED.includes(what.notice.kind) || what.answers !== undefined);
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
