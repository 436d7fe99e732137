/** The schema of one watch: a commitment, the sources to poll, and the rules of evidence. */
import { z } from "zod";
import { readPhrase } from "../commitment/lexicon/lexicon.ts";
import { DATE_ORDERS } from "../time/date-order.ts";
import { BEARINGS, LANGUAGES, SOURCE_KINDS, WITNESSES } from "../watch/names.ts";
import { type Since, type Watch, withWitnesses } from "../watch/watch.ts";
import { askingFaults, askingFields } from "./asking.ts";
import { optionalDuration } from "./duration.ts";
import { DEFAULT_PAGES } from "./fitting.ts";
import { webAddress as address, hostName, isSelector, isZone, sourceAddress } from "./formats.ts";
import { mailFaults, mailSchema } from "./mail.ts";

const day = z.iso.date({
  error: ({ input }) =>
    input === undefined ? "is a day, written YYYY-MM-DD" : `${JSON.stringify(input)} is not a date; write YYYY-MM-DD`,
});
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "must be lower-case letters, digits and hyphens");
const term = z.string().trim().min(1);
const paused = z.boolean().default(false);
const since = day.describe("The first day on which this is known; from the start when left out");

/** A fact, or a fact with the day since which it is known. */
function fact<Name extends string, Schema extends z.ZodType<string>>(name: Name, schema: Schema) {
  const dated = z.strictObject({ [name]: schema, since } as Record<Name, Schema> & { since: typeof since });
  return z.union([schema, dated]);
}

const terms = z.array(fact("word", term)).min(1);
const shortName = z.string().trim().min(1).max(60);
const plainTerms = z.array(term).min(1);
const host = fact("host", hostName);
const location = fact("url", sourceAddress);

const horizonSchema = z
  .strictObject({ earliest: day, likely: day, latest: day, basis: z.string().min(1) })
  .refine(
    (range) => range.earliest <= range.likely && range.likely <= range.latest,
    "must be in order: earliest, likely, latest",
  );

const statementSchema = z.strictObject({
  on: day,
  by: z.string().min(1),
  phrase: z.string().min(1).max(200).describe("The few words that speak of time"),
  bearing: z.enum(BEARINGS).default("promise"),
  link: address.optional(),
  horizon: horizonSchema
    .optional()
    .describe("The dates, where the lexicon does not know the phrase or reads it otherwise"),
});

const namedDaySchema = z.strictObject({
  on: day,
  names: z.array(term).min(1).describe("What people call it: her term, the recess, the Olympics"),
});

const selector = z
  .string()
  .min(1)
  .refine(isSelector, "is not a CSS selector that can be used; write one such as .views-row or ul.news > li");
const selectorsSchema = z.strictObject({
  item: selector.describe("CSS selector of one item"),
  title: selector.optional(),
  date: selector.optional(),
  link: selector.optional(),
});

const sourceSchema = z.strictObject({
  id,
  name: z.string().optional().describe("What people call it in messages; the id by default"),
  kind: z.enum(SOURCE_KINDS),
  since: since.optional(),
  url: location,
  formerly: z
    .array(location)
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
  ...askingFields,
  mail: mailSchema.optional().describe("For mail: the mailbox, which is only ever read, and whose signed word counts"),
  region: selector.optional().describe("For a page: CSS selector of the part that is watched"),
  ignore: z.array(z.string().min(1)).default([]).describe("For a page: lines with these words are not content"),
  dates: z
    .enum(DATE_ORDERS)
    .optional()
    .describe(
      "How it writes 03/04/2022: day first (dmy), month first (mdy) or year first (ymd); told by its pages when left out",
    ),
  tell: z
    .enum(["all", "subject"])
    .default("subject")
    .describe("Which changes people are told: all, or those that mention the subject"),
  pages: z
    .int()
    .min(1)
    .max(10)
    .default(DEFAULT_PAGES)
    .describe("For a listing: how many pages to go back to after a gap"),
  paused: paused.describe("It is not looked at until this is taken out"),
  witness: z
    .enum(WITNESSES)
    .optional()
    .describe("Whose existing copies of it are read while its own site refuses robots; they signal, and do not prove"),
});

