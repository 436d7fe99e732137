/** A thread that reads: bodies, and robots.txt files. Whatever they do to it, they do it to nothing else. */
import { type ReadRobots, readRobots } from "../fetch/robots-rules.ts";
import { readOffered } from "../read/offered.ts";
import { type Read, readBody } from "../read/read.ts";
import { weightOf } from "../read/size.ts";
import { LARGE } from "./large.ts";

// What the libraries have to say about a broken file is not for people.
for (const say of ["log", "info", "warn", "error"] as const) console[say] = () => undefined;

// pdf.js leaves promises behind that nobody waits for. What becomes of them would end the thread, in the middle of the next
// body: the thread does nothing else between two.
process.on("unhandledRejection", () => undefined);

/** One thing to read; a reading of a body that weighs more than `most` (read/size.ts) is not given back. */
export type Task =
  | { kind: "body"; of: Parameters<typeof readBody>; most: number }
  | { kind: "offered"; of: Parameters<typeof readOffered> }
  | { kind: "robots"; of: Parameters<ReadRobots> };

/** What comes of each. */
export interface Done {
  body: ReadInThread;
  offered: Awaited<ReturnType<typeof readOffered>>;
  robots: Awaited<ReturnType<ReadRobots>>;
}

/** What was read of a body; nothing where it is large, and not asked for now. */
export interface ReadInThread {
  read?: Read;
  isLarge: boolean;
}

export default async function work(task: Task): Promise<Done[Task["kind"]]> {
  switch (task.kind) {
    case "body": {
      const [body, ...how] = task.of;
      const read = await readBody({ ...body, wire: bufferOf(body.wire) }, ...how);
      const weight = read.reading && read.reading.kind !== "problem" ? weightOf(read.reading) : 0;
      return { ...(weight > task.most ? {} : { read }), isLarge: weight > LARGE };
    }
    case "offered": {
      const [body, limits] = task.of;
      return readOffered({ ...body, wire: bufferOf(body.wire) }, limits);
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
