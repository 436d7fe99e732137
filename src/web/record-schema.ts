/** The schema of what the record says of a watch (track-record/odds-json.ts), as the API describes it. */
import { z } from "zod";
import { KINDS, STATUSES } from "../track-record/promise.ts";

const day = z.iso.date();
const chanceSchema = z.object({ by: day, chance: z.number(), low: z.number(), high: z.number() });
const promiseSchema = z.object({ said: day, phrase: z.string(), kind: z.enum(KINDS), earliest: day, latest: day });
const basisSchema = z.object({
  promises: z.int().describe("Worded like it, of those that tell of keeping"),
  kept: z.int().describe("Of them, by the end of the longest reading"),
  documents: z.int(),
  all_promises: z.int(),
  leans_on_all: z.boolean().describe("There are so few like it that the figures lean on all"),
});
export const oddsSchema = z.object({
  as_of: day.describe("The last day of which the record knows anything"),
  on: day,
  day: z.int().describe("Days since the promise in force was said"),
  promise: promiseSchema,
  basis: basisSchema,
  next_30_days: chanceSchema.optional(),
  by_latest: chanceSchema.optional().describe("By the last day of its longest reading, where that is not over"),
  by: z.array(chanceSchema).optional(),
  middle: day.optional().describe("As many come before as after"),
  span_of_eight_in_ten: z.object({ from: day.nullable(), to: day.nullable() }).optional(),
  too_few_like_this: z.enum(["late", "far"]).optional().describe("Why no chance is given"),
});
export const recordSchema = z.object({
  type: z.literal("record"),
  watch: z.string(),
  odds: oddsSchema.nullable().describe("None once it is out, where nothing dated stands promised, and where it is off"),
  beforehand: z
    .object({ as_of: day, day: z.int(), promise: promiseSchema, basis: basisSchema, by_then: chanceSchema })
    .nullable()
    .describe("Of what is out: what the record gave from the first promise on"),
  rows: z.array(
    z.object({
      id: z.string(),
      document: z.string(),
      said: day,
      phrase: z.string(),
      speaker: z.string(),
      kind: z.enum(KINDS),
      latest: day.nullable(),
      status: z.enum(STATUSES),
      until: day.describe("The day of publication, or up to which it was unpublished"),
      kept: z.boolean(),
      sources: z.array(z.object({ text: z.string(), link: z.string().optional() })),
    }),
  ),
});
