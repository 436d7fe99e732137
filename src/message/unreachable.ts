/** Why a site could not be reached, of the code that Node or undici gives for it. The code is for who mends it, and stands last. */

/** What the catalogues have words for. */
export type Unreachable =
  | "name"
  | "look-up"
  | "refused"
  | "broken-off"
  | "no-way"
  | "expired"
  | "certificate"
  | "secure"
  | "other";

/** Node's documentation, "Common system errors" and "TLS/SSL: X509 certificate error codes"; undici's, "Errors". */
const REASONS: readonly [codes: RegExp, reason: Unreachable][] = [
  [/^(?:ENOTFOUND|EAI_NONAME)$/, "name"],
  [/^EAI_/, "look-up"],
  [/^ECONNREFUSED$/, "refused"],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, "broken-off"],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, "no-way"],
  [/^CERT_HAS_EXPIRED$/, "expired"],
  [/^(?:EPROTO|ERR_SSL_\w+)$/, "secure"],
  [/CERT|SIGNATURE|ISSUER|HOSTNAME_MISMATCH/, "certificate"],
];

/** As it is recorded, by itself or of a link or file. */
const RECORDED = /could not be reached \((.+?)\)/;

export function unreachableIn(recorded: string): { whole: string; reason: Unreachable } | undefined {
  const [whole, code = ""] = RECORDED.exec(recorded) ?? [];
  if (whole === undefined) return undefined;
  return { whole, reason: REASONS.find(([codes]) => codes.test(code))?.[1] ?? "other" };
}

/** Its code, where it has one. */
export function codeIn(recorded: string): string | undefined {
  return /^[A-Z][A-Z0-9_]+$/.exec(RECORDED.exec(recorded)?.[1] ?? "")?.[0];
}
