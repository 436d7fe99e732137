/** Whose word a message is. Anybody may send one, under any name: only what a domain signed is that domain's. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ed25519Signatory, type Letter, letter, signatory, signed } from "../../stand-ins/mail/letters.ts";
import { entriesOf, parcelOf } from "../../stand-ins/mail/parcels.ts";

const SUBJECT = "Report of the Harbour Inquiry published today";
const OFFICE = signatory("office.example.org");
const NEWS = signatory("news.office.example.org");
const SISTER = signatory("sister.example.org");
const STRANGER = signatory("stranger.example.com");
const WEAK = signatory("office.example.org", "weak", 768);
const MODERN = ed25519Signatory("office.example.org");
const EVERYBODY = [OFFICE, NEWS, SISTER, STRANGER, WEAK, MODERN];

const ours = (more: Letter = {}) => letter({ subject: SUBJECT, ...more });
const edited = (raw: Buffer, from: string | RegExp, to: string) =>
  Buffer.from(raw.toString("latin1").replace(from, to), "latin1");

async function signersOf(raw: Buffer, of = parcelOf([raw], EVERYBODY)) {
  const { entries, unread } = await entriesOf(of);
  return unread
    ? unread.detail
    : entries.map(({ signedBy }) => signedBy && [signedBy.domain, signedBy.whose].join(", "));
}

describe("a message is the publisher’s word", () => {
  it.each<[string, () => Promise<Buffer>]>([
    ["when its domain signed it", () => signed(ours(), OFFICE)],
    ["when a part of its domain signed it", () => signed(ours(), NEWS)],
    ["when it signed with a modern key", () => signed(ours(), MODERN)],
    ["as simple as it was written", () => signed(ours(), OFFICE, { canonicalization: "simple/simple" })],
    ["beside the signature of who sent it by order", async () => signed(await signed(ours(), OFFICE), STRANGER)],
    ["beside a signature with a weak key", async () => signed(await signed(ours(), WEAK), OFFICE)],
    [
      "before its signature runs out, however long it lies there",
      () => signed(ours(), OFFICE, { expires: new Date("2022-08-31T20:52:00Z") }),
    ],
  ])("%s", async (_, make) => {
    expect(await signersOf(await make())).toEqual(["office.example.org, publisher"]);
  });

  it("and a sister’s, when a sister signed it", async () => {
    const raw = await signed(ours({ from: "desk@sister.example.org" }), SISTER);
    expect(await signersOf(raw)).toEqual(["sister.example.org, sister"]);
  });
});

describe("a message is nobody’s word", () => {
  const HEADERS = "from:to:subject:date:message-id:mime-version:content-type";
  const without = (name: string) => ({ headerList: HEADERS.split(":").filter((one) => one !== name) });
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ["without a signature", () => ours()],
    ["signed by somebody else under the publisher’s name", () => signed(ours(), STRANGER)],
    ["signed by a sister under the publisher’s name", () => signed(ours(), SISTER)],
    ["signed by the publisher under another’s name", () => signed(ours({ from: "x@stranger.example.com" }), OFFICE)],
    ["of a stranger’s own", () => signed(ours({ from: "x@stranger.example.com" }), STRANGER)],
    ["of a domain that only ends alike", () => signed(ours({ from: "x@myoffice.example.org" }), OFFICE)],
    ["whose subject was changed", async () => edited(await signed(ours(), OFFICE), SUBJECT, "Report withdrawn")],
    ["whose text was changed", async () => edited(await signed(ours(), OFFICE), "did this week", "hid this week")],
    ["whose date was changed", async () => edited(await signed(ours(), OFFICE), "Wed, 31 Aug", "Thu, 01 Sep")],
    ["to which words were added", async () => Buffer.concat([await signed(ours(), OFFICE), Buffer.from("More.\r\n")])],
    ["signed up to a length", () => signed(ours(), OFFICE, { maxBodyLength: 20 })],
    ["whose subject is not signed", () => signed(ours(), OFFICE, without("subject"))],
    ["whose date is not signed", () => signed(ours(), OFFICE, without("date"))],
    ["with a key that is too weak", () => signed(ours(), WEAK)],
    ["by a method that is broken", () => signed(ours(), OFFICE, { algorithm: "rsa-sha1" })],
    ["by a key that nobody knows", () => signed(ours(), signatory("office.example.org", "lost"))],
    ["by another’s key under the same name", () => signed(ours(), signatory("office.example.org"))],
    [
      "whose signature had run out when it came",
      () =>
        signed(ours(), OFFICE, {
          signTime: new Date("2022-08-01T00:00:00Z"),
          expires: new Date("2022-08-08T00:00:00Z"),
        }),
    ],
    [
      "with a second author before the signed one",
      async () => onTop(await signed(ours(), OFFICE), "From: x@stranger.example.com"),
    ],
    ["with a second author behind it", async () => below(await signed(ours(), OFFICE), "From: x@stranger.example.com")],
    ["with two authors in one", () => signed(ours({ from: "a@office.example.org, b@stranger.example.com" }), OFFICE)],
    ["with a second subject", async () => onTop(await signed(ours(), OFFICE), "Subject: Something else")],
    ["with a second date", async () => onTop(await signed(ours(), OFFICE), "Date: Thu, 01 Sep 2022 00:00:00 +0000")],
    ["with a second way to read it", async () => onTop(await signed(ours(), OFFICE), "Content-Type: text/html")],
    ["without an author", async () => edited(await signed(ours(), OFFICE), /From: [^\r]+\r\n/, "")],
    [
      "with the publisher’s address as its author’s name",
      () => signed(ours({ from: '"press@office.example.org" <x@stranger.example.com>' }), STRANGER),
    ],
    [
      "whose signature is nonsense",
      () => onTop(ours(), "DKIM-Signature: v=1; a=; d=office.example.org; s=news; b=; bh=;;;"),
    ],
    [
      "of which others say that it was checked",
      () => onTop(ours(), "Authentication-Results: mx.example.net; dkim=pass header.d=office.example.org"),
    ],
  ])("%s", async (_, make) => {
    expect(await signersOf(await make())).toEqual([]);
  });

  const onTop = (raw: Buffer, field: string) => Buffer.concat([Buffer.from(`${field}\r\n`), raw]);
  const below = (raw: Buffer, field: string) => edited(raw, "\r\n\r\n", `\r\n${field}\r\n\r\n`);
});

describe("the key that a signature names", () => {
  const [name, text] = OFFICE.record;
  it.each<[string, string[] | "none" | "unknown", unknown]>([
    ["is there no more", "none", []],
    ["was withdrawn", ["v=DKIM1; k=rsa; p="], []],
    ["is for trying out", [`${text}; t=y`], []],
    ["is no key", ["v=spf1 -all"], []],
    ["is of another version", [text.replace("DKIM1", "DKIM2")], []],
    [
      "cannot be asked for now",
      "unknown",
      "holds a message whose signature could not be asked for in the DNS; it is asked again",
    ],
  ])("%s", async (_, said, expected) => {
    const raw = await signed(ours(), OFFICE);
    expect(await signersOf(raw, parcelOf([raw], [], { keys: { [name]: said } }))).toEqual(expected);
  });
});

describe("whatever is done to a signed message on its way", () => {
  it.each(["simple/simple", "relaxed/relaxed"])(
    "it says what was signed, or nothing (%s)",
    async (canonicalization) => {
      const raw = await signed(ours({ body: "The report is out.\nRead it." }), OFFICE, { canonicalization });
      const told = (await entriesOf(parcelOf([raw], EVERYBODY))).entries.map(said);
      expect(told).toEqual([`${SUBJECT} 2022-08-31 ${SUBJECT}. The report is out. Read it.`]);
      const place = fc.nat(raw.length);
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 20 }).map((one) => Buffer.from(one)),
        fc
          .constantFrom(
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            ":",
            "From: x@stranger.example.com\r\n",
            "\r\n\r\n",
            "Subject: x\r\n",
            "\0",
          )
          .map((one) => Buffer.from(one)),
      );
      await fc.assert(
        fc.asyncProperty(place, fc.nat(30), bytes, async (at, length, put) => {
          const changed = Buffer.concat([raw.subarray(0, at), put, raw.subarray(at + length)]);
          const { entries } = await entriesOf(parcelOf([changed], EVERYBODY));
          for (const entry of entries) expect(told).toContain(said(entry));
        }),
        // A line of the head that is no field: one program reads on in it, another begins anew.
        { numRuns: 1000, examples: [[raw.indexOf(SUBJECT), 0, Buffer.from("\r\n")]] },
      );
    },
  );

  const said = ({ title, date, row }: { title: string; date?: string | undefined; row?: string | undefined }) =>
    [title, date, row].join(" ");
});
