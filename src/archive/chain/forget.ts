/** What is left of a file of the archive that is removed: a stub, which leads over the links that go with it. */
import { digestOfStretch, digestOfText } from "../digest.ts";
import { isJournal, type JournalLine, journalOnly, readLine, textLines } from "../journal.ts";
import { payloadDigest } from "../record.ts";
import { ArchiveError, type KeptFile, openWarc } from "../source.ts";
import { readRecords } from "../warc.ts";
import type { Stub } from "./signed.ts";

type Forgotten = Extract<JournalLine, { kind: "forgotten" }>;

/**
 * Reads a file to its end.
 * @param name of the file, as the archive calls it
 * @returns its stub, and the stubs of earlier files that it held, which are lost unless they are written again
 * @throws {ArchiveError} when it cannot be read to its end, or something stands behind its last link: then it is not to be removed
 */
export async function stubOf(file: KeptFile, name: string, at: string): Promise<{ stub: Stub; earlier: Forgotten[] }> {
  let links: Stub["links"];
  let isLinked = true;
  const captures = new Set<string>();
  const earlier: Forgotten[] = [];
  for await (const record of readRecords(file, { keep: journalOnly, withDigests: true })) {
    const { type, payload, digest = "" } = record;
    const capture = payloadDigest(record);
    if (type === "response" && capture) captures.add(capture);
    const texts = isJournal(record) && payload ? [...textLines(payload)] : [];
    const lines = texts.map(({ text, number }) => readLine(text, number));
    earlier.push(...lines.filter((line) => line.kind === "forgotten"));
    const link = lines.at(-1);
    isLinked = link?.kind === "link";
    if (link?.kind !== "link") continue;
    const { chain, number, before } = link;
    const last = { number, digest: digestOfText(texts.at(-1)?.text ?? ""), record: digest };
    links = links ? { ...links, last } : { chain, first: number, before, last };
  }
  if (links && !isLinked) throw new ArchiveError(`${name}: what stands behind its last link is in no other file`);
  return { stub: { at, file: name, ...(await wholeOf(file)), links, captures: [...captures] }, earlier };
}

async function wholeOf(file: KeptFile): Promise<{ bytes: number; digest: string }> {
  const source = await openWarc(file);
  try {
    return { bytes: source.size, digest: await digestOfStretch(source, 0, source.size) };
  } finally {
    source.close();
  }
}
