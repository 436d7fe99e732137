/** What is told past the record, as a message of a place on Discord: in the first form that is taken, found again by its mark. */
import { createHash } from "node:crypto";
import { RESTJSONErrorCodes as Code } from "discord.js";
import { type Notice, noticeId } from "../../../judge/notice.ts";
import { type Bulletin, sayBulletin } from "../../../message/unwritten.ts";
import type { Where } from "../../../message/wording.ts";
import type { Place } from "../../../watch/place.ts";
import type { Sent } from "../../channel.ts";
import { linkRow } from "./buttons.ts";
import { COLOURS, markdown } from "./embed.ts";
import { type Form, inFirstForm, inForm } from "./forms.ts";
import { callsRole } from "./mention.ts";
import { hasCode, refusal } from "./refusal.ts";
import type { Body, Writer } from "./writer.ts";

/** Whose colour each has. */
const COLOURED_AS = { "cannot-write": "blind", seen: "signalled", "can-write": "recovered", test: "reminder" } as const;
const FORMS: readonly Form[] = ["whole", "as an embed", "without an embed", "as one line"];

/** A place, and what is said there. */
export interface Telling {
  place: Place;
  writer: Writer;
  /** What the links of a message hang on. @param id the notice's */
  whereOf: (notice: Notice, id: string) => Where;
  /** The id of a watch of the place's. */
  firstWatch: () => string | undefined;
}

/** @param triedAgo milliseconds since an earlier try that may have arrived; undefined at the first */
export async function tellBulletin(parts: Telling, bulletin: Bulletin, triedAgo: number | undefined): Promise<Sent> {
  const { place, writer, firstWatch } = parts;
  // What is said of no watch stands with the first.
  const watch = bulletin.kind === "seen" ? bulletin.notice.watch : (firstWatch() ?? "");
  const mark = markOf(place.id, bulletin);
  const found = triedAgo === undefined ? undefined : await writer.find(watch, mark, triedAgo, "urgent");
  if (found) return { kind: "sent" };
  return inFirstForm(
    FORMS,
    (form) => bodyOf(parts, bulletin, mark, form),
    async (body) => (await writer.post(watch, body, mark, "urgent")).message,
    (error) => {
      const sent = refusal(error);
      return { sent, goesOn: sent.kind === "refused" || hasCode(error, Code.MissingPermissions) };
    },
  );
}

function bodyOf({ place, whereOf }: Telling, bulletin: Bulletin, id: string, form: Form): Body {
  const { language, mentionKinds, mentionRole } = place;
  const notice = bulletin.kind === "seen" ? bulletin.notice : undefined;
  // Nothing of it stands on a page of the bot's yet.
  const where = notice ? { ...whereOf(notice, noticeId(notice)), page: undefined } : {};
  const message = sayBulletin(bulletin, language, where);
  const role = notice && callsRole(notice, mentionKinds) ? mentionRole : undefined;
  const body = inForm(form, {
    message,
    said: markdown(message, { id, kind: bulletin.kind }, language, true),
    colour: COLOURS[COLOURED_AS[bulletin.kind]],
    above: role ? [`<@&${role}>`] : [],
    rows: linkRow(message.links),
  });
  return { message: { ...body, allowed_mentions: { parse: [], roles: role ? [role] : [] } } };
}

function markOf(place: string, bulletin: Bulletin): string {
  const about =
    bulletin.kind === "seen" ? noticeId(bulletin.notice) : "since" in bulletin ? bulletin.since : bulletin.at;
  return createHash("sha256").update(`${bulletin.kind}\n${place}\n${about}`).digest("hex").slice(0, 16);
}
