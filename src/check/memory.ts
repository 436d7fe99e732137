/** What the process holds in memory, and what it may still take. */
import { openSync, readSync } from "node:fs";
import { totalmem } from "node:os";

const MEGABYTE = 1024 * 1024;
const PAGE = 4096;
/** What is taken between one look and the next, and by everything else meanwhile. */
const RESERVE = 24 * MEGABYTE;
/** No page is judged by less: a thread that starts takes this much for itself. */
const LEAST = 32 * MEGABYTE;
/** Where nothing bounds the process, a share of what the system has left. */
const SHARE_OF_FREE_MEMORY = 0.8;

/**
 * Bytes that the process has for itself: on Linux without what it shares with the files that it is mapped from (proc(5), statm),
 * which a container's limit does not count against it.
 */
export function memoryHeld(): number {
  if (process.platform !== "linux") return process.memoryUsage.rss();
  // Asked around every reading, and open for as long as the process lives.
  statm ??= openSync("/proc/self/statm", "r");
  const length = readSync(statm, written, 0, written.length, 0);
  const [, resident = 0, shared = 0] = written.toString("latin1", 0, length).split(" ").map(Number);
  return (resident - shared) * PAGE;
}

let statm: number | undefined;
const written = Buffer.allocUnsafe(200);

/** @param held what the process holds now, in bytes */
export function roomLeft(held: number): number {
  const limit = memoryLimit();
  return limit === undefined
    ? process.availableMemory() * SHARE_OF_FREE_MEMORY
    : Math.max(LEAST, limit - RESERVE - held);
}

/** What the container allows in all, in bytes: the cgroup's limit. Asked once: each time costs as much as a small page. */
export function memoryLimit(): number | undefined {
  limit ??= process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : undefined;
}

let limit: number | undefined;
