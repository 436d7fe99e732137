/** An Apprise API server, which passes on to any of the services that Apprise knows (Apprise API's documentation, "/notify/{KEY}"). */
import { shorten } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { lineOf, textOf } from "./letter-text.ts";
import type { Letter, Messenger } from "./messenger.ts";
import { asked, type Posted, post } from "./posting.ts";

/** Each service cuts to its own; these fit most. */
const MOST_OF_A_TEXT = 3500;
const MOST_OF_A_TITLE = 250;

export function apprise({ url, variable }: { url: string; variable: string }): Messenger<string> {
  const service = { name: "Apprise", mend: `check ${variable}` };
  const note = ({ kind, message }: Letter, body: string) =>
    JSON.stringify({
      title: shorten(message.title, MOST_OF_A_TITLE),
      body: body || message.title,
      type: kind === "published" ? "success" : kind === "blind" || kind === "cannot-write" ? "warning" : "info",
      format: "text",
    });
  return {
    forms: [
      { name: "whole", make: (letter) => note(letter, textOf(letter.message, MOST_OF_A_TEXT)) },
      { name: "as one line", make: (letter) => note(letter, lineOf(letter.message)) },
    ],
    give: (body) => post(service, url, { body }, (posted) => meaning(posted, variable)),
    tryOut: async () => {
      await asked(service, `${url.replace(/\/notify\/.*$/, "")}/status`, { headers: { accept: "application/json" } });
      return "answers; whether its services take a message, `doctor --send` shows";
    },
  };
}

/** 204: there is nobody to tell. 424: one of several services did not take it, so that the others may hear of it twice. */
function meaning({ status, text }: Posted, variable: string): Sent | undefined {
  // A whole page is none of its answers: it may come from a proxy, or a network's login.
  if (status < 300 && /^\s*<(?:!doctype|html)/i.test(text))
    return { kind: "later", error: "something other than Apprise answered" };
  return status === 204
    ? {
        kind: "stopped",
        error: `Apprise has nobody to tell (204); check the key in ${variable} and what is kept under it`,
      }
    : undefined;
}
