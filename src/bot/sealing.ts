/** Once a day the heads of all chains are signed (archive/chain/signed.ts), and what is removed of the archive leaves a signed stub. */

import type { Logger } from "pino";
import { keysOf, signerOf } from "../archive/chain/keys.ts";
import { type Signer, type Stub, signedBy, writeCheckpoint, writeStub } from "../archive/chain/signed.ts";
import { digestOfText } from "../archive/digest.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { type InstantText, isToCome, later } from "../time/instant.ts";

interface Parts {
  store: Store;
  dataDirectory: string;
  clock: Clock;
  log: Logger;
}

/** What keeps it from being signed, as a full disk does, may last. */
const AGAIN_MS = 600_000;

export class Sealing {
  readonly #parts: Parts;
  #signer: Signer | undefined;
  /** The last day that is known to be sealed, by UTC. */
  #sealed: string | undefined;
  #notBefore: InstantText | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Signs a checkpoint where the day has none yet, and there is something to sign. */
  async seal(): Promise<void> {
    const { store, clock, log } = this.#parts;
    const at = clock.now();
    if (this.#sealed === dayOf(at) || (this.#notBefore && isToCome(this.#notBefore, at, AGAIN_MS))) return;
    this.#notBefore = later(at, AGAIN_MS);
    const latest = await store.checkpoints.latest();
    // A clock that was set back finds a checkpoint of tomorrow.
    if (!latest || dayOf(latest.at) !== dayOf(at)) {
      const heads = (await store.citations.ends()).flatMap(({ head }) => head ?? []);
      if (heads.length === 0) return;
      const before = latest && digestOfText(latest.text);
      await store.seal(signedBy(await this.#signedHere(at), writeCheckpoint({ at, before, heads }), at));
      log.info({ event: "sealed", chains: heads.length }, "the day’s checkpoint is signed");
    }
    this.#sealed = dayOf(at);
    this.#notBefore = undefined;
  }

  /** Of a file that is to be removed. */
  async sign(stub: Stub): Promise<ReturnType<typeof signedBy>> {
    return signedBy(await this.#signedHere(stub.at), writeStub(stub), stub.at);
  }

  /** The keys are made when something is to be signed for the first time. */
  async #signedHere(at: InstantText): Promise<Signer> {
    const { store, dataDirectory } = this.#parts;
    if (this.#signer) return this.#signer;
    // Where the folder is not the one that they are in, they would be made anew.
    await store.tryWriting();
    const signer = signerOf(keysOf(dataDirectory).checkpoints);
    await store.checkpoints.noteKey(signer.key, store.shared?.worker ?? "", at);
    this.#signer = signer;
    return signer;
  }
}

function dayOf(at: InstantText): string {
  return at.slice(0, 10);
}
