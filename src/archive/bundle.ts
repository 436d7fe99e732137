/** What one notice rests on, in a folder that can be sent to somebody: the captures, the notice, and how to check them. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeUsual } from "../config/file-modes.ts";
import type { Notice } from "../judge/notice.ts";
import { plainText, say } from "../message/wording.ts";
import { SOFTWARE } from "../watch/software.ts";
import type { Citation } from "./citation.ts";
import { CONFIG_URI, JOURNAL_URI, type JournalLine, MAX_JOURNAL, readLines, writeLines } from "./journal.ts";
import type { ArchivedRecord, RecordHead } from "./record.ts";
import { newId } from "./records.ts";
import type { Shelves } from "./shelves.ts";
import { ArchiveError, type KeptFile, openWarc } from "./source.ts";
import { encodeRecord, readRecordAt, readRecords } from "./warc.ts";

const BUNDLE_FILES = { warc: "evidence.warc.gz", notice: "notice.json", text: "HOW-TO-CHECK.txt" } as const;

/**
 * Writes a notice's bundle into a folder that is new, or empty.
 * @param citations every archived answer the store knows
 * @throws {ArchiveError} when the folder holds something already or cannot be written, or a capture is not where the store says
 */
export async function writeBundle(
  shelves: Pick<Shelves, "find">,
  { id, notice }: { id: string; notice: Notice },
  citations: readonly Citation[],
  folder: string,
): Promise<{ captures: number; bytes: number }> {
  const found = await findLook(shelves, notice, citations);
  const wanted = wantedCitations(notice, found?.line, citations);
  const members: Buffer[] = [
    await encodeRecord({
      type: "warcinfo",
      id: newId(),
      at: notice.at,
      fields: { "WARC-Filename": BUNDLE_FILES.warc },
      payload: Buffer.from(
        `software: ${SOFTWARE}\r\nformat: WARC File Format 1.1\r\ndescription: what notice ${id} rests on\r\n`,
      ),
    }),
  ];
  for (const record of found?.config ?? []) members.push(await copy(shelves.find(found?.file ?? ""), record));
  for (const citation of wanted) {
    const file = shelves.find(citation.file);
    const response = await readRecordAt(file, citation, 0);
    members.push(await copy(file, response));
    const request = await readRecordAt(file, { offset: response.offset + response.length }, 0).catch(() => undefined);
    if (request?.type === "request") members.push(await copy(file, request));
  }
  if (found)
    members.push(
      await encodeRecord({
        type: "metadata",
        id: newId(),
        at: found.line.at,
        url: JOURNAL_URI,
        fields: { "Content-Type": "application/x-ndjson" },
        payload: writeLines([JSON.stringify(found.line)]),
      }),
    );
  const warc = Buffer.concat(members);
  makeEmpty(folder);
  writeFileSync(join(folder, BUNDLE_FILES.warc), warc);
  writeFileSync(join(folder, BUNDLE_FILES.notice), `${JSON.stringify({ id, ...notice }, undefined, 2)}\n`);
  writeFileSync(join(folder, BUNDLE_FILES.text), howToCheck(id, notice, wanted));
  for (const name of Object.values(BUNDLE_FILES)) makeUsual(join(folder, name));
  return { captures: wanted.length, bytes: warc.length };
}

/** Made last: where something cannot be gathered, nothing is left behind. */
function makeEmpty(folder: string): void {
  const elsewhere = "name another folder with --out";
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder);
      makeUsual(folder, "folder");
    }
    if (readdirSync(folder).length > 0) throw new ArchiveError(`${folder}: holds something already; ${elsewhere}`);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? `there is no folder ${dirname(folder)}, or it takes no writes`
        : `cannot be written (${code})`;
    throw new ArchiveError(`${folder}: ${why}; ${elsewhere}`);
  }
}

interface Found {
  file: string;
  line: JournalLine;
  config: ArchivedRecord[];
}

