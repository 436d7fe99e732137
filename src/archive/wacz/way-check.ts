/** The records of an export, and how far the links that it encloses lead from each: to a checkpoint that somebody signed, or not as far. */

import { fingerprint } from "../chain/keys.ts";
import type { Link } from "../chain/link.ts";
import { holds, readCheckpoint, type Signed } from "../chain/signed.ts";
import { digestOfText } from "../digest.ts";
import { isJournal, readLine, textLines } from "../journal.ts";
import type { ArchivedRecord } from "../record.ts";
import { readCheckpointStamp } from "../stamp/of-checkpoint.ts";
import { StampError } from "../stamp/stamp.ts";
import type { Findings } from "./findings.ts";
import { wayFiles } from "./layout.ts";

/** A link, as it stands in a line. */
interface Step {
  link: Link;
  digest: string;
}

/** What an export encloses of a way. */
export interface EnclosedWay {
  /** From 1 on. */
  number: number;
  /** A link a line, one behind the other. */
  links: Buffer;
  signed: Omit<Signed, "at"> | undefined;
  /** What an authority said of the checkpoint, where it did. */
  stamp: Buffer | undefined;
}

type Reach = "nowhere" | "link" | "checkpoint";

export class WayCheck {
  readonly #findings: Findings;
  readonly #keys: ReadonlySet<string> | undefined;
  /** By what a link names each record by: its digest, or that of the link on which a record of the journal ends. */
  readonly #records = new Map<string, Reach>();
  readonly #signers = new Set<string>();
  readonly #exporters = new Set<string>();
  /** Who signed checkpoints, and is none of those that count. */
  readonly #strangers = new Set<string>();
  #hasCheckpoint = false;
  #seen = 0;

  /** @param keys the fingerprints of those whose checkpoints count; undefined where nobody says which */
  constructor(findings: Findings, keys: ReadonlySet<string> | undefined) {
    this.#findings = findings;
    this.#keys = keys;
  }

  /** Records stand before the ways that lead from them. @param record with its digest, and its payload where it is one of the journal's */
  see(record: ArchivedRecord): void {
    this.#seen += 1;
    const known = isJournal(record) ? this.#linkOf(record) : record.digest;
    if (known) this.#records.set(known, "nowhere");
  }