export const watchSchema = z
  .strictObject({
    id: id
      .optional()
      .describe("By which its data is known; the file's name by default. Written here, the file may be renamed"),
    title: z
      .string()
      .min(1)
      .max(200)
      .refine((title) => !/\p{Cc}/u.test(title), "must be one line, with no line's end, tab or other control character")
      .describe("What was promised"),
    short: z
      .union([shortName, z.partialRecord(z.enum(LANGUAGES), shortName)])
      .optional()
      .describe("What messages call it, in a few words; by language where it differs; the title by default"),
    publisher: z.strictObject({
      name: z.string().min(1),
      zone: z.string().refine(isZone, "is not a time zone; write one such as Europe/Zurich"),
      hosts: z.array(host).min(1).describe("Only these hosts can prove publication"),
      files: z
        .array(hostName)
        .optional()
        .describe("More of its hosts, where only its files stand, and no source does: they prove as well"),
      sisters: z.array(hostName).default([]).describe("Hosts of other official bodies: what they say is a signal"),
    }),
    statements: z.array(statementSchema).min(1),
    days: z
      .array(namedDaySchema)
      .max(50)
      .optional()
      .describe("Days that a time phrase may call by name instead of giving the date"),
    evidence: z.strictObject({
      titles: z.array(fact("title", term)).min(1).describe("The title, in every language it may come in"),
      subject: z.array(terms).min(1).describe("Groups of words: a title must have a word of every group"),
      topic: terms.describe("Words that make a change worth telling"),
      spellings: z
        .array(plainTerms)
        .default([])
        .describe("Words, or names of several words, that are the same; the first stands for all"),
      words: z.int().min(20).max(5000).default(300).describe("Words of text that a document must have to be one"),
      html: z
        .boolean()
        .default(false)
        .describe("The office publishes as a page: a long page under its own heading is a document"),
    }),
    sources: z.array(sourceSchema).min(1).max(1000),
    paused: paused.describe("Nothing of it is looked at or told until this is taken out"),
    mute_until: day
      .optional()
      .describe(
        "Until that day begins at the publisher's, only the publication and what may be it are told; the rest waits",
      ),
    record: z
      .union([z.literal("off"), z.strictObject({ case: term.optional() })], {
        error: "must be off, or `case:` with the name of this document in the record",
      })
      .optional()
      .describe(
        "How such promises went before: off says nothing of it; `case` names this document there, so that its own rows are left out",
      ),
  })
  .superRefine((watch, context) => {
    if (!watch.statements.some((statement) => statement.bearing === "promise"))
      context.addIssue({
        code: "custom",
        path: ["statements"],
        message: "has no promise; at least one statement needs `bearing: promise`",
      });
    watch.statements.forEach(({ bearing, horizon, phrase, on }, index) => {
      // What is no date, or no phrase, is said of its own field.
      const isReadable = [{ on }, ...(watch.days ?? [])].every((one) => day.safeParse(one.on).success) && phrase !== "";
      if (bearing === "promise" && !horizon && isReadable && !readPhrase(phrase, on, watch.days))
        context.addIssue({
          code: "custom",
          path: ["statements", index, "phrase"],
          message: "is not a phrase the lexicon knows; give the dates under `horizon`, or say `bearing: no-date`",
        });
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
      for (const { path, says } of [...askingFaults(source, watch.publisher), ...mailFaults(source)])
        context.addIssue({ code: "custom", path: ["sources", index, ...path], message: says });
    });
  })
  .transform(withSince)
  .transform(withNamedDays)
  .transform(withWitnesses)
  .describe("coming-weeks: one watch") satisfies z.ZodType<Omit<Watch, "id"> & { id?: string | undefined }>;

/** A watch as its file has it. */
export type WrittenWatch = z.input<typeof watchSchema>;

type Fact = string | ({ since: string } & Record<string, string>);
interface WrittenSource {
  id: string;
  since?: string | undefined;
  url: Fact;
  formerly: Fact[];
}
interface Written {
  publisher: { hosts: Fact[]; files?: string[] | undefined };
  evidence: { titles: Fact[]; subject: Fact[][]; topic: Fact[] };
  sources: WrittenSource[];
}
/** The same, with every fact a plain text. */
type Plain<W extends Written> = Omit<W, keyof Written> & {
  publisher: Omit<W["publisher"], "hosts"> & { hosts: string[] };
  evidence: Omit<W["evidence"], "titles" | "subject" | "topic"> & {
    titles: string[];
    subject: string[][];
    topic: string[];
  };
  sources: (Omit<W["sources"][number], "since" | "url" | "formerly"> & { url: string; formerly: string[] })[];
  since?: Since;
};

/** Puts the days aside since which facts are known, so that a fact is a plain text everywhere else. */
function withSince<W extends Written>(written: W): Plain<W> {
  const since: Since = { titles: {}, words: {}, hosts: {}, sources: {}, addresses: {} };
  const plain = (kind: keyof Since) => (fact: Fact) => {
    if (typeof fact === "string") return fact;
    const { since: from, ...rest } = fact;
    const [value = ""] = Object.values(rest);
    since[kind][value] = from;
    return value;
  };
  const { publisher, evidence, sources } = written;
  const facts = {
    publisher: { ...publisher, hosts: [...publisher.hosts.map(plain("hosts")), ...(publisher.files ?? [])] },
    evidence: {
      ...evidence,
      titles: evidence.titles.map(plain("titles")),
      subject: evidence.subject.map((group) => group.map(plain("words"))),
      topic: evidence.topic.map(plain("words")),
    },
    sources: sources.map(({ since: from, ...source }) => {
      if (from) since.sources[source.id] = from;
      return { ...source, url: plain("addresses")(source.url), formerly: source.formerly.map(plain("addresses")) };
    }),
  };
  const isDated = Object.values(since).some((dated) => Object.keys(dated).length > 0);
  return { ...written, ...facts, ...(isDated ? { since } : {}) } as unknown as Plain<W>;
}

/** A promise that calls its day by name has its dates from here on. */
function withNamedDays<W extends Pick<Watch, "statements" | "days">>(watch: W): W {
  const statements = watch.statements.map((statement) => {
    const { bearing, horizon, phrase, on } = statement;
    if (bearing !== "promise" || horizon || readPhrase(phrase, on)) return statement;
    const range = readPhrase(phrase, on, watch.days);
    return { ...statement, ...(range ? { horizon: range } : {}) };
  });
  return { ...watch, statements };
}
