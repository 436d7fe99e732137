/** Fields that hold a duration: "90s", "10m", "6h", "7d", "2w". */
import { z } from "zod";
import { DURATION, milliseconds } from "../time/duration.ts";

const error = ({ input }: { input?: unknown }) =>
  `${JSON.stringify(input)} is not a duration; write a number and a unit, such as "30s", "10m", "6h" or "7d"`;
const text = z.string({ error }).regex(DURATION, { error });

/** A field that reads a duration into milliseconds. */
export function duration(fallback: string) {
  return text.default(fallback).transform(milliseconds);
}

/** The same for a field that may be left out. */
export function optionalDuration() {
  return text.transform(milliseconds).optional();
}
