/** Mail that is made to cost: each is read, or refused, within a part of the time that one look may take (`reading.time`). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack, unpackParcel } from "../../../src/fetch/mail/parcel.ts";
import { letter, signatory, signed } from "../../stand-ins/mail/letters.ts";
import { parcelOf, readParcel, readWire } from "../../stand-ins/mail/parcels.ts";

const MEGABYTE = 1024 * 1024;
const MOST_SECONDS = 3;
const OFFICE = signatory("office.example.org");

const signature = (more = "") =>
  `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=office.example.org; s=news; h=from:subject:date; bh=AAAA; b=AAAA;${more}`;
const forged = (more: string[], body = "x") => letter({ more, body });

describe("a forged message", () => {
  it.each<[string, () => Buffer[]]>([
    [
      "of eight megabytes of empty lines",
      () => [forged([signature()], "\n".repeat(4 * MEGABYTE)), forged([signature()], "\n".repeat(4 * MEGABYTE))],
    ],
    [
      "of eight megabytes of spaces",
      () => [forged([signature()], " ".repeat(4 * MEGABYTE)), forged([signature()], " ".repeat(4 * MEGABYTE))],
    ],
    ["of eight megabytes of short lines", () => [forged([signature()], "a \n".repeat(3 * MEGABYTE))]],
    [
      "with hundreds of signatures, each up to another length",
      () => [
        forged(
          Array.from({ length: 300 }, (_, n) => signature(` l=${n};`)),
          "a".repeat(4 * MEGABYTE),
        ),
      ],
    ],
    [
      "with a signature over thousands of fields",
      () => [
        forged([
          ...Array.from({ length: 3000 }, (_, n) => `X-${n}: a`),
          signature().replace("h=from", `h=${"x:".repeat(8000)}from`),
        ]),
      ],
    ],
    [
      "whose author’s name never ends",
      () => [letter({ from: `"${"(\\".repeat(15_000)} <press@office.example.org>`, more: [signature()] })],
    ],
    [
      "whose author is in a thousand groups",
      () => [letter({ from: `${"a:".repeat(15_000)}press@office.example.org`, more: [signature()] })],
    ],
    [
      "whose head never ends",
      () => [Buffer.concat([Buffer.from(signature()), Buffer.from("\r\nX: ".repeat(2 * MEGABYTE))])],
    ],
    [
      "in fifty, each with the most signatures that are looked at",
      () => Array.from({ length: 50 }, () => forged(Array(5).fill(signature()), "a\n".repeat(100_000))),
    ],
  ])("%s costs little, and says nothing", async (_, make) => {
    const before = process.threadCpuUsage();
    const reading = await readParcel(parcelOf(make(), [OFFICE]));
    const { user, system } = process.threadCpuUsage(before);
    expect(reading).toMatchObject({ kind: "entries", entries: [] });
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
  });
});

describe("a signed message", () => {
  const multipart = 'multipart/mixed; boundary="b"';
  it.each<[string, () => Buffer]>([
    ["with parts in parts in parts", () => letter({ type: multipart, body: nested(5000) })],
    ["of a hundred thousand parts", () => letter({ type: multipart, body: `${"--b\n\na\n".repeat(100_000)}--b--` })],
    ["of a page that is nested without end", () => letter({ type: "text/html", body: "<div>".repeat(300_000) })],
    [
      "of a million links",
      () => letter({ type: "text/html", body: '<a href="https://www.office.example.org/a">a</a>'.repeat(100_000) }),
    ],
    ["of addresses without an end", () => letter({ body: "https://".repeat(500_000) })],
    ...["stop the ", "no longer receive ", "to ", "[1] ", "( ", "plus recevoir de ", "keine ", "a. ", "\n\n"].map(
      (said): [string, () => Buffer] => [
        `of nothing but “${said}” before its links`,
        () =>
          letter({ body: `${said.repeat(480_000 / said.length)}${"https://www.office.example.org/a ".repeat(100)}` }),
      ],
    ),
    [
      "whose subject is encoded without end",
      () => letter({ subject: "=?utf-8?q?".repeat(5000), id: "<1@office.example.org>" }),
    ],
    ["in a character set that nobody has", () => letter({ type: "text/plain; charset=no-such", body: "Publi\u00e9" })],
    ["that says it is packed, and is not", () => letter({ more: ["Content-Transfer-Encoding: base64"], body: "%%%" })],
  ])("%s costs little", async (_, make) => {
    const raw = await signed(make(), OFFICE);
    const before = process.threadCpuUsage();
    const reading = await readParcel(parcelOf([raw], [OFFICE]));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
    expect(reading.kind === "entries" || (reading.kind === "problem" && reading.problem === "too-costly")).toBe(true);
  });

  function nested(levels: number): string {
    return Array.from(
      { length: levels },
      (_, n) => `--b${n || ""}\nContent-Type: multipart/mixed; boundary="b${n + 1}"\n\n`,
    ).join("");
  }
});

describe("what is no parcel of messages", () => {
  const { type, body } = pack(parcelOf([letter(), letter({ subject: "Another" })], [OFFICE]));
  it.each<[string, string, Buffer]>([
    ["is a page", "text/html", Buffer.from("<p>Sign in</p>")],
    ["is nothing", type, Buffer.alloc(0)],
    ["was cut off", type, body.subarray(0, body.length - 200)],
    [
      "tells of longer messages than it holds",
      type,
      Buffer.from(body.toString("latin1").replace(/"bytes":\d+/, '"bytes":999999'), "latin1"),
    ],
    [
      "tells of lengths that are none",
      type,
      Buffer.from(body.toString("latin1").replace(/"bytes":\d+/, '"bytes":-1'), "latin1"),
    ],
    ["has another list", type, Buffer.from(body.toString("latin1").replace('{"messages"', '{"massages"'), "latin1")],
  ])("%s: a problem, not news", async (_, said, wire) => {
    expect(await readWire(wire, said)).toMatchObject({ kind: "problem", problem: "unreadable" });
  });

  it("whatever its bytes are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.nat(body.length), async (bytes, at) => {
        const wire = Buffer.concat([body.subarray(0, at), bytes, body.subarray(at)]);
        expect(["entries", "problem"]).toContain((await readWire(wire, type)).kind);
      }),
      { numRuns: 50 },
    );
  });
});

it("a parcel gives back what was put into it", () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one));
  const keys = fc.dictionary(
    fc.domain(),
    fc.oneof(fc.array(fc.string()), fc.constantFrom("none" as const, "unknown" as const, "beyond" as const)),
  );
  const arrived = fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date("2099-01-01") })
    .map((at) => at.toISOString());
  const message = fc.record({ arrived, raw: bytes });
  const [large, beyond] = [fc.nat(), fc.nat()];
  fc.assert(
    fc.property(fc.record({ messages: fc.array(message), keys, large, beyond }), (parcel) => {
      const { type, body } = pack(parcel);
      expect(unpackParcel(type, body)).toEqual({ ...parcel, keys: { ...parcel.keys } });
    }),
  );
});
