/**
 * The bot's own account, kept in the archive beside what it captured: each look with the exchanges it rested on, each
 * time it looked over a watch and said something, each decision of a person. It stands in WARC `metadata` records, a
 * JSON object a line, so that a replay can go through the same looks at the same instants.
 */
import { z } from "zod";
import { FAILURE_CAUSES } from "../fetch/capture.ts";

/** Target URIs of the records that are ours rather than the web's. */
export const JOURNAL_URI = "metadata://coming-weeks/journal";
export const CONFIG_URI = "metadata://coming-weeks/config/";

const instant = z.iso.datetime();
/** A notice as it was recorded. It is only ever compared with another, byte for byte, so nothing in it is touched. */
type Recorded = { key: string; watch: string };

function isNotice(value: unknown): value is Recorded {
  const { key, watch } = (value ?? {}) as Record<string, unknown>;
  return typeof key === "string" && typeof watch === "string";
}

const notices = z.array(z.custom<Recorded>(isNotice)).max(1000).optional();

/** One request and what came of it. */
const exchangeSchema = z.union([
  z.object({
    url: z.string(),
    status: z.int(),
    /** The record that holds the answer; for `same`, an earlier one that says the same thing. */
    record: z.string().optional(),
    same: z.literal(true).optional(),
    /** The addresses that sent us on, in order. */
    hops: z.array(z.string()).max(20).optional(),
    /** Why it was not read to its end, where that cannot be told from the answer alone: the time it took, its memory. */
    unfinished: z.string().optional(),
  }),
  z.object({ url: z.string(), failure: z.enum(FAILURE_CAUSES), detail: z.string() }),
]);

const lookSchema = z.object({
  kind: z.literal("look"),
  /** The check's id, as in the log and the store. */
  id: z.string(),
  began: instant,
  /** The instant the check was judged at. */
  at: instant,
  watch: z.string(),
  source: z.string(),
  outcome: z.string(),
  exchanges: z.array(exchangeSchema).max(1000),
  notices,
});

const lineSchema = z.discriminatedUnion("kind", [
  lookSchema,
  z.object({ kind: z.literal("look-over"), at: instant, watch: z.string(), notices }),
  z.object({
    kind: z.literal("decision"),
    at: instant,
    watch: z.string(),
    evidence: z.string(),
    decision: z.enum(["confirm", "dismiss"]),
    by: z.string(),
    reason: z.string().optional(),
    notices,
  }),
  z.object({
    kind: z.literal("statement"),
    at: instant,
    watch: z.string(),
    statement: z.string(),
    decision: z.enum(["add", "dismiss"]),
    by: z.string(),
    as: z
      .object({
        by: z.string().optional(),
        horizon: z
          .object({ earliest: z.iso.date(), likely: z.iso.date(), latest: z.iso.date(), basis: z.string() })
          .optional(),
      })
      .optional(),
    notices,
  }),
  /** From here on, this edition of the rules. A journal that names none was written under the first. */
  z.object({ kind: z.literal("rules"), at: instant, edition: z.int().min(1) }),
  /** Looks that a crash kept from being concluded. They were done anew, and do not count. */
  z.object({ kind: z.literal("unfinished"), at: instant, looks: z.array(z.string()) }),
]);

export type JournalLine = z.output<typeof lineSchema>;
export type Exchange = z.output<typeof exchangeSchema>;

export function writeLines(lines: readonly JournalLine[]): Buffer {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** @throws an Error that says which line is not one of ours */
export function readLines(payload: Buffer): JournalLine[] {
  return payload
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      let parsed: unknown;
      try {
        parsed = JSON.parse(line);
      } catch {
        parsed = undefined;
      }
      const result = lineSchema.safeParse(parsed);
      if (!result.success) throw new Error(`line ${index + 1} of the journal is not one of coming-weeks’s`);
      return result.data;
    });
}
