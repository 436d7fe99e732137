/** What is handed to an archive to keep, and where it then stands. */
import type { Answer } from "../fetch/capture.ts";
import type { InstantText } from "../time/instant.ts";
import type { Head } from "./chain/link.ts";
import type { JournalLine } from "./journal.ts";
import { type ArchivedRecord, payloadDigest } from "./record.ts";

/** Where an archived answer stands. */
export interface Citation {
  record: string;
  /** SHA-256 of the payload, as notices cite it. */
  digest: string;
  /** The address that answered. */
  url: string;
  at: InstantText;
  file: string;
  offset: number;
  length: number;
  kind: "response" | "revisit";
}

/**
 * @param file the name by which the record's file is cited
 * @returns undefined where nobody cites it: it is no answer, or only sent us on
 */
export function citationOf(record: ArchivedRecord, file: string): Citation | undefined {
  const { type: kind, id, url, at, offset, length, fields } = record;
  const digest = payloadDigest(record);
  if ((kind !== "response" && kind !== "revisit") || !digest || fields["warc-truncated"] !== undefined)
    return undefined;
  return { record: id, digest, url, at, file, offset, length, kind };
}

/** Up to where the archive was written when the store last cited it, and the config that holds there. */
export interface ArchiveEnd {
  file: string;
  size: number;
  config: string;
  /** Up to where the chain of its journal goes; an archive of before there was one has none. */
  head?: Head | undefined;
}

/** An answer to archive, under the record id that the journal names it by. */
export interface ToArchive {
  record: string;
  answer: Answer;
  /** An archived payload that is the same, byte for byte. */
  same?: Pick<Citation, "record" | "url" | "at"> | undefined;
}

export interface Appended {
  citations: Citation[];
  end: ArchiveEnd;
  /** The ids of the steps that the lines tell of. */
  steps: string[];
}

/** Config files as they were read: name → text. */
export type ConfigFiles = Readonly<Record<string, string>>;

export interface Archive {
  /** Writes answers and lines, all of them or none, and waits until they are on the disk. @throws {MachineFault} */
  append(lines: readonly JournalLine[], answers: readonly ToArchive[], at: InstantText): Promise<Appended>;
  /** What was appended is not cited after all: what is appended next says that its steps do not count. */
  disown(appended: Appended): void;
  /** What is appended from here on was made under a config of these files. */
  holdConfig(files: ConfigFiles): void;
  close(): void;
}

/** Where nothing is to be kept: a replay of what is archived already. */
export const keepsNothing: Archive = {
  append: async (_, answers) => ({
    citations: answers.map(({ record, answer: { digest, finalUrl, at } }) => ({
      record,
      digest,
      url: finalUrl,
      at,
      file: "",
      offset: 0,
      length: 0,
      kind: "response",
    })),
    end: { file: "", size: 0, config: "" },
    steps: [],
  }),
  disown: () => undefined,
  holdConfig: () => undefined,
  close: () => undefined,
};
