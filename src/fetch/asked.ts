/** How a source is asked where that is more than a GET of its address, and what of it goes where on the way. */
import ipaddr from "ipaddr.js";
import { REDACTED, standsIn } from "../config/redaction.ts";
import type { Mailbox, Source } from "../watch/watch.ts";
import { bareHost } from "./address-guard.ts";
import type { Header } from "./capture.ts";

export interface Asked {
  accept?: string | undefined;
  headers: Header[];
  /** What is posted. */
  body?: string | undefined;
  /** A header, and the variable of the environment whose value stands in it. */
  secret?: { header: string; variable: string; before: string } | undefined;
  /** Whether the very address is offered to registered programs, whatever robots.txt says of it. */
  isOffered: boolean;
  /** Of a mailbox: as whom it is opened, and whose messages are wanted of it. */
  mail?: Mailbox | undefined;
}

/** @param address of the source's, that is asked: what is offered is `url` alone */
export function askedOf({ kind, url, request, offered, mail }: Source, address: string): Asked | undefined {
  if (mail) return { headers: [], isOffered: false, mail };
  const isOffered = offered !== undefined && address === url;
  if (kind !== "json" && !isOffered) return undefined;
  const { headers = {}, body, secret } = request ?? {};
  return {
    ...(kind === "json" ? { accept: "application/json,*/*;q=0.5" } : {}),
    headers: Object.entries(headers).map(([name, value]): Header => [name.toLowerCase(), value]),
    body: body === undefined ? undefined : JSON.stringify(body),
    secret,
    isOffered,
  };
}

/** What one request sends of it. */
export interface Sent {
  headers: Header[];
  /** The same as it may be kept and shown: without the secret. */
  shown: Header[];
  /** The secret in them. */
  secret?: string | undefined;
  body?: string | undefined;
}

/**
 * @param isHome whether the request goes to the source's own site, with no other on the way: nobody else is told anything of it
 * @param secretOf the value of a variable; undefined where it must not be sent
 */
export function sentTo(
  asked: Asked | undefined,
  usual: readonly Header[],
  isHome: boolean,
  secretOf: (variable: string) => string | undefined,
): Sent {
  if (!asked) return { headers: [...usual], shown: [...usual] };
  const { accept, headers, body, secret } = asked;
  const own: Header[] = [
    ...(accept ? [["accept", accept] satisfies Header] : []),
    ...(isHome && body !== undefined ? [["content-type", "application/json"] satisfies Header] : []),
    ...(isHome ? headers : []),
  ];
  const all = [...new Map([...usual, ...own])];
  const value = isHome && secret ? secretOf(secret.variable) : undefined;
  if (!secret || value === undefined) return { headers: all, shown: all, body: isHome ? body : undefined };
  const withSecret = (said: string): Header[] => [...all, [secret.header.toLowerCase(), `${secret.before}${said}`]];
  return { headers: withSecret(value), shown: withSecret(REDACTED), secret: value, body };
}

/** Why a redirect is not followed: what was asked cannot be asked there. Undefined where it is. */
export function refusedWay(
  { asked, secret }: { asked?: Asked | undefined; secret?: string | undefined },
  from: URL,
  next: URL,
  status: number,
): string | undefined {
  if (!asked) return undefined;
  if (secret !== undefined && standsIn(secret, next.href))
    return `was sent on with its secret in the address (to ${next.host})`;
  if (asked.isOffered && (next.host !== from.host || next.pathname !== from.pathname))
    return `was sent on from what its terms offer to programs (to ${next.host}${next.pathname})`;
  // RFC 9110 §15.4: by any other than these, what is posted may be left out on the way.
  if (asked.body !== undefined && (next.origin !== from.origin || (status !== 307 && status !== 308)))
    return `was sent on to where its question is not put (${next.host})`;
  return undefined;
}

/** Whether nobody on the way to a target can read what is sent. */
export function isPrivateWay(target: URL): boolean {
  const { protocol } = target;
  const host = bareHost(target);
  const isHere = host === "localhost" || (ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback");
  return protocol === "https:" || isHere;
}
