/** What an archive says that a store should hold: gathered from its records and journals, to make a store of it, or to hold one against it. */

import { basename } from "node:path";
import type { Notice } from "../judge/notice.ts";
import type { Head } from "./chain/link.ts";
import type { Signed, Stamped } from "./chain/signed.ts";
import { type ArchiveEnd, type Citation, citationOf } from "./citation.ts";
import { digestOfText } from "./digest.ts";
import { byFileName } from "./file-names.ts";
import { isJournal, type JournalLine, readLine, textLines } from "./journal.ts";
import type { ArchivedRecord } from "./record.ts";

/** A notice as the journal has it, byte for byte. */
export interface ToldThen {
  notice: Notice;
  /** Digests of what it was when more of it was known. */
  completed: readonly string[];
  /** The look that it came of, where it came of one. */
  check: string | undefined;
}

export type RevisionLine = Extract<JournalLine, { kind: "revision" }>;
export type DecisionLine = Extract<JournalLine, { kind: "decision" | "statement" }>;

export class Account {
  readonly #citations = new Map<string, Citation>();
  readonly #named = new Map<string, ReadonlySet<string>>();
  readonly #told = new Map<string, ToldThen[]>();
  readonly #completed = new Map<string, { watch: string; key: string; digest: string }[]>();
  readonly #revisions = new Map<string, RevisionLine>();
  readonly #decisions = new Map<string, DecisionLine>();
  readonly #unfinished = new Set<string>();
  readonly checkpoints: Signed[] = [];
  /** By the digest of the checkpoint that each is of. */
  readonly stamps = new Map<string, Stamped>();
  /** The files that stubs stand for. */
  readonly forgotten: Signed[] = [];
  /** The instants that the journal tells of. */
  from: string | undefined;
  to: string | undefined;
  #end: ArchiveEnd | undefined;

  /** @param record in the order in which they stand in the files, with its digest, and its payload where it is one of the journal's */
  see(record: ArchivedRecord): void {
    const { file, offset, length, digest = "" } = record;
    const name = basename(file);
    if (!this.#end || byFileName(name, this.#end.file) >= 0)
      this.#end = { ...this.#end, file: name, size: offset + length, config: "" };
    const citation = citationOf(record, name);
    if (citation) this.#citations.set(citation.record, citation);
    if (isJournal(record) && record.payload) this.#hear(record.payload, digest);
  }

  #hear(payload: Buffer, record: string): void {
    for (const { text, number } of textLines(payload)) {
      const line = readLine(text, number);
      this.from ??= line.at;
      this.to = line.at;
      if (line.kind === "link") {
        const { chain, number } = line;
        const head: Head = { chain, number, digest: digestOfText(text), record };
        if (this.#end) this.#end = { ...this.#end, head };
      } else if (line.kind === "checkpoint") this.checkpoints.push(line);
      else if (line.kind === "forgotten") this.forgotten.push(line);
      else if (line.kind === "timestamp") this.stamps.set(line.of, line);
      else if (line.kind === "unfinished") for (const step of line.steps) this.#unfinished.add(step);
      else if (line.kind !== "rules") this.#step(line);
    }
  }

  #step(
    line: Exclude<JournalLine, { kind: "link" | "checkpoint" | "forgotten" | "timestamp" | "unfinished" | "rules" }>,
  ): void {
    const step = line.id ?? `${this.#told.size} ${line.at}`;
    const notices = (line.notices ?? []) as unknown as Notice[];
    this.#told.set(
      step,
      notices.map((notice) => ({ notice, completed: [], check: line.kind === "look" ? line.id : undefined })),
    );
    if (line.completed)
      this.#completed.set(
        step,
        line.completed.map((one) => ({ ...one, watch: line.watch })),
      );
    if (line.kind === "revision") this.#revisions.set(step, line);
    if (line.kind === "decision" || line.kind === "statement") this.#decisions.set(step, line);
    if (line.kind === "look")
      this.#named.set(
        step,
        new Set(line.exchanges.flatMap((exchange) => ("record" in exchange ? (exchange.record ?? []) : []))),
      );
  }

  /** Up to where it is written; undefined where nothing is. */
  get end(): ArchiveEnd | undefined {
    return this.#end;
  }

  /** How many looks were concluded. */
  looks(): number {
    return this.#concluded(this.#named).length;
  }

  /** Those that looks name which were concluded. */
  citations(): Citation[] {
    const named = new Set(this.#concluded(this.#named).flatMap((records) => [...records]));
    return [...this.#citations.values()].filter(({ record }) => named.has(record));
  }

  /** What was told, in its order; what was told before under the same key was not told again. */
  told(): ToldThen[] {
    const told = new Map<string, ToldThen>();
    for (const one of this.#concluded(this.#told).flat()) {
      const key = `${one.notice.watch} ${one.notice.key}`;
      if (!told.has(key)) told.set(key, one);
    }
    for (const { watch, key, digest } of this.#concluded(this.#completed).flat()) {
      const one = told.get(`${watch} ${key}`);
      if (one) told.set(`${watch} ${key}`, { ...one, completed: [...one.completed, digest] });
    }
    return [...told.values()];
  }

  /** An archived answer, whether or not a look names it. @param record its id */
  citation(record: string): Citation | undefined {
    return this.#citations.get(record);
  }

  /** What people decided, and the bot acted on. */
  decisions(): DecisionLine[] {
    return this.#concluded(this.#decisions);
  }

  /** What people changed about the watches. */
  revisions(): RevisionLine[] {
    return this.#concluded(this.#revisions);
  }

  #concluded<T>(steps: ReadonlyMap<string, T>): T[] {
    return [...steps].flatMap(([step, one]) => (this.#unfinished.has(step) ? [] : [one]));
  }
}
