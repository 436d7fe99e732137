/**
 * What one look into a mailbox had, as one body: the messages as they came, byte for byte, and what was looked up in the DNS to
 * tell who signed them. All that is concluded of a mail follows from it, on any day and any machine. It is MIME (RFC 2046
 * §5.1.3), so that whoever has the archive can open it with what reads mail.
 */
import { createHash } from "node:crypto";

/** What the DNS said of a name: its TXT records, that there are none, or nothing for now; or that it was not asked. */
export type Said = string[] | "none" | "unknown" | "beyond";

export interface Parcel {
  /** The newest first. */
  messages: Message[];
  /** Names under which signers keep their keys (RFC 6376 §3.6.2.1) → what the DNS said of each. */
  keys: Record<string, Said>;
  /** How many more claim to be of the domains asked for, and were too large. */
  large: number;
  /** How many more may be of them, and were not looked at: there was no room for them. */
  beyond: number;
}

interface Message {
  /** When the mailbox got it. */
  arrived: string;
  raw: Buffer;
}

/** What stands first. */
interface List extends Omit<Parcel, "messages" | "beyond"> {
  messages: { arrived: string; bytes: number }[];
  /** Not in the oldest archives. */
  beyond?: number;
}

const PART = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: binary\r\n\r\n";
const FIRST = "Content-Type: application/json\r\n\r\n";
const BOUNDARY = /^multipart\/mixed; boundary="(=_[0-9a-f]{64})"$/;

export function pack({ messages, keys, large, beyond }: Parcel): { type: string; body: Buffer } {
  const sorted = Object.fromEntries(Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1)));
  const list: List = {
    messages: messages.map(({ arrived, raw }) => ({ arrived, bytes: raw.length })),
    keys: sorted,
    large,
    beyond,
  };
  const hash = createHash("sha256").update(JSON.stringify(list));
  for (const { raw } of messages) hash.update(raw);
  // No message holds the digest of itself.
  const boundary = `=_${hash.digest("hex")}`;
  const parts = messages.flatMap(({ raw }) => [Buffer.from(`\r\n--${boundary}\r\n${PART}`), raw]);
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\n${FIRST}${JSON.stringify(list)}`),
    ...parts,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/mixed; boundary="${boundary}"`, body };
}

/** @returns undefined for what is none, in whatever way */
export function unpackParcel(type: string, body: Buffer): Parcel | undefined {
  const [, boundary] = BOUNDARY.exec(type) ?? [];
  if (boundary === undefined) return undefined;
  const start = `--${boundary}\r\n${FIRST}`.length;
  const end = body.indexOf(`\r\n--${boundary}`, start, "latin1");
  const list = end < 0 ? undefined : listIn(body.toString("utf8", start, end));
  if (!list) return undefined;
  const head = Buffer.from(`\r\n--${boundary}\r\n${PART}`);
  const messages: Message[] = [];
  let at = end;
  for (const { arrived, bytes } of list.messages) {
    const from = at + head.length;
    if (!body.subarray(at, from).equals(head) || from + bytes > body.length) return undefined;
    messages.push({ arrived, raw: body.subarray(from, from + bytes) });
    at = from + bytes;
  }
  return { ...list, messages, beyond: list.beyond ?? 0 };
}

function listIn(text: string): List | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return isList(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isList(value: unknown): value is List {
  const { messages, keys, large, beyond = 0 } = (value ?? {}) as Partial<Record<keyof List, unknown>>;
  return (
    Array.isArray(messages) &&
    messages.every((one: Partial<List["messages"][number]> | null) => isInstant(one?.arrived) && isCount(one?.bytes)) &&
    typeof keys === "object" &&
    keys !== null &&
    Object.values(keys).every(isSaid) &&
    isCount(large) &&
    isCount(beyond)
  );
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isSaid(value: unknown): value is Said {
  return (
    value === "none" ||
    value === "unknown" ||
    value === "beyond" ||
    (Array.isArray(value) && value.every((one) => typeof one === "string"))
  );
}
