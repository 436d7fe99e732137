/** Mail reaches each reader by themselves, says how it is ended, and ends with one click. */
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { rehearse } from "../../stand-ins/bot.ts";
import { serve } from "../../stand-ins/page.ts";
import { SERVICES } from "../../stand-ins/services/services.ts";
import { type Smtp, type SmtpTrouble, startSmtp } from "../../stand-ins/services/smtp.ts";
import { KINDS, telling } from "../../stand-ins/telling.ts";

const PAGE = "https://watch.example.org";

function settingsFor(smtp: Smtp, to = "one@example.org", encryption: "required" | "if-offered" = "required") {
  const channel = {
    ...({ kind: "mail", id: "readers", server: "SMTP_URL", to: "READERS", encryption } as const),
    from: "coming-weeks <watch@example.org>",
  };
  return { channel, secrets: { channels: { SMTP_URL: smtp.url, READERS: to } } };
}

async function sendingBy(smtp: Smtp, to?: string, publicUrl = PAGE) {
  const { channel, secrets } = settingsFor(smtp, to);
  const rehearsal = await rehearse({
    secrets,
    adjust: ({ settings }) => {
      settings.delivery.channels = [channel];
      settings.web.public_url = publicUrl;
    },
  });
  return telling(rehearsal);
}

const headerOf = ({ email }: Smtp["mails"][number], name: string) =>
  email.headers.find(({ key }) => key === name.toLowerCase())?.value;

it("each reader is sent their own mail, with the evidence’s address and one click that ends it", async () => {
  const smtp = await startSmtp();
  const { record, drain } = await sendingBy(smtp, "one@example.org, two@example.org");
  const { id, title } = await record("published");
  expect(await drain()).toMatchObject({ pending: 0, errors: [] });
  expect(smtp.mails.map(({ to }) => to).toSorted()).toEqual(["one@example.org", "two@example.org"]);
  const [first, second] = smtp.mails;
  if (!first || !second) throw new Error("not sent");
  expect(first.email.subject).toBe(title);
  expect(first.email.text).toContain(`${PAGE}/notices/${id}`);
  expect(first.email.html).toContain(`${PAGE}/notices/${id}`);
  expect(JSON.stringify(first.email)).not.toContain(second.to);
  expect(headerOf(first, "List-Unsubscribe")).toMatch(/^<https:\/\/watch\.example\.org\/leave\/[\w-]{22}>$/);
  expect(headerOf(first, "List-Unsubscribe")).not.toBe(headerOf(second, "List-Unsubscribe"));
  expect(headerOf(first, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(headerOf(first, "Auto-Submitted")).toBe("auto-generated");
});

it("a notice of every kind is a mail of its own", async () => {
  const smtp = await startSmtp();
  const { record, drain } = await sendingBy(smtp);
  const titles: string[] = [];
  for (const kind of KINDS) titles.push((await record(kind)).title);
  await drain();
  expect(smtp.mails.map(({ email }) => email.subject).toSorted()).toEqual(titles.toSorted());
});

describe("whatever the server does, it is sent, and is one message", () => {
  it.each<[string, SmtpTrouble[]]>([
    ["is too busy", [{ at: "connect", code: 421, says: "too many connections" }]],
    [
      "puts off whom it does not know",
      [
        { at: "to", code: 450, says: "greylisted" },
        { at: "to", code: 451 },
      ],
    ],
    ["cannot sign in just now", [{ at: "from", code: 454, says: "temporary failure" }]],
    ["has no room just now", [{ at: "data", code: 452, says: "insufficient storage" }]],
    ["refuses its form", [{ at: "data", code: 554, says: "no html here" }]],
  ])("%s", async (_, troubles) => {
    const smtp = await startSmtp();
    const { record, drain } = await sendingBy(smtp);
    smtp.troubles.push(...troubles);
    const { title } = await record("published");
    expect(await drain()).toMatchObject({ pending: 0 });
    expect(smtp.mails.map(({ email }) => email.subject)).toEqual([title]);
  });

  it("taken without saying so, it comes again under the same Message-ID", async () => {
    const smtp = await startSmtp();
    const { record, drain } = await sendingBy(smtp);
    smtp.troubles.push({ at: "data", isBroken: true });
    await record("published");
    await drain();
    expect(smtp.mails).toHaveLength(2);
    expect(new Set(smtp.mails.map(({ email }) => email.messageId)).size).toBe(1);
  });

  it.each<[string, SmtpTrouble, RegExp]>([
    [
      "whoever is not there",
      { at: "to", code: 550, says: "no such user" },
      /takes nothing for this reader \(.*no such user\)/,
    ],
    [
      "a sender it does not want",
      { at: "from", code: 553, says: "not yours" },
      /takes nothing from this sender .*check `from`/,
    ],
  ])("%s stands still until a person mends it, and keeps nobody else waiting", async (_, trouble, says) => {
    const smtp = await startSmtp();
    const { record, drain } = await sendingBy(smtp, "gone@example.org, here@example.org");
    smtp.troubles.push(trouble);
    await record("published");
    const { errors, pending } = await drain(0);
    expect(errors.join()).toMatch(says);
    expect(pending).toBe(1);
    expect(smtp.mails).toHaveLength(1);
  });
});

describe("a server that is slow, or never done, is a trouble of its readers alone", () => {
  it("it takes no more of the bot's hands than it has connections: who is not behind it hears at once", async () => {
    const smtp = await startSmtp();
    const receiver = await SERVICES.webhook();
    // It says that it is still there, and never that it is done.
    const dribbling = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.write("220 here\r\n");
      socket.on("data", () => socket.write("250-still here\r\n"));
    });
    await new Promise<void>((resolve) => dribbling.listen(0, "127.0.0.1", resolve));
    const sockets = new Set<Socket>();
    dribbling.on("connection", (socket) => sockets.add(socket));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      dribbling.close();
    });
    smtp.url = `smtp://127.0.0.1:${(dribbling.address() as AddressInfo).port}`;
    const readers = Array.from({ length: 40 }, (_, index) => `reader${index}@example.org`).join();
    const { channel, secrets } = settingsFor(smtp, readers);
    const rehearsal = await rehearse({
      secrets: { channels: { ...secrets.channels, ...receiver.secrets } },
      adjust: ({ settings }) => {
        settings.delivery.channels = [channel, { ...receiver.channel, id: "zz-last-by-name" }];
        settings.delivery.terminal = "off";
      },
    });
    const { record } = telling(rehearsal);
    const { title } = await record("published");
    const ending = new AbortController();
    const draining = rehearsal.bot.deliver(0, ending.signal);
    await expect.poll(() => receiver.shown, { timeout: 5000 }).toEqual([title]);
    ending.abort();
    for (const socket of sockets) socket.destroy();
    await draining;
  });

  it("who is not let in is not let in for all its readers: none tries for the next", async () => {
    const smtp = await startSmtp({ hasUsers: true });
    smtp.url = smtp.url.replace("%2F", "-");
    const readers = Array.from({ length: 30 }, (_, index) => `reader${index}@example.org`).join();
    const { record, drain } = await sendingBy(smtp, readers);
    await record("published");
    const { pending } = await drain(0);
    expect(pending).toBe(30);
    expect(smtp.connections).toBeLessThanOrEqual(3);
  });

  it("what it says back of the way to end it is not kept", async () => {
    const smtp = await startSmtp();
    const { record, drain } = await sendingBy(smtp);
    await record("published");
    await drain();
    const [mail] = smtp.mails;
    const way = mail && headerOf(mail, "List-Unsubscribe")?.replace(/[<>]/g, "");
    smtp.troubles.push({ at: "data", code: 451, says: `message contains ${way}` });
    await record("withdrawn");
    const { errors } = await drain(0);
    expect(errors[0]).toContain("message contains https://watch.example.org/leave/…");
  });
});

