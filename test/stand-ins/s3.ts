/** An S3 service on loopback, behind a front that can do what services do on bad days. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import S3rver from "s3rver";
import account from "s3rver/lib/models/account.js";
import { onTestFinished } from "vitest";
import { Bucket } from "../../src/archive/bucket/bucket.ts";
import { folder } from "./folder.ts";

/** What the front does to a request instead of handing it on as it is, and its answer back. */
export type Trouble =
  | { kind: "answers"; status: number; code?: string; text?: string; headers?: Record<string, string> }
  /** The connection is reset after so many bytes of the answer. */
  | { kind: "resets"; after: number }
  /** The answer ends after so many bytes, as if that were all. */
  | { kind: "stops"; after: number }
  /** So many bytes, and then nothing more. */
  | { kind: "stalls"; after: number }
  | { kind: "corrupts"; at: number };

export interface S3 {
  /** As `AWS_…` variables name it, with ARCHIVE_URL. */
  environment: Record<string, string>;
  bucket: Bucket;
  /** Requests that arrived: `PUT /bucket/prefix/name`, with the range that was asked for. */
  requests: string[];
  /** What a request meets, whatever range it asks for, for the how manieth time; nothing by default. */
  meets: (request: string, count: number) => Trouble | undefined;
}

/** Of these, tests wait for nothing longer than a moment. */
const PATIENCE = { tries: 4, pause: 1, silence: 1500 };

/** As long as secrets must be; its own are not. */
export const S3_KEYS = { accessKeyId: "an-id-of-a-stand-in", secretAccessKey: "a-key-of-a-stand-in" };

export async function startS3(prefix = "archive/"): Promise<S3> {
  const behind = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(await folder(), "s3"),
    configureBuckets: [{ name: "bucket" }],
  });
  const { port } = await behind.run();
  const requests: string[] = [];
  const front = createServer((incoming, response) => {
    const range = incoming.headers.range?.replace("bytes=", " ") ?? "";
    const said = `${incoming.method} ${decodeURIComponent(incoming.url ?? "")}${range}`;
    requests.push(said);
    const whole = said.replace(/ [\d-]+$/, "");
    pass(incoming, response, port, s3.meets(whole, requests.filter((one) => one.startsWith(whole)).length));
  }).listen(0, "127.0.0.1");
  await once(front, "listening");
  const endpoint = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  account.DUMMY_ACCOUNT.createKeyPair(S3_KEYS.accessKeyId, S3_KEYS.secretAccessKey);
  const keys = S3_KEYS;
  const bucket = new Bucket({ endpoint, region: "us-east-1", ...keys }, { bucket: "bucket", prefix }, PATIENCE);
  const s3: S3 = {
    environment: {
      ARCHIVE_URL: `s3://bucket/${prefix}`,
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    bucket,
    requests,
    meets: () => undefined,
  };
  onTestFinished(async () => {
    await bucket.close();
    front.close();
    front.closeAllConnections();
    await behind.close();
  });
  return s3;
}

function pass(incoming: IncomingMessage, response: ServerResponse, port: number, trouble: Trouble | undefined): void {
  if (trouble?.kind === "answers") {
    incoming.resume();
    const text = trouble.code ? `<Error><Code>${trouble.code}</Code></Error>` : trouble.text;
    response.writeHead(trouble.status, trouble.headers).end(text);
    return;
  }
  const { method, headers, url } = incoming;
  const onward = request({ host: "127.0.0.1", port, path: url, method, headers }, (answer) => {
    if (trouble?.kind === "resets" && trouble.after === 0) return void response.socket?.resetAndDestroy();
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    void hand(answer, response, trouble);
  });
  onward.on("error", () => response.destroy());
  incoming.pipe(onward);
}

async function hand(answer: IncomingMessage, response: ServerResponse, trouble: Trouble | undefined): Promise<void> {
  const bytes: Buffer = Buffer.concat(await answer.toArray());
  if (trouble && "at" in trouble) bytes[trouble.at] = ~(bytes[trouble.at] ?? 0);
  if (!trouble || !("after" in trouble)) return void response.end(bytes);
  response.write(bytes.subarray(0, trouble.after), () => {
    if (trouble.kind === "resets") response.socket?.resetAndDestroy();
    if (trouble.kind === "stops") response.socket?.end();
  });
}
