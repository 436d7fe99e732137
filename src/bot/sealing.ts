/** Once a day the heads of all chains are signed (archive/chain/signed.ts), and what is removed of the archive leaves a signed stub. */

import type { Logger } from "pino";
import { fingerprint, keysOf, publicPart, signerOf } from "../archive/chain/keys.ts";
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
  #signing: { signer: Signer; exports: string } | undefined;
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
      const { signer, exports } = await this.#signedHere(at);
      await store.seal(signedBy(signer, writeCheckpoint({ at, before, exports, heads }), at));
      log.info({ event: "sealed", chains: heads.length }, "the day’s checkpoint is signed");
    }
    this.#sealed = dayOf(at);
    this.#notBefore = undefined;
  }

  /** Of a file that is to be removed. */
  async sign(stub: Stub): Promise<ReturnType<typeof signedBy>> {
    return signedBy((await this.#signedHere(stub.at)).signer, writeStub(stub), stub.at);
  }

  /** Who signs here, and the fingerprint of the key that signs exports. The keys are made when something is to be signed for the first time. */
  async #signedHere(at: InstantText): Promise<{ signer: Signer; exports: string }> {
    const { store, dataDirectory } = this.#parts;
    if (this.#signing) return this.#signing;
    // Where the folder is not the one that they are in, they would be made anew.
    await store.tryWriting();
    const keys = keysOf(dataDirectory);
    const signer = signerOf(keys.checkpoints);
    await store.checkpoints.noteKey(signer.key, store.shared?.worker ?? "", at);
    this.#signing = { signer, exports: fingerprint(publicPart(keys.exports)) };
    return this.#signing;
  }
}

function dayOf(at: InstantText): string {
  return at.slice(0, 10);
}
