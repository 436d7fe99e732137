/** An archived capture, shown so that nothing in it can act: its headers, and its body as text. */
import { html } from "hono/html";
import type { Citation } from "../archive/citation.ts";
import { ArchiveError } from "../archive/source.ts";
import { readRecordAt } from "../archive/warc.ts";
import { headersByName } from "../fetch/capture.ts";
import { beginning } from "../fetch/content-encoding.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout, moment, outside } from "./layout.ts";

const MAX_SHOWN = 300_000;
/** More than this, unpacked, is handed out as it was sent. */
const MAX_BODY = 20 * 1024 * 1024;

interface Found {
  status: string;
  headers: readonly (readonly [string, string])[];
  wire: Buffer;
}

type Captures = Pick<Desk, "store" | "shelves">;

/** Undefined where its file cannot be read from here. */
async function read({ shelves }: Captures, citation: Citation): Promise<Found | undefined> {
  try {
    const record = await readRecordAt(shelves.find(citation.file), citation);
    if (!record.payload) return undefined;
    return {
      status: record.http?.statusLine ?? "",
      headers: record.http?.rawHeaders ?? [],
      wire: record.payload,
    };
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

export async function capturePage(desk: Captures, digest: string): Promise<Html | undefined> {
  const citation = await desk.store.citations.of(digest);
  if (!citation) return undefined;
  const { url, at, file } = citation;
  const title = html`<h1>Capture of ${moment(at)}</h1>
<p>${outside(url)}</p>`;
  const found = await read(desk, citation);
  if (!found)
    return layout({
      title: "Capture",
      body: html`${title}
<dl><dt>SHA-256</dt><dd class="digest">${digest}</dd><dt>In the archive</dt><dd>${file}</dd></dl>
<p>That file cannot be read from here. ${desk.store.shared ? "Another worker has it, who takes it to the bucket, where there is one, when it is full or its day is over." : ""}</p>`,
    });
  const { status, headers, wire } = found;
  const byName = headersByName(headers.map(([name, value]) => [name, value]));
  const body = await beginning(wire, byName["content-encoding"], MAX_SHOWN + 1).catch(() => wire);
  const isText = /text|html|xml|json/.test(byName["content-type"] ?? "text");
  const text = isText ? body.subarray(0, MAX_SHOWN).toString("utf8") : "";
  return layout({
    title: "Capture",
    body: html`${title}
<dl><dt>SHA-256</dt><dd class="digest">${digest}</dd><dt>Bytes as sent</dt><dd>${wire.length.toLocaleString("en")}</dd><dt>In the archive</dt><dd>${file}</dd></dl>
<p><a href="/captures/${digest}/bytes" download>Download the bytes</a></p>
<details><summary>Headers</summary><pre tabindex="0">${status}\n${headers.map((pair) => `${pair.join(": ")}\n`)}</pre></details>
${isText ? html`<h2>What was sent, as text</h2><pre class="source" tabindex="0">${text}</pre>${body.length > MAX_SHOWN ? html`<p>… and more: the beginning is shown</p>` : ""}` : html`<p>Not a text; download it, and open it with care.</p>`}`,
  });
}

/** The bytes as they were sent, unpacked, never to be shown by a browser. */
export async function captureBytes(desk: Captures, digest: string): Promise<Buffer | undefined> {
  const citation = await desk.store.citations.of(digest);
  const found = citation && (await read(desk, citation));
  if (!found) return undefined;
  const encoding = headersByName(found.headers.map(([name, value]) => [name, value]))["content-encoding"];
  const body = await beginning(found.wire, encoding, MAX_BODY + 1).catch(() => found.wire);
  return body.length > MAX_BODY ? found.wire : body;
}
