/** One HTTP exchange exactly as it happened. */
import type { InstantText } from "../language/civil-date.ts";

/** What lets the next request ask "has it changed?" (RFC 9110 §8.8). */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** The publisher's server answered. */
export interface Answer {
  kind: "answer";
  /** The address asked for, as people know it: never the stand-in that `origins` may send the request to. */
  url: string;
  /** The address that answered, after redirects. */
  finalUrl: string;
  at: InstantText;
  status: number;
  headers: Record<string, string>;
  /** The body as it came off the wire, still compressed. Empty for a 304. */
  wire: Buffer;
  /** SHA-256 of `wire`, hex: the capture's name in notices. */
  digest: string;
  /** Whether the request carried validators, so that a 304 means something. */
  wasConditional: boolean;
  milliseconds: number;
}

/** Why there was no answer worth reading. */
export type FailureCause = "unreachable" | "timeout" | "too-large" | "refused" | "robots" | "redirects" | "interrupted";

/** No answer, or one we had to refuse. */
export interface Failure {
  kind: "failure";
  url: string;
  at: InstantText;
  cause: FailureCause;
  /** One sentence for people. */
  detail: string;
  milliseconds: number;
}

export type Capture = Answer | Failure;
