/** The certificates that the settings trust to stand behind a time authority's. */
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "../../config/load.ts";
import { PlainError } from "../../language/plain-error.ts";
import type { Authority } from "./asking.ts";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** @returns undefined where none is to be asked @throws {PlainError} when the file of its roots cannot be read */
export function authorityIn({ settings: { archive, fetch }, origin }: Config): Authority | undefined {
  const { time_stamps } = archive;
  if (!time_stamps) return undefined;
  const { url, ca } = time_stamps;
  return {
    url,
    roots: ca === undefined ? [] : rootsIn(resolve(dirname(origin?.file ?? ""), ca)),
    allowsPrivateAddresses: fetch.allow_private_addresses,
    contact: fetch.contact,
  };
}

function rootsIn(path: string): string[] {
  const fault = (why: string) =>
    new PlainError(`archive.time_stamps.ca: ${path} ${why}; name a file of certificates (PEM)`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw fault(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const found = text.match(CERTIFICATE) ?? [];
  if (found.length === 0) throw fault("holds no certificate");
  try {
    for (const pem of found) new X509Certificate(pem);
  } catch {
    throw fault("holds what is no certificate");
  }
  return found;
}
