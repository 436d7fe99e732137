/**
 * Errors for people: the message says what happened, where, and what to do. A command prints it as it stands, and ends with
 * exit code 2. Whatever is thrown besides is a fault of ours.
 */
export class PlainError extends Error {}

/** What was asked for cannot be done, in a way that the option parser cannot see. */
export class UsageError extends PlainError {}
