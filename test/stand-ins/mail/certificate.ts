/** A certificate that this process believes while a test runs, made with `openssl`. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import tls from "node:tls";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { folder } from "../folder.ts";

const run = promisify(execFile);

/** @param isBelieved whether it is; nobody vouches for it otherwise */
export async function certificate(host: string, isBelieved: boolean): Promise<{ key: string; cert: string }> {
  const place = await folder();
  const [key, cert] = [join(place, "key.pem"), join(place, "cert.pem")];
  const subject = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  await run("openssl", [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    key,
    "-out",
    cert,
    "-days",
    "2",
    ...subject,
  ]);
  const made = { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  if (isBelieved) {
    const usual = tls.getCACertificates("default");
    tls.setDefaultCACertificates([...usual, made.cert]);
    onTestFinished(() => tls.setDefaultCACertificates(usual));
  }
  return made;
}
