/** A topic of ntfy: a notification on people's telephones (ntfy's documentation, "Publish as JSON"). */
import { topicIn } from "../../config/channels.ts";
import { shorten } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { lineOf, linksOf, textOf } from "./letter-text.ts";
import type { Letter, Messenger } from "./messenger.ts";
import { asked, type Posted, post, said } from "./posting.ts";

/** "Limitations": a longer message becomes a file. In bytes; a character may be four. */
const MOST_BYTES = 4096;
const MOST_OF_A_TITLE = 250;
/** "Action buttons". */
const MOST_ACTIONS = 3;
const MOST_OF_A_LABEL = 40;
/** "Message priority": high makes a sound where the telephone does; the regular word on the clock makes none. */
function priorityOf({ isUrgent, kind }: Letter): 2 | 3 | 4 {
  if (isUrgent) return 4;
  return kind === "reminder" || kind === "test" ? 2 : 3;
}

interface Topic {
  /** `https://ntfy.sh/topic` */
  url: string;
  /** Empty where the topic asks for none. */
  token: string;
  /** The variable that holds the address. */
  variable: string;
}

export function ntfy({ url, token, variable }: Topic): Messenger<string> {
  const topic = topicIn(url) ?? "";
  const at = new URL(url);
  at.pathname = at.pathname.replace(/[^/]+\/?$/, "");
  const server = at.href;
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const service = { name: "ntfy", mend: `check ${variable}${token ? " and the token" : ""}` };
  const note = (letter: Letter, text: string, links = linksOf(letter.message)) => {
    const { id, message, page = links[0]?.url } = letter;
    return JSON.stringify({
      topic,
      // The same at every try: a server from 2.16 on shows one notification of what is published twice.
      sequence_id: id,
      title: shorten(message.title, MOST_OF_A_TITLE),
      message: withinBytes(text || message.title),
      priority: priorityOf(letter),
      ...(page ? { click: page } : {}),
      actions: links
        .slice(-MOST_ACTIONS)
        .map(({ label, url: to }) => ({ action: "view", label: shorten(label, MOST_OF_A_LABEL), url: to })),
    });
  };
  return {
    forms: [
      { name: "whole", make: (letter) => note(letter, textOf({ ...letter.message, links: [] }, MOST_BYTES)) },
      { name: "as one line", make: (letter) => note(letter, lineOf(letter.message), []) },
    ],
    give: (body) => post(service, server, { headers, body }, meaning),
    tryOut: async () => {
      const asks = new URL(server);
      asks.pathname += `${topic}/auth`;
      const { success } = said<{ success: boolean }>(await asked(service, asks.href, { headers }));
      return success === true
        ? "the topic may be read with what is set; whether it may be written, `doctor --send` shows"
        : "answers";
    },
  };
}

/** What ntfy does not say may come from a proxy, or a network's login. */
function meaning(posted: Posted): Sent | undefined {
  const isNtfy = posted.status >= 300 || typeof said<{ id: string }>(posted).id === "string";
  return isNtfy ? undefined : { kind: "later", error: "something other than ntfy answered" };
}

/** Lines are left out until it fits. */
function withinBytes(text: string): string {
  let said = text;
  for (let most = text.length; Buffer.byteLength(said) > MOST_BYTES; most -= 200) said = shorten(text, most);
  return said;
}
