/**
 * WARC files to read from: what stands where in them, and what happened in which order. Files that the bot wrote tell it
 * in their journal; of others, each capture is something that happened at its date.
 */
import { createHash } from "node:crypto";
import { AsyncIterReader } from "warcio";
import { type Answer, headersByName } from "../fetch/capture.ts";
import type { InstantText } from "../time/instant.ts";
import { CONFIG_URI, JOURNAL_URI, type JournalLine, readLines } from "./journal.ts";
import { ArchiveError } from "./member.ts";
import { type ArchivedRecord, readRecordAt, readRecords } from "./warc.ts";

/** Something that happened, in the order in which it did. */
export type Happening =
  | JournalLine
  /** From here on, these config files hold. */
  | { kind: "config"; at: InstantText; files: Record<string, string> }
  | ForeignCapture;

/** A capture of another tool's making. */
interface ForeignCapture {
  kind: "capture";
  at: InstantText;
  url: string;
  record: string;
}

interface Place {
  file: string;
  offset: number;
}

export interface Library {
  from: InstantText;
  to: InstantText;
  /** Captures, and lines of the journal. */
  records: number;
  /** The addresses that were captured. */
  addresses: ReadonlySet<string>;
  /** Captures of other tools' making, in the order of time. */
  captures: readonly ForeignCapture[];
  /** Whether the bot wrote any of the files, and so the journal tells what happened. */
  hasJournal: boolean;
  /** In the order of time; the journal's own order where there is one. */
  happenings(): AsyncGenerator<Happening>;
  /** The capture a record holds, or undefined when the files do not hold it, or not the payload it refers to. */
  answer(record: string): Promise<Answer | undefined>;
}

const MAX_RECORDS = 5_000_000;

/**
 * Looks through files once, keeping only where things stand.
 * @param onRead called with each file as it is looked through
 * @throws {ArchiveError} at the first damaged record
 */
export async function openLibrary(
  files: readonly string[],
  onRead: (file: string) => void = () => undefined,
): Promise<Library> {
  const places = new Map<string, Place>();
  const payloads = new Map<string, string>();
  const journal: Place[] = [];
  const captures: ForeignCapture[] = [];
  const unfinished = new Set<string>();
  const addresses = new Set<string>();
  let from = "9999";
  let to = "0000";
  let records = 0;
  for (const file of files) {
    onRead(file);
    const found: ForeignCapture[] = [];
    let isOurs = false;
    for await (const record of readRecords(file)) {
      const { type, id, at, url, offset, fields } = record;
      if (++records > MAX_RECORDS) throw new ArchiveError(`${file}: the files hold more than ${MAX_RECORDS} records`);
      if (type === "metadata" && url === JOURNAL_URI) {
        isOurs = true;
        journal.push({ file, offset });
        if (record.payload.includes('"unfinished"'))
          for (const line of linesOf(record))
            if (line.kind === "unfinished") for (const look of line.looks) unfinished.add(look);
      } else if (type === "resource" && url.startsWith(CONFIG_URI)) journal.push({ file, offset });
      else if (isCapture(record)) {
        places.set(id, { file, offset });
        addresses.add(url);
        const digest = fields["warc-payload-digest"];
        if (type === "response" && digest && !payloads.has(digest)) payloads.set(digest, id);
        found.push({ kind: "capture", at, url, record: id });
      } else continue;
      if (at < from) from = at;
      if (at > to) to = at;
    }
    if (!isOurs) captures.push(...found);
  }
  captures.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  async function answer(id: string): Promise<Answer | undefined> {
    const place = places.get(id);
    if (!place) return undefined;
    const record = await readRecordAt(place.file, place.offset);
    if (record.type !== "revisit") return answerOf(record, record);
    const original = payloads.get(record.fields["warc-payload-digest"] ?? "");
    const held = original ? places.get(original) : undefined;
    return held && answerOf(record, await readRecordAt(held.file, held.offset));
  }

  async function* happenings(): AsyncGenerator<Happening> {
    let next = 0;
    for await (const line of journalLines(journal)) {
      if (line.kind === "look" && unfinished.has(line.id)) continue;
      for (let capture = captures[next]; capture && capture.at < line.at; capture = captures[++next]) yield capture;
      yield line;
    }
    yield* captures.slice(next);
  }

  return { from, to, records, addresses, captures, hasJournal: journal.length > 0, happenings, answer };
}

/** Config records that follow one another are one config. */
async function* journalLines(journal: readonly Place[]): AsyncGenerator<Happening> {
  let config: Extract<Happening, { kind: "config" }> | undefined;
  for (const { file, offset } of journal) {
    const record = await readRecordAt(file, offset);
    if (record.url !== JOURNAL_URI) {
      config ??= { kind: "config", at: record.at, files: {} };
      config.files[decodeURI(record.url.slice(CONFIG_URI.length))] = record.payload.toString("utf8");
      continue;
    }
    if (config) yield config;
    config = undefined;
    yield* linesOf(record);
  }
}

function linesOf(record: ArchivedRecord): JournalLine[] {
  try {
    return readLines(record.payload);
  } catch (error) {
    throw new ArchiveError(`${record.file}: ${(error as Error).message} (the record at byte ${record.offset})`);
  }
}

/** A response of the web; a revisit may leave out its headers, where they are those of what it refers to. */
function isCapture({ type, url, http }: ArchivedRecord): boolean {
  return (
    ((type === "response" && http !== undefined) || type === "revisit") && /^https?:/.test(url) && URL.canParse(url)
  );
}

/** A capture as the fetcher would have given it. `original` is another record where this one only refers to it. */
async function answerOf(record: ArchivedRecord, original: ArchivedRecord): Promise<Answer> {
  const { payload } = original;
  const http = record.http ?? original.http;
  const rawHeaders = http?.rawHeaders ?? [];
  const headers = headersByName(rawHeaders);
  const wire = headers["transfer-encoding"]?.toLowerCase().includes("chunked")
    ? Buffer.from(await new AsyncIterReader([payload], null, true).readFully())
    : payload;
  return {
    kind: "answer",
    url: record.url,
    finalUrl: record.url,
    at: record.at,
    status: http?.status ?? 0,
    headers,
    rawHeaders,
    sentHeaders: [],
    hops: [],
    wire,
    digest: createHash("sha256").update(wire).digest("hex"),
    wasConditional: false,
    milliseconds: 0,
  };
}
