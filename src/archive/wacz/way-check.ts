/** The ways to checkpoints that a WACZ encloses, and what of its records they lead from. */

import { fingerprint } from "../chain/keys.ts";
import type { Link } from "../chain/link.ts";
import { holds, readCheckpoint, type Signed } from "../chain/signed.ts";
import { digestOfText } from "../digest.ts";
import { isJournal, readLine, textLines } from "../journal.ts";
import type { ArchivedRecord } from "../record.ts";
import { readCheckpointStamp } from "../stamp/of-checkpoint.ts";
import { StampError } from "../stamp/stamp.ts";

/** Something that was looked at, and what it came to. */
export type Told = readonly [name: string, value: string];

/** A link, as it stands in a line. */
interface Step {
  link: Link;
  digest: string;
}

export class WayCheck {
  readonly #fault: (sentence: string) => void;
  readonly #told: Told[] = [];
  /** Digests of the records, and of the links, that the ways hold. */
  readonly #records = new Set<string>();
  readonly #links = new Set<string>();
  #seen = 0;
  #covered = 0;

  constructor(fault: (sentence: string) => void) {
    this.#fault = fault;
  }

  /**
   * @param lines of links, one behind the other
   * @param stamp what an authority said of the checkpoint, where it did
   */
  async add(
    number: number,
    lines: readonly string[],
    signed: Omit<Signed, "at"> | undefined,
    stamp: Buffer | undefined,
  ): Promise<void> {
    const steps: Step[] = [];
    for (const [index, text] of lines.entries()) {
      const step = stepIn(text);
      const isNext = step && (steps.length === 0 || follows(step, steps.at(-1)));
      if (!isNext)
        return this.#fault(
          `links-${number}.txt, line ${index + 1}: ${step ? "does not follow from the link before it" : "is no link"}`,
        );
      steps.push(step);
      this.#links.add(step.digest);
      for (const digest of step.link.records) this.#records.add(digest);
    }
    const long = lines.length === 1 ? "1 link" : `${lines.length} links`;
    if (!signed) {
      this.#told.push([`Way ${number}`, `${long}; no checkpoint that is enclosed covers them`]);
      return;
    }
    const checkpoint = readCheckpoint(signed.text);
    const isSigned = checkpoint !== undefined && holds(signed);
    if (!isSigned) this.#fault(`the signature of checkpoint-${number}.txt does not hold`);
    else if (!checkpoint.heads.some((head) => isHead(head, steps.at(-1))))
      this.#fault(`links-${number}.txt: does not lead to what checkpoint-${number}.txt signed`);
    else {
      this.#told.push(
        [`Way ${number}`, `${long}, up to the checkpoint of ${checkpoint.at}`],
        [`Checkpoint ${number}`, `holds; signed by ${fingerprint(signed.key)} (Ed25519)`],
      );
      if (stamp) await this.#stamped(number, stamp, signed.text);
    }
  }

  async #stamped(number: number, token: Buffer, text: string): Promise<void> {
    try {
      const { at, authority } = await readCheckpointStamp(token, text);
      this.#told.push([`Time stamp ${number}`, `holds; seen at ${at}, by who calls itself ${authority}`]);
    } catch (error) {
      if (!(error instanceof StampError)) throw error;
      this.#fault(`the time stamp of checkpoint-${number}.txt ${error.message}`);
    }
  }

  /** @param record with its digest, and its payload where it is one of the journal's */
  see(record: ArchivedRecord): void {
    if (record.type === "warcinfo") return;
    this.#seen += 1;
    if (isJournal(record) ? this.#isLinked(record) : this.#records.has(record.digest ?? "")) this.#covered += 1;
  }

  /** Whether the lines of a record of the journal are those that its link tells of, and the link is on a way. */
  #isLinked({ payload, offset }: ArchivedRecord): boolean {
    const texts = payload ? [...textLines(payload)].map(({ text }) => text) : [];
    const step = stepIn(texts.pop() ?? "");
    if (!step || !this.#links.has(step.digest)) return false;
    const { lines } = step.link;
    const isHeld = lines.length === texts.length && texts.every((text, index) => digestOfText(text) === lines[index]);
    if (!isHeld) this.#fault(`the journal’s record at byte ${offset} is not what its link says`);
    return isHeld;
  }

  /** Once all was shown. */
  tell(): Told[] {
    if (this.#links.size === 0) return [["Chain", "none is enclosed"]];
    const others = this.#seen - this.#covered;
    if (others > 0)
      this.#fault(
        `${others === 1 ? "a record is" : `${others} records are`} in none of its links: changed, put in later, or written before the journal was a chain`,
      );
    return [["Chain", `${this.#covered} of ${this.#seen} records stand in its links`], ...this.#told];
  }
}

function stepIn(text: string): Step | undefined {
  try {
    const line = readLine(text, 1);
    return line.kind === "link" ? { link: line, digest: digestOfText(text) } : undefined;
  } catch {
    return undefined;
  }
}

function follows({ link }: Step, before: Step | undefined): boolean {
  return before?.link.chain === link.chain && before.link.number + 1 === link.number && before.digest === link.before;
}

function isHead(head: { chain: string; number: number; digest: string }, step: Step | undefined): boolean {
  return head.chain === step?.link.chain && head.number === step.link.number && head.digest === step.digest;
}
