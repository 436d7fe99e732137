/** A capture as the fetcher would have given it, out of the record that holds it; or why it is not to be read. */
import { type Answer, headersByName } from "../fetch/capture.ts";
import { sha256 } from "./digest.ts";
import type { ArchivedRecord } from "./record.ts";

/** A capture that the files hold and that is not to be read: what is cut would be read as if that were all. */
export interface Withheld {
  kind: "withheld";
  detail: string;
}

/** In the words of the fetcher, which refuses it as well. */
export function tooLarge(most: number): Withheld {
  return { kind: "withheld", detail: `is larger than ${most} bytes` };
}

/**
 * @param original another record where this one only refers to it
 * @param most bytes that its body may have as it came off the wire
 */
export function answerOf(record: ArchivedRecord, original: ArchivedRecord, most: number): Answer | Withheld {
  const http = record.http ?? original.http;
  const status = http?.status ?? 0;
  const rawHeaders = http?.rawHeaders ?? [];
  const headers = headersByName(rawHeaders);
  const { payload, fields } = original;
  if (!payload) return tooLarge(most);
  // ISO 28500:2017 §5.13 and §7. An address that only sent us on has no body to lack.
  const isPart = fields["warc-truncated"] !== undefined || fields["warc-segment-number"] !== undefined;
  const isChunked = headers["transfer-encoding"]?.toLowerCase().includes("chunked") ?? false;
  const wire = isChunked ? dechunked(payload) : payload;
  if (!wire || (isPart && status >= 200 && status < 300))
    return { kind: "withheld", detail: "is in the archive only in part" };
  return {
    kind: "answer",
    url: record.url,
    finalUrl: record.url,
    at: record.at,
    status,
    headers,
    rawHeaders,
    sentHeaders: [],
    hops: [],
    wire,
    digest: sha256(wire),
    wasConditional: false,
    milliseconds: 0,
  };
}

const MAX_CHUNK_LINE = 4096;

/**
 * A body that came in chunks (RFC 9112 §7.1) as one piece; as it is, where it was archived as one piece already. Undefined
 * when it breaks off. Done here, because warcio makes an object of each chunk, and a chunk may be of one byte.
 */
function dechunked(bytes: Buffer): Buffer | undefined {
  const whole = Buffer.allocUnsafe(bytes.length);
  let size = 0;
  for (let at = 0; ; ) {
    const line = bytes.subarray(at, at + MAX_CHUNK_LINE);
    const end = line.indexOf("\r\n");
    const stated = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(line.toString("latin1", 0, Math.max(0, end)))?.[1];
    if (stated === undefined) return at === 0 ? bytes : undefined;
    const length = Number.parseInt(stated, 16);
    if (length === 0) return whole.subarray(0, size);
    const start = at + end + 2;
    const next = start + length + 2;
    if (bytes.toString("latin1", next - 2, next) !== "\r\n") return undefined;
    size += bytes.copy(whole, size, start, next - 2);
    at = next;
  }
}
