/** Whose signatures count when a bot's own archive is looked through. */
import { fingerprint, signersIn } from "../archive/chain/keys.ts";
import type { Trusted } from "../archive/chain/seals.ts";
import { authorityIn } from "../archive/stamp/roots.ts";
import type { Config } from "../config/load.ts";
import { Store } from "../store/store.ts";

export interface TrustedHere extends Trusted {
  /** How a key is known. @param key its fingerprint */
  whose(key: string): string;
}

/** @param given fingerprints: no other counts then */
export async function trustedHere(config: Config, given: readonly string[] | undefined): Promise<TrustedHere> {
  const here = new Set(signersIn(config.dataDirectory));
  const noted = await Store.beside(config, async (store) => (await store?.checkpoints.keys()) ?? []);
  const known = [...here, ...noted.map(({ key }) => fingerprint(key))];
  return {
    keys: new Set(given ?? known),
    roots: authorityIn(config)?.roots,
    whose: (key) => {
      if (given) return "given with --key";
      return here.has(key) ? "this folder’s" : "known to the database alone: compare it with what you noted";
    },
  };
}
