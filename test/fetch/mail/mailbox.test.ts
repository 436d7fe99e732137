/** A mailbox looked into: read and never touched, and no more of it fetched than is asked for. */
import { describe, expect, it, onTestFinished } from "vitest";
import { settingFaults } from "../../../src/config/sense.ts";
import { settingsSchema } from "../../../src/config/settings.ts";
import type { Answer } from "../../../src/fetch/capture.ts";
import { createFetcher } from "../../../src/fetch/fetcher.ts";
import { unpackParcel } from "../../../src/fetch/mail/parcel.ts";
import { SimulatedClock } from "../../../src/time/clock.ts";
import type { Source, Watch } from "../../../src/watch/watch.ts";
import { type ImapServer, PASSWORD, startImap, USER } from "../../stand-ins/mail/imap.ts";
import { letter, signatory, signed } from "../../stand-ins/mail/letters.ts";
import { startNameServer } from "../../stand-ins/mail/name-server.ts";
import { startHttpProxy, startSocks } from "../../stand-ins/proxies.ts";

const imapAddress = "imaps://imap.example.org/INBOX";

const MAIL = { user: USER, secret: "SOURCE_MAIL", domains: ["office.example.org"], sisters: ["sister.example.org"] };
const OFFICE = signatory("office.example.org");

const unsigned = Buffer.from('From: "office.example.org" <x@stranger.example.com>\r\nSubject: x\r\n\r\nx\r\n');

/** Signed by nobody, with a signature of each of some keys. @param size in bytes, all in all */
function forged(selectors: string[], body = "x", size = 0): Buffer {
  const more = selectors.map((one) => `DKIM-Signature: v=1; a=rsa-sha256; d=office.example.org; s=x${one}; b=AAAA`);
  const raw = letter({ more, body });
  return Buffer.concat([
    raw,
    Buffer.from(`${"a".repeat(900)}\r\n`.repeat(5000)).subarray(0, Math.max(0, size - raw.length)),
  ]);
}

function asking({ url }: Pick<ImapServer, "url">, password = PASSWORD, proxy?: string) {
  const settings = { ...settingsSchema.parse({}).fetch, allow_private_addresses: true, floor: 0, proxy };
  const secretOf = (name: string) => (name === MAIL.secret ? password : undefined);
  const fetcher = createFetcher({ settings, clock: new SimulatedClock("2022-08-31T21:00:00Z"), secretOf });
  onTestFinished(() => fetcher.close());
  return (validators = {}) =>
    fetcher.fetch(url, validators, undefined, false, { headers: [], isOffered: false, mail: MAIL });
}

function parcelOf(capture: Awaited<ReturnType<ReturnType<typeof asking>>>) {
  if (capture.kind === "failure") throw new Error(capture.detail);
  return unpackParcel(capture.headers["content-type"] ?? "", capture.wire);
}

