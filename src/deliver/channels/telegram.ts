/**
 * A chat or a channel in Telegram (Telegram's documentation, "Bot API"). It cannot be asked what was posted, so that what may have arrived
 * is posted again: told twice rather than never.
 */
import { shorten, shortenLines } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { lineOf, linesOf, linksOf } from "./letter-text.ts";
import { Lacking, type Letter, type Messenger } from "./messenger.ts";
import { asked, type Posted, post, said, saidBy } from "./posting.ts";

/** "sendMessage": 4,096 characters after its entities are read. */
const MOST_OF_A_TEXT = 4096;
const MOST_OF_A_TITLE = 400;
const MOST_OF_A_LABEL = 80;
const MOST_LINKS = 8;

interface Chat {
  chat: string;
  token: string;
  /** The variable that holds the token. */
  variable: string;
  /** Where the Bot API is. */
  api: string;
}

interface Body {
  text: string;
  entities: { type: "bold" | "text_link"; offset: number; length: number; url?: string }[];
}

/** "Making requests", "ResponseParameters". */
interface Answered {
  ok: boolean;
  description: string;
  result: {
    message_id?: number;
    username?: string;
    title?: string;
    type?: string;
    status?: string;
    can_post_messages?: boolean;
    id?: number;
  };
  parameters: { retry_after?: number; migrate_to_chat_id?: number };
}

export function telegram({ chat, token, variable, api }: Chat): Messenger<Body> {
  const at = (method: string) => `${api.replace(/\/+$/, "")}/bot${token}/${method}`;
  const service = { name: "Telegram", mend: `check ${variable} and the chat, and whether the bot may write there` };
  /** A group that became a supergroup has another id from then on. */
  let target = chat;
  const call = (method: string, body: Record<string, unknown>) =>
    post(
      service,
      at(method),
      { body: JSON.stringify({ chat_id: target, link_preview_options: { is_disabled: true }, ...body }) },
      (posted) => meaning(posted, variable),
    );
  return {
    forms: [
      { name: "whole", make: ({ message }) => wholeOf(message) },
      {
        name: "as one line",
        make: ({ message }) => ({ text: inert(shorten(lineOf(message), MOST_OF_A_TEXT / 2)), entities: [] }),
      },
    ],
    give: async (body, { kind, answers }) => {
      const rest = {
        disable_notification: kind === "reminder",
        ...(answers ? { reply_parameters: { message_id: Number(answers), allow_sending_without_reply: true } } : {}),
      };
      const sent = await call("sendMessage", { ...body, ...rest });
      const moved = sent.kind === "later" && MOVED.exec(sent.error)?.groups?.to;
      if (!moved) return sent;
      target = moved;
      return call("sendMessage", { ...body, ...rest });
    },
    change: async (body, _, remoteId) => {
      const sent = await call("editMessageText", { ...body, message_id: Number(remoteId) });
      // Somebody deleted it, or it says so already: there is nothing left to bring up to date.
      const isOver =
        sent.kind === "refused" && /message (?:is not modified|to edit not found|can't be edited)/i.test(sent.error);
      return sent.kind === "sent" || isOver ? { kind: "sent", remoteId } : sent;
    },
    tryOut: async () => {
      const me = said<Answered>(await asked({ ...service, mend: `check ${variable}` }, at("getMe"))).result;
      const query = `chat_id=${encodeURIComponent(chat)}`;
      const there = said<Answered>(await asked(service, `${at("getChat")}?${query}`)).result;
      const mine = said<Answered>(await asked(service, `${at("getChatMember")}?${query}&user_id=${me?.id}`)).result;
      if (there?.type === "channel" && !(mine?.status === "administrator" && mine.can_post_messages))
        throw new Lacking(
          `${me?.username} may not post in the channel; make it an administrator that may post messages`,
        );
      if (mine?.status === "left" || mine?.status === "kicked")
        throw new Lacking(`${me?.username} is not in the chat; add it`);
      return `${me?.username} may write to ${there?.title ?? "the chat"}`;
    },
  };
}

const MOVED = /^moved to (?<to>-?\d+)$/;

function meaning(posted: Posted, variable: string): Sent | undefined {
  const { ok, description: why, result, parameters } = said<Answered>(posted);
  const description = typeof why === "string" ? why : "";
  const error = saidBy("Telegram", { ...posted, text: description });
  if (ok === true && result) return { kind: "sent", remoteId: String(result.message_id ?? "") };
  if (ok !== false)
    return posted.status < 300 ? { kind: "later", error: "something other than Telegram answered" } : undefined;
  if (Number.isSafeInteger(parameters?.migrate_to_chat_id))
    return { kind: "later", error: `moved to ${parameters?.migrate_to_chat_id}`, wait: 1000 };
  const wait = Number(parameters?.retry_after);
  if (wait > 0) return { kind: "later", error, wait: wait * 1000 };
  // "Bad Request" is said of a chat that is not there as well as of a text that is not taken.
  if (
    /chat not found|chat_id is empty|not enough rights|have no rights|need administrator|TOPIC_CLOSED|chat was (?:deleted|deactivated)|PEER_ID_INVALID/i.test(
      description,
    )
  )
    return { kind: "stopped", error: `${error}; check the chat, and what the bot may do there` };
  if (posted.status === 401 || posted.status === 404) return { kind: "stopped", error: `${error}; check ${variable}` };
  return undefined;
}

function wholeOf(message: Letter["message"]): Body {
  const title = inert(shorten(message.title, MOST_OF_A_TITLE));
  const links = linksOf(message)
    .slice(-MOST_LINKS)
    .map(({ label, url }) => ({ label: inert(shorten(label, MOST_OF_A_LABEL)), url }));
  const below = links.map(({ label }) => label).join("\n");
  const room = MOST_OF_A_TEXT - title.length - below.length - 4;
  const text = shortenLines(inert(linesOf(message).join("\n")), room);
  const head = [title, text].filter((one) => one !== "").join("\n");
  let offset = head.length + 1;
  const entities: Body["entities"] = [{ type: "bold", offset: 0, length: title.length }];
  for (const { label, url } of links) {
    entities.push({ type: "text_link", offset, length: label.length, url });
    offset += label.length + 1;
  }
  return { text: below ? `${head}\n${below}` : head, entities };
}

/** Nobody is called, and no name becomes an address: whatever is made a link without being one is parted by what nobody sees (word joiner). */
function inert(text: string): string {
  return text
    .replace(/@(?=\w)/g, "@\u2060")
    .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, ".\u2060")
    .replace(/:\/\//g, ":\u2060//");
}
