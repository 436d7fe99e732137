/**
 * E-mail to one reader, by a server for mail (RFC 5321). Each reader is a channel of their own: who is out of reach holds up nobody, and
 * whoever wants no more of it ends it with one click (RFC 8058).
 */
import { escapeUTF8 } from "entities";
import { beginningOf } from "../../config/redaction.ts";
import { catalogue } from "../../message/languages.ts";
import { shorten } from "../../message/shorten.ts";
import type { Sent } from "../channel.ts";
import { linesOf, linksOf } from "./letter-text.ts";
import { type MailServer, SHUT, type SmtpError } from "./mail-server.ts";
import { Lacking, type Letter, type Messenger } from "./messenger.ts";

const MOST_OF_A_SUBJECT = 200;
const MOST_OF_A_REASON = 300;
interface Reader {
  from: string;
  to: string;
  /** The address that ends it for this reader; undefined where no page of the bot's can be opened. */
  leaveAt: string | undefined;
}

interface Mail {
  subject: string;
  text: string;
  html?: string;
}

/** @param variable the one that holds the server's address */
export function mail(server: MailServer, variable: string, { from, to, leaveAt }: Reader): Messenger<Mail> {
  // Whoever knows the way to end it may: a server may say it back.
  const way = leaveAt?.split("/").at(-1);
  const failed = (error: SmtpError) => {
    const { response, message, code = "", responseCode = 0, command = "" } = error;
    const without = (text: string) => (way ? text.replaceAll(way, "…") : text);
    return meaning(
      { code, responseCode, command, message: without(message), ...(response ? { response: without(response) } : {}) },
      variable,
    );
  };
  const host = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    forms: [
      { name: "whole", make: (letter) => ({ ...asText(letter, leaveAt), html: htmlOf(letter, leaveAt) }) },
      { name: "as plain text", make: (letter) => asText(letter, leaveAt) },
    ],
    give: async (body, { id, kind, answers }) => {
      // The same at every try: whoever is sent it twice is shown it once.
      const messageId = `<${id}.${kind}@${host}>`;
      try {
        await server.send({
          ...{ from, to, messageId, ...body },
          ...(answers ? { inReplyTo: answers, references: answers } : {}),
          headers: {
            // RFC 3834 §5: nobody's holiday is answered to it.
            "Auto-Submitted": "auto-generated",
            "List-Id": `coming-weeks <coming-weeks.${host}>`,
            ...(leaveAt ? { "List-Unsubscribe": `<${leaveAt}>` } : {}),
            // RFC 8058 §3.1 has it for https alone.
            ...(leaveAt?.startsWith("https:") ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
          },
        });
        return { kind: "sent", remoteId: messageId };
      } catch (error) {
        return failed(error as SmtpError);
      }
    },
    tryOut: async () => {
      try {
        await server.tryOut();
        return "the server takes mail from here";
      } catch (error) {
        const { error: says } = failed(error as SmtpError);
        throw new Lacking(says);
      }
    },
  };
}

/** RFC 5321 §4.2.1: 4xx may go another time, 5xx never goes so. */
function meaning(
  { code = "", responseCode = 0, response, command = "", message }: Omit<SmtpError, "name">,
  variable: string,
): Exclude<Sent, { kind: "sent" }> {
  const why = beginningOf((response ?? message).replace(/\s+/g, " "), MOST_OF_A_REASON);
  const isForGood = responseCode >= 500;
  const stopped = SHUT[code];
  if (stopped && (isForGood || responseCode === 0))
    return { kind: "stopped", error: `the server for mail ${stopped} (${why}); check ${variable}` };
  if (!isForGood)
    return { kind: "later", error: `the server for mail did not take it (${responseCode > 0 ? why : code || why})` };
  if (command === "RCPT TO")
    return { kind: "stopped", error: `the server for mail takes nothing for this reader (${why})` };
  if (command === "MAIL FROM")
    return { kind: "stopped", error: `the server for mail takes nothing from this sender (${why}); check \`from\`` };
  return { kind: "refused", error: `the server for mail refused it (${why})` };
}

function asText({ message, language }: Letter, leaveAt: string | undefined): Mail {
  const { why, leave } = catalogue(language).mail;
  const links = linksOf(message).map(({ label, url }) => `${label}:\n${url}`);
  const below = [why, ...(leaveAt ? [`${leave}: ${leaveAt}`] : [])].join("\n");
  const text = [...linesOf(message), ...links].join("\n\n");
  return {
    subject: shorten(message.title.replace(/\s+/g, " "), MOST_OF_A_SUBJECT),
    // RFC 3676 §4.3: what stands below is no part of it.
    text: `${message.title}\n\n${text}\n\n-- \n${below}\n`,
  };
}

/** Plain enough to be read anywhere, and nothing in it is fetched from anywhere: who opens it tells nobody so. */
function htmlOf({ message, language }: Letter, leaveAt: string | undefined): string {
  const { why, leave } = catalogue(language).mail;
  const lines = linesOf(message).flatMap((line) => line.split("\n"));
  const links = linksOf(message).map(({ label, url }) => `<a href="${escapeUTF8(url)}">${escapeUTF8(label)}</a>`);
  const paragraph = (inner: string) => `<p dir="auto" style="margin:0 0 12px">${inner}</p>`;
  return [
    `<!doctype html><html lang="${language}"${catalogue(language).direction === "rtl" ? ' dir="rtl"' : ""}><meta charset="utf-8"><title>${escapeUTF8(message.title)}</title>`,
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:0 auto;padding:16px">',
    `<h1 dir="auto" style="font-size:20px;line-height:1.3;margin:0 0 16px">${escapeUTF8(message.title)}</h1>`,
    ...lines.map((line) => paragraph(escapeUTF8(line))),
    ...links.map(paragraph),
    `<p style="margin:24px 0 0;font-size:13px;opacity:.75">${escapeUTF8(why)}${leaveAt ? ` <a href="${escapeUTF8(leaveAt)}">${escapeUTF8(leave)}</a>` : ""}</p>`,
    "</body></html>",
  ].join("\n");
}
