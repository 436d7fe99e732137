/**
 * The bot's own keys, in its data folder: one that signs checkpoints (Ed25519), one that signs what is exported as WACZ Auth wants it
 * (ECDSA), one that signs requests (fetch/signing.ts). Whoever has them can sign in its name: they are for its user alone. The public halves
 * are for everybody.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { MachineFault, machineFault, machinesOwn } from "../../language/machine-fault.ts";
import { PlainError } from "../../language/plain-error.ts";
import type { Signer } from "./signed.ts";

export const KEYS_FOLDER = "keys";
export const KEY_FILES = { checkpoints: "checkpoints.pem", exports: "exports.pem", requests: "requests.pem" } as const;
type Use = keyof typeof KEY_FILES;
const USES = Object.keys(KEY_FILES) as Use[];

/** What ArchiveWeb.page signs with, and the only curve that ReplayWeb.page verifies an anonymous signature by (wabac.js, certutils.ts). */
const EXPORTS_CURVE = "secp384r1";

const MAKE: Readonly<Record<Use, () => KeyObject>> = {
  checkpoints: () => generateKeyPairSync("ed25519").privateKey,
  exports: () => generateKeyPairSync("ec", { namedCurve: EXPORTS_CURVE }).privateKey,
  requests: () => generateKeyPairSync("ed25519").privateKey,
};

export type Keys = Readonly<Record<Use, KeyObject>>;
/** Folders of before requests were signed hold none for them. */
type KeysThere = Omit<Keys, "requests"> & Partial<Pick<Keys, "requests">>;

/**
 * @returns undefined where there are none
 * @throws {PlainError} when they cannot be read, or are no keys
 */
export function keysIn(dataDirectory: string): KeysThere | undefined {
  const paths = pathsIn(dataDirectory);
  const there = Object.values(paths).filter((path) => existsSync(path));
  if (there.length === 0) return undefined;
  return {
    checkpoints: readKey(paths.checkpoints, "ed25519"),
    exports: readKey(paths.exports, EXPORTS_CURVE),
    ...(existsSync(paths.requests) ? { requests: readKey(paths.requests, "ed25519") } : {}),
  };
}

/** The fingerprints of the keys that sign checkpoints here, or once did: those that were put aside stay beside the one that does. */
export function signersIn(dataDirectory: string): string[] {
  const folder = join(dataDirectory, KEYS_FOLDER);
  const isSigners = (name: string) =>
    name === KEY_FILES.checkpoints || name.startsWith(putAside(KEY_FILES.checkpoints));
  const names = existsSync(folder) ? readdirSync(folder).filter(isSigners) : [];
  return names.map((name) => fingerprint(publicPart(readKey(join(folder, name), "ed25519"))));
}

/**
 * Makes them where there are none.
 * @throws {PlainError} as `keysIn`
 */
export function keysOf(dataDirectory: string): Keys {
  const { requests, ...there } = keysIn(dataDirectory) ?? makeKeys(dataDirectory);
  return { ...there, requests: requests ?? makeKeys(dataDirectory, "", ["requests"]).requests };
}

/** The key that signs requests; undefined where there is none, and none can be written. @throws {PlainError} as `keysIn` */
export function requestsKeyOf(dataDirectory: string): KeyObject | undefined {
  return unlessKeptAway(() => keysOf(dataDirectory).requests);
}

/** The same where none is to be made: for what looks at a site before there is a bot. @throws {PlainError} as `keysIn` */
export function requestsKeyIn(dataDirectory: string): KeyObject | undefined {
  return unlessKeptAway(() => keysIn(dataDirectory)?.requests);
}

function unlessKeptAway<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MachineFault) return undefined;
    throw error;
  }
}

/**
 * Makes new ones for some uses; those that there are stay beside them, under the instant that they were put aside at.
 * @throws {MachineFault} when they cannot be written: those that were are left as they were
 */
export function makeKeys<Made extends Use = Use>(
  dataDirectory: string,
  now = "",
  uses: readonly Made[] = USES as Made[],
): Pick<Keys, Made> {
  const made = Object.fromEntries(uses.map((use) => [use, MAKE[use]()])) as Record<Made, KeyObject>;
  const folder = join(dataDirectory, KEYS_FOLDER);
  const paths = pathsIn(dataDirectory);
  const written: string[] = [];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // All is written whole before any takes the place of another: a disk that is full, or a kill, leaves those that were.
    for (const use of uses) {
      written.push(`${paths[use]}.new`);
      writeFileSync(`${paths[use]}.new`, made[use].export({ format: "pem", type: "pkcs8" }), {
        mode: 0o600,
        flush: true,
      });
    }
    for (const use of uses.filter((one) => existsSync(paths[one]))) {
      const aside = unusedName(`${putAside(paths[use])}${now.replaceAll(":", "")}`);
      written.push(aside);
      copyFileSync(paths[use], aside, constants.COPYFILE_EXCL);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw machineFault(error, folder) ?? error;
  }
  for (const use of uses) renameSync(`${paths[use]}.new`, paths[use]);
  return made;
}

/** How the name begins of a key that was put aside. @param name that it had */
function putAside(name: string): string {
  return `${name}.until-`;
}

function unusedName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}

function pathsIn(dataDirectory: string): Record<Use, string> {
  const of = (use: Use) => join(dataDirectory, KEYS_FOLDER, KEY_FILES[use]);
  return { checkpoints: of("checkpoints"), exports: of("exports"), requests: of("requests") };
}

function readKey(path: string, type: string): KeyObject {
  const what = "put back the file, or move the folder away and make others with `keys --new`";
  try {
    const key = createPrivateKey(readFileSync(path));
    if ((key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType) === type) return key;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const machines = machinesOwn(error, path);
    if (machines) throw machines;
    throw new PlainError(`${path}: is no key that can be read (${code ?? "damaged"}); ${what}`);
  }
  throw new PlainError(`${path}: is a key of another kind than ${type}; ${what}`);
}

/** @param key that signs checkpoints */
export function signerOf(key: KeyObject): Signer {
  return { key: publicPart(key), sign: (text) => sign(null, Buffer.from(text), key).toString("base64") };
}

/** The public key as Base64 of its SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). */
export function publicPart(key: KeyObject): string {
  return createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64");
}

/** By which people compare keys: SHA-256 of it, as OpenSSH prints one. @param key as `publicPart` gives it */
export function fingerprint(key: string): string {
  return `SHA256:${createHash("sha256").update(Buffer.from(key, "base64")).digest("base64").replace(/=+$/, "")}`;
}

/** As PEM, which other tools read. @param key as `publicPart` gives it */
export function publicPem(key: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${key.match(/.{1,64}/g)?.join("\n")}\n-----END PUBLIC KEY-----\n`;
}
