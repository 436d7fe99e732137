/** An authority asked for a time stamp (RFC 3161 §3.4). It is sent the digest of a text, and a number that its answer must repeat. */
import { randomBytes } from "node:crypto";
import { Agent, request } from "undici";
import { guardedConnector } from "../../fetch/address-guard.ts";
import { collect } from "../../fetch/body.ts";
import { sayFailure } from "../../fetch/failure.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import { SOFTWARE } from "../../watch/software.ts";
import { APART_MS, readCheckpointStamp } from "./of-checkpoint.ts";
import { type Stamp, StampError } from "./stamp.ts";
import { hexOf, MAX_TOKEN, stampRequest, tokenIn } from "./token.ts";

/** As the settings say. */
export interface Authority {
  url: string;
  /** As PEM; where there are none, any certificate for time stamps will do. */
  roots: readonly string[];
  allowsPrivateAddresses: boolean;
  /** Who to write to about the requests. */
  contact: string;
}

const WITHIN_MS = 30_000;

/**
 * @param now when it was asked
 * @throws {StampError} when there is no answer, or none that can be believed
 */
export async function askForStamp(
  { url, roots, allowsPrivateAddresses, contact }: Authority,
  text: string,
  now: InstantText,
  signal: AbortSignal,
): Promise<{ token: Buffer; stamp: Stamp }> {
  // A positive number whose first byte is none of its encoding's own.
  const nonce = randomBytes(8).map((byte, index) => (index === 0 ? (byte & 0x7f) | 0x40 : byte));
  const timeouts = { headersTimeout: WITHIN_MS, bodyTimeout: WITHIN_MS };
  const connect = allowsPrivateAddresses ? { timeout: WITHIN_MS } : guardedConnector(WITHIN_MS);
  const agent = new Agent({ ...timeouts, connect });
  const limit = AbortSignal.timeout(WITHIN_MS);
  try {
    const { statusCode, headers, body } = await request(url, {
      ...{ method: "POST", dispatcher: agent, signal: AbortSignal.any([signal, limit]) },
      headers: {
        "content-type": "application/timestamp-query",
        accept: "application/timestamp-reply",
        "user-agent": `${SOFTWARE} (+${contact})`,
      },
      body: stampRequest(text, Buffer.from(nonce)),
    });
    const length = headers["content-length"];
    const answer = await collect(body, MAX_TOKEN, typeof length === "string" ? length : undefined);
    if (statusCode !== 200) throw new StampError(`answered ${statusCode}`);
    const token = tokenIn(answer);
    const stamp = await readCheckpointStamp(token, text, roots);
    if (stamp.nonce !== hexOf(Buffer.from(nonce))) throw new StampError("answered something else than was asked");
    if (Math.abs(elapsed(stamp.at, now)) > APART_MS)
      throw new StampError(`says that it is ${stamp.at}; this machine has ${now}: one of both clocks is wrong`);
    return { token, stamp };
  } catch (error) {
    if (error instanceof StampError) throw error;
    const [, detail] = sayFailure(error, limit.aborted, signal.aborted);
    throw new StampError(detail);
  } finally {
    await agent.destroy();
  }
}
