/** One HTTP exchange exactly as it happened. */
import type { InstantText } from "../time/instant.ts";

/** What lets the next request ask "has it changed?" (RFC 9110 §8.8). */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export type Header = [name: string, value: string];

/** An address that only sent us on. */
export interface Hop {
  url: string;
  status: number;
  rawHeaders: Header[];
}

/** A web archive, and the copy that it gave (RFC 7089). */
interface Witness {
  host: string;
  /** When it made the copy, and where that stands. */
  at: InstantText;
  address: string;
  /** What it answered, as it came. */
  raw: Answer;
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
  /** By lower-case name; several of one name are joined. */
  headers: Record<string, string>;
  /** The headers that were sent, without what of them is secret, and those that came back as they were written. */
  sentHeaders: Header[];
  /** What was posted, where anything was. */
  sentBody?: string | undefined;
  rawHeaders: Header[];
  /** The redirects on the way, in order. */
  hops: Hop[];
  /** The body as it came off the wire, still compressed. Empty for a 304. */
  wire: Buffer;
  /** SHA-256 of `wire`, hex: the capture's name in notices. */
  digest: string;
  /** Whether the request carried validators, so that a 304 means something. */
  wasConditional: boolean;
  milliseconds: number;
  /** Who gave a copy of the answer, where it is one. */
  witness?: Witness | undefined;
}

/** Why there was no answer worth reading. */
export const FAILURE_CAUSES = [
  "unreachable",
  "timeout",
  "too-large",
  "refused",
  "robots",
  "redirects",
  "interrupted",
  /** It answered, and there was no room to keep what it said. */
  "unkept",
  /** A replay asked for what its archive does not hold. */
  "not-archived",
] as const;
/** As `detail` of the cause `robots`, where a site's robots.txt says so. */
export const ROBOTS_ASKED_AWAY = "robots.txt asks robots not to read this address";
export type FailureCause = (typeof FAILURE_CAUSES)[number];

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

/** The exchange as it happened: of a copy, with who gave it. */
export function asExchanged(capture: Capture): Capture {
  return capture.kind === "answer" ? (capture.witness?.raw ?? capture) : capture;
}

/** Headers by lower-case name, several of one name joined (RFC 9110 §5.3). */
export function headersByName(raw: readonly Header[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of raw) {
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}