describe("a mailbox", () => {
  it("gives the messages that claim to be of the domains, byte for byte, with the keys that signed them", async () => {
    const names = await startNameServer();
    names.says.set(...OFFICE.record);
    const imap = await startImap();
    const ours = await signed(letter({ subject: "Published today", body: "Caf\u00e9 \u2014 voil\u00e0" }), OFFICE);
    imap.deliver(ours);
    imap.deliver(letter({ from: "friend@private.example.net", subject: "Dinner?" }));
    imap.deliver(await signed(letter({ from: "ad@shop.example.com" }), signatory("shop.example.com")));
    const parcel = parcelOf(await asking(imap)());
    expect(parcel?.messages).toEqual([{ arrived: "2022-08-31T20:51:00.000Z", raw: ours }]);
    expect(parcel?.keys).toEqual({ [OFFICE.record[0]]: [OFFICE.record[1]] });
    expect(names.asked).toEqual([OFFICE.record[0]]);
  });

  it.each([
    ["SOCKS 5", "socks5", startSocks],
    ["HTTP", "http", startHttpProxy],
  ])("is reached by the proxy of the settings alone: %s", async (_, scheme, start) => {
    await startNameServer();
    const imap = await startImap();
    imap.deliver(await signed(letter(), OFFICE));
    const proxy = await start({ to: `http://127.0.0.1:${imap.port}` });
    const ask = asking(imap, PASSWORD, `${scheme}://127.0.0.1:${proxy.port}`);
    expect(parcelOf(await ask())?.messages).toHaveLength(1);
    expect(proxy.asked).toEqual([`127.0.0.1:${imap.port}`]);
    const none = await asking(imap, PASSWORD, `${scheme}://127.0.0.1:1`)();
    expect(none).toMatchObject({ kind: "failure", cause: "unreachable" });
  });

  it("is not opened by a proxy that looks names up, as its signers' keys are looked up here", () => {
    const source = { id: "letters", kind: "mail", url: imapAddress, formerly: [] } as unknown as Source;
    const watch = { id: "harbour", sources: [source] } as unknown as Watch;
    const of = (proxy: string) => settingFaults(settingsSchema.parse({ fetch: { proxy } }), [watch], {});
    expect(of("socks5h://127.0.0.1:9050")).toEqual([
      { path: ["fetch", "proxy"], says: expect.stringContaining("cannot have names looked up for mail") },
    ]);
    expect(of("socks5://127.0.0.1:9050")).toEqual([]);
    const fromEnvironment = settingFaults(
      settingsSchema.parse({ fetch: { proxy: "socks5h://127.0.0.1:9050" } }),
      [watch],
      { fetchProxy: "socks5h://127.0.0.1:9050" },
    );
    expect(fromEnvironment).toEqual([
      {
        path: ["fetch", "proxy"],
        says: expect.stringMatching(
          /^is given by FETCH_PROXY of the environment, and cannot have names looked up for mail: .* \(source letters of the watch harbour\); write socks5:\/\/ there /,
        ),
      },
    ]);
  });

  it("is left as it was: opened for reading, nothing marked or moved", async () => {
    await startNameServer();
    const imap = await startImap();
    imap.deliver(await signed(letter(), OFFICE));
    await asking(imap)();
    expect(imap.flags()).toEqual([[]]);
    expect(imap.told).toContain("EXAMINE");
    expect(imap.told.filter((one) => /SELECT|STORE|COPY|MOVE|EXPUNGE|DELETE|APPEND|CLOSE/.test(one))).toEqual([]);
  });

  it("says the same in the same bytes, and that nothing came where it is asked so", async () => {
    const names = await startNameServer();
    names.says.set(...OFFICE.record);
    const imap = await startImap();
    imap.deliver(await signed(letter(), OFFICE));
    const ask = asking(imap);
    const [first, second] = [(await ask()) as Answer, (await ask()) as Answer];
    expect(second.digest).toBe(first.digest);
    const etag = first.headers.etag ?? "";
    expect(await ask({ etag })).toMatchObject({ status: 304, wasConditional: true });
    imap.deliver(await signed(letter({ subject: "Another" }), OFFICE));
    expect(await ask({ etag })).toMatchObject({ status: 200 });
  });

  it.each([
    ["none", [], "none"],
    ["not known for now", ["SERVFAIL"], "unknown"],
  ] as const)("keeps what the DNS said of a key: %s", async (_, said, kept) => {
    const names = await startNameServer();
    for (const one of said) names.says.set(OFFICE.record[0], one);
    const imap = await startImap();
    imap.deliver(await signed(letter(), OFFICE));
    expect(parcelOf(await asking(imap)())?.keys).toEqual({ [OFFICE.record[0]]: kept });
  });

  it.each<[string, Buffer[]]>([
    ["three forgeries of three megabytes", Array(3).fill(forged([""], `${"a".repeat(900)}\n`.repeat(3300)))],
    ["two of the largest that are read", Array(2).fill(forged([""], "", 4 * 1024 * 1024))],
    ["three hundred unsigned, under a name", Array(300).fill(unsigned)],
    [
      "twenty with five invented keys each",
      Array.from({ length: 20 }, (_, n) => forged(["a", "b", "c", "d", "e"].map((one) => `${one}${n}`))),
    ],
  ])("gives the publisher’s own message behind what anybody may send: %s", async (_, sent) => {
    const names = await startNameServer();
    names.says.set(...OFFICE.record);
    const imap = await startImap();
    const ours = await signed(letter({ subject: "Published today" }), OFFICE);
    for (const raw of [ours, ...sent]) imap.deliver(raw);
    const parcel = parcelOf(await asking(imap)());
    expect(parcel?.messages.at(-1)?.raw.equals(ours)).toBe(true);
    expect(parcel?.keys[OFFICE.record[0]]).toEqual([OFFICE.record[1]]);
    expect(names.asked.length).toBeLessThanOrEqual(101);
  });

  it.each<[string, Buffer[], number]>([
    ["what was too much for the room", Array(3).fill(forged([""], "", 3 * 1024 * 1024)), 1],
    ["what was too many", Array(60).fill(forged([""])), 10],
    ["heads beyond the bound", Array(2100).fill(unsigned), 100],
  ])("counts what it did not look at: %s", async (_, sent, beyond) => {
    await startNameServer();
    const imap = await startImap();
    for (const raw of sent) imap.deliver(raw);
    expect(parcelOf(await asking(imap)())).toMatchObject({ large: 0, beyond });
  });

  it("asks no key of a forger’s in the place of the publisher’s, whose signature may stand behind those of any relays", async () => {
    const names = await startNameServer();
    names.says.set(...OFFICE.record);
    const relays = Array.from({ length: 7 }, (_, n) => `DKIM-Signature: v=1; d=relay${n}.example.net; s=r; b=AAAA\r\n`);
    const imap = await startImap();
    imap.deliver(Buffer.concat([Buffer.from(relays.join("")), await signed(letter(), OFFICE)]));
    expect(parcelOf(await asking(imap)())?.keys).toEqual({ [OFFICE.record[0]]: [OFFICE.record[1]] });
  });
});