  /** The link of a record of the journal, where the lines above it are those that it tells of. */
  #linkOf({ payload, offset }: ArchivedRecord): string | undefined {
    const texts = payload ? [...textLines(payload)].map(({ text }) => text) : [];
    const step = stepIn(texts.pop() ?? "");
    if (!step) return undefined;
    const { lines } = step.link;
    const isHeld = lines.length === texts.length && texts.every((text, index) => digestOfText(text) === lines[index]);
    if (!isHeld) this.#findings.fault(`the journal’s record at byte ${offset} is not what its link says`);
    return isHeld ? step.digest : undefined;
  }

  async add({ number, links, signed, stamp }: EnclosedWay): Promise<void> {
    const findings = this.#findings;
    this.#hasCheckpoint ||= signed !== undefined;
    const name = wayFiles(number).links;
    const met = new Set<string>();
    let last: Step | undefined;
    let count = 0;
    for (const { text } of textLines(links)) {
      count += 1;
      const step = stepIn(text);
      if (!step || (last && !follows(step, last))) {
        const what = step ? "does not follow from the link before it" : "is no link";
        return findings.fault(`${name}, line ${count}: ${what}`);
      }
      for (const known of [step.digest, ...step.link.records]) if (this.#records.has(known)) met.add(known);
      last = step;
    }
    const long = count === 1 ? "1 link" : `${count} links`;
    const at = signed && this.#sealed(number, signed, last);
    for (const known of met)
      if (this.#records.get(known) !== "checkpoint") this.#records.set(known, at ? "checkpoint" : "link");
    const isStrangers = signed && this.#strangers.has(fingerprint(signed.key));
    const to = isStrangers ? "to a checkpoint of another’s" : "to no checkpoint";
    findings.found(`Way ${number}`, at ? `${long}, up to the checkpoint of ${at}` : `${long}, ${to}`);
    if (at && signed) {
      findings.found(`Checkpoint ${number}`, `holds; signed by ${fingerprint(signed.key)} (Ed25519)`);
      if (stamp) await this.#stamped(number, stamp, signed.text);
    }
  }

  /** @returns the checkpoint's instant, where it is signed, and of the link that the way ends on */
  #sealed(number: number, signed: Omit<Signed, "at">, last: Step | undefined): string | undefined {
    const { text, links } = wayFiles(number);
    const checkpoint = readCheckpoint(signed.text);
    if (!checkpoint || !holds(signed)) return void this.#findings.fault(`the signature of ${text} does not hold`);
    if (!checkpoint.heads.some((head) => isHead(head, last)))
      return void this.#findings.fault(`${links}: does not lead to what ${text} signed`);
    const signer = fingerprint(signed.key);
    if (this.#keys && !this.#keys.has(signer)) {
      this.#strangers.add(signer);
      return undefined;
    }
    this.#signers.add(signer);
    if (checkpoint.exports) this.#exporters.add(checkpoint.exports);
    return checkpoint.at;
  }

  async #stamped(number: number, token: Buffer, text: string): Promise<void> {
    try {
      const { at, authority } = await readCheckpointStamp(token, text);
      this.#findings.found(`Time stamp ${number}`, `holds; seen at ${at}, by who calls itself ${authority}`);
    } catch (error) {
      if (!(error instanceof StampError)) throw error;
      this.#findings.fault(`the time stamp of ${wayFiles(number).text} ${error.message}`);
    }
  }

  /** The fingerprints of who signed checkpoints that hold. */
  get signers(): string[] {
    return [...this.#signers];
  }

  /** Whether a checkpoint that holds names a key as the one that signs exports. @param signer its fingerprint */
  vouchesFor(signer: string): boolean {
    return this.#exporters.has(signer);
  }

  /** Whether a checkpoint is signed by a key that was not given: of what it covers, nothing more is to be said. */
  get isStrangers(): boolean {
    return this.#strangers.size > 0;
  }

  /** Holds the keys that were given against who signed. @param exporter the fingerprint of who signed the list */
  holdKeys(exporter: string | undefined): void {
    if (!this.#keys) return;
    const signers = [...this.#strangers].join(" and ");
    if (signers && exporter !== undefined && this.#keys.has(exporter))
      this.#findings.fault(
        `the key that you gave is that of Exports; give that of Checkpoints, which \`keys\` and the page /keys name as well (its checkpoint is signed by ${signers})`,
      );
    else if (signers)
      this.#findings.fault(`its checkpoint is signed by ${signers}, not by the key that you gave: do not rely on it`);
    else if (!this.#hasCheckpoint)
      this.#findings.unshown("encloses no checkpoint: the key that you gave could not be held against anything");
  }

  /** Once all was shown. */
  conclude(): void {
    const all = [...this.#records.values()];
    const sealed = all.filter((reach) => reach === "checkpoint").length;
    const linked = all.filter((reach) => reach === "link").length;
    const others = this.#seen - sealed - linked;
    this.#findings.found("Chain", `${sealed} of ${this.#seen} records stand in links up to a checkpoint`);
    if (linked > 0 && !this.isStrangers)
      this.#findings.unshown(
        `${counted(linked)} covered by no checkpoint yet: anybody may have written those links (the bot signs one a day: ask for an export of a day later)`,
      );
    if (others > 0 && sealed + linked > 0)
      this.#findings.fault(
        `${counted(others)} in none of its links: changed, put in later, or written before the journal was a chain`,
      );
    else if (others > 0) this.#findings.unshown("no chain is enclosed: anybody may have written its records");
  }
}

function counted(records: number): string {
  return records === 1 ? "a record is" : `${records} records are`;
}

function stepIn(text: string): Step | undefined {
  try {
    const line = readLine(text, 1);
    return line.kind === "link" ? { link: line, digest: digestOfText(text) } : undefined;
  } catch {
    return undefined;
  }
}

function follows({ link }: Step, { link: before, digest }: Step): boolean {
  return before.chain === link.chain && before.number + 1 === link.number && digest === link.before;
}

function isHead(head: { chain: string; number: number; digest: string }, step: Step | undefined): boolean {
  return head.chain === step?.link.chain && head.number === step.link.number && head.digest === step.digest;
}
