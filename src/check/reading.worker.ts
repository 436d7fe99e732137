/** A thread that reads: bodies, and robots.txt files. Whatever they do to it, they do it to nothing else. */
import { type ReadRobots, readRobots } from "../fetch/robots-rules.ts";
import { type Read, readBody } from "../read/read.ts";

// What the libraries have to say about a broken file is not for people.
for (const say of ["log", "info", "warn", "error"] as const) console[say] = () => undefined;

// pdf.js leaves promises behind that nobody waits for. What becomes of them would end the thread, in the middle of the next
// body: the thread does nothing else between two.
process.on("unhandledRejection", () => undefined);

/** One thing to read. */
export type Task = { kind: "body"; of: Parameters<typeof readBody> } | { kind: "robots"; of: Parameters<ReadRobots> };

export default async function work(task: Task): Promise<Read | Awaited<ReturnType<ReadRobots>>> {
  switch (task.kind) {
    case "body": {
      const [body, ...how] = task.of;
      return readBody({ ...body, wire: bufferOf(body.wire) }, ...how);
    }
    case "robots": {
      const [file, ...of] = task.of;
      return readRobots({ ...file, wire: bufferOf(file.wire) }, ...of);
    }
  }
}

/** Buffers arrive as plain arrays of bytes. */
function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
