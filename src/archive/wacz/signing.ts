/**
 * The signature of a WACZ, by an anonymous key (https://specs.webrecorder.net/wacz-auth/0.1.0/): ECDSA over the text that names the digest
 * of its list. The specification leaves the rest open; it is as ArchiveWeb.page signs and wabac.js (certutils.ts) verifies: P-384, SHA-256,
 * both numbers one behind the other (IEEE P1363) rather than as DER.
 */
import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import type { InstantText } from "../../time/instant.ts";
import { SOFTWARE } from "../../watch/software.ts";
import { publicPart } from "../chain/keys.ts";

/** Nothing else may stand in it. */
const signedData = z.object({
  hash: z.string().max(200),
  signature: z.string().max(1000),
  publicKey: z.string().max(1000),
  created: z.string().max(100),
  software: z.string().max(1000),
});
export const digestFile = z.object({
  path: z.literal("datapackage.json"),
  hash: z.string().max(200),
  signedData: signedData.optional(),
});
type SignedData = z.output<typeof signedData>;

/**
 * @param hash `sha256:` and the digest of datapackage.json
 * @param key keys.ts, `exports`
 * @param created as datapackage.json has it
 */
export function signPackage(hash: string, key: KeyObject, created: InstantText): SignedData {
  const signature = sign("sha256", Buffer.from(hash), { key, dsaEncoding: "ieee-p1363" }).toString("base64");
  return { hash, signature, publicKey: publicPart(key), created, software: SOFTWARE };
}

export function packageHolds({ hash, signature, publicKey }: SignedData): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return (
      key.asymmetricKeyType === "ec" &&
      verify("sha256", Buffer.from(hash), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64"))
    );
  } catch {
    return false;
  }
}
