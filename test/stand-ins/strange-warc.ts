/** WARC records as a stranger may write them, right or wrong: text, not compressed. */
import { createHash } from "node:crypto";

/** A source of the watch that is known from the start. */
export const ADDRESS = "https://www.ohchr.org/en/press-releases";
export const JOURNAL = "metadata://coming-weeks/journal";
export const CONFIG = "metadata://coming-weeks/config/";

let number = 0;

/** A record of a type; fields given go before the usual ones. */
export function strange(
  type: string,
  url: string,
  block: string | Buffer,
  fields: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(block);
  return Buffer.concat([Buffer.from(strangeHead(type, url, bytes.length, fields)), bytes, Buffer.from("\r\n\r\n")]);
}

export function strangeHead(type: string, url: string, length: number, fields: Record<string, string> = {}): string {
  const all = {
    "WARC-Type": type,
    "WARC-Record-ID": `<urn:test:${number++}>`,
    "WARC-Date": "2022-03-01T00:00:00Z",
    "WARC-Target-URI": url,
    "Content-Length": `${length}`,
    ...fields,
  };
  return `WARC/1.1\r\n${Object.entries(all)
    .map((pair) => `${pair.join(": ")}\r\n`)
    .join("")}\r\n`;
}

export function http(body: string | Buffer, headers = "Content-Type: text/html\r\n"): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), Buffer.from(body)]);
}

export const PAGE = `<!doctype html><html><head><title>News</title></head><body><main><h1>Latest</h1><ul>${Array.from(
  { length: 12 },
  (_, item) => `<li><a href="/en/news/${item}">Item ${item} on country</a> 1 March 2022</li>`,
).join("")}</ul></main></body></html>`;

/** A capture with nothing wrong in it. */
export function sound(fields: Record<string, string> = {}): Buffer {
  return strange("response", ADDRESS, http(PAGE), fields);
}

export function labelled(algorithm: string): string {
  return `${algorithm}:${createHash(algorithm).update(http(PAGE)).digest("hex")}`;
}

/** A look as the journal tells it, but for what is given. */
export function lookLine(given: object = {}): string {
  const at = "2022-03-01T00:00:00.000Z";
  const look = { kind: "look", id: "x", began: at, at, watch: "w", source: "s", outcome: "changed", exchanges: [] };
  return `${JSON.stringify({ ...look, ...given })}\n`;
}
