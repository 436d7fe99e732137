/** Keys of an API that stand where everybody may read them: in an address, or in a header. What registers a program by name is none. */
import type { Source } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";

/** As APIs call what only one may know. */
const KEYS_NAME =
  /(?:api|access|auth|subscription|consumer|client|session|private)[-_]?(?:key|token|code)s?$|secret|passw(?:or)?d/i;
/** These may hold a word as well, such as what is looked for. */
const MAY_BE_A_KEYS_NAME = /^(?:x-)?(?:key|token|auth|code|sig|signature|apikeyid|credentials?)$/i;
/** What nobody made up to be read: letters and digits mixed in one long word, or a UUID (RFC 9562 §4). */
const LOOKS_DRAWN =
  /(?<![a-z0-9])(?=[a-z]*\d[a-z]*\d)(?=\d*[a-z])[a-z0-9]{16,}|(?<![a-f0-9])[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/i;
/** What a client says of the answer that it wants, and of where it comes from. */
const OF_THE_ANSWER = /^(?:accept|content|cache|pragma|referer|origin)/i;

/** Those of a source, each with its way from the source on; none of them is said again. */
export function openKeys({ url, formerly, kind, request, via }: Source): Fault[] {
  // Copies have the address of what they are of.
  if (via) return [];
  const inAddress = (address: string, path: Fault["path"]) =>
    [...(URL.parse(address)?.searchParams ?? [])].flatMap(([name, value]) =>
      isKey(name, value) ? [{ path, says: `has a key in \`${name}\`, ${READ_BY_ALL}; ${instead(kind)}` }] : [],
    );
  const inHeaders = Object.entries(request?.headers ?? {}).flatMap(([name, value]) =>
    !OF_THE_ANSWER.test(name) && (isKey(name, value) || LOOKS_DRAWN.test(value))
      ? [{ path: ["request", "headers", name], says: `looks like a key, ${READ_BY_ALL}; ${instead("json")}` }]
      : [],
  );
  return [
    ...inAddress(url, ["url"]),
    ...formerly.flatMap((address, index) => inAddress(address, ["formerly", index])),
    ...inHeaders,
  ];
}

const READ_BY_ALL = "which everybody who sees the watch, its messages or its archive can read";

function isKey(name: string, value: string): boolean {
  return value !== "" && (KEYS_NAME.test(name) || (MAY_BE_A_KEYS_NAME.test(name) && LOOKS_DRAWN.test(value)));
}

function instead(kind: Source["kind"]): string {
  return kind === "json"
    ? "if it is secret, have it sent as a header, under `request.secret`"
    : "if it is secret, ask the site for an address without one";
}
