/** How long a channel that failed is let be. */
import { DAY_MS } from "../time/instant.ts";
import type { Sent } from "./channel.ts";

const FIRST_MS = 1000;
const LONGEST_MS = 600_000;
/** "Published" waits no longer than this for the next try: an outage may be over. */
const LONGEST_URGENT_MS = 15_000;
/** Who asks for more is asked again all the same: a service may be wrong, or lie. */
const LONGEST_ASKED_MS = DAY_MS;
/** Where a person must mend something, it is looked whether one did; sooner when there is something urgent to say. */
const STOPPED_MS = 3_600_000;
const STOPPED_URGENT_MS = 300_000;

/**
 * @param failures in a row, from 1
 * @returns milliseconds, as a rule and for what is most urgent. What the other side asks for is kept to in either case
 */
export function pauseAfter(
  failures: number,
  sent: Extract<Sent, { kind: "later" | "stopped" }>,
): { usual: number; urgent: number } {
  if (sent.kind === "stopped") return { usual: STOPPED_MS, urgent: STOPPED_URGENT_MS };
  if (sent.wait !== undefined && Number.isFinite(sent.wait)) {
    const wait = Math.min(Math.max(0, sent.wait), LONGEST_ASKED_MS);
    return { usual: wait, urgent: wait };
  }
  const usual = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return { usual, urgent: Math.min(usual, LONGEST_URGENT_MS) };
}
