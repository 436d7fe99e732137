/** A place on Discord as a channel of the outbox: a notice becomes a message there, once. */

import { setTimeout as wait } from "node:timers/promises";
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Logger } from "pino";
import type { Notice } from "../../../judge/notice.ts";
import { RULES } from "../../../judge/rules.ts";
import { catalogue } from "../../../message/languages.ts";
import type { Picture } from "../../../message/picture.ts";
import type { Language } from "../../../watch/names.ts";
import type { Place, Rehearsal } from "../../../watch/place.ts";
import type { Channel, Outgoing, Sent } from "../../channel.ts";
import { embed, PICTURE } from "./embed.ts";
import { isUnknownMessage, refusal } from "./rest.ts";
import type { Body, Posted, Writer } from "./writer.ts";

/** The clock as a picture, as it stood when a notice was recorded. */
type Pictures = (notice: Notice, language: Language) => Promise<Picture>;

/** Notices that are about the clock bring its picture. */
const PICTURED: readonly Notice["kind"][] = ["published", "overdue", "reminder"];

export interface ChannelParts {
  place: Place;
  writer: Writer;
  pictures: Pictures;
  /** Whether the place wants no reminders. */
  isMuted: () => boolean;
  /** Whether somebody answers when a button is pressed. */
  hasButtons: boolean;
  log: Logger;
}

export function discordChannel({ place, writer, pictures, isMuted, hasButtons, log }: ChannelParts): Channel {
  const { language, kinds, watches, rehearsal } = place;
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

  async function body(outgoing: Outgoing, isNew: boolean): Promise<Body> {
    const { notice } = outgoing;
    const isPictured = PICTURED.includes(notice.kind);
    // A message that is brought up to date keeps the picture that it has.
    const picture = isPictured && isNew ? await draw(outgoing) : undefined;
    const mentions = isNew && isUrgent(notice) && mentionRole ? [mentionRole] : [];
    const content = [...(rehearsal ? [catalogue(language).rehearsal] : []), ...mentions.map((role) => `<@&${role}>`)];
    const isAsking = ["signalled", "proposed"].includes(notice.kind) && writer.isBots && hasButtons;
    return {
      message: {
        ...(content.length > 0 ? { content: content.join("\n") } : {}),
        embeds: [embed({ ...outgoing, id: markOf(outgoing.id) }, language, isNew ? picture !== undefined : isPictured)],
        allowed_mentions: { parse: [], roles: mentions },
        ...(isAsking ? { components: buttons(outgoing, language) } : {}),
        ...(picture ? { attachments: [{ id: 0, filename: PICTURE, description: picture.alt }] } : {}),
      },
      ...(picture ? { files: [{ name: PICTURE, data: picture.png, contentType: "image/png" }] } : {}),
    };
  }

  return {
    id: place.id,
    takes: (notice) =>
      kinds.includes(notice.kind) &&
      (watches?.includes(notice.watch) ?? true) &&
      !(notice.kind === "reminder" && isMuted()) &&
      !isRepeated(notice),
    close: async () => writer.close(),
    send: (outgoing, isRetry) =>
      inTime(rehearsal, () =>
        attempt(async () => {
          const { watch } = outgoing.notice;
          const mark = markOf(outgoing.id);
          const found = isRetry ? await writer.find(watch, mark) : undefined;
          return remoteId(found ?? (await writer.post(watch, await body(outgoing, true), mark)));
        }),
      ),
    amend: (outgoing, remote) =>
      attempt(async () => {
        if (remote) await writer.edit(postedAt(remote), await body(outgoing, false));
        return remote;
      }),
  };
}

/** What the role is called for: "published", and a document that a person should confirm. */
function isUrgent(notice: Notice): boolean {
  return (
    notice.kind === "published" || (notice.kind === "signalled" && RULES[notice.signal.rule].strength === "strong")
  );
}

/** What a person can do about a signal or a proposed statement. Once it is decided, only the page is left to open. */
function buttons({ notice, sequel }: Outgoing, language: Language): APIActionRowComponent<APIButtonComponent>[] {
  const asked = askedIn(notice);
  if (!asked) return [];
  const words = catalogue(language).buttons;
  const { id, url, yes, no } = asked;
  const decide = (decision: typeof yes | typeof no, style: ButtonStyle.Success | ButtonStyle.Danger) => ({
    type: ComponentType.Button as const,
    style,
    label: words[decision],
    custom_id: `${decision}:${id}`,
  });
  const open = { type: ComponentType.Button as const, style: ButtonStyle.Link as const, label: words.open, url };
  const row: APIButtonComponent[] = [
    ...(sequel.rulings.length === 0 ? [decide(yes, ButtonStyle.Success), decide(no, ButtonStyle.Danger)] : []),
    ...(url !== "" && url.length <= MAX_BUTTON_URL ? [open] : []),
  ];
  return row.length > 0 ? [{ type: ComponentType.ActionRow, components: row }] : [];
}

/** What a notice asks a person to decide, and the two answers. */
function askedIn(notice: Notice) {
  if (notice.kind === "signalled") return { ...notice.signal, yes: "confirm", no: "dismiss" } as const;
  if (notice.kind !== "proposed") return undefined;
  const { id, statement } = notice.proposal;
  return { id, url: statement.link ?? "", yes: "add", no: "none" } as const;
}

/** Discord's documentation, "Button". */
const MAX_BUTTON_URL = 512;

/** In a rehearsal the bot's own clock does not wait; Discord must be waited for all the same. */
async function inTime(rehearsal: Rehearsal | undefined, send: () => Promise<Sent>): Promise<Sent> {
  if (!rehearsal) return send();
  await wait(rehearsal.pace);
  const sent = await send();
  if (sent.kind === "later") await wait(sent.wait ?? rehearsal.pace);
  return sent;
}

async function attempt(work: () => Promise<string | undefined>): Promise<Sent> {
  try {
    return { kind: "sent", remoteId: await work() };
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
