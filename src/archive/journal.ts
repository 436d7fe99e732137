/**
 * The bot's own account, kept in the archive beside what it captured: each look with the exchanges it rested on, each
 * time it looked over a watch and said something, each decision of a person. These are its steps. It stands in WARC `metadata` records, a
 * JSON object a line, so that a replay can go through the same looks at the same instants.
 */
import { z } from "zod";
import { FAILURE_CAUSES } from "../fetch/capture.ts";
import { linkSchema } from "./chain/link.ts";
import { checkpointSchema, forgottenSchema, timestampSchema } from "./chain/signed.ts";
import type { RecordHead } from "./record.ts";

/** Target URIs of the records that are ours rather than the web's. */
export const JOURNAL_URI = "metadata://coming-weeks/journal";
export const CONFIG_URI = "metadata://coming-weeks/config/";

export function isJournal({ type, url }: RecordHead): boolean {
  return type === "metadata" && url === JOURNAL_URI;
}

/** Of a file, no more is held than its journal, up to as much as one may be. */
export function journalOnly(head: RecordHead): number {
  return isJournal(head) ? MAX_JOURNAL : 0;
}

export function isConfig({ type, url }: RecordHead): boolean {
  return type === "resource" && url.startsWith(CONFIG_URI);
}

/** What a record of the journal, and a line in it, may hold: many times what the bot writes, and little enough to parse. */
const MEGABYTE = 1024 * 1024;
export const MAX_JOURNAL = 32 * MEGABYTE;
const MAX_LINE = 4 * MEGABYTE;
const MAX_NESTED = 50;
const MAX_NAME = 10_000;

/** No page is older than the web; a replay goes through the years day by day, and must come to an end. */
export function isInTime(at: string): boolean {
  return at >= "1990" && at < "2100";
}

const instant = z.iso.datetime().refine(isInTime);
const address = z.string().refine((text) => URL.canParse(text));

/** A list of which no more than the first fault is looked at, and nothing at all when it is too long. */
function few<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(z.unknown()).max(most).pipe(z.array(item));
}

/** A notice as it was recorded. It is only ever compared with another, byte for byte, so nothing in it is touched. */
type Recorded = { key: string; watch: string; kind: string; at: string };

function isNotice(value: unknown): value is Recorded {
  const { key, watch, kind, at } = (value ?? {}) as Record<string, unknown>;
  const isNamed = [key, watch, kind].every((text) => typeof text === "string" && text.length <= MAX_NAME);
  return isNamed && instant.safeParse(at).success && isNestedWithin(MAX_NESTED, value);
}

function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner));
}

const notices = few(z.custom<Recorded>(isNotice), 1000).optional();

/** One request and what came of it. */
const exchangeSchema = z.union([
  z.object({
    url: address,
    status: z.int(),
    /** The record that holds the answer; for `same`, an earlier one that says the same thing. */
    record: z.string().optional(),
    same: z.literal(true).optional(),
    /** The addresses that sent us on, in order. */
    hops: few(address, 20).optional(),
    /** Why it was not read to its end, where that cannot be told from the answer alone: the time it took, its memory. */
    unfinished: z.string().max(300).optional(),
  }),
  z.object({ url: address, failure: z.enum(FAILURE_CAUSES), detail: z.string() }),
]);

const texts = z.custom<string[]>((value) => Array.isArray(value) && value.every((text) => typeof text === "string"));

/** Who did something, by the handle that the store alone knows by a name (before handles: by name), and where they did it. */
const who = { by: z.string(), from: z.enum(["discord", "page", "command line"]).optional() };

/** When the person decided, where they left it for the bot to act on. */
const left = { decided: instant.optional() };

/** Whether somebody is named by a handle, as all are since there are any. */
export function isHandle(by: string): boolean {
  return /^(?:discord|page|command-line|earlier)-[0-9a-f]{16}$/.test(by);
}

/** What every step has: something that was done about a watch, and that a crash may keep from being concluded. */
const step = {
  /** Of a look, the check's, as in the log and the store. */
  id: z.string().max(MAX_NAME).optional(),
  /** Where several bots share a watch: which step came before which. */
  order: z.int().min(0).optional(),
  watch: z.string(),
  notices,
  /** Notices told earlier that are more complete from here on: by their keys, the digests of what they are now. */
  completed: few(z.object({ key: z.string().max(MAX_NAME), digest: z.string().max(64) }), 1000).optional(),
};

