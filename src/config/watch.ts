/** The schema of one watch: a commitment, the sources to poll, and the rules of evidence. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { horizon } from "../commitment/standing.ts";
import { BEARINGS, SOURCE_KINDS } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { optionalDuration } from "./duration.ts";

const day = z.iso.date({ error: (issue) => `${JSON.stringify(issue.input)} is not a date; write YYYY-MM-DD` });
const address = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .refine((url) => !/^https?:\/\/[^/]*@/.test(url), "must not carry a name or password");
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "must be lower-case letters, digits and hyphens");
const terms = z.array(z.string().trim().min(1)).min(1);

const horizonSchema = z
  .strictObject({ earliest: day, likely: day, latest: day, basis: z.string().min(1) })
  .refine(
    (range) => range.earliest <= range.likely && range.likely <= range.latest,
    "must be in order: earliest, likely, latest",
  );

const statementSchema = z
  .strictObject({
    on: day,
    by: z.string().min(1),
    phrase: z.string().min(1).max(200).describe("The few words that speak of time"),
    bearing: z.enum(BEARINGS).default("promise"),
    link: address.optional(),
    horizon: horizonSchema
      .optional()
      .describe("The dates, where the lexicon does not know the phrase or reads it otherwise"),
  })
  .refine((statement) => statement.bearing !== "promise" || horizon(statement), {
    path: ["phrase"],
    error: "is not a phrase the lexicon knows; give the dates under `horizon`, or say `bearing: no-date`",
  });

const selectorsSchema = z.strictObject({
  item: z.string().min(1).describe("CSS selector of one item"),
  title: z.string().optional(),
  date: z.string().optional(),
  link: z.string().optional(),
});

const sourceSchema = z.strictObject({
  id,
  name: z.string().optional().describe("What people call it in messages; the id by default"),
  kind: z.enum(SOURCE_KINDS),
  url: address,
  formerly: z
    .array(address)
    .max(3)
    .default([])
    .describe("Older addresses of the same source, asked when `url` is not there"),
  existence: z
    .enum(["confirmed", "likely"])
    .default("confirmed")
    .describe("likely: somebody's guess; said once, calmly, when it is not there"),
  every: optionalDuration().describe("How often to look; the schedule's by default"),
  patience: optionalDuration().describe(
    "How long it may stay unread before people are told; the schedule's by default",
  ),
  select: selectorsSchema.optional().describe("For a listing: how to find the items; by structure when left out"),
  region: z.string().optional().describe("For a page: CSS selector of the part that is watched"),
  ignore: z.array(z.string().min(1)).default([]).describe("For a page: lines with these words are not content"),
  tell: z
    .enum(["all", "subject"])
    .default("subject")
    .describe("Which changes people are told: all, or those that mention the subject"),
  pages: z.int().min(1).max(10).default(5).describe("For a listing: how many pages to go back to after a gap"),
});

export const watchSchema = z
  .strictObject({
    title: z.string().min(1).max(200).describe("What was promised, as messages name it"),
    publisher: z.strictObject({
      name: z.string().min(1),
      zone: z.string().refine(isZone, "is not a time zone; write one such as Europe/Zurich"),
      hosts: z
        .array(z.string().regex(/^[a-z0-9.-]+$/, "must be a host name in lower case"))
        .min(1)
        .describe("Only these hosts can prove publication"),
      sisters: z
        .array(z.string().regex(/^[a-z0-9.-]+$/, "must be a host name in lower case"))
        .default([])
        .describe("Hosts of other official bodies: what they say is a signal"),
    }),
    statements: z.array(statementSchema).min(1),
    evidence: z.strictObject({
      titles: terms.describe("The title, in every language it may come in"),
      subject: z.array(terms).min(1).describe("Groups of words: a title must have a word of every group"),
      topic: terms.describe("Words that make a change worth telling"),
      spellings: z
        .array(terms)
        .default([])
        .describe("Words, or names of several words, that are the same; the first stands for all"),
      words: z.int().min(20).max(5000).default(300).describe("Words of text that a document must have to be one"),
      html: z
        .boolean()
        .default(false)
        .describe("The office publishes as a page: a long page under its own heading is a document"),
    }),
    sources: z.array(sourceSchema).min(1).max(1000),
  })
  .superRefine((watch, context) => {
    if (!watch.statements.some((statement) => statement.bearing === "promise"))
      context.addIssue({
        code: "custom",
        path: ["statements"],
        message: "has no promise; at least one statement needs `bearing: promise`",
      });
    const seen = new Set<string>();
    watch.sources.forEach((source, index) => {
      if (seen.has(source.id))
        context.addIssue({
          code: "custom",
          path: ["sources", index, "id"],
          message: `"${source.id}" is used twice; each source needs its own`,
        });
      seen.add(source.id);
    });
  })
  .describe("coming-weeks: one watch") satisfies z.ZodType<Omit<Watch, "id">>;

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
