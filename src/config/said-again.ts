/**
 * What of a config may be said again where something is wrong with it. Faults are printed, logged and shown on the page, and what stands in
 * the wrong place may be a password or a key: then only where it stands is said, and the host of an address where it is certainly one.
 */
import { isIP } from "node:net";
import { parse } from "tldts";

/** Where a secret may stand by mistake: in its variable's place, in a group that should name one, among what is sent, and in an address. */
const PRIVATE_PLACE =
  /^(?:secrets?|passwords?|keys?|tokens?|variable|headers|webhook|(?:api|access)[-_]?(?:key|token)|mail|request|proxy|(?:\w+_)?url|formerly|offered|origins)$/i;
/** What nobody made up to be read: letters and digits mixed in one long word, or a UUID (RFC 9562 §4). */
export const LOOKS_DRAWN =
  /(?<![a-z0-9])(?=[a-z]*\d[a-z]*\d)(?=\d*[a-z])[a-z0-9]{16,}|(?<![a-f0-9])[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/i;
/** An address, or a name and a password before a host. */
const ADDRESS = /:\/\/|:[^\s]*@/;
/** As headers, variables, languages and misspelt fields are called. */
const PLAIN_NAME = /^[\w-]{1,60}$/;

/** In place of what is not said again. */
export const UNSAID = "what stands there";

export function isPrivatePlace(path: readonly PropertyKey[]): boolean {
  return path.some((step) => PRIVATE_PLACE.test(String(step)));
}

/** What stands at a path, for the beginning of a sentence; empty for a group or a list. */
export function openly(path: readonly PropertyKey[], value: unknown): string {
  if (typeof value === "object" && value !== null) return "";
  const isPrivate = isPrivatePlace(path);
  if (typeof value === "number" && isPrivate) return UNSAID;
  if (typeof value !== "string") return JSON.stringify(value) ?? "nothing";
  if (!isPrivate && !ADDRESS.test(value) && !LOOKS_DRAWN.test(value)) return JSON.stringify(value);
  const host = certainHost(value);
  return host === undefined ? UNSAID : `${UNSAID} (${host})`;
}

/** One step of a way to a field: names that somebody made up may hold a secret as well. */
export function nameOpenly(name: PropertyKey): string {
  const text = String(name);
  return PLAIN_NAME.test(text) && !LOOKS_DRAWN.test(text) ? text : "…";
}

/** A name that no field has here, where it is near one that there is; undefined where it may as well be a secret. */
export function unknownName(group: readonly PropertyKey[], name: string, isNearAField: boolean): string | undefined {
  return isNearAField && nameOpenly(name) === name && !isPrivatePlace(group) ? name : undefined;
}

/** The host of an address, where it can be nothing else: no part of a name and password, and no secret behind `//`. */
function certainHost(address: string): string | undefined {
  const hostname = address.includes("@") ? "" : (URL.parse(address)?.hostname.replace(/^\[|\]$/g, "") ?? "");
  // Of a number, an address is made that nobody wrote.
  if (hostname === "" || !address.toLowerCase().includes(hostname)) return undefined;
  const { domain, isIcann } = parse(hostname);
  return isIP(hostname) !== 0 || (domain !== null && isIcann) ? hostname : undefined;
}
