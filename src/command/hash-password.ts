/** Prints a password's hash, so that the password itself need not stand in any file. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { PlainError, UsageError } from "../language/plain-error.ts";
import { hashPassword } from "../web/guard/password.ts";

const LEAST = 12;

/** Asks twice on a terminal; from a pipe, a line is read. */
export async function printHash(): Promise<number> {
  const { stdin, stderr } = process;
  const ask = askUnseen(stdin, stderr, stdin.isTTY === true);
  try {
    const password = await ask.line("Password: ");
    if (password.length < LEAST) throw new UsageError(`The password is too short; give at least ${LEAST} characters.`);
    if (stdin.isTTY && (await ask.line("The same again: ")) !== password)
      throw new UsageError("These were two different passwords; run it again.");
    process.stdout.write(`${await hashPassword(password)}\n`);
    return 0;
  } finally {
    ask.close();
  }
}

/**
 * Reads lines, and shows nothing of what is typed. The terminal is as before once it is closed.
 * @param isTerminal whether somebody types: then they are asked, and may correct themselves, or leave with Ctrl-C
 */
export function askUnseen(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  isTerminal: boolean,
): { line: (prompt: string) => Promise<string>; close: () => void } {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reading = createInterface({ input, output: unseen, terminal: isTerminal, historySize: 0 });
  const lines = reading[Symbol.asyncIterator]();
  const left = new Promise<never>((_, reject) => {
    reading.once("SIGINT", () => reject(new PlainError("Stopped; nothing was printed.", 130)));
  });
  left.catch(() => undefined);
  return {
    line: async (prompt) => {
      if (isTerminal) output.write(prompt);
      try {
        return (await Promise.race([lines.next(), left])).value ?? "";
      } finally {
        if (isTerminal) output.write("\n");
      }
    },
    close: () => reading.close(),
  };
}
