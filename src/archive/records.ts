/** What is archived, as WARC records: an exchange with its hops and its request, the config, the journal. */
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Answer } from "../fetch/capture.ts";
import type { InstantText } from "../time/instant.ts";
import type { ToArchive } from "./citation.ts";
import { CONFIG_URI, JOURNAL_URI, writeLines } from "./journal.ts";
import type { NewRecord } from "./warc.ts";

/** ISO 28500:2017 §6.7.2. */
export const REVISIT_PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

export function newId(): string {
  return `urn:uuid:${randomUUID()}`;
}

export function responseRecord({ record, answer, same }: ToArchive): NewRecord {
  const { finalUrl, at, status, rawHeaders, wire, digest } = answer;
  const http = { statusLine: statusLine(status), rawHeaders: withoutFraming(rawHeaders) };
  if (!same) return { type: "response", id: record, at, url: finalUrl, http, payload: wire };
  const fields = {
    "WARC-Payload-Digest": `sha256:${digest}`,
    "WARC-Profile": REVISIT_PROFILE,
    "WARC-Refers-To": `<${same.record}>`,
    "WARC-Refers-To-Target-URI": same.url,
    "WARC-Refers-To-Date": same.at,
  };
  return { type: "revisit", id: record, at, url: finalUrl, fields, http, payload: Buffer.alloc(0) };
}

export function requestRecord({ record, answer: { finalUrl, at, sentHeaders, sentBody } }: ToArchive): NewRecord {
  const { host, pathname, search } = new URL(finalUrl);
  const http = {
    statusLine: `${sentBody === undefined ? "GET" : "POST"} ${pathname}${search} HTTP/1.1`,
    rawHeaders: [["host", host] as const, ...sentHeaders].map(([name, value]): [string, string] => [name, value]),
  };
  return {
    type: "request",
    id: newId(),
    at,
    url: finalUrl,
    fields: { "WARC-Concurrent-To": `<${record}>` },
    http,
    payload: Buffer.from(sentBody ?? ""),
  };
}

/** The addresses that only sent us on, so that other tools can follow the same way. */
export function hopRecords({ answer: { hops, at } }: ToArchive): NewRecord[] {
  return hops.map(({ url, status, rawHeaders }) => ({
    type: "response",
    id: newId(),
    at,
    url,
    fields: { "WARC-Truncated": "unspecified" },
    http: { statusLine: statusLine(status), rawHeaders: withoutFraming(rawHeaders) },
    payload: Buffer.alloc(0),
  }));
}

export function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
}

/** The body is kept as one piece; a header that says it comes in chunks would mislead who reads it. */
function withoutFraming(rawHeaders: Answer["rawHeaders"]): Answer["rawHeaders"] {
  return rawHeaders.map(([name, value]) =>
    name.toLowerCase() === "transfer-encoding" ? [`X-Archive-Orig-${name}`, value] : [name, value],
  );
}

export function configRecords(config: Readonly<Record<string, string>>, at: InstantText): NewRecord[] {
  return Object.entries(config).map(([name, text]) => ({
    type: "resource",
    id: newId(),
    at,
    url: `${CONFIG_URI}${encodeURI(name)}`,
    fields: { "Content-Type": "application/yaml" },
    payload: Buffer.from(text),
  }));
}

/** @param lines as they are to stand there */
export function journalRecord(lines: readonly string[], at: InstantText): NewRecord {
  const fields = { "Content-Type": "application/x-ndjson" };
  return { type: "metadata", id: newId(), at, url: JOURNAL_URI, fields, payload: writeLines(lines) };
}

/** The record that begins a file. */
export function aboutFile(software: string, name: string, at: InstantText): NewRecord {
  const about = {
    software: software,
    format: "WARC File Format 1.1",
    conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    description: `${JOURNAL_URI} records hold the bot’s own account of its looks, a JSON object a line; each ends on the link of a hash chain`,
  };
  const payload = Buffer.from(
    Object.entries(about)
      .map((pair) => `${pair.join(": ")}\r\n`)
      .join(""),
  );
  return { type: "warcinfo", id: newId(), at, fields: { "WARC-Filename": name }, payload };
}
