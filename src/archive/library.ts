/**
 * WARC files to read from: what stands where in them, and what happened in which order. Files that the bot wrote tell it
 * in their journal; of others, each capture is something that happened at its date.
 */
import { basename } from "node:path";
import type { Answer } from "../fetch/capture.ts";
import type { InstantText } from "../time/instant.ts";
import { answerOf, tooLarge, type Withheld } from "./answer.ts";
import { Chronicle, type HeldConfig } from "./chronicle.ts";
import { byFileName } from "./file-names.ts";
import { isConfig, isInTime, isJournal, journalOnly, type Told } from "./journal.ts";
import type { ArchivedRecord } from "./record.ts";
import { LARGEST, MORE_MEMORY, Room } from "./room.ts";
import { ArchiveError, bytesOf, type KeptFile, nameOf } from "./source.ts";
import { readRecordAt, readRecords } from "./warc.ts";

/** Something that happened, in the order in which it did. */
export type Happening = Told | HeldConfig | ForeignCapture;

/** A capture of another tool's making. */
interface ForeignCapture {
  kind: "capture";
  at: InstantText;
  url: string;
  record: string;
}

interface Place {
  file: KeptFile;
  offset: number;
  length: number;
  /** Bytes of its payload. */
  size: number;
}

export interface Library {
  from: InstantText;
  to: InstantText;
  /** All of them, those of no concern as well. */
  records: number;
  /** Records whose id an earlier one has, which is another copy of the same: they are left out. */
  repeated: number;
  /** The addresses that were captured. */
  addresses: ReadonlySet<string>;
  /** Captures of other tools' making, in the order of time. */
  captures: readonly ForeignCapture[];
  /** Whether the bot wrote any of the files, and so the journal tells what happened. */
  hasJournal: boolean;
  /** What of the memory is left for what else is to be remembered of the files. */
  room: Room;
  /** In the order of time; the journal's own order where there is one. */
  happenings(): AsyncGenerator<Happening>;
  /**
   * The capture a record holds, or undefined when the files do not hold it, or not the payload it refers to.
   * @param most bytes that it may have as it came off the wire
   */
  answer(record: string, most: number): Promise<Answer | Withheld | undefined>;
}

/**
 * Looks through files once, keeping only where things stand. In which order the bot's own files are named makes no difference.
 * @param onRead called with each file as it is looked through
 * @throws {ArchiveError} at the first damaged record
 */
export async function openLibrary(
  files: readonly KeptFile[],
  onRead: (file: string) => void = () => undefined,
): Promise<Library> {
  await bytesOf(files);
  const room = new Room();
  const places = new Map<string, Place>();
  /** Digest of a payload → the first record that holds it. */
  const payloads = new Map<string, Place>();
  const chronicle = new Chronicle(room);
  /** Ids of the records that it consists of. */
  const ours = new Set<string>();
  const captures: ForeignCapture[] = [];
  const addresses = new Set<string>();
  let from = "9999";
  let to = "0000";
  let records = 0;
  let repeated = 0;
  for (const keptIn of files.toSorted((a, b) => byFileName(basename(nameOf(a)), basename(nameOf(b))))) {
    const file = nameOf(keptIn);
    onRead(file);
    const found: ForeignCapture[] = [];
    let isOurs = false;
    for await (const record of readRecords(keptIn, { keep: journalOnly })) {
      const { type, at, offset, fields } = record;
      records += 1;
      const isCaptured = isCapture(record);
      if (!isCaptured && !isJournal(record) && !isConfig(record)) continue;
      if ((isCaptured ? places : ours).has(record.id)) {
        repeated += 1;
        continue;
      }
      if (!isInTime(at))
        throw new ArchiveError(
          `${file}: the record at byte ${offset} is of ${at.slice(0, 10)}; a replay goes from 1990 to 2099`,
        );
      const [id, url, digest] = [record.id, record.url, fields["warc-payload-digest"] ?? ""].map(detached) as [
        string,
        string,
        string,
      ];
      room.take(file, id, url, url, digest);
      if (at < from) from = at;
      if (at > to) to = at;
      if (isCaptured) {
        const place = { file: keptIn, offset, length: record.length, size: record.size };
        places.set(id, place);
        addresses.add(url);
        if (type === "response" && digest && !payloads.has(digest)) payloads.set(digest, place);
        found.push({ kind: "capture", at, url, record: id });
      } else {
        ours.add(id);
        chronicle.add(record, keptIn);
        isOurs ||= isJournal(record);
      }
    }
    if (!isOurs) for (const capture of found) captures.push(capture);
  }
  captures.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  async function answer(id: string, most: number): Promise<Answer | Withheld | undefined> {
    const place = places.get(id);
    if (!place) return undefined;
    if (place.size > most) return tooLarge(most);
    const record = await readWhole(place);
    if (record.type !== "revisit") return answerOf(record, record, most);
    const held = payloads.get(record.fields["warc-payload-digest"] ?? "");
    if (held && held.size > most) return tooLarge(most);
    return held && answerOf(record, await readWhole(held), most);
  }

  async function* happenings(): AsyncGenerator<Happening> {
    let next = 0;
    for await (const line of chronicle.tell()) {
      for (let capture = captures[next]; capture && capture.at < line.at; capture = captures[++next]) yield capture;
      yield line;
    }
    for (let capture = captures[next]; capture; capture = captures[++next]) yield capture;
  }

  const hasJournal = chronicle.hasBegun;
  return { from, to, records, repeated, addresses, captures, hasJournal, room, happenings, answer };
}

/** @throws {ArchiveError} when what it holds may be read, and takes more memory than there is */
async function readWhole({ file, size, ...place }: Place): Promise<ArchivedRecord> {
  if (size > LARGEST)
    throw new ArchiveError(
      `${nameOf(file)}: the record at byte ${place.offset} is too large for the memory; give it ${MORE_MEMORY}`,
    );
  return readRecordAt(file, place, size);
}

/** A text of its own: a piece of another would keep the whole of it in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

/** A response of the web, or of a mailbox; a revisit may leave out its headers, where they are those of what it refers to. */
function isCapture({ type, url, http }: ArchivedRecord): boolean {
  return (
    ((type === "response" && http !== undefined) || type === "revisit") &&
    /^(?:https?|imaps?):/.test(url) &&
    URL.canParse(url)
  );
}