it("signs in with a password that has signs of an address in it; a wrong one is told, and never said", async () => {
  const smtp = await startSmtp({ hasUsers: true });
  const good = await sendingBy(smtp);
  await good.record("published");
  expect(await good.drain()).toMatchObject({ errors: [], pending: 0 });
  smtp.url = smtp.url.replace("%2F", "-");
  const wrong = await sendingBy(smtp);
  await wrong.record("published");
  const { errors } = await wrong.drain(0);
  expect(errors[0]).toMatch(/does not accept the name or the password .*; check SMTP_URL/);
  expect(errors[0]).not.toContain("p@ss");
});

describe("a reader ends it", () => {
  async function withReader() {
    const smtp = await startSmtp();
    const { channel, secrets } = settingsFor(smtp);
    const served = await serve({
      password: "a long enough password",
      secrets,
      adjust: ({ settings }) => {
        settings.delivery.channels = [channel];
        settings.web.public_url = PAGE;
      },
    });
    const { rehearsal } = served;
    await rehearsal.at("2021-12-10T12:00:00Z");
    await rehearsal.bot.deliver(0);
    const [mail] = smtp.mails;
    const path = new URL(/<(.*)>/.exec((mail && headerOf(mail, "List-Unsubscribe")) ?? "")?.[1] ?? "").pathname;
    const ask = (method: string, body?: string) =>
      fetch(served.address + path, {
        method,
        ...(body ? { body, headers: { "content-type": "application/x-www-form-urlencoded" } } : {}),
      });
    const { record } = telling(rehearsal);
    const news = async () => {
      const before = smtp.mails.length;
      await record("overdue");
      await rehearsal.bot.deliver(0);
      return smtp.mails.length - before;
    };
    return { ...served, path, ask, news, smtp };
  }

  it("with one click, without the password; and begins it again", async () => {
    const { ask, news, rehearsal, address, path } = await withReader();
    expect((await ask("POST", "List-Unsubscribe=One-Click")).status).toBe(200);
    expect(await news()).toBe(0);
    expect(await rehearsal.bot.deliver(0)).toMatchObject({ pending: 0 });
    expect(await (await ask("GET")).text()).toContain("No more messages are sent to you");
    await fetch(`${address}${path}?back=yes`, { method: "POST" });
    rehearsal.clock.moveTo("2021-12-11T12:00:00Z");
    expect(await news()).toBe(1);
  });

  it("never by being looked at: programs look at every link of a mail", async () => {
    const { ask, news } = await withReader();
    expect((await ask("GET")).status).toBe(200);
    expect((await ask("HEAD")).status).toBe(200);
    expect(await news()).toBe(1);
  });

  it.each(["/leave/AAAAAAAAAAAAAAAAAAAAAA", "/leave/x"])("a guess (%s) changes nothing", async (path) => {
    const { address, news } = await withReader();
    const answer = await fetch(address + path, { method: "POST", body: "List-Unsubscribe=One-Click" });
    expect([401, 404]).toContain(answer.status);
    expect(await news()).toBe(1);
  });
});
