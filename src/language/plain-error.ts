/**
 * Errors for people: the message says what happened, where, and what to do. A command prints it as it stands. Whatever is
 * thrown besides is a fault of ours.
 */
export class PlainError extends Error {
  /** What a command ends with: 2 for bad usage or config, 1 for what may go better another time. */
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What was asked for cannot be done, in a way that the option parser cannot see. */
export class UsageError extends PlainError {}