/** The line of the journal that told the notice, and the config that held. It stands in the file of what it rests on. */
async function findLook(
  shelves: Pick<Shelves, "find">,
  notice: Notice,
  citations: readonly Citation[],
): Promise<Found | undefined> {
  const digests = new Set(notice.grounds.map((ground) => ground.capture));
  const files = new Set(citations.filter((citation) => digests.has(citation.digest)).map((citation) => citation.file));
  const key = JSON.stringify(notice.key);
  for (const file of files) {
    let config: ArchivedRecord[] = [];
    let isInConfig = false;
    const keep = ({ url }: RecordHead) => (url === JOURNAL_URI ? MAX_JOURNAL : 0);
    for await (const record of readRecords(shelves.find(file), { keep })) {
      const isConfig = record.url.startsWith(CONFIG_URI);
      if (isConfig) config = isInConfig ? [...config, record] : [record];
      isInConfig = isConfig;
      if (record.url !== JOURNAL_URI || !record.payload?.includes(key)) continue;
      for (const line of readLines(record.payload))
        if ("notices" in line && line.notices?.some((told) => told.key === notice.key)) return { file, line, config };
    }
  }
  return undefined;
}

/** The captures the notice cites and those of the same look, the payloads they refer to, and what stood there before. */
function wantedCitations(notice: Notice, line: JournalLine | undefined, citations: readonly Citation[]): Citation[] {
  const records = new Set(
    line?.kind === "look"
      ? line.exchanges.flatMap((exchange) => ("record" in exchange ? (exchange.record ?? []) : []))
      : [],
  );
  const digests = new Set(notice.grounds.map((ground) => ground.capture));
  const cited = citations.filter(
    ({ record, digest, kind }) => records.has(record) || (digests.has(digest) && kind === "response"),
  );
  const before = cited.flatMap(
    (citation) => citations.filter(({ url, at }) => url === citation.url && at < citation.at).at(-1) ?? [],
  );
  const all = [...cited, ...before];
  const originals = all.flatMap(
    (citation) => citations.find(({ kind, digest }) => kind === "response" && digest === citation.digest) ?? [],
  );
  return [...new Map([...originals, ...all].map((citation) => [citation.record, citation])).values()].sort((a, b) =>
    `${a.file} ${String(a.offset).padStart(15, "0")}` < `${b.file} ${String(b.offset).padStart(15, "0")}` ? -1 : 1,
  );
}

/** A record's bytes as they stand in its file. */
async function copy(file: KeptFile, { offset, length }: ArchivedRecord): Promise<Buffer> {
  const source = await openWarc(file, { from: offset, to: offset + length });
  try {
    const bytes = Buffer.alloc(length);
    for (let at = 0, got = 1; got > 0 && at < length; at += got)
      got = (await source.read(offset + at, length - at)).copy(bytes, at);
    return bytes;
  } finally {
    source.close();
  }
}

function howToCheck(id: string, notice: Notice, captures: readonly Citation[]): string {
  const message = say(notice);
  const cited = new Set(notice.grounds.map((ground) => ground.capture));
  const list = captures.map(
    ({ url, at, digest, kind }) =>
      `${cited.has(digest) ? "* " : "  "}${at}  ${url}\n    SHA-256 ${digest}${kind === "revisit" ? " (the same bytes as an earlier capture, referred to)" : ""}`,
  );
  return `${message.title}
${plainText(message)}

This folder holds what notice ${id} of ${notice.at} rests on.

  ${BUNDLE_FILES.warc}   the captures, in the format that web archives use (WARC/1.1, ISO 28500)
  ${BUNDLE_FILES.notice}        the notice as it was recorded; each of its grounds names a capture by its SHA-256

The captures (those marked * are the ones the notice cites; the others belong to the same look, or stood there before):

${list.length > 0 ? list.join("\n") : "  none: this notice follows from the calendar or from the record of looks, not from a page"}

How to check

1. Open ${BUNDLE_FILES.warc} with any tool that reads WARC, and look at the pages and their dates.
2. Compute the digests again. Each record states the SHA-256 of its payload (WARC-Payload-Digest) and of its whole block
   (WARC-Block-Digest); any WARC checker compares them with the bytes. The payload is the HTTP body as it was sent, still
   compressed where the Content-Encoding header says so. With coming-weeks:
       node src/main.ts archive verify ${BUNDLE_FILES.warc}
3. Compare with the publisher's page as it is now, and with independent archives of the same address and day.

What a digest shows is that these bytes have not changed since they were recorded. That the publisher sent them rests on
the word of whoever ran the bot, and on what other archives hold.
`;
}
