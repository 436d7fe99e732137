/** A time stamp of a checkpoint, which cannot be from before there was one. */
import { elapsed } from "../../time/instant.ts";
import { readCheckpoint } from "../chain/signed.ts";
import { type Stamp, StampError } from "./stamp.ts";
import { readStamp } from "./token.ts";

/** As far as two honest clocks may be apart (WACZ Auth 0.1.0 lets them be ten minutes). */
export const APART_MS = 600_000;

/** @param roots as `readStamp` takes them @throws {StampError} where it does not hold */
export async function readCheckpointStamp(token: Buffer, text: string, roots?: readonly string[]): Promise<Stamp> {
  const stamp = await readStamp(token, text, roots);
  const made = readCheckpoint(text)?.at ?? "";
  if (elapsed(made, stamp.at) < -APART_MS)
    throw new StampError(`is of ${stamp.at}, before there was what it stamps (${made})`);
  return stamp;
}
