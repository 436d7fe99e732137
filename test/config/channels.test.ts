/** What the environment says of a channel is held to what the channel needs, and is never said again. */
import { expect, it } from "vitest";
import { addressesIn, topicIn } from "../../src/config/channels.ts";
import { ConfigError } from "../../src/config/fault.ts";
import { loadConfig } from "../../src/config/load.ts";
import { REDACTED, redacted } from "../../src/config/redaction.ts";
import { configFolder } from "../stand-ins/config-folder.ts";

const WATCH = `title: A report
publisher: { name: P, zone: UTC, hosts: [www.example.org] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources: [{ id: a, kind: page, url: "https://www.example.org/" }]
`;

async function faultsOf(channel: object, environment: NodeJS.ProcessEnv): Promise<string> {
  const file = await configFolder(JSON.stringify({ delivery: { channels: [{ id: "a", ...channel }] } }), {
    "x.yaml": WATCH,
  });
  try {
    loadConfig(file, environment);
    return "";
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

const MAIL = { kind: "mail", server: "S", from: "w@example.org", to: "T" };
const SMTP = "smtps://user:password@mail.example.org";

it.each<[string, object, NodeJS.ProcessEnv, RegExp]>([
  [
    "a word for an address",
    { kind: "slack", address: "S" },
    { S: "hooks.slack.com/x" },
    /address: S is not the address that is wanted there/,
  ],
  [
    "a topic without a name",
    { kind: "ntfy", address: "S" },
    { S: "https://ntfy.sh/" },
    /address: S is not the address/,
  ],
  [
    "a short secret",
    { kind: "webhook", address: "S", secret: "T" },
    { S: "https://x.example/in", T: "whsec_c2hvcnQ=" },
    /secret: T is not a secret that signs/,
  ],
  [
    "a server for the web",
    MAIL,
    { S: "https://mail.example.org", T: "a@example.org" },
    /server: S is not the address of a server for mail/,
  ],
  [
    "a password that is cut through",
    MAIL,
    { S: "smtps://user:pass%word@mail.example.org", T: "a@example.org" },
    /server: S is not the address/,
  ],
  [
    "a reader who is no address",
    MAIL,
    { S: SMTP, T: "a@example.org, b" },
    /to: T must be addresses of mail, separated by commas/,
  ],
  ["a header among readers", MAIL, { S: SMTP, T: "a@example.org\\r\\nBcc: b@example.org" }, /to: T must be addresses/],
  [
    "a mailbox's password that is too short to be kept out of the log",
    MAIL,
    { S: "smtps://user:pass7@mail.example.org", T: "a@example.org" },
    /server: S holds a password shorter than 8 characters/,
  ],
  [
    "a name and password that fetch does not take",
    { kind: "webhook", address: "S" },
    { S: "https://user:password@x.example/in" },
    /address: S must not carry a name or password/,
  ],
  [
    "a port that fetch does not ask",
    { kind: "apprise", address: "S" },
    { S: "http://apprise:6000/notify/key" },
    /address: S names the port 6000, which is kept for another service/,
  ],
  [
    "a homeserver at such a port",
    { kind: "matrix", server: "https://matrix.example.org:6667", room: "!a:example.org", token: "T" },
    { T: "a-long-token" },
    /server: .*names the port 6667, which is kept for another service/,
  ],
  [
    "the terminal's name",
    { id: "terminal", kind: "slack", address: "S" },
    { S: "https://hooks.example.org/a" },
    /id: "terminal" must not be terminal or start/,
  ],
  [
    "a token of two lines",
    { kind: "telegram", chat: "@desk", token: "T" },
    { T: "123456:abc def" },
    /token: T holds what no token does/,
  ],
  [
    "a token that is cut short",
    { kind: "telegram", chat: "@desk", token: "T" },
    { T: "123" },
    /token: T is shorter than 8 characters/,
  ],
])("%s is told by its variable, and not said again", async (_, channel, environment, says) => {
  const faults = await faultsOf(channel, environment);
  expect(faults).toMatch(says);
  for (const value of Object.values(environment)) expect(faults).not.toContain(value);
});

it.each([
  [MAIL, { S: SMTP, T: "a@example.org, b@example.org" }],
  [{ kind: "ntfy", address: "S" }, { S: "https://ntfy.example.org/sub/a-topic" }],
  [{ kind: "webhook", address: "S" }, { S: "http://127.0.0.1:9000/in" }],
])("%j may be so", async (channel, environment) => {
  expect(await faultsOf(channel, environment)).toBe("");
});

it.each<[string, string, string]>([
  [
    "five hundred",
    Array.from({ length: 500 }, (_, index) => `reader-number-${index}@mail.example.org`).join(",\n"),
    "",
  ],
  ["only the desk that sends, whose address stands in the settings", "w@example.org", ""],
  [
    "a file that is no list",
    `a@example.org,${"x".repeat(65_536)}`,
    "T: is longer than 65,536 characters, which no list of readers is",
  ],
])("readers may be %s", async (_, readers, says) => {
  const faults = await faultsOf(MAIL, { S: SMTP, T: readers });
  if (says === "") expect(faults).toBe("");
  else expect(faults).toContain(says);
});

it("readers are kept out of all that is said, but for those who stand in the settings", async () => {
  const desk = { ...MAIL, from: "desk@newsroom.example" };
  expect(await faultsOf(desk, { S: SMTP, T: "desk@newsroom.example, leserin@bücher.example" })).toBe("");
  expect(
    redacted("550 <leserin@bücher.example>, <Leserin@xn--bcher-kva.example> unknown; ask desk@newsroom.example"),
  ).toBe(`550 <${REDACTED}>, <${REDACTED}> unknown; ask desk@newsroom.example`);
});

it("two of one name are told: what waits for a channel is kept by it", async () => {
  const file = await configFolder(
    JSON.stringify({ delivery: { channels: ["S", "T"].map((address) => ({ id: "a", kind: "slack", address })) } }),
    { "x.yaml": WATCH },
  );
  const environment = { S: "https://hooks.example.org/a", T: "https://hooks.example.org/b" };
  expect(() => loadConfig(file, environment)).toThrow(
    'delivery.channels[1].id: "a" is that of channels[0] as well; give each its own',
  );
});

it("readers are each named once, by commas or lines, five hundred at most", () => {
  expect(addressesIn("a@x.org, b@x.org,\na@x.org,,")).toEqual(["a@x.org", "b@x.org"]);
  expect(addressesIn(Array.from({ length: 501 }, (_, index) => `a${index}@x.org`).join())).toEqual([]);
});

it("a topic is the last part of its address", () => {
  expect(topicIn("https://ntfy.sh/a-topic/")).toBe("a-topic");
  expect(topicIn("https://ntfy.sh/")).toBeUndefined();
});
