/**
 * Whether a journal's chains hold: that nothing which was written was changed, dropped or put in later. Records are shown file by file in
 * the order in which they stand there; what is wrong is said at once, but for gaps, which a stub that comes later may explain.
 */

import { basename } from "node:path";
import type { ArchiveEnd } from "../citation.ts";
import { digestOfText } from "../digest.ts";
import { readFileName } from "../file-names.ts";
import { isJournal, type JournalLine, readLine, textLines } from "../journal.ts";
import type { ArchivedRecord } from "../record.ts";
import type { Link } from "./link.ts";
import { type ChainsFound, Seals, type Trusted } from "./seals.ts";

/** What one writer wrote. */
interface Thread {
  last: { link: Link; digest: string; record: string } | undefined;
  /** Digests of the records since the last link, its own first, and where they stand. */
  unlinked: { digest: string; file: string; place: string }[];
}

/** As much is kept of what stands before the first link. */
const MAX_UNLINKED = 50_000;

export class ChainCheck {
  readonly #say: (fault: string) => void;
  readonly #threads = new Map<string, Thread>();
  readonly #seals: Seals;
  #before = 0;

  /**
   * @param trusted who may sign, where somebody says so
   * @param say is told what is wrong, a sentence each
   */
  constructor(trusted: Trusted, say: (fault: string) => void) {
    this.#say = say;
    this.#seals = new Seals(trusted, say);
  }

  /** @param record with its digest, and its payload where it is one of the journal's */
  see(record: ArchivedRecord): void {
    const { digest = "", file, offset } = record;
    const name = basename(file);
    const place = `${file} at byte ${offset}`;
    const writer = readFileName(name)?.worker ?? "";
    const thread = this.#threads.get(writer) ?? { last: undefined, unlinked: [] };
    this.#threads.set(writer, thread);
    const texts = textsOf(record);
    const lines = texts.map(lineOf);
    const last = lines.at(-1);
    for (const line of lines)
      if (line?.kind === "checkpoint" || line?.kind === "forgotten") this.#seals.see(line, place);
      else if (line?.kind === "timestamp") this.#seals.stamped(line, place);
    if (last?.kind === "link") this.#link(thread, last, texts, { digest, file, place });
    else {
      if (thread.last && isJournal(record))
        this.#say(`${place}: the record of the journal has no link: it was changed or put in later`);
      thread.unlinked.push({ digest, file, place });
    }
    if (thread.unlinked.length > 2 * MAX_UNLINKED) this.#before += thread.unlinked.splice(0, MAX_UNLINKED).length;
  }

  #link(thread: Thread, link: Link, texts: readonly string[], own: Thread["unlinked"][number]): void {
    const { file, place } = own;
    const where = `link ${link.number} (${place})`;
    const before = thread.last;
    const follows = before?.link.chain === link.chain && before.link.number + 1 === link.number;
    if (follows && before.digest !== link.before)
      this.#say(`${where}: does not follow from the link before it: one of them was changed`);
    // A chain that begins has nothing to follow from, and what was written before there was one is not in it.
    if (link.number === 1 && !before)
      this.#before += thread.unlinked.splice(0, Math.max(0, thread.unlinked.length - link.records.length)).length;
    else if (!follows) {
      const after =
        before?.link.chain === link.chain ? { number: before.link.number, digest: before.digest } : undefined;
      this.#seals.gap({ chain: link.chain, after, link, where });
      // What stood before the gap was linked to in it.
      thread.unlinked = thread.unlinked.filter((one) => one.file === file);
    }
    this.#records(thread.unlinked, link, follows || link.number === 1, where);
    this.#lines(texts.slice(0, -1), link, place);
    const digest = digestOfText(texts.at(-1) ?? "");
    thread.last = { link, digest, record: own.digest };
    thread.unlinked = [own];
    this.#seals.linked(link, digest);
  }

  /**
   * Whether the records since the last link are those that this one tells of.
   * @param hasLast whether the record of the last link is among them; it is not where its file is gone
   */
  #records(found: Thread["unlinked"], link: Link, hasLast: boolean, where: string): void {
    const stated = new Set(link.records);
    const there = new Set(found.map(({ digest }) => digest));
    const strange = found.filter(({ digest }) => !stated.has(digest));
    for (const { place } of strange)
      this.#say(`${place}: the record was changed or put in later: ${where} does not know it`);
    const gone = link.records.filter((digest) => !there.has(digest)).length - strange.length - (hasLast ? 0 : 1);
    if (gone > 0) this.#say(`${where}: ${gone === 1 ? "a record is" : `${gone} records are`} gone that it tells of`);
  }

  /** Whether the lines above a link are those that it tells of. */
  #lines(texts: readonly string[], link: Link, place: string): void {
    const stated = new Set(link.lines);
    const found = texts.map(digestOfText);
    let strange = 0;
    for (const [index, digest] of found.entries()) {
      if (stated.has(digest)) continue;
      strange += 1;
      this.#say(
        `${place}: line ${index + 1} of the journal was changed or put in later: link ${link.number} does not know it`,
      );
    }
    const gone = link.lines.filter((digest) => !found.includes(digest)).length - strange;
    if (gone > 0)
      this.#say(`${place}: ${gone === 1 ? "a line is" : `${gone} lines are`} gone that link ${link.number} tells of`);
  }

  /**
   * Whether each chain goes as far as the store says, and no further.
   * @param now the ends again, once all was shown: a bot that runs beside goes on writing
   */
  hold({ ends, isElsewhere = () => false }: StoredEnds, now: readonly ArchiveEnd[]): void {
    for (const { head, file } of ends) {
      const digest = head && this.#seals.digestOf(head.chain, head.number);
      if (!head || (digest === undefined && isElsewhere(file))) continue;
      if (digest === undefined)
        this.#say(`${file}: link ${head.number}, which the store knows as the last, is not there`);
      else if (digest !== head.digest) this.#say(`${file}: link ${head.number} is not the one that the store knows`);
      for (const { last } of this.#threads.values()) {
        if (last?.link.chain !== head.chain) continue;
        const known = now.find((end) => end.head?.chain === head.chain)?.head?.number ?? head.number;
        if (last.link.number > known)
          this.#say(
            `${file}: ${sayLinks(last.link.number - known)} behind the last that the store knows: put in later, or left by a crash, which the next start makes good`,
          );
        // The record of the last link is in no later one.
        if (last.link.number === head.number && last.record !== head.record)
          this.#say(`${file}: the record of link ${head.number} is not the one that the store knows`);
      }
    }
  }

  /** What was found, once all was shown. */
  async finish(): Promise<ChainsFound> {
    const unchained = [...this.#threads.values()].reduce(
      (sum, { last, unlinked }) => sum + (last ? 0 : unlinked.length),
      0,
    );
    return { ...(await this.#seals.finish()), before: this.#before + unchained };
  }
}

/** What the store says of the archive's ends. */
interface StoredEnds {
  ends: readonly ArchiveEnd[];
  isElsewhere?: ((file: string) => boolean) | undefined;
}

function sayLinks(count: number): string {
  return count === 1 ? "a link stands" : `${count} links stand`;
}

/** What is no line of ours is in no link, and is said to be so. */
function textsOf(record: ArchivedRecord): string[] {
  if (!isJournal(record) || !record.payload) return [];
  try {
    return [...textLines(record.payload)].map(({ text }) => text);
  } catch {
    return [];
  }
}

function lineOf(text: string, index: number): JournalLine | undefined {
  try {
    return readLine(text, index + 1);
  } catch {
    return undefined;
  }
}
