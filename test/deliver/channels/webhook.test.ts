/** A program reads what it is sent by the libraries of the two standards, whoever wrote them. */
import { type CloudEvent, HTTP } from "cloudevents";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { messengerChannel } from "../../../src/deliver/channels/messenger.ts";
import { webhook } from "../../../src/deliver/channels/webhook.ts";
import { NOTICE_KINDS } from "../../../src/watch/names.ts";
import { notice, told } from "../../stand-ins/every-notice.ts";
import { startReceiver } from "../../stand-ins/services/services.ts";

const outgoing = told.map((one, index) => ({
  notice: notice(one, { key: String(index), watch: "xinjiang-assessment", at: "2022-08-31T21:50:00Z" }),
  id: `notice-${index}`,
  sequel: { copies: [], rulings: [] },
}));

async function opened() {
  const receiver = await startReceiver();
  const { RECEIVER_URL: url = "", RECEIVER_SECRET: secret = "" } = receiver.secrets;
  const source = "https://watch.example.org/";
  const channel = messengerChannel(
    {
      ...({ id: "program", kinds: NOTICE_KINDS, language: "en", record: "on" } as const),
      pageOf: (id) => `${source}notices/${id}`,
      hostsOf: () => [],
    },
    webhook({ url, secret, variable: "RECEIVER_URL", source }),
  );
  return { receiver, channel, secret };
}

it("every notice is a CloudEvent, signed as Standard Webhooks has it, that names its page and its evidence", async () => {
  const { receiver, channel, secret } = await opened();
  for (const one of outgoing) expect(await channel.send(one, undefined)).toMatchObject({ kind: "sent" });
  const checker = new Webhook(secret);
  for (const [index, { headers, body }] of receiver.asked.entries()) {
    expect(() => checker.verify(body, headers as Record<string, string>)).not.toThrow();
    const event = HTTP.toEvent({ headers, body }) as CloudEvent<{ page: string; notice: { evidence: unknown[] } }>;
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      id: `notice-${index}`,
      type: `org.coming-weeks.notice.${outgoing[index]?.notice.kind}`,
      source: "https://watch.example.org/",
      subject: `xinjiang-assessment/notice-${index}`,
      time: "2022-08-31T21:50:00.000Z",
    });
    expect(event.data?.page).toBe(`https://watch.example.org/notices/notice-${index}`);
    expect(event.data?.notice.evidence).toBeInstanceOf(Array);
  }
});

it("a changed body, another secret, and an old event are found out", async () => {
  const { receiver, channel, secret } = await opened();
  const [one] = outgoing;
  if (!one) throw new Error();
  await channel.send(one, undefined);
  const { headers, body } = receiver.asked[0] ?? { headers: {}, body: "" };
  const sent = headers as Record<string, string>;
  expect(() => new Webhook(secret).verify(`${body} `, sent)).toThrow();
  expect(() => new Webhook(`whsec_${Buffer.alloc(32, 8).toString("base64")}`).verify(body, sent)).toThrow();
  expect(() => new Webhook(secret).verify(body, { ...sent, "webhook-timestamp": "1" })).toThrow();
});

it("what was learnt since is another event about the same notice, and the same of it is told once", async () => {
  const { receiver, channel } = await opened();
  const signalled = outgoing.find(({ notice: { kind } }) => kind === "signalled");
  if (!signalled) throw new Error();
  await channel.send(signalled, undefined);
  const sequel = { copies: ["https://web.archive.org/web/2022/https://x.example"], rulings: [] };
  for (let tries = 0; tries < 2; tries++) await channel.amend({ ...signalled, sequel }, "remote");
  const events = receiver.asked.map(({ body }) => JSON.parse(body) as { id: string; type: string; subject: string });
  expect(events.map(({ type }) => type)).toEqual([
    "org.coming-weeks.notice.signalled",
    "org.coming-weeks.notice.signalled.amended",
    "org.coming-weeks.notice.signalled.amended",
  ]);
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(1);
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);
});

it("410 is taken for what it says; any other refusal is tried again for a day", async () => {
  const { receiver, channel } = await opened();
  const [one] = outgoing;
  if (!one) throw new Error();
  receiver.troubles.push({ status: 410 }, { status: 400, body: "bug of ours" }, { status: 400 });
  expect(await channel.send(one, undefined)).toMatchObject({ kind: "stopped" });
  expect(await channel.send(one, 1000)).toMatchObject({
    kind: "later",
    error: "the webhook answered 400 (bug of ours)",
  });
  expect(await channel.send(one, 86_400_001)).toMatchObject({ kind: "refused" });
});
