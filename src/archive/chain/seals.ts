/** What is signed in a journal, held against its links: checkpoints, and the stubs of files that were forgotten. */
import { digestOfText } from "../digest.ts";
import type { JournalLine } from "../journal.ts";
import { StampError } from "../stamp/stamp.ts";
import { fingerprint } from "./keys.ts";
import type { Head, Link } from "./link.ts";
import { type Checkpoint, holds, readCheckpoint, readStub, type Stub } from "./signed.ts";

type TimestampLine = Extract<JournalLine, { kind: "timestamp" }>;
type SignedLine = Extract<JournalLine, { kind: "checkpoint" | "forgotten" }>;

/** Who may sign. */
export interface Trusted {
  /** The fingerprints of their keys; undefined where nobody says which. */
  keys?: ReadonlySet<string> | undefined;
  /** Certificates (PEM) of which one must stand behind a time authority's; any authority's word will do where there are none. */
  roots?: readonly string[] | undefined;
}

/** What was found of the chains. */
export interface ChainsFound {
  links: number;
  checkpoints: number;
  /** When the last checkpoint was made that holds. */
  sealedUntil: string | undefined;
  /** Links that no checkpoint covers yet. */
  unsealed: number;
  /** The fingerprints of who signed. */
  keys: string[];
  /** Checkpoints with a time stamp that holds, and whose they are, as their certificates say. */
  stamps: number;
  authorities: string[];
  /** Files that were forgotten, with a stub that holds. */
  forgotten: number;
  /** Records of before there was a chain. */
  before: number;
}

/** Links that are missing before one that is there. */
interface Gap {
  chain: string;
  /** The last that is there before it; undefined where it is the beginning. */
  after: { number: number; digest: string } | undefined;
  link: Link;
  where: string;
}

export class Seals {
  readonly #trusted: Trusted;
  readonly #say: (fault: string) => void;
  readonly #checkpoints: { checkpoint: Checkpoint; place: string }[] = [];
  readonly #texts = new Map<string, string>();
  readonly #stamps: { line: TimestampLine; place: string }[] = [];
  readonly #stubs: Stub[] = [];
  readonly #gaps: Gap[] = [];
  readonly #signers = new Set<string>();
  /** By chain: the digest of each link, by its number. */
  readonly #digests = new Map<string, Map<number, string>>();

  constructor(trusted: Trusted, say: (fault: string) => void) {
    this.#trusted = trusted;
    this.#say = say;
  }

  see(line: SignedLine, place: string): void {
    const fault = this.#faultOf(line);
    if (fault) return void this.#say(`${place}: ${fault}`);
    this.#signers.add(fingerprint(line.key));
    const [checkpoint, stub] = [readCheckpoint(line.text), readStub(line.text)];
    if (checkpoint) {
      this.#checkpoints.push({ checkpoint, place });
      this.#texts.set(digestOfText(line.text), line.text);
    }
    if (stub) this.#stubs.push(stub);
  }

  stamped(line: TimestampLine, place: string): void {
    this.#stamps.push({ line, place });
  }

  /** Which stamps hold, and of whom. One whose checkpoint went with a file that was forgotten says nothing of what is here. */
  async #authorities(): Promise<string[]> {
    if (this.#stamps.length === 0) return [];
    const { readCheckpointStamp } = await import("../stamp/of-checkpoint.ts");
    const found: string[] = [];
    for (const { line, place } of this.#stamps) {
      const text = this.#texts.get(line.of);
      if (text === undefined) continue;
      try {
        const { authority } = await readCheckpointStamp(Buffer.from(line.token, "base64"), text, this.#trusted.roots);
        found.push(authority);
      } catch (error) {
        if (!(error instanceof StampError)) throw error;
        this.#say(`${place}: the time stamp of ${line.at} ${error.message}`);
      }
    }
    return found;
  }

  #faultOf({ kind, ...signed }: SignedLine): string | undefined {
    const what = `the ${kind === "checkpoint" ? "checkpoint" : "stub"} of ${signed.at}`;
    if (!holds(signed)) return `the signature of ${what} does not hold`;
    const signer = fingerprint(signed.key);
    if (this.#trusted.keys && !this.#trusted.keys.has(signer))
      return `${what} is signed by ${signer}, a key that is none of this bot’s`;
    const isReadable = kind === "checkpoint" ? readCheckpoint(signed.text) : readStub(signed.text);
    return isReadable ? undefined : `${what} cannot be read`;
  }

  gap(gap: Gap): void {
    this.#gaps.push(gap);
  }

  linked({ chain, number }: Link, digest: string): void {
    const digests = this.#digests.get(chain) ?? new Map<number, string>();
    this.#digests.set(chain, digests);
    if (digests.has(number)) this.#say(`link ${number} of a chain stands there twice`);
    digests.set(number, digest);
  }

  digestOf(chain: string, number: number): string | undefined {
    return this.#digests.get(chain)?.get(number);
  }

  async finish(): Promise<Omit<ChainsFound, "before">> {
    for (const gap of this.#gaps) if (!this.#isForgotten(gap)) this.#say(sayGap(gap));
    const sealed = new Map<string, number>();
    for (const { checkpoint, place } of this.#checkpoints)
      for (const { chain, number, digest } of checkpoint.heads) {
        const found = this.digestOf(chain, number);
        if (found !== undefined && found !== digest)
          this.#say(
            `${place}: link ${number} is not the one that the checkpoint of ${checkpoint.at} signed: it was written anew`,
          );
        else sealed.set(chain, Math.max(sealed.get(chain) ?? 0, number));
      }
    const authorities = await this.#authorities();
    const numbers = [...this.#digests].map(([chain, digests]) => ({ chain, numbers: [...digests.keys()] }));
    const behind = (chain: string, number: number) => number > (sealed.get(chain) ?? 0);
    return {
      links: numbers.reduce((sum, { numbers }) => sum + numbers.length, 0),
      checkpoints: this.#checkpoints.length,
      sealedUntil: this.#checkpoints
        .map(({ checkpoint }) => checkpoint.at)
        .toSorted()
        .at(-1),
      unsealed: numbers.reduce(
        (sum, { chain, numbers }) => sum + numbers.filter((number) => behind(chain, number)).length,
        0,
      ),
      keys: [...this.#signers],
      stamps: authorities.length,
      authorities: [...new Set(authorities)],
      forgotten: new Set(this.#stubs.map(({ file }) => file)).size,
    };
  }

  /** Whether stubs lead over it, one behind the other. */
  #isForgotten({ chain, after, link }: Gap): boolean {
    let at: Pick<Head, "number"> & { digest: string | undefined } = after ?? { number: 0, digest: undefined };
    for (const stub of this.#stubs
      .flatMap(({ links }) => (links?.chain === chain ? [links] : []))
      .toSorted((a, b) => a.first - b.first))
      if (stub.first === at.number + 1 && stub.before === at.digest) at = stub.last;
    return at.number + 1 === link.number && at.digest === link.before;
  }
}

function sayGap({ after, link, where }: Gap): string {
  const [first, last] = [(after?.number ?? 0) + 1, link.number - 1];
  if (first > last)
    return `${where}: stands where it does not belong: another chain, or link ${after?.number}, comes before it`;
  const which = first === last ? `link ${first} is` : `links ${first} to ${last} are`;
  return `${where}: ${which} gone before it, and nothing that is signed says that they were forgotten`;
}
