/** What must differ from one time to the next, and come out the same in every replay. */
import { createHash } from "node:crypto";

/** From 0 to 1, as good as random; the same for the same text. */
export function jitter(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
