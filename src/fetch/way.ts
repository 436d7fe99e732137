/** The way of one exchange: from one address to the next, and where a request really goes. */
import type { InstantText } from "../time/instant.ts";
import type { Asked } from "./asked.ts";
import type { Capture, Hop, Validators } from "./capture.ts";
import { retryAfter } from "./retry.ts";

/** How far an exchange has come. */
export interface Way {
  url: string;
  validators: Validators;
  asked: Asked | undefined;
  /** What was sent of it that is secret, once it was. */
  secret?: string | undefined;
  /** Whether it has gone to no other site than the first. */
  isHome: boolean;
  hops: Hop[];
  /** Milliseconds that it took, but for waiting in line. */
  spent: number;
  at: InstantText | undefined;
}

/** Sent on to another host. */
export interface Elsewhere {
  kind: "elsewhere";
  next: URL;
}

export function restAsked(came: Capture | Elsewhere): number | undefined {
  if (came.kind !== "answer") return undefined;
  const isRefusal = came.status === 429 || came.headers["retry-after"] !== undefined;
  return isRefusal ? (retryAfter(came, came.at) ?? 0) : undefined;
}

/** Where a request really goes: a rehearsal's stand-in, or the address itself. */
export function routed(url: URL, origins: Readonly<Record<string, string>>): { target: URL; isStandIn: boolean } {
  const standIn = origins[url.origin] ?? origins[`${url.origin}/`];
  if (!standIn) return { target: url, isStandIn: false };
  return { target: new URL(url.pathname + url.search, standIn), isStandIn: true };
}
