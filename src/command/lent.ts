/** What the command line lends to those who say what options its commands have. */
import type { Command, Option } from "commander";
import type { CommonOptions } from "./context.ts";

export type Run<Options> = (options: Options) => Promise<number>;

export interface Lent {
  program: Command;
  /** A command with the options that most share. @param parent the program when left out */
  command(name: string, description: string, parent?: Command): Command;
  originOption(): Option;
  /** Reads a civil date. */
  day(text: string): string;
  /** What `--json` does. */
  json: string;
  /** Loads a command's code only when it is called, and turns its answer into the exit code. */
  action<Options extends CommonOptions>(load: () => Promise<Run<Options>>): (...given: unknown[]) => Promise<void>;
}
