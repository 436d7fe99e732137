/**
 * The journal is a hash chain, one for each writer. Every record of it ends on a link: a line that carries the digest of the link before,
 * and those of all that was written since. Whoever changes, drops or puts in anything must write every later link anew, and meets the
 * checkpoints that were signed meanwhile (checkpoint.ts). A link holds digests alone, so that it may be shown to anybody.
 */
import { z } from "zod";
import { digestOfText } from "../digest.ts";

/** A SHA-256 in hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** Many times what is written at one time. */
const MAX_DIGESTS = 50_000;
const digests = z.array(z.unknown()).max(MAX_DIGESTS).pipe(z.array(digest));

export const linkSchema = z.object({
  kind: z.literal("link"),
  at: z.iso.datetime(),
  /** Which chain: a random name, as an archive that is begun anew begins another. */
  chain: z.string().regex(/^[0-9a-f-]{1,64}$/),
  /** From 1 on, without a gap. */
  number: z.int().min(1),
  /** Of the link before, its line as it stands there; left out by the first. */
  before: digest.optional(),
  /** Of each record in the file since the link before, the one that holds that included: the bytes of its gzip member. */
  records: digests,
  /** Of each line that stands above in the same record. */
  lines: digests,
});
export type Link = z.output<typeof linkSchema>;

/** Up to where a chain goes. */
export interface Head {
  chain: string;
  number: number;
  /** Of the last link. */
  digest: string;
  /** Of the record that holds it. */
  record: string;
}

/** A chain as it is written on. */
export class Chain {
  #head: Head | undefined;
  readonly #name: string;
  /** Digests of the records since the last link, its own first. */
  #unlinked: readonly string[];

  /**
   * @param head up to where it goes; undefined begins one
   * @param unlinked of the records that were written since without a link: what a crash left
   * @param name of one that is begun
   */
  constructor(head: Head | undefined, unlinked: readonly string[], name: string) {
    this.#head = head;
    this.#unlinked = head ? [head.record, ...unlinked] : unlinked;
    this.#name = name;
  }

  /**
   * The link behind what is about to be written.
   * @param records digests of its records, but for the one that the link is to stand in
   * @param lines of the journal, as they are written
   * @returns the link's line, and what holds once it is written: nothing is changed before `written`
   */
  next(records: readonly string[], lines: readonly string[], at: string): NextLink {
    const last = this.#head;
    const link: Link = {
      ...{ kind: "link", at, chain: last?.chain ?? this.#name, number: (last?.number ?? 0) + 1 },
      ...(last ? { before: last.digest } : {}),
      ...{ records: [...this.#unlinked, ...records], lines: lines.map(digestOfText) },
    };
    const line = JSON.stringify(link);
    return { line, head: { chain: link.chain, number: link.number, digest: digestOfText(line) } };
  }

  /** @param record the digest of the record that the link stands in */
  written({ head }: NextLink, record: string): Head {
    this.#head = { ...head, record };
    this.#unlinked = [record];
    return this.#head;
  }
}

interface NextLink {
  line: string;
  head: Omit<Head, "record">;
}
