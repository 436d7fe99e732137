/**
 * What is signed in the journal, and how each is written: plain lines, so that any tool can check the signature (Ed25519, RFC 8032) over
 * the bytes of the text. A checkpoint names the heads of all chains once a day; a stub takes the place of a file that was forgotten.
 */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import type { Head } from "./link.ts";

/** A stub names each capture that went with its file. */
const MAX_TEXT = 4_000_000;

const signed = {
  at: z.iso.datetime(),
  text: z.string().max(MAX_TEXT),
  /** The public key, SubjectPublicKeyInfo in Base64. */
  key: z.string().max(200),
  /** In Base64. */
  signature: z.string().max(200),
};
export const checkpointSchema = z.object({ kind: z.literal("checkpoint"), ...signed });
export const forgottenSchema = z.object({ kind: z.literal("forgotten"), ...signed });
/** What an outside authority said of when a checkpoint was there (RFC 3161). */
export const timestampSchema = z.object({
  kind: z.literal("timestamp"),
  at: z.iso.datetime(),
  /** SHA-256 of the checkpoint's text. */
  of: z.string().regex(/^[0-9a-f]{64}$/),
  /** The address that was asked. */
  authority: z.string().max(2000),
  /** In Base64. */
  token: z.string().max(400_000),
});
export type Stamped = Omit<z.output<typeof timestampSchema>, "kind">;
export type Signed = Omit<z.output<typeof checkpointSchema>, "kind">;

/** Signs in the name of one key. */
export interface Signer {
  /** As `Signed.key`. */
  key: string;
  sign(text: string): string;
}

export function signedBy({ key, sign }: Signer, text: string, at: string): Signed {
  return { at, text, key, signature: sign(text) };
}

export function holds({ text, key, signature }: Pick<Signed, "text" | "key" | "signature">): boolean {
  const known = publicKey(key);
  return (
    known?.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), known, Buffer.from(signature, "base64"))
  );
}

function publicKey(key: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
  } catch {
    return undefined;
  }
}

/** The heads of all chains at one time. */
export interface Checkpoint {
  at: string;
  /** SHA-256 of the text of the checkpoint before. */
  before: string | undefined;
  /** The fingerprint of the key that signs exports for the one that signs this; those of before it was named say none. */
  exports?: string | undefined;
  heads: Omit<Head, "record">[];
}

const CHECKPOINT = "coming-weeks checkpoint 1";
const NONE = "-";

export function writeCheckpoint({ at, before, exports, heads }: Checkpoint): string {
  const lines = heads.map(({ chain, number, digest }) => `head ${chain} ${number} ${digest}`);
  const named = exports === undefined ? [] : [`exports ${exports}`];
  return [CHECKPOINT, `at ${at}`, `before ${before ?? NONE}`, ...named, ...lines, ""].join("\n");
}

/** Undefined where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [title, at, before, ...rest] = text.split("\n");
  if (title !== CHECKPOINT || !at?.startsWith("at ") || !before?.startsWith("before ") || rest.pop() !== "")
    return undefined;
  const exports = /^exports (SHA256:[A-Za-z0-9+/]{43})$/.exec(rest[0] ?? "")?.[1];
  const heads = (exports ? rest.slice(1) : rest).map(
    (line) => /^head (?<chain>[0-9a-f-]+) (?<number>\d{1,15}) (?<digest>[0-9a-f]{64})$/.exec(line)?.groups,
  );
  if (!heads.every((head) => head !== undefined)) return undefined;
  return {
    at: at.slice(3),
    before: before === `before ${NONE}` ? undefined : before.slice(7),
    ...(exports ? { exports } : {}),
    heads: heads.map(({ chain = "", number, digest = "" }) => ({ chain, number: Number(number), digest })),
  };
}

/** What is left of a file that was removed as the settings say. */
export interface Stub {
  at: string;
  file: string;
  bytes: number;
  /** SHA-256 of the whole file. */
  digest: string;
  /** The links that it held; none where it was written before there was a chain. */
  links: { chain: string; first: number; before: string | undefined; last: Omit<Head, "chain"> } | undefined;
  /** SHA-256 of each payload that it held. */
  captures: readonly string[];
}

const FORGOTTEN = "coming-weeks forgotten 1";

export function writeStub({ at, file, bytes, digest, links, captures }: Stub): string {
  const chain = links
    ? [
        `links ${links.chain} ${links.first} ${links.before ?? NONE} ${links.last.number} ${links.last.digest} ${links.last.record}`,
      ]
    : [];
  const held = captures.map((capture) => `capture ${capture}`);
  return [FORGOTTEN, `at ${at}`, `file ${file} ${bytes} ${digest}`, ...chain, ...held, ""].join("\n");
}

/** Undefined where it is none. */
export function readStub(text: string): Stub | undefined {
  const [title, at, named, ...rest] = text.split("\n");
  const {
    file,
    bytes,
    digest = "",
  } = /^file (?<file>\S+) (?<bytes>\d{1,15}) (?<digest>[0-9a-f]{64})$/.exec(named ?? "")?.groups ?? {};
  if (title !== FORGOTTEN || !at?.startsWith("at ") || file === undefined) return undefined;
  const found = LINKS.exec(rest[0] ?? "")?.groups;
  const { chain = "", first, before, number, last = "", record = "" } = found ?? {};
  const links = found && {
    ...{ chain, first: Number(first), before: before === NONE ? undefined : before },
    last: { number: Number(number), digest: last, record },
  };
  const captures = rest.flatMap((line) => /^capture ([0-9a-f]{64})$/.exec(line)?.[1] ?? []);
  return { at: at.slice(3), file, bytes: Number(bytes), digest, links, captures };
}

const LINKS =
  /^links (?<chain>[0-9a-f-]+) (?<first>\d{1,15}) (?<before>-|[0-9a-f]{64}) (?<number>\d{1,15}) (?<last>[0-9a-f]{64}) (?<record>[0-9a-f]{64})$/;
