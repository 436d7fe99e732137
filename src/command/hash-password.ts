/** Prints a password's hash, so that the password itself need not stand in any file. */
import { text } from "node:stream/consumers";
import { UsageError } from "../language/plain-error.ts";
import { hashPassword } from "../web/guard.ts";
import type { CommonOptions } from "./context.ts";

export async function printHash(_options: CommonOptions): Promise<number> {
  if (process.stdin.isTTY) process.stderr.write("Type the password, then Enter and Ctrl-D:\n");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password.length < 12) throw new UsageError("The password is too short; give at least 12 characters.");
  process.stdout.write(`${await hashPassword(password)}\n`);
  return 0;
}
