/**
 * A channel in Slack, by an incoming webhook (Slack's documentation, "Sending messages using incoming webhooks", "Block Kit"). What is said
 * stands in blocks whose text is read as it is: no markup, no mention, no emoji.
 */
import { shorten, shortenLines } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { lineOf, linesOf, linksOf, textOf } from "./letter-text.ts";
import { Lacking, type Letter, type Messenger } from "./messenger.ts";
import { ask, type Posted, post, saidBy, Unanswered } from "./posting.ts";

const MOST_OF_A_TITLE = 150;
const MOST_OF_A_TEXT = 3000;
const MOST_OF_A_LABEL = 75;
const MOST_LINKS = 5;

/** What an incoming webhook answers in words, and no retry mends ("Handling errors"). */
const SHUT: Readonly<Record<string, string>> = {
  action_prohibited: "an administrator forbade it",
  channel_is_archived: "its channel is archived",
  channel_not_found: "its channel is gone",
  invalid_token: "the webhook was taken back",
  no_active_hooks: "the webhook was disabled",
  no_service: "the webhook was removed or disabled",
  no_service_id: "the webhook was removed or disabled",
  no_team: "the workspace is gone",
  posting_to_general_channel_denied: "posting to the general channel is not allowed",
  team_disabled: "the workspace was disabled",
  user_not_found: "who set it up is gone",
};

export function slack({ url, variable }: { url: string; variable: string }): Messenger<string> {
  const service = { name: "Slack", mend: `make a new webhook and set ${variable}` };
  return {
    forms: [
      {
        name: "whole",
        make: ({ message }) => JSON.stringify({ ...asText(lineOf(message)), blocks: blocksOf(message) }),
      },
      {
        name: "as plain text",
        make: ({ message }) => JSON.stringify(asText(`${message.title}\n${textOf(message, MOST_OF_A_TEXT)}`)),
      },
      { name: "as one line", make: ({ message }) => JSON.stringify(asText(lineOf(message))) },
    ],
    give: (body) => post(service, url, { body }, meaning),
    tryOut: async () => {
      try {
        await ask(new URL(url).origin);
        return "can be reached; whether the webhook is good, `doctor --send` shows";
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        throw new Lacking(
          `Slack could not be reached (${error.message}); check ${variable}, and this machine's network`,
        );
      }
    },
  };
}

function meaning(posted: Posted): Sent | undefined {
  const says = posted.text.trim();
  // What Slack does not say may come from a proxy, or a network's login.
  if (posted.status < 300 && says !== "ok") return { kind: "later", error: "something other than Slack answered" };
  const why = SHUT[says];
  return why ? { kind: "stopped", error: `${saidBy("Slack", posted)}: ${why}` } : undefined;
}

/** Beside blocks it is what notifications and those who cannot see them are given. Slack escapes three signs, and nothing else. */
function asText(text: string) {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return { text: escaped, mrkdwn: false, parse: "none", link_names: false, unfurl_links: false, unfurl_media: false };
}

function blocksOf(message: Letter["message"]) {
  const links = linksOf(message).slice(-MOST_LINKS);
  const text = shortenLines(linesOf(message).join("\n"), MOST_OF_A_TEXT);
  return [
    { type: "header", text: { type: "plain_text", text: shorten(message.title, MOST_OF_A_TITLE), emoji: false } },
    ...(text
      ? [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] }]
      : []),
    ...(links.length > 0
      ? [
          {
            type: "rich_text",
            elements: links.map(({ label, url }) => ({
              type: "rich_text_section",
              elements: [{ type: "link", url, text: shorten(label, MOST_OF_A_LABEL) }],
            })),
          },
        ]
      : []),
  ];
}
