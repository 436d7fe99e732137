/** One exchange with a service that messages are posted to, and what its answer means. Bounded in time and size; it follows no redirect. */
import { beginningOf } from "../../config/redaction.ts";
import { DAY_MS } from "../../time/instant.ts";
import type { Sent } from "../channel.ts";
import { Lacking } from "./messenger.ts";

/** Standard Webhooks asks for 15 to 30 seconds. */
const ANSWERED_WITHIN_MS = 20_000;
const MOST_OF_AN_ANSWER = 64 * 1024;
const MOST_OF_A_REASON = 300;

export interface Posted {
  status: number;
  headers: Headers;
  text: string;
}

/** What is asked. A body is sent as JSON. */
export interface Request {
  method?: "GET" | "POST" | "PUT";
  headers?: Record<string, string>;
  body?: string;
}

/** @throws {Unanswered} */
export async function ask(url: string, { method = "GET", headers, body }: Request = {}): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        "user-agent": "coming-weeks",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, text: await beginningOfBody(response) };
  } catch (error) {
    // Of what goes wrong on the way, fetch says only that it failed; the reason is its cause.
    const { code, name } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    throw new Unanswered(name === "TimeoutError" ? "no answer in time" : (code ?? name ?? "no answer"));
  }
}

export class Unanswered extends Error {}

/** More is not read: what an answer says stands at its beginning. */
async function beginningOfBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= MOST_OF_AN_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_OF_AN_ANSWER).toString();
}

/** Who is asked, and where a person mends what is wrong: "Slack", "check SLACK_WEBHOOK_URL". */
export interface Service {
  name: string;
  mend: string;
}

/**
 * Posts a message.
 * @param meaning what an answer means where the service has its own words for it; undefined where it means what HTTP says
 */
export async function post(
  service: Service,
  url: string,
  request: Request,
  meaning: (posted: Posted) => Sent | undefined = () => undefined,
): Promise<Sent> {
  try {
    const posted = await ask(url, { method: "POST", ...request });
    return meaning(posted) ?? usualMeaning(service, posted);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { kind: "later", error: `${service.name} could not be reached (${error.message})` };
  }
}

/** Of what is wrong with what was sent, not with where (RFC 9110): it is not taken at any time. */
const UNFIT = new Set([400, 413, 414, 415, 422]);
/** It may go otherwise another time. */
const PASSING = new Set([408, 409, 423, 424, 425]);

function usualMeaning({ name, mend }: Service, posted: Posted): Sent {
  const { status } = posted;
  if (status >= 200 && status < 300) return { kind: "sent" };
  const error = saidBy(name, posted);
  if (status === 429 || status === 503) return { kind: "later", error, wait: waitOf(posted) };
  if (status >= 500 || PASSING.has(status)) return { kind: "later", error };
  return UNFIT.has(status) ? { kind: "refused", error } : { kind: "stopped", error: `${error}; ${mend}` };
}

/** What a service answered, in a few words. */
export function saidBy(name: string, { status, text }: Posted): string {
  const why = beginningOf(text.replace(/\s+/g, " ").trim(), MOST_OF_A_REASON);
  return `${name} answered ${status}${why && !why.startsWith("<") ? ` (${why})` : ""}`;
}

/** RFC 9110 §10.2.3: seconds, or a date. @returns milliseconds, no more than a day; undefined where it does not say */
export function waitOf({ headers }: Pick<Posted, "headers">): number | undefined {
  const said = headers.get("retry-after");
  if (!said) return undefined;
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 1000), DAY_MS) : undefined;
}

/** The same for who tries a service out: the answer, where it is a good one. @throws {Lacking} */
export async function asked({ name, mend }: Service, url: string, request?: Request): Promise<Posted> {
  try {
    const posted = await ask(url, request);
    if (posted.status >= 200 && posted.status < 300) return posted;
    throw new Lacking(`${saidBy(name, posted)}; ${mend}`);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    throw new Lacking(`${name} could not be reached (${error.message}); ${mend}, and this machine's network`);
  }
}

/** What is said in JSON; an empty object where it is no object. */
export function said<T extends object>({ text }: Posted): Partial<T> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
}
