/**
 * A server for mail (RFC 5321), which is spoken to on a connection of its own for each mail: however it dribbles, none lasts longer than a
 * bound. Who was not let in does not try again at once for the next reader: a provider may shut the account.
 */
import MailComposer, { type MailComposerOptions } from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import pLimit from "p-limit";
import { isLoopback } from "../../config/public-address.ts";

/** Connections at once, which no provider minds. */
export const AT_ONCE = 3;
/** RFC 5321 §4.5.3.2 would wait for minutes at each step; here it is for all of them, and for a place among those at once. */
const WITHIN_MS = 90_000;
const STEPS_WITHIN = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
const SHUT_FOR_MS = 60_000;

/** As nodemailer gives them ("Error handling"). */
export interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** Why it is shut until a person mends it, by nodemailer's code: no other try does. */
export const SHUT: Readonly<Record<string, string>> = {
  EAUTH: "does not accept the name or the password",
  ENOAUTH: "wants a name and a password",
  ETLS: "offers no encryption that holds; where it is to be written to all the same, set `encryption: if-offered`",
};

export class MailServer {
  readonly #options: ConstructorParameters<typeof SMTPConnection>[0];
  readonly #user: { user: string; pass: string } | undefined;
  readonly #turn = pLimit(AT_ONCE);
  /** Why it is shut, and until when, on the process's own clock. */
  #shut: { why: SmtpError; until: number } | undefined;
  /** What readers of it share. */
  readonly name: string;

  /** @param url `smtps://user:password@host:port` */
  constructor(url: string, encryption: "required" | "if-offered") {
    const { protocol, hostname, port, username, password, host } = new URL(url);
    const isHere = isLoopback(hostname);
    const secure = protocol === "smtps:";
    this.name = `mail ${host}`;
    this.#user = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
    this.#options = {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !isHere && encryption === "required",
      // What is on this machine has a certificate that nobody vouches for.
      tls: { rejectUnauthorized: !isHere },
      socketCloseTimeout: 0,
      ...STEPS_WITHIN,
    };
  }

  /** @throws {SmtpError} */
  async send(mail: MailComposerOptions): Promise<void> {
    const made = new MailComposer({ ...mail, disableFileAccess: true, disableUrlAccess: true }).compile();
    const text = await made.build();
    await this.#speak((connection, done) => connection.send(made.getEnvelope(), text, done));
  }

  /** Whether it lets us in; nothing is sent. @throws {SmtpError} */
  async tryOut(): Promise<void> {
    await this.#speak((_, done) => done(null));
  }

  async #speak(say: (connection: SMTPConnection, done: (error?: Error | null) => void) => void): Promise<void> {
    const shut = this.#shut;
    if (shut && performance.now() < shut.until) throw shut.why;
    const late = new AbortController();
    const tooLong = setTimeout(() => late.abort(timedOut()), WITHIN_MS);
    try {
      await this.#turn(() => this.#connected(say, late.signal));
      this.#shut = undefined;
    } catch (error) {
      const why = error as SmtpError;
      if (Object.hasOwn(SHUT, why.code ?? "")) this.#shut = { why, until: performance.now() + SHUT_FOR_MS };
      throw error;
    } finally {
      clearTimeout(tooLong);
    }
  }

  async #connected(
    say: (connection: SMTPConnection, done: (error?: Error | null) => void) => void,
    late: AbortSignal,
  ): Promise<void> {
    late.throwIfAborted();
    const connection = new SMTPConnection(this.#options);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const next = (go: () => void) => (error?: Error | null) => (error ? reject(error) : go());
    late.addEventListener("abort", () => reject(late.reason));
    connection.on("error", reject);
    connection.on("end", () => reject(Object.assign(new Error("it ended the connection"), { code: "ECONNECTION" })));
    const begun = next(() => say(connection, next(resolve)));
    connection.connect(next(() => (this.#user ? connection.login(this.#user, begun) : begun(null))));
    try {
      await promise;
      connection.quit();
    } finally {
      connection.close();
    }
  }
}

function timedOut(): SmtpError {
  return Object.assign(new Error("it took too long"), { code: "ETIMEDOUT" });
}
