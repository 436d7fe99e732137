/** Digests as WARC records state them, computed as the bytes go by. */
import { createHash, type Hash } from "node:crypto";
import { ArchiveError, type WarcFile } from "./source.ts";

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Of a text in UTF-8: by which a link names a line, and a checkpoint or a stamp the checkpoint that it is about. */
export function digestOfText(text: string): string {
  return sha256(Buffer.from(text));
}

/**
 * Of the bytes that stand in a file from a place on.
 * @throws {ArchiveError} when it ends before
 */
export async function digestOfStretch(source: WarcFile, offset: number, length: number): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < length; ) {
    const piece = await source.read(offset + at, length - at);
    if (piece.length === 0) throw new ArchiveError(`${source.file}: ends before byte ${offset + length}`);
    hash.update(piece);
    at += piece.length;
  }
  return hash.digest("hex");
}

/** As records name them, with or without a hyphen. */
const ALGORITHMS = new Set(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]);

/** A digest that does not hold (`wrong`), or is of an algorithm by which nothing can be said (`unknown`). */
export interface Doubt {
  part: "block" | "payload";
  kind: "wrong" | "unknown";
}

/** A labelled digest, in hex or Base32 (RFC 4648), held against bytes. Where none is stated, nothing is computed. */
export class StatedDigest {
  readonly #part: Doubt["part"];
  readonly #value: string;
  readonly #isStated: boolean;
  readonly #hash: Hash | undefined;

  constructor(part: Doubt["part"], labelled: string | undefined) {
    const colon = labelled?.indexOf(":") ?? -1;
    const algorithm = labelled?.slice(0, Math.max(0, colon)).toLowerCase().replace(/^sha-/, "sha") ?? "";
    this.#part = part;
    this.#value = labelled?.slice(colon + 1).trim() ?? "";
    this.#isStated = labelled !== undefined;
    this.#hash = ALGORITHMS.has(algorithm) ? createHash(algorithm) : undefined;
  }

  update(bytes: Uint8Array): void {
    this.#hash?.update(bytes);
  }

  /** Once all the bytes went by: what there is to doubt. */
  doubts(): Doubt[] {
    if (!this.#isStated) return [];
    const part = this.#part;
    if (!this.#hash) return [{ part, kind: "unknown" }];
    const digest = this.#hash.digest();
    const isHeld =
      this.#value.toLowerCase() === digest.toString("hex") ||
      this.#value.toUpperCase().replace(/=+$/, "") === base32(digest);
    return isHeld ? [] : [{ part, kind: "wrong" }];
  }
}

/** What is wrong, as the beginning of a sentence that ends on the place. */
export function sayDoubt({ part, kind }: Doubt, place: string): string {
  return kind === "wrong"
    ? `the ${part} of ${place} is not what its digest says`
    : `the ${part} of ${place} has a digest of an unknown algorithm; known are ${[...ALGORITHMS].join(", ")}`;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}
