/**
 * A room in Matrix that is not encrypted (Matrix client-server API, "Sending events to a room"). The server knows a transaction that comes
 * twice, so that a message is never there twice.
 */
import { escapeUTF8 } from "entities";
import { shortenLines } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { lineOf, linesOf, linksOf, textOf } from "./letter-text.ts";
import { Lacking, type Letter, type Messenger } from "./messenger.ts";
import { asked, type Posted, post, said, saidBy, waitOf } from "./posting.ts";

/** An event may have 65,536 bytes ("Size limits"), and says everything twice; of a character these may be six. */
const MOST_OF_A_TEXT = 4000;

interface Room {
  server: string;
  room: string;
  token: string;
  /** The variable that holds the token. */
  variable: string;
}

type Content = Record<string, unknown>;

export function matrix({ server, room, token, variable }: Room): Messenger<Content> {
  const api = `${server.replace(/\/+$/, "")}/_matrix/client/v3`;
  const at = `${api}/rooms/${encodeURIComponent(room)}`;
  const headers = { authorization: `Bearer ${token}` };
  const service = { name: "Matrix", mend: `check the room, ${variable}, and whether its account is in the room` };
  const put = (content: Content, transaction: string) =>
    post(
      service,
      `${at}/send/m.room.message/${encodeURIComponent(transaction)}`,
      { method: "PUT", headers, body: JSON.stringify(content) },
      (posted) => meaning(posted, variable),
    );
  return {
    forms: [
      { name: "whole", make: ({ message, answers }) => ({ ...asHtml(message), ...answerTo(answers) }) },
      { name: "as plain text", make: ({ message }) => asText(`${message.title}\n${textOf(message, MOST_OF_A_TEXT)}`) },
      { name: "as one line", make: ({ message }) => asText(lineOf(message)) },
    ],
    give: (content, { id }) => put(content, id),
    change: async (content, { id }, remoteId) => {
      const { "m.relates_to": _, ...fresh } = content;
      const edited = {
        ...fresh,
        "m.new_content": fresh,
        "m.relates_to": { rel_type: "m.replace", event_id: remoteId },
      };
      // Each state of it is a transaction of its own.
      const sent = await put(edited, `${id}-${Buffer.from(JSON.stringify(fresh)).length}-${Date.now()}`);
      return sent.kind === "sent" ? { kind: "sent", remoteId } : sent;
    },
    tryOut: async () => {
      const { user_id: user } = said<{ user_id: string }>(await asked(service, `${api}/account/whoami`, { headers }));
      const member = `${at}/state/m.room.member/${encodeURIComponent(user ?? "")}`;
      const { membership } = said<{ membership: string }>(await asked(service, member, { headers }));
      if (membership !== "join")
        throw new Lacking(`${user ?? "the account"} is not in the room; have it accept the invitation`);
      return `${user ?? "the account"} is in the room`;
    },
  };
}

/** "Standard error response", "Rate limiting". */
function meaning(posted: Posted, variable: string): Sent | undefined {
  const {
    errcode,
    retry_after_ms: wait,
    event_id: event,
  } = said<{
    errcode: string;
    retry_after_ms: number;
    event_id: string;
  }>(posted);
  const error = saidBy("Matrix", posted);
  if (posted.status === 200 && typeof event === "string" && event !== "") return { kind: "sent", remoteId: event };
  switch (errcode) {
    case "M_LIMIT_EXCEEDED":
      return {
        kind: "later",
        error,
        wait: waitOf(posted) ?? (typeof wait === "number" && wait > 0 ? wait : undefined),
      };
    case "M_TOO_LARGE":
    case "M_BAD_JSON":
    case "M_NOT_JSON":
      return { kind: "refused", error };
    case "M_UNKNOWN_TOKEN":
    case "M_MISSING_TOKEN":
      return { kind: "stopped", error: `${error}; sign in anew and set ${variable}` };
    default:
      // What no homeserver says may come from a proxy before it.
      return posted.status < 300 ? { kind: "later", error: "something other than Matrix answered" } : undefined;
  }
}

/** Without mentions, whatever the text says ("User and room mentions"). */
function asText(body: string): Content {
  return { msgtype: "m.text", body, "m.mentions": {} };
}

function asHtml(message: Letter["message"]): Content {
  const lines = shortenLines(linesOf(message).join("\n"), MOST_OF_A_TEXT).split("\n");
  const links = linksOf(message).map(({ label, url }) => `<a href="${escapeUTF8(url)}">${escapeUTF8(label)}</a>`);
  return {
    ...asText(`${message.title}\n${textOf(message, MOST_OF_A_TEXT)}`),
    format: "org.matrix.custom.html",
    formatted_body: [
      `<strong>${escapeUTF8(message.title)}</strong>`,
      ...lines.map((line) => escapeUTF8(line)),
      ...links,
    ].join("<br>"),
  };
}

function answerTo(event: string | undefined): Content {
  return event ? { "m.relates_to": { "m.in_reply_to": { event_id: event } } } : {};
}
