/** One record as it stands in a file, read in one go from its headers to its end; what is not to be held only goes by. */
import { type Header, headersByName } from "../fetch/capture.ts";
import { type Doubt, StatedDigest } from "./digest.ts";
import { cutOff, damaged, Flow } from "./member.ts";
import type { WarcFile } from "./source.ts";

/** What a record says of itself. */
export interface RecordHead {
  type: string;
  /** WARC-Record-ID without its brackets. */
  id: string;
  /** WARC-Target-URI. */
  url: string;
}

export interface ArchivedRecord extends RecordHead {
  file: string;
  offset: number;
  /** Bytes it takes in the file. */
  length: number;
  /** WARC-Date. */
  at: string;
  /** The record's own headers, by lower-case name. */
  fields: Record<string, string>;
  /** The HTTP message's status line and headers, of a response, revisit or request that has them. */
  http?: { statusLine: string; status: number; rawHeaders: Header[] } | undefined;
  /** Bytes of what follows the HTTP headers, or of the whole block. */
  size: number;
  /** Those bytes; undefined when there are more than were to be held. */
  payload: Buffer | undefined;
  /** SHA-256 of the bytes it takes in the file, where that is wanted. */
  digest?: string | undefined;
  /** Digests the record states that its bytes do not have, or that cannot be computed. */
  doubts: Doubt[];
}

/** SHA-256 of the payload in hex, as a record states it; undefined where it states none, or another's. */
export function payloadDigest({ fields }: Pick<ArchivedRecord, "fields">): string | undefined {
  return /^sha256:([0-9a-f]{64})$/.exec(fields["warc-payload-digest"] ?? "")?.[1];
}

/** How many bytes of its payload are to be held, of a record. */
export type Keep = (head: RecordHead) => number;

const MAX_HEADERS = 256 * 1024;
const BEGINNING = "WARC/1.";
const BLANK = Buffer.from("\r\n\r\n");
const WITH_HTTP = new Set(["response", "revisit", "request"]);
const NOT_AS_LONG = "the record is not as long as it says";

/** A record that is begun: what stands before its payload, and the way to the rest. */
export interface Opened extends Pick<ArchivedRecord, "fields" | "http" | "size"> {
  head: RecordHead;
  block: StatedDigest;
  flow: Flow;
}

/** Whoever has what they want lets go of the flow. @throws {ArchiveError} when none stands there, or its headers are damaged */
export async function openAt(source: WarcFile, offset: number): Promise<Opened> {
  const flow = await Flow.at(source, offset);
  try {
    const fields = await readFields(source, offset, flow);
    const head = headOf(fields);
    const blockSize = sizeOf(source, offset, flow, fields);
    const block = new StatedDigest("block", fields["warc-block-digest"]);
    const http = WITH_HTTP.has(head.type) ? await readHttp(flow, blockSize, block) : undefined;
    return { head, fields, http: http?.message, size: blockSize - (http?.length ?? 0), block, flow };
  } catch (error) {
    await flow.close();
    throw error;
  }
}

/** The pieces of a payload; each is overwritten once another megabyte was read (source.ts). @throws {ArchiveError} where it breaks off */
export async function* piecesOf(source: WarcFile, offset: number, { flow, size }: Opened): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const piece = await flow.some(size - at);
    if (!piece) throw damaged(source, offset, NOT_AS_LONG);
    yield piece;
    at += piece.length;
  }
}

/** @throws {ArchiveError} when none stands there, or it is damaged */
export async function readAt(source: WarcFile, offset: number, keep: Keep): Promise<ArchivedRecord> {
  const opened = await openAt(source, offset);
  const { head, fields, http, size, block, flow } = opened;
  try {
    // A revisit names the digest of the payload it leaves out.
    const body = new StatedDigest("payload", head.type === "revisit" ? undefined : fields["warc-payload-digest"]);
    const payload = size <= keep(head) ? Buffer.allocUnsafe(size) : undefined;
    let reached = 0;
    for await (const piece of piecesOf(source, offset, opened)) {
      block.update(piece);
      body.update(piece);
      payload?.set(piece, reached);
      reached += piece.length;
    }
    const length = await readEnd(source, offset, flow);
    const at = instantOf(fields["warc-date"]);
    if (!head.type || !head.id || !at)
      throw damaged(source, offset, "the record lacks a type, an id or a date", offset + length);
    const doubts = [...block.doubts(), ...body.doubts()];
    return { file: source.file, offset, length, ...head, at, fields, http, size, payload, doubts };
  } finally {
    await flow.close();
  }
}

async function readFields(source: WarcFile, offset: number, flow: Flow): Promise<Record<string, string>> {
  const head = await flow.head(MAX_HEADERS);
  if (!flow.ahead.subarray(0, BEGINNING.length).equals(Buffer.from(BEGINNING))) {
    const what = flow.isPacked ? "no WARC record stands" : "no record starts";
    throw damaged(source, offset, offset === 0 && !flow.isPacked ? `is not a WARC file: ${what}` : what);
  }
  if (!head) throw damaged(source, offset, "the record’s headers are cut off or damaged");
  const [, ...lines] = head.toString("utf8").split("\r\n");
  await flow.take(head.length + BLANK.length);
  return headersByName(headersOf(lines));
}

function headOf(fields: Record<string, string>): RecordHead {
  const bare = (text: string | undefined) => (text ?? "").replace(/^<|>$/g, "");
  return { type: fields["warc-type"] ?? "", id: bare(fields["warc-record-id"]), url: bare(fields["warc-target-uri"]) };
}

function sizeOf(source: WarcFile, offset: number, flow: Flow, fields: Record<string, string>): number {
  const stated = fields["content-length"] ?? "";
  if (!/^\d{1,15}$/.test(stated)) throw damaged(source, offset, "the record’s headers do not say how long it is");
  const size = Number(stated);
  if (!flow.isPacked && offset + flow.taken + size + BLANK.length > source.size) throw cutOff(source, offset);
  return size;
}

/** An HTTP message's head, where the block begins with one. */
async function readHttp(flow: Flow, blockSize: number, block: StatedDigest) {
  const head = await flow.head(Math.min(blockSize, MAX_HEADERS));
  if (!head || !/^(?:HTTP\/|[A-Z]+ )/.test(head.toString("latin1", 0, 10))) return undefined;
  block.update(head);
  block.update(BLANK);
  const length = head.length + BLANK.length;
  const [statusLine = "", ...lines] = head.toString("latin1").split("\r\n");
  await flow.take(length);
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0);
  return { message: { statusLine, status, rawHeaders: headersOf(lines) }, length };
}

/** Lines of headers; one that begins with a blank goes on with the one before (RFC 9112 §5.2). */
function headersOf(lines: readonly string[]): Header[] {
  const headers: Header[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const colon = line.indexOf(":");
    if (last && /^[ \t]/.test(line)) last[1] += ` ${line.trim()}`;
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return headers;
}

/** The two empty lines that end a record. @returns what it took in the file */
async function readEnd(source: WarcFile, offset: number, flow: Flow): Promise<number> {
  const end = await flow.take(BLANK.length);
  if (!end.equals(BLANK)) throw damaged(source, offset, NOT_AS_LONG);
  if (flow.isPacked && (await flow.some(1)))
    throw damaged(source, offset, "one gzip member holds more than one record, where each wants its own,");
  return flow.length;
}

/** WARC-Date as an instant: a W3C date with as much of it as is known (ISO 28500:2017 §5.4). */
function instantOf(text: string | undefined): string | undefined {
  const isDate = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/.test(
    text ?? "",
  );
  const date = new Date(isDate ? (text ?? "") : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
