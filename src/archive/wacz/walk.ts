/**
 * What is to be shown of an archive, found where it stands, and the way from there to a checkpoint: the links from the first that covers
 * it up to the one that was signed. Each file is read once, in the order in which its writer wrote it.
 */
import type { Link } from "../chain/link.ts";
import { readCheckpoint, type Signed } from "../chain/signed.ts";
import { readFileName } from "../file-names.ts";
import { isJournal, type JournalLine, journalOnly, readLine, textLines } from "../journal.ts";
import type { ArchivedRecord } from "../record.ts";
import type { KeptFile } from "../source.ts";
import { readableRecords } from "../warc.ts";

/** A checkpoint, and what an authority said of when it was there. */
export interface Sealed extends Signed {
  token: string | null;
}

/** A record to show. */
interface Shown {
  kept: KeptFile;
  record: Omit<ArchivedRecord, "payload">;
}

/** Links of one chain, one behind the other, as they stand in the journal. */
export interface Way {
  chain: string;
  /** The first checkpoint that covers them; undefined where none does yet. */
  checkpoint: Sealed | undefined;
  lines: string[];
  /** Whether the last is the one that was signed. */
  isWhole: boolean;
}

/** What is wanted of a file, by where it stands: the record itself, or only the link that covers it. */
export type Wanted = ReadonlyMap<number, "record" | "link">;

export interface Walked {
  shown: Shown[];
  ways: Way[];
  /** How many of the records that were wanted no link covers: they were written before there were any. */
  unlinked: number;
}

/** As many links as a writer makes in some days; a way that is longer is left off. */
const MAX_LINKS = 100_000;

/** @param files of the archive, in their order */
export async function walk(
  files: ReadonlyMap<string, KeptFile>,
  wanted: ReadonlyMap<string, Wanted>,
  checkpoints: readonly Sealed[],
): Promise<Walked> {
  const walks = new Map<string, Walk>();
  for (const [name, file] of files) {
    const writer = readFileName(name)?.worker ?? "";
    const known = walks.get(writer) ?? new Walk(checkpoints);
    walks.set(writer, known);
    const here = wanted.get(name);
    if (here || known.goesOn) await known.through(file, here ?? new Map());
  }
  const all = [...walks.values()];
  return {
    shown: all.flatMap(({ shown }) => shown),
    ways: all.flatMap(({ ways }) => ways),
    unlinked: all.reduce((sum, { unlinked }) => sum + unlinked, 0),
  };
}

interface Going {
  way: Way;
  until: number;
  last: number;
}

class Walk {
  readonly shown: Shown[] = [];
  readonly ways: Way[] = [];
  /** Wanted records since the last link. */
  unlinked = 0;
  readonly #heads: { checkpoint: Sealed; chain: string; number: number }[];
  /** The way that is being gone, up to which link, and the last that was met. */
  #open: Going | undefined;
  /** Addresses that only sent us on stand before what answered. */
  #hops: Shown[] = [];
  #answered = "";

  constructor(checkpoints: readonly Sealed[]) {
    const inTime = checkpoints.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    this.#heads = inTime.flatMap((checkpoint) =>
      (readCheckpoint(checkpoint.text)?.heads ?? []).map(({ chain, number }) => ({ checkpoint, chain, number })),
    );
  }

  /** Whether something was met whose way has not come to its end. */
  get goesOn(): boolean {
    return this.#open !== undefined || this.unlinked > 0;
  }

  async through(kept: KeptFile, wanted: Wanted): Promise<void> {
    const last = Math.max(-1, ...wanted.keys());
    for await (const { payload, ...record } of readableRecords(kept, { keep: journalOnly, withDigests: true })) {
      const want = wanted.get(record.offset);
      this.#show({ kept, record }, want);
      const line = isJournal(record) && payload ? lastLine(payload) : undefined;
      if (line?.link) this.#pass(line.link, line.text, want !== undefined);
      else if (want) this.unlinked += 1;
      if (record.offset > last && !this.goesOn) return;
    }
  }

  #show(one: Shown, want: "record" | "link" | undefined): void {
    const { type, id, fields } = one.record;
    const isOfAnswer = type === "request" && fields["warc-concurrent-to"] === `<${this.#answered}>`;
    if (type === "response" && fields["warc-truncated"] !== undefined && !want) return void this.#hops.push(one);
    if (want === "record" && (type === "response" || type === "revisit")) {
      this.shown.push(...this.#hops, one);
      this.#answered = id;
    } else if (want === "record" || isOfAnswer) this.shown.push(one);
    this.#hops = [];
  }

  /** @param isWanted whether the link's own record is, so that it covers the lines above it */
  #pass(link: Link, text: string, isWanted: boolean): void {
    const covers = isWanted || this.unlinked > 0;
    this.unlinked = 0;
    const open = this.#open;
    if (open) this.#goOn(open, link, text);
    if (!this.#open && covers && !(open && open.last === link.number)) this.#begin(link, text);
  }

  #begin({ chain, number }: Link, text: string): void {
    const head = this.#heads.find((one) => one.chain === chain && one.number >= number);
    const way: Way = { chain, checkpoint: head?.checkpoint, lines: [text], isWhole: head?.number === number };
    this.ways.push(way);
    if (head && !way.isWhole) this.#open = { way, until: head.number, last: number };
  }

  #goOn(open: Going, { chain, number }: Link, text: string): void {
    const { way, until, last } = open;
    // A file between is gone, or there are more than anybody looks through.
    if (chain !== way.chain || number !== last + 1 || way.lines.length === MAX_LINKS) {
      this.#open = undefined;
      return;
    }
    way.lines.push(text);
    open.last = number;
    way.isWhole = number === until;
    if (way.isWhole) this.#open = undefined;
  }
}

function lastLine(payload: Buffer): { link: Link | undefined; text: string } | undefined {
  const last = [...textLines(payload)].at(-1);
  const line: JournalLine | undefined = last && readLine(last.text, last.number);
  return last && { link: line?.kind === "link" ? line : undefined, text: last.text };
}
