/** An answer that says back the secret that it was asked with. Answers are archived byte for byte, and exported: of such a one nothing is kept. */
import { setImmediate } from "node:timers/promises";
import { standsIn } from "../config/redaction.ts";
import type { Answer } from "./capture.ts";
import { unpack } from "./content-encoding.ts";

/** As the failure that it is then says it. */
export const SAID_BACK = "says back the secret that it was asked with: nothing of that is kept";

/** What is looked through at once, so that nothing waits for long; an overlap holds the longest form of a secret. */
const PIECE = 512 * 1024;
const OVERLAP = 32 * 1024;
/** A longer body than this is read by no reader, once it is unpacked (`reading.page_megabytes`). */
const MOST = 64 * 1024 * 1024;

export async function isSaidBack(
  secret: string,
  { wire, headers, rawHeaders, hops, finalUrl }: Pick<Answer, "wire" | "headers" | "rawHeaders" | "hops" | "finalUrl">,
): Promise<boolean> {
  const heads = [rawHeaders, ...hops.map((hop) => hop.rawHeaders)].flat().map(([name, value]) => `${name}: ${value}`);
  if (standsIn(secret, [finalUrl, ...hops.map(({ url }) => url), ...heads].join("\n"))) return true;
  for (const body of bodies(wire, headers["content-encoding"]))
    for (let at = 0; at < body.length; at += PIECE) {
      if (standsIn(secret, body.toString("utf8", at, at + PIECE + OVERLAP))) return true;
      await setImmediate();
    }
  return false;
}

/** As it came, and unpacked where it can be. */
function bodies(wire: Buffer, encoding: string | undefined): Buffer[] {
  if (!encoding) return [wire];
  try {
    return [wire, unpack(wire, encoding, MOST)];
  } catch {
    return [wire];
  }
}
