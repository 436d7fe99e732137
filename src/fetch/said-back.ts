/** An answer that says back the secret that it was asked with. Answers are archived byte for byte, and exported: of such a one nothing is kept. */
import { setImmediate } from "node:timers/promises";
import { finderOf } from "../config/redaction.ts";
import type { Answer } from "./capture.ts";
import { unpacking } from "./content-encoding.ts";

/** As the failure that it is then says it. */
export const SAID_BACK = "says back the secret that it was asked with: nothing of that is kept";

/** Beside each piece stands so much of what comes before it: the longest form of a secret fits. */
const OVERLAP = 32 * 1024;
/** A longer body than this is read by no reader, once it is unpacked (`reading.page_megabytes`). */
const MOST = 64 * 1024 * 1024;

export async function isSaidBack(
  secret: string,
  { wire, headers, rawHeaders, hops, finalUrl }: Pick<Answer, "wire" | "headers" | "rawHeaders" | "hops" | "finalUrl">,
): Promise<boolean> {
  const isIn = finderOf(secret);
  const heads = [rawHeaders, ...hops.map((hop) => hop.rawHeaders)].flat().map(([name, value]) => `${name}: ${value}`);
  if (isIn([finalUrl, ...hops.map(({ url }) => url), ...heads].join("\n"))) return true;
  const encoding = headers["content-encoding"];
  for (const pieces of [unpacking(wire, undefined, wire.length), ...(encoding ? [unpacked(wire, encoding)] : [])]) {
    let before: Buffer = Buffer.alloc(0);
    for await (const piece of pieces) {
      const text = Buffer.concat([before, piece]);
      if (isIn(text.toString("utf8"))) return true;
      before = text.subarray(-OVERLAP);
      // So that nothing else waits for long.
      await setImmediate();
    }
  }
  return false;
}

/** As far as it can be: of a body that is cut off, what comes before that is kept as well. */
async function* unpacked(wire: Buffer, encoding: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* unpacking(wire, encoding, MOST);
  } catch {
    // Damaged, or too large: whoever reads it says so.
  }
}
