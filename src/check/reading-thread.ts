/**
 * Reads a file in a thread of its own, which is ended when it takes too long or too much memory. A thread's own limits
 * count its heap alone; what a small file unpacks to lies outside it, so the whole process is watched as well.
 */
import { Worker } from "node:worker_threads";
import { type FileContent, type Problem, problem } from "../read/reading.ts";

export interface ReadingLimits {
  milliseconds: number;
  /** How much the process may grow while it reads, in bytes. */
  growth: number;
}

const MEGABYTE = 1024 * 1024;
const DEFAULT_LIMITS: ReadingLimits = { milliseconds: 20_000, growth: 192 * MEGABYTE };
/** Of what the system or the container has left, the share that one file may take. */
const SHARE_OF_FREE_MEMORY = 0.8;
const WATCH_EVERY_MS = 20;
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

let last: Promise<unknown> = Promise.resolve();

/** One file at a time, so that two cannot take the memory of both. */
export function readFile(bytes: Uint8Array, limits: ReadingLimits = DEFAULT_LIMITS): Promise<FileContent | Problem> {
  const reading = last.then(() => readApart(bytes, limits));
  last = reading.catch(() => undefined);
  return reading;
}

function readApart(bytes: Uint8Array, limits: ReadingLimits): Promise<FileContent | Problem> {
  const growth = Math.min(limits.growth, process.availableMemory() * SHARE_OF_FREE_MEMORY);
  const before = process.memoryUsage.rss();
  const worker = new Worker(new URL("reading.worker.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: HEAP,
    // What the readers have to say about a broken file is not for people.
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (answer: FileContent | Problem) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(answer);
      void worker.terminate();
    };
    const refuse = (why: string) => end(problem("unreadable", why));
    const timer = setTimeout(() => refuse("is a file that takes too long to read"), limits.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growth) refuse("is a file that takes too much memory to read");
    }, WATCH_EVERY_MS);
    worker.once("message", (content: FileContent) => end(content));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? "is a file that takes too much memory to read"
          : "is a file that cannot be opened",
      ),
    );
    worker.once("exit", () => refuse("is a file that cannot be opened"));
  });
}
