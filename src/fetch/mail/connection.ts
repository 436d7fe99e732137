/** A connection to an IMAP server that ends by itself, whatever the server does. */
import type { ImapFlow } from "imapflow";
import { bareHost } from "../address-guard.ts";
import { isPrivateWay } from "../asked.ts";
import { TooLarge } from "../content-encoding.ts";

const MEGABYTE = 1024 * 1024;
/** Of one message: it may bring a file of three megabytes. */
export const MOST_MESSAGE = 4 * MEGABYTE;
/** What a server says besides messages, the heads of two hundred among it: to read as much of small lines takes half a second. */
const MOST_TALK = 2 * MEGABYTE;
const MOST_LINE = MEGABYTE;
const MOST_TOKENS = 50_000;
const COUNTED_EVERY_MS = 100;

export interface Connection {
  client: ImapFlow;
  /** So many bytes more may come, as they were asked for. */
  allow(bytes: number): void;
  /** What ended it, where that says more than what was asked last. */
  fault(): Error | undefined;
  close(): void;
}

interface Way {
  url: URL;
  host: string;
  user: string;
  password: string;
  /** In milliseconds. */
  settings: { time_to_headers: number; proxy?: string | undefined };
}

/** A connection that is logged in, over TLS but to this machine, and that ends by itself past its bounds. */
export async function connect({ url, host, user, password, settings }: Way, bounds: AbortSignal): Promise<Connection> {
  const { ImapFlow } = await import("imapflow");
  const isSecure = url.protocol === "imaps:";
  const client = new ImapFlow({
    host,
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    // Whoever stands in between could leave the offer of it away (RFC 8314 §3.2).
    ...(isSecure || isPrivateWay(url) ? {} : { doSTARTTLS: true }),
    ...(host === bareHost(url) ? {} : { servername: bareHost(url) }),
    ...(settings.proxy ? { proxy: settings.proxy } : {}),
    tls: { minVersion: "TLSv1.2" },
    auth: { user, pass: password },
    logger: false,
    clientInfo: { name: "coming-weeks", version: false, vendor: false, "support-url": false },
    ...{ disableAutoIdle: true, disableAutoEnable: true, disableCompression: true, disableBinary: true },
    connectionTimeout: settings.time_to_headers,
    greetingTimeout: settings.time_to_headers,
    socketTimeout: settings.time_to_headers,
    maxLineLength: MOST_LINE,
    maxLiteralSize: MOST_MESSAGE,
    maxResponseSize: MOST_MESSAGE + MOST_LINE,
    maxResponseTokens: MOST_TOKENS,
  });
  let fault: Error | undefined;
  const end = (why: Error) => {
    fault ??= why;
    client.close();
  };
  client.on("error", (error: Error) => {
    fault ??= error;
  });
  const out = () => end(new Error("out of time"));
  bounds.addEventListener("abort", out, { once: true });
  let most = MOST_TALK;
  const watching = setInterval(() => {
    if (client.stats().received > most) end(new TooLarge("sends more than it was asked for"));
  }, COUNTED_EVERY_MS);
  const close = () => {
    clearInterval(watching);
    bounds.removeEventListener("abort", out);
    client.close();
  };
  const allow = (bytes: number) => {
    most += bytes;
  };
  const connection = { client, allow, fault: () => fault, close };
  try {
    await client.connect();
    return connection;
  } catch (error) {
    close();
    throw fault ?? error;
  }
}
