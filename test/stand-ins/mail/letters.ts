/** Mail as offices send it, signed with real keys by what signs mail; and as forgers do. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";

/** Somebody who signs: a domain, the name of its key, and what its DNS says. */
export interface Signatory {
  domain: string;
  selector: string;
  key: string;
  /** The name and the TXT record of its key. */
  record: [name: string, text: string];
}

export function signatory(domain: string, selector = "news", bits = 2048): Signatory {
  return of(domain, selector, generateKeyPairSync("rsa", { modulusLength: bits }), "rsa");
}

/** RFC 8463. */
export function ed25519Signatory(domain: string, selector = "ed"): Signatory {
  return of(domain, selector, generateKeyPairSync("ed25519"), "ed25519");
}

function of(
  domain: string,
  selector: string,
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  kind: "rsa" | "ed25519",
): Signatory {
  const der = publicKey.export({ type: "spki", format: "der" });
  // RFC 8463 §4: of an Ed25519 key the 32 bytes alone.
  const text = (kind === "rsa" ? der : der.subarray(-32)).toString("base64");
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { domain, selector, key, record: [`${selector}._domainkey.${domain}`, `v=DKIM1; k=${kind}; p=${text}`] };
}

export interface Letter {
  from?: string;
  subject?: string;
  date?: string;
  id?: string;
  type?: string;
  /** Further header fields, as they are written. */
  more?: string[];
  body?: string;
}

/** A message as it goes out, with what it does not say left as an office has it. */
export function letter({
  from = "The Office <press@office.example.org>",
  subject = "Weekly notes",
  date = "Wed, 31 Aug 2022 21:50:00 +0100",
  id = `<${subject.length}.${date.length}.${subject.replace(/\W+/g, "").slice(0, 40)}@office.example.org>`,
  type = "text/plain; charset=utf-8",
  more = [],
  body = "This is what we did this week.",
}: Letter = {}): Buffer {
  const head = [
    `From: ${from}`,
    "To: subscriber@watch.example.net",
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: ${id}`,
    "MIME-Version: 1.0",
    `Content-Type: ${type}`,
    ...more,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body.replace(/\r?\n/g, "\r\n")}\r\n`);
}

/** List-Unsubscribe is to be signed (RFC 8058 §4). */
export const COVERED = "from:to:subject:date:message-id:mime-version:content-type:list-unsubscribe";

type How = NonNullable<Parameters<typeof dkimSign>[1]["signatureData"]>[number] & { signTime?: Date; expires?: Date };

export async function signed(
  raw: Buffer,
  { domain, selector, key }: Signatory,
  { signTime = new Date("2022-08-31T20:49:00Z"), expires, ...how }: Partial<How> = {},
): Promise<Buffer> {
  const signature = { signingDomain: domain, selector, privateKey: key, headerList: COVERED, ...how };
  const { signatures, errors } = await dkimSign(raw, {
    ...signature,
    ...{ signTime, ...(expires ? { expires } : {}), signatureData: [signature] },
  });
  if (signatures === "") throw new Error(`not signed: ${JSON.stringify(errors)}`);
  return Buffer.concat([Buffer.from(signatures), raw]);
}