const lookSchema = z.object({
  ...step,
  kind: z.literal("look"),
  id: z.string(),
  began: instant,
  /** The instant the check was judged at. */
  at: instant,
  source: z.string(),
  outcome: z.string(),
  exchanges: few(exchangeSchema, 1000),
});

/** A version of a watch's text. `isArchived`: it is not watched any more, and this is the last. */
const revised = z.object({ text: z.string(), isArchived: z.boolean() });
export type RevisedText = z.output<typeof revised>;

const lineSchema = z.discriminatedUnion("kind", [
  lookSchema,
  z.object({ ...step, kind: z.literal("look-over"), at: instant }),
  z.object({
    ...step,
    kind: z.literal("decision"),
    at: instant,
    evidence: z.string(),
    decision: z.enum(["confirm", "dismiss"]),
    ...{ ...who, ...left },
    reason: z.string().optional(),
  }),
  z.object({
    ...step,
    kind: z.literal("statement"),
    at: instant,
    statement: z.string(),
    decision: z.enum(["add", "dismiss"]),
    ...{ ...who, ...left },
    as: z
      .object({
        by: z.string().optional(),
        horizon: z
          .object({ earliest: z.iso.date(), likely: z.iso.date(), latest: z.iso.date(), basis: z.string() })
          .optional(),
      })
      .optional(),
  }),
  /** A person changed the watch: its YAML before and after, and who did, where that is known. */
  z.object({
    ...step,
    kind: z.literal("revision"),
    at: instant,
    version: z.int().min(1),
    ...who,
    by: who.by.optional(),
    before: revised.optional(),
    after: revised,
  }),
  linkSchema,
  checkpointSchema,
  forgottenSchema,
  timestampSchema,
  /** From here on, this edition of the rules. A journal that names none was written under the first. */
  z.object({ kind: z.literal("rules"), at: instant, edition: z.int().min(1) }),
  /** Steps that something kept from being concluded. They were done anew, and do not count. Once only `looks` were. */
  z
    .object({ kind: z.literal("unfinished"), at: instant, steps: texts.optional(), looks: texts.optional() })
    .transform(({ kind, at, steps, looks }) => ({ kind, at, steps: steps ?? looks ?? [] })),
]);

export type JournalLine = z.output<typeof lineSchema>;
/** Lines that tell nothing of a watch, but hold the others. */
const SEALS = ["link", "checkpoint", "forgotten", "timestamp"] as const;
/** A line that tells what the bot did. */
export type Told = Exclude<JournalLine, { kind: (typeof SEALS)[number] }>;
export function isTold(line: JournalLine): line is Told {
  return !SEALS.some((kind) => kind === line.kind);
}
export type Exchange = z.output<typeof exchangeSchema>;

/** The ids of those lines that are steps. */
export function stepsOf(lines: readonly JournalLine[]): string[] {
  return lines.flatMap((line) => ("id" in line && line.id) || []);
}

/** @param lines as they are to stand there: what JSON.stringify makes of a `JournalLine` */
export function writeLines(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(""));
}

/** The lines, one after the other. @throws an Error that says which line is not one of ours */
export function* readLines(payload: Buffer): Generator<JournalLine> {
  for (const { text, number } of textLines(payload)) yield readLine(text, number);
}

/** The same as they stand there, not looked into. @throws an Error that says which line is too long */
export function* textLines(payload: Buffer): Generator<{ text: string; number: number }> {
  let number = 0;
  for (let from = 0; from < payload.length; ) {
    const found = payload.indexOf("\n", from);
    const end = found < 0 ? payload.length : found;
    number += 1;
    if (end - from > MAX_LINE)
      throw new Error(
        `line ${number} of the journal is longer than ${MAX_LINE / MEGABYTE} MB, which none of coming-weeks’s is`,
      );
    if (end > from) yield { text: payload.toString("utf8", from, end), number };
    from = end + 1;
  }
}

/** @throws an Error that says which line is not one of ours */
export function readLine(text: string, number: number): JournalLine {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const result = lineSchema.safeParse(parsed);
  if (!result.success) throw new Error(`line ${number} of the journal is not one of coming-weeks’s`);
  return result.data;
}
