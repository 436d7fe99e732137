/** What becomes of what cannot be printed: a reader that has seen enough, a disk that is full where the output goes. */
import { machineFault } from "../language/machine-fault.ts";

/** What is done instead of ending, where somebody goes on without being read. */
let goOn: ((error: Error) => void) | undefined;

/** Ends the process with a sentence where standard output can no longer be written to, and without one where standard error cannot. */
export function endUnprinted(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads what is printed may have seen enough (`… | head`).
    if (error.code === "EPIPE") process.exit(0);
    if (goOn) return goOn(error);
    const why =
      machineFault(error, "standard output")?.message ?? `standard output: cannot be written to (${error.code})`;
    process.stderr.write(`${why}\n`);
    process.exit(1);
  });
  process.stderr.on("error", ({ code }: NodeJS.ErrnoException) => {
    // Nobody listens any more: what is done is done all the same.
    if (code !== "EPIPE" && !goOn) process.exit(process.exitCode || 1);
  });
}

/** From here on, what cannot be printed ends nothing. @param told is told of it once, on standard output */
export function goOnUnprinted(told: (why: string) => void): void {
  let hasTold = false;
  goOn = (error) => {
    if (!hasTold) told(machineFault(error, "standard output")?.message ?? error.message);
    hasTold = true;
  };
}
