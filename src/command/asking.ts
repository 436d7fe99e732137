/**
 * Questions in the terminal, one line each. Node's own readline is enough: there is nothing to draw, answers can be piped in as well as
 * typed, and a screen reader or a plain terminal has all of it. (@inquirer/prompts and @clack/prompts redraw what they ask, and lose
 * lines that are piped in while no question stands; they would cost 40 and 20 ms of each start.)
 */
import { createInterface, type Interface } from "node:readline";
import { PlainError, UsageError } from "../language/plain-error.ts";

export interface Question<T> {
  /** What is asked. */
  text: string;
  /** What Enter alone means. */
  fallback?: string | undefined;
  /** The option that says it instead. */
  option?: string | undefined;
  /** Makes the answer a value. @throws {UsageError} with what is wrong with it: it is asked again */
  read(answer: string): T;
}

export class Asking {
  readonly #reader: Interface;
  /** Says a text before an answer is waited for, and shows one that is wrapped already. */
  readonly say: (text: string) => void;
  readonly show: (text: string) => void;
  /** What was typed, or piped in, before it was asked for. */
  readonly #lines: string[] = [];
  #waiting: ((line: string | undefined) => void) | undefined;
  #isOver = false;

  /** @param signal begins to be aborted at Ctrl-C. @param wrap breaks a text into lines */
  constructor(signal: AbortSignal, wrap: (text: string) => string) {
    this.show = (text) => void process.stderr.write(text);
    this.say = (text) => this.show(wrap(text));
    const { stdin: input, stderr: output } = process;
    this.#reader = createInterface({ input, output, terminal: input.isTTY && output.isTTY, historySize: 0 });
    this.#reader.on("line", (line) => this.#take(line));
    this.#reader.on("close", () => this.#end());
    // In a terminal of which each key is read, Ctrl-C is a key like others.
    this.#reader.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
    signal.addEventListener("abort", () => this.#end(), { once: true });
  }

  /** Asks until the answer is one. @throws {PlainError} when there is none any more */
  async ask<T>({ text, fallback, option, read }: Question<T>): Promise<T> {
    for (;;) {
      this.say(text);
      const answer = await this.#line(fallback ? `[${fallback}] > ` : "> ");
      if (answer === undefined)
        throw new PlainError(
          `The answers came to an end; nothing was written.${option ? ` What is missing can be said with ${option}.` : ""}`,
        );
      try {
        return read(answer.trim() || (fallback ?? ""));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        this.say(error.message);
      }
    }
  }

  close(): void {
    this.#reader.close();
  }

  #line(prompt: string): Promise<string | undefined> {
    const line = this.#lines.shift();
    if (line !== undefined || this.#isOver) {
      this.show(`${prompt}${line ?? ""}\n`);
      return Promise.resolve(line);
    }
    this.#reader.setPrompt(prompt);
    this.#reader.prompt();
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #take(line: string): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) return void this.#lines.push(line);
    // What is piped in is shown as if it had been typed.
    if (!this.#reader.terminal) this.show(`${line}\n`);
    waiting(line);
  }

  #end(): void {
    this.#isOver = true;
    this.#waiting?.(undefined);
    this.#waiting = undefined;
  }
}
