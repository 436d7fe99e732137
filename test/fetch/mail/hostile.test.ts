/** Servers that refuse, hang, lie, flood and babble: each is a problem in words, within the bounds of time and size. */
import { describe, expect, it, onTestFinished } from "vitest";
import { settingsSchema } from "../../../src/config/settings.ts";
import { createFetcher } from "../../../src/fetch/fetcher.ts";
import { unpackParcel } from "../../../src/fetch/mail/parcel.ts";
import { readHead } from "../../../src/read/head.ts";
import { SimulatedClock } from "../../../src/time/clock.ts";
import { flood, hangs, hangsUp, type Script, startHostileImap } from "../../stand-ins/mail/hostile-imap.ts";
import { startNameServer } from "../../stand-ins/mail/name-server.ts";

const PASSWORD = "hunter2-of-the-mailbox";
const MAIL = { user: "subscriber", secret: "SOURCE_MAIL", domains: ["office.example.org"], sisters: [] };
const TOTAL_MS = 2500;
/** Whichever bound is met first, on a machine that does much else. */
const EITHER = /sends more than|did not answer in time/;

async function ask(url: string, besides: { allow_private_addresses?: boolean } = {}) {
  await startNameServer();
  const settings = {
    ...settingsSchema.parse({}).fetch,
    ...{ allow_private_addresses: true, floor: 0, time_to_headers: 1000, total_time: TOTAL_MS, ...besides },
  };
  const fetcher = createFetcher({
    settings,
    clock: new SimulatedClock("2022-08-31T21:00:00Z"),
    secretOf: () => PASSWORD,
  });
  onTestFinished(() => fetcher.close());
  return fetcher.fetch(url, {}, undefined, false, { headers: [], isOffered: false, mail: MAIL });
}

describe("a server", () => {
  const parens = "(".repeat(50_000);
  it.each<[string, Script, string | RegExp]>([
    ["that says nothing", { greeting: hangs }, "did not answer in time"],
    ["that hangs up at once", { greeting: hangsUp }, "ended the connection"],
    ["that sends one away", { greeting: "* BYE come back later\r\n" }, "ended the connection"],
    [
      "that is one of the web",
      { greeting: "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" },
      "did not answer in time",
    ],
    ["that babbles", { greeting: "\0\x01\xff\r\n".repeat(100) }, "did not answer in time"],
    ["whose first line never ends", { greeting: flood("a") }, "sends more than"],
    ["that hangs at the login", { LOGIN: hangs }, "did not answer in time"],
    ["that hangs up at the login", { LOGIN: hangsUp }, "ended the connection"],
    [
      "that refuses the login, and says back what it was sent",
      {
        LOGIN: (socket, tag, line) =>
          void socket.write(`${tag} NO [AUTHENTICATIONFAILED] no such: ${line} ${PASSWORD}\r\n`),
      },
      "refused the login; see that mail.user and SOURCE_MAIL are right",
    ],
    ["that has no such mailbox", { EXAMINE: "% NO [NONEXISTENT] no\r\n" }, "has no mailbox of that name"],
    ["that hangs at the mailbox", { EXAMINE: hangs }, "did not answer in time"],
    ["that will not search", { SEARCH: "% NO cannot\r\n" }, "could not search the mailbox"],
    [
      "that finds a message more for every other",
      { SEARCH: flood("1 2 3 4 5 6 7 8 ", "* SEARCH ") },
      "sends more than",
    ],
    [
      "that announces a head of four gigabytes",
      { HEADS: "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (from)] {4294967295}\r\n" },
      "sends more than",
    ],
    ["that tells of messages without end", { HEADS: flood("* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n") }, EITHER],
    ["that tells of itself without end", { SEARCH: flood("* OK still here\r\n") }, EITHER],
    ["that nests without end", { HEADS: `* 1 FETCH (UID 1 BODYSTRUCTURE ${parens})\r\n` }, ""],
    [
      "that stops in the middle of a message",
      { MESSAGE: "* 1 FETCH (UID 1 BODY[]<0> {1000}\r\nFrom: press" },
      "did not answer in time",
    ],
    [
      "that sends more of a message than there is room for",
      { MESSAGE: flood("a", "* 1 FETCH (UID 1 BODY[]<0> {4194305}\r\n") },
      "sends more than",
    ],
    ["that answers what nobody asked", { MESSAGE: "ZZ9 OK\r\n* 7 XYZZY\r\n" }, ""],
    ["that hangs up at the message", { MESSAGE: hangsUp }, "ended the connection"],
  ])("%s is a problem in words, in time, and learns no more than it must", async (_, script, says) => {
    const { port } = await startHostileImap(script);
    const began = performance.now();
    const capture = await ask(`imap://127.0.0.1:${port}/INBOX`);
    expect(performance.now() - began).toBeLessThan(TOTAL_MS + 1000);
    if (capture.kind === "answer") throw new Error("taken for an answer");
    expect(capture.detail).toMatch(says);
    expect(JSON.stringify(capture)).not.toContain(PASSWORD);
    expect(readHead(capture, { kind: "mail", ignore: [] })).toMatchObject({ kind: "problem" });
  });

  it.each<[string, Script, { messages: number; large: number }]>([
    ["says that a message is too large", { HEADS: heads(1, 900_000_000) }, { messages: 0, large: 1 }],
    ["says that a message has no size", { HEADS: heads(1, 0) }, { messages: 1, large: 0 }],
    ["tells of a message that was not asked for", { HEADS: heads(77, 100) }, { messages: 0, large: 0 }],
    ["has lost the message meanwhile", { MESSAGE: "% OK\r\n" }, { messages: 0, large: 0 }],
    [
      "has numbers that are none",
      { EXAMINE: "* x EXISTS\r\n* OK [UIDVALIDITY -1]\r\n% OK\r\n" },
      { messages: 1, large: 0 },
    ],
  ])("that %s is taken at what it gives", async (_, script, { messages, large }) => {
    const { port } = await startHostileImap(script);
    const capture = await ask(`imap://127.0.0.1:${port}/INBOX`);
    if (capture.kind === "failure") throw new Error(capture.detail);
    const parcel = unpackParcel(capture.headers["content-type"] ?? "", capture.wire);
    expect([parcel?.messages.length, parcel?.large]).toEqual([messages, large]);
  });

  it("that is not there, or is on a private address, is not reached", async () => {
    expect(await ask("imap://127.0.0.1:1/INBOX")).toMatchObject({ detail: "could not be reached (ECONNREFUSED)" });
    const guarded = await ask("imaps://127.0.0.1:1/INBOX", { allow_private_addresses: false });
    expect(guarded).toMatchObject({
      cause: "refused",
      detail: expect.stringContaining("an address that is not public"),
    });
  });

  function heads(uid: number, size: number): string {
    const head = "From: press@office.example.org\r\nDKIM-Signature: v=1; d=office.example.org; s=news\r\n\r\n";
    return `* 1 FETCH (UID ${uid} RFC822.SIZE ${size} BODY[HEADER.FIELDS (from dkim-signature)] {${head.length}}\r\n${head})\r\n% OK\r\n`;
  }
});
