/** A mailbox as it was had: messages and what the DNS said, of which a test says only what matters to it. */
import type { Answer } from "../../../src/fetch/capture.ts";
import { type Parcel, pack } from "../../../src/fetch/mail/parcel.ts";
import type { Correspondents } from "../../../src/read/head.ts";
import { readBody } from "../../../src/read/read.ts";
import type { Entries, Reading } from "../../../src/read/reading.ts";
import type { Signatory } from "./letters.ts";

export const MAILBOX = "imaps://imap.example.net/INBOX";
const FROM: Correspondents = {
  domains: ["office.example.org"],
  sisters: ["sister.example.org"],
  hosts: ["www.office.example.org"],
};
export const ARRIVED = "2022-08-31T20:51:00.000Z";

/** @param messages the newest first */
export function parcelOf(messages: Buffer[], signatories: Signatory[], besides: Partial<Parcel> = {}): Parcel {
  return {
    messages: messages.map((raw) => ({ arrived: ARRIVED, raw })),
    keys: Object.fromEntries(signatories.map(({ record: [name, text] }) => [name, [text]])),
    large: 0,
    beyond: 0,
    ...besides,
  };
}

/** What is read of it, two hours after. */
export async function readParcel(parcel: Parcel, mail = FROM): Promise<Reading> {
  const { type, body } = pack(parcel);
  return readWire(body, type, mail);
}

export async function readWire(wire: Buffer, type: string, mail = FROM): Promise<Reading> {
  const answer: Pick<Answer, "url" | "finalUrl" | "at" | "headers" | "wire"> = {
    ...{ url: MAILBOX, finalUrl: MAILBOX, at: "2022-08-31T22:51:00.000Z", headers: { "content-type": type }, wire },
  };
  const { reading } = await readBody(answer, { kind: "mail", ignore: [], mail }, "Europe/London");
  if (!reading) throw new Error("not read");
  return reading;
}

export async function entriesOf(...of: Parameters<typeof readParcel>): Promise<Entries> {
  const reading = await readParcel(...of);
  if (reading.kind !== "entries") throw new Error(JSON.stringify(reading));
  return reading;
}
