/** Whether an archive still is what it was: every record's digests, and every citation of the store. */
import { basename } from "node:path";
import { ChainCheck } from "./chain/check.ts";
import type { ChainsFound, Trusted } from "./chain/seals.ts";
import type { ArchiveEnd } from "./citation.ts";
import { sayDoubt } from "./digest.ts";
import { byFileName } from "./file-names.ts";
import { journalOnly } from "./journal.ts";
import { type Cited, lostFiles, sayLost } from "./lost.ts";
import { nextRecord } from "./next-record.ts";
import { type ArchivedRecord, payloadDigest } from "./record.ts";
import { ArchiveError, type KeptFile, nameOf, openWarc } from "./source.ts";
import { readRecords } from "./warc.ts";

export interface Verified {
  files: number;
  records: number;
  captures: number;
  /** Citations that lead to their record. */
  cited: number;
  /** Citations into files that are in another worker's folder, and nowhere else yet. */
  elsewhere: number;
  /** Citations into files that are not there any more. */
  lost: number;
  chains: ChainsFound;
  /** How many things are wrong, and the first of them, a sentence each. */
  faulty: number;
  faults: string[];
}

const MAX_FAULTS = 1000;
/** A file of which so many records cannot be read is not looked through to its end. */
const MAX_BREAKS = 100;

/** What the store says of the archive, to its end. */
export interface CitedToEnd extends Cited {
  ends: readonly ArchiveEnd[];
  /** The same once the files were read: a bot that runs beside goes on writing. */
  endsNow?: () => Promise<readonly ArchiveEnd[]>;
}

export interface VerifyOptions {
  /** Whose signatures count. */
  trusted?: Trusted;
  /** Called with the bytes that were looked through since the last call. */
  onBytes?: (bytes: number) => void;
  /** Called with each record, with its digest, and its payload where it is one of the journal's. */
  onRecord?: (record: ArchivedRecord) => void;
}

/** Reads WARC files from beginning to end, and past what is damaged where the next record can be found. */
export async function verify(
  files: readonly KeptFile[],
  store: CitedToEnd | undefined,
  { trusted = {}, onBytes = () => undefined, onRecord = () => undefined }: VerifyOptions = {},
): Promise<Verified> {
  const chains = new ChainCheck(trusted, (fault) => note(verified, fault));
  const verified: Omit<Verified, "chains"> = {
    files: files.length,
    records: 0,
    captures: 0,
    cited: 0,
    elsewhere: 0,
    lost: 0,
    faulty: 0,
    faults: [],
  };
  const places = new Map<string, { place: string; digest: string }>();
  const payloads = new Set<string>();
  // A chain goes on from file to file, wherever each is kept.
  for (const kept of files.toSorted((a, b) => byFileName(basename(nameOf(a)), basename(nameOf(b))))) {
    const file = nameOf(kept);
    const before = verified.records + verified.faulty;
    for await (const record of readOn(kept, verified, onBytes)) {
      const { id, type, offset, doubts } = record;
      verified.records += 1;
      chains.see(record);
      onRecord(record);
      for (const doubt of doubts) note(verified, `${file}: ${sayDoubt(doubt, `the record at byte ${offset}`)}`);
      if (type !== "response" && type !== "revisit") continue;
      verified.captures += 1;
      // A stranger's files have no citations to look up, and may have more records than there is room for.
      if (!store) continue;
      const digest = payloadDigest(record) ?? "";
      places.set(id, { place: `${basename(file)} ${offset}`, digest });
      if (type === "response" && !doubts.some(({ part }) => part === "payload")) payloads.add(digest);
    }
    // The bot's own newest file may have been opened and not yet written to.
    if (!store && verified.records + verified.faulty === before)
      note(verified, `${file}: is empty; give a WARC file with records`);
  }
  if (store) {
    verifyCitations(store, new Set(files.map((file) => basename(nameOf(file)))), places, payloads, verified);
    chains.hold(store, (await store.endsNow?.()) ?? store.ends);
  }
  const found = await chains.finish();
  return { ...verified, chains: found };
}

/** What a fault is noted in. */
export type Noted = Pick<Verified, "faulty" | "faults">;

export function note(verified: Noted, fault: string): void {
  verified.faulty += 1;
  if (verified.faults.length < MAX_FAULTS) verified.faults.push(fault);
}

/** The records of a file that can be read; what cannot is noted. */
async function* readOn(
  file: KeptFile,
  verified: Noted,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ArchivedRecord> {
  let from: number | undefined = 0;
  for (let breaks = 0; from !== undefined; breaks++) {
    if (breaks === MAX_BREAKS)
      return note(
        verified,
        `${nameOf(file)}: more than ${MAX_BREAKS} records cannot be read; from byte ${from} on nothing was looked at`,
      );
    try {
      yield* readRecords(file, { from, keep: journalOnly, withDigests: true, onBytes });
      return;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      from = error.next ?? (await searched(file, error));
      const isSaid = error.next !== undefined || error.at === undefined || (error.isCutOff && from === undefined);
      const search =
        from === undefined ? "; after it no record was found" : `; the next that was found is at byte ${from}`;
      note(verified, `${error.message}${isSaid ? "" : search}`);
    }
  }
}

/** Where the next record is, after one whose end is not known. */
async function searched(file: KeptFile, { at }: ArchiveError): Promise<number | undefined> {
  if (at === undefined) return undefined;
  const source = await openWarc(file);
  try {
    return await nextRecord(source, at + 1);
  } finally {
    source.close();
  }
}

function verifyCitations(
  store: CitedToEnd,
  there: ReadonlySet<string>,
  places: ReadonlyMap<string, { place: string; digest: string }>,
  payloads: ReadonlySet<string>,
  verified: Omit<Verified, "chains">,
): void {
  const { citations, cited, ends, isElsewhere = () => false } = store;
  const lost = lostFiles(store, there);
  for (const one of lost) note(verified, sayLost(one.file, [one]));
  verified.lost = lost.reduce((sum, one) => sum + one.citations, 0);
  const gone = new Set(lost.map(({ file }) => file));
  /** What is not looked for any more: where it should be is known not to be here. */
  const unseen = new Set<string>();
  for (const { record, file, offset, digest, url } of citations) {
    const found = places.get(record);
    if (gone.has(file)) unseen.add(digest);
    else if (!found && isElsewhere(file)) {
      unseen.add(digest);
      verified.elsewhere += 1;
    } else if (found?.place === `${file} ${offset}` && found.digest === digest) verified.cited += 1;
    else note(verified, `the capture of ${url} (${digest.slice(0, 16)}…) is not in ${file} at byte ${offset}`);
  }
  for (const digest of cited)
    if (!payloads.has(digest) && !unseen.has(digest))
      note(verified, `a notice rests on the capture ${digest}, which is not in the archive`);
  if (citations.length > 0 && ends.length === 0) note(verified, "the store does not say where the archive ends");
}
