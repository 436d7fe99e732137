/** One request to an S3 service, signed, and tried again where that may help; what goes wrong in words that say what to mend. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { Agent, type Dispatcher, request } from "undici";
import type { S3Access } from "../../config/bucket.ts";
import { collect } from "../../fetch/body.ts";
import { ArchiveError } from "../source.ts";

/** The service does not do what it is asked for. The message names the place and what to do. */
export class BucketError extends ArchiveError {
  /** The HTTP status, where it answered. */
  readonly status: number | undefined;
  /** Whether it may pass by itself. */
  readonly isPassing: boolean;
  constructor(message: string, { status, isPassing = false }: { status?: number; isPassing?: boolean } = {}) {
    super(message);
    this.status = status;
    this.isPassing = isPassing;
  }
}

export interface Patience {
  /** How often something is tried, in all. */
  tries: number;
  /** Milliseconds before the second try; twice as many before each that follows. */
  pause: number;
  /** Milliseconds without a byte. */
  silence: number;
}

const PATIENCE: Patience = { tries: 5, pause: 250, silence: 60_000 };

export interface Asked {
  method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** Within the bucket; empty for the bucket itself. */
  key: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** What is sent, with its SHA-256 in hex. A stream is made anew for each try. */
  body?: { make: () => Readable | Buffer; digest: string };
}

/** Of an answer that is an error. */
const MAX_ERROR = 64 * 1024;
const NOTHING = createHash("sha256").digest("hex");
/** RFC 9110 §15.6, RFC 6585 §4; 307 while a new bucket becomes known everywhere (Amazon S3, “Request redirection”). */
const PASSING = new Set([307, 429, 500, 502, 503, 504]);

export class S3Client {
  readonly #access: S3Access;
  readonly #bucket: string;
  readonly #agent: Agent;
  readonly patience: Patience;
  #isClosed = false;

  constructor(access: S3Access, bucket: string, patience: Partial<Patience> = {}) {
    this.#access = access;
    this.#bucket = bucket;
    this.patience = { ...PATIENCE, ...patience };
    const { silence } = this.patience;
    this.#agent = new Agent({ headersTimeout: silence, bodyTimeout: silence, connect: { timeout: silence } });
  }

  /**
   * @param take reads the answer
   * @throws {BucketError} when it is not answered with success, also when it was tried again
   */
  async ask<T>(asked: Asked, take: (answer: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++)
      try {
        return await take(await this.askOnce(asked));
      } catch (error) {
        await this.pauseAfter(attempt, asked.key, error);
      }
  }

  /** Waits before another try. @throws {BucketError} when none is worth it */
  async pauseAfter(failures: number, key: string, error: unknown): Promise<void> {
    const broken = this.#broken(key, error);
    if (!broken.isPassing || failures >= this.patience.tries) throw broken;
    await wait(this.patience.pause * 2 ** (failures - 1));
  }

  #broken(key: string, error: unknown): BucketError {
    if (error instanceof BucketError) return error;
    const { code, name } = error as NodeJS.ErrnoException;
    const why = `cannot be reached, or broke off (${code ?? name}); check the network and AWS_ENDPOINT_URL_S3`;
    return new BucketError(`${this.addressOf(key)}: ${why}`, { isPassing: !this.#isClosed });
  }

  addressOf(key: string): string {
    return `s3://${this.#bucket}/${key}`;
  }

  /** @throws {BucketError} when it is not answered with success */
  async askOnce({ method, key, query = {}, headers = {}, body }: Asked): Promise<Dispatcher.ResponseData> {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.#access;
    const path = [this.#bucket, ...key.split("/")].map(encodeURIComponent).join("/");
    const url = new URL(`${endpoint}/${path}`);
    url.search = new URLSearchParams(query).toString();
    const signed = await new AwsV4Signer({
      ...{ method, url: url.href, service: "s3", region, accessKeyId, secretAccessKey },
      headers: { ...headers, "x-amz-content-sha256": body?.digest ?? NOTHING },
    }).sign();
    const sent = body?.make();
    let answer: Dispatcher.ResponseData;
    try {
      const all = Object.fromEntries(signed.headers);
      answer = await request(signed.url, { method, headers: all, body: sent ?? null, dispatcher: this.#agent });
    } catch (error) {
      letGo(sent);
      throw this.#broken(key, error);
    }
    if (answer.statusCode >= 200 && answer.statusCode < 300) return answer;
    const text = await collect(answer.body, MAX_ERROR, undefined).catch(() => Buffer.alloc(0));
    letGo(sent);
    throw this.#refused(key, answer, text.toString("utf8"));
  }

  #refused(key: string, { statusCode: status, headers }: Dispatcher.ResponseData, text: string): BucketError {
    const code = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? "";
    const region = headers["x-amz-bucket-region"] ?? /<Region>([a-z0-9-]{1,40})<\/Region>/.exec(text)?.[1];
    const isElsewhere = status === 301 || code === "AuthorizationHeaderMalformed";
    const why = isElsewhere
      ? `the bucket is in another region${region ? ` (${region})` : ""}; set AWS_REGION to it`
      : whyRefused(status, code);
    return new BucketError(`${this.addressOf(key)}: ${why}`, { status, isPassing: PASSING.has(status) });
  }

  /** Breaks off what is being asked. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#agent.destroy();
  }
}

/** A service may answer before all was sent. */
function letGo(sent: Readable | Buffer | undefined): void {
  if (sent && "destroy" in sent) sent.destroy();
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
function whyRefused(status: number, code: string): string {
  const said = [status, code].filter(Boolean).join(" ");
  if (code === "RequestTimeTooSkewed") return "this machine’s clock is wrong by more than a quarter of an hour; set it";
  if (code === "AccessDenied")
    return `the keys do not have the right to it (${said}); let them list the bucket, and read, write and delete in it`;
  if (status === 401 || status === 403)
    return `the keys are not accepted (${said}); check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`;
  if (code === "NoSuchBucket") return "there is no such bucket; create it, or name another";
  if (status === 404) return "is not there";
  if (PASSING.has(status)) return `the service cannot do it now (${said}); try again later`;
  return `the service refuses it (${said}); look for that in its documentation`;
}
