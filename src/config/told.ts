/** What a place on Discord and any other channel may say of what it is told, and how. */
import { z } from "zod";
import { didYouMean } from "../language/did-you-mean.ts";
import { LANGUAGES, NOTICE_KINDS, RECORD_SAID } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";
import { isZone } from "./formats.ts";

export const kinds = z.array(z.enum(NOTICE_KINDS));
export const language = z.enum(LANGUAGES);
export const record = z
  .enum(RECORD_SAID)
  .describe("Whether reminders say how such promises went before, and the chance that this one comes: on, or off");

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "22:00", in quotes');
const quiet = z
  .strictObject({
    from: timeOfDay,
    to: timeOfDay,
    zone: z.string().refine(isZone, "is not a time zone; write one such as Europe/Zurich"),
  })
  .refine(({ from, to }) => from !== to, "begins when it ends; write two times of day")
  .describe("When only what is said of the publication itself is told; the rest waits, and is summed up");

/** What each of them says for itself, where it is to be otherwise than `delivery` says for all. */
export const told = {
  watches: z.array(z.string()).min(1).optional().describe("Only these watches; all by default"),
  kinds: kinds.optional().describe("Only these kinds of notice; those of `delivery` by default"),
  language: language.optional().describe("That of `delivery` by default"),
  quiet: quiet.optional(),
  record: record.optional(),
};

/** Of the watches that a place or a channel names, those that there are not. @param field its own */
export function unknownWatches(
  field: PropertyKey[],
  named: readonly string[] = [],
  watches: readonly Watch[],
): Fault[] {
  const known = watches.map(({ id }) => id);
  return named.flatMap((id, at) =>
    known.includes(id)
      ? []
      : [
          {
            path: [...field, "watches", at],
            says: `there is no watch "${id}"; there is ${known.join(", ")}${didYouMean(id, known)}`,
          },
        ],
  );
}

/** The name of an environment variable. What stands there may be the secret itself, so it is not shown. @param example a name for it */
export function variable(example: string): z.ZodString {
  return z.string().regex(/^[A-Z][A-Z0-9_]*$/, {
    error: `"…" is not the name of an environment variable; write one such as ${example}`,
  });
}
