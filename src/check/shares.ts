/** What the process may take, shared out: a thread's heap does not count the body that is read in it, nor the main heap. */
import { getHeapStatistics } from "node:v8";
import type { Settings } from "../config/settings.ts";
import { PlainError } from "../language/plain-error.ts";
import { type BodyLimits, DEFAULT_LIMITS } from "../read/bounds.ts";
import { memoryLimit } from "./memory.ts";
import type { ThreadLimits } from "./threads.ts";

const MEGABYTE = 1024 * 1024;
/** The program itself: Node, its libraries, the database, the open connections. */
const PROGRAM = 70 * MEGABYTE;
/** What a thread takes besides its heap: its code, its stack, its young generation. */
const THREAD = 24 * MEGABYTE;
const LEAST_HEAP = 32 * MEGABYTE;
const MOST_HEAP = 256 * MEGABYTE;

/**
 * @param memory what the container allows in all, in bytes
 * @param mainHeap what the main thread's heap may grow to, in bytes
 * @throws {PlainError} where a heap is asked for that does not fit
 */
export function shares(
  { reading, fetch }: Pick<Settings, "reading" | "fetch">,
  memory = memoryLimit(),
  mainHeap = getHeapStatistics().heap_size_limit,
): { bodies: BodyLimits; threads: ThreadLimits } {
  const { threads, time, heap_megabytes, page_megabytes, list_megabytes, list_items, file_megabytes } = reading;
  // A list is read as it is unpacked, so that all of it is held only as it was sent.
  const largest = Math.max(page_megabytes, file_megabytes, fetch.max_wire_megabytes) * MEGABYTE;
  const left = (memory ?? Number.POSITIVE_INFINITY) - PROGRAM - mainHeap - threads * (2 * largest + THREAD);
  const each = left / threads;
  const asked = heap_megabytes === undefined ? undefined : heap_megabytes * MEGABYTE;
  if (asked !== undefined && asked > each)
    throw new PlainError(
      `reading.heap_megabytes: ${heap_megabytes} does not fit into the ${megabytes(memory ?? 0)} MB that there are; ` +
        `beside the program, its heap of ${megabytes(mainHeap)} MB and twice the largest body there is room for ${megabytes(Math.max(0, each))}`,
    );
  const heap = asked ?? Math.max(LEAST_HEAP, Math.min(MOST_HEAP, each));
  return {
    bodies: {
      page: page_megabytes * MEGABYTE,
      list: list_megabytes * MEGABYTE,
      file: file_megabytes * MEGABYTE,
      items: list_items ?? itemsIn(mainHeap),
    },
    threads: {
      threads,
      milliseconds: time,
      heap: megabytes(heap),
      growth: threads * (heap + 2 * largest + THREAD),
    },
  };
}

/** Measured: of 80 MB, three looks at lists of 15,000 items, all of them new, leave a few. */
const HEAP_AN_ITEM = (80 * MEGABYTE) / 15_000;
const A_THOUSAND = 1000;

function itemsIn(heap: number): number {
  const items = Math.floor(heap / HEAP_AN_ITEM / A_THOUSAND) * A_THOUSAND;
  return Math.max(A_THOUSAND, Math.min(DEFAULT_LIMITS.items, items));
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE);
}
