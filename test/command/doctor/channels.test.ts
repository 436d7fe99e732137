/** `doctor` says of each channel whether it would take a message, and what to mend; with --send, each is sent one that says that it is a test. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { call } from "../../stand-ins/command.ts";
import { configFolder } from "../../stand-ins/config-folder.ts";
import { folder } from "../../stand-ins/folder.ts";
import type { Service } from "../../stand-ins/services/service.ts";
import { SERVICES, startMatrix } from "../../stand-ins/services/services.ts";
import { startSmtp } from "../../stand-ins/services/smtp.ts";

const WATCH = `title: A report
publisher: { name: P, zone: UTC, hosts: [127.0.0.1] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources: [{ id: a, kind: page, url: "http://127.0.0.1:1/" }]
`;

async function doctor(services: Pick<Service, "channel" | "secrets">[], ...more: string[]) {
  const settings = { delivery: { channels: services.map(({ channel }) => channel) } };
  const file = await configFolder(JSON.stringify(settings), { "x.yaml": WATCH });
  const secrets = Object.assign({}, ...services.map((one) => one.secrets));
  const { out, error } = await call(["doctor", "--config", file, "--data", await folder(), ...more], secrets);
  expect(error).toBe("");
  return out
    .split("\n")
    .filter((line) => /^(?:ok {2}|FAIL) {2}(?:webhook|mail|ntfy|slack|matrix|telegram|apprise) /.test(line));
}

/** Where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const STARTS = Object.values(SERVICES);

async function mail() {
  const smtp = await startSmtp();
  const channel = {
    kind: "mail",
    id: "readers",
    server: "SMTP_URL",
    from: "w@example.org",
    to: "READERS",
    encryption: "required",
  } as const;
  return { smtp, channel, secrets: { SMTP_URL: smtp.url, READERS: "one@example.org" } };
}

describe("every channel", () => {
  it("that would take a message is told so, and is sent none", async () => {
    const services = await Promise.all(STARTS.map((start) => start()));
    const { smtp, ...reader } = await mail();
    const lines = await doctor([...services, reader]);
    expect(lines.filter((line) => !line.startsWith("ok"))).toEqual([]);
    expect(lines).toHaveLength(7);
    expect(services.flatMap(({ shown }) => shown)).toEqual([]);
    expect(smtp.mails).toEqual([]);
  });

  it("is sent a test with --send, which says that nothing was published", async () => {
    const services = await Promise.all(STARTS.map((start) => start()));
    const { smtp, ...reader } = await mail();
    const lines = await doctor([...services, reader], "--send");
    for (const line of lines) expect(line).toMatch(/^ok .*: took a test message/);
    for (const { shown } of services) expect(shown).toEqual(["A test message"]);
    expect(smtp.mails[0]?.email.text).toContain("Nothing was published");
  });

  it("that is not there is told, with what to mend, and never by what is secret", async () => {
    const services = await Promise.all(STARTS.map((start) => start()));
    const nobody = `127.0.0.1:${await freePort()}`;
    const shut = services.map(({ channel, secrets, address }) => {
      const nowhere = (text: string) => text.replace(address, `http://${nobody}`);
      return {
        channel: JSON.parse(nowhere(JSON.stringify(channel))) as Service["channel"],
        secrets: Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, nowhere(value)])),
      };
    });
    const { smtp: _, ...reader } = await mail();
    reader.secrets.SMTP_URL = `smtp://${nobody}`;
    const lines = await doctor([...shut, reader]);
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line).toMatch(/^FAIL .*(?:could not be reached|did not take it) \(\w+.*\)/);
    for (const { secrets } of shut)
      for (const [name, secret] of Object.entries(secrets))
        if (/TOKEN|SECRET/.test(name)) expect(lines.join("\n")).not.toContain(secret);
  });
});

it("of several readers of mail the first is tried", async () => {
  const { smtp, ...reader } = await mail();
  reader.secrets.READERS = "one@example.org, two@example.org, three@example.org";
  expect(await doctor([reader], "--send")).toEqual([
    "ok    mail readers: took a test message (tried for the first of 3 readers)",
  ]);
  expect(smtp.mails.map(({ to }) => to)).toEqual(["one@example.org"]);
});

it("an account that is not in its room, and a token that does not hold, are told as they are", async () => {
  const service = await startMatrix();
  const elsewhere = { ...service, channel: { ...service.channel, room: "!other:example.org" } as Service["channel"] };
  expect((await doctor([elsewhere]))[0]).toMatch(
    /^FAIL {2}matrix room: Matrix answered 403 .*not in the room.*; check the room, MATRIX_TOKEN, and whether its account is in the room/,
  );
  const wrong = { ...service, secrets: { MATRIX_TOKEN: "syt_of_another" } };
  expect((await doctor([wrong]))[0]).toMatch(
    /^FAIL {2}matrix room: Matrix answered 401 .*check the room, MATRIX_TOKEN/,
  );
});
