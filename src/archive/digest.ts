/** Digests as WARC records state them. */
import { createHash } from "node:crypto";

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const ALGORITHMS: Record<string, string> = {
  sha1: "sha1",
  sha256: "sha256",
  "sha-256": "sha256",
  "sha-1": "sha1",
  md5: "md5",
};

/** Whether bytes have a labelled digest, in hex or Base32 (RFC 4648). One of an algorithm we do not know is let be. */
export function isDigestOf(bytes: Buffer, labelled: string | undefined): boolean {
  const [label = "", value = ""] = labelled?.split(":") ?? [];
  const algorithm = ALGORITHMS[label.toLowerCase()];
  if (!algorithm) return true;
  const digest = createHash(algorithm).update(bytes).digest();
  return value.toLowerCase() === digest.toString("hex") || value.toUpperCase().replace(/=+$/, "") === base32(digest);
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}
