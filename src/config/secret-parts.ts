/** What is secret of an address: passwords and keys that stand in it; of one that is a secret itself, also the ids in its path and query. */
import { unescape as decoded } from "node:querystring";

/** A shorter one would cut up words. */
export const LEAST_SECRET = 8;

/** Of an address that is no secret itself. */
export function credentialsIn(value: string): string[] {
  const address = addressOf(value);
  if (!address) return [];
  const { username, password, searchParams } = address;
  const named = [...searchParams].filter(([name]) => /key|token|secret|pass|sign?|auth/i.test(name));
  return [
    ...(password ? [password, decoded(password), `${username}:${password}@`] : []),
    ...named.map(([, one]) => one),
  ];
}

/** Of one that is: who knows the path and the query knows all. */
export function tokensIn(value: string): string[] {
  const address = addressOf(value);
  if (!address || !/^https?:$/.test(address.protocol)) return [];
  const { host, pathname, search, searchParams } = address;
  const parts = pathname.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const isRoute = search === "" && parts.every((part) => ROUTE.test(part));
  const ids = parts.filter(
    (part) => isId(part) || (part === last && search === "" && !/^\d*$/.test(last) && !ROUTE.test(last)),
  );
  const whole = `${pathname}${search}`;
  const texts = [...ids, ...(isRoute ? [] : [whole, whole.slice(1), `${host}${whole}`]), search.slice(1)];
  return [...texts, ...texts.map((text) => decoded(text)), ...[...searchParams].map(([, one]) => one)];
}

/** Anything long, and whatever mixes letters with digits or both cases; numbers alone are no secrets: Discord's are everybody's. */
function isId(part: string): boolean {
  return (
    /\D/.test(part) && (part.length >= 16 || (part.length >= LEAST_SECRET && /\d|[a-z].*[A-Z]|[A-Z].*[a-z]/.test(part)))
  );
}

/** Words that lead to what is secret, in the addresses of services. */
const ROUTE =
  /^(?:v?\d{1,2}|api|beats?|check-?ins?|checks?|cron|events?|health(?:z|-?checks?)?|heart-?beats?|hooks?|integrations?|jobs?|monitor(?:s|ing)?|ping|push|services?|status|uptime|web-?hooks?)$/i;

/** An address in its parts; undefined where it is none. */
function addressOf(value: string): URL | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}
