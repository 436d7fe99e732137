/**
 * Who signed a message: the domain of its author, where a signature of that domain stands over what people see (DKIM, RFC 6376).
 * mailauth asks the mathematics; what is asked besides, since anybody may send a mail and put any name in front of it:
 *
 * - one author, and a signature of the very domain or one of the same that was named for it (relaxed alignment, RFC 9989 §3.2.10.1);
 * - it covers From, Subject and Date, and each stands there once: a second would be shown in place of what was signed (RFC 6376 §8.15);
 * - it covers the whole text (no `l=`, RFC 6376 §8.2), by a method that is not broken (RFC 8301: no rsa-sha1, no key under 1,024 bits);
 * - its key is there, not withdrawn and not “for testing”; it had not run out when the message arrived.
 *
 * Where the DNS could not say what the key is, the message is neither signed nor not: it is asked again in the next look.
 */
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { claimsOf, fieldsOf, isWithin, MOST_HEAD, MOST_SIGNATURES } from "../../fetch/mail/claims.ts";
import type { Parcel, Said } from "../../fetch/mail/parcel.ts";

export interface Signer {
  /** The author's domain. */
  domain: string;
  /** What no other message has: the signature. */
  id: string;
  /** The header fields that it stands over, in lower case. */
  covered: ReadonlySet<string>;
  /** The message as it was asked: nothing else may be read in its place. */
  message: Buffer;
}

const MUST_COVER = ["from", "subject", "date"];
/** What says how all else is to be read, and what people see. */
const ONCE = [...MUST_COVER, "content-type", "content-transfer-encoding", "mime-version"];

/**
 * @param domains whose signature counts
 * @param arrived when the mailbox got it
 */
export async function signerOf(
  raw: Buffer,
  domains: readonly string[],
  keys: Parcel["keys"],
  arrived: Date,
): Promise<Signer | "nobody" | "unknown" | "beyond"> {
  const fields = fieldsOf(raw);
  const count = (name: string) => fields.filter((field) => field.name === name).length;
  const { author, signatures } = claimsOf(raw, domains);
  const domain = author && domains.find((one) => isWithin(author, one));
  if (!author || !domain || ONCE.some((name) => count(name) > 1) || MUST_COVER.some((name) => count(name) !== 1))
    return "nobody";
  const asked = onlyOf(raw, domain);
  if (!asked) return "nobody";
  const { results } = await dkimVerify(asked, {
    strict: true,
    minBitLength: 1024,
    curTime: arrived,
    resolver: async (name: string) => answerOf(keys, name),
  });
  let isUnknown = false;
  for (const { status, signingDomain = "", signature = "", signingHeaders, canonBodyLengthLimited } of results) {
    if (!isWithin(signingDomain.toLowerCase(), domain)) continue;
    isUnknown ||= status.result === "temperror";
    if (status.result !== "pass" || status.testing || canonBodyLengthLimited) continue;
    const covered = new Set((signingHeaders?.headers ?? []).map(nameOf));
    if (MUST_COVER.every((name) => covered.has(name)))
      return { domain: author, id: signature.replace(/\s+/g, ""), covered, message: asked };
  }
  if (signatures.some(({ domain: one, selector }) => keyOf(keys, `${selector}._domainkey.${one}`) === "beyond"))
    return "beyond";
  return isUnknown ? "unknown" : "nobody";
}

/** RFC 5322 §2.2, with the blanks before the colon that old programs write. */
const FIELD = /^[!-9;-~]{1,200}[ \t]{0,20}:/;

function nameOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf(":")))
    .trim()
    .toLowerCase();
}

/** The message with the domain's own signatures and no other: of a thousand, each would be asked. Undefined where there are none. */
function onlyOf(raw: Buffer, domain: string): Buffer | undefined {
  const text = raw.toString("latin1", 0, MOST_HEAD);
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return undefined;
  let signatures = 0;
  const lines = text.slice(0, end.index).split(/\r?\n(?![ \t])/);
  // Each program takes a line that is no field in a way of its own: what one signed, another would not see.
  if (!lines.every((line) => FIELD.test(line))) return undefined;
  const kept = lines.filter((line) => {
    const name = nameOf(line);
    if (name.startsWith("arc-")) return false;
    if (name !== "dkim-signature") return true;
    const [claim] = claimsOf(Buffer.from(`${line}\r\n\r\n`, "latin1"), [domain]).signatures;
    return claim !== undefined && ++signatures <= MOST_SIGNATURES;
  });
  if (signatures === 0) return undefined;
  // Lines that end otherwise would be mended one by one.
  const body = raw.toString("latin1", end.index + end[0].length).replace(/\r?\n/g, "\r\n");
  return Buffer.from(`${kept.join("\r\n").replace(/\r?\n/g, "\r\n")}\r\n\r\n${body}`, "latin1");
}

/** What the DNS said then, in the form in which Node's resolver gives it. */
function answerOf(keys: Parcel["keys"], name: string): string[][] {
  const said = keyOf(keys, name.toLowerCase());
  if (Array.isArray(said)) return said.map((text) => [text]);
  throw Object.assign(new Error("no answer"), { code: said === "none" ? "ENOTFOUND" : "ESERVFAIL" });
}

function keyOf(keys: Parcel["keys"], name: string): Said {
  return (Object.hasOwn(keys, name) ? keys[name] : undefined) ?? "none";
}
