/** Keys of an API that stand where everybody may read them: in an address, or in a header. What registers a program by name is none. */
import type { Source } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";
import { LOOKS_DRAWN, nameOpenly } from "./said-again.ts";

/** As APIs call what only one may know. */
const KEYS_NAME =
  /(?:api|access|auth|subscription|consumer|client|session|private)[-_]?(?:key|token|code)s?$|secret|passw(?:or)?d/i;
/** These may hold a word as well, such as what is looked for. */
const MAY_BE_A_KEYS_NAME = /^(?:x-)?(?:key|token|auth|code|sig|signature|apikeyid|credentials?)$/i;
/** What a client says of the answer that it wants, and of where it comes from. */
const OF_THE_ANSWER = /^(?:accept|content|cache|pragma|referer|origin)/i;

/** Those of a source, each with its way from the source on; none of them is said again. */
export function openKeys({ url, formerly, kind, request, offered, mail, via }: Source): Fault[] {
  // Copies have the address of what they are of.
  if (via) return [];
  const inAddress = (address: string, path: Fault["path"], isIt = isKey, where = instead(kind)) =>
    [...(URL.parse(address)?.searchParams ?? [])].flatMap(([name, value]) =>
      isIt(name, value) ? [{ path, says: `has a key in \`${nameOpenly(name)}\`, ${READ_BY_ALL}; ${where}` }] : [],
    );
  const inHeaders = Object.entries(request?.headers ?? {}).flatMap(([name, value]) =>
    !OF_THE_ANSWER.test(name) && (isKey(name, value) || LOOKS_DRAWN.test(value))
      ? [{ path: ["request", "headers", name], says: `looks like a key, ${READ_BY_ALL}; ${instead("json")}` }]
      : [],
  );
  const inBody = keysIn(request?.body, ["request", "body"]).map((path) => ({
    path,
    says: `looks like a key, ${READ_BY_ALL}; ${instead("json")}`,
  }));
  // Of the page of terms nothing is looked for.
  const isKeyToTerms = (name: string, value: string) =>
    value !== "" && (isKey(name, value) || MAY_BE_A_KEYS_NAME.test(name));
  return [
    ...inAddress(url, ["url"]),
    ...formerly.flatMap((address, index) => inAddress(address, ["formerly", index])),
    ...inHeaders,
    ...inBody,
    ...inAddress(offered ?? "", ["offered"], isKeyToTerms, "write the address at which everybody may read the terms"),
    ...(mail?.user.includes(":")
      ? [
          {
            path: ["mail", "user"],
            says: `has a colon: if a password stands behind it, ${READ_IT}; write the name alone, and have the password in the variable that \`secret\` names`,
          },
        ]
      : []),
  ];
}

/** The ways to what is a key by its name, in what is posted. */
function keysIn(value: unknown, path: Fault["path"]): Fault["path"][] {
  if (typeof value !== "object" || value === null) {
    const name = path.findLast((step) => typeof step === "string");
    const isValue = typeof value === "string" || typeof value === "number";
    return isValue && isKey(String(name), String(value)) ? [path] : [];
  }
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return inside.flatMap(([step, one]) => keysIn(one, [...path, step]));
}

const READ_IT = "everybody who sees the watch, its messages or its archive can read it";
const READ_BY_ALL = "which everybody who sees the watch, its messages or its archive can read";

function isKey(name: string, value: string): boolean {
  return value !== "" && (KEYS_NAME.test(name) || (MAY_BE_A_KEYS_NAME.test(name) && LOOKS_DRAWN.test(value)));
}

function instead(kind: Source["kind"]): string {
  return kind === "json"
    ? "if it is secret, have it sent as a header, under `request.secret`"
    : "if it is secret, ask the site for an address without one";
}
