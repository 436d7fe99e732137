/** An archived capture, shown so that nothing in it can act: its headers, and the beginning of its body as text. It is read as it is sent on, and never held whole. */
import { html } from "hono/html";
import type { Citation } from "../../archive/citation.ts";
import { ArchiveError } from "../../archive/source.ts";
import { type OpenRecord, openRecordAt } from "../../archive/warc.ts";
import { headersByName } from "../../fetch/capture.ts";
import { beginning } from "../../fetch/content-encoding.ts";
import type { Desk } from "../desk.ts";
import { type Html, layout, moment, outside } from "../layout.ts";
import type { Reader } from "../reader.ts";

const MAX_SHOWN = 300_000;
/** Of the bytes as they were sent: packed, no text takes more room than this. */
const MAX_READ = 1024 * 1024;

type Captures = Pick<Desk, "store" | "shelves">;

/** Undefined where its file cannot be read from here. */
async function open({ shelves }: Captures, citation: Citation): Promise<OpenRecord | undefined> {
  try {
    return await openRecordAt(shelves.find(citation.file), citation);
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

export async function capturePage(desk: Captures, reader: Reader, digest: string): Promise<Html | undefined> {
  const citation = await desk.store.citations.of(digest);
  if (!citation) return undefined;
  const { url, at, file } = citation;
  const { words, says } = reader;
  const { capture } = words;
  const found = await shownOf(desk, citation);
  const facts = [
    ["SHA-256", digest],
    ...(found ? [[capture.bytesAsSent, says.number(found.size)]] : []),
    [capture.inArchive, file],
  ];
  return layout({
    title: capture.heading,
    reader,
    body: html`<h1>${capture.of} ${moment(reader, at)}</h1>
<p>${outside(url)}</p>
<dl>${facts.map(([term, value = ""]) => html`<dt>${term}</dt><dd class="digest">${value}</dd>`)}</dl>
${found ? shownView(reader, digest, found) : html`<p>${capture.elsewhere} ${desk.store.shared ? capture.anotherWorker : ""}</p>`}`,
  });
}

type Shown = NonNullable<Awaited<ReturnType<typeof shownOf>>>;

function shownView({ words: { capture } }: Reader, digest: string, { status, headers, encoding, text }: Shown): Html {
  return html`<p><a href="/captures/${digest}/bytes" download>${capture.download}</a>, ${capture.asSent}${encoding ? ` (${capture.packed(encoding)})` : ""}; ${capture.sameDigest}</p>
<details><summary>${capture.headers}</summary><pre tabindex="0" dir="ltr">${status}\n${headers.map((pair) => `${pair.join(": ")}\n`)}</pre></details>
${text === undefined ? html`<p>${capture.notText}</p>` : html`<h2>${capture.asText}</h2><pre class="source" tabindex="0" dir="ltr">${text.slice(0, MAX_SHOWN)}</pre>${text.length > MAX_SHOWN ? html`<p>${capture.more}</p>` : ""}`}`;
}

/** What the page has room for. */
async function shownOf(desk: Captures, citation: Citation) {
  const record = await open(desk, citation);
  if (!record) return undefined;
  const { size, http } = record;
  const headers = http?.rawHeaders ?? [];
  const byName = headersByName(headers.map(([name, value]) => [name, value]));
  const encoding = byName["content-encoding"];
  const about = { size, status: http?.statusLine ?? "", headers, encoding };
  try {
    if (!/text|html|xml|json/.test(byName["content-type"] ?? "text")) return { ...about, text: undefined };
    const wire = await firstOf(record, MAX_READ);
    const body = await beginning(wire, encoding, MAX_SHOWN + 1).catch(() => wire.subarray(0, MAX_SHOWN + 1));
    return { ...about, text: body.toString("utf8") };
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  } finally {
    await record.close();
  }
}

async function firstOf(record: OpenRecord, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of record.payload) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

/** The suffix by which programs know how a body is packed, where it is packed once. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["gzip", ".gz"],
  ["x-gzip", ".gz"],
  ["br", ".br"],
  ["zstd", ".zst"],
]);

/** The bytes as they were sent, so that their digest can be compared; undefined where they cannot be read from here. */
export async function captureBytes(
  desk: Captures,
  digest: string,
): Promise<{ name: string; record: OpenRecord } | undefined> {
  const citation = await desk.store.citations.of(digest);
  const record = citation && (await open(desk, citation));
  if (!record) return undefined;
  const encoding = headersByName((record.http?.rawHeaders ?? []).map(([name, value]) => [name, value]))[
    "content-encoding"
  ];
  const suffix = SUFFIXES.get(encoding?.trim().toLowerCase() ?? "") ?? "";
  return { name: `${digest.replace(/\W/g, "").slice(0, 64)}.bin${suffix}`, record };
}
