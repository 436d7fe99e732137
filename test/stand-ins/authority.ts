/**
 * A time authority (RFC 3161) made with `openssl ts`: it stamps, or does what the real ones do on a bad day, and what a false one would.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { folder } from "./folder.ts";

const run = promisify(execFile);

/** What it signs with; `other` is somebody's whom its root does not vouch for. */
type Signer = "tsa" | "other";

/** What it does when it is asked. */
export type Manner =
  | "stamps"
  | "hangs"
  | "hangs up"
  | "floods"
  | "answers HTML"
  | "answers 503"
  | "sends on"
  | "refuses"
  | "stamps something else"
  | "repeats an old answer"
  | "signs with another root"
  | "signs with a TLS certificate"
  | "changes the time"
  | "leaves its certificate off";

export interface TimeAuthority {
  url: string;
  /** Its root certificate, a file of PEM. */
  ca: string;
  manner: Manner;
  /** What it was sent. */
  asked: { query: string; headers: Record<string, unknown> }[];
}

export async function startAuthority(manner: Manner = "stamps"): Promise<TimeAuthority> {
  const place = await folder();
  await makeKeys(place);
  const authority: TimeAuthority = { url: "", ca: join(place, "root.pem"), manner, asked: [] };
  let old: Buffer | undefined;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const query = Buffer.concat(pieces);
    await writeFile(join(place, "query"), query);
    const { stdout } = await run("openssl", ["ts", "-query", "-in", "query", "-text"], { cwd: place });
    authority.asked.push({ query: stdout, headers: request.headers });
    const answer = await answerOf(authority.manner, place, query, response);
    if (answer === undefined) return;
    const sent = authority.manner === "repeats an old answer" && old ? old : answer;
    old ??= answer;
    response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`;
  return authority;
}

/** Undefined where it was answered otherwise, or is not. */
async function answerOf(
  manner: Manner,
  place: string,
  query: Buffer,
  response: ServerResponse,
): Promise<Buffer | undefined> {
  switch (manner) {
    case "hangs":
      return undefined;
    case "hangs up":
      return void response.destroy();
    case "answers HTML":
      return void response.writeHead(200, { "content-type": "text/html" }).end("<html><title>Welcome</title></html>");
    case "answers 503":
      return void response.writeHead(503).end("busy");
    case "sends on":
      return void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    case "floods": {
      response.writeHead(200, { "content-type": "application/timestamp-reply" });
      const more = () =>
        response.destroyed ||
        (response.write(Buffer.alloc(65_536)) ? setImmediate(more) : response.once("drain", more));
      return void more();
    }
    case "refuses":
      return stamped(place, Buffer.concat([query.subarray(0, -1), Buffer.from([0])]), "tsa", "refusing.cnf");
    case "stamps something else": {
      await run(
        "openssl",
        ["ts", "-query", "-digest", "00".repeat(32), "-sha256", "-cert", "-no_nonce", "-out", "else"],
        { cwd: place },
      );
      return stamped(place, await readFile(join(place, "else")), "tsa");
    }
    case "changes the time": {
      const answer = await stamped(place, query, "tsa");
      const time = /\d{14}Z/.exec(answer.toString("latin1"));
      answer.write("20200101000000Z", time?.index ?? 0, "latin1");
      return answer;
    }
    case "leaves its certificate off":
      return stamped(place, withoutCertificates(query), "tsa");
    case "signs with another root":
      return stamped(place, query, "other");
    case "signs with a TLS certificate":
      return signedAgain(place, await stamped(place, query, "tsa"));
    default:
      return stamped(place, query, "tsa");
  }
}

/** certReq is TRUE at the end of what we send. */
function withoutCertificates(query: Buffer): Buffer {
  const certReq = Buffer.from("0101ff", "hex");
  if (!query.subarray(-3).equals(certReq)) throw new Error("the query does not end on certReq");
  const rest = Buffer.from(query.subarray(0, -3));
  rest[1] = (rest[1] ?? 0) - 3;
  return rest;
}

async function stamped(place: string, query: Buffer, as: Signer, config = `${as}.cnf`): Promise<Buffer> {
  await writeFile(join(place, "asked"), query);
  await run("openssl", ["ts", "-reply", "-config", config, "-queryfile", "asked", "-out", "reply"], { cwd: place });
  return readFile(join(place, "reply"));
}

/** What is stamped, signed with a certificate for TLS, which `openssl ts` itself does not do. */
async function signedAgain(place: string, answer: Buffer): Promise<Buffer> {
  const openssl = (...args: string[]) => run("openssl", args, { cwd: place });
  await writeFile(join(place, "answer"), answer);
  await openssl("ts", "-reply", "-in", "answer", "-token_out", "-out", "token");
  await openssl("cms", "-verify", "-noverify", "-inform", "DER", "-in", "token", "-out", "info");
  const as = ["-signer", "server.pem", "-inkey", "server.key", "-econtent_type", "1.2.840.113549.1.9.16.1.4"];
  await openssl(
    "cms",
    "-sign",
    "-binary",
    "-nodetach",
    "-cades",
    "-md",
    "sha256",
    ...as,
    "-in",
    "info",
    "-outform",
    "DER",
    "-out",
    "signed",
  );
  const granted = Buffer.from("3003020100", "hex");
  const content = Buffer.concat([granted, await readFile(join(place, "signed"))]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([Buffer.from("3082", "hex"), length, content]);
}

async function makeKeys(place: string): Promise<void> {
  const openssl = (...args: string[]) => run("openssl", args, { cwd: place });
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  for (const root of ["root", "strange"])
    await openssl(
      "req",
      "-x509",
      ...ec,
      "-keyout",
      `${root}.key`,
      "-out",
      `${root}.pem`,
      "-days",
      "30",
      "-subj",
      `/CN=Root ${root}`,
      "-addext",
      "keyUsage=critical,keyCertSign",
    );
  const kinds = [
    ["tsa", "root", "critical,timeStamping"],
    ["other", "strange", "critical,timeStamping"],
    ["server", "root", "serverAuth"],
  ] as const;
  for (const [name, root, usage] of kinds) {
    await openssl(
      "req",
      ...ec,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
      "-subj",
      `/O=Stand-in/CN=Time authority ${name}`,
    );
    await writeFile(join(place, "extensions"), `extendedKeyUsage=${usage}\nkeyUsage=critical,digitalSignature\n`);
    await openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      "-CA",
      `${root}.pem`,
      "-CAkey",
      `${root}.key`,
      "-CAcreateserial",
      "-out",
      `${name}.pem`,
      "-days",
      "10",
      "-extfile",
      "extensions",
    );
    if (name !== "server") await writeFile(join(place, `${name}.cnf`), settings(name, "sha256"));
  }
  // It takes no digests that anybody has.
  await writeFile(join(place, "refusing.cnf"), settings("tsa", "sha512"));
  await writeFile(join(place, "serial"), "01\n");
}

function settings(name: string, digests: string): string {
  return `[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = ${name}.pem
signer_key = ${name}.key
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.5
digests = ${digests}
accuracy = secs:1
ess_cert_id_alg = sha256
`;
}
