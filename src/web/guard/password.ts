/** The page's password: kept as a hash, compared in a time that tells nothing, and reckoned as seldom as can be. */
import { createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { LRUCache } from "lru-cache";
import { Gate } from "../gate.ts";

/** OWASP's least for scrypt, "Password Storage Cheat Sheet": a reckoning takes 32 MB. */
const COST = { N: 2 ** 15, maxmem: 64 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
const KEY_BYTES = 32;
const HASH = /^scrypt:([\w-]{22}):([\w-]{43})$/;

const RECKONED = { atOnce: 1, waiting: 32, within: 5000 };
/** In characters. */
const LONGEST = 256;
const WRONG_REMEMBERED = 1000;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES, COST);
  return `scrypt:${salt.toString("base64url")}:${key.toString("base64url")}`;
}

/** Whether a password is the one that a hash was made of. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = "", expected = ""] = HASH.exec(hash) ?? [];
  const key = await derive(password, Buffer.from(salt, "base64url"), KEY_BYTES, COST);
  const wanted = Buffer.from(expected, "base64url");
  return wanted.length === key.length && timingSafeEqual(wanted, key);
}

/**
 * Once it is known which password is right, from its own text or because somebody gave it, every other is known to be wrong: no guess costs a
 * reckoning, and none holds up who has the right one. Before that, identical guesses share one. Passwords are told apart by digests under a key of this run.
 */
export class Password {
  readonly #runKey = randomBytes(32);
  readonly #hash: string;
  readonly #reckoning = new Gate(RECKONED);
  readonly #underWay = new Map<string, Promise<boolean>>();
  readonly #wrong = new LRUCache<string, true>({ max: WRONG_REMEMBERED });
  readonly #reckons: typeof isPassword;
  #right: Buffer | undefined;

  /**
   * @param configured the password, or its hash
   * @param reckons whether a password is that of a hash
   */
  constructor(configured: string, reckons = isPassword) {
    this.#hash = configured;
    this.#reckons = reckons;
    if (!HASH.test(configured)) this.#right = this.#digest(configured);
  }

  /** @throws {Busy} when too many are being reckoned */
  async is(tried: string): Promise<boolean> {
    if (tried.length > LONGEST) return false;
    const digest = this.#digest(tried);
    if (this.#right) return timingSafeEqual(digest, this.#right);
    const key = digest.toString("base64");
    if (this.#wrong.has(key)) return false;
    const reckoned = this.#underWay.get(key) ?? this.#reckon(tried, digest).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reckoned);
    return reckoned;
  }

  async #reckon(tried: string, digest: Buffer): Promise<boolean> {
    return this.#reckoning.through(async () => {
      // Somebody may have given the right one while this waited.
      if (this.#right) return timingSafeEqual(digest, this.#right);
      const isRight = await this.#reckons(tried, this.#hash);
      if (isRight) this.#right = digest;
      else this.#wrong.set(digest.toString("base64"), true);
      return isRight;
    });
  }

  #digest(text: string): Buffer {
    return createHmac("sha256", this.#runKey).update(text).digest();
  }
}
