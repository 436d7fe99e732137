/** Why a mailbox could not be looked into, in words. What a server said of it is not repeated: it may echo what it was sent. */
import type { FailureCause } from "../capture.ts";
import { sayFailure } from "../failure.ts";

/** A fault that is said as it is. The message completes "the source …". */
export class MailFault extends Error {
  readonly reason: FailureCause;

  constructor(reason: FailureCause, says: string) {
    super(says);
    this.reason = reason;
  }
}

/** As imapflow names them. */
const TOO_LARGE =
  /^(?:LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooManyTokens|TooManyResponses|MAX_IMAP_NESTING_REACHED)$/;
const NO_IMAP = /^(?:ParserError\w*|InvalidResponse|UnexpectedTag|MissingTag|ResponseProcessingFailed)$/;
const TIMEOUT = /^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ETIMEDOUT|LockTimeout)$/;
const ENDED = /^(?:NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect\w*)$/;

interface Said {
  code?: unknown;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  responseStatus?: string;
  tlsFailed?: boolean;
}

/** @param variable which holds the password */
export function sayMailFailure(
  error: unknown,
  variable: string,
  isOutOfTime: boolean,
  isStopped: boolean,
): [FailureCause, string] {
  if (error instanceof MailFault) return [error.reason, error.message];
  const { code, authenticationFailed, mailboxMissing, responseStatus, tlsFailed } = (error ?? {}) as Said;
  const name = typeof code === "string" ? code : "";
  if (!isStopped && !isOutOfTime) {
    if (authenticationFailed) return ["refused", `refused the login; see that mail.user and ${variable} are right`];
    if (tlsFailed && name === "")
      return ["refused", "offers no TLS there, without which no password is sent; see that its address is right"];
    if (mailboxMissing) return ["refused", "has no mailbox of that name; see what it is called there"];
    if (TOO_LARGE.test(name)) return ["too-large", "sends more than an IMAP server has to say"];
    if (NO_IMAP.test(name)) return ["unreachable", "does not answer as an IMAP server does"];
    if (TIMEOUT.test(name)) return ["timeout", "did not answer in time"];
    if (responseStatus) return ["refused", `refused what it was asked for (${responseStatus.slice(0, 20)})`];
    if (ENDED.test(name)) return ["unreachable", "ended the connection"];
  }
  return sayFailure(error, isOutOfTime, isStopped);
}
