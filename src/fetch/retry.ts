/** When to ask again: in a moment, when the server says, or not at all. */
import { type InstantText, later } from "../time/instant.ts";
import { jitter } from "../time/jitter.ts";
import type { Capture } from "./capture.ts";

/** RFC 9110 §15.5.16 and §15.6: worth another try in a moment. 503 and 429 only when they say when. */
const WORTH_A_RETRY = new Set([500, 502, 503, 504]);
const FIRST_WAIT_MS = 500;
/** A longer Retry-After is left to the schedule. */
const LONGEST_WAIT_MS = 10_000;

/** When to ask again after this answer, in milliseconds; undefined when asking again at once makes no sense. */
export function waitBeforeRetry(capture: Capture, attempt: number, now: InstantText): number | undefined {
  const backoff = FIRST_WAIT_MS * 2 ** attempt * (0.75 + jitter(`${capture.url} ${now} ${attempt}`) / 2);
  if (capture.kind === "failure") return capture.cause === "unreachable" ? backoff : undefined;
  const asked = retryAfter(capture, now);
  if (asked !== undefined) return asked <= LONGEST_WAIT_MS ? asked : undefined;
  return WORTH_A_RETRY.has(capture.status) ? backoff : undefined;
}

/** Retry-After in milliseconds: seconds, or a date (RFC 9110 §10.2.3). Only where it speaks of trying again. */
export function retryAfter(capture: Capture, now: InstantText): number | undefined {
  if (capture.kind === "failure" || ![429, 503].includes(capture.status)) return undefined;
  const text = capture.headers["retry-after"]?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.parse(now));
}

/** The instant before which a host asked not to be asked again, at most a day away. */
export function notBefore(capture: Capture): InstantText | undefined {
  const wait = retryAfter(capture, capture.at);
  return wait === undefined ? undefined : later(capture.at, Math.min(wait, 86_400_000));
}
