/**
 * Web Bot Auth: each request is signed, so that a site's keeper can let this bot in, and nobody who only takes its name
 * (draft-meunier-web-bot-auth-architecture; developers.cloudflare.com, "Web Bot Auth"). Signatures as HTTP Message Signatures (RFC 9421)
 * with Ed25519; the public key stands in a directory that the bot's page serves.
 */
import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { InstantText } from "../time/instant.ts";
import type { Header } from "./capture.ts";

/** Where the directory stands on the page's own host. */
export const DIRECTORY_PATH = "/.well-known/http-message-signatures-directory";

/** Its whole address. @param page web.public_url: whatever path that has, a site looks at its host (draft-meunier §4) */
export function directoryAt(page: string): string {
  return new URL(DIRECTORY_PATH, page).href;
}

const DIRECTORY_TYPE = "application/http-message-signatures-directory+json";

/** A request is on its way no longer; the clocks of a site may be as far off. */
const VALID_SECONDS = 300;

/** Headers by which a request to an address, sent at an instant, is known as this bot's. */
export type SignRequest = (url: URL, at: InstantText) => Header[];

/** @param key Ed25519 @param agent where its directory is served: an https origin */
export function requestSigner(key: KeyObject, agent: string): SignRequest {
  const keyid = thumbprint(key);
  const signatureAgent = `"${new URL(agent).origin}"`;
  return (url, at) => {
    const covered = [
      ["@authority", url.host],
      ["signature-agent", signatureAgent],
    ] as const;
    return [["signature-agent", signatureAgent], ...signed(key, covered, { at, keyid, tag: "web-bot-auth" })];
  };
}

/** What the directory answers with. @param authority host that it is asked at */
export function keyDirectory(
  key: KeyObject,
  authority: string,
  at: InstantText,
): { body: string; headers: Record<string, string> } {
  const keyid = thumbprint(key);
  const body = JSON.stringify({ keys: [{ ...publicJwk(key), kid: keyid, use: "sig" }] });
  const covered = [["@authority", authority, "req"]] as const;
  const signature = signed(key, covered, { at, keyid, tag: "http-message-signatures-directory" });
  return {
    body,
    headers: { "content-type": DIRECTORY_TYPE, ...Object.fromEntries(signature) },
  };
}

/** A key's name: RFC 7638, of an OKP key RFC 8037 §2. */
export function thumbprint(key: KeyObject): string {
  const { crv, kty, x } = publicJwk(key);
  return createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
}

function publicJwk(key: KeyObject): { kty: string; crv: string; x: string } {
  const { kty = "", crv = "", x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { kty, crv, x };
}

/** RFC 9421 §2.5 and §3.1. @param covered component, its value, and its parameter where it has one */
function signed(
  key: KeyObject,
  covered: readonly (readonly [name: string, value: string, parameter?: string])[],
  { at, keyid, tag }: { at: InstantText; keyid: string; tag: string },
): Header[] {
  const created = Math.floor(Date.parse(at) / 1000);
  const named = covered.map(([name, value, parameter]) => [`"${name}"${parameter ? `;${parameter}` : ""}`, value]);
  const list = named.map(([name]) => name).join(" ");
  const input = `(${list});created=${created};keyid="${keyid}";alg="ed25519";expires=${created + VALID_SECONDS};tag="${tag}"`;
  const base = [...named, ['"@signature-params"', input]].map(([name, value]) => `${name}: ${value}`).join("\n");
  return [
    ["signature-input", `sig1=${input}`],
    ["signature", `sig1=:${sign(null, Buffer.from(base), key).toString("base64")}:`],
  ];
}
