/** What a site wrote stays text wherever it is shown: it calls nobody, is no markup, and leads nowhere it does not say. */
import { describe, expect, it } from "vitest";
import { mail } from "../../../src/deliver/channels/mail.ts";
import { MailServer } from "../../../src/deliver/channels/mail-server.ts";
import { matrix } from "../../../src/deliver/channels/matrix.ts";
import { type Letter, messengerChannel } from "../../../src/deliver/channels/messenger.ts";
import { slack } from "../../../src/deliver/channels/slack.ts";
import { telegram } from "../../../src/deliver/channels/telegram.ts";
import { NOTICE_KINDS } from "../../../src/watch/names.ts";
import { change, notice } from "../../stand-ins/every-notice.ts";
import { fc, test } from "../../stand-ins/properties.ts";
import { startMatrix, startSlack, startTelegram } from "../../stand-ins/services/services.ts";
import { startSmtp } from "../../stand-ins/services/smtp.ts";

const HOSTILE = [
  "<!channel> <!here> <@U123> <https://evil.example|ohchr.org>",
  "@everyone @channel @admin @room",
  "*bold* _it_ ~no~ `code` > quote [text](https://evil.example)",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "https://evil.example/ evil.example ohchr.org@evil.example",
  "\r\nBcc: victim@example.org\r\n\r\n<html>",
  "\u202egnp.exe \u2066hidden\u2069 \u0000\u001b[31m",
  ":rotating_light: /stop #tag",
];

function hostile(title: string) {
  return {
    notice: notice(
      { kind: "changed", source: "latest", url: "https://www.ohchr.org/en/latest", change: { ...change, title } },
      { key: "hostile", watch: "xinjiang-assessment", at: "2022-08-31T21:50:00Z" },
    ),
    id: "notice-1",
    sequel: { copies: [], rulings: [] },
  };
}

const told = {
  ...({ id: "here", kinds: NOTICE_KINDS, language: "en", record: "on" } as const),
  pageOf: () => undefined,
  hostsOf: () => ["www.ohchr.org"],
};

describe.each(HOSTILE)("%j", (title) => {
  it("Slack reads none of it", async () => {
    const service = await startSlack();
    await messengerChannel(told, slack({ url: service.secrets.SLACK_URL ?? "", variable: "X" })).send(
      hostile(title),
      undefined,
    );
    const { text, blocks, link_names, parse } = JSON.parse(service.asked[0]?.body ?? "");
    expect(text).not.toMatch(/<[!@#h]/);
    expect({ link_names, parse }).toEqual({ link_names: false, parse: "none" });
    for (const { type, text: heading } of blocks)
      if (type === "header") expect(heading).toMatchObject({ type: "plain_text", emoji: false });
    expect(JSON.stringify(blocks)).not.toContain("mrkdwn");
  });

  it("Matrix calls nobody and shows no tag but its own", async () => {
    const service = await startMatrix();
    const { server, room } = service.channel as { server: string; room: string };
    const messenger = matrix({ server, room, token: service.secrets.MATRIX_TOKEN ?? "", variable: "X" });
    await messengerChannel(told, messenger).send(hostile(title), undefined);
    const content = JSON.parse(service.asked[0]?.body ?? "");
    expect(content["m.mentions"]).toEqual({});
    expect(content.formatted_body.replace(/<\/?(?:strong|br)>|<a href="[^"<>]*">|<\/a>/g, "")).not.toMatch(/[<>]/);
  });

  it("Telegram makes nothing of it but text", async () => {
    const service = await startTelegram();
    const { server, chat } = service.channel as { server: string; chat: string };
    const messenger = telegram({ api: server, chat, token: service.secrets.TELEGRAM_TOKEN ?? "", variable: "X" });
    await messengerChannel(told, messenger).send(hostile(title), undefined);
    const { text, entities, parse_mode, link_preview_options } = JSON.parse(service.asked[0]?.body ?? "");
    expect(parse_mode).toBeUndefined();
    expect(link_preview_options).toEqual({ is_disabled: true });
    expect(text).not.toMatch(/@\w|:\/\/|\w\.(?:example|org)/);
    for (const { type, offset, length, url } of entities) {
      expect(offset + length).toBeLessThanOrEqual(text.length);
      if (type === "text_link") expect(url).toMatch(/^https:\/\/www\.ohchr\.org\//);
    }
  });

  it("a mail has no header and no tag of it", async () => {
    const smtp = await startSmtp();
    const server = new MailServer(smtp.url, "required");
    const messenger = mail(server, "SMTP_URL", {
      from: "watch@example.org",
      to: "one@example.org",
      leaveAt: undefined,
    });
    expect(await messengerChannel(told, messenger).send(hostile(title), undefined)).toMatchObject({ kind: "sent" });
    const { email, to } = smtp.mails[0] ?? {};
    expect(smtp.mails).toHaveLength(1);
    expect(to).toBe("one@example.org");
    expect(email?.headers.some(({ key }) => key === "bcc")).toBe(false);
    expect(email?.html).not.toMatch(/<(?:script|img)/);
  });
});

/** A letter that says what it is given. */
function letter(title: string, line: string): Letter {
  return {
    ...({ id: "1", kind: "changed", isUrgent: false, language: "en", at: "2022-08-31T21:50:00Z", of: [] } as const),
    message: { title, paragraphs: [line], links: [{ label: title, url: "https://www.ohchr.org/" }], instants: [] },
  };
}

test(
  "however long it is, each form keeps within what the service takes",
  [fc.string({ unit: "grapheme", maxLength: 6000 }), fc.string({ unit: "grapheme", maxLength: 12_000 })],
  (title, line) => {
    const said = letter(title, line);
    for (const { make } of telegram({ api: "http://x", chat: "1", token: "t", variable: "X" }).forms)
      expect((make(said) as { text: string }).text.length).toBeLessThanOrEqual(4096);
    for (const { make } of slack({ url: "https://x", variable: "X" }).forms) {
      const { text, blocks = [] } = JSON.parse(make(said));
      expect(text.length).toBeLessThanOrEqual(40_000);
      for (const block of blocks) if (block.type === "header") expect(block.text.text.length).toBeLessThanOrEqual(150);
    }
    for (const { make } of matrix({ server: "http://x", room: "!x", token: "t", variable: "X" }).forms)
      expect(Buffer.byteLength(JSON.stringify(make(said)))).toBeLessThanOrEqual(60_000);
  },
);
